"""Where in a text something stands: line and column, both from 1, as editors count them."""

from __future__ import annotations

from bisect import bisect_right


def line_starts(text: str) -> tuple[int, ...]:
    """The offset of each line's first character; only a line feed ends a line."""
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return tuple(starts)


def place_at(starts: tuple[int, ...], offset: int) -> str:
    """An offset as "line:column"."""
    line = bisect_right(starts, offset)
    return f"{line}:{offset - starts[line - 1] + 1}"
