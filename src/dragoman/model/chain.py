"""A linear chain over labels at work: the best sequence, and how sure each label is. Viterbi 1967; Rabiner 1989 for both.

Sequences of different lengths are read side by side, one word of all of them at a time: the arithmetic of a row knows
nothing of the other rows, and the steps cost what one sequence costs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Chances = NDArray[np.float64]
Numbers = NDArray[np.int64]
OUTSIDE = 0  # the number of the label O


@dataclass(frozen=True, slots=True)
class Chain:
    """Labels with their start scores (labels) and transition scores (from, to)."""

    labels: tuple[str, ...]
    start: Scores
    transitions: Scores


def stacked(rows: Sequence[Scores]) -> tuple[Scores, Numbers]:
    """Emissions (words, labels) of several sequences as one array (rows, words, labels), and the sequences' lengths."""
    sizes = np.array([len(row) for row in rows], np.int64)
    found = np.zeros((len(rows), int(np.max(sizes)), rows[0].shape[1]), np.float32)
    for number, row in enumerate(rows):
        found[number, : len(row)] = row
    return found, sizes


def best(chain: Chain, rows: Sequence[Scores]) -> list[Numbers]:
    """The best label numbers (words) of every sequence of emissions (words, labels)."""
    emissions, sizes = stacked(rows)
    scores = np.empty_like(emissions)
    scores[:, 0] = emissions[:, 0] + chain.start
    for word in range(1, emissions.shape[1]):
        scores[:, word] = (scores[:, word - 1, :, None] + chain.transitions).max(1) + emissions[:, word]
    found = np.zeros(emissions.shape[:2], np.int64)
    every = np.arange(len(rows))
    found[every, sizes - 1] = scores[every, sizes - 1].argmax(1)
    arriving = np.ascontiguousarray(chain.transitions.T)
    for word in range(emissions.shape[1] - 1, 0, -1):
        before = (scores[:, word - 1] + arriving[found[:, word]]).argmax(1)
        found[:, word - 1] = np.where(word < sizes, before, found[:, word - 1])
    return [labels[:size] for labels, size in zip(found, sizes.tolist(), strict=True)]


def marginals(chain: Chain, rows: Sequence[Scores]) -> list[Chances]:
    """How probable each label of each word is (words, labels), for every sequence of emissions (words, labels)."""
    emissions, sizes = stacked(rows)
    # Each word's chances are kept near 1, so that products of many words neither vanish nor overflow.
    own = np.exp(emissions - emissions.max(2, keepdims=True), dtype=np.float64)
    moves = np.exp(chain.transitions, dtype=np.float64)
    forward, backward = np.ones_like(own), np.ones_like(own)
    forward[:, 0] = own[:, 0] * np.exp(chain.start, dtype=np.float64)
    for word in range(1, own.shape[1]):
        ahead = (forward[:, word - 1, :, None] * moves).sum(1) * own[:, word]
        forward[:, word] = ahead / ahead.sum(1, keepdims=True)
    for word in range(own.shape[1] - 2, -1, -1):
        behind = ((own[:, word + 1] * backward[:, word + 1])[:, None] * moves).sum(2)
        backward[:, word] = np.where((word + 1 < sizes)[:, None], behind / behind.sum(1, keepdims=True), 1)
    total = forward * backward
    total /= total.sum(2, keepdims=True)
    return [chances[:size] for chances, size in zip(total, sizes.tolist(), strict=True)]


def runs(chain: Chain, labels: Numbers) -> list[tuple[int, int, str]]:
    """(first, behind the last, type) of the stretches that BIO labels mark."""
    found: list[tuple[int, int, str]] = []
    marked = np.flatnonzero(labels != OUTSIDE)
    for word, number in zip(marked.tolist(), labels[marked].tolist(), strict=True):
        label = chain.labels[number]
        if label[0] == "B":
            found.append((word, word + 1, label[2:]))
        elif found and found[-1][1] == word and found[-1][2] == label[2:]:
            found[-1] = (found[-1][0], word + 1, label[2:])
    return found
