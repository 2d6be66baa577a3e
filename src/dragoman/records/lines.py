"""A text whose lines were broken at a fixed width, as its sentences run: a room reads it so, and returns it as it came."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.records.article import Span

BREAKS = str.maketrans(dict.fromkeys("\n\r\u2028\u2029\x0b\x0c\x85", " "))


def unbroken(text: str, paragraphs: Iterable[Span]) -> str:
    """The text with a blank for every line break inside a paragraph, so that all offsets hold."""
    pieces, at = [], 0
    for start, end in paragraphs:
        pieces += [text[at:start], text[start:end].translate(BREAKS)]
        at = end
    return "".join([*pieces, text[at:]])
