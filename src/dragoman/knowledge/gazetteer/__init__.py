"""Where things are: cities from GeoNames, regions and seas of our own."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Toponym(NamedTuple):
    """A place: its name, ISO3 country or nothing, coordinates in degrees, inhabitants, GeoNames id or nothing."""

    name: str
    country: str | None
    lat: float
    lon: float
    population: int
    geonames: int | None


def lines(name: str) -> list[list[str]]:
    """The fields of every line of a table after its head."""
    text = (files("dragoman.knowledge.gazetteer") / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.split("\n")[1:] if line]


@cache
def rows_by_name() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Raw city lines by every name they go by; numbers are read only for the names that are asked for."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for fields in lines("cities.tsv"):
        row = tuple(fields)
        found.setdefault(fields[0], []).append(row)
        if fields[6]:
            for other in fields[6].split(";"):
                found.setdefault(other, []).append(row)
    return {name: tuple(rows) for name, rows in found.items()}


@cache
def regions() -> dict[str, Toponym]:
    """Regions, seas, rivers and disputed areas by every name they go by."""
    found: dict[str, Toponym] = {}
    for name, country, lat, lon, other in lines("regions.tsv"):
        place = Toponym(name, country or None, float(lat), float(lon), 0, None)
        for surface in (name, *(o for o in other.split(";") if o)):
            found.setdefault(surface, place)
    return found


def cities(name: str) -> tuple[Toponym, ...]:
    """The cities of that name, the most populous first."""
    rows = rows_by_name().get(name, ())
    found = [Toponym(r[0], r[1], float(r[2]), float(r[3]), int(r[4]), int(r[5])) for r in rows]
    return tuple(sorted(found, key=lambda t: (-t.population, t.geonames or 0)))


def known(name: str) -> bool:
    """Whether any city or region goes by a name."""
    return name in regions() or name in rows_by_name()
