"""How a person's name is spelt among the holders of office of each state: "Noh Jae-hyun" is likelier a Korean than a Chinese minister.

It chooses between the states that an article names where the text gives a title without its state, and is used for nothing else.
"""

from __future__ import annotations

import math
import re
from functools import cache
from importlib.resources import files

from dragoman.knowledge.offices.names import plain

SMOOTHING = 60  # imagined pieces of a state, spread as in all states together; 20 and 200 did as well
RARE = 0.5  # of a piece that no state has
COUNT = re.compile(r"([A-Z]{3})(\d+)")


def pieces(name: str) -> list[str]:
    """The runs of three letters of a name's words, edges marked, and the last four of longer words."""
    found = []
    for word in plain(name).replace("-", " ").split():
        marked = f"^{word}$"
        found += [marked[i : i + 3] for i in range(len(marked) - 2)]
        if len(marked) > 6:
            found.append(marked[-4:])
    return found


def likeness(name: str, state: str) -> float | None:
    """The log-odds of a name among a state's holders of office against those of all; ``None`` for states with few known names.

    A naive Bayes classifier over pieces of names (Manning, Raghavan and Schütze 2008, chapter 13).
    """
    total, everything = totals()
    if state not in total:
        return None
    odds = 0.0
    for piece in pieces(name):
        counts = parsed(table().get(piece, ""))
        common = (sum(counts.values()) + RARE) / everything
        odds += math.log((counts.get(state, 0) + SMOOTHING * common) / (total[state] + SMOOTHING)) - math.log(common)
    return odds


def parsed(counts: str) -> dict[str, int]:
    """The counts of a line: ``"ARM3 AZE12"``."""
    return {state: int(count) for state, count in COUNT.findall(counts)}


@cache
def totals() -> tuple[dict[str, int], int]:
    """The pieces in the names of each state, and in all."""
    found = parsed(table().get("", ""))
    return found, sum(found.values())


@cache
def table() -> dict[str, str]:
    """The lines of the table by piece; the one without a piece holds the totals."""
    text = (files("dragoman.knowledge") / "offices" / "origins.tsv").read_text(encoding="utf-8")
    return {piece: counts for piece, _, counts in (line.partition("\t") for line in text.splitlines())}
