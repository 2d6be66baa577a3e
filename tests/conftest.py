"""What all rooms' tests share: the bundled sample, read once."""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path

import pytest

import dragoman

os.environ["DRAGOMAN_ACTORS"] = ""  # the tests read by what ships, whatever table the tester has of his own


@pytest.fixture(scope="session")
def sample_path() -> Path:
    """The file of the bundled sample interview."""
    return Path(str(files("dragoman") / "samples" / "interview.txt"))


@pytest.fixture(scope="session")
def interview(sample_path: Path) -> dragoman.Document:
    """The reading of the bundled sample interview."""
    return dragoman.read(sample_path)
