"""Where a word stands to a cue, as the role reader takes it: the same in training and in use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MIDDLE = 13  # the class of the cue's own words; left of it smaller, right of it greater
STEPS = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64)  # words from which a farther class begins
REACH = 4  # sentences; what lies beyond counts as that far


def places(sentences: Sequence[int], start: int, end: int, cue: tuple[int, int]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Distance class (0 to 26) and sentence class (0 to 8) of the words ``start`` to ``end`` toward a cue.

    ``sentences`` are the numbers of the first words of all sentences, ``cue`` the first word and the one behind the last.
    """
    import numpy as np

    words = np.arange(start, end)
    before, behind = cue[0] - words, words - cue[1] + 1
    near = MIDDLE - np.searchsorted(STEPS, before, "right") + np.searchsorted(STEPS, behind, "right")
    apart = np.searchsorted(sentences, words, "right") - np.searchsorted(sentences, cue[0], "right")
    return near, np.clip(apart, -REACH, REACH) + REACH
