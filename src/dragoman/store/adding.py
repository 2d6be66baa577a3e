"""Putting documents into an archive, each in one transaction; adding twice adds nothing, in whatever order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from operator import itemgetter

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from dragoman.errors import StoreError
from dragoman.records import Added, Document, Failure
from dragoman.store.archive import Archive, patiently, writing
from dragoman.store.duplicates import fold, unfold
from dragoman.store.index import index_document, unindex_document
from dragoman.store.rows import Row, Rows, appearance, digest, key_of, precedence, rows_of
from dragoman.store.schema import appearances, documents, failures, metadata

HEADS = documents.alias("heads")
NUL = "\x00"
LASTING = ("documents", "signatures")  # tables whose rows hang on the text alone, or are changed in place, when a reading is replaced


def known(archive: Archive, document: Document) -> Added | None:
    """What the archive says of a document before it is read: None if it must be read, because it is new or appeared earlier.

    A text that is known from elsewhere has its new appearance noted ("seen"). Raises StoreError.
    """

    def note() -> Added | None:
        with archive.engine.connect() as connection, connection.begin():
            status = standing(connection, document)
            if status == "known":
                return Added(status, document.id, document.ref, stands_for(connection, document))
        return None if status != "seen" else noted()

    def noted() -> Added | None:
        with writing(archive) as connection:
            status = standing(connection, document)
            if status in ("added", "renewed"):  # another program took it away or changed it meanwhile
                return None
            if status == "seen":
                connection.execute(insert(appearances), [appearance(document)])
            return Added(status, document.id, document.ref, stands_for(connection, document))

    refuse_unfit(document)
    return patiently(archive, note)


def add(archive: Archive, document: Document, read_by: str) -> Added:
    """Store a document that was read, in one transaction; when this returns, it is on the disk.

    ``read_by`` says what read it: the version and the encoder. A document that is known is not stored again: another place
    where it appeared is noted, and only if it appeared there earlier than anywhere else, its reading replaces the one before
    ("renewed"). Raises StoreError for what no database can hold, and for an archive that cannot be written.
    """
    refuse_unfit(document)
    rows = rows_of(document, read_by)
    tried: list[str] = []  # what an attempt was about to commit when the server went away: it may have been carried out

    def store() -> Added:
        with writing(archive) as connection:
            status = standing(connection, document)
            if status == "known" and tried:
                status = tried[-1]
            else:
                put(connection, document, rows, status)
                tried.append(status)
            return Added(status, document.id, document.ref, stands_for(connection, document))

    return patiently(archive, store)


def refuse(archive: Archive, failure: Failure) -> None:
    """Keep an input that could not be read, with the reason; once, however often it fails so. Raises StoreError."""
    kept = Failure(*(str(getattr(failure, f.name)).replace(NUL, "\\x00") for f in fields(failure)))
    row: Row = {"failure": digest(kept.ref, kept.error), "ref": kept.ref, "error": kept.error, "advice": kept.advice}

    def store() -> None:
        with writing(archive) as connection:
            if connection.execute(select(failures.c.ref).where(failures.c.failure == row["failure"])).first() is None:
                connection.execute(insert(failures), [row])

    patiently(archive, store)


def unfit(document: Document) -> Failure | None:
    """Why no archive can keep a document, if none can.

    PostgreSQL holds no U+0000 in a text. Such a text is refused on every database, so that the same articles are the same
    archive on each; the character cannot be left out, for every offset behind it would be wrong.
    """
    for name in ("text", "title", "publisher", "url", "ref"):
        at = (getattr(document, name) or "").find(NUL)
        if at >= 0:
            return Failure(
                document.ref,
                f"The {name} holds the character U+0000 (after {at:,} others), which no archive can keep.",
                "Remove it where the file was made.",
            )
    return None


def refuse_unfit(document: Document) -> None:
    """Raise StoreError for a document that no archive can keep."""
    failure = unfit(document)
    if failure is not None:
        raise StoreError(f"{document.ref.replace(NUL, '')!r}: {failure.error}", failure.advice)


def standing(connection: Connection, document: Document) -> str:
    """What adding a document would be: "added", "known", "seen" or "renewed"."""
    key = key_of(document.id)
    stored = connection.execute(select(documents.c.id).where(documents.c.document == key)).scalar()
    if stored is None:
        return "added"
    if stored != document.id:
        raise StoreError(f"{document.ref!r} has the same key {key} as another text.", "Please report it with both texts to the makers.")
    here = appearance(document)
    there = [dict(r) for r in connection.execute(select(appearances).where(appearances.c.document == key)).mappings()]
    if here["appearance"] in {row["appearance"] for row in there}:
        return "known"
    return "renewed" if precedence(here) < min(map(precedence, there)) else "seen"


def put(connection: Connection, document: Document, rows: Rows, status: str) -> None:
    """Write what is new of a document."""
    key = key_of(document.id)
    if status == "seen":
        connection.execute(insert(appearances), rows["appearances"])
    if status not in ("added", "renewed"):
        return
    if status == "renewed":
        take_out(connection, key, rows["documents"][0])
    for table in metadata.sorted_tables:
        if rows.get(table.name) and not (status == "renewed" and table.name in LASTING):
            write(connection, table, rows[table.name])
    fold(connection, key)
    index_document(connection, document)


def write(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Write rows that all have the same columns; past SQLAlchemy's look at every value, which takes longer than the database."""
    names = list(rows[0])
    quoted = ", ".join(map(connection.dialect.identifier_preparer.quote, names))
    marks = ", ".join(["?" if connection.dialect.name == "sqlite" else "%s"] * len(names))
    command = f"INSERT INTO {table.name} ({quoted}) VALUES ({marks})"  # noqa: S608 - names of the schema
    connection.exec_driver_sql(command, list(map(itemgetter(*names), rows)))


def take_out(connection: Connection, key: str, head: Row) -> None:
    """Take an older reading out, and give the document the head of the new one; its appearances and signatures stay."""
    unfold(connection, key)
    unindex_document(connection, key)
    for table in reversed(metadata.sorted_tables):
        if "document" in table.c and table.name not in (*LASTING, "appearances"):
            connection.execute(delete(table).where(table.c.document == key))
    changed = {name: value for name, value in head.items() if name not in ("document", "id", "duplicate_of")}
    connection.execute(update(documents).where(documents.c.document == bindparam("key")), {"key": key, **changed})


def stands_for(connection: Connection, document: Document) -> str | None:
    """The id of the document that stands for this one, if that is another."""
    found: str | None = connection.execute(
        select(HEADS.c.id).join(documents, documents.c.duplicate_of == HEADS.c.document).where(documents.c.document == key_of(document.id))
    ).scalar()
    return found


def forget_failures(archive: Archive, refs: Iterable[str]) -> None:
    """Forget the failures of inputs that could be read meanwhile. Raises StoreError."""
    gone = [{"gone": ref} for ref in sorted(set(refs))]

    def store() -> None:
        with writing(archive) as connection:
            connection.execute(delete(failures).where(failures.c.ref == bindparam("gone")), gone)

    if gone:
        patiently(archive, store)
