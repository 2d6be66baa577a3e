"""A linear chain over labels at work: the best sequence, and how sure each label is. Viterbi 1967; Rabiner 1989 for both."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Chain:
    """Labels with their start scores (labels) and transition scores (from, to)."""

    labels: tuple[str, ...]
    start: Scores
    transitions: Scores


def best(chain: Chain, emissions: Scores) -> NDArray[np.int64]:
    """The best label numbers (rows, words) for emissions (rows, words, labels)."""
    rows, words, _ = emissions.shape
    score = emissions[:, 0] + chain.start
    back = np.zeros((rows, words, len(chain.labels)), np.int64)
    for word in range(1, words):
        ahead = score[:, :, None] + chain.transitions
        back[:, word] = ahead.argmax(1)
        score = ahead.max(1) + emissions[:, word]
    found = np.zeros((rows, words), np.int64)
    found[:, -1] = score.argmax(1)
    every = np.arange(rows)
    for word in range(words - 1, 0, -1):
        found[:, word - 1] = back[every, word, found[:, word]]
    return found


def marginals(chain: Chain, emissions: Scores) -> Scores:
    """How probable each label of each word is (words, labels), for one sequence (words, labels)."""
    forward, backward = np.zeros_like(emissions), np.zeros_like(emissions)
    forward[0] = emissions[0] + chain.start
    for word in range(1, len(emissions)):
        forward[word] = summed(forward[word - 1][:, None] + chain.transitions, 0) + emissions[word]
    for word in range(len(emissions) - 2, -1, -1):
        backward[word] = summed(chain.transitions + (emissions[word + 1] + backward[word + 1])[None, :], 1)
    total = forward + backward
    total -= total.max(1, keepdims=True)
    chances = np.exp(total)
    return np.asarray(chances / chances.sum(1, keepdims=True), np.float32)


def summed(scores: Scores, axis: int) -> Scores:
    """Logarithm of summed exponentials."""
    top = scores.max(axis, keepdims=True)
    return np.asarray(np.log(np.exp(scores - top).sum(axis)) + top.squeeze(axis), np.float32)


def runs(chain: Chain, labels: NDArray[np.int64]) -> list[tuple[int, int, str]]:
    """(first, behind the last, type) of the stretches that BIO labels mark."""
    found: list[tuple[int, int, str]] = []
    for word, number in enumerate(labels.tolist()):
        label = chain.labels[number]
        if label[0] == "B":
            found.append((word, word + 1, label[2:]))
        elif label[0] == "I" and found and found[-1][1] == word and found[-1][2] == label[2:]:
            found[-1] = (found[-1][0], word + 1, label[2:])
    return found
