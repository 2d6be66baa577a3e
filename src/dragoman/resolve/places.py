"""Where a place is, and whether its name stands for the place or for a government.

A name that several towns share goes to the town in a state that the document talks of, then to the most populous;
"Tripoli, Lebanon" settles it at once. Capitals act, speak and have relations as governments; one is in them, comes to
them and reports from them as places.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import replace

from dragoman.knowledge.gazetteer import Toponym, cities, regions
from dragoman.knowledge.language import word_set
from dragoman.records import Document, Place, Span, covering, starting_at
from dragoman.resolve.index import inside

CONTEXT = 0.02  # a town in a state that is talked of outweighs a namesake up to fifty times its size


def places(document: Document) -> Document:
    """Fill country, coordinates and reading of every place."""
    talked = Counter(m.actor for m in document.mentions if m.type == "state" and m.actor)
    capitals = {m.span: m.actor for m in document.mentions if m.subtype == "capital" and m.actor}
    chosen = {}
    for place in document.places:
        if place.name not in chosen:
            chosen[place.name] = toponym(document, place, talked, capitals.get(place.span))
    return replace(document, places=tuple(located(document, p, chosen[p.name], capitals.get(p.span)) for p in document.places))


def located(document: Document, place: Place, found: Toponym | None, state: str | None) -> Place:
    """A place with what was found about it."""
    reading = "government" if state is not None and acts(document, place) else "place"
    if found is None:
        return replace(place, country=state, reading=reading)
    return replace(place, country=found.country or state, lat=found.lat, lon=found.lon, geonames=found.geonames, reading=reading)


def toponym(document: Document, place: Place, talked: Counter[str], state: str | None) -> Toponym | None:
    """The point that a name means in this document; ``None`` when no list knows it."""
    told = followed_by(document, place)
    if state is not None and (not told or state in told):
        own = [c for c in cities(place.name) if c.country == state]
        return own[0] if own else None
    region = regions().get(place.name) or regions().get(place.name.removesuffix(" region"))
    if region is not None:
        return region
    known = cities(place.name)
    if not known:
        return None
    neighbour = next((c for c in known if c.country in told), None)
    if neighbour is not None:
        return neighbour
    return max(known, key=lambda c: (c.population * (1 if talked.get(c.country or "") else CONTEXT), -(c.geonames or 0)))


def followed_by(document: Document, place: Place) -> tuple[str, ...]:
    """The state named right behind a place: "Tripoli, Lebanon"."""
    after = document.text[place.span.end : place.span.end + 2]
    if not after.startswith(","):
        return ()
    behind = inside(document, Span(place.span.end, place.span.end + 60))
    return tuple(m.actor for m in behind if m.subtype != "capital" and m.span.start - place.span.end <= 2 and m.type == "state" and m.actor)


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
