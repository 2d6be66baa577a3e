"""We, our, the two countries: who is meant, once it is known who speaks and who was named before."""

from __future__ import annotations

from dataclasses import replace

from dragoman.knowledge.actors import is_state
from dragoman.records import Document, Mention, Statement
from dragoman.resolve.chains import sentence_index

WE = frozenset({"we", "us"})
OUR = frozenset({"our", "ours"})
RELATIONS = (
    "relations",
    "ties",
    "cooperation",
    "partnership",
    "friendship",
    "relationship",
    "countries",
    "peoples",
    "contacts",
    "dialogue",
    "trade",
    "alliance",
    "two",
    "border",
    "bilateral",
)
REACH = 2  # sentences back for "the two countries"


def deictics(document: Document) -> Document:
    """Fill ``actor`` or ``members`` of first-person pronouns inside statements and of plural nominals."""
    done = []
    for mention in document.mentions:
        if mention.kind == "pronoun" and mention.actor is None and document.words(mention.span).casefold() in WE | OUR:
            mention = first_person(document, mention)
        elif mention.kind == "nominal" and mention.type == "group" and mention.subtype == "parties" and not mention.members:
            mention = parties(document, mention)
        done.append(mention)
    return replace(document, mentions=tuple(done))


def statement_at(document: Document, mention: Mention) -> Statement | None:
    """The innermost statement in whose content a mention lies."""
    holding = [s for s in document.statements if any(c.covers(mention.span) for c in s.content)]
    return min(holding, key=lambda s: sum(c.end - c.start for c in s.content), default=None)


def first_person(document: Document, mention: Mention) -> Mention:
    """ "We" is the speaker's side; "our relations" are those of his side with the state named last."""
    statement = statement_at(document, mention)
    side = statement.voice_of if statement else None
    if side is None:
        return mention
    follow = document.text[mention.span.end : mention.span.end + 40].casefold().split()[:3]
    if document.words(mention.span).casefold() in OUR and any(w.strip(".,;") in RELATIONS for w in follow):
        other = other_side(document, mention, side)
        return replace(mention, members=tuple(sorted((side, other)))) if other else replace(mention, type="state", actor=side)
    return replace(mention, type="state" if is_state(side[:3]) else "organisation", actor=side)


def other_side(document: Document, mention: Mention, side: str) -> str | None:
    """The state other than the speaker's that was named last before a mention, in this or the preceding sentences."""
    here = sentence_index(document, mention.span.start)
    for other in reversed([m for m in document.mentions if m.span.end <= mention.span.start]):
        if here - sentence_index(document, other.span.start) > 2 * REACH:
            break
        if other.type == "state" and other.actor and other.actor != side and is_state(other.actor[:3]):
            return other.actor
        if len(other.members) == 2 and side in other.members:
            return next(m for m in other.members if m != side)
    return None


def parties(document: Document, mention: Mention) -> Mention:
    """ "The two countries": the last two states named before, if two and no more were named together."""
    words = document.words(mention.span).casefold()
    wanted = 3 if "three" in words else 4 if "four" in words else 2
    here = sentence_index(document, mention.span.start)
    for reach in range(REACH + 1):
        near = [
            m for m in document.mentions
            if m.span.end <= mention.span.start and 0 <= here - sentence_index(document, m.span.start) <= reach and m.type == "state" and m.actor and is_state(m.actor[:3])
        ]  # fmt: skip
        ids = list(dict.fromkeys(m.actor for m in reversed(near) if m.actor))
        if len(ids) >= wanted:
            return (
                replace(mention, members=tuple(sorted(ids[:wanted])))
                if len(ids) == wanted or reach == 0
                else replace(mention, candidates=tuple(sorted(ids)))
            )
    return mention
