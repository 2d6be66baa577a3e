"""A relation as JSON and on a terminal."""

from __future__ import annotations

import io
import json
from math import fsum

import pytest
from rich.console import Console

from dragoman.records import (
    Actor,
    CalendarEntry,
    Coverage,
    Evidence,
    Measure,
    Mediating,
    Period,
    Relation,
    Shift,
    Span,
    Speaker,
    State,
    Theme,
    Toward,
    TurningPoint,
    Undertaking,
)
from dragoman.tell.relation_json import encode
from dragoman.tell.relation_view import show

KEYS = [
    "format", "dyad", "as_of", "window", "state", "words", "deeds", "toward", "course", "turning_points", "foundations", "frictions",
    "promises", "mediations", "speakers", "shifts", "calendar", "coverage",
]  # fmt: skip
EVIDENCE = {"document", "ref", "url", "title", "publisher", "published", "span", "quote", "weight", "contribution"}


def proof(words: str = "a bridge of [bold]trust[/bold]", value: float = 0.7) -> tuple[Evidence, ...]:
    """Seven pieces of evidence of one figure."""
    span = Span(0, len(words))
    return tuple(
        Evidence(f"sha256:{n}", f"ref {n}", None, None, "The Example", "2026-02-01", span, words, "s1", value, 1 / 7, value / 7, "GEO")
        for n in range(7)
    )


@pytest.fixture
def relation() -> Relation:
    """A relation with something in every part."""
    figure = Measure(0.7, 0.123456, 1.0, proof())
    return Relation(
        ("GEO", "NOR"), ("Georgia", "Norway"), "2026-03-01", ("2024-03-01", "2026-03-01"),
        State(0.7, 0.123456, 1.0, "allied", "warming", 0.3, "Relations are warm.", proof(), proof(value=0.3)),
        figure, Measure(), (Toward("GEO", "NOR", figure), Toward("NOR", "GEO", Measure())),
        (Period("2026-02-16", "2026-02-22", None, None, None, 0, 0), Period("2026-02-23", "2026-03-01", 0.7, 0.1, 1.0, 2, 7, proof())),
        (TurningPoint("2025-11-24", "up", 0.4, proof()),),
        (Theme("trade", ("GEO",), 2, proof("a sea of trade")),), (Theme(None, (), 1, proof("a quarrel over fish")),),
        (Undertaking(("GEO",), ("NOR",), "cooperative", "2026-05", "Norway pays", "GEO", "2026-02-01", proof("we will open a bridge")),),
        (Mediating(("KEN",), ("GEO", "NOR"), "offered", "2026-02-01", proof("Kenya offered to mediate")),),
        (Speaker("person:ana-example", "Ana Example", "foreign minister", "former", "GEO", 7, figure, proof()),),
        (Shift("person:ana-example", "Ana Example", "2025-12-01", -0.2, 0.5, proof()),),
        (CalendarEntry("2026-05-31", "due", "the bridge opens", proof()),),
        Coverage(9, 2, 3, 1, 0),
        (Actor("GEO", "state", "Georgia"), Actor("KEN", "state", "Kenya"), Actor("NOR", "state", "Norway")),
    )  # fmt: skip


def shown(relation: Relation, width: int = 100, encoding: str = "utf-8") -> str:
    """What a terminal shows."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, write_through=True)
    show(relation, Console(file=stream, width=width, highlight=False, force_terminal=False))
    stream.seek(0)
    return stream.read()


def test_relation_1_has_its_keys_and_evidence_in_every_item(relation: Relation) -> None:
    told = json.loads(encode(relation))
    assert list(told) == KEYS
    assert told["toward"]["NOR>GEO"]["value"] is None, "not known is null"
    assert (told["window"], told["state"]["low"]) == ({"from": "2024-03-01", "to": "2026-03-01"}, 0.123)
    items = [told[key] for key in ("state", "words")] + [item for key in KEYS[8:17] for item in told[key]]
    assert all(set(one) >= EVIDENCE for item in items for one in item["evidence"])
    assert all(item["evidence"] for item in items if item.get("value", 0) is not None)


def test_rounded_parts_still_sum_to_the_rounded_figure(relation: Relation) -> None:
    told = json.loads(encode(relation))
    for figure in (told["state"], told["words"], told["course"][1]):
        assert fsum(one["contribution"] for one in figure["evidence"]) == pytest.approx(figure["value"], abs=1e-3)


def test_the_page_tells_the_state_and_the_words_it_rests_on(relation: Relation) -> None:
    page = shown(relation)
    for told in (
        "Georgia and Norway",
        "Relations are warm.",
        "not known",
        "+0.70",
        "a sea of trade",
        "due 2026-05, provided that Norway pays",
        "Kenya between Georgia and Norway · offered",
        "former foreign minister of Georgia",
        "-0.20 before, +0.50 since",
        "9 documents · 2 copies beside them · 3 publishers",
    ):
        assert told in page, told
    assert "a bridge of [bold]trust[/bold]" in page, "brackets are only brackets"
    assert "[red]" not in page


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_the_page_fits_its_terminal(relation: Relation, width: int) -> None:
    assert max(map(len, shown(relation, width).splitlines())) <= width


def test_a_terminal_without_our_letters_gets_their_twins(relation: Relation) -> None:
    assert "Georgia and Norway" in shown(relation, encoding="ascii")


def test_a_relation_of_which_nothing_is_told_says_so(relation: Relation) -> None:
    empty = Relation(
        relation.dyad, relation.names, relation.as_of, relation.window,
        State(None, None, None, None, "no evidence", None, "Nothing is told."), Measure(), Measure(),
    )  # fmt: skip
    page = shown(empty)
    assert "Nothing is told." in page
    assert "Nothing found for: what weighs most, course" in page
