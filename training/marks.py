"""The statements of articles that are written with inline marks: ``[s1.src:...] [s1.cue:...] [s1.con:...]``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

OPENING = re.compile(r"\[([a-z]\d+)(?:\.(src|cue|con))?:")
PARTS = {"src": "source", "cue": "cue", "con": "content"}

Spans = dict[str, list[tuple[int, int]]]


class MarksError(ValueError):
    """An article whose marks do not close."""


def marked_articles(folder: Path) -> Iterator[dict[str, object]]:
    """Every article of a folder as ``{"id", "text", "statements"}``; ``statements`` hold their spans by part."""
    for path in sorted(folder.glob("*.txt")):
        marked = re.split(r"^---[ \t]*\n", path.read_text(encoding="utf-8"), maxsplit=2, flags=re.MULTILINE)[1]
        try:
            text, statements = unmarked(marked.strip("\n"))
        except MarksError as fault:
            raise MarksError(f"{path}: {fault}") from fault
        yield {"id": path.stem, "text": text, "statements": list(statements.values())}


def unmarked(marked: str) -> tuple[str, dict[str, Spans]]:
    """The bare text, and the spans of each statement's parts.

    Raises ``MarksError`` where a bracket opens or closes nothing.
    """
    text: list[str] = []
    length = at = 0
    open_marks: list[tuple[str, str | None, int]] = []
    statements: dict[str, Spans] = {}
    while at < len(marked):
        opening = OPENING.match(marked, at)
        if opening:
            open_marks.append((opening[1], opening[2], length))
            at = opening.end()
            continue
        if marked[at] == "]":
            if not open_marks:
                raise MarksError(f"a bracket closes nothing behind {marked[max(0, at - 40) : at]!r}")
            name, part, start = open_marks.pop()
            if part:
                statements.setdefault(name, {}).setdefault(PARTS[part], []).append((start, length))
        else:
            text.append(marked[at])
            length += 1
        at += 1
    if open_marks:
        raise MarksError(f"marks that do not close: {[name for name, *_ in open_marks]}")
    return "".join(text), statements
