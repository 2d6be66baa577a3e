"""Figures from signals: a weighted mean, how sure it is, and the part of every report in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum, sqrt

from dragoman.records import Evidence, Measure
from dragoman.relate import model
from dragoman.relate.signals import DEEDS, WORDS, Signal, evidence

Part = tuple[Signal, float]


@dataclass(frozen=True, slots=True)
class Figure:
    """A weighted mean of signals: its value, its standard error, on how many observations it rests, and the signals' weights.

    ``count`` is the effective number of observations; weights sum to 1.
    """

    value: float
    error: float
    count: float
    parts: tuple[Part, ...]

    @property
    def half(self) -> float:
        """Half the width of the 90 % interval."""
        return model.quantile(self.count + model.SPREAD_COUNT) * self.error


def aged(signals: Iterable[Signal], as_of: int) -> list[Part]:
    """Signals with what they count on a day: their own weight, halved with every half-life."""
    return [(signal, signal.weight * model.recency(as_of - signal.day)) for signal in signals]


def unaged(signals: Iterable[Signal]) -> list[Part]:
    """Signals with their own weight."""
    return [(signal, signal.weight) for signal in signals]


def mean(parts: Sequence[Part]) -> Figure | None:
    """The weighted mean of signals; None without any.

    Its error is the spread of the signals over the root of their effective number. That number is Kish's (sum of weights
    squared over sum of squares), and never more than the sum of the weights: old and doubtful signals are no full
    observations. The spread is pooled with a prior guess at it, which keeps two signals that agree by chance from looking
    sure; the value itself is drawn toward nothing.
    """
    total = fsum(weight for _, weight in parts)
    if not total > 0:
        return None
    shares = [(signal, weight / total) for signal, weight in parts]
    value = fsum(signal.value * share for signal, share in shares)
    count = min(total, 1.0 / fsum(share * share for _, share in shares))
    seen = fsum(share * (signal.value - value) ** 2 for signal, share in shares)
    spread = (count * seen + model.SPREAD_COUNT * model.SPREAD**2) / (count + model.SPREAD_COUNT)
    return Figure(value, sqrt(spread / count), count, tuple(shares))


def combined(parts: Sequence[Part]) -> Figure | None:
    """The state that words and deeds make together; the one alone where the other is not told.

    Each has its say by its share in the model and by how much evidence it has: a measure that rests on one report moves the
    state less than one that rests on fifty.
    """
    words = mean([part for part in parts if part[0].kind == WORDS])
    deeds = mean([part for part in parts if part[0].kind == DEEDS])
    if words is None or deeds is None:
        return words or deeds
    say_words = (1.0 - model.DEEDS_SHARE) * words.count / (words.count + model.SHARE_COUNT)
    say_deeds = model.DEEDS_SHARE * deeds.count / (deeds.count + model.SHARE_COUNT)
    of_words = say_words / (say_words + say_deeds)
    of_deeds = 1.0 - of_words
    return Figure(
        of_words * words.value + of_deeds * deeds.value,
        sqrt((of_words * words.error) ** 2 + (of_deeds * deeds.error) ** 2),
        words.count + deeds.count,
        (*((s, of_words * w) for s, w in words.parts), *((s, of_deeds * w) for s, w in deeds.parts)),
    )


def measure(figure: Figure | None) -> Measure:
    """A figure as it is told, with all of its evidence."""
    if figure is None:
        return Measure()
    low, high = bounds(figure)
    return Measure(figure.value, low, high, proof(figure))


def bounds(figure: Figure) -> tuple[float, float]:
    """The 90 % interval of a figure, within the scale."""
    return max(-1.0, figure.value - figure.half), min(1.0, figure.value + figure.half)


def proof(figure: Figure) -> tuple[Evidence, ...]:
    """Every report with its value, weight and contribution, what moves the figure most first."""
    return ranked(evidence(report, value, weight * share) for signal, weight in figure.parts for report, value, share in signal.parts())


def difference(before: Figure, after: Figure) -> tuple[Evidence, ...]:
    """The evidence of a change: weights of what came after sum to 1, of what was before to -1, contributions to the change."""
    negative = Figure(before.value, before.error, before.count, tuple((signal, -weight) for signal, weight in before.parts))
    return ranked((*proof(after), *proof(negative)))


def ranked(found: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Evidence in the order of its weight; of equal weight the newest first, then by document and place."""
    return tuple(sorted(found, key=lambda e: (-round(abs(e.weight or 0.0), 9), reverse(e.published), e.document, e.span, e.item or "")))


def reverse(day: str | None) -> tuple[int, ...]:
    """A key that puts later days first and no day last."""
    return tuple(-ord(letter) for letter in day) if day else (1,)
