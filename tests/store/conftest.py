"""What the tests of the archive share: short invented articles, an archive in a folder, a PostgreSQL server of their own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import postgres
import pytest

from dragoman import flow
from dragoman.read import read_text
from dragoman.records import Document
from dragoman.store import Archive, open_archive

NAMES = ("Ana Example", "Boris Sample", "Cem Ornek", "Dora Beispiel", "Emil Exemple")
STATES = (("Georgia", "Tbilisi"), ("Kazakhstan", "Astana"), ("Latvia", "Riga"), ("Poland", "Warsaw"), ("Chile", "Santiago"))
DEEDS = ("sign a treaty", "reopen the border", "recall its ambassador", "send an envoy", "mediate between Armenia and Azerbaijan")


def article(number: int) -> dict[str, str]:
    """An invented article, a line of JSONL: the same number gives the same article, other numbers others."""
    name, (state, capital), deed = NAMES[number % 5], STATES[number // 5 % 5], DEEDS[number // 25 % 5]
    text = (
        f"{capital.upper()}, May {number % 28 + 1} (Steppe Courier) - {state} will {deed}, Foreign Minister {name} said in talk {number}. "
        f'"We are ready to {deed} after round {number} of the talks," {name} told reporters in {capital}. Moscow criticised the plan.'
    )
    return {"id": f"a{number}", "text": text, "date": f"2025-05-{number % 28 + 1:02}", "publisher": f"Courier {number % 3}"}


def articles(count: int) -> list[dict[str, str]]:
    """Invented articles; every fifth is printed again: elsewhere, or earlier, or a day later by the same outlet."""
    found = []
    for number in range(count):
        found.append(article(number))
        if number % 5 == 0:
            again = {**article(number), "id": f"b{number}"}
            again.update(({"publisher": "Another"}, {"date": "2025-04-30"}, {"date": "2025-06-01"})[number // 5 % 3])
            found.append(again)
    return found


def unread(line: dict[str, str]) -> Document:
    """The document of a line, before it is read."""
    return read_text(line["text"], line["id"], published=line["date"], publisher=line["publisher"], lang="en")


def read(line: dict[str, str]) -> Document:
    """The reading of a line, by the rules."""
    return flow.understand(unread(line), "rules")


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
