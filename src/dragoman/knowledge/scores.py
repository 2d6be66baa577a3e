"""How likely statements and their speakers are right: the weights and shares that scores are made of."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import cast

from dragoman.knowledge.language import table

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Chances:
    """Weights of the words by who saw them, the chance of loose quotations and of sure patterns, the least told, and the ways."""

    encoder: Weights
    rules: Weights
    loose: float
    patterns: Weights
    least: Weights
    ways: dict[str, float]


@cache
def chances() -> Chances:
    """The weights and shares of English."""
    data = table("scores")
    words = cast("dict[str, object]", data["words"])
    return Chances(
        cast("Weights", words["encoder"]),
        cast("Weights", words["rules"]),
        cast("float", words["loose"]),
        cast("Weights", words["patterns"]),
        cast("Weights", words["least"]),
        cast("Weights", data["ways"]),
    )


def chance_of(weights: Weights, signs: Iterable[str], surety: float = 0.0) -> float:
    """The chance that the signs of a statement add up to; ``surety`` is the log-odds of the encoder's own score."""
    odds = weights["base"] + sum(weights.get(sign, 0.0) for sign in signs) + weights.get("surety", 0.0) * surety
    return 1 / (1 + math.exp(-odds))


def log_odds(score: float) -> float:
    """The log-odds of a score, which is kept off 0 and 1 by a hundredth."""
    kept = min(max(score, 0.01), 0.99)
    return math.log(kept / (1 - kept))
