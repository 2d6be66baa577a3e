"""Where things are: towns and regions from GeoNames, countries, and seas and areas of our own.

The lines of ``places.tsv`` are kept as bytes and searched as they are: what is asked for is read, the rest costs next to nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

KINDS = {"C": "city", "T": "town", "A": "region", "D": "district"}
REMEMBERED = 1 << 14  # names whose places are kept at hand: more than an article has, few enough to bound the memory


class Toponym(NamedTuple):
    """A place: its name, ISO3 country or nothing, coordinates in degrees, inhabitants, GeoNames id or nothing.

    ``kind`` is city (15,000 inhabitants or a seat), town (smaller), region (first level below the state), district
    (second level), area (seas, lands and disputed regions of our own) or country; ``region`` the code of the first level.
    """

    name: str
    country: str | None
    lat: float
    lon: float
    population: int
    geonames: int | None
    kind: str = "area"
    region: str = ""


def content(name: str) -> bytes:
    """The bytes of a table."""
    return (files("dragoman.knowledge.gazetteer") / name).read_bytes()


def lines(name: str) -> list[list[str]]:
    """The fields of every line of a small table after its head."""
    return [line.split("\t") for line in content(name).decode().split("\n")[1:] if line]


@cache
def table() -> list[bytes]:
    """The lines of ``places.tsv``, sorted by the bytes of their names."""
    return content("places.tsv").split(b"\n")[:-1]


def line_of(name: str) -> str:
    """The line of a name without the name; empty where no place bears it."""
    wanted = name.encode() + b"\t"
    at = bisect_left(table(), wanted)
    found = table()[at] if at < len(table()) else b""
    return found[len(wanted) :].decode() if found.startswith(wanted) else ""


@lru_cache(REMEMBERED)
def listed(name: str) -> tuple[Toponym, ...]:
    """The towns and regions of that name, the most populous first."""
    found = [toponym(name, field) for field in line_of(name).split("\t") if field]
    return tuple(sorted(found, key=lambda t: (-t.population, t.geonames or 0)))


def toponym(name: str, field: str) -> Toponym:
    """The place that a field of the table tells."""
    kind, geonames, country, region, lat, lon, population = field.split(",")
    return Toponym(name, country, float(lat), float(lon), int(population), int(geonames), KINDS[kind], region)


@cache
def regions() -> dict[str, Toponym]:
    """Areas, seas, rivers and disputed lands by every name they go by."""
    found: dict[str, Toponym] = {}
    for name, country, lat, lon, other in lines("regions.tsv"):
        place = Toponym(name, country or None, float(lat), float(lon), 0, None)
        for surface in (name, *(o for o in other.split(";") if o)):
            found.setdefault(surface, place)
    return found


@cache
def countries() -> dict[str, Toponym]:
    """The states and territories by their codes, each with the middle of its land."""
    return {
        code: Toponym(code, code, float(lat), float(lon), 0, int(geonames) if geonames else None, "country")
        for code, lat, lon, geonames in lines("countries.tsv")
    }


def cities(name: str) -> tuple[Toponym, ...]:
    """The cities of that name, the most populous first."""
    return tuple(place for place in listed(name) if place.kind == "city")


def known(name: str) -> bool:
    """Whether an area or a city goes by a name: small towns do not count, for they share theirs with persons and things."""
    return name in regions() or bool(cities(name))
