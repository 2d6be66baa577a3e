"""Persons are told by what stands beside their names, not by a list of surnames."""

from __future__ import annotations

import pytest

from dragoman import flow
from dragoman.read.document import read_text
from dragoman.records import Document


def reading(text: str) -> Document:
    return flow.understand(read_text(text, "test", published="2024-03-05", lang="en"))


def persons(text: str) -> list[str]:
    document = reading(text)
    return [document.words(m.span) for m in document.mentions if m.kind == "name" and m.type == "person"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The talks failed, Deputy Minister Tarvik Olenmaa said.", "Tarvik Olenmaa"),
        ("Its envoy in the Sahel, Mordu Benkasri, told reporters that the road was open.", "Mordu Benkasri"),
        ("Romanian Energy Secretary of State Horvul Vlasne denied the report.", "Horvul Vlasne"),
        ("Army spokesman Col. Hernel Cazarro said that the outpost had fallen.", "Hernel Cazarro"),
        ("Slavol Peritch, who negotiates for Serbia, called the draft a trap.", "Slavol Peritch"),
        ("The list is ready, said stage manager Bepro Lorusti.", "Bepro Lorusti"),
        ("Tamor el-Shafeen told the agency that Cairo had agreed.", "Tamor el-Shafeen"),
    ],
)
def test_structure_beside_a_name_makes_it_a_person(text: str, name: str) -> None:
    assert name in persons(text)


def test_hyphens_do_not_cut_a_name() -> None:
    assert persons("Trade commissioner Fatoma Sarrel-Diopa urged both governments to wait.") == ["Fatoma Sarrel-Diopa"]


def test_a_family_name_alone_is_the_person_named_before() -> None:
    document = reading("Defence Minister Ilvar Tronsk said the border was calm. Tronsk added that patrols would go on.")
    assert {m.actor for m in document.mentions if m.type == "person" and m.kind == "name"} == {"person:ilvar-tronsk"}


@pytest.mark.parametrize(
    "text", ["The minister met traders in Samarkand.", "The accord of Dayton, the ministers said, holds.", "Officials said so on Monday."]
)
def test_towns_and_days_are_no_persons(text: str) -> None:
    assert persons(text) == []


def test_names_in_capitals_are_found_behind_offices() -> None:
    assert persons("QUITO, OCT 8 - PERUVIAN NEGOTIATOR HERNEL VILLACORT SAID TODAY THE BORDER WAS CALM.") == ["HERNEL VILLACORT"]


def test_the_american_georgia_is_a_place() -> None:
    document = reading("ATLANTA - The governor of the state of Georgia opened shelters. Georgia expects more rain, forecasters said.")
    assert all(m.actor != "GEO" for m in document.mentions)


def test_georgia_is_a_state_where_tbilisi_is() -> None:
    document = reading("Georgia will not join the embargo, officials in Tbilisi said.")
    assert any(m.actor == "GEO" for m in document.mentions)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On Tuesday President Obama met Iranian leaders, an aide said.", "Obama"),
        ("The deal was praised by Foreign Minister Lavrov in the evening.", "Lavrov"),
    ],
)
def test_an_office_holder_behind_his_title_is_no_town_of_his_name(text: str, name: str) -> None:
    assert persons(text) == [name]


def test_an_officer_behind_his_body_is_a_person_of_his_own() -> None:
    assert persons("The road is open, the UN's Ilse Vanderloom said in Geneva.") == ["Ilse Vanderloom"]


def test_an_office_or_a_caption_before_a_name_is_no_part_of_it() -> None:
    text = "Diplomatic Correspondent Jonathan Marlin spoke. Jonathan Marlin said more. Harrow Picture Jonathan Marlin was seen."
    assert {*persons(text)} == {"Jonathan Marlin"}


def test_the_field_of_a_minister_is_no_person() -> None:
    assert persons('"We need time," said the minister of Transports, Mr Osmane Diagnel.') == ["Osmane Diagnel"]


def test_a_family_name_that_is_a_capital_is_the_person_where_nobody_is_in_it() -> None:
    text = "Valeska Paris, an Australian woman, spoke. Paris said that she had been sent to the ship."
    assert persons(text) == ["Valeska Paris", "Paris"]


def test_initials_written_together_open_a_name() -> None:
    assert persons("The line is closed, P.J. Mallorin said on Friday.") == ["P.J. Mallorin"]
