"""From texts through an archive to a relation: the command and the verb."""

from __future__ import annotations

import io
import json
import sys
from math import fsum
from pathlib import Path
from unittest.mock import patch

import pytest

import dragoman
from dragoman import cli

ARTICLES = (
    (
        "2026-01-12",
        "The Fjord",
        'OSLO - "Georgia is a reliable friend of Norway," Norwegian Foreign Minister Ida Berg said in Oslo on Monday.',
    ),
    (
        "2026-01-13",
        "The Rioni",
        "TBILISI - Norway delivered emergency aid to Georgia on Tuesday. "
        "Georgia will repay Norway by 2028, Foreign Minister Ana Example said.",
    ),
    (
        "2026-02-10",
        "The Rioni",
        "TBILISI - Georgia expelled two Norwegian diplomats on Monday. "
        '"Norway has betrayed Georgia," Georgian Foreign Minister Ana Example said.',
    ),
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of three invented articles, and a fourth about others."""
    folder = tmp_path_factory.mktemp("archive")
    other = ("2026-04-01", "The Rioni", "NAIROBI - Kenya signed a treaty with Ghana on Wednesday.")
    lines = [
        json.dumps({"id": f"a{n}", "date": day, "publisher": outlet, "text": text, "lang": "en"})
        for n, (day, outlet, text) in enumerate((*ARTICLES, other))
    ]
    (folder / "articles.jsonl").write_text("\n".join(lines), encoding="utf-8")
    with dragoman.open_archive(folder / "a.db") as opened:
        assert len(list(dragoman.add_all(opened, [folder / "articles.jsonl"], encoder="rules"))) == 4
    return folder / "a.db"


def run(*words: str) -> tuple[str, int]:
    """What a command tells, and its exit status."""
    told = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    with patch.multiple(sys, argv=["dragoman", *words], stdout=told, stderr=told), pytest.raises(SystemExit) as ended:
        cli.main()
    told.seek(0)
    return told.read(), int(ended.value.code or 0)


def test_the_command_and_the_verb_tell_the_same_relation_as_of_the_newest_story_of_the_two(archive: Path) -> None:
    told, status = run("relation", "norway", "GEO", "--in", str(archive), "--json")
    assert status == 0
    relation = json.loads(told)
    assert (relation["dyad"], relation["as_of"], relation["coverage"]["documents"]) == (["GEO", "NOR"], "2026-02-10", 3)
    assert {one["read_as"] for one in relation["deeds"]["evidence"]} >= {"AID", "SANCTION"}
    assert fsum(one["contribution"] for one in relation["state"]["evidence"]) == pytest.approx(relation["state"]["value"], abs=1e-3)
    with dragoman.open_archive(archive) as opened:
        again = dragoman.relation(opened, "GEO", "NOR")
        texts = {document.id: document for document in dragoman.documents(opened)}
        assert all(texts[one.document].words(one.span) == one.quote for one in again.state.evidence)
    assert again.state.sentence == relation["state"]["sentence"]


def test_an_earlier_day_knows_nothing_of_a_later_one(archive: Path) -> None:
    relation = json.loads(run("relation", "GEO", "NOR", "--in", str(archive), "--json", "--as-of", "2026-02-01", "--window", "60")[0])
    assert relation["window"] == {"from": "2025-12-04", "to": "2026-02-01"}
    assert {one["read_as"] for one in relation["deeds"]["evidence"]} == {"AID"}


def test_the_page_shows_the_state_and_the_deeds(archive: Path) -> None:
    told, status = run("relation", "Georgia", "Norway", "--in", str(archive))
    assert status == 0
    assert "Georgia and Norway" in told
    assert "expelled two Norwegian diplomats" in " ".join(told.split())


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        (("Georgia", "Georgia"), "no relations with itself"),
        (("Georgia", "Atlantis"), "Atlantis"),
        (("Georgia", "Ghana"), "No dated story"),
        (("Georgia", "Norway", "--as-of", "2026-02-31"), "no day of the calendar"),
    ],
)
def test_questions_without_an_answer_say_why(archive: Path, words: tuple[str, ...], wrong: str) -> None:
    told, status = run("relation", *words, "--in", str(archive))
    assert (status, wrong in told) == (2, True), told


def test_an_archive_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    told, status = run("relation", "GEO", "NOR", "--in", str(tmp_path / "none.db"))
    assert status == 2
    assert told.startswith("dragoman: ")
    assert not (tmp_path / "none.db").exists()
