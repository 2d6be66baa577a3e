"""Where the gold data and the scorers lie beside the project, the interview is read as a careful reader reads it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import dragoman
from dragoman.tell.reading import encode

SHARED = Path(__file__).resolve().parents[2] / "shared"
GOLD = SHARED / "sample" / "interview.gold.json"
PERFECT = (
    "statement content",
    "statement content and speaker",
    "dyads",
    "events",
    "date values",
    "places",
    "roles",
    "foundations",
    "promises",
    "mediations",
)  # fmt: skip

needs_gold = pytest.mark.skipif(not GOLD.exists(), reason="the gold data and its scorers do not lie beside the project")


@pytest.fixture(scope="module", params=["int8", "rules"])
def readings(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reading of the interview, with the encoder and without it."""
    path = tmp_path_factory.mktemp("gold") / "interview.jsonl"
    path.write_bytes(encode(dragoman.read(SHARED / "sample" / "interview.txt", encoder=request.param)))
    return path


def scored(program: str, *arguments: Path | str) -> subprocess.CompletedProcess[str]:
    """What a scorer says."""
    command = [sys.executable, str(SHARED / "score" / program), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own scorer


@needs_gold
def test_precision_and_recall_on_the_interview_are_one(readings: Path) -> None:
    report = json.loads(scored("articles.py", "--json", GOLD, readings).stdout)
    assert {row: (report[row]["p"], report[row]["r"]) for row in PERFECT} == dict.fromkeys(PERFECT, (1.0, 1.0))


@needs_gold
def test_kinds_and_the_signs_of_dyads_are_right(readings: Path) -> None:
    report = json.loads(scored("articles.py", "--json", GOLD, readings).stdout)
    assert (report["kind"]["accuracy"], report["dyad sign"]["accuracy"], report["role status"]["accuracy"]) == (1.0, 1.0, 1.0)


@needs_gold
def test_the_dates_that_disagree_are_named_with_their_words(readings: Path) -> None:
    reading = json.loads(readings.read_bytes())
    text = reading["document"]["text"]
    warning = next(w for w in reading["warnings"] if w["kind"] == "date-conflict")
    told = [text[start:end] for start, end in warning["spans"]]
    assert "2025-11-07" in told
    assert any(words.startswith("Today") for words in told)
    assert any("5th anniversary" in words for words in told)


@needs_gold
def test_the_reading_breaks_no_invariant(readings: Path) -> None:
    assert scored("invariants.py", readings).returncode == 0
