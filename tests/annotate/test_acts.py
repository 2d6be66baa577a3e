"""What statements do, by cue, words and shape."""

from __future__ import annotations

import pytest

from dragoman.annotate.acts import acts_of
from dragoman.knowledge.attitude import act_votes
from dragoman.records import Document, Span, Statement

FRIENDLY = {"foundation", "commitment", "offer", "praise"}
HOSTILE = {"demand", "threat", "conditional_threat", "criticism", "denial"}
PLAIN = {"assessment", "announcement", "expectation", "other"}


def acts_told(cue: str, content: str, kind: str = "indirect") -> tuple[str, ...]:
    """The acts of a statement with this cue and content."""
    document = Document(id="", ref="", text=f"{cue} {content}")
    statement = Statement("s1", kind, (Span(len(cue) + 1, len(document.text)),), cue=(Span(0, len(cue)),), cue_word=cue)
    return acts_of(document, statement)


@pytest.mark.parametrize(
    ("cue", "content", "main"),
    [
        ("say", "our friendship rests on mutual respect and a shared history", "foundation"),
        ("say", "we will continue to deepen our partnership", "commitment"),
        ("say", "the mission will be ready to host the talks if both sides ask", "offer"),
        ("urge", "the government to withdraw its troops at once", "demand"),
        ("warn", "if the shelling goes on, we will respond by every means", "conditional_threat"),
        ("accuse", "the neighbouring army of violating the ceasefire", "criticism"),
        ("thank", "the two ministers for their patience", "praise"),
        ("deny", "any link with the raid", "denial"),
        ("announce", "the ambassadors will meet on Tuesday", "announcement"),
        ("hope", "the round will end soon", "expectation"),
        ("refuse", "to speak about the note", "other"),
        ("note", "the situation on the border remains difficult", "assessment"),
    ],
)
def test_each_act_is_told_by_plain_words_of_it(cue: str, content: str, main: str) -> None:
    assert acts_told(cue, content)[0] == main


def test_a_cue_that_denies_outweighs_the_reproach_that_it_denies() -> None:
    assert acts_told("deny", "violating the border")[0] == "denial"
    assert acts_told("say", "they keep violating the border")[0] == "criticism"


@pytest.mark.parametrize(
    "content",
    [
        "a neighbour whose word we have never had to doubt",
        "Nobody in Astana has forgotten who opened the ports to us in a hard winter",
        "Georgia has kept every line of the treaty",
    ],
)
def test_a_cold_verb_of_nobody_and_a_promise_kept_are_praise(content: str) -> None:
    assert acts_told("recall", content, "direct")[0] == "praise"


def test_the_weight_of_a_treaty_is_assessed_and_not_criticised() -> None:
    assert acts_told("note", "the weight of the treaty for the whole region") == ("assessment",)


def test_a_crime_that_nobody_forgets_is_still_a_reproach() -> None:
    assert acts_told("say", "nobody has forgotten who violated the truce", "direct")[0] == "criticism"


def test_who_says_that_he_denies_denies() -> None:
    assert acts_told("say", "We deny that", "direct")[0] == "denial"


def test_a_second_act_is_named_only_where_a_sign_speaks_for_it() -> None:
    assert acts_told("pledge", "patrol boats") == ("commitment",)


def test_every_vote_is_for_an_act_of_the_format() -> None:
    known = act_votes()
    votes = [known.prior, known.no_cue, *known.cues.values(), *(s.votes for s in known.signs), *known.shapes.values()]
    assert {act for one in votes for act in one} <= FRIENDLY | HOSTILE | PLAIN
