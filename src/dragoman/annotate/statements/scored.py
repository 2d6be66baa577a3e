"""How likely the words of a statement are right: that somebody is given just this, and by this source."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.annotate.statements.framed import content_tokens, jaccard
from dragoman.knowledge.language import clause_words
from dragoman.knowledge.scores import chance_of, chances, log_odds
from dragoman.records import Document, Span, Statement

ENCODER = "encoder"
AGREES, OVERLAPS = 0.8, 0.5  # Jaccard of words between the encoder's content and a rule's
SHORT = 4  # words


def scored(document: Document, found: Sequence[Statement], ruled: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements with the chance of their words as ``score``; where an encoder was asked, ``ruled`` is what the rules had found."""
    seen = bool(document.proposals.statements)
    by_cue = sorted(((cue, item) for item in ruled for cue in item.cue), key=lambda pair: pair[0]) if seen else []
    cues = [cue for cue, _ in by_cue]
    done = []
    for item in found:
        if not item.cue:
            done.append(replace(item, score=chances().loose))
            continue
        if item.by in chances().patterns:
            done.append(replace(item, score=chances().patterns[item.by]))
            continue
        beside = [by_cue[at][1] for cue in item.cue for at in touching(cues, cue)]
        signs = [*plain_signs(document, item), *(agreement(document, item, beside) if seen else rule_signs(item))]
        surety = log_odds(item.score) if item.by == ENCODER else 0.0
        done.append(replace(item, score=chance_of(chances().encoder if seen else chances().rules, signs, surety)))
    return tuple(done)


def touching(cues: Sequence[Span], cue: Span) -> Iterator[int]:
    """The numbers of the sorted cues that share a character with one."""
    high = bisect_left(cues, cue.end, key=lambda c: c.start)
    return (at for at in range(max(0, high - 4), high) if cues[at].touches(cue))


def plain_signs(document: Document, item: Statement) -> Iterator[str]:
    """The signs that need no second finder."""
    yield item.kind
    if item.within is not None:
        yield "inside"
    if not item.source:
        yield "sourceless"
    if len(content_tokens(document, item)) <= SHORT:
        yield "short"
    if item.cue_word in clause_words("core"):
        yield "core"


def rule_signs(item: Statement) -> Iterator[str]:
    """The signs that tell a rule's statement right or wrong where there is no encoder."""
    if item.cue and item.content[0].start < item.cue[0].start:
        yield "before"
    if item.by == "set-phrase":
        yield "set_phrase"


def agreement(document: Document, item: Statement, beside: Sequence[Statement]) -> Iterator[str]:
    """Whether the rules found the same words at the same cue, or only they saw the statement at all."""
    own = content_tokens(document, item)
    best = max((jaccard(own, content_tokens(document, other)) for other in beside), default=0.0)
    if best >= AGREES:
        yield "agrees"
    elif best >= OVERLAPS:
        yield "overlaps"
    if item.by != ENCODER:
        yield "ruled"
