"""Relaying media: who passed somebody's words on, and that they are not the speaker."""

import pytest

import dragoman

QUOTED = "Turkish radio quoted Prime Minister Orhan Example as saying that Greece should withdraw its ships."


def relayed(text: str, publisher: str | None = None) -> list[tuple[str | None, tuple[str, ...]]]:
    """The speaker and the media of each statement, by rules."""
    document = dragoman.read(text, publisher=publisher, lang="en", encoder="rules")
    return [(s.speaker, s.via) for s in document.statements]


def test_who_is_quoted_speaks_and_who_quotes_relays() -> None:
    assert relayed(QUOTED) == [("person:orhan-example", ("org:turkish-radio",))]


def test_the_content_stands_behind_as_saying() -> None:
    document = dragoman.read(QUOTED, lang="en", encoder="rules")
    assert [document.words(s.content[0]) for s in document.statements] == ["Greece should withdraw its ships"]


def test_an_apposition_may_stand_before_as_saying() -> None:
    text = "Interfax quoted the deputy minister, Anton Example, as saying that the talks had failed."
    assert relayed(text) == [("person:anton-example", ("org:interfax",))]


@pytest.mark.parametrize(
    ("where", "medium"),
    [("told state television", "org:state-television"), ("said on a weekly TV talk show", "org:weekly-tv-talk-show")],
)
def test_a_medium_without_a_name_relays_under_what_it_is_called(where: str, medium: str) -> None:
    assert relayed(f"Finance Minister Anton Example {where} that Russia would sell its bonds.") == [("person:anton-example", (medium,))]


def test_what_somebody_goes_on_to_say_comes_by_the_same_medium() -> None:
    text = "Foreign Minister Ali Example told Interfax that Iran would respond. He warned that Israel should not strike."
    assert relayed(text) == [("person:ali-example", ("org:interfax",))] * 2


def test_another_addressee_is_another_occasion() -> None:
    text = "Foreign Minister Ali Example told Interfax that Iran would respond. He told parliament that Israel should not strike."
    assert [via for _, via in relayed(text)] == [("org:interfax",), ()]


def test_the_outlet_does_not_relay_itself() -> None:
    text = "Foreign Minister Ali Example told the Post that Iran would respond."
    assert [via for _, via in relayed(text, "Harbour Post")] == [()]
    assert [via for _, via in relayed("Foreign Minister Ali Example told this newspaper that Iran would respond.")] == [()]


def test_a_press_conference_is_no_medium() -> None:
    text = "The army of Kenya attacked nobody, the brigadier told a crowded press conference. It never would, he said on state radio."
    assert [s.via for s in dragoman.read(text, lang="en", encoder="rules").statements] == [(), ("org:state-radio",)]
