"""What statements do and how warmly they speak: signs that vote for acts, and the words of stance."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import cast

from dragoman.knowledge.language import table

Votes = dict[str, float]


@dataclass(frozen=True, slots=True)
class Sign:
    """Words of a content that vote for acts: a name, a pattern over small letters, and the votes."""

    name: str
    pattern: re.Pattern[str]
    votes: Votes


@dataclass(frozen=True, slots=True)
class ActVotes:
    """All that votes on what a statement does.

    ``prior`` stands for every statement, ``no_cue`` for one without a cue; ``cues`` is by the cue's lemma, ``shapes``
    by short, long and direct. An act within ``margin`` of the best is a second one; ``most`` acts are told.
    """

    prior: Votes
    no_cue: Votes
    cues: dict[str, Votes]
    signs: tuple[Sign, ...]
    shapes: dict[str, Votes]
    margin: float
    most: int


@cache
def act_votes() -> ActVotes:
    """The votes of English, as acts.toml gives them."""
    data = table("acts")
    cues: dict[str, Votes] = {}
    for kind in cast("dict[str, dict[str, object]]", data["cues"]).values():
        for lemma in cast("list[str]", kind["words"]):
            cues.setdefault(lemma, cast("Votes", kind["votes"]))
    signs = tuple(
        Sign(name, sign_pattern(sign), cast("Votes", sign["votes"]))
        for name, sign in cast("dict[str, dict[str, object]]", data["signs"]).items()
    )
    return ActVotes(
        prior=cast("Votes", data["prior"]),
        no_cue=cast("Votes", data["no_cue"]),
        cues=cues,
        signs=signs,
        shapes=cast("dict[str, Votes]", data["shapes"]),
        margin=float(cast("float", data["margin"])),
        most=cast("int", data["most"]),
    )


def sign_pattern(sign: dict[str, object]) -> re.Pattern[str]:
    """The pattern of a sign: its whole words, ``*`` standing for any ending, or one of its expressions."""
    words = [word.replace("*", r"\w*") for word in cast("list[str]", sign.get("words", []))]
    parts = [*cast("list[str]", sign.get("patterns", [])), *([rf"\b(?:{'|'.join(words)})\b"] if words else [])]
    return re.compile("|".join(parts))


@cache
def act_sign(name: str) -> re.Pattern[str]:
    """The pattern of one sign of an act by its name; raises KeyError for an unknown one."""
    return {sign.name: sign.pattern for sign in act_votes().signs}[name]


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
