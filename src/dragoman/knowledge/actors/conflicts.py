"""Wars and conflicts by the names that the news gives them: who fought, who won, from when to when."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dragoman.knowledge.actors import rows, several


class Conflict(NamedTuple):
    """A conflict: its name, the sides, the winner if there was one, first and last ISO day (empty while it lasts)."""

    name: str
    parties: tuple[str, ...]
    winner: str
    begins: str
    ends: str


@cache
def conflicts() -> tuple[Conflict, ...]:
    """All of them, the longest names first."""
    found = [Conflict(name, several(parties), winner, begins, ends) for name, parties, winner, begins, ends in rows("conflicts.tsv", 5)]
    return tuple(sorted(found, key=lambda c: (-len(c.name), c.name)))


def conflict_in(words: str) -> Conflict | None:
    """The conflict that some words name, small and capital letters alike."""
    folded = words.casefold()
    return next((c for c in conflicts() if c.name.casefold() in folded), None)
