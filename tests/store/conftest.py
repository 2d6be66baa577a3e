"""What the tests of the archive share: an archive in a folder, files of articles, a PostgreSQL server of their own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import postgres
import pytest

from dragoman.store import Archive, open_archive


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """A new archive on SQLite."""
    with open_archive(tmp_path / "archive.db", patience=0.2) as opened:
        yield opened


@pytest.fixture
def file_of(tmp_path: Path) -> Callable[[str, list[dict[str, str]]], Path]:
    """A function that writes a JSONL file."""

    def written(name: str, lines: list[dict[str, str]]) -> Path:
        path = tmp_path / name
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        return path

    return written


@pytest.fixture(scope="session")
def server() -> Iterator[postgres.Server]:
    """A PostgreSQL server."""
    reason = postgres.why_not()
    if reason:
        pytest.skip(reason)
    with postgres.running() as found:
        yield found
