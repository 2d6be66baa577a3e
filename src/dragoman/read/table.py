"""Articles as a table, CSV or TSV: a first line that names the columns, then a row for each; read as they come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BufferedReader, TextIOWrapper
from itertools import chain
from typing import NamedTuple

from dragoman.errors import ReadError
from dragoman.read.document import Given
from dragoman.read.encoding import decoded, detected_in_part, guessed, marked
from dragoman.read.fields import FIELD_OF, article, columns, no_text, normal, picked
from dragoman.read.rows import NEVER_CLOSED, Dialect, Open, Row, numbered, parted, rows
from dragoman.records import Document, Failure, Warning

ADVICE = "Write a quotation mark inside quotation marks twice, and close every one that is opened."
DELIMITERS = ",\t;|"
NAMED_DELIMITER = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)  # a first line that spreadsheets write
ESCAPED = re.compile(rb'\\"')
DOUBLED = re.compile(rb'[^\s,;|"\\]""|""[^\s,;|"]')
DAMAGED = re.compile("[\ud800-\udfff]")
PART = "\x1f"  # the sign that parts units


class Table(NamedTuple):
    """What is known of a table before its rows: where each field stands, how many columns, the encoding that was guessed."""

    places: dict[str, tuple[int, ...]]
    width: int
    encoding: str | None


def table_documents(stream: BufferedReader, ref: str, name: str, given: Given) -> Iterator[Document | Failure]:
    """The documents of a table; a row that is none is one failure with its line, and the next one is read."""
    head = stream.peek()
    encoding = marked(head)
    text = TextIOWrapper(stream, encoding or "utf-8", errors="replace" if encoding else "surrogateescape", newline="")
    try:
        yield from articles(text, head, ref, name, given)
    finally:
        text.detach()  # else the stream would be closed with its wrapper


def articles(text: TextIOWrapper, head: bytes, ref: str, name: str, given: Given) -> Iterator[Document | Failure]:
    """The documents of the rows of a table that is open."""
    lines = numbered(text)
    first = next((line for line in lines if line[1].strip("\ufeff \t\r\n")), None)
    if first is None:
        yield Failure(ref, "The input is empty: no lines in it.", "Give a table whose first line names the columns, text among them.")
        return
    told = NAMED_DELIMITER.fullmatch(first[1])
    first = next(lines, first) if told else first
    escapes = bool(ESCAPED.search(head)) and not DOUBLED.search(head)
    dialect = Dialect(told[1] if told else delimiter(first[1], name), escapes)
    found = rows(chain([first], lines), dialect)
    header = next(found)
    places = columns(header.fields)
    if header.fault:
        yield Failure(f"{ref}:{header.line}", header.fault, ADVICE)
    elif "text" not in places:
        yield no_text(ref, header.fields)
    else:
        yield from documents(found, Table(places, len(header.fields), None if marked(head) else detected_in_part(head)), ref, given)


def documents(found: Iterator[Row], table: Table, ref: str, given: Given) -> Iterator[Document | Failure]:
    """The documents of the rows behind the header; rows without any words are passed over."""
    count = 0
    for row in found:
        if not row.fault and not any(field and not field.isspace() for field in row.fields):
            continue
        count += 1
        yield one(row, table, f"{ref}:{row.line}", given)
    if count == 0:
        yield Failure(ref, "The input is empty: no rows in the table.", "Give a row for each article below the names of the columns.")


def one(row: Row, table: Table, where: str, given: Given) -> Document | Failure:
    """The document of a row, or the failure that names its line."""
    if row.fault:
        return Failure(where, row.fault, ADVICE if row.fault == NEVER_CLOSED else "Split the text into its articles.")
    if len(row.fields) != table.width:
        return Failure(where, f"The row has {len(row.fields)} fields, the first line names {table.width}.", ADVICE)
    try:
        fields, warnings = mended(row.fields, table.encoding, where)
    except ReadError as fault:
        return Failure(where, fault.message, fault.advice)
    item = article(picked(fields, table.places), where, given)
    return replace(item, warnings=(*warnings, *item.warnings)) if warnings and isinstance(item, Document) else item


def mended(fields: list[str], encoding: str | None, where: str) -> tuple[list[str], tuple[Warning, ...]]:
    """The fields of a row whose bytes are not all UTF-8, in the encoding that can be told; raises ReadError where none can."""
    whole = PART.join(fields)
    if whole.isascii() or not DAMAGED.search(whole):
        return fields, ()
    data = whole.encode("utf-8", "surrogateescape")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        text, warnings = guessed(data, where, fault, encoding) if encoding else decoded(data, where)
    else:
        warnings = ()
    parts = text.split(PART)
    if len(parts) != len(fields):
        raise ReadError(where, "The row is in an encoding that cannot be told.", "Save the table as UTF-8.")
    return parts, warnings


def delimiter(line: str, name: str) -> str:
    """The sign that parts the first line into the most names that are known; of equals the one of the file's name, then a comma."""
    own = "\t" if name.casefold().endswith((".tsv", ".tab")) else ","
    return max(sorted(DELIMITERS, key=lambda by: (by != own, DELIMITERS.index(by))), key=lambda by: score(line, by))


def score(line: str, by: str) -> tuple[int, int]:
    """How many names of columns a sign gives: those that are known, and all."""
    try:
        names = [normal(name) for name in parted(line, lambda: None, Dialect(by), [0])]
    except Open:
        return (0, 0)
    return len({FIELD_OF[name] for name in names if name in FIELD_OF}), len(names)
