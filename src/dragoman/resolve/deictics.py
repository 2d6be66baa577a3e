"""We, our, the two countries: who is meant, once it is known who speaks and who was named before."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from dragoman.knowledge.actors import is_state
from dragoman.records import Document, Mention, Span, Statement
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
    around = statements_around(document, (m.span for m in document.mentions))
    for number, (mention, statement) in enumerate(zip(document.mentions, around, strict=True)):
        if mention.kind == "pronoun" and mention.actor is None and document.words(mention.span).casefold() in WE | OUR:
            mention = first_person(document, mention, number, statement)
        elif mention.kind == "nominal" and mention.type == "group" and mention.subtype == "parties" and not mention.members:
            mention = parties(document, mention, number)
        done.append(mention)
    return replace(document, mentions=tuple(done))


def statements_around(document: Document, spans: Iterable[Span]) -> Iterator[Statement | None]:
    """The innermost statement in whose content each of some spans lies; the spans are in the order of the text."""
    coming = deque(sorted(((c, number) for number, s in enumerate(document.statements) for c in s.content), key=lambda pair: pair[0].start))
    running: list[tuple[Span, int]] = []
    for span in spans:
        while coming and coming[0][0].start <= span.start:
            running.append(coming.popleft())
        running = [pair for pair in running if pair[0].end > span.start]
        holding = [document.statements[number] for number in sorted({n for content, n in running if content.covers(span)})]
        yield min(holding, key=lambda s: sum(c.end - c.start for c in s.content), default=None)


def first_person(document: Document, mention: Mention, number: int, statement: Statement | None) -> Mention:
    """ "We" is the speaker's side; "our relations" are those of his side with the state named last."""
    side = statement.voice_of if statement else None
    if side is None:
        return mention
    follow = document.text[mention.span.end : mention.span.end + 40].casefold().split()[:3]
    if document.words(mention.span).casefold() in OUR and any(w.strip(".,;") in RELATIONS for w in follow):
        other = other_side(document, mention, number, side)
        return replace(mention, members=tuple(sorted((side, other)))) if other else replace(mention, type="state", actor=side)
    return replace(mention, type="state" if is_state(side[:3]) else "organisation", actor=side)


def other_side(document: Document, mention: Mention, number: int, side: str) -> str | None:
    """The state other than the speaker's that was named last before a mention, in this or the preceding sentences."""
    here = sentence_index(document, mention.span.start)
    for other in before(document, mention, number):
        if here - sentence_index(document, other.span.start) > 2 * REACH:
            break
        if other.type == "state" and other.actor and other.actor != side and is_state(other.actor[:3]):
            return other.actor
        if len(other.members) == 2 and side in other.members:
            return next(m for m in other.members if m != side)
    return None


def before(document: Document, mention: Mention, number: int) -> Iterator[Mention]:
    """The mentions that end before a mention of that number begins, the nearest first."""
    return (m for m in (document.mentions[i] for i in range(number - 1, -1, -1)) if m.span.end <= mention.span.start)


def parties(document: Document, mention: Mention, number: int) -> Mention:
    """ "The two countries": the last two states named before, if two and no more were named together."""
    words = document.words(mention.span).casefold()
    wanted = 3 if "three" in words else 4 if "four" in words else 2
    here = sentence_index(document, mention.span.start)
    for reach in range(REACH + 1):
        near = takewhile(lambda m: here - sentence_index(document, m.span.start) <= reach, before(document, mention, number))  # noqa: B023
        ids = list(dict.fromkeys(m.actor for m in near if m.type == "state" and m.actor and is_state(m.actor[:3])))
        if len(ids) >= wanted:
            return (
                replace(mention, members=tuple(sorted(ids[:wanted])))
                if len(ids) == wanted or reach == 0
                else replace(mention, candidates=tuple(sorted(ids)))
            )
    return mention
