"""We, our, the two countries: who is meant, once it is known who speaks and who was named before."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from dragoman.knowledge.actors import is_state
from dragoman.records import Document, Mention, Span, Statement
from dragoman.resolve.index import before, sentence_index

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
NESTED = 12  # contents that start before a mention and may hold it: statements nest two or three deep
FAR = 2000  # characters: more than five sentences have
REACH = 2  # sentences back for "the two countries"


def deictics(document: Document) -> Document:
    """Fill ``actor`` or ``members`` of first-person pronouns inside statements and of plural nominals."""
    done = []
    former = {a.id: o.of for a in document.actors for o in a.offices if o.status == "former" and o.of}
    contents = sorted((c, number) for number, s in enumerate(document.statements) for c in s.content)
    for read in document.mentions:
        mention = read
        if mention.kind == "pronoun" and mention.actor is None and document.words(mention.span).casefold() in WE | OUR:
            mention = first_person(document, mention, statement_at(document, mention, contents), former)
        elif mention.kind == "nominal" and mention.type == "group" and mention.subtype == "parties" and not mention.members:
            mention = parties(document, mention)
        done.append(mention)
    return replace(document, mentions=tuple(done))


def statement_at(document: Document, mention: Mention, contents: list[tuple[Span, int]]) -> Statement | None:
    """The innermost statement in whose content a mention lies; ``contents`` are all contents in order with their statements' numbers."""
    stop = bisect_right(contents, mention.span.start, key=lambda c: c[0].start)
    holding = [document.statements[n] for c, n in contents[max(0, stop - NESTED) : stop] if c.covers(mention.span)]
    return min(holding, key=lambda s: sum(c.end - c.start for c in s.content), default=None)


def first_person(document: Document, mention: Mention, statement: Statement | None, former: dict[str, str]) -> Mention:
    """ "We" is the speaker's side; "our relations" are those of his side with the state named last."""
    side = own_side(statement, former)
    if side is None:
        return mention
    follow = document.text[mention.span.end : mention.span.end + 40].casefold().split()[:3]
    if document.words(mention.span).casefold() in OUR and any(w.strip(".,;") in RELATIONS for w in follow):
        other = other_side(document, mention, side)
        return replace(mention, members=tuple(sorted((side, other)))) if other else replace(mention, type="state", actor=side)
    return replace(mention, type="state" if is_state(side[:3]) else "organisation", actor=side)


def own_side(statement: Statement | None, former: dict[str, str]) -> str | None:
    """The state or body that a speaker means by "we": the one he speaks for, or of which he was an officer."""
    if statement is None:
        return None
    if statement.voice_of is not None:
        return None if statement.voice_of.startswith("group:") else statement.voice_of
    return former.get(statement.speaker or "")


def other_side(document: Document, mention: Mention, side: str) -> str | None:
    """The state other than the speaker's that was named last before a mention, in this or the preceding sentences."""
    here = sentence_index(document, mention.span.start)
    for other in before(document, mention.span.start, FAR):
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
    earlier = [(here - sentence_index(document, m.span.start), m) for m in before(document, mention.span.start, FAR)]
    for reach in range(REACH + 1):
        near = [m for distance, m in earlier if 0 <= distance <= reach and m.type == "state" and m.actor and is_state(m.actor[:3])]
        ids = list(dict.fromkeys(m.actor for m in near if m.actor))
        if len(ids) >= wanted:
            if len(ids) == wanted or reach == 0:
                return replace(mention, members=tuple(sorted(ids[:wanted])))
            return replace(mention, candidates=tuple(sorted(ids)))
    return mention
