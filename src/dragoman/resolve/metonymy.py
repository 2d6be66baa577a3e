"""Whether the name of a capital or a state stands for its government: "Moscow said", against "in Moscow"."""

from __future__ import annotations

from bisect import bisect_right

from dragoman.knowledge.language import word_set
from dragoman.records import Document, Place, covering, starting_at


def acts(document: Document, place: Place) -> bool:
    """Whether a capital's name stands for its government here."""
    if covering(document.header, place.span) is not None or is_dateline(document, place):
        return False
    index = bisect_right(document.tokens, place.span.start, key=lambda t: t.span.start) - 1
    before = [document.tokens[i].norm for i in range(max(0, index - 4), index)]
    last = before[-1] if before else ""
    if last in word_set("places", "place_before"):
        return False
    if last == "and" and len(before) > 2 and before[-3] in ("in", "near"):
        return False  # "in Dhaka and New Delhi"
    if last in ("to", "from", "of", "for", "the", "and", "via", "on"):
        return not any(word in word_set("places", "travel") for word in before)
    after = document.tokens[index + 1].norm if index + 1 < len(document.tokens) else ""
    return not (after == "," and index + 2 < len(document.tokens) and document.text[document.tokens[index + 2].span.start].isdigit())


def is_dateline(document: Document, place: Place) -> bool:
    """Whether a place opens its line and a date, a dash or an agency follows."""
    opens = starting_at(document.paragraphs, place.span.start) is not None
    after = document.text[place.span.end : place.span.end + 3]
    return (
        opens
        and (after.startswith((" (", ", ", " -", " \u2014", " \u2013", " /", ". ")) or after[:1] in ("\n", ""))
        and document.words(place.span).isupper()
    )
