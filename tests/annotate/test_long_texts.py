"""Texts that nobody writes are read in linear time, too."""

from __future__ import annotations

import time

import pytest

from dragoman.annotate import annotate
from dragoman.read.document import read_text

WHOLE = 8_000  # characters; long enough that a step over all pairs of tokens would stand out


def seconds(text: str) -> float:
    """Seconds of processor time that all steps of a text's own words take."""
    document = read_text(text, "test", lang="en")
    start = time.process_time()
    annotate(document)
    return time.process_time() - start


@pytest.mark.parametrize(
    ("opening", "repeated"),
    [("", "general "), ("", "\u201c\u2018"), ("\u201cWe agree: ", "\u2018calm\u2019 "), ("", "said said "), ("", "A: calm\n")],
    ids=["one office word", "marks that never close", "quotations inside one", "one cue", "answers"],
)
def test_four_times_a_hostile_text_takes_about_four_times_as_long(opening: str, repeated: str) -> None:
    short, long = opening + repeated * (WHOLE // 4 // len(repeated)), opening + repeated * (WHOLE // len(repeated))
    seconds(short)
    assert seconds(long) < 8 * seconds(short) + 0.2
