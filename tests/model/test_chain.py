"""The chain finds the sequence that enumeration finds."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np

from dragoman.model.chain import Chain, best, marginals, runs

CHAIN = Chain(("O", "B-X", "I-X"), np.array([0, 0, -1e4], np.float32), np.array([[0.1, 0, -1e4], [0, 0.2, 0.5], [0, 0, 0.3]], np.float32))


def score(labels: tuple[int, ...], emissions: np.ndarray) -> float:
    """The score of one sequence."""
    steps = sum(CHAIN.transitions[a, b] for a, b in pairwise(labels))
    return float(CHAIN.start[labels[0]] + steps + sum(emissions[i, label] for i, label in enumerate(labels)))


def test_the_best_sequence_is_the_best_of_all() -> None:
    """Viterbi's sequence has the highest score of all sequences."""
    emissions = np.random.default_rng(3).normal(size=(4, 5, 3)).astype(np.float32)
    found = best(CHAIN, emissions)
    for row in range(4):
        wanted = max(product(range(3), repeat=5), key=lambda labels: score(labels, emissions[row]))
        assert tuple(found[row]) == wanted


def test_marginals_are_shares_of_all_sequences() -> None:
    """A label's probability is the share of the sequences that have it, by their scores."""
    emissions = np.random.default_rng(4).normal(size=(4, 3)).astype(np.float32)
    weights = {labels: np.exp(score(labels, emissions)) for labels in product(range(3), repeat=4)}
    total = sum(weights.values())
    found = marginals(CHAIN, emissions)
    for word in range(4):
        for label in range(3):
            wanted = sum(w for labels, w in weights.items() if labels[word] == label) / total
            assert abs(found[word, label] - wanted) < 1e-4


def test_runs_join_inside_labels_to_their_beginning() -> None:
    """B opens a run, I goes on with it, O ends it."""
    assert runs(CHAIN, np.array([1, 2, 0, 1, 1, 2])) == [(0, 2, "X"), (3, 4, "X"), (4, 6, "X")]
