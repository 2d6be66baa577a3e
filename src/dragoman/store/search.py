"""Finding statements and texts by their words, with what is known of who said them, when and where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sqlalchemy import BindParameter, Connection, Text, bindparam, select, text

from dragoman.errors import UsageError
from dragoman.records import Hit
from dragoman.store.archive import Archive, reading
from dragoman.store.folding import words_of
from dragoman.store.hits import Row, marked, speakers_of, statement_hit, stretch_hit
from dragoman.store.index import STATEMENT, TEXT
from dragoman.store.naming import actors_of
from dragoman.store.query import Query, for_fts5, for_tsquery, understood
from dragoman.store.schema import appearances, documents, statements

KINDS = (STATEMENT, TEXT, "direct", "indirect", "mixed")

SQLITE = """WITH met AS (SELECT rowid AS row, bm25(search_words) AS rank FROM search_words WHERE search_words MATCH :query),
found AS (SELECT r.document, r.layer, r.item, r.day, m.rank FROM met m JOIN search_rows r ON r.row = m.row WHERE {conditions})"""
POSTGRESQL = """WITH found AS (
SELECT r.document, r.layer, r.item, r.day, -ts_rank(r.words, CAST(:query AS tsquery), 1) AS rank
FROM search_rows r WHERE r.words @@ CAST(:query AS tsquery) AND {conditions})"""
BEST = """SELECT document, layer, item, day, rank FROM found f
WHERE layer = 'statement' OR NOT EXISTS (SELECT 1 FROM found s WHERE s.layer = 'statement' AND s.document = f.document)
ORDER BY rank, day IS NULL, day DESC, document{collated}, layer, item LIMIT :limit"""
DAY = re.compile(r"\d{4}-\d\d-\d\d")
IN_PARTIES = """EXISTS (SELECT 1 FROM parties p WHERE p.document = r.document AND p.layer = 'statement' AND p.item = r.item
AND p.actor IN :{names}{roles})"""
SPEAKING = " AND p.role IN ('speaker', 'co_speaker', 'voice_of')"
ANY = ""
IN_ACTORS = "EXISTS (SELECT 1 FROM actors a WHERE a.document = r.document AND a.actor IN :actors)"
COLLATED = ' COLLATE "C"'  # PostgreSQL: texts in the order of their bytes, as SQLite has them
FOLDED = "r.document NOT IN (SELECT document FROM documents WHERE duplicate_of IS NOT NULL)"


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a hit must fulfil beside its words."""

    speakers: tuple[str, ...] | None = None
    actors: tuple[str, ...] | None = None
    publishers: tuple[str, ...] | None = None
    begins: str | None = None
    ends: str | None = None
    kind: str | None = None
    copies: bool = False


def find(
    archive: Archive,
    query: str,
    *,
    speaker: str | None = None,
    actor: str | None = None,
    publisher: str | None = None,
    begins: str | None = None,
    ends: str | None = None,
    kind: str | None = None,
    copies: bool = False,
    limit: int = 20,
) -> tuple[Hit, ...]:
    """The statements and stretches of text that a query finds, the best first, then the newest.

    See ``docs/archive.md`` for what a query may say; no query is an error, one without words finds nothing. ``speaker`` and
    ``actor`` are ids or names, ``publisher`` a part of an outlet's name, ``begins`` and ``ends`` ISO days, both inside,
    ``kind`` one of ``KINDS``. Copies of an article are passed over unless ``copies`` is true or a publisher is asked for.
    Raises UsageError for an actor whom nobody knows and for days and kinds that are none, StoreError.
    """
    if kind is not None and kind not in KINDS:
        raise UsageError(f"There is no kind {kind[:40]!r} of hits.", f"Give one of {', '.join(KINDS)}.")
    for day in (begins, ends):
        if day is not None and not DAY.fullmatch(day):
            raise UsageError(f"{day[:40]!r} is no day of the calendar.", "Give an ISO date such as 2025-11-07.")
    wanted = understood(query)
    if not wanted.wanted or limit < 1:
        return ()
    speakers, parties = (named(archive, words) for words in (speaker, actor))
    with reading(archive) as connection:
        outlets = None if publisher is None else publishers_of(connection, publisher)
        narrowed = Narrowed(speakers, parties, outlets, begins, ends, kind, copies or publisher is not None)
        return hits(connection, wanted, best(connection, wanted, narrowed, limit))


