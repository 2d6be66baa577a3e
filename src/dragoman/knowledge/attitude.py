"""What statements do and how warmly they speak: cue classes, content patterns and the words of stance."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import cast

from dragoman.knowledge.language import table


@cache
def act_of_cue() -> dict[str, str]:
    """The act that each cue performs by itself."""
    found: dict[str, str] = {}
    for act, cues in cast("dict[str, list[str]]", table("acts")["cues"]).items():
        for cue in cues:
            found.setdefault(cue, act)
    return found


@cache
def act_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """(act, pattern over small letters) in the order in which they are tried."""
    patterns = cast("dict[str, list[str]]", table("acts")["patterns"])
    return tuple((act, re.compile("|".join(parts))) for act, parts in patterns.items())


@dataclass(frozen=True, slots=True)
class Warmth:
    """Words of stance: whole words, and stems that stand for all that begin with them."""

    words: dict[str, float]
    stems: tuple[tuple[str, float], ...]

    def of(self, word: str) -> float:
        """How warm a small-letter word is; 0 for a neutral one."""
        if word in self.words:
            return self.words[word]
        return next((value for stem, value in self.stems if word.startswith(stem)), 0.0)


@cache
def warmth() -> Warmth:
    """The words of stance of English."""
    words: dict[str, float] = {}
    stems: list[tuple[str, float]] = []
    for value, entries in cast("dict[str, list[str]]", table("stance")["words"]).items():
        for entry in entries:
            if entry.endswith("*"):
                stems.append((entry[:-1], float(value)))
            else:
                words[entry] = float(value)
    return Warmth(words, tuple(sorted(stems, key=lambda s: (-len(s[0]), s[0]))))


@cache
def act_warmth() -> dict[str, float]:
    """How warm an act is by itself."""
    return {act: float(value) for act, value in cast("dict[str, float]", table("stance")["acts"]).items()}
