"""Dates of one text that cannot all be right are told of, with their words."""

from __future__ import annotations

from dragoman.annotate.quotations import quotations
from dragoman.annotate.sentences import sentences
from dragoman.annotate.times import times
from dragoman.annotate.tokens import tokens
from dragoman.read.document import read_text
from dragoman.records import Document
from dragoman.resolve.conflicts import date_conflicts
from dragoman.resolve.dates import dates


def checked(text: str, published: str | None = None) -> Document:
    return date_conflicts(dates(times(sentences(quotations(tokens(read_text(text, "test", published=published, lang="en")))))))


def test_an_anniversary_on_the_wrong_day_is_told_with_the_date_line_and_both_dates() -> None:
    document = checked("date 2021-06-03 The pact of 4 June 2016 holds. Today marks the 5th anniversary of the pact, the envoy said.")
    (warning,) = document.warnings
    assert warning.kind == "date-conflict"
    assert [document.words(s) for s in warning.spans] == ["2021-06-03", "4 June 2016", "Today", "5th anniversary of"]
    assert "2021-06-04" in warning.message


def test_an_anniversary_on_its_day_is_no_conflict() -> None:
    assert checked("The pact of 4 June 2016 holds. Today marks the 5th anniversary of the pact.", "2021-06-04").warnings == ()


def test_an_anniversary_of_the_29th_of_february_is_kept_on_the_28th() -> None:
    assert checked("The pact of 29 February 2016 holds. Today marks the 5th anniversary of the pact.", "2021-02-28").warnings == ()


def test_a_weekday_that_a_full_date_does_not_fall_on_is_told() -> None:
    document = checked("They met on Tuesday, 6 March 2024.")
    (warning,) = document.warnings
    assert document.words(warning.spans[0]) == "Tuesday, 6 March 2024"
    assert "Wednesday" in warning.message


def test_a_weekday_beside_a_date_without_a_year_proves_nothing() -> None:
    assert checked("They met on Tuesday, 6 March.", "2024-06-01").warnings == ()
