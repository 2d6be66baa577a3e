"""Which of its namesakes a place name means: by what follows it, the states and regions of the article, size and neighbours.

Towns are weighed by the logarithm of their inhabitants. The state that an article talks of, the region it names and the
towns near by that it names too outweigh size; the region right behind the name settles it. Each weight is worth that many
tenfold steps of inhabitants; they were chosen on half of the local news that one corpus has.
"""

from __future__ import annotations

import re
from functools import cache
from math import log10
from typing import NamedTuple

from dragoman.knowledge.gazetteer import Toponym, listed, regions
from dragoman.knowledge.language import region_codes, word_set
from dragoman.records import Document

STATE, REGION, NEAR, ENOUGH = 1.2, 1.5, 1.0, 3.0
COUNTRY = 9.0  # a state outweighs any town of its name that is not close to others
CAPITAL = 1.0
UNSURE = 0.4  # of a neighbour that has namesakes: what counts for the one that it seems to be
DISTRICT = 1.5  # a district's people count less than a town's, for its name is rarer
SHARE = 0.2  # of its region's people: from there a town of the same name is meant ("New York"), not the region
COUNTY = re.compile(r"\b(?:[A-Z][\w.\u2019'-]{1,20} ){1,2}(?:County|Parish)\b")
AMBIGUOUS = frozenset({"Georgia", "New York", "Washington"})  # names that tell no region by themselves
HOST = re.compile(r"\A[a-z]+://[^/?#]*\.([a-z]{2})(?:[:/?#]|\Z)")
DOMAINS = {"uk": "GBR", "ca": "CAN", "au": "AUS", "ie": "IRL", "nz": "NZL", "in": "IND", "za": "ZAF"}
"""Top-level domains of the states whose press writes in English."""

LOCAL = ("city", "town", "district", "capital")  # the kinds that are small enough to be neighbours
ROUNDS = 2  # after two the choices hardly change

Holder = tuple[str, str]
"""A state and the code of its region, empty for the whole state."""
Key = tuple[str, Holder | None]
"""A name, and the state or region that is said to hold the place."""
Cell = tuple[int, int]
"""A cell of one degree."""


class Context(NamedTuple):
    """What an article tells of where it is: the names by which it tells each state, (state, region) pairs, and further place names.

    A name tells nothing of itself: Dublin is no sign that an article is Irish when it is asked which Dublin is meant.
    """

    states: dict[str, frozenset[str]]
    regions: frozenset[tuple[str, str]]
    further: frozenset[str]


def context(document: Document) -> Context:
    """The context of an article: its states by name and demonym, regions and counties even inside other names, the publisher's state."""
    told: dict[str, set[str]] = {}
    for mention in document.mentions:
        if mention.type == "state" and mention.actor:
            told.setdefault(mention.actor, set()).add(document.words(mention.span))
    regions = {region_of(match[0]) for match in region_names().finditer(document.text)}
    host = HOST.match(document.url or "")
    for state in (*(state for state, _ in regions), DOMAINS.get(host[1] if host else "")):
        if state:
            told.setdefault(state, set()).add("")
    further = {*COUNTY.findall(document.text), *([document.place] if document.place else [])}
    return Context({state: frozenset(names) for state, names in told.items()}, frozenset(regions), frozenset(further))


@cache
def region_names() -> re.Pattern[str]:
    """The regions of the states whose local news is in English, in full or with a dot: "Kansas", "Kan.", "W.Va."."""
    names = {name for name in region_codes().values() if name not in AMBIGUOUS} | {short for short in region_codes() if short.endswith(".")}
    return re.compile(r"\b(?:" + "|".join(re.escape(name) for name in sorted(names, key=lambda n: (-len(n), n))) + r")(?!\w)")


def region_of(name: str) -> tuple[str, str]:
    """State and code of a region by its name or abbreviation."""
    return next((c.country or "", c.region) for c in listed(region_codes().get(name, name)) if c.kind == "region")


def size(place: Toponym) -> float:
    """The weight of a place by its inhabitants."""
    if place.kind == "country":
        return COUNTRY
    told = log10(place.population + 100) + (CAPITAL if place.kind == "capital" else 0.0)
    if place.kind == "district" and not place.name.endswith((" County", " Parish")):
        return told - DISTRICT
    return told


