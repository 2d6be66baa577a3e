"""What an encoder guesses against what the words tell: towns, ranks and addresses are no persons, a clause has its own subject."""

import pytest

import dragoman
from dragoman.records import Document, Mention, Proposals, Span, Statement


def span_of(text: str, words: str) -> Span:
    """Where some words stand in a text."""
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("text", "guess", "person"),
    [
        ("The bridge stands, the governor of Toulouse said on Friday in a letter to Oslo.", "Toulouse", False),
        ("Kerel Toulouse spoke first. The bridge stands, an aide of Toulouse said on Friday.", "Toulouse", True),
        ("The bridge stands, the envoy, Lt. Gen. Kerel Alpag, said on Friday in a letter.", "Lt. Gen.", False),
        ("His Highness said on Friday that the bridge between the two towns would stand.", "His Highness", False),
    ],
)
def test_a_town_a_rank_and_an_address_are_no_persons(text: str, guess: str, person: bool) -> None:
    def encoder(document: Document) -> Proposals:
        return Proposals(mentions=(Mention(span_of(text, guess), "name", "person", score=0.9, by="encoder"),))

    document = dragoman.read(text, encoder=encoder, lang="en")
    guessed = [m for m in document.mentions if m.type == "person" and m.kind == "name" and m.span.touches(span_of(text, guess))]
    assert bool(guessed) is person


def test_a_clause_has_its_own_subject_not_that_of_the_clause_before() -> None:
    text = "The Arab League praised the truce on Friday, while the African Union warned that it would not hold for long."

    def encoder(document: Document) -> Proposals:
        sources = span_of(text, "The Arab League"), span_of(text, "the African Union")
        content, cue = span_of(text, "it would not hold for long"), span_of(text, "warned")
        return Proposals(
            statements=(Statement(id="", kind="indirect", content=(content,), source=sources, cue=(cue,), score=0.9, by="encoder"),)
        )

    found = [s for s in dragoman.read(text, encoder=encoder, lang="en").statements if s.cue[0] == span_of(text, "warned")]
    assert [text[a:b] for s in found for a, b in s.source] == ["the African Union"]
