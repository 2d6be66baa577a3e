"""Titles keep the words of the text, their state and their holders."""

from __future__ import annotations

import pytest

from dragoman import flow
from dragoman.read.document import read_text


def offices(text: str) -> dict[str, list[tuple[str, str | None, str | None]]]:
    document = flow.understand(read_text(text, "test", published="2024-03-05", lang="en"))
    return {a.name: [(o.title, o.of, o.status) for o in a.offices] for a in document.actors if a.type == "person"}


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("Former Turkish Foreign Minister Kerel Alpag said the road was long.", "Kerel Alpag", ("foreign minister", "TUR", "former")),
        ("Acting Syrian deputy foreign minister Gasan Murd came.", "Gasan Murd", ("deputy foreign minister", "SYR", "acting")),
        (
            "Zurel Khidash, Georgia's former minister for conflict resolution, spoke.",
            "Zurel Khidash",
            ("minister for conflict resolution", "GEO", "former"),
        ),
        ("Iraq's ambassador to Jordan, Nizel Obad, replied.", "Nizel Obad", ("ambassador to Jordan", "IRQ", "current")),
        ("In Quito, army spokesman Hernel Cazarro said the outpost had fallen.", "Hernel Cazarro", ("army spokesman", "ECU", "current")),
        ("Chad was quick. Its envoy in Quito, Haris Muratsel, spoke.", "Haris Muratsel", ("envoy in Quito", "TCD", "current")),
        ("Chad's ambassador here, Haris Muratsel, spoke.", "Haris Muratsel", ("ambassador", "TCD", "current")),
        ("Haris Muratsel spent five years as Chad's ambassador in Quito.", "Haris Muratsel", ("ambassador in Quito", "TCD", "former")),
        ("Chad's minister of trade and head of delegation, Haris Muratsel, spoke.", "Haris Muratsel", ("trade minister", "TCD", "current")),
        ("Yours,\n\nHaris Muratsel\nAmbassador of Chad", "Haris Muratsel", ("ambassador", "TCD", "current")),
        ("Haris Muratsel, who led the Bosnian delegation, left early.", "Haris Muratsel", ("head of delegation", "BIH", "current")),
        ("Australian Desalting Minister Kerel Alpag said it would rain.", "Kerel Alpag", ("desalting minister", "AUS", "current")),
        ("France's glass industry minister, Kerel Alpag, came.", "Kerel Alpag", ("glass industry minister", "FRA", "current")),
        ("Nobody in Denmark knew, Kerel Alpag, the integration minister, said.", "Kerel Alpag", ("integration minister", "DNK", "current")),
        ("Mali's minister for Malians living abroad, Kerel Alpag, came.", "Kerel Alpag", ("minister", "MLI", "current")),
        ("Canada waits. Wallonia's minister-president, Kerel Alpag, came.", "Kerel Alpag", ("minister-president", "BEL", "current")),
        ("Syria received the ambassador of Chile in Damascus, Kerel Alpag.", "Kerel Alpag", ("ambassador in Damascus", "CHL", "current")),
        ("Sudan's ambassador, Lt. Gen. (ret.) Mutasim Alpag, replied.", "Mutasim Alpag", ("ambassador", "SDN", "current")),
        ("A Bishkek site quotes a deputy premier there, Kerel Alpag, as an heir.", "Kerel Alpag", ("deputy premier", "KGZ", "current")),
        (
            "Kerel Alpag, a former legal adviser to the Singapore Foreign Ministry, spoke.",
            "Kerel Alpag",
            ("legal adviser to Singapore Foreign Ministry", "SGP", "former"),
        ),
        ("Haiti waits. Senator Kerel Alpag, Republican of Ohio, came.", "Kerel Alpag", ("senator", "USA", "current")),
        ("Haiti waits. Representative Kerel Alpag, a Georgia Democrat, came.", "Kerel Alpag", ("representative", "USA", "current")),
        ("Prague waits. Senator Kerel Alpag, a Social Democrat, came.", "Kerel Alpag", ("senator", "CZE", "current")),
    ],
)
def test_an_office_has_title_state_and_status(text: str, name: str, office: tuple[str, str, str]) -> None:
    assert office in offices(text)[name]


def test_a_counterpart_holds_the_office_of_the_other() -> None:
    found = offices("Turkish Deputy Foreign Minister Kerel Alpag and his Egyptian counterpart Hosel Deebran spoke by phone.")
    assert found["Hosel Deebran"] == [("deputy foreign minister", "EGY", "current")]


def test_deputy_before_an_office_is_no_office_of_its_own() -> None:
    assert offices("Lithuanian deputy foreign minister Rasel Venck spoke.")["Rasel Venck"] == [
        ("deputy foreign minister", "LTU", "current")
    ]


def test_a_visiting_minister_has_no_field_of_visits() -> None:
    assert offices("Lithuania was proud. The visiting minister, Rasel Venck, spoke.")["Rasel Venck"] == [("minister", "LTU", "current")]
