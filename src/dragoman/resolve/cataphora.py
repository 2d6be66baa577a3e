"""Persons who are told of before they are named: "A spokeswoman said ... Foreign ministry spokeswoman X told reporters"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from dragoman.knowledge.language import title_words
from dragoman.records import Document, Mention, Span, Title
from dragoman.resolve.index import covered, inside, quoted, sentence_index

AHEAD = 3  # sentences from a nominal to the name; beyond it another person of that office is as likely
SURE = 0.6


def cataphora(document: Document) -> Document:
    """Give the nominals that speak, and that nobody before them fits, the person who is named next, if his title or the lead tells."""
    sources = tuple(sorted({s for statement in document.statements for s in statement.source}))
    names = [m for m in document.mentions if m.type == "person" and m.kind == "name" and m.actor]
    titles = {holder: title for title in document.titles for holder in title.holders}
    first: dict[str, Span] = {}
    for known in names:
        first.setdefault(known.actor or "", known.span)
    lead = min((sentence_index(document, s.start) for s in sources), default=-1)
    done = list(document.mentions)
    for number, mention in enumerate(document.mentions):
        name = named_next(document, mention, names) if waits(document, mention, sources) else None
        if name is not None:
            new = first[name.actor or ""] == name.span
            opening = sentence_index(document, mention.span.start) == lead
            title = titles.get(name.span)
            same = title is not None and same_office(document, mention, title)
            if new and (same or (opening and title is None and covered(sources, name.span))):
                done[number] = replace(mention, actor=name.actor, score=SURE)
    return replace(document, mentions=tuple(done))


def waits(document: Document, mention: Mention, sources: tuple[Span, ...]) -> bool:
    """Whether a mention is one unnamed person who speaks in the narrator's words."""
    return (
        mention.type == "person"
        and mention.kind == "nominal"
        and mention.actor is None
        and not mention.candidates
        and covered(sources, mention.span)
        and not quoted(document, mention.span.start)
        and document.words(mention.span).casefold().split()[0] not in ("another", "one", "no", "some", "many", "several", "two")
    )


def named_next(document: Document, mention: Mention, names: Sequence[Mention]) -> Mention | None:
    """The first person named behind a nominal outside quotation marks, within reach."""
    here = sentence_index(document, mention.span.end)
    at = bisect_right(names, mention.span.end, key=lambda m: m.span.start)
    for name in names[at : at + 3]:
        if not quoted(document, name.span.start):
            return name if 0 < sentence_index(document, name.span.start) - here <= AHEAD else None
    return None


def same_office(document: Document, mention: Mention, title: Title) -> bool:
    """Whether a title is the one of a nominal: the same noun, and no other state."""
    words = document.words(mention.span).casefold().replace(",", " ").split()
    nouns = {w for w in words if w in title_words().person_nouns}
    states = {m.actor for m in inside(document, mention.span) if m.type == "state" and m.actor}
    start = bisect_left(document.titles, mention.span.start, key=lambda t: t.span.start)
    states |= {t.of for t in document.titles[start : start + 2] if mention.span.covers(t.span) and t.of}
    own = {*title.title.split()}
    return bool(nouns & own) and not (states and title.of and title.of not in states)
