"""Behind the counter of ``dragoman actors``: a user's own table of offices comes in, and what is known of a name is told."""

from __future__ import annotations

import csv
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

from dragoman.errors import KnowledgeError, UsageError
from dragoman.knowledge.actors import actor_names
from dragoman.knowledge.offices import Term, person
from dragoman.knowledge.offices.names import spelled
from dragoman.knowledge.offices.own import COLUMNS, VARIABLE, Row, believed, own_path, read_own
from dragoman.knowledge.offices.spans import STILL

NEEDED = ("of", "title", "person")
PRECISIONS = ("from_precision", "to_precision")  # of a Wikidata query: 9 is a year, 10 a month, 11 a day
LENGTHS = {"9": 4, "10": 7, "11": 10}
ENTITY = re.compile(r"https?://www\.wikidata\.org/entity/(Q\d+)")
MOMENT = re.compile(r"\+?(\d{4}-\d\d-\d\d)T[\d:.]+Z?")
LARGEST = 50_000_000  # bytes: a hundred times the table that ships


def add(file: str) -> str:
    """Lay the rows of a file into the user's own table; what was done, in a line.

    The file is CSV, TSV, or a Wikidata query result in CSV or JSON. A row with the office, holder and beginning of one
    that is there takes its place. Raises KnowledgeError that names row and column of the first fault, and UsageError
    where there is no file to read or no place to write to; then nothing was changed.
    """
    target = own_path()
    if target is None:
        raise UsageError(f"{VARIABLE} is empty: no own table is wanted.", "Let it name a file, or leave it out.")
    new = believed(list(numbered(Path(file))), file)
    if not new:
        raise KnowledgeError(f"{file}: no rows in it.", "Give at least one office below the head.")
    known = read_own(target) if target.is_file() else ()
    told = {key(term): term for term in known}
    changed = [term for term in new if told.get(key(term)) != term]
    told |= {key(term): term for term in new}
    lines = ["\t".join(COLUMNS), *("\t".join(fields(term)) for _, term in sorted(told.items()))]
    believed([(number, tuple(line.split("\t"))) for number, line in enumerate(lines[1:], 2)], f"{target} with {file}")
    write(target, "\n".join(lines) + "\n")
    return f"{len(new):,} rows read, {len(changed):,} of them new or changed; {len(told):,} rows are in {target}"


def key(term: Term) -> tuple[str, str, str, str]:
    """What a row is about: office, holder, beginning."""
    return term.of, term.title, term.wikidata or " ".join(spelled(term.person)), term.begins


def fields(term: Term) -> tuple[str, ...]:
    """A term in the columns of a table."""
    return term.of, term.title, term.person, term.wikidata, term.begins, term.ends, term.status


def write(target: Path, text: str) -> None:
    """Put a text in the place of a file, wholly or not at all."""
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, encoding="utf-8")
        beside.replace(target)
    except OSError as fault:
        beside.unlink(missing_ok=True)
        raise UsageError(f"{str(target)!r} cannot be written: {fault.strerror or fault}.", f"Let {VARIABLE} name another file.") from fault


def numbered(path: Path) -> Iterator[Row]:
    """The rows of a file with their numbers, in the order of ``COLUMNS``."""
    text = contents(path)
    rows = json_rows(path, text) if path.suffix == ".json" or text.lstrip()[:1] in ("{", "[") else table_rows(path, text)
    for number, row in rows:
        yield number, tuple(value(row, column) for column in COLUMNS)


def contents(path: Path) -> str:
    """The text of a file. Raises UsageError where there is none to read."""
    try:
        if path.stat().st_size > LARGEST:
            raise UsageError(f"{str(path)!r} has more than {LARGEST:,} bytes.", "Give the offices alone that are wanted.")
        return path.read_text(encoding="utf-8-sig")
    except OSError as fault:
        raise UsageError(f"{str(path)!r} cannot be read: {fault.strerror or fault}.", "Name a table.") from fault
    except UnicodeDecodeError as fault:
        raise KnowledgeError(f"{path}: not UTF-8 at byte {fault.start:,}.", "Save the table as UTF-8.") from fault


def table_rows(path: Path, text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of CSV or TSV by their lines; a tab in the first line tells TSV."""
    lines = text.splitlines(keepends=True)
    reader = csv.reader(lines, delimiter="\t" if lines and "\t" in lines[0] else ",", strict=True)
    head: list[str] = []
    try:
        for cells in reader:
            if not head:
                head = headed(path, cells)
            elif any(cells):
                if len(cells) != len(head):
                    told = f"{path}, row {reader.line_num}: {len(cells)} fields, but the head has {len(head)}."
                    raise KnowledgeError(told, "Mend that row.")
                yield reader.line_num, dict(zip(head, cells, strict=True))
    except csv.Error as fault:
        raise KnowledgeError(f"{path}, row {reader.line_num}: {fault}.", "Mend the quotation marks of that row.") from fault


def headed(path: Path, cells: list[str], row: int = 1) -> list[str]:
    """The names of the columns. Raises KnowledgeError for one that is not known, missing or told twice."""
    head = [cell.strip().casefold() for cell in cells]
    for number, name in enumerate(head, 1):
        if name not in (*COLUMNS, *PRECISIONS) or name in head[: number - 1]:
            what = "is there twice" if name in head[: number - 1] else "is not known"
            raise KnowledgeError(f"{path}, row {row}, column {number}: {name!r} {what}.", f"Columns are {', '.join(COLUMNS)}.")
    if missing := [name for name in NEEDED if name not in head]:
        raise KnowledgeError(f"{path}, row {row}: the column {missing[0]!r} is missing.", f"Columns are {', '.join(COLUMNS)}.")
    return head


def json_rows(path: Path, text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a Wikidata query result in JSON, in the query service's long form or its short one."""
    try:
        told = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as fault:
        raise KnowledgeError(f"{path}: the JSON cannot be read: {fault}.", "Save the query result again.") from fault
    try:
        entries = told["results"]["bindings"] if isinstance(told, dict) else told
        rows = [{name: str(cell["value"] if isinstance(cell, dict) else cell) for name, cell in entry.items()} for entry in entries]
    except (KeyError, TypeError, AttributeError) as fault:
        raise KnowledgeError(f"{path}: this is no query result: a list of objects is wanted.", "Save the query result again.") from fault
    for number, row in enumerate(rows, 1):
        headed(path, [*row], number)
        yield number, row


def value(row: dict[str, str], column: str) -> str:
    """A field as the table keeps it: ids without their address, days without their hour and no more exact than they are."""
    told = " ".join(row.get(column, "").split())
    if column == "wikidata" and (match := ENTITY.fullmatch(told)):
        return match[1]
    if column in ("from", "to") and (match := MOMENT.fullmatch(told)):
        return match[1][: LENGTHS.get(row.get(f"{column}_precision", "").strip(), 10)]
    return told


def known(name: str) -> list[str]:
    """What is known of a name: actors that bear it just so, and the terms of the persons whom it can mean; a line each."""
    found = [f"{actor.id}  {actor.type}, {actor.subtype}" for actor in actor_names() if actor.surface == name]
    for holder in person(name):
        found += [line(term) for term in sorted(holder.terms, key=lambda t: (t.begins, t.of, t.title))]
    return found


def line(term: Term) -> str:
    """A term for people to read."""
    ends = term.ends or ("(open)" if term.checked == STILL else f"(open when checked on {term.checked})")
    status = f", {term.status}" if term.status else ""
    who = f"{term.person} ({term.wikidata})" if term.wikidata else term.person
    return f"{term.of}  {term.title}{status}  {term.begins or '?'} to {ends}  {who}"
