"""The scale of stances has one zero."""

from __future__ import annotations

import math

import pytest

from dragoman.resolve.stance import tenth


@pytest.mark.parametrize("value", [-0.04, -0.0, 0.0, 0.04])
def test_zero_bears_no_minus_so_that_every_database_holds_the_same(value: float) -> None:
    assert math.copysign(1, tenth(value)) == 1


def test_a_value_stays_on_the_scale() -> None:
    assert (tenth(-7), tenth(0.26), tenth(7)) == (-2.0, 0.3, 2.0)
