"""Whom statements are about, how warmly they speak, and the parties of the registers."""

from __future__ import annotations

import pytest

from dragoman.annotate import annotate
from dragoman.read import read_text
from dragoman.records import Document, Failure
from dragoman.resolve import resolve


def resolved(text: str) -> Document:
    """A text understood."""
    document = read_text(text, "test", lang="en")
    assert not isinstance(document, Failure)
    return resolve(annotate(document))


TALKS = (
    "Norwegian Foreign Minister Arne Skogvik met his Peruvian counterpart in Oslo on Monday. Norway and Peru signed a treaty in 1926. "
    "Peru has an embassy in Norway. "
)


def test_the_other_side_is_the_one_that_the_article_treats_of() -> None:
    document = resolved(TALKS + '"We will open the port in June," Norwegian Foreign Minister Arne Skogvik said.')
    assert document.statements[-1].about == ("NOR", "PER")


def test_the_warm_and_cold_words_count_for_the_actor_named_nearest_to_them() -> None:
    document = resolved(
        "The Norwegian foreign ministry praised the brotherly friendship of Peru in the face of the hostile threats of Chile."
    )
    values = {x.toward: x.value for x in document.statements[0].stance}
    assert values["PER"] > 0.5
    assert values["CHL"] < -0.5


def test_a_neutral_remark_takes_no_side_of_an_actor_it_does_not_name() -> None:
    document = resolved(TALKS + "The road is wide, Norwegian Foreign Minister Arne Skogvik noted.")
    assert document.statements[-1].stance == ()


def test_a_promise_is_made_by_the_side_of_the_speaker_to_the_other() -> None:
    document = resolved(TALKS + '"We will deliver the grain to Peru," Norwegian Foreign Minister Arne Skogvik pledged.')
    assert [(p.by, p.to) for p in document.promises] == [(("NOR",), ("PER",))]


def test_what_another_state_will_do_is_no_promise_of_the_speaker() -> None:
    document = resolved(TALKS + "Peru will open the port, Norwegian Foreign Minister Arne Skogvik said.")
    assert document.promises == ()


def test_a_mediator_is_named_beside_the_trigger_and_the_sides_behind_it() -> None:
    document = resolved("A Norwegian mediator flew to the talks between Peru and Chile on Friday.")
    assert [(m.mediators, m.between) for m in document.mediations] == [(("NOR",), ("CHL", "PER"))]


def test_who_offers_to_go_between_two_is_warm_toward_neither() -> None:
    document = resolved('"We are ready to mediate between Peru and Chile," Norwegian Foreign Minister Arne Skogvik said.')
    assert (document.statements[0].stance, document.dyads) == ((), ())


@pytest.mark.parametrize(
    ("source", "state"),
    [("South Korean Foreign Ministry", "KOR"), ("Georgian Ministry of Foreign Affairs", "GEO"), ("British Foreign Office", "GBR")],
)
def test_a_ministry_with_the_adjective_of_a_state_is_that_state(source: str, state: str) -> None:
    document = resolved(f"The {source} said that the talks in Oslo had begun.")
    assert document.statements[0].speaker == state


def test_a_promise_falls_due_as_exactly_as_it_was_told() -> None:
    for words, due in (("by 2028", "2028"), ("by the end of 2028", "2028-12-31"), ("by May 2028", "2028-05")):
        text = f'Oslo, 3 May 2026. "We will build a terminal with Peru {words}," Norwegian Foreign Minister Arne Skogvik promised.'
        document = resolve(annotate(read_text(text, "test", lang="en", published="2026-05-03")))
        assert [p.due for p in document.promises] == [due], words


def test_a_ground_belongs_to_the_speaker_and_the_state_that_his_sentence_names() -> None:
    document = resolved('"Our ties with Peru rest on a common faith," Norwegian Foreign Minister Arne Skogvik said.')
    assert [(g.dyad, document.words(g.span)) for g in document.foundations] == [(("NOR", "PER"), "a common faith")]


def test_a_mediation_without_sides_is_dropped() -> None:
    assert resolved("Norway is ready to mediate.").mediations == ()
