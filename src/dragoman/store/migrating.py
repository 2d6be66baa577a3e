"""Bringing the tables of an archive to their newest form, by the migrations that lie beside this file."""

from __future__ import annotations

from importlib.resources import as_file, files

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext, RevisionStep
from alembic.script import ScriptDirectory
from alembic.script.revision import _RevIdType
from sqlalchemy import Connection

from dragoman.store.schema import VERSION, VERSION_TABLE


def migrate(connection: Connection) -> None:
    """Run the migrations that an archive lacks, inside the connection's transaction: all of them, or none."""
    with as_file(files("dragoman.store") / "migrations") as folder:
        script = ScriptDirectory(str(folder), version_locations=[str(folder)])

        def steps(revision: _RevIdType, _context: MigrationContext) -> list[RevisionStep]:
            return script._upgrade_revs(VERSION, revision)  # type: ignore[arg-type]

        context = MigrationContext.configure(
            connection, opts={"fn": steps, "version_table": VERSION_TABLE, "transactional_ddl": True, "script": script}
        )
        with Operations.context(context):
            context.run_migrations()
