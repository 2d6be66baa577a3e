"""Names of places mean the namesake that the article speaks of, and states act or lie somewhere."""

from __future__ import annotations

import pytest

from dragoman import flow
from dragoman.read.document import read_text
from dragoman.records import Place


def places(text: str) -> dict[str, Place]:
    document = flow.understand(read_text(text, "test", published="2024-03-05", lang="en"), "rules")
    return {p.name: p for p in document.places}


def near(place: Place, lat: float, lon: float) -> bool:
    """Whether a place lies within about a degree of a point."""
    return place.lat is not None and place.lon is not None and abs(place.lat - lat) < 1 and abs(place.lon - lon) < 1


def test_the_region_behind_a_town_settles_it() -> None:
    assert near(places("He was born in Paris, Texas, and lives there.")["Paris"], 33.7, -95.6)


def test_an_abbreviation_behind_a_town_settles_it_for_the_whole_article() -> None:
    found = places("Snow fell in Lawrence, Kan., on Monday. Schools in Lawrence were closed.")
    assert near(found["Lawrence"], 39.0, -95.2)
    assert found["Kansas"].country == "USA"


def test_the_county_named_near_by_tells_which_town_is_meant() -> None:
    found = places("A woman from Alexandria was held. The sheriff of Rapides Parish in Louisiana spoke.")
    assert near(found["Alexandria"], 31.3, -92.4)


def test_without_a_sign_the_greatest_town_is_meant() -> None:
    assert places("They met in Alexandria.")["Alexandria"].country == "EGY"


def test_a_small_town_in_a_state_that_nobody_names_gets_no_point() -> None:
    place = next(iter(places("Rebels in Sudan took a post at Tuli.").values()))
    assert places("Rebels in Sudan took a post at Tuli.")["Tuli"].lat is None
    assert place.country == "SDN"


def test_new_york_is_the_city_and_its_abbreviation_the_state() -> None:
    assert near(places("They met in New York.")["New York"], 40.7, -74.0)
    assert places("They met in Albany, N.Y., again.")["New York"].geonames == 5128638


@pytest.mark.parametrize(
    ("text", "name", "reading"),
    [
        ("Turkey said that it would wait.", "Türkiye", "government"),
        ("They urged Iran to wait.", "Iran", "government"),
        ("Talks with Russia will go on.", "Russia", "government"),
        ("Iraq's policy has changed.", "Iraq", "government"),
        ("Sanctions on Syria were eased.", "Syria", "government"),
        ("Russia, Iran and Turkey agreed to wait.", "Türkiye", "government"),
        ("A bomb went off in Iraq.", "Iraq", "place"),
        ("The trucks drove across Syria.", "Syria", "place"),
        ("Snow fell in Iran and Turkey.", "Türkiye", "place"),
        ("Snow fell on Iraq's border.", "Iraq", "place"),
        ("The river flows through Syria.", "Syria", "place"),
        ("The minister comes from Brazil.", "Brazil", "place"),
    ],
)
def test_a_state_that_acts_is_a_government_and_one_that_lies_somewhere_a_place(text: str, name: str, reading: str) -> None:
    assert places(text)[name].reading == reading


def test_a_state_has_the_middle_of_its_land() -> None:
    assert near(places("Snow fell in Türkiye.")["Türkiye"], 39, 35)
