"""Questions to an archive on the command line: answers on standard output, notes on standard error, refusals in one line."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest

import dragoman
from dragoman import cli
from dragoman.store.exporting import tables

TEXT = (
    "Georgia will reopen the border, Foreign Minister Ana Example said in Tbilisi on Friday. "
    '"The border with [bold]Armenia[/bold] opens," Example told reporters.'
)
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of one article."""
    path = tmp_path_factory.mktemp("desk") / "talks.db"
    document = dragoman.read(TEXT, published="2025-11-07", publisher="Steppe Courier", lang="en", ref="a1", encoder="rules")
    with dragoman.open_archive(path) as opened:
        dragoman.add(opened, document)
    return path


@pytest.fixture
def run(archive: Path) -> Run:
    """A function that runs a command on the archive: the exit status and what went to both streams."""

    def ran(*words: str) -> tuple[int, str, str]:
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
        with (
            patch.multiple(sys, argv=["dragoman", *words, "--in", str(archive)], stdout=out, stderr=err),
            patch.dict(os.environ, {"COLUMNS": "100", "TERM": "dumb"}),
            pytest.raises(SystemExit) as ended,
        ):
            cli.main()
        for stream in (out, err):
            stream.seek(0)
        return int(ended.value.code or 0), out.read(), err.read()

    return ran


def test_find_shows_who_said_it_in_which_office_when_and_where(run: Run) -> None:
    status, shown, notes = run("find", "GEORGIA border")
    assert (status, notes) == (0, "")
    assert "Ana Example · foreign minister, Georgia · 2025-11-07 · Steppe Courier" in shown
    assert "“Georgia will reopen the border”" in shown
    assert "a1:1:1" in shown


def test_words_that_look_like_markup_are_only_words(run: Run) -> None:
    assert "[bold]Armenia[/bold]" in run("find", "armenia")[1]


def test_find_gives_programs_an_object_a_line(run: Run) -> None:
    hits = [json.loads(line) for line in run("find", "border", "--json")[1].splitlines()]
    assert len(hits) == 2
    assert all(TEXT[slice(*hit["span"])] == hit["quote"] for hit in hits)


@pytest.mark.parametrize(
    ("query", "note"),
    [("zebra", "Nothing found."), ("'%\"", "The query has no words to look for."), ("border " * 70, "Only the first 64 words")],
)
def test_notes_go_to_standard_error_and_are_no_failure(run: Run, query: str, note: str) -> None:
    status, _, notes = run("find", query)
    assert status == 0
    assert note in notes
    assert "Traceback" not in notes


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["find", "border", "--from", "last year"], "--from 'last year' is no day of the calendar."),
        (["find", "border", "--speaker", "Zebra"], "Nobody of the name 'Zebra' is known."),
        (["find", "border", "--kind", "poem"], "There is no kind 'poem' of hits."),
        (["who", "Zebra"], "Nobody of the name 'Zebra' is known."),
        (["export"], "There is no table ''. Give one of actors,"),
        (["export", "--all"], "All tables at once want a folder."),
        (["export", "statements", "--form", "xlsx"], "There is no form 'xlsx'."),
        (["export", "statements", "-o", "/nowhere/at/all.csv"], "cannot be written: No such file or directory."),
    ],
)
def test_a_call_that_makes_no_sense_is_told_in_one_line(run: Run, words: list[str], message: str) -> None:
    status, shown, told = run(*words)
    assert (status, shown) == (2, "")
    assert message in told
    assert told.count("\n") == 1


def test_who_shows_offices_words_and_company(run: Run) -> None:
    shown = run("who", "example")[1]
    assert "foreign minister of Georgia · attested 2025-11-07" in shown
    assert "“Georgia will reopen the border”" in shown
    assert json.loads(run("who", "georgia", "--json")[1])["actor"] == "GEO"


def test_export_writes_to_standard_output_and_all_tables_to_a_folder(run: Run, tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("export", "statements-wide")[1], newline="")))
    assert {row["speaker_name"] for row in rows} == {"Ana Example"}
    assert run("export", "--all", "--form", "jsonl", "-o", str(tmp_path / "all"))[0] == 0
    assert len(list((tmp_path / "all").iterdir())) == len(tables())


def test_an_archive_that_is_not_there_is_not_made(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with patch.object(sys, "argv", ["dragoman", "find", "x", "--in", str(tmp_path / "no.db")]), pytest.raises(SystemExit, match="2"):
        cli.main()
    assert "There is no archive" in capfd.readouterr().err
    assert not (tmp_path / "no.db").exists()
