"""A user's own table of terms: where it lies, and what must hold of it before a line of it is believed.

``DRAGOMAN_ACTORS`` names the file; without it, it is ``dragoman/actors.tsv`` in the user's data folder. An empty variable
means none.
"""

from __future__ import annotations

import os
import re
from calendar import monthrange
from functools import cache
from pathlib import Path

from dragoman.errors import KnowledgeError
from dragoman.knowledge.actors import is_state, organisations
from dragoman.knowledge.offices.names import agrees, spelled
from dragoman.knowledge.offices.spans import EVER, STILL, Term, bounds

COLUMNS = ("of", "title", "person", "wikidata", "from", "to", "status")
STATUSES = ("", "acting", "disputed", "elect", "struck")
VARIABLE = "DRAGOMAN_ACTORS"
DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
ITEM = re.compile(r"Q[1-9]\d*")

Row = tuple[int, tuple[str, ...]]
"""The number of a row in its file, and its fields in the order of ``COLUMNS``."""


def own_path() -> Path | None:
    """Where the user's own table lies or would lie; ``None`` where he wants none."""
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Path(named) if named else None
    data = os.environ.get("XDG_DATA_HOME") or str(Path("~/.local/share").expanduser())
    return Path(data) / "dragoman" / "actors.tsv"


@cache
def own_terms() -> tuple[Term, ...]:
    """The terms of the user's own table; none where there is no such file. Raises KnowledgeError for one that is faulty."""
    path = own_path()
    if path is None or not path.is_file():
        if path is not None and os.environ.get(VARIABLE):
            raise KnowledgeError(f"{VARIABLE} names {str(path)!r}, which is no file.", "Name a table, or leave the variable out.")
        return ()
    return read_own(path)


def read_own(path: Path) -> tuple[Term, ...]:
    """The terms of a table in the form in which it is kept. Raises KnowledgeError for one that is faulty."""
    try:
        told = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise KnowledgeError(f"{path}: cannot be read: {fault}.", "Mend the file, or name another one.") from fault
    if not told or tuple(told[0].split("\t")) != COLUMNS:
        raise KnowledgeError(f"{path}, row 1: the columns are not {', '.join(COLUMNS)}.", "Write the table with dragoman actors add.")
    return believed([(number, tuple(line.split("\t"))) for number, line in enumerate(told[1:], 2) if line.strip()], str(path))


def believed(rows: list[Row], name: str) -> tuple[Term, ...]:
    """The terms of rows, once all of them hold. Raises KnowledgeError that names the first row and column that do not."""
    terms = []
    for number, fields in rows:
        if len(fields) != len(COLUMNS):
            raise KnowledgeError(f"{name}, row {number}: {len(fields)} fields, {len(COLUMNS)} wanted.", "Mend that row.")
        terms.append((number, checked(fields, name, number)))
    consistent(terms, name)
    return tuple(term for _, term in terms)


def refuse(name: str, number: int, column: str, told: str, advice: str) -> KnowledgeError:
    """The error for one field."""
    return KnowledgeError(f"{name}, row {number}, column {column}: {told}.", advice)


def checked(fields: tuple[str, ...], name: str, number: int) -> Term:
    """The term of one row. Raises KnowledgeError for a field that cannot be."""
    of, title, person, wikidata, begins, ends, status = fields
    if not (is_state(of) or of in organisations()):
        raise refuse(name, number, "of", f"{of!r} is no state or body", "Give a code such as TUR, or an id such as org:nato.")
    for column, value in (("title", title), ("person", person)):
        if not value.strip() or not value.isprintable():
            raise refuse(name, number, column, "nothing readable stands here", "Every row names an office and a person.")
    if wikidata and not ITEM.fullmatch(wikidata):
        raise refuse(name, number, "wikidata", f"{wikidata!r} is no Wikidata id", "Give one such as Q1234, or leave it empty.")
    for column, value in (("from", begins), ("to", ends)):
        if value and not is_day(value):
            raise refuse(name, number, column, f"{value!r} is no day, month or year", "Give 2020-11-08, 2020-11 or 2020.")
    if begins and ends and bounds(begins)[0] > bounds(ends)[1]:
        raise refuse(name, number, "to", f"the term ends ({ends}) before it begins ({begins})", "Mend one of the two.")
    if status not in STATUSES:
        raise refuse(name, number, "status", f"{status!r} is none", "Give acting, disputed, elect or struck, or leave it empty.")
    return Term(of, title.casefold(), person, wikidata, begins, ends, status, "" if ends else STILL)


def is_day(value: str) -> bool:
    """Whether a value is an ISO day, month or year of the calendar."""
    match = DAY.fullmatch(value)
    if match is None:
        return False
    year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
    return year > 0 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def consistent(terms: list[tuple[int, Term]], name: str) -> None:
    """Raise KnowledgeError where two rows contradict each other or tell the same."""
    names: dict[str, tuple[int, Term]] = {}
    held: dict[tuple[str, str, str], list[tuple[int, Term]]] = {}
    for number, term in terms:
        if term.wikidata:
            first, other = names.setdefault(term.wikidata, (number, term))
            if not agrees(spelled(other.person), spelled(term.person)):
                told = f"{term.wikidata} is {term.person!r} here and {other.person!r} in row {first}"
                raise refuse(name, number, "wikidata", told, "One id is one person.")
        office = (term.of, term.title, term.wikidata or " ".join(spelled(term.person)))
        for first, other in held.setdefault(office, []):
            if overlap(other, term):
                told = f"{term.person} holds this office already in row {first}, from {other.begins or '?'} to {other.ends or 'now'}"
                raise refuse(name, number, "from", told, "Leave one of the two rows out, or mend their days.")
        held[office].append((number, term))


def overlap(one: Term, other: Term) -> bool:
    """Whether two terms of one person in one office surely share a day that is not a day of change; equal ones do."""
    if (one.begins, one.ends) == (other.begins, other.ends):
        return True
    early, late = sorted((one, other), key=lambda t: bounds(t.begins)[0] if t.begins else EVER)
    end = bounds(early.ends)[0] if early.ends else "9999-12-31"
    return bounds(late.begins)[1] < end
