"""Whose words a text gives in full."""

from __future__ import annotations

from dragoman import flow
from dragoman.read.document import read_text
from dragoman.records import Statement


def statements(text: str, publisher: str | None = None) -> list[Statement]:
    document = flow.understand(read_text(text, "test", published="2024-03-05", lang="en", publisher=publisher), "rules")
    return list(document.statements)


def test_initials_are_the_person_who_bears_them() -> None:
    text = (
        "JOREN GOLDBLAT: Are you taking a harder line?\n\nHILDA ROSE CLANTON: It is a consistent line, and I keep it.\n\n"
        "JG: Am I wrong?\n\nHRC: I do not want to speak for them.\n"
    )
    assert [s.speaker for s in statements(text) if s.by == "turn"] == ["person:hilda-rose-clanton"] * 2


def test_a_label_that_nobody_bears_is_an_unknown_speaker() -> None:
    text = "MODERATOR: Shots fell again.\n\nXQ: We agreed on the map.\n\nMODERATOR: And then?\n\nXQ: We had lunch together.\n"
    assert [s.speaker for s in statements(text) if s.by == "turn"] == [None, None]


def test_a_label_in_capitals_is_the_person_who_is_named_elsewhere() -> None:
    text = (
        "MODERATOR: Ambassador Orozbal, you negotiated this border.\n\nOROZBAL: For nineteen years I did.\n\n"
        "RAHMUZA (Tajik Academy): A camera does not hang itself.\n\nOROZBAL: Nor does a school burn by itself.\n"
    )
    assert [s.speaker for s in statements(text) if s.by == "turn"] == ["person:orozbal", "person:rahmuza", "person:orozbal"]


def test_the_signature_is_the_speaker_of_a_letter() -> None:
    text = (
        "Sir,\n\nWe have never crossed the border, and we never will.\n\nMy Government deplores the habit of printing first.\n\n"
        "Yours faithfully,\n\nAmbassador Hernan Etchevar\n"
    )
    assert {s.speaker for s in statements(text) if s.by == "letter"} == {"person:hernan-etchevar"}


def test_a_speech_goes_on_with_the_speaker_whom_its_head_announces() -> None:
    text = (
        "Remarks by Consul General Gonzalo Quispar in Arica.\n\nI have been told to speak of anything but water today.\n\n"
        "Yesterday my country lodged an application with the Court.\n\nWe are not against the treaty of 1904, I repeat.\n"
    )
    assert [s.speaker for s in statements(text) if s.by == "speech"] == ["person:gonzalo-quispar"] * 3


def test_the_points_of_a_text_are_the_words_of_both_parties() -> None:
    text = (
        "Following is the text of the points initialled for Thailand and for Cambodia.\n\n1. Calm shall rest on the frontier.\n\n"
        "2. Respect for the frontier is the ground of all relations.\n\n3. Thailand will return the eleven heads.\n"
    )
    found = [s for s in statements(text) if s.by == "point"]
    assert {(s.speaker, *s.co_speakers) for s in found} == {("THA", "KHM")}


def test_a_quotation_right_behind_an_unnamed_speaker_stays_his() -> None:
    text = (
        "Minister Levan Sarik spoke first. A senior Kenyan official said that the road was closed and he disputed the claim: "
        '"Nobody has told us that. They have told the newspapers."'
    )
    assert statements(text)[-1].speaker is None
