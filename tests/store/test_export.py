"""Tables leave an archive whole, in order, and harmless to spreadsheets."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from unittest.mock import patch

import postgres
import pytest
from invented import article
from sqlalchemy import text

from dragoman import flow
from dragoman.errors import UsageError
from dragoman.read import read_text
from dragoman.records import Document
from dragoman.store import Archive, add, export, open_archive
from dragoman.store.archive import reading
from dragoman.store.exporting import tables

FORMULAS = ("=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", "\N{FULLWIDTH EQUALS SIGN}1")


def read(line: dict[str, str]) -> Document:
    """The reading of a line, by the rules."""
    return flow.understand(read_text(line["text"], line["id"], published=line["date"], publisher=line["publisher"], lang="en"), "rules")


@pytest.fixture
def filled(archive: Archive) -> Archive:
    for number in range(12):
        add(archive, read(article(number)), "test")
    return archive


def exported(archive: Archive, table: str, form: str = "csv", safe: bool = True) -> bytes:
    stream = io.BytesIO()
    export(archive, table, stream, form, safe)
    return stream.getvalue()


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


@pytest.mark.parametrize("table", tables())
def test_every_table_leaves_whole_in_every_form(filled: Archive, table: str) -> None:
    import pyarrow.parquet

    lines = [json.loads(line) for line in exported(filled, table, "jsonl").splitlines()]
    assert len(rows_of(exported(filled, table))) == len(lines)
    held = pyarrow.parquet.read_table(io.BytesIO(exported(filled, table, "parquet"))).to_pylist()
    assert [list(row) for row in held] == [list(row) for row in lines]
    with reading(filled) as connection:
        plain = table.removesuffix("-wide")
        assert connection.execute(text(f"SELECT count(*) FROM {plain}")).scalar() == len(lines)  # noqa: S608 - our own names


def test_the_wide_tables_tell_speakers_outlets_and_sides(filled: Archive) -> None:
    said = rows_of(exported(filled, "statements-wide"))
    assert {"Ana Example", "Boris Sample"} <= {row["speaker_name"] for row in said}
    assert {row["publisher"] for row in said} == {"Courier 0", "Courier 1", "Courier 2"}
    done = [json.loads(line) for line in exported(filled, "events-wide", "jsonl").splitlines()]
    assert any(row["actors"] == "RUS" for row in done)
    assert all(isinstance(row["actor_span"], list) for row in done), "lists are lists in JSON lines"


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_text_that_looks_like_a_formula_gets_an_apostrophe(archive: Archive, formula: str) -> None:
    add(archive, read_text("Nothing was said.", f'{formula}"x,y', title=formula, publisher=formula, lang="en"), "test")
    row = rows_of(exported(archive, "documents"))[0]
    assert row["ref"] == f"'{formula}\"x,y"
    assert row["publisher"].startswith("'")
    assert rows_of(exported(archive, "documents", safe=False))[0]["ref"] == f'{formula}"x,y'


def test_numbers_are_no_formulas(filled: Archive) -> None:
    assert any(float(row["value"]) < 0 for row in rows_of(exported(filled, "stances")))
    assert not any(row["value"].startswith("'") for row in rows_of(exported(filled, "stances")))


def test_csv_ends_lines_and_quotes_as_rfc_4180_has_it(archive: Archive) -> None:
    add(archive, read_text('One "word", and\nanother.', "a", lang="en"), "test")
    data = exported(archive, "documents")
    assert b'"One ""word"", and\nanother."' in data
    assert data.endswith(b"\r\n")
    assert data.count(b"\r\n") == 2


def test_the_rows_are_the_same_on_every_database(tmp_path: Path, server: postgres.Server) -> None:
    found = []
    for url, order in ((tmp_path / "a.db", 1), (postgres.create(server, "exported"), -1)):
        with open_archive(url) as opened:
            for number in range(8)[::order]:
                add(opened, read(article(number)), "test")
            found.append([exported(opened, table, form) for table in tables() if table != "runs" for form in ("csv", "jsonl")])
    assert found[0] == found[1]


def test_a_file_is_there_whole_or_not_at_all(filled: Archive, tmp_path: Path) -> None:
    target = tmp_path / "statements.csv"
    export(filled, "statements", target)
    before = target.read_bytes()
    with patch("dragoman.store.exporting.cell", side_effect=RuntimeError("the power went")), pytest.raises(RuntimeError):
        export(filled, "statements", target)
    assert target.read_bytes() == before
    assert not list(tmp_path.glob(".*.part"))
    with pytest.raises(UsageError, match="cannot be written"):
        export(filled, "statements", tmp_path / "nowhere" / "x.csv")


def test_a_call_that_makes_no_sense_is_refused_in_words(filled: Archive) -> None:
    with pytest.raises(UsageError, match=r"There is no table 'statement'.*statements-wide"):
        exported(filled, "statement")
    with pytest.raises(UsageError, match="There is no form 'xlsx'"):
        exported(filled, "statements", "xlsx")
    with patch.dict(sys.modules, {"pyarrow": None, "pyarrow.parquet": None}), pytest.raises(UsageError, match="need the package pyarrow"):
        exported(filled, "statements", "parquet")
