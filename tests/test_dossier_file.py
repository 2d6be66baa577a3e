"""The command ``dossier``: its forms, its refusals, and a file that is whole or not there."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest

import dragoman
from dragoman.desk import dossier
from dragoman.desk.dossier import Asked, write_dossier
from dragoman.errors import StoreError, UsageError
from dragoman.store import add, open_archive

TEXT = 'OSLO, March 4, 2024 (Fjord Wire) - "Georgia is a reliable friend of Norway," Foreign Minister Maren Holt of Norway said.\n'


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> str:
    """An archive of one article."""
    path = tmp_path_factory.mktemp("archive") / "archive.db"
    with open_archive(path) as opened:
        add(opened, dragoman.read(TEXT, publisher="Fjord Wire", encoder="rules"), "test")
    return str(path)


def run(*words: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a shell would."""
    return subprocess.run([sys.executable, "-m", "dragoman", *words], capture_output=True, check=False)  # noqa: S603


def test_the_files_name_tells_the_form(archive: str, tmp_path: Path) -> None:
    for name, opening in (
        ("a.html", b"<!doctype html>"),
        ("a.HTM", b"<!doctype html>"),
        ("a.md", b"# Georgia and Norway"),
        ("a.markdown", b"# Georgia"),
    ):
        write_dossier(Asked("Norway", "Georgia", archive, str(tmp_path / name)))
        assert (tmp_path / name).read_bytes().startswith(opening)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.HTM", "a.html", "a.markdown", "a.md"]


def test_a_dash_and_nothing_at_all_print_markdown(archive: str) -> None:
    printed = run("dossier", "NOR", "GEO", "--in", archive)
    assert (printed.returncode, printed.stderr) == (0, b"")
    assert printed.stdout.startswith(b"# Georgia and Norway\n")
    assert run("dossier", "NOR", "GEO", "--in", archive, "-o", "-").stdout == printed.stdout


def test_the_same_archive_gives_the_same_bytes(archive: str, tmp_path: Path) -> None:
    write_dossier(Asked("NOR", "GEO", archive, str(tmp_path / "1.html")))
    write_dossier(Asked("Georgia", "Norway", archive, str(tmp_path / "2.html")))
    assert (tmp_path / "1.html").read_bytes() == (tmp_path / "2.html").read_bytes()


def test_another_form_is_refused_before_the_archive_is_opened(tmp_path: Path) -> None:
    for name in ("a.pdf", "a", ".html", "a.html.gz"):
        with pytest.raises(UsageError, match="HTML or Markdown"):
            write_dossier(Asked("NOR", "GEO", str(tmp_path / "none.db"), str(tmp_path / name)))
    with pytest.raises(UsageError, match="lies in none"):
        write_dossier(Asked("NOR", "GEO", str(tmp_path / "none.db"), str(tmp_path / "none" / "a.html")))
    assert not list(tmp_path.iterdir())


def test_no_archive_is_made_where_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        write_dossier(Asked("NOR", "GEO", str(tmp_path / "none.db"), str(tmp_path / "a.html")))
    assert not list(tmp_path.iterdir())


def broken(*given: object) -> None:
    """A disk that is full."""
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("where", ["fsync", "replace"])
def test_a_fault_in_writing_leaves_what_was_there(archive: str, tmp_path: Path, where: str) -> None:
    target = tmp_path / "a.html"
    target.write_text("before", encoding="utf-8")
    place: Callable[..., object] = patch.object(dossier.os if where == "fsync" else Path, where, broken)
    with place, pytest.raises(UsageError, match="cannot be written: No space left"):  # type: ignore[attr-defined]
        write_dossier(Asked("NOR", "GEO", archive, str(target)))
    assert target.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [target]


def test_an_actor_whom_the_archive_does_not_know_is_refused(archive: str, tmp_path: Path) -> None:
    told = run("dossier", "Atlantis", "Norway", "--in", archive, "-o", str(tmp_path / "a.html"))
    assert told.returncode == 2
    assert b"Atlantis" in told.stderr
    assert not list(tmp_path.iterdir())
