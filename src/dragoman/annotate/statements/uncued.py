"""Speech without a verb of saying: conversations, posts, letters, speeches, numbered points, and quotations by themselves."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from dragoman.annotate.statements.adopted import adopted
from dragoman.annotate.statements.floating import floating
from dragoman.annotate.statements.introduced import introduced
from dragoman.annotate.statements.letters import letters
from dragoman.annotate.statements.points import points
from dragoman.annotate.statements.posts import posts
from dragoman.annotate.statements.turns import turns
from dragoman.annotate.stream import sorted_mentions, within
from dragoman.records import Document, Mention, Span, Statement, touched, united

SAME = 0.8  # share of a stretch from which a statement that has it is the same one


def uncued(document: Document, found: Sequence[Statement]) -> list[Statement]:
    """The statements that no cue makes, beside those that ``found`` holds."""
    known = sorted(((content, s) for s in found for content in s.content), key=lambda pair: pair[0])
    whole: list[Statement] = []
    for items in (turns(document), posts(document), letters(document, found), points(document, found)):
        taken = united(span for s in whole for span in s.content)
        whole += [item for item in items if not touched(taken, item.hull) and not is_found(known, item.hull)]
    alone = introduced(document, [*found, *whole])
    alone += adopted(document, [*found, *whole, *alone])
    return [*whole, *floating(document, [*found, *whole], alone)]


def is_found(known: Sequence[tuple[Span, Statement]], hull: Span) -> bool:
    """Whether a statement that a cue outside of a stretch makes has most of it already; ``known`` are the sorted contents."""
    slack = int((1 - SAME) * (hull.end - hull.start))
    at = bisect_left(known, hull.start - slack, key=lambda pair: pair[0].start)
    for number in range(at, len(known)):
        content, other = known[number]
        if content.start > hull.start + slack:
            return False
        shared = min(content.end, hull.end) - max(content.start, hull.start)
        if shared >= SAME * (hull.end - hull.start) and not any(hull.covers(c) for c in other.cue):
            return True
    return False


def with_speakers_named(document: Document, found: Sequence[Statement]) -> Document:
    """The document with a mention for each label in capitals that names a speaker and that the names did not show."""
    extra = []
    starts = [m.span.start for m in document.mentions]
    for item in found:
        if item.by != "turn" or not item.source:
            continue
        span = item.source[0]
        at = bisect_left(starts, span.start)
        shown = any(m.span.touches(span) for m in document.mentions[max(0, at - 2) : at + 4])
        if not shown and is_name(document, span):
            extra.append(Mention(span, "name", "person", by="turn-label"))
    return replace(document, mentions=sorted_mentions([*document.mentions, *extra])) if extra else document


def is_name(document: Document, span: Span) -> bool:
    """Whether a label is a name: a word of four letters and more among its words, which are no initials."""
    return any(len(document.words(document.tokens[i].span)) >= 4 for i in within(document, span))
