"""Expressions become TIMEX3 values against the day of publication, or stay open where it is not known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotate.quotations import quotations
from dragoman.annotate.sentences import sentences
from dragoman.annotate.times import times
from dragoman.annotate.tokens import tokens
from dragoman.read.document import read_text
from dragoman.records import Timex
from dragoman.resolve.dates import dates, parse, when
from dragoman.resolve.dates.arithmetic import easter, moved
from dragoman.resolve.dates.intervals import interval

PUBLISHED = "2020-05-20"  # a Wednesday


def resolved(text: str, published: str | None = PUBLISHED) -> tuple[Timex, ...]:
    document = sentences(quotations(tokens(read_text(text, "test", published=published, lang="en"))))
    return dates(times(document)).times


def values(text: str, published: str | None = PUBLISHED) -> list[str | None]:
    return [t.value for t in resolved(text, published)]


VALUES = {
    "Talks opened on Tuesday and will resume on Friday.": ["2020-05-19", "2020-05-22"],
    "Next Monday, this Friday, last Thursday and Friday week.": ["2020-05-25", "2020-05-22", "2020-05-14", "2020-05-29"],
    "They met yesterday; they meet tomorrow evening.": ["2020-05-19", "2020-05-21TEV"],
    "The envoy arrived in March and will leave in October.": ["2020-03", "2020-10"],
    "He came last May and returns next May.": ["2019-05", "2021-05"],
    "The note was sent on 30 November; the answer is due on 15 January.": ["2019-11-30", "2021-01-15"],
    "Ties froze in the 1990s, in mid-2013 and last autumn.": ["199", "2013", "2019-FA"],
    "Last week, this month, next year and last decade.": ["2020-W20", "2020-05", "2021", "201"],
    "At the weekend they met; they will meet again at the weekend.": ["2020-W20-WE", "2020-W21-WE"],
    "Profits rose in the first quarter, from 3 points a year earlier.": ["2020-Q1", "2019-Q1"],
    "Ten years ago, two months ago, three weeks ago, five days ago.": ["2010", "2020-03", "2020-04-29", "2020-05-15"],
    "On 2 April 2018 they agreed; six months later it lapsed.": ["2018-04-02", "2018-10"],
    "On Saturday a convoy was hit; the following day a village burnt.": ["2020-05-16", "2020-05-17"],
    "For three days, two decades, several weeks.": ["P3D", "P20Y", "PXW"],
    "Every May 9, every Tuesday, every year.": ["XXXX-05-09", "XXXX-WXX-2", "P1Y"],
    "On Easter Monday 2019 and at Christmas 2018.": ["2019-04-22", "2018-12-25"],
    "On 31 April nothing happened.": [None],
    "On 11/05/2020 they met.": ["2020-05-11"],
}


@pytest.mark.parametrize("sentence", VALUES)
def test_a_value_keeps_the_precision_of_the_words(sentence: str) -> None:
    assert values(sentence) == VALUES[sentence]


DAYS = {
    "It will be done by the end of 2024.": ("2024", "2024-12-31", "2024-12-31"),
    "It will be done before the month is out.": ("2020-05", "2020-05-31", "2020-05-31"),
    "They met from 22 to 24 November 2017.": ("2017-11-22", "2017-11-22", "2017-11-24"),
    "They met from 30 December to 2 January 2019.": ("2018-12-30", "2018-12-30", "2019-01-02"),
    "They fought from May 1998 to June 2000.": ("1998-05", "1998-05-01", "2000-06-30"),
    "They fought between 1941 and 1945.": ("1941", "1941-01-01", "1945-12-31"),
    "He must leave within ten days.": ("P10D", "2020-05-20", "2020-05-30"),
    "It fell over the past two weeks.": ("P2W", "2020-05-06", "2020-05-20"),
    "Drills come in the second half of July.": ("2020-07", "2020-07-16", "2020-07-31"),
    "It snowed in the winter of 2019.": ("2019-WI", "2019-12-01", "2020-02-29"),
    "A village was shelled overnight.": ("2020-05-19TNI", "2020-05-19", "2020-05-20"),
}


@pytest.mark.parametrize("sentence", DAYS)
def test_first_and_last_day_are_as_narrow_as_understood(sentence: str) -> None:
    (timex,) = resolved(sentence)
    assert (timex.value, timex.begins, timex.ends) == DAYS[sentence]


def test_nothing_is_resolved_against_today_where_publication_is_unknown() -> None:
    text = "On Tuesday, on 9 May, in April and last week they met; today they rest; in 2011 they did not."
    assert values(text, None) == ["XXXX-WXX-2", "XXXX-05-09", "XXXX-04", None, None, "2011"]


def test_the_day_of_a_dateline_is_metadata_and_a_date_line_is_told() -> None:
    assert values("ANKARA, May 20 (Meridian) - The envoys met on Monday.") == ["2020-05-18"]
    assert values("date 2020-05-20 The envoys met on Monday.") == ["2020-05-20", "2020-05-18"]


ANNIVERSARIES = {
    "The treaty of 4 June 1990 lives: they met on the 30th anniversary of the treaty.": ("2020-06-04", "1990-06-04"),
    "Thursday is the 70th anniversary of the outbreak of the war.": ("2020-05-21", "1950-05-21"),
    "This year they mark the 65th anniversary of relations.": ("2020", "1955"),
    "On Wednesday, the eve of the first anniversary of the peace, they quarrelled.": ("2020-05-20", "2019-05-21"),
}


@pytest.mark.parametrize("sentence", ANNIVERSARIES)
def test_an_anniversary_tells_its_day_and_what_it_recalls(sentence: str) -> None:
    (found,) = (t for t in resolved(sentence) if t.anniversary_of)
    assert (found.value, found.anniversary_of) == ANNIVERSARIES[sentence]


def test_an_anniversary_told_before_is_carried_by_the_day_that_marks_it() -> None:
    text = 'On the 5th anniversary of the event he said: "Today marks the 5th anniversary of the victory of 20 May 2015."'
    assert [t.form[0] for t in resolved(text)] == ["anniversary", "deictic", "day"]


def test_a_thing_that_happened_is_dated_by_the_day_where_one_is_meant() -> None:
    assert [when(t) for t in resolved("On Tuesday evening, at the end of 2019 and in March they met.")] == [
        "2020-05-19",
        "2019-12-31",
        "2020-03",
    ]


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(-500, 500), st.sampled_from(["D", "W", "M", "Q", "Y"]))
def test_moving_forth_and_back_returns_to_the_day_or_to_the_end_of_a_shorter_month(day: date, steps: int, unit: str) -> None:
    there = moved(day, steps, unit)
    assert there is not None
    back = moved(there, -steps, unit)
    assert back is not None
    assert 0 <= (day - back).days <= 3


@given(st.integers(1583, 9998))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    assert easter(year).isoweekday() == 7
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)


@given(st.text("0123456789XWQHDSPUFAIE-T", max_size=12))
def test_the_interval_of_any_string_is_ordered_or_nothing(value: str) -> None:
    days = interval(value)
    assert days is None or days[0] <= days[1]


@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)))
def test_a_weekday_lies_within_a_week_before_publication_where_the_clause_looks_back(day: date) -> None:
    told = parse(values("The talks failed on Friday.", day.isoformat())[0])
    assert told is not None
    assert timedelta(0) <= day - told < timedelta(7)
