"""The main job, on the bundled sample: who speaks, in which office, what he says of whom, where, when, and what does not fit.

The expectations are the truth as a reader has it, not what the program happened to say.
"""

from __future__ import annotations

import pytest

from dragoman import Document, Statement
from dragoman.tell.voices import pieces

SPEAKER = "person:arman-zholdasbek"
SAID = {  # the words a statement begins with: its kind
    "Astana will widen its partnership with Tbilisi in the years ahead": "indirect",
    "trade between Kazakhstan and Georgia grows": "indirect",
    "Our relations also rest on mutual trust": "direct",
    'Georgia "a neighbour across the water': "mixed",
    "Nobody in Astana has forgotten who opened the ports": "direct",
    "Kazakhstan has no quarrel with any state": "indirect",
    "We are ready to mediate between Armenia and Azerbaijan": "direct",
    "We will build a second ferry terminal": "direct",
    "the weight of the treaty for the whole region": "indirect",
    "Today marks the 5th anniversary of the treaty": "direct",
}


def found(document: Document, beginning: str) -> Statement:
    """The statement whose content begins with some words."""
    return next(s for s in document.statements if document.words(s.content[0]).startswith(beginning))


@pytest.mark.parametrize(("beginning", "kind"), SAID.items(), ids=list(SAID))
def test_every_statement_is_found_with_its_kind(interview: Document, beginning: str, kind: str) -> None:
    assert found(interview, beginning).kind == kind


def test_nothing_else_is_taken_for_a_statement(interview: Document) -> None:
    assert len(interview.statements) == len(SAID)


@pytest.mark.parametrize("beginning", SAID, ids=list(SAID))
def test_one_man_says_all_of_it_whether_named_or_he_or_the_diplomat(interview: Document, beginning: str) -> None:
    assert found(interview, beginning).speaker == SPEAKER


@pytest.mark.parametrize("beginning", SAID, ids=list(SAID))
def test_he_speaks_as_a_former_minister_of_kazakhstan(interview: Document, beginning: str) -> None:
    statement = found(interview, beginning)
    assert (statement.standing, statement.office, statement.voice_of) == ("former", "foreign minister", "KAZ")


def test_he_held_one_office_on_the_day_of_the_treaty_and_holds_another_now(interview: Document) -> None:
    man = next(a for a in interview.actors if a.id == SPEAKER)
    assert [(o.title, o.of, o.status, o.attested) for o in man.offices] == [
        ("foreign minister", "KAZ", "former", ("2021-05-20",)),
        ("head of delegation to OSCE Parliamentary Assembly", "KAZ", "current", ()),
    ]


def test_it_was_said_in_batumi_at_the_forum_on_the_day_of_the_dateline(interview: Document) -> None:
    assert (interview.published, interview.place) == ("2026-05-19", "Batumi")
    for beginning in SAID:
        said = found(interview, beginning).said
        assert (said.date, said.place, said.occasion) == ("2026-05-19", "Batumi", "3rd Caspian Bridges Forum")


def test_kazakhstan_speaks_warmly_of_georgia_and_of_nobody_else(interview: Document) -> None:
    assert [(d.source, d.toward) for d in interview.dyads] == [("KAZ", "GEO")]
    assert (interview.dyads[0].stance or 0.0) >= 1.0


def test_the_relations_rest_on_friendship_trust_and_interests(interview: Document) -> None:
    grounds = [(g.dyad, interview.words(g.span)) for g in interview.foundations]
    for words in ("the long friendship of the two peoples", "mutual trust", "common interests in transit"):
        assert any(dyad == ("GEO", "KAZ") and words in told for dyad, told in grounds), words


def test_the_ferry_terminal_is_promised_to_georgia_by_2028(interview: Document) -> None:
    promise = next(p for p in interview.promises if "second ferry terminal" in interview.words(p.span))
    assert (promise.by, promise.to, promise.kind, promise.due) == (("KAZ",), ("GEO",), "cooperative", "2028")


def test_mediation_between_armenia_and_azerbaijan_is_offered_not_under_way(interview: Document) -> None:
    mediation = interview.mediations[0]
    assert (mediation.mediators, mediation.between, mediation.status) == (("KAZ",), ("ARM", "AZE"), "offered")


def test_the_anniversary_falls_on_the_day_after_the_interview(interview: Document) -> None:
    anniversary = next(t for t in interview.times if t.anniversary_of)
    assert (anniversary.value, anniversary.anniversary_of) == ("2026-05-20", "2021-05-20")


def test_the_dates_that_disagree_are_shown_together(interview: Document) -> None:
    warning = next(w for w in interview.warnings if w.kind == "date-conflict")
    words = [interview.words(span) for span in warning.spans]
    assert "May 20, 2021" in words
    assert any(w.startswith("Today") or w == "May 19, 2026" for w in words)


def test_the_line_that_calls_the_sample_invented_is_no_news(interview: Document) -> None:
    invented = interview.header[0]
    assert interview.words(invented).startswith("(INVENTED SAMPLE")
    told = [s.hull for s in interview.statements] + [e.trigger for e in interview.events]
    assert not any(invented.touches(span) for span in told)


def test_a_quotation_is_told_with_the_marks_of_the_text(interview: Document) -> None:
    mixed = next(s for s in interview.statements if interview.words(s.content[0]).startswith('Georgia "a neighbour'))
    shown = "".join(interview.words(piece.span) for piece in pieces(mixed.content[0], mixed.quoted, interview.text))
    assert shown == 'Georgia "a neighbour across the water whose word we have never had to doubt"'
    assert not any(piece.opens or piece.closes for piece in pieces(mixed.content[0], mixed.quoted, interview.text))
