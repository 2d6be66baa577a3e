"""The rows of a table as CSV writes them, one at a time and by the number of their line.

A quotation mark closes a field where a delimiter or the end of the line follows, and is a mark like any other inside
the words. A field that is opened where another is still open shows that a mark is missing: that row is given up, and
reading goes on with the line behind its first.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from typing import NamedTuple, TextIO

from dragoman.read.document import MAX_CHARACTERS

QUOTE = '"'
MAX_ROW = 2 * MAX_CHARACTERS  # characters of a row; more would hold a text that is not read
CHUNK = 1 << 16  # characters that are taken from the file at once
PATIENCE = 16 * MAX_ROW  # characters of a file that are read twice, to save the rows behind an open mark


class Row(NamedTuple):
    """The fields of a row that begins on a line, or what is wrong with it."""

    line: int
    fields: list[str]
    fault: str = ""


class Dialect(NamedTuple):
    """How a table parts its fields, and whether a mark inside marks has a backslash before it or is written twice."""

    delimiter: str
    escapes: bool = False


class Open(Exception):  # noqa: N818 - it is a state of the text, not an error of ours
    """A field was opened and not closed."""


NEVER_CLOSED = "A quotation mark is opened in this row and never closed."
TOO_LONG = f"The row has more than {MAX_ROW:,} characters."


def numbered(stream: TextIO) -> Iterator[tuple[int, str]]:
    """The lines of a stream with their numbers; a very long one comes in pieces under one number."""
    number, rest, end = 1, "", ""
    while chunk := stream.read(CHUNK):
        end = end or ("\r" if "\r" in chunk and "\n" not in chunk else "\n")
        *lines, rest = (rest + chunk).split(end)
        for line in lines:
            yield number, line + end
            number += 1
        if len(rest) >= MAX_ROW:
            yield number, rest
            rest = ""
    if rest:
        yield number, rest


def rows(lines: Iterator[tuple[int, str]], dialect: Dialect) -> Iterator[Row]:
    """The rows of numbered lines; a row that is none has its fault, and the next one is read."""
    back: deque[tuple[int, str]] = deque()
    patience = PATIENCE
    while True:
        first = back.popleft() if back else next(lines, None)
        if first is None:
            return
        if QUOTE not in first[1] and len(first[1]) < MAX_ROW:
            yield Row(first[0], first[1].rstrip("\r\n").split(dialect.delimiter))
            continue
        used: list[tuple[int, str]] = []
        length = [len(first[1])]
        more = partial_lines(back, lines, used, length)
        try:
            fields, fault = parted(first[1], more, dialect, length), ""
        except Open:
            fields, fault = [], NEVER_CLOSED
            patience -= length[0]
            back.extendleft(reversed(used if patience > 0 and length[0] <= MAX_ROW else used[-1:]))
        yield Row(first[0], fields, fault or (TOO_LONG if length[0] > MAX_ROW else ""))


def partial_lines(
    back: deque[tuple[int, str]], lines: Iterator[tuple[int, str]], used: list[tuple[int, str]], length: list[int]
) -> Callable[[], str | None]:
    """What gives a row its further lines; ``used`` keeps them and ``length`` counts them while the row is not too long."""

    def more() -> str | None:
        found = back.popleft() if back else next(lines, None)
        if found is None:
            return None
        length[0] += len(found[1])
        if length[0] > MAX_ROW:
            used.clear()
        used.append(found)
        return found[1]

    return more


def parted(line: str, more: Callable[[], str | None], dialect: Dialect, length: list[int]) -> list[str]:
    """The fields of a row that begins with a line; raises Open where a mark is missing. Of a row too long nothing is kept."""
    fields: list[str] = []
    at = 0
    while True:
        blank = at
        while line.startswith(" ", blank):
            blank += 1
        if line.startswith(QUOTE, blank):
            field, line, at = quoted(line, blank + 1, more, dialect, length)
        else:
            field, line, at = plain(line, at, more, dialect, length)
        fields.append(field)
        if not line.startswith(dialect.delimiter, at):
            return fields
        at += 1


def plain(line: str, at: int, more: Callable[[], str | None], dialect: Dialect, length: list[int]) -> tuple[str, str, int]:
    """A field without marks around it, the line where it ends, and where."""
    while True:
        end = line.find(dialect.delimiter, at)
        if end >= 0:
            return line[at:end], line, end
        end = len(line.rstrip("\r\n"))
        if end < len(line) or len(line) < MAX_ROW:
            return line[at:end], line, end
        piece = more()  # the rest of a line that came in pieces
        if piece is None:
            return line[at:end], line, end
        line, at = piece, 0


def quoted(line: str, at: int, more: Callable[[], str | None], dialect: Dialect, length: list[int]) -> tuple[str, str, int]:
    """A field between marks, the line where it ends, and where its delimiter or the line's end is."""
    parts: list[str] = []
    while (end := closing(line, at, dialect)) < 0:
        parts.append(line[at:])
        following = more()
        if following is None:
            raise Open
        if length[0] > MAX_ROW:
            parts.clear()
        line, at = following, 0
    parts.append(line[at:end])
    field = "".join(parts)
    return field.replace('\\"', QUOTE) if dialect.escapes else field.replace('""', QUOTE), line, end + 1


def closing(line: str, at: int, dialect: Dialect) -> int:
    """Where the mark stands that closes a field, or -1 where it runs on; raises Open where another field is opened first."""
    start = at
    while (at := line.find(QUOTE, at)) >= 0:
        behind = line[at + 1 : at + 2]
        if dialect.escapes and line[max(start, at - 1) : at] == "\\":
            at += 1
        elif behind == QUOTE and not dialect.escapes:
            at += 2
        elif behind in ("", dialect.delimiter, "\r", "\n"):
            return at
        elif at == 0 or line[at - 1] == dialect.delimiter:
            raise Open
        else:
            at += 1
    return -1
