"""Where and on what occasion the conversation took place: "talked with X in Alanya", "on the sidelines of the forum"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from dragoman.records import Document, Occasion, Span, Statement, covering

TALKED = re.compile(r"\b(?:talked|spoke|met|sat down|interviewed|interview|conversation|told (?:this|our) \w+|received)\b", re.IGNORECASE)
SIDELINES = re.compile(r"\bon the (?:sidelines|margins|fringes) of (?:the |a |an )?", re.IGNORECASE)
LEAD = 3  # sentences: where agencies tell of the circumstances of a conversation


def occasion(document: Document) -> Document:
    """Fill ``place`` when no dateline gave it, and place and occasion of the statements."""
    place = document.place or talk_place(document)
    event = talk_event(document)
    if place is None and event is None:
        return document
    statements = tuple(at_occasion(s, place, event) for s in document.statements)
    return replace(document, place=place, statements=statements)


def at_occasion(statement: Statement, place: str | None, event: str | None) -> Statement:
    """A statement with the place and occasion of the whole conversation."""
    return replace(statement, said=Occasion(statement.said.date, place, event))


def talk_place(document: Document) -> str | None:
    """The place in the opening sentences where somebody is said to have talked."""
    for sentence in islice((s for s in document.sentences if not is_header(document, s)), LEAD):
        if not TALKED.search(document.words(sentence)):
            continue
        for place in document.places:
            if (
                sentence.covers(place.span)
                and place.by != "state"
                and document.text[max(0, place.span.start - 3) : place.span.start].casefold() in ("in ", "at ")
                and place.reading == "place"
            ):
                return place.name
    return None


def is_header(document: Document, sentence: Span) -> bool:
    """Whether a sentence is metadata."""
    return covering(document.header, sentence) is not None


def talk_event(document: Document) -> str | None:
    """The event on whose sidelines the conversation took place."""
    match = SIDELINES.search(document.text)
    if match is None:
        return None
    named = [
        m
        for m in document.mentions
        if m.span.start == match.end() or (m.span.start - match.end() < 6 and m.span.start >= match.end() and m.type == "event")
    ]
    if named:
        span = named[0].span
        number = document.text[match.end() : span.start]
        return f"{number}{document.words(span)}".strip()
    rest = re.split(r"[,.;\n]", document.text[match.end() : match.end() + 80])[0]
    return rest.strip() or None
