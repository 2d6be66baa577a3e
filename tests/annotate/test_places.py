"""Places, and capitals that stand for governments."""

from __future__ import annotations

import pytest

from dragoman import flow
from dragoman.read.document import read_text


def places(text: str) -> dict[str, tuple[str | None, str]]:
    document = flow.understand(read_text(text, "test", published="2024-03-05", lang="en"))
    return {p.name: (p.country, p.reading) for p in document.places}


def test_a_capital_that_speaks_is_a_government() -> None:
    assert places("Officials were silent, but Ankara insisted on a reply.")["Ankara"] == ("TUR", "government")


def test_a_capital_one_is_in_is_a_place() -> None:
    assert places("The ministers met in Ankara on Monday.")["Ankara"] == ("TUR", "place")


def test_the_seat_of_a_ministry_is_a_place() -> None:
    assert places("The General Staff in Ankara denied it.")["Ankara"] == ("TUR", "place")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The closure of the Cyandi crossing is no sanction.", "Cyandi"),
        ("Rebels attacked the frontier town of Adrelle at dawn.", "Adrelle"),
        ("He spoke of the Karabakh War at length.", "Karabakh"),
    ],
)
def test_nouns_for_places_tell_unknown_places(text: str, name: str) -> None:
    assert name in places(text)


def test_the_town_of_the_state_that_is_named_behind_it_is_chosen() -> None:
    assert places("Shells fell on Tripoli, Lebanon, overnight.")["Tripoli"][0] == "LBN"
