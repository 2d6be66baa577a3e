"""The words of a content as spans: without enclosing marks, parted where paragraphs part."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from dragoman.annotate.stream import norm, paragraph_at, quotation_at, raw
from dragoman.records import Document, Span

CLOSERS = frozenset("\"\u201d\u00bb\u201c\u2019'")


@dataclass(frozen=True, slots=True)
class Content:
    """The spans of a content, and whom it was told."""

    spans: tuple[Span, ...]
    addressee: Span | None = None


def stretch(document: Document, begin: int, last: int) -> tuple[Span, ...]:
    """The span from one token to another, without enclosing marks, a leading "that" or a closing stop outside of quotes."""
    while begin <= last and (
        raw(document, begin) in (",", ":", ";", "\u2014", "\u2013", ".")
        or (norm(document, begin) == "that" and begin < last and norm(document, begin + 1) not in ("is", "was", "would", "will", "'s"))
    ):
        begin += 1
    while begin <= last and raw(document, last) in (",", ";", ":", "\u2014", "\u2013"):
        last -= 1
    if begin > last:
        return ()
    span = Span(document.tokens[begin].span.start, document.tokens[last].span.end)
    span = inside_marks(document, span)
    home = paragraph_at(document, span.start)
    if home is not None and span.end > home.end:
        return tuple(s for s in split_paragraphs(document, span) if s.start < s.end)
    return (span,) if span.start < span.end else ()


def inside_marks(document: Document, span: Span) -> Span:
    """The span without the quotation marks that enclose all of it, or that have no partner in it."""
    first = quotation_at(document, span.start)
    if first is not None and first.span.start == span.start:
        if first.span.end >= span.end:
            return Span(first.inner.start, min(first.inner.end, span.end))
        return span
    last = quotation_at(document, span.end - 1)
    if last is not None and last.span.start < span.start:
        return Span(span.start, min(span.end, last.inner.end))
    return span


def split_paragraphs(document: Document, span: Span) -> list[Span]:
    """A span over several paragraphs as one span each."""
    first = bisect_right(document.paragraphs, span.start, key=lambda p: p.end)
    stop = bisect_left(document.paragraphs, span.end, key=lambda p: p.start)
    return [Span(max(p.start, span.start), min(p.end, span.end)) for p in document.paragraphs[first:stop]]
