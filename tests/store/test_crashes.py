"""What was reported as stored is stored, and nothing is there twice or in part, whatever happens to the run.

The long versions are in ``benchmarks/archive.py``.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import postgres
import pytest

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "archive.py"


def tried(*arguments: str) -> str:
    """What a trial of the benchmark tells; it ends with status 1 where a promise was broken."""
    done = subprocess.run([sys.executable, BENCHMARK, *arguments], capture_output=True, text=True, check=False)  # noqa: S603
    if "Skipped" in done.stderr:
        pytest.skip(done.stderr.strip())
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_kill_9_loses_and_doubles_nothing() -> None:
    told = tried("kill", "--times", "4", "--articles", "6", "--workers", "1")
    assert "killed 4 times" in told
    assert "0 lost, doubled, partial or different" in told


def test_a_server_that_restarts_loses_and_doubles_nothing() -> None:
    reason = postgres.why_not()
    if reason:
        pytest.skip(reason)
    told = tried("restarts", "--times", "2", "--every", "3")
    assert "stopped and started 2 times; status 0" in told
    assert "0 lost; dump equal: True" in told


def test_a_full_disk_loses_and_doubles_nothing() -> None:
    assert "1 times nothing lost, doubled or partial" in tried("full", "--times", "1", "--articles", "8")
