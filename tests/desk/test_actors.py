"""A user's own table of offices is kept whole or not at all, and later readings know it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.desk.actors import add
from dragoman.errors import DragomanError

TABLE = "of,title,person,wikidata,from,to\nMLT,Foreign Minister,Anastasia Exemplar,Q1,2018-01-01,2021-05-05\n"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the user's own table would lie."""
    path = tmp_path / "data" / "actors.tsv"
    monkeypatch.setenv("DRAGOMAN_ACTORS", str(path))
    return path


def saved(folder: Path, name: str, text: str) -> str:
    """A file with a text."""
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


def test_adding_twice_adds_nothing(own: Path, tmp_path: Path) -> None:
    file = saved(tmp_path, "mine.csv", TABLE)
    assert add(file).startswith("1 rows read, 1 of them new")
    before = own.read_bytes()
    assert add(file).startswith("1 rows read, 0 of them new")
    assert own.read_bytes() == before


def test_a_later_end_takes_the_place_of_an_open_one(own: Path, tmp_path: Path) -> None:
    add(saved(tmp_path, "open.csv", TABLE.replace("2021-05-05", "")))
    add(saved(tmp_path, "closed.csv", TABLE))
    assert own.read_text(encoding="utf-8").splitlines()[1:] == ["MLT\tforeign minister\tAnastasia Exemplar\tQ1\t2018-01-01\t2021-05-05\t"]


def test_a_query_result_keeps_a_year_a_year(own: Path, tmp_path: Path) -> None:
    cells = {"of": "MLT", "title": "president", "person": "Ben Sample", "wikidata": "http://www.wikidata.org/entity/Q77"}
    cells |= {"from": "2014-01-01T00:00:00Z", "from_precision": "9"}
    told = {"head": {}, "results": {"bindings": [{name: {"type": "literal", "value": value} for name, value in cells.items()}]}}
    add(saved(tmp_path, "query.json", json.dumps(told)))
    assert own.read_text(encoding="utf-8").splitlines()[1] == "MLT\tpresident\tBen Sample\tQ77\t2014\t\t"


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.csv", TABLE + "MLT,president,Ben Sample,Q2,2020-13-01,\n", "row 3, column from"),
        ("b.csv", "of,office,person\nMLT,president,Ben Sample\n", "row 1, column 2: 'office' is not known"),
        ("c.csv", "of,title\nMLT,president\n", "row 1: the column 'person' is missing"),
        ("d.tsv", "of\ttitle\tperson\nMLT\tpresident\n", "row 2: 2 fields"),
        ("e.json", '{"results": 5}', "no query result"),
        ("f.csv", "of,title,person\n", "no rows"),
    ],
)
def test_a_faulty_table_changes_nothing(own: Path, tmp_path: Path, name: str, text: str, told: str) -> None:
    add(saved(tmp_path, "good.csv", TABLE))
    before = own.read_bytes()
    with pytest.raises(DragomanError, match=told):
        add(saved(tmp_path, name, text))
    assert own.read_bytes() == before


SAYS = "{} Anastasia Exemplar said in Valletta that the talks would go on."


def warnings(own: Path, articles: list[tuple[str, str | None]]) -> list[list[str]]:
    """The kinds of office warnings of some articles, read in a process that knows the user's table."""
    lines = "\n".join(json.dumps({"text": text, "date": day, "lang": "en"}) for text, day in articles)
    command = [sys.executable, "-m", "dragoman", "read", "--json", "--encoder", "rules", "-"]
    env = {**os.environ, "DRAGOMAN_ACTORS": str(own)}
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True, env=env, encoding="utf-8")  # noqa: S603
    return [[w["message"] for w in json.loads(line)["warnings"] if w["kind"] == "office-conflict"] for line in done.stdout.splitlines()]


def test_the_table_is_held_against_the_text_only_where_it_is_sure(own: Path, tmp_path: Path) -> None:
    """In office from 2018 to May 2021: a warning for "former" in 2019 and for the bare title in 2024, and for nothing else."""
    add(saved(tmp_path, "mine.csv", TABLE))
    minister, former = "Maltese Foreign Minister", "Former Maltese Foreign Minister"
    found = warnings(
        own,
        [
            (SAYS.format(former), "2019-03-03"),
            (SAYS.format(minister), "2024-03-03"),
            (SAYS.format(minister), "2019-03-03"),
            (SAYS.format(former), "2024-03-03"),
            (SAYS.format(minister), "2021-06-01"),
            (SAYS.format(minister), None),
            ("In March 2019, " + SAYS.format(minister), "2024-03-03"),
            ("The treaty was drafted when " + SAYS.format(minister), "2024-03-03"),
            (SAYS.format("Maltese Justice Minister"), "2024-03-03"),
        ],
    )
    assert [bool(messages) for messages in found] == [True, True, False, False, False, False, False, False, False]
    assert found[0] == [
        '"Former Maltese Foreign Minister Anastasia Exemplar": by the table of offices Anastasia Exemplar '
        "held that office on 2019-03-03, since 2018-01-01"
    ]
    assert found[1][0].endswith("left that office on 2021-05-05")
