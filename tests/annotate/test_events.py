"""Events are found by words used as a deed's frame asks, with the phrases that name who did it and to whom."""

from __future__ import annotations

import time

import pytest

from dragoman.annotate import annotate
from dragoman.read import read_text
from dragoman.records import Document, Event, Span

Told = tuple[str, str, list[str], list[str]]


def read(text: str) -> Document:
    return annotate(read_text(text, "test", lang="en", published="2021-05-20"))


def words(document: Document, spans: tuple[Span, ...]) -> list[str]:
    return [document.words(s) for s in spans]


def told(text: str) -> list[Told]:
    """The events of a text: type, trigger, doer, other side."""
    document = read(text)
    return [(e.type, document.words(e.trigger), words(document, e.actor_span), words(document, e.recipient_span)) for e in document.events]


def only(text: str) -> Event:
    """The one event of a text."""
    (event,) = read(text).events
    return event


DEEDS: dict[str, list[Told]] = {
    "Turkish troops shelled a village in northern Syria on Monday.": [("ASSAULT", "shelled", ["Turkish troops"], ["Syria"])],
    "Four diplomats were expelled by Lithuania.": [("SANCTION", "expelled", ["Lithuania"], [])],
    "Kenya, which has no quarrel with its neighbour, closed the border with Uganda.": [("COERCE", "closed", ["Kenya"], ["Uganda"])],
    "Ecuador and Peru signed a treaty in Quito.": [("AGREE", "signed", ["Ecuador", "Peru"], [])],
    "Russian-Turkish talks were held in Ankara.": [("CONSULT", "held", ["Russian", "Turkish"], [])],
    "Spain urged Morocco to release the prisoners.": [
        ("REQUEST", "urged", ["Spain"], ["Morocco"]),
        ("RETREAT", "release", ["Morocco"], []),
    ],
    "Chad accused Sudanese police of burning two villages.": [
        ("ACCUSE", "accused", ["Chad"], ["Sudanese"]),
        ("ASSAULT", "burning", ["Sudanese"], []),
    ],
    "The ambassador of Qatar was recalled from Cairo.": [("SANCTION", "recalled", ["The ambassador of Qatar"], [])],
}


@pytest.mark.parametrize("text", DEEDS)
def test_a_deed_has_the_phrases_of_its_own_clause(text: str) -> None:
    assert told(text) == DEEDS[text]


NO_DEEDS = (
    "Portugal attacked from the left, the striker scored, and the home fans booed Spain after the match.",
    "Relations between Turkey and Russia rest on strengthening trust.",
    "The disputed islands lie between Japan and Russia.",
    "The minister struck a balance between Iran and Iraq.",
    "Nobody in Astana has forgotten who opened the ports to Kazakhstan.",
)


@pytest.mark.parametrize("text", NO_DEEDS)
def test_words_of_war_outside_their_frame_are_no_deeds(text: str) -> None:
    assert told(text) == []


FACTS = {
    "Georgia closed the border with Armenia.": "actual",
    "Georgia will close the border with Armenia.": "planned",
    "Georgia has not closed the border with Armenia.": "negated",
    "No Georgian soldier crossed into Armenia.": "negated",
    "If talks fail, Georgia will close the border with Armenia.": "conditional",
    "Georgia might close the border with Armenia.": "hypothetical",
    "Georgia is shelling Armenia.": "ongoing",
    "Georgia shut no crossing; it closed nothing and recalled no ambassador from Armenia.": "negated",
}


@pytest.mark.parametrize("text", FACTS)
def test_the_words_before_a_deed_tell_whether_it_happened(text: str) -> None:
    assert {e.factuality for e in read(text).events} == {FACTS[text]}


def test_what_is_asked_for_is_only_thought_of() -> None:
    events = {e.type: e.factuality for e in read("Spain urged Morocco to release the prisoners.").events}
    assert events == {"REQUEST": "actual", "RETREAT": "hypothetical"}


def test_refusing_to_accept_is_a_rejection_that_happened() -> None:
    event = only("Iran does not accept the border that Iraq drew.")
    assert (event.type, event.factuality) == ("REJECT", "actual")


def test_a_deed_inside_a_statement_names_the_statement() -> None:
    document = read('"Uganda has closed the border with Kenya," the Kenyan foreign minister, Amos Okello-Tarus, said.')
    (event,) = document.events
    assert event.via == document.statements[0].id


def test_reading_events_takes_time_in_proportion_to_the_text() -> None:
    """Four times the text takes less than ten times the time, in one sentence without end as in many."""
    for piece in ("Turkey attacked Syria and Iraq, ", "Turkey accused Syria of shelling Iraq on Monday. "):
        small, large = (elapsed(piece * n) for n in (300, 1200))
        assert large < 10 * small + 0.5


def elapsed(text: str) -> float:
    from dragoman.annotate.events import events

    document = read(text)
    start = time.perf_counter()
    events(document)
    return time.perf_counter() - start
