"""Patterns of the registers: foundations, frictions, promises, mediations, and the themes of grounds."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from dragoman.knowledge.language import table

Section = dict[str, list[str]]


@cache
def phrase(section: str, key: str) -> re.Pattern[str]:
    """One list of the register file as a pattern: of whole words, or as written where marks belong to it (bounds)."""
    parts = cast("dict[str, Section]", table("registers"))[section][key]
    if section == "bounds":
        return re.compile("|".join(parts))
    return re.compile(r"\b(?:" + "|".join(parts) + r")(?!\w)", 0 if key == "itself" else re.IGNORECASE)


@cache
def themes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """(theme, pattern) in the order in which they are tried."""
    found = cast("dict[str, Section]", table("registers"))["themes"]
    return tuple((theme, re.compile(r"\b(?:" + "|".join(parts) + r")\b", re.IGNORECASE)) for theme, parts in found.items())


def theme_of(words: str) -> str | None:
    """The first theme whose words are there."""
    return next((theme for theme, pattern in themes() if pattern.search(words)), None)
