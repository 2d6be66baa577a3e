"""Bodies that are described once they were named: "the university", "the airline", "Members"."""

from __future__ import annotations

import re

from dragoman.knowledge.language import word_set
from dragoman.records import Document, Mention, Span
from dragoman.resolve.index import before, inside, quoted, sentence_index
from dragoman.resolve.media import is_medium

NAMED = 6000  # characters back to a name that bears the noun: a long article's worth
REACH = 3  # sentences back to the only body that a mere kind ("the company") can mean
NEAR = 1500  # characters of these sentences at most
WORDS = re.compile(r"[\w'\u2019-]+")
DEFINITE = ("the", "this", "that")


def described(document: Document, source: Span) -> str | None:
    """The body that a definite noun means: the last whose name bears the noun, else for a kind of body the only one just named."""
    words = [w.casefold() for w in WORDS.findall(document.words(source))]
    if words in (["members"], ["the", "members"], ["council", "members"]):
        return assembly(document, source)
    if not 2 <= len(words) <= 4 or words[0] not in DEFINITE or "'" in words[1]:
        return None
    noun = words[-1]
    if noun not in word_set("nominals", "bodies") | word_set("nominals", "organs"):
        return None
    bodies = [m for m in before(document, source.start, NAMED) if is_body(document, m)]
    bearing = [m for m in bodies if noun in document.words(m.span).casefold().split()]
    if bearing:
        return agreed(source, bearing)
    return the_only(document, source, bodies) if noun in word_set("nominals", "bodies") else None


def is_body(document: Document, mention: Mention) -> bool:
    """Whether a mention names an organisation that is no medium."""
    return mention.type == "organisation" and mention.kind == "name" and mention.actor is not None and not is_medium(document, mention)


def agreed(source: Span, bearing: list[Mention]) -> str | None:
    """The body of the last name, unless another that bears the noun, too, was named nearly as late."""
    close = {m.actor for m in bearing if source.start - m.span.start <= NEAR} or {bearing[0].actor}
    return bearing[0].actor if len(close) == 1 else None


def the_only(document: Document, source: Span, bodies: list[Mention]) -> str | None:
    """The only body that the narrator named in the last sentences."""
    here = sentence_index(document, source.start)
    close = {
        m.actor
        for m in bodies
        if source.start - m.span.start <= NEAR
        and here - sentence_index(document, m.span.start) <= REACH
        and not quoted(document, m.span.start)
    }
    return close.pop() if len(close) == 1 else None


def assembly(document: Document, source: Span) -> str | None:
    """The council or committee whose members speak: the last that was named."""
    for mention in before(document, source.start, NEAR):
        if is_body(document, mention) and {*document.words(mention.span).casefold().split()} & word_set("nominals", "assemblies"):
            return mention.actor
    return None


OFFICE = re.compile(r"(?:his|her|\S.{0,40}['\u2019]s) (?:press )?(?:office|staff|administration|team|campaign)$", re.IGNORECASE)


def office_body(document: Document, source: Span) -> str:
    """The person whose office speaks: "her office", "Kirabos's office"; the empty string where none does."""
    if OFFICE.match(document.words(source)) is None:
        return ""
    here = (m for m in inside(document, source) if m.type == "person" and m.span.start == source.start and m.kind != "nominal")
    return next((m.actor for m in here if m.actor), "")
