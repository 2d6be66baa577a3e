"""States that are called by their half of a country: "the North", "the South"."""

from __future__ import annotations

import re
from itertools import islice

from dragoman.records import Document, Span

HALF = re.compile(r"(?:[Tt]he )?(North|South)")
MOST = 1000  # mentions that are looked at: what a text is about shows early, and a long one must not be read again each time
HALVES = (("PRK", "KOR"), ("SDN", "SSD"))


def half_state(document: Document, source: Span) -> str | None:
    """The state that "the North" or "the South" is where Korea's or Sudan's two states are what the text is about."""
    half = HALF.fullmatch(document.words(source))
    if half is None:
        return None
    named = {m.actor for m in islice(document.mentions, MOST) if m.type == "state" and m.actor}
    pair = next((p for p in HALVES if named & {*p}), None)
    return pair[half.group(1) == "South"] if pair else None
