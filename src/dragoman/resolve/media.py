"""Relaying media: "told Interfax", "was quoted by X as saying", "KCNA said, citing the ministry"; and the speaker of an outer statement."""

from __future__ import annotations

from dataclasses import replace

from dragoman.knowledge.language import word_set
from dragoman.records import Document, Mention, Span, Statement
from dragoman.resolve.index import inside, sentence_index
from dragoman.resolve.slugs import slug

BEFORE = 80  # characters between a cue of relaying and its medium


def relayed(document: Document) -> Document:
    """Fill ``via`` of every statement: its media, and who speaks in the statement that it stands in."""
    by_id = {s.id: s for s in document.statements}
    return replace(document, statements=tuple(replace(s, via=via(document, s, by_id)) for s in document.statements))


def via(document: Document, statement: Statement, by_id: dict[str, Statement]) -> tuple[str, ...]:
    """The ids of those through whom a statement reaches us, outermost last."""
    found = [
        medium_id(document, m)
        for span in statement.media
        for m in inside(document, span)
        if m.kind == "name" and m.type in ("organisation", "other")
    ]
    if statement.standing == "media" and statement.speaker:
        found.append(statement.speaker)
    if statement.addressee_span is not None and not found:
        found += [medium_id(document, m) for m in inside(document, statement.addressee_span) if is_medium(document, m)]
    found += [medium_id(document, m) for m in beside(document, statement)]
    outer = by_id.get(statement.within or "")
    if outer is not None and outer.speaker and outer.speaker != statement.speaker:
        found.append(outer.speaker)
    return tuple(dict.fromkeys(found))


def medium_id(document: Document, mention: Mention) -> str:
    """The id of a medium's name, also where nothing but its place in the sentence told that it is one."""
    return mention.actor or f"org:{slug(document.words(mention.span))}"


def is_medium(document: Document, mention: Mention) -> bool:
    """Whether a name is a medium's: a known one, or one with a word such as "Radio", "Daily" or "Agency" in it."""
    if mention.kind != "name" or mention.type not in ("organisation", "other"):
        return False
    words = {*document.words(mention.span).casefold().split()}
    named = mention.subtype == "media" or bool(words & word_set("names", "media"))
    publisher = (document.publisher or "").casefold()
    return named and document.words(mention.span).casefold() not in (publisher, f"the {publisher}")


def beside(document: Document, statement: Statement) -> list[Mention]:
    """Media named in the same sentence in words of relaying: "according to", "quoted by", "told", "citing", "on", "reported"."""
    anchor = statement.cue[0] if statement.cue else statement.hull
    index = sentence_index(document, anchor.start)
    if index < 0:
        return []
    sentence = document.sentences[index]
    found = []
    for mention in inside(document, sentence):
        held = any(c.covers(mention.span) for c in statement.content) or any(s.covers(mention.span) for s in statement.source)
        if not held and is_medium(document, mention) and relays(document, mention, sentence):
            found.append(mention)
    return found


def relays(document: Document, mention: Mention, sentence: Span) -> bool:
    """Whether the words round a medium say that it passed something on."""
    left = document.text[max(sentence.start, mention.span.start - BEFORE) : mention.span.start].casefold()
    right = document.text[mention.span.end : min(sentence.end, mention.span.end + 40)].casefold()
    words = {w.strip(".,;:\"'()") for w in (left.split()[-7:] + right.split()[:3])}
    return bool(words & word_set("names", "relaying"))
