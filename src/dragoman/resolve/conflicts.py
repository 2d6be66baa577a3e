"""Dates of one text that cannot all be right.

Two checks: an anniversary that is told to be on a day on which it is not, and a weekday that a date does not fall on.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dragoman.knowledge.calendar import WEEKDAYS
from dragoman.records import Document, Span, Timex, Warning, by_start, covering
from dragoman.resolve.dates import parse

FULL_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
TOLD = re.compile(
    r"\s*(?:,\s*)?(?:marks|marked|is|was|will mark|will be|sees)\s+(?:the\s+)?(?P<anniversary>(?P<n>\d{1,3})(?:st|nd|rd|th)?\s+anniversary(?:\s+of)?)"
)
NAMED = re.compile(r"^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)")


def date_conflicts(document: Document) -> Document:
    """Add a ``date-conflict`` warning for each contradiction."""
    found = [*wrong_anniversaries(document), *wrong_weekdays(document)]
    return replace(document, warnings=(*document.warnings, *found))


def wrong_anniversaries(document: Document) -> list[Warning]:
    """ "Today marks the 5th anniversary" of a day whose anniversary is not today."""
    done = []
    for timex in document.times:
        match = TOLD.match(document.text, timex.span.end, timex.span.end + 60)
        if match is None or timex.value is None or timex.form[0] not in ("deictic", "weekday", "day"):
            continue
        recalled = recalled_day(document, timex, int(match["n"]))
        if recalled is None or recalled.value is None:
            continue
        wanted = f"{int(recalled.value[:4]) + int(match['n']):04}{recalled.value[4:]}"
        if wanted != timex.value:
            told = Span(match.start("anniversary"), match.end("anniversary"))
            message = f'"{document.words(Span(timex.span.start, told.end))}" {recalled.value} would be {wanted}; the text puts it on {timex.value}'
            done.append(Warning("date-conflict", message, by_start([*published_spans(document), timex.span, told, recalled.span])))
    return done


def recalled_day(document: Document, timex: Timex, number: int) -> Timex | None:
    """The full date of the text that lies so many years before."""
    day = parse(timex.value)
    if day is None:
        return None
    full = [
        t for t in document.times if t.value and re.fullmatch(r"\d{4}-\d\d-\d\d", t.value) and t.anniversary_of is None and t is not timex
    ]
    near = [
        t
        for t in full
        if t.value
        and abs(
            (
                date(day.year, day.month, min(day.day, 28))
                - date(min(9999, int(t.value[:4]) + number), int(t.value[5:7]), min(int(t.value[8:]), 28))
            ).days
        )
        < 200
    ]
    return min(near, key=lambda t: abs(t.span.start - timex.span.start), default=None)


def published_spans(document: Document) -> list[Span]:
    """Where the text itself tells its date."""
    return [t.span for t in document.times if covering(document.header, t.span) and t.value == document.published]


def wrong_weekdays(document: Document) -> list[Warning]:
    """ "Tuesday, 6 March 2024", which was a Wednesday."""
    done = []
    for timex in document.times:
        words = document.words(timex.span)
        named = NAMED.match(words)
        day = parse(timex.value) if timex.value and re.fullmatch(r"\d{4}-\d\d-\d\d", timex.value) else None
        year_told = timex.form[0] == "day" and len(timex.form) == 4
        if named and day and year_told and day.weekday() != WEEKDAYS[named[1].casefold()]:
            done.append(Warning("date-conflict", f'"{words}": {day.isoformat()} was a {FULL_NAMES[day.weekday()]}', (timex.span,)))
    return done
