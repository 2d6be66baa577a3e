"""Capitals belong to the state of the day; names of states stay what the text calls them."""

import pytest

import dragoman

TEXT = "{} said on Monday that it would answer the note, and left it at that. Ukraine and Serbia said nothing."


@pytest.mark.parametrize(
    ("capital", "day", "state"),
    [
        ("Moscow", "1989-04-03", "SUN"),
        ("Moscow", "1991-12-26", "RUS"),
        ("Moscow", None, "RUS"),
        ("Prague", "1992-12-31", "CSK"),
        ("Belgrade", "1999-05-01", "YUG"),
        ("Belgrade", "2004-05-01", "SCG"),
        ("Belgrade", "2007-05-01", "SRB"),
    ],
)
def test_a_capital_speaks_for_the_state_of_the_day(capital: str, day: str | None, state: str) -> None:
    document = dragoman.read(TEXT.format(capital), published=day, lang="en", encoder="rules")
    assert [s.speaker for s in document.statements][:1] == [state]
    assert [p.country for p in document.places if document.words(p.span) == capital] == [state]
    assert {m.actor for m in document.mentions if document.words(m.span) in ("Ukraine", "Serbia")} == {"UKR", "SRB"}


def test_a_state_that_opens_a_sentence_is_no_body_beside_itself() -> None:
    document = dragoman.read(
        "The Soviet Union will leave the talks, Finland said. The Soviet Union said that it would not.", lang="en", encoder="rules"
    )
    assert [s.speaker for s in document.statements] == ["FIN", "SUN"]


def test_an_officer_of_the_soviet_ministry_is_no_russian_one() -> None:
    text = "MOSCOW, April 3 - Foreign Ministry spokesman Vadim Kirsanov said that the treaty stood."
    document = dragoman.read(text, published="1989-04-03", lang="en", encoder="rules")
    assert [s.voice_of for s in document.statements] == ["SUN"]
