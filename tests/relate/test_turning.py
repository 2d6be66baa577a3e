"""Turning points of plain series."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import dragoman

DAYS = [(date(2020, 1, 1) + timedelta(days=n)).isoformat() for n in range(1000)]
CALM = [float((n * 37) % 11 - 5) for n in range(1000)]


def struck(*spikes: tuple[int, float]) -> list[float]:
    """The calm series with some weeks out of the ordinary."""
    return [value + sum(size for start, size in spikes if start <= n < start + 7) for n, value in enumerate(CALM)]


def test_a_week_far_out_of_the_ordinary_is_a_turning_point_with_its_direction() -> None:
    found = dragoman.turning_points(DAYS, struck((300, -400.0), (700, 400.0)))
    assert [(point.date, point.direction) for point in found] == [(DAYS[300], "down"), (DAYS[700], "up")]
    assert all(point.size >= 6 for point in found)


def test_a_calm_series_and_a_flat_one_turn_nowhere() -> None:
    assert dragoman.turning_points(DAYS, CALM) == []
    assert dragoman.turning_points(DAYS, [1.0] * 1000) == []
    assert dragoman.turning_points([], []) == []
    assert dragoman.turning_points(["2020-01-01"], [5.0]) == []


def test_the_scale_and_the_zero_of_a_series_do_not_matter() -> None:
    values = struck((300, -400.0))
    first = [(point.date, point.direction, round(point.size, 6)) for point in dragoman.turning_points(DAYS, values)]
    again = [(point.date, point.direction, round(point.size, 6)) for point in dragoman.turning_points(DAYS, [7 * v + 100 for v in values])]
    assert first == again != []


def test_days_that_are_left_out_count_as_nothing_told() -> None:
    values = struck((300, -400.0))
    kept = [n for n in range(1000) if n % 5 or 290 < n < 320]
    found = dragoman.turning_points([DAYS[n] for n in kept], [values[n] for n in kept])
    assert [point.date for point in found] == [DAYS[300]]


@pytest.mark.parametrize(
    ("days", "values", "wrong"),
    [
        (["2020-01-01"], [], "1 days and 0 values"),
        (["2020-02-30"], [1.0], "no day"),
        (["2020-01-02", "2020-01-01"], [1.0, 2.0], "does not come after"),
        (["2020-01-01"], [float("nan")], "finite"),
    ],
)
def test_series_that_are_none_are_refused(days: list[str], values: list[float], wrong: str) -> None:
    with pytest.raises(dragoman.UsageError, match=wrong):
        dragoman.turning_points(days, values)
