"""Everything an archive holds as lines that two archives of the same articles share, on whatever database."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, Table, Text, collate, select

from dragoman.store.archive import Archive, reading
from dragoman.store.schema import metadata, runs


def dump(archive: Archive) -> Iterator[bytes]:
    """The rows of all tables but ``runs``, a JSON list a line: the table's name, then the columns; in the order of the keys.

    Raises StoreError.
    """
    with reading(archive) as connection:
        for table in sorted(metadata.tables.values(), key=lambda t: t.name):
            if table is not runs:
                yield from dumped(connection, table)


def dumped(connection: Connection, table: Table) -> Iterator[bytes]:
    """The rows of one table."""
    server = connection.dialect.name == "postgresql"  # which sorts words by the rules of its language unless told otherwise
    order = [collate(column, "C") if server and isinstance(column.type, Text) else column for column in table.primary_key.columns]
    found = connection.execution_options(yield_per=1000).execute(select(table).order_by(*order))
    for row in found:
        yield msgspec.json.encode([f"{table.name}", *row]) + b"\n"
