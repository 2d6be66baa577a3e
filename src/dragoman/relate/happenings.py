"""Happenings: what the two sides did, once each, however many reports tell of it and on however many days."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dragoman.records import Document, Event, Span, Story
from dragoman.relate import days, model
from dragoman.relate.grounding import intended, told
from dragoman.relate.signals import DEEDS, WORDS, Direction, Report, Signal, weighed
from dragoman.relate.wording import sentence_at, wording

DEED_QUADS = (2, 4)
HAPPENED = ("actual", "ongoing")
TOGETHER = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT"})
VAGUE = 7  # days from which on a date is too wide to be a happening's own


class Told(NamedTuple):
    """A report of a happening: what kind, whom it binds, the first and last day it may have been, the words that name it.

    ``dated`` is whether its clause says when; else its day is that of the report.
    """

    type: str
    directions: tuple[Direction, ...]
    first: int
    last: int
    trigger: str
    deed: bool
    dated: bool
    report: Report

    @property
    def day(self) -> int:
        """The middle of the days it may have been."""
        return (self.first + self.last) // 2


def happenings(stories: Iterable[Story], a: str, b: str) -> list[Signal]:
    """What happened between two sides by the outlets' own reports, each happening once."""
    found: dict[tuple[str, tuple[Direction, ...]], list[Told]] = {}
    for story in stories:
        for one in tellings(story, a, b):
            found.setdefault((one.type, one.directions), []).append(one)
    return [signal for key in sorted(found) for signal in folded(found[key])]


# ---- what is told


def tellings(story: Story, a: str, b: str) -> Iterator[Told]:
    """The happenings between two sides that one story reports on its own account.

    A claim (``via``), a plan, a threat carried out in words alone, history and what was denied are none.
    """
    document = story.document
    for event in document.events:
        if event.via is not None or event.performed_by is not None or event.intensity is None or event.factuality not in HAPPENED:
            continue
        directions = between(event, a, b)
        when = days_of(document, event) if directions else None
        if when is None or not any(told(document, event, x, y) for x, y in directions) or intended(document, event):
            continue
        span = sentence_at(document, event.trigger)
        value = event.intensity / model.INTENSITY_SCALE
        report = Report(story, span, event.id, value, event.score, None, event.type, wording(document, span))
        trigger = document.words(event.trigger).casefold()
        yield Told(event.type, directions, *when, trigger, event.quad in DEED_QUADS, event.date_span is not None, report)


def between(event: Event, a: str, b: str) -> tuple[Direction, ...]:
    """Who does it toward whom of two sides, both ways for what they do together; empty where it is not between them."""
    found = [(x, y) for x, y in ((a, b), (b, a)) if x in event.actor and y in event.recipient]
    if not found and not event.recipient and {a, b} <= set(event.actor) and event.type in TOGETHER:
        found = [(a, b), (b, a)]
    if found and event.type == "CONSULT":  # who meets is met
        found = [(a, b), (b, a)]
    return tuple(sorted(found))


def days_of(document: Document, event: Event) -> tuple[int, int] | None:
    """The first and last day on which an event may have been, no later than the report; None where nothing tells."""
    published = days.number(document.published) if document.published else None
    when = days.covered(event.date)
    if when is None:
        return (published, published) if published is not None and event.date is None else None
    if published is None:
        return when
    if when[0] > published + 1:  # told as done, dated for after the report: one of the two is misread
        return None
    return when[0], max(when[0], min(when[1], published))


# ---- the same happening in many reports


class Cluster(NamedTuple):
    """A happening in the making: its day and the reports of it."""

    day: int
    told: list[Told]


def folded(reports: Iterable[Told]) -> list[Signal]:
    """Happenings of one kind between the same sides.

    Reports of near days are one. A report that does not say when, or not exactly, is a reference to one that is known, if any
    fits; only where none does it is a happening of its own. The very same sentence, printed again after months (a caption, a
    paragraph of background), tells of the same happening as before.
    """
    clusters: list[Cluster] = []
    by_words: dict[tuple[str, ...], Cluster] = {}
    for one in sorted(reports, key=order):
        home = by_words.get(one.report.wording) or home_of(one, clusters)
        if home is None:
            home = Cluster(one.day, [])
            insort(clusters, home, key=lambda c: c.day)
        home.told.append(one)
        by_words.setdefault(one.report.wording, home)
    return [signal(cluster) for cluster in clusters]


def order(one: Told) -> tuple[bool, bool, int, str, Span, str]:
    """The exactly dated first, then the undated, the vague last; each by day, document and place."""
    return one.last - one.first >= VAGUE, not one.dated, one.day, one.report.story.document.id, one.report.span, one.report.item or ""


def home_of(one: Told, clusters: list[Cluster]) -> Cluster | None:
    """The happening that a report tells of, among those already known: the nearest whose days fit."""
    if one.last - one.first >= VAGUE:
        first, last = one.first, one.last
    elif one.dated:
        first, last = one.day - model.SAME_DAYS, one.day + model.SAME_DAYS
    else:
        first, last = one.day - model.UNDATED_DAYS, one.day + model.SAME_DAYS
    low = bisect_left(clusters, first, key=lambda c: c.day)
    high = bisect_right(clusters, last, key=lambda c: c.day)
    return min(clusters[low:high], key=lambda c: (abs(c.day - one.day), c.day), default=None)


def signal(cluster: Cluster) -> Signal:
    """A happening as a signal: its reports, those in the same words together."""
    sayings: dict[tuple[str, ...], list[Report]] = {}
    for one in cluster.told:
        sayings.setdefault(one.report.wording, []).append(one.report)
    first = cluster.told[0]
    factor = 1.0 if any(one.dated for one in cluster.told) else model.UNDATED
    return weighed(DEEDS if first.deed else WORDS, cluster.day, first.directions, sayings.values(), factor, happening=True)
