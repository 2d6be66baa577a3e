"""What a statement does - promise, demand, deny, praise: its cue, the words of its content and its shape vote.

The votes stand as numbers in ``acts.toml``. They are added up; the act with most is the main one, and what comes close
to it is named beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.knowledge.attitude import Votes, act_votes
from dragoman.records import Document, Statement

SHORT = 4  # words: an answer such as "Nonsense", which denies or evades
LONG = 30  # words: longer than three contents in four of the training articles


def acts(document: Document) -> Document:
    """Fill ``acts`` of every statement, the main act first."""
    return replace(document, statements=tuple(replace(s, acts=acts_of(document, s)) for s in document.statements))


def acts_of(document: Document, statement: Statement) -> tuple[str, ...]:
    """The acts of one statement: the one with most votes, and those that come within the margin."""
    found = tally(statement, folded(document, statement))
    ranked = sorted(found.items(), key=lambda act: (-act[1], act[0]))
    close = [act for act, votes in ranked[1:] if votes >= ranked[0][1] - act_votes().margin and votes > act_votes().prior.get(act, 0.0)]
    return tuple([ranked[0][0], *close][: act_votes().most])


def folded(document: Document, statement: Statement) -> str:
    """The content in small letters, with straight apostrophes and single blanks."""
    words = " ".join(document.words(span) for span in statement.content)
    return " ".join(words.casefold().replace("\u2019", "'").split())


def tally(statement: Statement, words: str) -> dict[str, float]:
    """The votes that each act gets."""
    found: dict[str, float] = {}
    for votes in cast_by(statement, words):
        for act, vote in votes.items():
            found[act] = found.get(act, 0.0) + vote
    return found


def cast_by(statement: Statement, words: str) -> Iterator[Votes]:
    """The votes of the cue, of each sign in the content, and of the statement's shape."""
    known = act_votes()
    yield known.prior
    yield known.cues.get(statement.cue_word or "", {}) if statement.cue else known.no_cue
    for sign in known.signs:
        if sign.pattern.search(words):
            yield sign.votes
    length = len(words.split())
    for shape, there in (("short", length <= SHORT), ("long", length >= LONG), ("direct", statement.kind == "direct")):
        if there:
            yield known.shapes.get(shape, {})
