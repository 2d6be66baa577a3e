"""Dates of one text that cannot all be right.

Two checks: an anniversary that is told to be on a day on which it is not, and a weekday that a date does not fall on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dragoman.knowledge.calendar import calendar
from dragoman.records import Document, Span, Timex, Warning, by_start
from dragoman.resolve.dates import parse
from dragoman.resolve.dates.anniversaries import around, in_header

TOLD = re.compile(
    r"\s*(?:,\s*)?(?:marks|marked|is|was|sees|will mark|will be)\s+(?:the\s+)?"
    r"(?P<anniversary>(?P<n>\d{1,3})(?:st|nd|rd|th)?\s+anniversary(?:\s+of)?)"
)
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
FIRST_WORD = re.compile(r"[A-Za-z]+")
HALF_A_YEAR = 183  # days: what lies further from the day told is another anniversary


def date_conflicts(document: Document) -> Document:
    """Add a ``date-conflict`` warning for each contradiction."""
    found = [*wrong_anniversaries(document), *wrong_weekdays(document)]
    return replace(document, warnings=(*document.warnings, *found))


def wrong_anniversaries(document: Document) -> list[Warning]:
    """ "Today marks the 5th anniversary" of a day whose anniversary is not today."""
    told = [(t, match) for t in document.times if (match := predicated(document, t))]
    if not told:
        return []
    full = [t for t in document.times if t.type == "DATE" and t.value and ISO_DAY.fullmatch(t.value) and t.anniversary_of is None]
    published = published_spans(document)
    warnings = (contradiction(document, timex, match, full, published) for timex, match in told)
    return [warning for warning in warnings if warning]


def predicated(document: Document, timex: Timex) -> re.Match[str] | None:
    """What is said of a day, if it is said to be an anniversary."""
    single = timex.value is not None and timex.begins == timex.ends and timex.form[0] in ("deictic", "weekday", "day")
    return TOLD.match(document.text, timex.span.end) if single else None


def contradiction(
    document: Document, timex: Timex, match: re.Match[str], full: Sequence[Timex], published: Sequence[Span]
) -> Warning | None:
    """The warning where the day that is recalled, so many years later, is another day than the one told."""
    years, day = int(match["n"]), parse(timex.value)
    near = [
        t for t in around(full, timex)
        if t is not timex and day and (falls := years_later(t, years)) and abs((falls - day).days) < HALF_A_YEAR
    ]  # fmt: skip
    recalled = min(near, key=lambda t: abs(t.span.start - timex.span.start), default=None)
    if recalled is None or day is None or years_later(recalled, years) == day:
        return None
    told = Span(match.start("anniversary"), match.end("anniversary"))
    words = document.words(Span(timex.span.start, told.end))
    message = f'"{words}" {recalled.value} would be {years_later(recalled, years)}; the text puts it on {day}'
    return Warning("date-conflict", message, by_start([*published, timex.span, told, recalled.span]))


def years_later(timex: Timex, years: int) -> date | None:
    """The day of an anniversary; the 28th of February for the 29th where the year has none."""
    day = parse(timex.value)
    if day is None or day.year + years > 9999:
        return None
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 2, 28)


def published_spans(document: Document) -> list[Span]:
    """Where the text itself tells its date."""
    return [t.span for t in document.times if t.value == document.published and in_header(document, t)]


def wrong_weekdays(document: Document) -> list[Warning]:
    """ "Tuesday, 6 March 2024", which was a Wednesday; only where the year is told, for a guessed year proves nothing."""
    known = calendar()
    numbers = {**known.short_weekdays, **known.weekdays}
    names = {number: name.capitalize() for name, number in known.weekdays.items()}
    done = []
    for timex in document.times:
        first = FIRST_WORD.match(document.words(timex.span))
        told = numbers.get(first[0].casefold()) if first else None
        day = parse(timex.value) if timex.form[0] == "day" and timex.form[1] else None
        if told and day and day.isoweekday() != told:
            message = f'"{document.words(timex.span)}": {day} was a {names[day.isoweekday()]}'
            done.append(Warning("date-conflict", message, (timex.span,)))
    return done