def named(archive: Archive, words: str | None) -> tuple[str, ...] | None:
    """The actors that some words name. Raises UsageError where there are none."""
    if words is None:
        return None
    found = actors_of(archive, words)
    if not found:
        raise UsageError(f"Nobody of the name {words[:60]!r} is known.", "Look for the name with: dragoman who NAME")
    return found


def publishers_of(connection: Connection, words: str) -> tuple[str, ...]:
    """The outlets whose name holds some words."""
    wanted = f" {' '.join(words_of(words))} "
    names = connection.execute(select(appearances.c.publisher).where(appearances.c.publisher.is_not(None)).distinct()).scalars()
    return tuple(sorted(name for name in names if wanted.strip() and wanted in f" {' '.join(words_of(name))} "))


def best(connection: Connection, query: Query, narrowed: Narrowed, limit: int) -> list[Place]:
    """Where the best hits stand."""
    postgresql = connection.dialect.name == "postgresql"
    conditions, values = conditions_of(narrowed)
    values |= {"query": for_tsquery(query) if postgresql else for_fts5(query), "limit": limit}
    found = (POSTGRESQL if postgresql else SQLITE).format(conditions=" AND ".join(conditions) or "1 = 1")
    lists: list[BindParameter[str]] = [
        bindparam(name, expanding=True, type_=Text) for name, value in values.items() if isinstance(value, tuple)
    ]
    command = text(f"{found}\n{BEST.format(collated=COLLATED if postgresql else '')}").bindparams(*lists)
    return [Place(*row) for row in connection.execute(command, values)]


@dataclass(frozen=True, slots=True)
class Place:
    """A row of the index that was found."""

    document: str
    layer: str
    item: int
    day: str | None
    rank: float


def conditions_of(narrowed: Narrowed) -> tuple[list[str], dict[str, object]]:
    """The conditions on rows of the index, and their values; only fixed words of ours enter the command itself."""
    conditions: list[str] = [] if narrowed.copies else [FOLDED]
    values: dict[str, object] = {}
    if narrowed.kind in (STATEMENT, TEXT):
        conditions.append("r.layer = :kind")
    elif narrowed.kind:
        conditions.append("r.kind = :kind")
    for name, condition in (
        ("kind", ""),
        ("begins", "r.day >= :begins"),
        ("ends", "r.day <= :ends"),
        ("publishers", "r.document IN (SELECT document FROM appearances WHERE publisher IN :publishers)"),
        ("speakers", f"r.layer = 'statement' AND {IN_PARTIES.format(names='speakers', roles=SPEAKING)}"),
        ("actors", f"(r.layer = 'statement' AND {IN_PARTIES.format(names='actors', roles=ANY)} OR r.layer = 'text' AND {IN_ACTORS})"),
    ):
        value = getattr(narrowed, name)
        if value is not None:
            values[name] = value
            if condition:
                conditions.append(condition)
    return conditions, values


# ---- from rows to hits


def hits(connection: Connection, query: Query, places: list[Place]) -> tuple[Hit, ...]:
    """The hits at some places, in their order."""
    keys = sorted({place.document for place in places})
    heads = {row.document: row for row in connection.execute(select(documents).where(documents.c.document.in_(keys)))}
    said = statements_at(connection, {(place.document, place.item) for place in places if place.layer == STATEMENT})
    names = speakers_of(connection, said.values())
    found = []
    for place in places:
        head = heads[place.document]
        row = said.get((place.document, place.item)) if place.layer == STATEMENT else None
        one = stretch_hit(head, query, place.item) if row is None else statement_hit(head, row, names)
        found.append(replace(one, rank=place.rank, marks=marked(head.text, one.span, query)))
    return tuple(found)


def statements_at(connection: Connection, wanted: set[tuple[str, int]]) -> dict[tuple[str, int], Row]:
    """The rows of some statements by document and number."""
    found = {}
    for document in sorted({document for document, _ in wanted}):
        numbers = sorted(number for key, number in wanted if key == document)
        query = select(statements).where(statements.c.document == document, statements.c.statement.in_(numbers))
        found.update({(document, row.statement): row for row in connection.execute(query)})
    return found
