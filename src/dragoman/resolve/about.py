"""Whom a statement is about: the states and bodies it names, and the speaker's own side where it is a party."""

from __future__ import annotations

from dataclasses import replace

from dragoman.knowledge.actors import is_state
from dragoman.records import Document, Mention, Span, Statement
from dragoman.resolve.index import sentence_index

MINE = frozenset({"we", "us", "our", "ours"})


def about(document: Document) -> Document:
    """Fill ``about`` of every statement."""
    return replace(document, statements=tuple(replace(s, about=parties(document, s)) for s in document.statements))


def parties(document: Document, statement: Statement) -> tuple[str, ...]:
    """The sorted ids of the actors that a statement concerns."""
    found: list[str] = []
    for mention in mentions_of(document, statement):
        found += [i for i in (mention.actor, *mention.members) if i and concerns(i, mention)]
    own = statement.voice_of
    foreign = [i for i in found if i != own]
    if own and is_state(own[:3]) and (not found or (foreign and speaks_of_own(document, statement))):
        found.append(own)
    if not foreign and own:
        found += before(document, statement, own)
    return tuple(sorted(set(found)))


def concerns(actor: str, mention: Mention) -> bool:
    """Whether an actor is one that relations are about."""
    return (is_state(actor[:3]) and (len(actor) == 3 or actor[3] == ":")) or (
        actor.startswith(("org:", "group:"))
        and mention.subtype not in ("media", "company", "ngo")
        and mention.by in ("known-name", "pronoun", "institution")
    )


def mentions_of(document: Document, statement: Statement) -> list[Mention]:
    """The mentions inside a statement's content."""
    return [m for m in document.mentions if any(c.covers(m.span) for c in statement.content)]


def speaks_of_own(document: Document, statement: Statement) -> bool:
    """Whether the speaker's own side is a party to what is said of others: nearly always in diplomacy, unless it is plain news of a third pair."""
    words = {t.norm for t in document.tokens if any(c.covers(t.span) for c in statement.content)}
    foreign = {m.actor for m in mentions_of(document, statement) if m.type == "state" and m.actor and m.actor != statement.voice_of}
    return bool(words & MINE) or (len(foreign) == 1 and statement.standing in ("office", "former", "opposition", "anonymous", None))


def before(document: Document, statement: Statement, own: str) -> list[str]:
    """The other side when the content names none: the state that the speaker's statement before was about, if it is near."""
    here = statement.content[0]
    words = {t.norm for t in document.tokens if any(c.covers(t.span) for c in statement.content)}
    if not words & (
        MINE | {"they", "their", "them", "it", "its", "he", "his", "both", "relations", "ties", "neighbour", "neighbours", "neighbor"}
    ):
        return []
    near = [
        m
        for m in document.mentions
        if m.span.end <= here.start
        and m.type == "state"
        and m.actor
        and m.actor != own
        and is_state(m.actor[:3])
        and distance(document, m.span, here) <= 2
    ]
    return [near[-1].actor, own] if near and near[-1].actor else []


def distance(document: Document, one: Span, other: Span) -> int:
    """How many sentences part two spans."""
    return abs(sentence_index(document, other.start) - sentence_index(document, one.start))
