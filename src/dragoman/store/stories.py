"""What an archive tells of two actors: the documents that concern both, copies folded, and how much there was to tell from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, Connection, Select, and_, collate, exists, func, or_, select

from dragoman.records import Coverage, Document, Story
from dragoman.store import schema
from dragoman.store.archive import Archive, reading
from dragoman.store.loading import AT_ONCE, load


def stories(archive: Archive, a: str, b: str, begins: str | None = None, ends: str | None = None) -> Iterator[Story]:
    """The documents that concern both actors, ordered by day and id, undated ones last; of copies the one that stands for all.

    A document concerns both where one statement, event, promise ... has both as parties. ``begins`` and ``ends`` are ISO days,
    both inside; with either of them undated documents are left out. Raises StoreError.
    """
    with reading(archive) as connection:
        keys = list(connection.execute(concerning(connection, a, b, begins, ends)).scalars())
        for start in range(0, len(keys), AT_ONCE):
            some = keys[start : start + AT_ONCE]
            publishers, copies = printed(connection, some)
            for key, document in zip(some, load(connection, some), strict=True):
                yield Story(document, tuple(sorted(publishers[key])), copies[key])


def concerning(connection: Connection, a: str, b: str, begins: str | None, ends: str | None) -> Select[str]:
    """The question for the keys of the documents that concern both actors, copies folded, in order."""
    one, other = schema.parties.alias(), schema.parties.alias()
    same = and_(one.c.document == other.c.document, one.c.layer == other.c.layer, one.c.item == other.c.item)
    both = select(one.c.document).join(other, same).where(one.c.actor == a, other.c.actor == b)
    met = schema.documents.alias()
    heads = select(func.coalesce(met.c.duplicate_of, met.c.document)).where(met.c.document.in_(both))
    found = select(schema.documents.c.document).where(schema.documents.c.document.in_(heads), *within(begins, ends))
    return found.order_by(schema.documents.c.published.is_(None), schema.documents.c.published, plainly(connection, schema.documents.c.id))


def within(begins: str | None, ends: str | None) -> list[ColumnElement[bool]]:
    """The conditions that bound the day of a document."""
    bounds = []
    if begins is not None:
        bounds.append(schema.documents.c.published >= begins)
    if ends is not None:
        bounds.append(schema.documents.c.published <= ends)
    return bounds


def plainly(connection: Connection, column: ColumnElement[str]) -> ColumnElement[str]:
    """A column to sort by the bytes of its words, as Python does, whatever language a server is set to."""
    return collate(column, "C") if connection.dialect.name == "postgresql" else column


def printed(connection: Connection, keys: Sequence[str]) -> tuple[dict[str, set[str]], dict[str, int]]:
    """By key: the publishers of a document and of its copies, and how many copies there are."""
    publishers: dict[str, set[str]] = defaultdict(set)
    copies: dict[str, int] = defaultdict(int)
    head = func.coalesce(schema.documents.c.duplicate_of, schema.documents.c.document)
    found = select(head, schema.documents.c.document, schema.appearances.c.publisher).join(
        schema.appearances, schema.appearances.c.document == schema.documents.c.document
    )
    met = set()
    for key, document, publisher in connection.execute(
        found.where(or_(schema.documents.c.document.in_(keys), schema.documents.c.duplicate_of.in_(keys)))
    ):
        if publisher:
            publishers[key].add(publisher)
        if document != key and document not in met:
            met.add(document)
            copies[key] += 1
    return publishers, copies


def coverage(archive: Archive, a: str, b: str, begins: str | None = None, ends: str | None = None) -> Coverage:
    """From how much ``stories`` tells: documents (copies folded), copies, publishers, unresolved speakers of statements about both.

    ``failures`` counts the inputs of the whole archive that could not be read: nobody knows whom they concern. Raises StoreError.
    """
    with reading(archive) as connection:
        keys = list(connection.execute(concerning(connection, a, b, begins, ends)).scalars())
        publishers: set[str] = set()
        folded = unresolved = 0
        for start in range(0, len(keys), AT_ONCE):
            some = keys[start : start + AT_ONCE]
            names, copies = printed(connection, some)
            publishers.update(*names.values())
            folded += sum(copies.values())
            unresolved += connection.execute(unresolved_speakers(a, b, some)).scalar() or 0
        failed = connection.execute(select(func.count()).select_from(schema.failures)).scalar() or 0
    return Coverage(len(keys), folded, len(publishers), unresolved, failed)


def unresolved_speakers(a: str, b: str, keys: Sequence[str]) -> Select[int]:
    """The question how many statements about either actor, in some documents, have a source that nobody is known by."""
    said, about = schema.statements.c, schema.parties.c
    concerns = exists().where(
        about.document == said.document, about.layer == "statement", about.item == said.statement, about.role == "about",
        about.actor.in_([a, b]),
    )  # fmt: skip
    return select(func.count()).select_from(schema.statements).where(said.document.in_(keys), said.speaker.is_(None), concerns)


def documents(archive: Archive) -> Iterator[Document]:
    """Every document of an archive, in the order of the keys."""
    last = ""
    while True:
        with reading(archive) as connection:
            key = plainly(connection, schema.documents.c.document)
            keys = list(connection.execute(select(schema.documents.c.document).where(key > last).order_by(key).limit(AT_ONCE)).scalars())
            yield from list(load(connection, keys))
        if not keys:
            return
        last = keys[-1]
