"""Finding mentions, statements and sentences by offset: the small arithmetic of the resolving room, in logarithmic time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from dragoman.records import Document, Mention, Place, Span

LONG = 400  # characters: no mention is longer, so that none that covers an offset starts further back


def sentence_index(document: Document, offset: int) -> int:
    """The number of the sentence that holds an offset."""
    return bisect_left(document.sentences, offset + 1, key=lambda s: s.start) - 1


def paragraph_index(document: Document, offset: int) -> int:
    """The number of the paragraph that holds an offset."""
    return bisect_left(document.paragraphs, offset + 1, key=lambda s: s.start) - 1


def inside(document: Document, span: Span) -> list[Mention]:
    """The mentions that lie in a span, in the order of the text."""
    start = bisect_left(document.mentions, span.start, key=lambda m: m.span.start)
    stop = bisect_left(document.mentions, span.end, key=lambda m: m.span.start)
    return [m for m in document.mentions[start:stop] if m.span.end <= span.end]


def before(document: Document, offset: int, reach: int) -> list[Mention]:
    """The mentions that end before an offset and start at most ``reach`` characters before it, the last one first."""
    start = bisect_left(document.mentions, offset - reach, key=lambda m: m.span.start)
    stop = bisect_left(document.mentions, offset, key=lambda m: m.span.start)
    return [m for m in reversed(document.mentions[start:stop]) if m.span.end <= offset]


def quoted(document: Document, offset: int) -> bool:
    """Whether an offset lies inside a quotation."""
    index = bisect_right(document.quotations, offset, key=lambda q: q.span.start) - 1
    while index >= 0 and document.quotations[index].depth:
        index -= 1
    return index >= 0 and offset < document.quotations[index].span.end


def places_in(document: Document, span: Span) -> tuple[Place, ...]:
    """The places that start in a span; states named as states are parties and not counted."""
    start = bisect_left(document.places, span.start, key=lambda p: p.span.start)
    stop = bisect_left(document.places, span.end, key=lambda p: p.span.start)
    return tuple(place for place in document.places[start:stop] if place.by != "state")


def opens_sentence(document: Document, span: Span) -> bool:
    """Whether a mention opens its sentence, an article or quotation mark before it allowed."""
    index = sentence_index(document, span.start)
    return index >= 0 and span.start - document.sentences[index].start < 6


def covered(spans: tuple[Span, ...], span: Span) -> bool:
    """Whether one of some sorted spans that do not overlap covers another."""
    index = bisect_right(spans, span.start, key=lambda s: s.start) - 1
    return index >= 0 and spans[index].covers(span)


def turn_holder(document: Document, offset: int) -> str | None:
    """The person whose name and a colon open the paragraph of an offset, as in an interview: "Milutinac: So they say."."""
    number = paragraph_index(document, offset)
    start = document.paragraphs[number].start if number >= 0 else 0
    at = bisect_left(document.mentions, start, key=lambda m: m.span.start)
    opening = (m for m in document.mentions[at : at + 3] if m.span.start == start and m.type == "person" and m.kind == "name")
    return next((m.actor for m in opening if document.text[m.span.end : m.span.end + 1] == ":"), None)
