"""Texts of several parties in numbered points: "2. Respect for the frontier ... is the ground of all future relations"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dragoman.annotate.statements.spoken import direct, speech_words, utterance
from dragoman.annotate.stream import norm, within
from dragoman.records import Document, Span, Statement

POINT = re.compile(r"\(?(?P<number>\d{1,2})[.)]\s+(?=\S)")
LEAST = 3  # points of a text
BEFORE = 3  # paragraphs before the first point that may announce the text


def points(document: Document, reported: Sequence[Statement]) -> Iterator[Statement]:
    """The numbered points of a text that is announced as agreed, signed or issued.

    Points that report ("The two sides noted that ...") are what their own cues make of them, in ``reported``.
    """
    found = run_of_points(document)
    if len(found) < LEAST or not is_announced(document, found[0][0]):
        return
    cues = sorted(cue.start for s in reported for cue in s.cue)
    for number, begins in found:
        at = bisect_left(cues, begins)
        if at < len(cues) and cues[at] < document.paragraphs[number].end:
            continue
        words = utterance(document, Span(begins, document.paragraphs[number].end))
        if words is not None and document.text[words.end - 1] in ".;":
            yield direct((words,), "point")


def run_of_points(document: Document) -> list[tuple[int, int]]:
    """The paragraphs that are numbered from one onward without a gap, and where their words begin."""
    found: list[tuple[int, int]] = []
    for number, paragraph in enumerate(document.paragraphs):
        match = POINT.match(document.text, paragraph.start, paragraph.end)
        if match and int(match["number"]) == len(found) + 1:
            found.append((number, match.end()))
    return found


def is_announced(document: Document, first: int) -> bool:
    """Whether the paragraphs before the first point name a text and say that it was agreed or issued."""
    words: set[str] = set()
    for paragraph in document.paragraphs[max(0, first - BEFORE) : first]:
        words |= {norm(document, i) for i in within(document, paragraph)}
    return bool(words & speech_words("texts")) and bool(words & speech_words("settled"))
