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
from dragoman.resolve.dates.feasts import feast
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
    "On February 30, on 29 February 2021 and on 2021-02-30 nothing happened.": [None, None, None],
    "Over the past year they met; they meet in the coming year.": ["2019", "2021"],
    "Recent years, the coming weeks, two to three months.": ["PXY", "PXW", "P2M"],
    "Half a century, half a year, a year and a half, six and a half months.": ["P50Y", "P6M", "P18M", "P6.5M"],
    "A quarter of a century ago, a year and a half ago, several years ago.": ["1995", "2018-11", "PAST_REF"],
    "A week from Friday, a week ago Sunday, a year ago today.": ["2020-05-29", "2020-05-10", "2019-05-20"],
    "In nineteen ninety-six, in January two thousand and four.": ["1996", "2004-01"],
    "He came last Oct. 23 and returns next June 3.": ["2019-10-23", "2020-06-03"],
    "In the first half of the year; in the winter of 2014-15; in the summer of '69.": ["2020-H1", "2014-WI", "1969-SU"],
    "On Thanksgiving 2019, Memorial Day 2019 and Orthodox Easter 2021.": ["2019-11-28", "2019-05-27", "2021-05-02"],
    "At Eid al-Adha 2017, at Eid al-Fitr 2023, at Nowruz 2021.": ["2017-09-01", "2023-04-21", "2021-03-20"],
    "On 11/05/2020 they met.": ["2020-05-11"],
    "On 11 May they met; a few days later she left.": ["2020-05-11", "PXD"],
    "She recently left; these days he travels; they may return in the future.": ["PAST_REF", "PRESENT_REF", "FUTURE_REF"],
    "Snow fell over the past 24 hours.": ["PT24H"],
    "The shot tore through the wall late on Monday.": ["2020-05-18"],
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
    "It has not rained since Friday.": ("2020-05-15", "2020-05-15", "2020-05-20"),
    "It was to rain later this month.": ("2020-05", "2020-05-20", "2020-05-31"),
    "It rained earlier this year.": ("2020", "2020-01-01", "2020-05-20"),
    "It will rain over the next fortnight.": ("P2W", "2020-05-20", "2020-06-03"),
    "A village was shelled overnight.": ("2020-05-19TNI", "2020-05-19", "2020-05-20"),
}


@pytest.mark.parametrize("sentence", DAYS)
def test_first_and_last_day_are_as_narrow_as_understood(sentence: str) -> None:
    (timex,) = resolved(sentence)
    assert (timex.value, timex.begins, timex.ends) == DAYS[sentence]


REPORTS = {
    "Net for the third quarter ended Sept. 30 rose from a year ago.": ["2019-Q3", "2019-09-30", "2018-Q3"],
    "Net for the quarter ended July 31 fell.": ["2019-Q2", "2019-07-31"],
    "Net rose in the third quarter; in the year-ago quarter and in the 2017 quarter it fell.": ["2019-Q3", "2018-Q3", "2017-Q3"],
    "Net rose in the third quarter. The latest period has no gain; the same period last year had.": ["2019-Q3", "2019-Q3", "2018-Q3"],
    "The current quarter began well; the latest quarter was weak.": ["2019-Q4", "2019-Q3"],
    "For the year ended March 31 net fell; it will rise for the full year.": ["P1Y", "2019-03-31", "2019"],
    "Net rose in the third quarter. For the nine months net was 9 million, up from 8 million a year earlier.": ["2019-Q3", "P9M", "2018"],
    "Net for the fiscal first quarter ended Sept. 30 rose from a year ago.": ["2019-Q1", "2019-09-30", "2018-Q1"],
    "Sales rose in the third quarter from last year's quarter.": ["2019-Q3", "2018-Q3"],
}


@pytest.mark.parametrize("sentence", REPORTS)
def test_a_report_counts_from_the_quarter_that_it_is_about(sentence: str) -> None:
    assert values(sentence, "2019-10-26") == REPORTS[sentence]


def test_this_week_told_on_a_sunday_is_the_one_that_comes_where_the_clause_looks_ahead() -> None:
    assert values("The envoys will meet this week.", "2020-05-24") == ["2020-W22"]
    assert values("The envoys met this week.", "2020-05-24") == ["2020-W21"]
    assert values("The envoys will meet this week.", "2020-05-20") == ["2020-W21"]


def test_an_impossible_date_is_listed_without_value_and_moves_no_other() -> None:
    first, second = resolved("On 8 May they met, on February 30 they did not; a day later they wrote.")[1:]
    assert (first.value, first.begins, first.ends) == (None, None, None)
    assert second.value == "2020-05-09"


def test_eid_is_the_feast_that_the_clause_looks_to() -> None:
    assert values("They will be freed by Eid.", "2023-03-14") == ["2023-04-21"]
    assert values("They will be freed by Eid.", "2023-05-30") == ["2023-06-28"]


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


@given(st.integers(1900, 2100))
def test_a_year_of_the_islamic_calendar_has_354_or_355_days(year: int) -> None:
    first, second = feast("hijri-10-01", year), feast("hijri-10-01", year + 1)
    assert first is not None
    assert second is not None
    assert (second - first).days in (354, 355, 708, 709, 710)  # now and then a year of ours has two, of which the first is told


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
