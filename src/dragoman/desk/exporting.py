"""Behind the counter of ``dragoman export``: tables of an archive into files."""

from __future__ import annotations

import sys
from pathlib import Path

from dragoman.errors import UsageError
from dragoman.store import export, open_archive
from dragoman.store.exporting import tables

STANDARD_OUTPUT = "-"


def export_tables(address: str, table: str | None, form: str, target: str, safe: bool) -> None:
    """Write a table, or all of them into a folder where ``table`` is None.

    Raises UsageError for a call that makes no sense and for files that cannot be written, StoreError.
    """
    if table is None and target == STANDARD_OUTPUT:
        raise UsageError("All tables at once want a folder.", "Name one: --all -o FOLDER")
    if form == "parquet" and target == STANDARD_OUTPUT and sys.stdout.isatty():
        raise UsageError("Parquet is nothing for a terminal.", "Name a file: -o FILE")
    with open_archive(address, create=False) as archive:
        if table is not None:
            export(archive, table, sys.stdout.buffer if target == STANDARD_OUTPUT else Path(target), form, safe)
            return
        folder = Path(target)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise UsageError(f"The folder {target!r} cannot be made: {fault.strerror or fault}.", "Name another one.") from fault
        for name in tables():
            rows = export(archive, name, folder / f"{name}.{form}", form, safe)
            sys.stderr.buffer.write(f"{name}.{form}: {rows:,} rows\n".encode())
