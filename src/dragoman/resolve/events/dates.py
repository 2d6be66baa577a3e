"""When a deed was done: the date expression of its clause, else the day of the narrative."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from datetime import date

from dragoman.records import Event, Span, Timex
from dragoman.resolve.dates import when as told
from dragoman.resolve.events.parties import Index, sentence_of

OLD = 366  # days after which an event is history
BACK = 1000  # characters back for the day of a paragraph
NEAR = 110  # characters between a date and a trigger of one sentence: beyond it the date belonged to another deed


def dated(index: Index, event: Event) -> Event:
    """An event with its date; an actual one that lies more than a year before publication is history."""
    when = in_sentence(index, event)
    if when is not None:
        return aged(index, replace(event, date=told(when), date_span=when.span), when.ends)
    day = told_day(index, event)
    return replace(event, date=day) if day else event


def in_sentence(index: Index, event: Event) -> Timex | None:
    """The date expression nearest to a trigger in its sentence, on this side of quotation marks and semicolons."""
    sentence = sentence_of(index, event.trigger.start)
    at = bisect_left(index.times, max(sentence.start, event.trigger.start - NEAR - 40), key=lambda t: t.span.start)
    near: list[tuple[int, Timex]] = []
    while at < len(index.times) and index.times[at].span.start < min(sentence.end, event.trigger.end + NEAR):
        time = index.times[at]
        at += 1
        gap = index.document.text[min(time.span.end, event.trigger.end) : max(time.span.start, event.trigger.start)]
        if not any(c in gap for c in ';:"\u201c\u201d') and its_own(index, event, time):
            near.append((distance(event.trigger, time.span, gap), time))
    return min(near, key=lambda n: n[0])[1] if near else None


def its_own(index: Index, event: Event, time: Timex) -> bool:
    """Whether a date can be that of a deed: what is planned is not dated by the day on which it was announced."""
    published = index.document.published
    return not (event.factuality == "planned" and published and time.ends and time.ends <= published[:10])


def distance(trigger: Span, time: Span, gap: str) -> int:
    """How far a date stands from a trigger: each comma or "and" between them counts as forty characters."""
    return len(gap) + 40 * (gap.count(", ") + gap.count(" and ") + gap.count(" that "))


def told_day(index: Index, event: Event) -> str | None:
    """The day of an undated deed: the one named last in its paragraph, else that of the report for the outlet's own news."""
    if event.factuality != "actual":
        return None
    day = day_before(index, event)
    if event.performed_by:
        return index.statements[event.performed_by].said.date or day
    if event.via is not None:
        return day
    return day or index.document.published


def day_before(index: Index, event: Event) -> str | None:
    """The last day named before a trigger in its paragraph, not later than the report."""
    published = index.document.published
    paragraphs = index.document.paragraphs
    at = bisect_right(paragraphs, event.trigger.start, key=lambda p: p.start) - 1
    begin = paragraphs[at].start if at >= 0 else 0
    last = bisect_left(index.times, event.trigger.start, key=lambda t: t.span.start) - 1
    while last >= 0 and index.times[last].span.start >= max(begin, event.trigger.start - BACK):
        time = index.times[last]
        if time.begins and time.begins == time.ends and (not published or time.begins <= published[:10]):
            return told(time)
        last -= 1
    return None


def aged(index: Index, event: Event, ends: str | None) -> Event:
    """An actual event that lies more than a year before publication is history."""
    published = index.document.published
    if event.factuality != "actual" or ends is None or not published:
        return event
    return replace(event, factuality="historical") if (day(published) - day(ends)).days > OLD else event


def day(value: str) -> date:
    """The day of an ISO date or time."""
    return date.fromisoformat(value[:10])
