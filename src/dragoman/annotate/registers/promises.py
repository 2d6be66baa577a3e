"""Promises: the clause of a statement in which a side undertakes something."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from dragoman.annotate.registers.phrases import trimmed
from dragoman.knowledge.attitude import act_sign
from dragoman.knowledge.phrases import phrase
from dragoman.records import Document, Promise, Span, Statement

SIGNS = ("will", "would", "intend")
HOSTILE = frozenset({"threat", "conditional_threat"})


def promises(document: Document) -> Iterator[Promise]:
    """Statements whose main act is a commitment: the clause that commits."""
    for statement in document.statements:
        if statement.acts[:1] == ("commitment",):
            span = committing_clause(document, statement)
            words = document.words(span)
            yield Promise((), (), span, kind_of(statement, words), None, condition(document, statement), statement.id)


def kind_of(statement: Statement, words: str) -> str:
    """Whether a promise is to harm, to hold back, or to do something together."""
    if HOSTILE & set(statement.acts) or phrase("promises", "hostile").search(words):
        return "hostile"
    return "restraint" if phrase("promises", "restraint").search(words) else "cooperative"


def committing_clause(document: Document, statement: Statement) -> Span:
    """The sentence of a content that commits; the longest part of the content when none stands out."""
    for span in pieces(document, statement):
        words = document.words(span).casefold()
        if any(act_sign(sign).search(words) for sign in SIGNS) and not phrase("promises", "condition").match(words):
            return trimmed(document, span)
    return trimmed(document, max(statement.content, key=lambda c: (c.end - c.start, -c.start)))


def pieces(document: Document, statement: Statement) -> Iterator[Span]:
    """The sentences of a content, each cut to the content."""
    for content in statement.content:
        at = max(0, bisect_left(document.sentences, content.start + 1, key=lambda s: s.start) - 1)
        while at < len(document.sentences) and document.sentences[at].start < content.end:
            sentence = document.sentences[at]
            inner = Span(max(sentence.start, content.start), min(sentence.end, content.end))
            if inner.start < inner.end:
                yield inner
            at += 1


def condition(document: Document, statement: Statement) -> str | None:
    """On what a promise depends."""
    found: re.Match[str] | None = None
    for content in statement.content:
        found = found or phrase("promises", "depends").search(document.text, *content)
    return found.group(1).strip() if found else None
