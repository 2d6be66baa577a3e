"""The tables of states and bodies know the names that the press uses."""

from __future__ import annotations

import pytest

from dragoman import flow
from dragoman.knowledge.actors import actor_names, organisations, states
from dragoman.read.document import read_text

CODES = """
AFG ALB DZA AND AGO ATG ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA BRA BRN BGR BFA BDI KHM CMR CAN CPV CAF TCD
CHL CHN COL COM COG COD CRI CIV HRV CUB CYP CZE DNK DJI DMA DOM ECU EGY SLV GNQ ERI EST SWZ ETH FJI FIN FRA GAB GMB GEO DEU GHA GRC GRD
GTM GIN GNB GUY HTI HND HUN ISL IND IDN IRN IRQ IRL ISR ITA JAM JPN JOR KAZ KEN KIR PRK KOR KWT KGZ LAO LVA LBN LSO LBR LBY LIE LTU LUX
MDG MWI MYS MDV MLI MLT MHL MRT MUS MEX FSM MCO MNG MNE MAR MOZ MMR NAM NRU NPL NLD NZL NIC NER NGA MKD NOR OMN PAK PLW PAN PNG PRY PER
PHL POL PRT QAT MDA ROU RUS RWA KNA LCA VCT WSM SMR STP SAU SEN SRB SYC SLE SGP SVK SVN SLB SOM ZAF SSD ESP LKA SDN SUR SWE CHE SYR TJK
TZA THA TLS TGO TON TTO TUN TUR TKM TUV UGA UKR ARE GBR USA URY UZB VUT VEN VNM YEM ZMB ZWE
"""
MEMBERS = CODES.split()


def test_every_member_of_the_united_nations_is_known() -> None:
    assert len(MEMBERS) == 193
    assert not set(MEMBERS) - set(states())


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Turkey", "TUR"),
        ("Türkiye", "TUR"),
        ("Holland", "NLD"),
        ("Kremlin", "RUS"),
        ("Swaziland", "SWZ"),
        ("DPRK", "PRK"),
        ("Burma", "MMR"),
        ("Kosovo", "XKX"),
        ("Ivory Coast", "CIV"),
        ("Czechia", "CZE"),
        ("Soviet", "SUN"),
        ("Washington", "USA"),
        ("White House", "USA"),
        ("Foggy Bottom", "USA"),
        ("Pentagon", "USA"),
        ("Downing Street", "GBR"),
        ("Whitehall", "GBR"),
        ("Élysée", "FRA"),
        ("Beijing", "CHN"),
        ("Zhongnanhai", "CHN"),
        ("Kiev", "UKR"),
        ("Macedonia", "MKD"),
        ("Rangoon", "MMR"),
        ("Emirati", "ARE"),
        ("Filipinos", "PHL"),
        ("Saudis", "SAU"),
        ("Iraqis", "IRQ"),
        ("Canadians", "CAN"),
        ("Nigerien", "NER"),
        ("Nigerian", "NGA"),
        ("Wisma Putra", "MYS"),
        ("Palestinian", "PSE"),
        ("Taiwan", "TWN"),
        ("Yugoslavia", "YUG"),
        ("New Caledonia", "NCL"),
        ("Bermuda", "BMU"),
    ],
)
def test_a_name_of_the_press_means_one_state(name: str, code: str) -> None:
    assert {n.id for n in actor_names() if n.surface == name} == {code}


def test_no_name_means_two_actors() -> None:
    seen: dict[str, set[str]] = {}
    for name in actor_names():
        seen.setdefault(name.surface, set()).add(name.id)
    assert [surface for surface, ids in seen.items() if len(ids) > 1] == []


def test_about_two_hundred_bodies_are_known() -> None:
    assert len(organisations()) >= 190


def test_the_hague_is_a_place_and_jordan_may_be_a_surname() -> None:
    text = "Marlene Jordan said that the court in The Hague would decide."
    document = flow.understand(read_text(text, "test", published="2024-03-05", lang="en"))
    assert all(m.actor != "JOR" for m in document.mentions)
    assert [p.name for p in document.places] == ["The Hague"]
