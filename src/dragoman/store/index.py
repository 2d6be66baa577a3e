"""The search index: the folded words of every text and statement, for FTS5 on SQLite and for tsvector on PostgreSQL.

Its tables follow from the others and are no part of what an archive says: a row number in them depends on the order in
which documents came. Words are folded and cut apart here, never by the database, so that both find the same. A row is a
statement with its speaker, or a part of a text with the title; its ``heading`` is what it is by or about.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection, text

from dragoman.records import Actor, Document, Statement
from dragoman.store.folding import words_of
from dragoman.store.rows import day_said, key_of

PART = 3000  # words of a text that are searched as one: PostgreSQL counts places up to 16,383 and 256 of each word
OVERLAP = 32  # words that a part shares with the next, so that a phrase is found across their border
GAP = 8  # places between words and heading on PostgreSQL, so that no phrase runs from one into the other
TEXT, STATEMENT = "text", "statement"

TABLES = ("search_rows", "search_words")  # with those that FTS5 keeps behind the second


class Entry(NamedTuple):
    """What is found as one: a part of a text, or a statement, by its number."""

    layer: str
    item: int
    day: str | None
    kind: str | None
    words: list[str]
    heading: list[str]


def index_document(connection: Connection, document: Document) -> None:
    """Make a document findable; its row in ``documents`` must be there, and none of it in the index."""
    key = key_of(document.id)
    write = write_postgresql if connection.dialect.name == "postgresql" else write_sqlite
    write(connection, key, list(entries(document)))


def unindex_document(connection: Connection, key: str) -> None:
    """Make a document be found no more."""
    connection.execute(text("DELETE FROM search_rows WHERE document = :document"), {"document": key})


def entries(document: Document) -> Iterator[Entry]:
    """Everything of a document that can be found."""
    title = words_of(document.title or "")
    words = words_of(document.text)
    for number, start in enumerate(range(0, max(len(words) - OVERLAP, 1), PART - OVERLAP)):
        yield Entry(TEXT, number, document.published, None, words[start : start + PART], title[:PART])
    actors = {actor.id: actor for actor in document.actors}
    for s in document.statements:
        said, by = content_words(document, s)[:PART], speaker_words(document, s, actors)[:PART]
        yield Entry(STATEMENT, int(s.id[1:]), day_said(s, document), s.kind, said, by)


def content_words(document: Document, statement: Statement) -> list[str]:
    """What a statement says."""
    return [word for span in statement.content for word in words_of(document.words(span))]


def speaker_words(document: Document, statement: Statement, actors: dict[str, Actor]) -> list[str]:
    """Who says it: the names of the speakers, and the words of the source with their titles."""
    speakers = [actors[key] for key in (statement.speaker, *statement.co_speakers) if key in actors]
    named = [word for actor in speakers for word in words_of(actor.name)]
    return named + [word for span in statement.source for word in words_of(document.words(span))]


def write_sqlite(connection: Connection, key: str, found: list[Entry]) -> None:
    """Rows of FTS5, which counts words itself; writers take turns, so that the next free number stays free."""
    last = connection.execute(text("SELECT coalesce(max(row), 0) FROM search_rows")).scalar_one()
    connection.execute(
        text("INSERT INTO search_rows (row, document, layer, item, day, kind) VALUES (:row, :document, :layer, :item, :day, :kind)"),
        [{"row": row, **place_in(key, entry)} for row, entry in enumerate(found, last + 1)],
    )
    connection.execute(
        text("INSERT INTO search_words (rowid, words, heading) VALUES (:row, :words, :heading)"),
        [{"row": row, "words": " ".join(e.words), "heading": " ".join(e.heading)} for row, e in enumerate(found, last + 1)],
    )


def write_postgresql(connection: Connection, key: str, found: list[Entry]) -> None:
    """Rows with the places of their words."""
    rows = [{**place_in(key, entry), "words": places(entry.words, entry.heading)} for entry in found]
    connection.execute(
        text(
            "INSERT INTO search_rows (document, layer, item, day, kind, words)"
            " VALUES (:document, :layer, :item, :day, :kind, CAST(:words AS TSVECTOR))"
        ),
        rows,
    )


def place_in(key: str, entry: Entry) -> dict[str, str | int | None]:
    """What a row of the index says of itself."""
    return {"document": key, "layer": entry.layer, "item": entry.item, "day": entry.day, "kind": entry.kind}


def places(words: list[str], heading: list[str]) -> str:
    """Words as PostgreSQL writes a tsvector; folded words hold no quotes and no backslashes."""
    numbered = [*enumerate(words, 1), *enumerate(heading, len(words) + GAP)]
    return " ".join(f"'{word}':{place}" for place, word in numbered)
