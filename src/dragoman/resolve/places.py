"""Where a place is, and whether its name stands for the place or for a government.

What stands right behind a name settles which of its namesakes it is ("Tripoli, Lebanon"); a name so told once is told for
the whole article. Capitals and states act, speak and have relations as governments; one is in them, comes to them and
reports from them as places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dragoman.knowledge.actors import states
from dragoman.knowledge.gazetteer import Toponym, countries, listed
from dragoman.records import Document, Mention, Place, Span
from dragoman.resolve.metonymy import acts
from dragoman.resolve.toponyms import Holder, Key, candidates, chosen, context, named_after

BEHIND = re.compile(r",[ \u00a0]{1,2}")


def places(document: Document) -> Document:
    """Fill country, coordinates and reading of every place."""
    named = {m.span: m for m in document.mentions if m.type == "state" and m.actor and m.kind == "name"}
    options = {p.name: possible(p, named.get(p.span), document) for p in document.places}
    keys = list(keyed(document, options, named))
    found = chosen({key: held(options[key[0]], key[1]) for key in keys}, context(document))
    return replace(
        document,
        places=tuple(located(document, p, found.get(key), named.get(p.span)) for p, key in zip(document.places, keys, strict=True)),
    )


def located(document: Document, place: Place, found: Toponym | None, named: Mention | None) -> Place:
    """A place with what was found about it."""
    state = named.actor if named is not None else None
    own = state is not None and (found is None or found.country == state)
    reading = "government" if own and acts(document, place) else "place"
    if found is None:
        return replace(place, country=state, reading=reading)
    return replace(place, country=found.country or state, lat=found.lat, lon=found.lon, geonames=found.geonames, reading=reading)


def possible(place: Place, named: Mention | None, document: Document) -> tuple[Toponym, ...]:
    """What a name may mean: the towns and regions of that name, and the state or its capital."""
    if named is None or named.actor is None:
        if place.by == "abbreviation":
            return tuple(c for c in listed(place.name) if c.kind == "region")
        return candidates(place.name) or named_after(place.name)
    if named.subtype == "capital":
        known = [c for c in candidates(place.name) if c.kind != "region"] or seats(named.actor)
        return tuple(c._replace(kind="capital") if c.kind == "city" and c.country == named.actor else c for c in known)
    part = [c for c in listed(place.name) if c.kind == "region" and c.country == named.actor]
    own = part[0] if part else countries().get(named.actor)
    towns = tuple(c for c in listed(document.words(place.span)) if c.kind in ("city", "town"))
    return (own, *towns) if own is not None else ()


def seats(state: str) -> tuple[Toponym, ...]:
    """The capital of a state by the first of its names that the gazetteer has: "Washington, D.C."."""
    found = ([c for c in listed(name) if c.kind == "city" and c.country == state] for name in states()[state].capitals)
    return next((tuple(cities[:1]) for cities in found if cities), ())


def keyed(document: Document, options: dict[str, tuple[Toponym, ...]], named: dict[Span, Mention]) -> Iterator[Key]:
    """For every place its name and the state or region that holds it, as the words behind it or behind its name elsewhere tell."""
    told = [holder(document, number, options, named) for number in range(len(document.places))]
    known: dict[str, set[Holder]] = {}
    for place, told_of in zip(document.places, told, strict=True):
        if told_of is not None:
            known.setdefault(place.name, set()).add(told_of)
    for place, told_of in zip(document.places, told, strict=True):
        elsewhere = known.get(place.name, set())
        yield place.name, told_of or (next(iter(elsewhere)) if len(elsewhere) == 1 else None)


def holder(document: Document, number: int, options: dict[str, tuple[Toponym, ...]], named: dict[Span, Mention]) -> Holder | None:
    """The state or region named right behind a place that has a place of that name: "Tripoli, Lebanon", "Lawrence, Kan."."""
    if number + 1 == len(document.places):
        return None
    place, behind = document.places[number : number + 2]
    if not BEHIND.fullmatch(document.text[place.span.end : behind.span.start]):
        return None
    state = named.get(behind.span)
    if state is not None and state.actor and state.subtype is None:
        told = [(state.actor, "")]
    else:
        told = [(c.country or "", c.region) for c in listed(behind.name) if c.kind in ("region", "district")]
    return next((t for t in told if held(options[place.name], t) and options[place.name] != options[behind.name]), None)


def held(options: tuple[Toponym, ...], told: Holder | None) -> tuple[Toponym, ...]:
    """Those of some places that lie in a state or region; all of them where none is told."""
    if told is None:
        return options
    return tuple(c for c in options if c.country == told[0] and told[1] in ("", c.region) and c.kind != "country")
