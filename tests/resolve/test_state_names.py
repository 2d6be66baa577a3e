"""Odd names of states mean the right state, and what only looks like a state is none."""

from __future__ import annotations

import pytest

from dragoman import flow
from dragoman.read.document import read_text
from dragoman.records import Document

STATES = """
TUR|Turkey said on Monday that it would send aid.
TUR|Türkiye and its partners met in Ankara.
NLD|Holland said that it would host the talks.
RUS|The Kremlin denied the report on Tuesday.
SWZ|Swaziland recalled its envoy.
PRK|The DPRK rejected the resolution.
MMR|Burma freed the prisoners, officials said.
XKX|Kosovo thanked its partners for the recognition.
GEO|Georgia accused Russia of an attack.
JOR|Jordan recalled its ambassador.
TCD|Chad recalled its ambassador.
CHN|China recalled its ambassador.
CIV|Ivory Coast closed its border on Friday.
CIV|Côte d'Ivoire closed its border on Friday.
CPV|Cape Verde offered to host the summit.
CPV|Cabo Verde offered to host the summit.
MKD|Macedonia changed its name.
CZE|Czechia expelled the diplomats.
VAT|The Vatican called for a truce.
TWN|Taipei rejected the claim.
COD|The Democratic Republic of the Congo accused its neighbour.
COG|The Republic of the Congo sent a mediator.
COG|Brazzaville said that Congo would not yield.
COD|Kinshasa said that Congo would not yield.
PRK|North Korea fired a missile.
KOR|Seoul said that Korea would not yield.
GIN|Guinea held an election.
GNB|Guinea-Bissau held an election.
GNQ|Equatorial Guinea held an election.
PNG|Papua New Guinea held an election.
FSM|Micronesia thanked its partners for the ferries.
GBR|Downing Street said that no decision had been taken.
USA|The White House said that no decision had been taken.
USA|Foggy Bottom denied the charge.
FRA|The Quai d'Orsay denied the charge.
FRA|The Quai d’Orsay denied the charge.
COD|Zaire closed its embassy in 1991.
IRN|Persia signed the treaty in 1907.
TLS|East Timor joined the court.
ARE|The UAE denied the charge.
ARE|The Emirates denied the charge.
BHS|The Bahamas denied the charge.
GMB|The Gambia denied the charge.
NER|Niger closed the uranium mine.
NGA|Nigeria closed the border.
DMA|Dominica thanked its partners.
DOM|The Dominican Republic thanked its partners.
LCA|St Lucia thanked its partners.
KNA|St Kitts and Nevis thanked its partners.
VCT|St. Vincent and the Grenadines thanked its partners.
PSE|Palestine asked for full membership.
ESH|Western Sahara is a disputed territory.
SSD|South Sudan thanked its partners.
LKA|Ceylon protested.
BEN|Dahomey protested.
TZA|Tanganyika protested.
"""
NONE = """
GEO|A jury in Atlanta, Georgia, convicted him.
GEO|Voters in Georgia, Arizona and Michigan will decide the election.
GEO|Storms hit Georgia and Alabama, said the sheriff of Fulton County.
JOR|Michael Jordan visited the school. Jordan thanked the pupils.
JOR|Mr. Jordan said the plan would fail. Jordan then left.
TCD|Chad Whitlow said the plan would fail. Chad then left.
CHN|She laid the table with her best china.
TUR|They ate turkey on Thursday.
RUS|Chechnya was bombed in 1999, witnesses said.
MEX|The state of New Mexico denied the charge.
GBR|New England was hit by snow.
IRL|Northern Ireland was hit by snow.
NER|The Niger River rose.
NER|Nigeria protested.
JPN|The ship sank in the Sea of Japan.
LBN|The man from Lebanon, Pa., was held.
CUB|A fire in Cuba, N.Y., was put out.
GIN|Guinea-Bissau protested.
GIN|Papua New Guinea protested.
DMA|The Dominican Republic protested.
COD|The Republic of the Congo protested.
SDN|South Sudan protested.
KOR|North Korea protested.
"""


def cases(table: str) -> list[tuple[str, str]]:
    rows = [line.split("|") for line in table.strip().splitlines()]
    return [(code, text) for code, text in rows]


def understood(text: str) -> Document:
    return flow.understand(read_text(text, "test", published="2024-03-05", lang="en"), "rules")


def named(text: str) -> set[str | None]:
    document = understood(text)
    return {code for m in document.mentions if m.subtype != "capital" for code in (m.actor, *m.candidates)}


@pytest.mark.parametrize(("code", "text"), cases(STATES))
def test_an_odd_name_means_its_state(code: str, text: str) -> None:
    document = understood(text)
    assert code in {m.actor for m in document.mentions if m.kind == "name"}


@pytest.mark.parametrize(("code", "text"), cases(NONE))
def test_what_looks_like_a_state_is_none(code: str, text: str) -> None:
    assert code not in named(text)


def test_korea_is_left_open_where_both_are_named() -> None:
    document = understood("North Korea and South Korea met. Korea, the envoy said, is one.")
    last = [m for m in document.mentions if document.words(m.span) == "Korea"]
    assert [(m.actor, m.candidates) for m in last] == [(None, ("KOR", "PRK"))]
