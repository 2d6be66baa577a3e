"""Where a phrase ends, what lies beside it, and which statement holds it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.knowledge.phrases import phrase
from dragoman.records import Document, Span, Statement

MARKS = "\"\u201c\u201d\u00ab\u00bb'\u2018\u2019"
LONGEST = 160  # characters of a ground: longer ones have run into the next clause
CLAUSE_MAX = 240  # characters of a promise's or mediation's clause
NESTED = 32  # contents looked back over for one that holds an offset; deeper nesting does not occur in the news


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents of all statements by where they begin."""

    starts: list[int]
    spans: list[tuple[Span, Statement]]


def contents_of(document: Document) -> Contents:
    """The contents of a document's statements, in the order of the text."""
    spans = sorted(((span, s) for s in document.statements for span in s.content), key=lambda pair: (pair[0], pair[1].id))
    return Contents([span.start for span, _ in spans], spans)


def innermost(contents: Contents, span: Span) -> tuple[Span, Statement] | None:
    """The shortest content that touches a span, with its statement."""
    at = bisect_right(contents.starts, max(span.start, span.end - 1))
    touching = [pair for pair in contents.spans[max(0, at - NESTED) : at] if pair[0].touches(span)]
    return min(touching, key=lambda pair: pair[0].end - pair[0].start, default=None)


def content_at(contents: Contents, span: Span) -> Span | None:
    """The innermost content in which a span lies."""
    found = innermost(contents, span)
    return found[0] if found else None


def statement_of(contents: Contents, span: Span) -> Statement | None:
    """The innermost statement in whose content a span lies."""
    found = innermost(contents, span)
    return found[1] if found else None


def identifier(statement: Statement | None) -> str | None:
    """A statement's id, or nothing."""
    return statement.id if statement else None


def noun_phrases(document: Document, start: int, end: int) -> Iterator[Span]:
    """The phrases between two offsets, parted where "and" joins two that each have an article."""
    begin = start
    for match in [*phrase("bounds", "split").finditer(document.text, start, end), None]:
        stop = match.start() if match else end
        words = document.text[begin:stop]
        left = len(words) - len(words.lstrip(" ,"))
        if words.strip(" ,") and stop - begin - left > 3:
            yield Span(begin + left, begin + len(words.rstrip(" ,")))
        begin = match.end() if match else end


def phrase_end(document: Document, start: int, limit: int) -> int:
    """Where a noun phrase that begins here ends at the latest; a mark that opens it is no end."""
    opened = start
    while opened < limit and document.text[opened] in " " + MARKS:
        opened += 1
    match = phrase("bounds", "ends").search(document.text, opened, limit)
    return match.start() if match else limit


def trimmed(document: Document, span: Span) -> Span:
    """A span without marks and blanks at its ends, no longer than a clause may be."""
    words = document.words(span)[:CLAUSE_MAX]
    left = len(words) - len(words.lstrip(" ,\n" + MARKS))
    return Span(span.start + left, span.start + len(words.rstrip(" .,;:!?\n" + MARKS)))


def in_header(document: Document, sentence: Span) -> bool:
    """Whether a sentence is metadata."""
    return any(h.touches(sentence) for h in document.header)


def told_sentences(document: Document) -> Iterator[Span]:
    """The sentences that are no metadata."""
    return (sentence for sentence in document.sentences if not in_header(document, sentence))
