"""The chain finds the sequence that enumeration finds, for every row of any company."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from dragoman.model.chain import Chain, best, marginals, runs

CHAIN = Chain(("O", "B-X", "I-X"), np.array([0, 0, -1e4], np.float32), np.array([[0.1, 0, -1e4], [0, 0.2, 0.5], [0, 0, 0.3]], np.float32))
SIZES = (5, 1, 4, 3)


def score(labels: tuple[int, ...], emissions: np.ndarray) -> float:
    """The score of one sequence."""
    steps = sum(CHAIN.transitions[a, b] for a, b in pairwise(labels))
    return float(CHAIN.start[labels[0]] + steps + sum(emissions[i, label] for i, label in enumerate(labels)))


@pytest.fixture
def rows() -> list[np.ndarray]:
    """Emissions of sequences of different lengths."""
    chance = np.random.default_rng(3)
    return [chance.normal(size=(size, 3)).astype(np.float32) for size in SIZES]


def test_the_best_sequence_is_the_best_of_all(rows: list[np.ndarray]) -> None:
    """Viterbi's sequence has the highest score of all sequences of its length."""
    for emissions, found in zip(rows, best(CHAIN, rows), strict=True):
        wanted = max(product(range(3), repeat=len(emissions)), key=lambda labels: score(labels, emissions))
        assert tuple(found) == wanted


def test_marginals_are_shares_of_all_sequences(rows: list[np.ndarray]) -> None:
    """A label's probability is the share of the sequences that have it, by their scores."""
    for emissions, found in zip(rows, marginals(CHAIN, rows), strict=True):
        weights = {labels: np.exp(score(labels, emissions)) for labels in product(range(3), repeat=len(emissions))}
        total = sum(weights.values())
        for word in range(len(emissions)):
            for label in range(3):
                wanted = sum(w for labels, w in weights.items() if labels[word] == label) / total
                assert abs(found[word, label] - wanted) < 1e-4


def test_a_row_is_read_alone_as_in_company(rows: list[np.ndarray]) -> None:
    """Neither labels nor chances depend, to the last bit, on the rows beside them."""
    for number, row in enumerate(rows):
        assert np.array_equal(best(CHAIN, [row])[0], best(CHAIN, rows)[number])
        assert np.array_equal(marginals(CHAIN, [row])[0], marginals(CHAIN, rows)[number])


def test_chances_of_a_long_sequence_stay_numbers() -> None:
    """Thousands of sure words neither overflow nor vanish."""
    emissions = np.tile(np.array([[60, 0, -60], [-60, 60, 0]], np.float32), (2_000, 1))
    chances = marginals(CHAIN, [emissions])[0]
    assert np.isfinite(chances).all()
    assert chances[0, 0] > 0.999 > 0.001 > chances[1, 0]


def test_runs_join_inside_labels_to_their_beginning() -> None:
    """B opens a run, I goes on with it, O ends it."""
    assert runs(CHAIN, np.array([1, 2, 0, 1, 1, 2])) == [(0, 2, "X"), (3, 4, "X"), (4, 6, "X")]
