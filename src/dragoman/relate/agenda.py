"""What comes: anniversaries, terms of promises, and what the two have announced to do."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from datetime import date

from dragoman.records import CalendarEntry, Document, Span, Story, Timex, Undertaking
from dragoman.relate import days
from dragoman.relate.happenings import between
from dragoman.relate.measures import ranked
from dragoman.relate.signals import Report, evidence
from dragoman.relate.wording import sentence_at

Key = tuple[str, str, str]
"""The day, the kind, and what tells two entries of one day and kind apart."""
SHORT = 31  # days a date may cover and still stand in a calendar
SUFFIXES = {1: "st", 2: "nd", 3: "rd"}


def agenda(stories: Iterable[Story], given: Iterable[Undertaking], a: str, b: str, as_of: int) -> tuple[CalendarEntry, ...]:
    """What lies on or after a day, in order; what several stories tell of stands once."""
    found: dict[Key, list[Report]] = {}
    for story in stories:
        for key, report in (*anniversaries(story, a, b, as_of), *planned(story, a, b, as_of)):
            found.setdefault(key, []).append(report)
    entries = [entry(*key, reports) for key, reports in found.items()]
    entries += [due for promise in given if (due := term(promise, as_of)) is not None]
    return tuple(sorted(entries, key=lambda e: (e.date, e.kind, e.what, e.evidence[0].document, e.evidence[0].span)))


def entry(day: str, kind: str, what: str, reports: list[Report]) -> CalendarEntry:
    """One day, in the words of its newest report; an anniversary with its number before them."""
    proof = ranked(evidence(report) for report in reports)
    words = " ".join(proof[0].quote.split())
    return CalendarEntry(day, kind, f"{what}: {words}" if kind == "anniversary" else words, proof)


def term(promise: Undertaking, as_of: int) -> CalendarEntry | None:
    """The last day on which a promise can be kept."""
    when = days.covered(promise.due)
    if when is None or when[1] < as_of:
        return None
    return CalendarEntry(days.iso(when[1]), "due", promise.evidence[0].quote, promise.evidence)


def planned(story: Story, a: str, b: str, as_of: int) -> Iterator[tuple[Key, Report]]:
    """Events between the two that are announced for a day to come."""
    document = story.document
    for event in document.events:
        if event.factuality != "planned" or not between(event, a, b):
            continue
        when = days.covered(event.date)
        if when is None or when[1] < as_of or when[1] - when[0] > SHORT:
            continue
        span = sentence_at(document, event.trigger)
        yield (days.iso(when[0]), "planned", event.type), Report(story, span, event.id, read_as=event.type)


def anniversaries(story: Story, a: str, b: str, as_of: int) -> Iterator[tuple[Key, Report]]:
    """The next return of the days that a story commemorates, where its sentence or its statement concerns the two."""
    document = story.document
    for time in document.times:
        then = days.covered(time.anniversary_of)
        if then is None or then[0] != then[1] or not about_both(document, time, a, b):
            continue
        day, years = returning(then[0], as_of)
        what = f"{ordinal(years)} anniversary of {days.iso(then[0])}"
        yield (days.iso(day), "anniversary", what), Report(story, sentence_at(document, time.span), None, read_as="anniversary")


def returning(day: int, as_of: int) -> tuple[int, int]:
    """The first return of a day on or after another, and how many years after; the 29 February returns on the 28th."""
    first = date.fromordinal(day)
    now = date.fromordinal(as_of)
    for year in (now.year, now.year + 1):
        leap = (first.month, first.day) == (2, 29)
        again = date(year, first.month, 28 if leap else first.day)
        if again >= now and year > first.year:
            return again.toordinal(), year - first.year
    return date(first.year + 1, first.month, min(first.day, 28)).toordinal(), 1


def ordinal(number: int) -> str:
    """ "5th", "21st", "12th"."""
    return f"{number}{'th' if number % 100 in (11, 12, 13) else SUFFIXES.get(number % 10, 'th')}"


def about_both(document: Document, time: Timex, a: str, b: str) -> bool:
    """Whether the sentence or the statement that holds a date concerns both sides."""
    for statement in document.statements:
        if any(span.covers(time.span) for span in statement.content) and {a, b} <= {*statement.about, statement.voice_of}:
            return True
    return {a, b} <= named(document, sentence_at(document, time.span))


def named(document: Document, span: Span) -> set[str]:
    """The actors whose mentions lie in a stretch."""
    low = bisect_left(document.mentions, span.start, key=lambda m: m.span.start)
    high = bisect_right(document.mentions, span.end, key=lambda m: m.span.start)
    return {actor for m in document.mentions[low:high] for actor in (m.actor, *m.members) if actor}
