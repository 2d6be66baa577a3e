"""Events get the states that act in them, their day, and the line between a deed and a word."""

from __future__ import annotations

from dragoman import flow
from dragoman.read import read_text
from dragoman.records import Document, Event


def read(text: str) -> Document:
    return flow.understand(read_text(text, "test", lang="en", published="2021-05-20"))


def event(text: str, kind: str) -> Event:
    """The one event of a type in a text."""
    (found,) = [e for e in read(text).events if e.type == kind]
    return found


def test_a_minister_acts_for_the_state_of_his_office() -> None:
    found = event("Turkish Foreign Minister Selim Aydan met Egyptian Foreign Minister Karim Fadel in Rome on Monday.", "CONSULT")
    assert set(found.actor) | set(found.recipient) == {"TUR", "EGY"}


def test_a_former_minister_acts_for_nobody() -> None:
    text = "Former Turkish Foreign Minister Selim Aydan met Egyptian Foreign Minister Karim Fadel in Rome on Monday."
    assert [e.type for e in read(text).events] == []


def test_a_correspondent_is_no_party_to_talks() -> None:
    text = "A correspondent talked with Russian Foreign Minister Oleg Strunin in Ankara about Turkey."
    assert [e.type for e in read(text).events] == []


def test_what_two_states_sign_both_have_done() -> None:
    found = event("Ecuador signed a border treaty with Peru on Friday.", "AGREE")
    assert (found.actor, found.recipient) == (("ECU", "PER"), ())


def test_the_two_sides_are_the_states_that_the_article_treats_of() -> None:
    found = event("Ecuador and Peru have quarrelled for years. Ecuador and Peru rested on Sunday. Brazil hosted the two sides.", "CONSULT")
    assert (found.actor, set(found.recipient)) == (("BRA",), {"ECU", "PER"})


def test_a_side_that_the_clause_leaves_out_is_the_other_state_of_the_article() -> None:
    found = event("Kenya has closed the crossing at Busia. Uganda protested.", "COERCE")
    assert (found.actor, found.recipient) == (("KEN",), ("UGA",))


def test_an_accusation_is_performed_by_its_statement_and_no_claim() -> None:
    found = event("Chad on Tuesday accused Sudan of arming rebels.", "ACCUSE")
    assert (found.actor, found.recipient, found.via) == (("TCD",), ("SDN",), None)
    assert found.performed_by is not None


def test_a_deed_has_the_day_of_its_sentence_or_of_its_paragraph() -> None:
    events = read("Kenya closed the border with Uganda on May 17. Kenya also expelled two Ugandan diplomats.").events
    assert [e.date for e in events] == ["2021-05-17", "2021-05-17"]


def test_a_deed_more_than_a_year_old_is_history() -> None:
    assert event("Kenya closed the border with Uganda in 1987.", "COERCE").factuality == "historical"


def test_domestic_news_of_one_state_tells_no_events() -> None:
    text = "The Bulgarian cabinet met. It rejected the budget. Miners rallied in Sofia. Bulgaria's premier resigned. He blamed nobody. " * 2
    assert read(text).events == ()


def test_both_of_them_are_the_two_states_named_last() -> None:
    found = event("Armenia and Azerbaijan are neighbours of Iran, and Iran waits until both of them ask Turkey to leave.", "REQUEST")
    assert "TUR" in found.recipient
    text = "Kazakhstan would mediate between Armenia and Azerbaijan if both of them ask Kazakhstan to do so."
    asked = event(text, "REQUEST")
    assert (asked.actor, asked.recipient, asked.factuality) == (("ARM", "AZE"), ("KAZ",), "conditional")


def test_the_sample_interview_tells_of_an_offered_mediation_and_of_a_treaty_that_both_signed(interview: Document) -> None:
    told = {(e.type, e.actor, e.recipient, e.factuality) for e in interview.events}
    assert ("CONSULT", ("KAZ",), ("ARM", "AZE"), "conditional") in told
    assert ("AGREE", ("KAZ", "GEO"), (), "historical") in told
    assert not {"talked", "discussed"} & {interview.words(e.trigger) for e in interview.events}
