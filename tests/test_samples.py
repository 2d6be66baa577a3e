"""The dossier of the bundled articles says what the articles say: a list made by hand while they were written, not from a run."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from unittest.mock import patch

import pytest
from lxml import html as parser
from recounting import check_whole, text_of, things

import dragoman
from dragoman import cli
from dragoman.records import Evidence, Relation
from dragoman.store import documents, open_archive

ARTICLES = Path(str(files("dragoman") / "samples" / "portugal-morocco.jsonl"))
AS_OF = "2026-11-15"

# What a reader of the articles would expect to find, by section.
EXPECTED = {
    "foundations": ["trust", "a long history", "rests on respect", "shared interests in energy", "the memory of the Sintra Treaty"],
    "frictions": ["dispute over fishing waters", "trade in tinned fish", "Ines Corvo"],
    "promises": [
        "Portugal to Morocco",
        "September 2026 term is over",
        "open a consulate in Agadir",
        "1 October 2026 term is over",
        "lift the tariff on Portuguese olive oil",
        "Portugal ratifies the agreement",
        "31 December 2027",
        "2028",
        "500 scholarships",
    ],
    "mediation": ["Spain between Morocco and Portugal", "accepted", "12 May 2026"],
    "speakers": [
        "Leonor Valadim foreign minister of Portugal",
        "Idris Tamsaout foreign minister of Morocco",
        "Salma Ouarzari fisheries minister of Morocco",
        "Ines Corvo economy minister of Portugal",
        "Duarte Almendro former foreign minister",
        "Pilar Montcada foreign minister of Spain",
    ],
    "shifts": ["Salma Ouarzari 30 June 2026"],
    "calendar": ["3 December 2026", "joint commission will meet in Lisbon", "11 July 2027", "anniversary"],
    "course": ["2 March 2026 ▼ down", "▲ up"],
    "method": ["Told from 18 documents by 2 publishers.", "1 copy folded"],
}
# Deeds that the outlets report, each of which must be evidence of the figure for deeds.
DEEDS = [
    "Morocco seized two Portuguese trawlers",
    "Portugal recalled its ambassador",
    "Morocco imposed tariffs on Portuguese olive oil",
    "Morocco released eleven Portuguese fishermen",
    "Morocco delivered emergency aid to Portugal",
    "held a joint rescue exercise",
]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of the bundled articles, made as a reader of the tutorial makes it."""
    path = tmp_path_factory.mktemp("samples") / "archive.db"
    command = ["dragoman", "add", "--quiet", "--to", str(path), str(ARTICLES)]
    with patch("sys.argv", command), pytest.raises(SystemExit) as ended:
        cli.main()
    assert not ended.value.code
    return path


@pytest.fixture(scope="module")
def told(archive: Path) -> Relation:
    """Their relation."""
    with open_archive(archive) as opened:
        return dragoman.relation(opened, "Portugal", "Morocco", as_of=AS_OF)


@pytest.fixture(scope="module")
def page(archive: Path) -> str:
    """Their dossier, as the command writes it."""
    path = archive.with_name("dossier.html")
    with patch("sys.argv", ["dragoman", "dossier", "Portugal", "Morocco", "--in", str(archive), "--as-of", AS_OF, "-o", str(path)]):
        with pytest.raises(SystemExit) as ended:
            cli.main()
        assert not ended.value.code
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("section", EXPECTED)
def test_each_section_shows_what_the_articles_say(page: str, section: str) -> None:
    shown = " ".join(text_of(parser.fromstring(page).get_element_by_id(section)).split())
    assert [words for words in EXPECTED[section] if words not in shown] == []


def test_the_dossier_of_the_samples_has_no_empty_section(page: str) -> None:
    sections = {s.get("id"): s for s in parser.fromstring(page).iter("section")}
    assert [key for key in sections if key not in ("method", "evidence") and not sections[key].findall(".//table")] == []


@pytest.mark.parametrize("deed", DEEDS)
def test_each_deed_of_the_articles_counts_as_a_deed(told: Relation, deed: str) -> None:
    assert any(deed in evidence.quote for evidence in told.deeds.evidence)


def test_spring_was_the_worst_and_it_is_better_now(told: Relation) -> None:
    known = {period.begins: period.value for period in told.course if period.value is not None}
    spring = [value for day, value in known.items() if "2026-03-01" <= day < "2026-04-01"]
    assert max(spring) < 0 < min(value for day, value in known.items() if day >= "2026-05-01")
    assert told.state.value is not None
    assert told.state.norm is not None
    assert told.state.value > max(told.state.norm, 0)


def test_a_former_minister_and_a_third_state_move_no_figure(told: Relation) -> None:
    counted = {e.speaker for e in (*told.state.evidence, *told.words.evidence)}
    assert "person:leonor-valadim" in counted
    assert not counted & {"person:duarte-almendro", "person:pilar-montcada"}


def test_every_figure_of_the_samples_can_be_recomputed_from_the_page(page: str, told: Relation) -> None:
    check_whole(page, told)


def test_every_quotation_stands_in_its_document_where_the_dossier_says(archive: Path, told: Relation) -> None:
    with open_archive(archive) as opened:
        texts = {document.id: document.text for document in documents(opened)}
    found = [thing for thing in things(told) if isinstance(thing, Evidence)]
    assert len(found) > 100
    assert all(texts[e.document][e.span.start : e.span.end] == e.quote for e in found)


def test_every_article_says_that_it_is_invented() -> None:
    texts = [document.text for document in dragoman.read_all([ARTICLES], encoder="rules") if isinstance(document, dragoman.Document)]
    assert len(texts) == 19
    assert all(text.startswith("(INVENTED SAMPLE: all persons, outlets and happenings in this text are invented)\n") for text in texts)
