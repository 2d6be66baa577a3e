"""Where a word stands to a cue, as the role reader takes it: the same in training and in use."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

MIDDLE = 13  # the class of the cue's own words; left of it smaller, right of it greater
STEPS = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64)  # words from which a farther class begins
REACH = 4  # sentences; what lies beyond counts as that far


def places(sentences: Sequence[int], start: int, end: int, cue: tuple[int, int]) -> tuple[list[int], list[int]]:
    """Distance class (0 to 26) and sentence class (0 to 8) of the words ``start`` to ``end`` toward a cue.

    ``sentences`` are the numbers of the first words of all sentences, ``cue`` the first word and the one behind the last.
    """
    home = bisect_right(sentences, cue[0])
    near, apart = [], []
    sentence = bisect_right(sentences, start)
    for word in range(start, end):
        while sentence < len(sentences) and sentences[sentence] <= word:
            sentence += 1
        near.append(distance(word, cue))
        apart.append(max(-REACH, min(REACH, sentence - home)) + REACH)
    return near, apart


def distance(word: int, cue: tuple[int, int]) -> int:
    """The distance class of one word."""
    if word < cue[0]:
        return MIDDLE - bisect_right(STEPS, cue[0] - word)
    if word >= cue[1]:
        return MIDDLE + bisect_right(STEPS, word - cue[1] + 1)
    return MIDDLE
