"""Turning points of any daily series: weeks in which it leaves its usual swing, and which way."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import fsum, sqrt

from dragoman.errors import UsageError
from dragoman.records import TurningPoint
from dragoman.relate import days as calendar

WEEK = 7
BEYOND = 6.0  # standard deviations of the weekly sum: where others, too, call a spike a turning point
APART = 91  # days between two turning points; of those nearer together the greatest stands


def turning_points(days: Sequence[str], values: Sequence[float]) -> list[TurningPoint]:
    """The days on which a series turned, in order; see ``dragoman.turning_points``."""
    numbers = checked(days, values)
    if not numbers:
        return []
    sums = weekly(numbers, values)
    mean = fsum(sums) / len(sums)
    deviation = sqrt(fsum((value - mean) ** 2 for value in sums) / len(sums))
    if not deviation > 0:
        return []
    found = [(abs(value - mean) / deviation, day, value > mean) for day, value in enumerate(sums, numbers[0])]
    kept: list[tuple[int, bool, float]] = []
    for size, day, up in sorted((one for one in found if one[0] >= BEYOND), key=lambda one: (-one[0], one[1])):
        if all(abs(day - other) >= APART for other, _, _ in kept):
            kept.append((day, up, size))
    return [TurningPoint(calendar.iso(day), "up" if up else "down", size) for day, up, size in sorted(kept)]


def checked(days: Sequence[str], values: Sequence[float]) -> list[int]:
    """The days as numbers. Raises UsageError for two lengths, a day that is none, days out of order, values that are no figures."""
    if len(days) != len(values):
        raise UsageError(f"{len(days)} days and {len(values)} values were given.", "Give one value for each day.")
    wrong = next((day for day in days if not calendar.is_day(day)), None)
    if wrong is not None:
        raise UsageError(f"The date {wrong[:40]!r} is no day of the calendar.", "Give ISO dates such as 2025-11-07.")
    numbers = [calendar.number(day) for day in days]
    late = next((after for before, after in pairwise(numbers) if after <= before), None)
    if late is not None:
        raise UsageError(f"{calendar.iso(late)} does not come after the day before it in the list.", "Give each day once, in order.")
    if not all(abs(value) < float("inf") for value in values):
        raise UsageError("One of the values is no finite number.", "Leave out the days that have none.")
    return numbers


def weekly(numbers: Sequence[int], values: Sequence[float]) -> list[float]:
    """The sum of the week that begins on each day; a day that is left out stands for nothing told: nought."""
    daily = [0.0] * max(WEEK, numbers[-1] - numbers[0] + 1)
    for day, value in zip(numbers, values, strict=True):
        daily[day - numbers[0]] = value
    total = [0.0, *accumulate(daily)]
    return [total[end] - total[end - WEEK] for end in range(WEEK, len(total))]
