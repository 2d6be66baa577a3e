"""Quotations that go on behind their attribution: ``"A," he said. "B."`` is one statement with two spans."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from dragoman.annotate.quotations import DOUBLE
from dragoman.annotate.statements.floating import claimed, stands_alone
from dragoman.annotate.statements.spoken import trimmed
from dragoman.annotate.stream import paragraph_at, quotation_at
from dragoman.records import Document, Quotation, Statement, touched


def continued(document: Document, found: Sequence[Statement]) -> list[Statement]:
    """The statements, each with the quotation that follows its attribution in the same paragraph, if nobody claims it."""
    taken = claimed(document, found)
    cues = sorted(cue.start for s in found for cue in s.cue)
    done = []
    for item in (parted(document, item) for item in found):
        follower = next_quotation(document, item)
        if follower is None or another_between(cues, item.cue[0].end, follower.span.start):
            done.append(item)
        elif not touched(taken, follower.inner) and stands_alone(document, follower):
            part = trimmed(document, follower.inner)
            done.append(replace(item, content=(*item.content, part), quoted=(*item.quoted, part)))
        else:
            done.append(item)
    return done


def next_quotation(document: Document, item: Statement) -> Quotation | None:
    """The quotation that opens the sentence behind an attribution which itself stands behind a quotation."""
    if not item.cue or not item.quoted or item.content[-1].end > item.cue[0].start:
        return None
    before = quotation_at(document, item.content[-1].end - 1)
    if before is None or item.cue[0].start - before.span.end > ATTRIBUTION:
        return None
    index = bisect_right(document.sentences, item.cue[0].start, key=lambda s: s.start)
    if index >= len(document.sentences):
        return None
    start = document.sentences[index].start
    at = bisect_left(document.quotations, start, key=lambda q: q.span.start)
    follower = document.quotations[at] if at < len(document.quotations) else None
    if (
        follower is None
        or follower.span.start != start
        or follower.depth
        or paragraph_at(document, start) != paragraph_at(document, item.cue[0].start)
    ):
        return None
    return follower


ATTRIBUTION = 160  # characters between a quotation and its cue; a longer way leads to another clause


def another_between(cues: Sequence[int], start: int, end: int) -> bool:
    """Whether another cue stands between two offsets: '"A," he said, promising more. "B."' are two statements."""
    at = bisect_left(cues, start)
    return at < len(cues) and cues[at] < end


def parted(document: Document, item: Statement) -> Statement:
    """A statement of unquoted words without a quotation that stands alone behind its cue: 'A, said the minister. "B."'."""
    if len(item.content) < 2 or not item.cue or item.content[-1].start < item.cue[0].end or item.content[-2].end > item.cue[0].start:
        return item
    last = quotation_at(document, item.content[-1].start)
    if last is None or last.inner.end > item.content[-1].end + 1 or not stands_alone(document, last):
        return item
    rest = item.content[:-1]
    marked = any(char in DOUBLE for char in document.text[rest[0].start : item.cue[0].start])
    if marked or any(quotation_at(document, span.start) is not None for span in rest):
        return item
    return replace(item, content=rest, quoted=(), kind="indirect")
