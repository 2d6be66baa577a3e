"""Tables of an archive as CSV, JSON lines or Parquet: every table as it is, and two with what is mostly wanted beside it.

Rows come in the order of the keys and are written as they come, so that a table may be larger than the memory. A file is
there when it is whole, or not at all.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Dialect, Float, Integer, Select, Table, Text, and_, collate, func, select

from dragoman.errors import UsageError
from dragoman.store.archive import Archive, reading
from dragoman.store.schema import actors, documents, events, metadata, parties, statements

FORMS = ("csv", "jsonl", "parquet")
AT_ONCE = 1000  # rows that are held at a time
GROUP = 20_000  # rows of a group of Parquet
FULL_WIDTH = "\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}"
RISKY = tuple(f"=+-@\t\r\n{FULL_WIDTH}")  # first signs by which a spreadsheet takes a cell for a formula
LISTS = "JSON"  # how the comments of columns with lists begin
SAID, DONE = "statements-wide", "events-wide"
Column = ColumnElement[Any]


def tables() -> tuple[str, ...]:
    """The names of everything that can be exported."""
    return tuple(sorted([*metadata.tables, SAID, DONE]))


def export(archive: Archive, table: str, target: Path | IO[bytes], form: str = "csv", safe: bool = True) -> int:
    """Write a table to a file or stream; how many rows it has.

    With ``safe`` a text cell of CSV that a spreadsheet would take for a formula gets an apostrophe before it. Raises
    UsageError for a table or form that is not known, for Parquet without its package, and for a file that cannot be
    written; StoreError.
    """
    if table not in tables():
        raise UsageError(f"There is no table {table[:40]!r}.", f"Give one of {', '.join(tables())}.")
    if form not in FORMS:
        raise UsageError(f"There is no form {form[:40]!r}.", f"Give one of {', '.join(FORMS)}.")
    if form == "parquet":
        need_parquet()
    with reading(archive) as connection:
        query = query_of(connection.dialect, table)
        if not isinstance(target, Path):
            return write(connection, query, target, form, safe)
        with whole_file(target) as stream:
            return write(connection, query, stream, form, safe)


def write(connection: Connection, query: Select[Any], stream: IO[bytes], form: str, safe: bool) -> int:
    """Write the rows of a question in one of the forms; how many there are."""
    rows = connection.execution_options(yield_per=AT_ONCE).execute(query)
    columns = list(query.selected_columns)
    if form == "parquet":
        return write_parquet(rows.partitions(), columns, stream)
    if form == "jsonl":
        return write_jsonl(rows.partitions(), columns, stream)
    return write_csv(rows.partitions(), columns, stream, safe)


@contextmanager
def whole_file(target: Path) -> Iterator[IO[bytes]]:
    """A file that appears under its name when the block has ended well. Raises UsageError where it cannot be written."""
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with beside.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(target)
    except OSError as fault:
        beside.unlink(missing_ok=True)
        raise UsageError(f"The file {str(target)!r} cannot be written: {fault.strerror or fault}.", "Name another file.") from fault
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


# ---- what is asked for


def query_of(dialect: Dialect, table: str) -> Select[Any]:
    """The question for a table, in the order of its keys."""
    if table == SAID:
        return statements_wide(dialect)
    if table == DONE:
        return events_wide(dialect)
    held = metadata.tables[table]
    return select(held).order_by(*keys(dialect, held))


def keys(dialect: Dialect, table: Table) -> list[Column]:
    """The columns of a table's key, texts in the order of their bytes on every database."""
    bytewise = dialect.name == "postgresql"
    return [collate(column, "C") if bytewise and isinstance(column.type, Text) else column for column in table.primary_key.columns]


def statements_wide(dialect: Dialect) -> Select[Any]:
    """Statements with the speaker's name and where the article was printed."""
    return (
        select(
            documents.c.id.label("document_id"), documents.c.published, documents.c.publisher, documents.c.title, documents.c.url,
            documents.c.ref, documents.c.duplicate_of, actors.c.name.label("speaker_name"), actors.c.type.label("speaker_type"),
            party(dialect, statements.c.statement, "statement", "about").label("about"), statements,
        )
        .select_from(statements.join(documents, documents.c.document == statements.c.document))
        .outerjoin(actors, and_(actors.c.document == statements.c.document, actors.c.actor == statements.c.speaker))
        .order_by(*keys(dialect, statements))
    )  # fmt: skip


