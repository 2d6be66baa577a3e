"""The words of deeds stand in one order, whatever the hash seed of the process."""

from __future__ import annotations

import os
import subprocess
import sys

PROGRAM = "from dragoman.knowledge.triggers import triggers; print(list(triggers().items()))"


def told(seed: str) -> bytes:
    """The triggers as a process of its own has them."""
    command = [sys.executable, "-c", PROGRAM]
    return subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}).stdout  # noqa: S603


def test_triggers_of_one_word_are_tried_in_the_same_order_in_every_process() -> None:
    assert len({told(seed) for seed in ("1", "2", "3")}) == 1
