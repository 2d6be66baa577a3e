"""Whom nominals, pronouns and bodies without a name of their own stand for."""

from __future__ import annotations

import pytest

from dragoman import flow
from dragoman.read.document import read_text
from dragoman.records import Document, Span
from dragoman.resolve import resolve
from dragoman.resolve.sources import antecedent_of_which


def understood(text: str) -> Document:
    return flow.understand(read_text(text, "test", published="2024-03-05", lang="en"), "rules")


def speakers(text: str) -> list[str | None]:
    return [s.speaker for s in understood(text).statements]


def actor_of(text: str, words: str) -> str | None:
    document = understood(text)
    return next(m.actor for m in document.mentions if document.words(m.span) == words and m.kind != "name")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Kenyan minister Apel Kirabos met Ugandan minister Moses Okelul in Nairobi. The latter said that the road was open.",
            "person:moses-okelul",
        ),
        ("The foreign ministers of Chad and Niger said that the road was open.", "TCD"),
        ("A Chadian foreign ministry spokesman said that the road was open.", "TCD"),
        ("The Chadians said that the road was open.", "TCD"),
        ("Chad's ambassador said that the road was open.", None),
        ("Two senators said that Chad and Niger had quarrelled.", None),
        ("An importer in Santa Rosel said that the road was open.", None),
        ("Iranian state television said that the road was open.", "org:iranian-state-television"),
    ],
)
def test_a_source_names_whom_its_words_tell_and_nobody_else(text: str, speaker: str | None) -> None:
    assert speakers(text)[-1] == speaker


def test_which_is_the_body_before_its_comma() -> None:
    document = understood("Uganda left a day after Rwanda, which had denied it, and Kenya.")
    at = document.text.index("which")
    said = antecedent_of_which(document, Span(at, at + 5))
    assert said is not None
    assert said.speaker == "RWA"


def test_officers_of_two_states_speak_together() -> None:
    (both,) = understood("The foreign ministers of Chad and Niger said that the road was open.").statements
    assert {both.speaker, *both.co_speakers} == {"TCD", "NER"}


def test_a_pronoun_behind_a_person_without_a_name_names_nobody() -> None:
    text = "Kenyan minister Apel Kirabos rested. A reporter phoned on Monday. He asked that somebody open the door."
    assert actor_of(text, "He") is None


def test_a_person_who_does_not_yet_exist_is_no_antecedent() -> None:
    text = "Estonian minister Jurgo Tamsel spoke on Monday. An ambassador would be named soon. He added that talks would go on."
    assert actor_of(text, "He") == "person:jurgo-tamsel"


def test_a_pronoun_has_its_actor_where_nobody_speaks() -> None:
    assert actor_of("Kenyan minister Apel Kirabos went home. In the evening he planted maize.", "he") == "person:apel-kirabos"


def test_a_given_name_tells_the_gender() -> None:
    text = "Kenyan minister Peter Kirabos met Ugandan minister Moses Okelul and envoy Anna Lukwasi. She said that the road was open."
    assert speakers(text)[-1] == "person:anna-lukwasi"


def test_in_his_turn_the_guest_is_the_other_one() -> None:
    text = (
        "Estonian minister Jurgo Tamsel said that the border was calm. Latvian minister Andris Kalvel said that it was not. "
        "In his turn, the guest said that he would look again."
    )
    assert speakers(text)[-1] == "person:jurgo-tamsel"


def test_the_leader_of_a_party_is_somebody_new() -> None:
    text = "Estonian leader Jurgo Tamsel said that the border was calm. The leader of a small party said that it was not."
    assert speakers(text)[-1] is None


def test_a_nominal_is_of_the_state_of_its_seat() -> None:
    text = (
        "Kenyan minister Apel Kirabos said that the road was open. Ugandan minister Moses Okelul said that it was not. "
        "The minister from Nairobi said that he had seen it."
    )
    assert speakers(text)[-1] == "person:apel-kirabos"


def test_a_father_is_not_his_son() -> None:
    assert actor_of("Estonian minister Jurgo Tamsel wrote home. His father said that the road was open.", "His father") is None


def test_the_father_who_is_named_is_himself() -> None:
    text = "Estonian minister Jurgo Tamsel wrote home. His father, Peter Tamselik, was a judge."
    assert actor_of(text, "His father") == "person:peter-tamselik"


def test_an_it_that_speaks_is_the_text_before_it() -> None:
    text = "The Kenyan ministry's note said that Uganda had closed the road. It added that Uganda would open it."
    assert speakers(text) == ["KEN", "KEN"]


def test_i_is_whose_name_opens_the_paragraph() -> None:
    text = (
        "Moses Okelul, Ugandan minister, answers.\n\nMoses Okelul: The road is open.\n\nQ: Is it?\n\n"
        'Moses Okelul: It is. I said: "The road is open to all of us."'
    )
    assert speakers(text)[-1] == "person:moses-okelul"


@pytest.mark.parametrize(
    "text",
    [
        "Latvian minister Anda Kalvel said that the border was calm. She added that the two countries would talk.",
        '"Nobody came to the old bridge that day."',
    ],
)
def test_resolving_twice_changes_nothing(text: str) -> None:
    once = understood(text)
    assert resolve(once) == once
    assert flow.resolved(flow.annotated(once, "rules")) == once


def test_words_with_a_cue_and_no_source_are_nobodys() -> None:
    """A passive without an agent does not take whoever spoke last."""
    from dragoman.records import Span, Statement
    from dragoman.resolve.floating import agentless

    text = "Minister Apel Kirabos spoke. Inspectors are expected to visit Arua. It was stressed that the road was open."
    document = understood(text)
    last = Statement(id="s1", kind="indirect", content=(Span(22, 27),), source=(Span(0, 21),), cue=(Span(22, 27),))

    def told(cue: str) -> Statement:
        start = text.index(cue)
        end = start + len(cue)
        return Statement(id="s2", kind="indirect", content=(Span(end + 1, end + 12),), source=(), cue=(Span(start, end),))

    assert agentless(document, told("expected"), last)
    assert not agentless(document, told("stressed"), last)  # those who met say it together


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The Council of Arua issued a communique on Monday. Kenyan minister Apel Kirabos said that rain had come. "
            "The communique's last line recalls that the road was closed.",
            "org:council-of-arua",
        ),
        ("Kenyan minister Apel Kirabos wrote to Kampala. His letter said that the road was open.", "person:apel-kirabos"),
        ("The Arua University was founded in 1990. The university said that the road was open.", "org:arua-university"),
        (
            "Kenya's minister Apel Kirabos met Uganda's minister Moses Okelul. Rain fell. It fell for days. The road flooded. "
            "Both ministers said that the road was open.",
            "person:apel-kirabos",
        ),
    ],
)
def test_texts_bodies_and_pairs_speak_for_those_named_before(text: str, speaker: str) -> None:
    """A text speaks for its issuer, a described body for the one that was named, and both ministers for the two of them."""
    assert speakers(text)[-1] == speaker


def test_a_signature_behind_a_quotation_names_its_author() -> None:
    """The name and the paper in a line of their own, behind a quotation, tell who wrote it."""
    from dragoman.resolve.floating import signature

    text = "\u201cThe road must be opened at once.\u201d\n\nApel Kirabos, Arua Herald\n\nApel Kirabos is a minister."
    assert signature(understood(text), text.index("\u201d")) == "person:apel-kirabos"
    assert signature(understood(text.replace(", Arua Herald", " left.")), text.index("\u201d")) is None
