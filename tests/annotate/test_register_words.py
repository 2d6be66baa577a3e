"""Grounds, promises and mediations in words of invented news."""

from __future__ import annotations

from dragoman.annotate import annotate
from dragoman.read import read_text
from dragoman.records import Document, Failure


def annotated(text: str) -> Document:
    """A text with what its own words tell."""
    document = read_text(text, "test", lang="en")
    assert not isinstance(document, Failure)
    return annotate(document)


def grounds(text: str) -> list[str]:
    """The words of the foundations of a text."""
    document = annotated(text)
    return [document.words(g.span) for g in document.foundations]


def test_what_relations_rest_on_is_parted_where_each_ground_has_an_article() -> None:
    text = 'Oslo, 3 May. "Our relations are based on the treaty of 1926 and the trust of both peoples," Minister Arne Skogvik said.'
    assert grounds(text) == ["the treaty of 1926", "the trust of both peoples"]


def test_the_subject_is_the_ground_where_it_binds_or_underlies() -> None:
    assert grounds('"A common river is the cornerstone of our ties," Minister Arne Skogvik said.') == ["A common river"]


def test_what_two_peoples_share_is_a_ground_but_a_shared_concern_is_none() -> None:
    assert grounds("The two peoples share a language and a faith, while their ties are old.") == ["a language and a faith"]
    assert "the concern" not in " ".join(grounds("Both countries share the concern about their relations with the fund."))


def test_a_ground_ends_with_its_quotation() -> None:
    assert grounds('"Our ties rest on trust", the Oslo Courier wrote.') == ["trust"]


def test_thanks_to_this_names_no_ground() -> None:
    assert grounds('"Thanks to this, our relations are developing," Minister Arne Skogvik said.') == []


def test_a_promise_is_the_clause_that_commits_and_keeps_its_condition() -> None:
    said = "The winter was long. We will reopen the bridge to Sweden by June, provided that the ice holds."
    document = annotated(f'Minister Arne Skogvik of Norway told reporters: "{said}"')
    (promise,) = document.promises
    assert document.words(promise.span).startswith("We will reopen the bridge")
    assert promise.condition == "the ice holds"
    assert promise.kind == "cooperative"


def test_a_promise_not_to_do_something_is_one_of_restraint() -> None:
    document = annotated("Norway will never close the crossing to Sweden, Minister Arne Skogvik pledged.")
    assert [p.kind for p in document.promises] == ["restraint"]


def test_the_narrator_tells_of_a_mediation_too() -> None:
    document = annotated("Norway has been shuttling between Peru and Chile since March.")
    assert [document.words(m.span) for m in document.mediations] == ["shuttling between Peru and Chile since March"]
    assert document.mediations[0].statement is None


def test_hosting_a_tournament_is_no_mediation() -> None:
    assert annotated("Norway hosted the championship between Peru and Chile.").mediations == ()
