"""The weights and shares that scores are made of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import dragoman
from dragoman.knowledge.scores import chance_of, chances, log_odds


def test_every_way_to_a_speaker_has_a_chance() -> None:
    """Each word for a way in the resolving room stands in the table, and no other does."""
    room = Path(dragoman.__file__).parent / "resolve"
    words = {w for path in room.glob("*.py") for w in re.findall(r"\"([a-z]+(?:-[a-z]+)*)\"", path.read_text(encoding="utf-8"))}
    made = {f"{kind}-{how}" for kind in ("pronoun", "nominal") for how in ("alone", "fitting", "last")}
    made |= {f"{kind}{how}" for kind in ("state", "body") for how in ("", "-guessed", "-in-words")}
    assert {*chances().ways} <= words | made
    assert made <= {*chances().ways}


def test_a_way_is_a_chance() -> None:
    assert all(0 < share < 1 for share in chances().ways.values())


def test_agreement_of_rules_and_encoder_raises_the_chance() -> None:
    weights = chances().encoder
    assert chance_of(weights, ["indirect"], 1.0) < chance_of(weights, ["indirect", "overlaps"], 1.0) < chance_of(weights, ["agrees"], 1.0)


def test_signs_that_are_not_weighed_change_nothing() -> None:
    assert chance_of(chances().rules, ["indirect"]) == chance_of(chances().rules, [])


@pytest.mark.parametrize(("score", "odds"), [(0.5, 0.0), (0.0, -4.595), (1.0, 4.595)])
def test_log_odds_stay_finite(score: float, odds: float) -> None:
    assert log_odds(score) == pytest.approx(odds, abs=0.001)
