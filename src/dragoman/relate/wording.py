"""Words as they are compared: which stretch tells of something, and whether two reports tell it in the same words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from dragoman.records import Document, Span
from dragoman.relate import model

CLOSING = ('"', "\u201d", "\u2019", "\u00bb")
WORD = re.compile(r"\w+")


def wording(document: Document, span: Span) -> tuple[str, ...]:
    """The words of a stretch without case and marks."""
    return tuple(WORD.findall(document.words(span).casefold()))


def runs(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The stretches of so many words in a row that prove a common origin; all of the words where they are fewer."""
    if len(words) <= model.RUN:
        return [words]
    return [words[start : start + model.RUN] for start in range(len(words) - model.RUN + 1)]


def sentence_at(document: Document, span: Span) -> Span:
    """The sentence that holds a stretch, with a closing quotation mark right behind it; the stretch itself where none does."""
    index = bisect_right(document.sentences, span.start, key=lambda s: s.start) - 1
    if index < 0 or not document.sentences[index].covers(span):
        return span
    start, end = document.sentences[index]
    return Span(start, end + (document.text[end : end + 1] in CLOSING))


def context_of(document: Document, span: Span) -> Span:
    """The sentences that hold a stretch and the one before them."""
    first = max(0, bisect_right(document.sentences, span.start, key=lambda s: s.start) - 2)
    last = bisect_left(document.sentences, span.end, key=lambda s: s.start) - 1
    if not document.sentences or last < first:
        return span
    return Span(min(span.start, document.sentences[first].start), max(span.end, document.sentences[last].end))
