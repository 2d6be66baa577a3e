"""Finding tokens and layers by offset: the small arithmetic that every rule needs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from dragoman.records import Document, Mention, Quotation, Span, Timex, Token, starting_at


def first_at(tokens: Sequence[Token], offset: int) -> int:
    """Index of the first token that ends after the offset."""
    return bisect_right(tokens, offset, key=lambda t: t.span.end)


def last_before(tokens: Sequence[Token], offset: int) -> int:
    """Index of the last token that starts before the offset; -1 when there is none."""
    return bisect_left(tokens, offset, key=lambda t: t.span.start) - 1


def within(document: Document, span: Span) -> range:
    """Indices of the tokens that lie in a span."""
    return range(first_at(document.tokens, span.start), last_before(document.tokens, span.end) + 1)


def raw(document: Document, index: int) -> str:
    """A token as it is written; empty outside the text."""
    return document.words(document.tokens[index].span) if 0 <= index < len(document.tokens) else ""


def norm(document: Document, index: int) -> str:
    """A token in its folded form; empty outside the text."""
    return document.tokens[index].norm if 0 <= index < len(document.tokens) else ""


def capital(document: Document, index: int) -> bool:
    """Whether a token is a word that begins with a capital."""
    words = raw(document, index)
    return words[:1].isupper()


def adjacent(document: Document, left: int, right: int) -> bool:
    """Whether two tokens stand side by side without a blank."""
    return document.tokens[left].span.end == document.tokens[right].span.start


def one_line(document: Document, left: int, right: int) -> bool:
    """Whether only blanks of one line lie between two neighbouring tokens."""
    gap = document.text[document.tokens[left].span.end : document.tokens[right].span.start]
    return not any(c in gap for c in "\n\r\u2028\u2029\x0b\x0c\x85")


def span_of(document: Document, start: int, end: int) -> Span:
    """The span from token ``start`` to token ``end``, the latter included."""
    return Span(document.tokens[start].span.start, document.tokens[end].span.end)


def sentence_at(document: Document, offset: int) -> Span | None:
    """The sentence that holds an offset."""
    index = bisect_right(document.sentences, offset, key=lambda s: s.start) - 1
    return document.sentences[index] if index >= 0 and offset < document.sentences[index].end else None


def paragraph_at(document: Document, offset: int) -> Span | None:
    """The paragraph that holds an offset."""
    index = bisect_right(document.paragraphs, offset, key=lambda s: s.start) - 1
    return document.paragraphs[index] if index >= 0 and offset < document.paragraphs[index].end else None


def quotation_at(document: Document, offset: int) -> Quotation | None:
    """The outermost quotation whose marks and words hold an offset."""
    index = bisect_right(document.quotations, offset, key=lambda q: q.span.start) - 1
    while index >= 0 and document.quotations[index].depth:
        index -= 1
    found = document.quotations[index] if index >= 0 else None
    return found if found and offset < found.span.end else None


def quotations_in(document: Document, span: Span) -> list[Quotation]:
    """The outermost quotations that share something with a span."""
    start = bisect_right(document.quotations, span.start, key=lambda q: q.span.start) - 1
    while start > 0 and document.quotations[start].depth:
        start -= 1
    stop = bisect_left(document.quotations, span.end, key=lambda q: q.span.start)
    return [q for q in document.quotations[max(start, 0) : stop] if not q.depth and q.span.touches(span)]


def time_at(document: Document, offset: int) -> Timex | None:
    """The time expression that begins at an offset."""
    index = bisect_left(document.times, offset, key=lambda t: t.span.start)
    found = document.times[index] if index < len(document.times) else None
    return found if found and found.span.start == offset else None


def in_time(document: Document, offset: int) -> bool:
    """Whether an offset lies in a time expression."""
    index = bisect_right(document.times, offset, key=lambda t: t.span.start) - 1
    return index >= 0 and offset < document.times[index].span.end


def starts_sentence(document: Document, offset: int) -> bool:
    """Whether a sentence begins at an offset."""
    return starting_at(document.sentences, offset) is not None


def in_header(document: Document, offset: int) -> bool:
    """Whether an offset lies in metadata."""
    index = bisect_right(document.header, offset, key=lambda h: h.start) - 1
    return index >= 0 and offset < document.header[index].end


def is_dateline(document: Document, span: Span) -> bool:
    """Whether words of the metadata are the place of the dateline: "MOSCOW, April 3 - "."""
    place = document.place
    return place is not None and in_header(document, span.start) and document.words(span).casefold() == place.casefold()


def mentions_in(document: Document, span: Span) -> list[Mention]:
    """The mentions that lie inside a span."""
    start = bisect_left(document.mentions, span.start, key=lambda m: m.span.start)
    stop = bisect_left(document.mentions, span.end, key=lambda m: m.span.start)
    return [mention for mention in document.mentions[start:stop] if mention.span.end <= span.end]


def sorted_mentions(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Mentions in the order of the text, each span and kind once; the first of equals stays."""
    found: dict[tuple[Span, str], Mention] = {}
    for mention in mentions:
        found.setdefault((mention.span, mention.type), mention)
    return tuple(sorted(found.values(), key=lambda m: (m.span, m.type)))
