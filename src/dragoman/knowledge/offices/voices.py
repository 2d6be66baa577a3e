"""Offices whose holders do not speak for their state, though they hold it in their state."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import cast


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Whole words of the titles that stand aside, and of those that only look like them."""
    text = (files("dragoman.knowledge.offices") / "voices.toml").read_text(encoding="utf-8")
    data = cast("dict[str, list[str]]", tomllib.loads(text))
    aside, without = (re.compile(rf"\b(?:{'|'.join(map(re.escape, data[key]))})\b") for key in ("aside", "except"))
    return aside, without


def stands_aside(title: str) -> bool:
    """Whether the holder of a title speaks for himself or a party more than for his state: a senator, a mayor, a candidate."""
    aside, without = _patterns()
    words = title.casefold()
    return aside.search(words) is not None and without.search(words) is None
