"""The course of relations over time: a figure for every week or month, and the days on which it turned."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from math import hypot
from typing import NamedTuple

from dragoman.records import Period, TurningPoint
from dragoman.relate import days, model
from dragoman.relate.measures import Figure, combined, difference, measure, unaged
from dragoman.relate.signals import Signal


def course(signals: Sequence[Signal], first: int, last: int) -> tuple[Period, ...]:
    """The figure of every week (from Monday) or month of a window; one of which nothing is told has none."""
    ordered = sorted(signals, key=lambda s: s.day)
    ends = [s.day for s in ordered]
    return tuple(period(ordered[bisect_left(ends, a) : bisect_left(ends, b + 1)], a, b) for a, b in stretches(first, last))


def stretches(first: int, last: int) -> Iterator[tuple[int, int]]:
    """The weeks of a window, or its months where it is long; the first and the last are cut to it."""
    weekly = last - first + 1 <= model.WEEKS_UP_TO
    begin = first
    while begin <= last:
        day = date.fromordinal(begin)
        end = begin + 6 - day.weekday() if weekly else days.months(day.year, day.month, 1)[1]
        yield begin, min(end, last)
        begin = end + 1


def period(signals: Sequence[Signal], first: int, last: int) -> Period:
    """One stretch of the course."""
    figure = measure(combined(unaged(signals)))
    documents = {report.story.document.id for signal in signals for report in signal.reports()}
    happened = sum(signal.happening for signal in signals)
    return Period(days.iso(first), days.iso(last), figure.value, figure.low, figure.high, happened, len(documents), figure.evidence)


# ---- turning points


class Turn(NamedTuple):
    """A day with the course before and after it, and how far beyond its own error the change goes."""

    day: int
    before: Figure
    after: Figure
    sure: float


def turns(signals: Sequence[Signal]) -> tuple[TurningPoint, ...]:
    """The days on which the course turned, in order: the new course differs from the old by more than their errors.

    The surest turn parts the signals in two; each part is searched alone, so that what follows a turn is not measured against
    what was before it.
    """
    waiting = [sorted(signals, key=lambda s: s.day)]
    found: list[Turn] = []
    while waiting:
        part = waiting.pop()
        best = min(candidates(part, [turn.day for turn in found]), key=lambda t: (-t.sure, t.day), default=None)
        if best is not None:
            found.append(best)
            middle = bisect_left(part, best.day, key=lambda s: s.day)
            waiting += [part[:middle], part[middle:]]
    return tuple(told(turn) for turn in sorted(found, key=lambda t: t.day))


def candidates(ordered: Sequence[Signal], known: Sequence[int]) -> Iterator[Turn]:
    """Every day of a signal, far enough from the turns already known, on which the course before and after it differ enough."""
    at = [signal.day for signal in ordered]
    for day in sorted(set(at)):
        if any(abs(day - other) < model.TURNS_APART for other in known):
            continue
        middle = bisect_left(at, day)
        before = combined(unaged(ordered[bisect_left(at, day - model.BEFORE) : middle]))
        after = combined(unaged(ordered[middle : bisect_left(at, day + model.AFTER)]))
        if before is None or after is None:
            continue
        change = after.value - before.value
        sure = abs(change) / hypot(before.error, after.error)
        if abs(change) >= model.TURN and sure >= model.TURNED:
            yield Turn(day, before, after, sure)


def told(turn: Turn) -> TurningPoint:
    """A turning point with the evidence of the change."""
    change = turn.after.value - turn.before.value
    return TurningPoint(days.iso(turn.day), "up" if change > 0 else "down", abs(change), difference(turn.before, turn.after))


def direction(now: Figure | None, norm: Figure | None) -> str:
    """Where relations move against the dyad's own past year: warming, steady, cooling, or no evidence."""
    if now is None or norm is None:
        return "no evidence"
    change = now.value - norm.value
    if abs(change) < model.STEADY or abs(change) < model.QUANTILE * hypot(now.error, norm.error):
        return "steady"
    return "warming" if change > 0 else "cooling"