def candidates(name: str) -> tuple[Toponym, ...]:
    """The places of a name: areas of our own first, for they are what news means, and regions unless their chief town is as great."""
    found = listed(name)
    area = regions().get(name) or regions().get(name.removesuffix(" region"))
    if area is not None:
        same = [c for c in found if c.kind == "region" and c.country == area.country]
        return (same[0] if same else area,)
    great = {(c.country, c.region): c.population for c in reversed(found) if c.kind == "city"}
    return tuple(c for c in found if c.kind != "region" or great.get((c.country, c.region), 0) < SHARE * c.population)


def named_after(name: str) -> tuple[Toponym, ...]:
    """The town or district after which a longer name calls its place: "Baghdad airport" is in Baghdad, "Ohio River" is not in Ohio."""
    words = name.split()
    if len(words) < 2 or words[-1].casefold() not in word_set("places", "within_town"):
        return ()
    for length in range(len(words) - 1, 0, -1):
        found = tuple(c for c in candidates(" ".join(words[:length])) if c.kind in LOCAL)
        if found:
            return found
    return ()


def is_region_told(told: Context, place: Toponym) -> bool:
    """Whether the region of a place is named."""
    return (place.country or "", place.region) in told.regions


def is_state_told(told: Context, place: Toponym, name: str) -> bool:
    """Whether the state of a place is named by another name than its own."""
    return bool(told.states.get(place.country or "", frozenset()) - {name})


def chosen(names: dict[Key, tuple[Toponym, ...]], told: Context) -> dict[Key, Toponym]:
    """The place of every name, each weighed with the places that the others seem to mean; none for a small town without any sign."""
    names = {**{(name, None): candidates(name) for name in sorted(told.further)}, **names}
    found = {key: best(key[0], options, told, {}, None) for key, options in names.items() if options}
    cells: dict[Cell, float] = {}
    for _ in range(ROUNDS):
        cells = neighbourhood(names, found)
        found = {key: best(key[0], options, told, cells, found[key]) for key, options in names.items() if options}
    return {key: place for key, place in found.items() if key[1] or is_likely(key[0], place, told)}


def is_likely(name: str, place: Toponym, told: Context) -> bool:
    """Whether a place is great enough to be meant anywhere, or lies in a state that the article names."""
    return place.kind not in ("town", "district") or not told.states or is_state_told(told, place, name)


def neighbourhood(names: dict[Key, tuple[Toponym, ...]], found: dict[Key, Toponym]) -> dict[Cell, float]:
    """How strongly the names of an article point to each cell: to all that they may mean, and more to what they seem to mean."""
    cells: dict[Cell, float] = {}
    for key, options in names.items():
        for cell in sorted({cell_of(place) for place in options if place.kind in LOCAL}):
            cells[cell] = cells.get(cell, 0.0) + worth(options, found.get(key), cell)
    return cells


def worth(options: tuple[Toponym, ...], found: Toponym | None, cell: Cell) -> float:
    """What a name adds to a cell in which one of its places lies."""
    seems = found is not None and found.kind in LOCAL and cell_of(found) == cell
    return 1.0 if len(options) == 1 else (1.0 - UNSURE) / len(options) + (UNSURE if seems else 0.0)


def best(name: str, options: tuple[Toponym, ...], told: Context, cells: dict[Cell, float], own: Toponym | None) -> Toponym:
    """The likeliest of some namesakes; ``own`` is the one that it seemed to be before, for it is no neighbour of itself."""
    if len(options) == 1:
        return options[0]
    mine = {cell_of(place) for place in options if place.kind in LOCAL} if cells else set()

    def weight(place: Toponym) -> tuple[float, int]:
        near = sum(cells.get(cell, 0.0) - (worth(options, own, cell) if cell in mine else 0.0) for cell in around(place))
        state = STATE if is_state_told(told, place, name) and place.kind != "country" else 0.0
        region = REGION if is_region_told(told, place) and place.kind != "region" else 0.0
        return size(place) + state + region + NEAR * min(ENOUGH, near), -(place.geonames or 0)

    return max(options, key=weight)


def cell_of(place: Toponym) -> Cell:
    """The cell of a degree in which a place lies."""
    return round(place.lat), round(place.lon)


def around(place: Toponym) -> tuple[Cell, ...]:
    """The cell of a place and the eight beside it."""
    lat, lon = cell_of(place)
    return tuple((lat + north, lon + east) for north in (-1, 0, 1) for east in (-1, 0, 1))
