"""From what the grammar understood to TIMEX3 values, against the day of publication, or against nothing.

Without a publication date a weekday stays ``XXXX-WXX-2`` and a day without a year ``XXXX-05-09``: today is never asked.
``value`` keeps the precision of the words ("the end of 2024" is 2024); ``begins`` and ``ends`` are as narrow as they are
understood (2024-12-31). Expressions are worked out in the order of the text, for "a day earlier" counts from the last
one before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace

from dragoman.records import Document, Timex
from dragoman.resolve.dates import days, feasts, lengths, spans
from dragoman.resolve.dates.anniversaries import anniversaries
from dragoman.resolve.dates.arithmetic import parse
from dragoman.resolve.dates.frame import NOTHING, Dated, Frame
from dragoman.resolve.dates.intervals import interval

__all__ = ["dates", "parse", "when"]

FORMS: dict[str, Callable[[list[str], Frame], Dated]] = {
    "day": days.full_day,
    "open-day": days.open_day,
    "days": days.days,
    "monthday": days.month_day,
    "weekday": days.weekday,
    "weekdays": days.weekdays,
    "deictic": days.deictic,
    "clock": days.clock,
    "same-day": days.same_day,
    "holiday": feasts.holiday,
    "month": spans.month,
    "months": spans.months,
    "month-week": spans.month_week,
    "month-half": spans.month_half,
    "year": spans.year,
    "years": spans.years,
    "decade": spans.century,
    "century": spans.century,
    "season": spans.season,
    "unit": spans.unit,
    "part": spans.part,
    "latest-quarter": spans.latest_quarter,
    "quarter-of": spans.quarter_of,
    "ago": lengths.ago,
    "to-the-day": lengths.to_the_day,
    "reach": lengths.reach,
    "within": lengths.within,
    "duration": lengths.duration,
    "each": lengths.each,
    "every": lengths.every,
    "vague": lengths.vague,
}
DATED = ("DATE", "TIME")
# "a year earlier" is what figures are set beside, and the text does not stay with it
ASIDES = (("ago", "1", "Y", "-text"), ("ago", "1", "Y", "-now"), ("ago", "1", "Y", "-period"))

SINCE = re.compile(r"\bsince\s+(?:the\s+)?$", re.IGNORECASE)
ENDED = re.compile(r"\b(?:ended|ending)\s+(?:on\s+)?$", re.IGNORECASE)
LEAD = 12  # characters before an expression: "since the" and its blanks
REPORTED = ("part", "latest-quarter", "unit")


def dates(document: Document) -> Document:
    """Fill value, first and last day of every time expression."""
    frame = Frame(parse(document.published))
    done: list[Timex] = []
    paragraph = 0
    for timex in document.times:
        inside = bisect_right(document.paragraphs, timex.span.start, key=lambda p: p.start)
        frame, paragraph = frame._replace(near=frame.near and inside == paragraph), inside
        found = worked_out(timex, frame)
        done.append(until_now(document, found))
        frame = frame if closing(document, found, frame) else after(found, frame)
    told = tuple(t for t in done if not dateline(document, t))
    return replace(document, times=anniversaries(document, told))


def until_now(document: Document, timex: Timex) -> Timex:
    """An expression behind "since" lasts until the day of publication; its value stays that of its words."""
    if not timex.begins or not document.published or timex.begins >= document.published[:10]:
        return timex
    before = document.text[max(0, timex.span.start - LEAD) : timex.span.start]
    return replace(timex, ends=document.published[:10]) if SINCE.search(before) else timex


def closing(document: Document, timex: Timex, frame: Frame) -> bool:
    """Whether a day only says when the quarter ended that was just named: "the fiscal first quarter ended Sept. 30"."""
    before = document.text[max(0, timex.span.start - LEAD) : timex.span.start]
    return frame.quarter is not None and frame.named == frame.quarter and timex.form[0] == "day" and ENDED.search(before) is not None


def dateline(document: Document, timex: Timex) -> bool:
    """Whether an expression is the "May 3" of "ANKARA, May 3 (Agency) -".

    It is the day of publication, which the document has, and no part of what is told. A weekday, a year or another day
    there is a date of its own.
    """
    if timex.form[0] != "day" or timex.form[1] or timex.value != document.published or not document.place:
        return False
    index = bisect_right(document.header, timex.span.start, key=lambda s: s.start) - 1
    line = document.header[index] if index >= 0 else None
    return line is not None and line.covers(timex.span) and document.words(line).strip().casefold().startswith(document.place.casefold())


def worked_out(timex: Timex, frame: Frame) -> Timex:
    """One expression with its value and days."""
    name, *arguments = timex.form
    made = FORMS[name](arguments, frame) if name in FORMS else NOTHING
    return replace(timex, value=made.value, begins=lengths.iso(made.begins), ends=lengths.iso(made.ends or made.begins))


def after(timex: Timex, frame: Frame) -> Frame:
    """What the text has named last, after one more expression."""
    if timex.by in ("the-duration", "year-to-a-day") and frame.quarter and timex.form[-1] in ("M", "Y"):
        # "in the nine months": what follows is set beside those of the year before
        return frame._replace(quarter=None, named=None)
    known = interval(timex.value) if timex.value and timex.type in DATED else None
    if known is None or timex.form in ASIDES:
        return frame
    day = known[0] if known[0] == known[1] else frame.day
    near = frame.near or known[0] == known[1]
    over = "-Q" in (timex.value or "") and timex.form[0] in REPORTED and not (frame.published and known[1] >= frame.published)
    quarter = timex.value if over else frame.quarter
    return frame._replace(named=timex.value, begun=known[0], day=day, near=near, quarter=quarter)


def when(timex: Timex) -> str | None:
    """The date of what happened then: the day where a single one is meant ("Friday evening", "the end of May"), else the value."""
    return timex.begins if timex.begins and timex.begins == timex.ends else timex.value
