"""What an anniversary recalls, and on which day it falls: "Thursday is the 70th anniversary of the outbreak of the war".

A day that is said to be the anniversary gives both. Else a date of the text that lies so many years back is what it
recalls. Else only the years are known: the anniversary is told for the year of publication.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dragoman.records import Document, Timex
from dragoman.resolve.dates.arithmetic import exists, moved, parse
from dragoman.resolve.dates.intervals import interval

COPULA = r"(?:marks|marked|is|was|sees|will (?:also )?(?:mark|be|see))"
BETWEEN = re.compile(rf"\s*(?:[,\u2013\u2014-]\s*)?(?:{COPULA})?\s*(?:the\s*)?")
LINK = 24  # characters that may stand between a day and the anniversary it is said to be
MARKS = re.compile(rf"\s*{COPULA}\b")
REACH = 50  # dates on either side that are looked at: more than any article has
CLOSE = 31  # days by which a text that tells both may be out: such a pair is told of as a contradiction
PRECISE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def anniversaries(document: Document, found: tuple[Timex, ...]) -> tuple[Timex, ...]:
    """The expressions with their anniversaries worked out.

    An anniversary that was told before and is now only predicated of a day ("Today marks the 5th anniversary") is
    carried by that day and no expression of its own.
    """
    if not any(t.form[0] == "anniversary" for t in found):
        return found
    dated = [t for t in found if t.value and PRECISE.fullmatch(t.value) and t.type == "DATE"]
    told: set[str] = set()
    done: list[Timex] = []
    for index, timex in enumerate(found):
        if timex.form[0] != "anniversary":
            done.append(timex)
            continue
        day = neighbour(document, found[index - 1] if index else None, timex)
        if timex.form[1] in told and day and MARKS.match(document.text, day.span.end):
            continue
        told.add(timex.form[1])
        done.append(worked_out(document, timex, day, dated))
    return tuple(done)


def neighbour(document: Document, before: Timex | None, timex: Timex) -> Timex | None:
    """The day that is said to be the anniversary: right before it, with a copula or a comma between them."""
    if before is None or parse(before.value) is None or timex.span.start - before.span.end > LINK:
        return None
    between = document.text[before.span.end : timex.span.start]
    return before if between.strip() and BETWEEN.fullmatch(between) else None


def worked_out(document: Document, timex: Timex, day: Timex | None, dated: Sequence[Timex]) -> Timex:
    """An anniversary with its day and what it recalls, as far as the text and the calendar tell."""
    years = int(timex.form[1]) if timex.form[1].isdigit() else None
    falls = parse(day.value) if day else None
    published = parse(document.published)
    if years is None or (falls or published) is None:
        return replace(timex, value=day.value[:10] if day and day.value else None)
    if falls:
        feast = moved(falls, 1, "D") if timex.form[2] == "eve" else falls
        recalled = moved(feast, -12 * years, "M") if feast else None
        exact = near(document, timex, recalled, dated) if recalled else None
        return dated_as(timex, falls.isoformat(), exact or (recalled.isoformat() if recalled else None))
    return by_years(document, timex, years, published, dated) if published else timex


def near(document: Document, timex: Timex, recalled: date, dated: Sequence[Timex]) -> str | None:
    """A date of the text within some days of the one that the count of years gives."""
    fitting = [
        t for t in around(dated, timex) if (told := parse(t.value)) and abs((told - recalled).days) <= CLOSE and not in_header(document, t)
    ]
    return nearest(timex, fitting)


def by_years(document: Document, timex: Timex, years: int, published: date, dated: Sequence[Timex]) -> Timex:
    """An anniversary of no told day: what it recalls is the most precise date of the text that lies so many years back."""
    fitting = [
        t for t in around(dated, timex)
        if t.value and abs(int(t.value[:4]) + years - published.year) <= 1 and t.form[0] != "deictic" and not in_header(document, t)
    ]  # fmt: skip
    longest = max((len(t.value or "") for t in fitting), default=0)
    best = nearest(timex, [t for t in fitting if len(t.value or "") == longest])
    if best is None:
        return dated_as(timex, str(published.year), f"{published.year - years:04}" if years < published.year else None)
    return dated_as(timex, later(best, years), best)


def around(dated: Sequence[Timex], timex: Timex) -> Sequence[Timex]:
    """The dates nearest to an expression in the text."""
    index = bisect_right(dated, timex.span.start, key=lambda t: t.span.start)
    return dated[max(0, index - REACH) : index + REACH]


def later(value: str, years: int) -> str:
    """A value so many years later; the 29th of February becomes the 28th."""
    moved_on = f"{int(value[:4]) + years:04}{value[4:]}"
    return moved_on if not moved_on.endswith("-02-29") or exists(int(moved_on[:4]), 2, 29) else moved_on[:-2] + "28"


def nearest(timex: Timex, others: Sequence[Timex]) -> str | None:
    """The value of the expression that stands nearest."""
    return min(others, key=lambda t: abs(t.span.start - timex.span.start)).value if others else None


def in_header(document: Document, timex: Timex) -> bool:
    """Whether an expression stands in metadata."""
    index = bisect_right(document.header, timex.span.start, key=lambda s: s.start) - 1
    return index >= 0 and document.header[index].covers(timex.span)


def dated_as(timex: Timex, value: str, recalled: str | None) -> Timex:
    """An anniversary with its value, its days and what it recalls."""
    days = interval(value)
    begins, ends = (days[0].isoformat(), days[1].isoformat()) if days else (None, None)
    return replace(timex, value=value, begins=begins, ends=ends, anniversary_of=recalled)
