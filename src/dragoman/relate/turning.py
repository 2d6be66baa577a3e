"""Turning points of any daily series: days on which it leaves its usual swing, and which way."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.records import TurningPoint


def turning_points(days: Sequence[str], values: Sequence[float]) -> list[TurningPoint]:
    """The days on which a series turned."""
    return []
