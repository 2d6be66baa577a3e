"""The encoder's windows part a document without gap or overlap."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotate.quotations import quotations
from dragoman.annotate.sentences import sentences
from dragoman.annotate.tokens import tokens
from dragoman.model.places import MIDDLE, places
from dragoman.model.windows import PIECES, WORD_PIECES, Words, as_input, depths_of, windows, words_of, writing
from dragoman.records import Document


def layered(text: str) -> Document:
    """A document with the layers that the encoder needs."""
    return sentences(quotations(tokens(Document(id="", ref="t", text=text, lang="en"))))


@dataclass
class Pieces:
    """What the stand-in for a tokenizer gives."""

    ids: list[int]
    word_ids: list[int | None]


class Letters:
    """A stand-in for a tokenizer: one piece for every four letters."""

    def encode(self, sequence: list[str], *, is_pretokenized: bool, add_special_tokens: bool) -> Pieces:
        """Pieces of some words."""
        counts = [-(-len(word) // 4) for word in sequence]
        return Pieces([7 for n in counts for _ in range(n)], [i for i, n in enumerate(counts) for _ in range(n)])


@given(st.lists(st.integers(1, 40), min_size=1, max_size=60), st.integers(0, 3))
def test_cores_part_the_words(lengths: list[int], heavy: int) -> None:
    """Every word is asked in exactly one window, whatever the sentences' lengths."""
    pieces = tuple((7,) * (1 + (i * 5 + heavy) % WORD_PIECES) for i in range(sum(lengths)))
    starts, at = [], 0
    for length in lengths:
        starts.append(at)
        at += length
    words = Words(pieces, (0,) * len(pieces), (0,) * len(pieces), tuple(starts))
    found = windows(words)
    asked = [word for window in found for word in range(window.core_start, window.core_end)]
    assert asked == list(range(len(pieces)))
    assert all(window.start <= window.core_start and window.core_end <= window.end for window in found)
    assert all(len(as_input(words, window).pieces) <= PIECES for window in found)


def test_a_word_of_a_megabyte_has_few_pieces() -> None:
    """One endless word costs no more than a long one."""
    words = words_of(layered("a" * 1_000_000 + " said so."), Letters())
    assert max(map(len, words.pieces)) <= WORD_PIECES


def test_marks_and_quoted_words_have_their_depth() -> None:
    """An opening mark, quoted words and a closing mark are told apart from the rest."""
    document = layered('He said "we are ready" again.')
    assert depths_of(document) == [0, 0, 3, 1, 1, 1, 4, 0, 0]


@pytest.mark.parametrize(("word", "kind"), [("talks", 0), ("Ankara", 1), ("NATO", 2), ("McKay", 3), ("G20", 4), ("—", 5)])
def test_writing_is_told_apart(word: str, kind: int) -> None:
    """Small, initial, capital, mixed, digit and mark are six classes."""
    assert writing(word) == kind


def test_places_count_from_the_cue() -> None:
    """Words before a cue have smaller classes, words behind it greater ones, and the sentence of the cue is the middle one."""
    near, apart = places((0, 5, 9), 0, 12, (6, 7))
    assert near[6] == MIDDLE
    assert near[5] < MIDDLE < near[7]
    assert apart.tolist() == [3, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5]
