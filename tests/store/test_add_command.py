"""``dragoman add`` accounts for every item, is stopped cleanly, and gives the same archive for any number of processes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from invented import article, articles

from dragoman.store import dump, open_archive

Written = Callable[[str, list[dict[str, str]]], Path]
ADD = [sys.executable, "-m", "dragoman", "add", "--encoder", "rules", "--to"]


def ran(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """What the command does."""
    return subprocess.run([*ADD, *map(str, arguments)], capture_output=True, text=True, check=False)  # noqa: S603


def dumped(path: Path) -> list[bytes]:
    """The dump of an archive."""
    with open_archive(path, create=False) as archive:
        return list(dump(archive))


def test_the_summary_accounts_for_every_item(tmp_path: Path, file_of: Written) -> None:
    to = tmp_path / "a.db"
    other = {**article(2), "id": "a1"}
    source = file_of(
        "all.jsonl", [article(0), article(1), other, {**article(0), "publisher": "Zeitung"}, {**article(1), "date": "2020-01-01"}]
    )
    with source.open("a", encoding="utf-8") as stream:
        stream.write('{"text": "Georgia will keep its word.", "id": "nul\\u0000"}\n{"text": ""}\n')
    done = ran(to, source, tmp_path / "nothing.txt")
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        f"{to}: 8 articles given",
        "  added           3  new",
        "  seen            1  known, met at one more place",
        "  renewed         1  known, read again because it appeared here first",
        "  refused         3  could not be read or kept",
        "                  1  The ref holds the character U+0000 (after 3 others), which no archive can keep. nul\\x00",
        f"                  1  The input is empty: no words in it. {source}:7",
        f"                  1  There is no such file. {tmp_path / 'nothing.txt'}",
        "  Several texts bear the id of another and were kept beside it: 1 (a1).",
        "  The archive holds 3 documents.",
    ]
    assert f"{source}:7" in done.stderr


def test_json_tells_what_became_of_each_item(tmp_path: Path, file_of: Written) -> None:
    to, source = tmp_path / "a.db", file_of("all.jsonl", [article(0), article(1)])
    first, second = ran(to, "--json", source), ran(to, "--json", source, tmp_path / "nothing.txt")
    assert (first.returncode, second.returncode) == (0, 1)
    told = [json.loads(line) for line in (first.stdout + second.stdout).splitlines()]
    assert [(line["ref"], line["status"]) for line in told[:4]] == [("a0", "added"), ("a1", "added"), ("a0", "known"), ("a1", "known")]
    assert all(line["document"].startswith("sha256:") and line["duplicate_of"] is None for line in told[:4])
    assert (told[4]["status"], told[4]["error"]) == ("refused", "There is no such file.")


def test_two_processes_make_the_same_archive_as_one(tmp_path: Path, file_of: Written) -> None:
    source = file_of("all.jsonl", articles(10))
    assert ran(tmp_path / "one.db", source, "-q").stdout == ""
    ran(tmp_path / "two.db", source, "--workers", "2")
    assert dumped(tmp_path / "one.db") == dumped(tmp_path / "two.db")


def test_a_failure_is_forgotten_when_its_source_was_read(tmp_path: Path, file_of: Written) -> None:
    to, source = tmp_path / "a.db", file_of("all.jsonl", [{"id": "a", "text": ""}])
    ran(to, source)
    assert any(line.startswith(b'["failures"') for line in dumped(to))
    file_of("all.jsonl", [article(0)])
    assert ran(to, source).returncode == 0
    assert not any(line.startswith(b'["failures"') for line in dumped(to))


def test_ctrl_c_stores_the_document_in_hand_and_ends(tmp_path: Path, file_of: Written) -> None:
    to, source = tmp_path / "a.db", file_of("all.jsonl", articles(60))
    run = subprocess.Popen([*ADD, to, "--json", source], stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # noqa: S603
    assert run.stdout is not None
    first = run.stdout.readline()
    os.kill(run.pid, signal.SIGINT)
    rest, told = run.communicate()
    assert run.returncode == 130
    assert told == b"dragoman: Stopped.\n"
    reported = {json.loads(line)["document"] for line in (first + rest).splitlines()}
    with open_archive(to, create=False) as archive:
        there = {json.loads(line)[2] for line in dump(archive) if line.startswith(b'["documents"')}
    assert reported == there
    assert len(there) < 60


def test_a_call_that_cannot_be_carried_out_ends_with_status_two(tmp_path: Path, file_of: Written) -> None:
    source = file_of("all.jsonl", [article(0)])
    for arguments, told in (
        ((tmp_path, source), "is a folder, not an archive"),
        ((source, source), "is no SQLite database"),
        ((tmp_path / "a.db", source, "--published", "yesterday"), "is no day of the calendar"),
        ((tmp_path / "a.db", source, "--workers", "0"), "--workers"),
    ):
        done = ran(*arguments)
        assert done.returncode == 2
        assert told in done.stderr