def events_wide(dialect: Dialect) -> Select[Any]:
    """Events with both sides and where the article was printed."""
    return (
        select(
            documents.c.id.label("document_id"), documents.c.published, documents.c.publisher, documents.c.title, documents.c.url,
            documents.c.ref, documents.c.duplicate_of, party(dialect, events.c.event, "event", "actor").label("actors"),
            party(dialect, events.c.event, "event", "recipient").label("recipients"), events,
        )
        .select_from(events.join(documents, documents.c.document == events.c.document))
        .order_by(*keys(dialect, events))
    )  # fmt: skip


def party(dialect: Dialect, item: Column, layer: str, role: str) -> Column:
    """The actors in a role, parted by semicolons, in the order of the reading."""
    document = events.c.document if layer == "event" else statements.c.document
    held = (
        select(parties.c.actor.label("actor"))
        .where(parties.c.document == document, parties.c.layer == layer, parties.c.item == item, parties.c.role == role)
        .order_by(parties.c.place)
        .correlate(events, statements)
    )
    joined = func.string_agg if dialect.name == "postgresql" else func.group_concat
    return select(joined(held.subquery().c.actor, ";")).scalar_subquery()


# ---- how it is written


def write_csv(parts: Iterator[Sequence[Any]], columns: list[Column], stream: IO[bytes], safe: bool) -> int:
    """RFC 4180 in UTF-8; an unknown value is an empty cell, an empty text a pair of quotation marks."""
    stream.write((",".join(column.key or "" for column in columns) + "\r\n").encode())
    count = 0
    for rows in parts:
        count += len(rows)
        stream.write("".join(",".join(cell(value, safe) for value in row) + "\r\n" for row in rows).encode("utf-8", "replace"))
    return count


def cell(value: object, safe: bool) -> str:
    """A value as CSV has it."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value)
    if safe and value.startswith(RISKY):
        value = f"'{value}"
    if not value or any(sign in value for sign in '",\r\n') or value != value.strip():
        return '"' + value.replace('"', '""') + '"'
    return value


def write_jsonl(parts: Iterator[Sequence[Any]], columns: list[Column], stream: IO[bytes]) -> int:
    """An object a line; the lists that tables hold as JSON are lists here."""
    names = [column.key or "" for column in columns]
    lists = [(getattr(column, "comment", None) or "").startswith(LISTS) for column in columns]
    encoder = msgspec.json.Encoder()
    count = 0
    for rows in parts:
        count += len(rows)
        for row in rows:
            values = [msgspec.Raw(value.encode()) if is_list and value else value for value, is_list in zip(row, lists, strict=True)]
            stream.write(encoder.encode(dict(zip(names, values, strict=True))) + b"\n")
    return count


def need_parquet() -> None:
    """Raise UsageError where Parquet's package is missing."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as fault:
        raise UsageError("Parquet files need the package pyarrow.", "Install it: pip install 'dragoman[parquet]'.") from fault


def write_parquet(parts: Iterator[Sequence[Any]], columns: list[Column], stream: IO[bytes]) -> int:
    """A Parquet file, its types those of the table."""
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    kinds = [pa.int64() if isinstance(c.type, Integer) else pa.float64() if isinstance(c.type, Float) else pa.string() for c in columns]
    schema = pa.schema([(column.key, kind) for column, kind in zip(columns, kinds, strict=True)])
    count = 0
    held: list[Any] = []
    with ParquetWriter(stream, schema, compression="zstd") as writer:
        for rows in parts:
            count += len(rows)
            held.extend(rows)
            if len(held) >= GROUP:
                writer.write_table(table_of(held, schema))
                held.clear()
        if held:
            writer.write_table(table_of(held, schema))
    return count


def table_of(rows: list[Any], schema: Any) -> Any:  # noqa: ANN401 - pyarrow ships no types
    """Rows as Arrow has them."""
    import pyarrow as pa

    columns = list(zip(*rows, strict=True))
    return pa.table([pa.array(values, kind) for values, kind in zip(columns, schema.types, strict=True)], schema=schema)
