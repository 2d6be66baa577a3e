"""An archive opens with the tables of today, or says in one sentence why it does not."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import postgres
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from dragoman.errors import StoreError
from dragoman.store import Archive, migrating, open_archive
from dragoman.store.archive import reading, writing
from dragoman.store.index import TABLES
from dragoman.store.schema import VERSION, VERSION_TABLE, metadata


def ours(name: str | None, kind: str, parents: object) -> bool:
    """Whether a table is one of the schema, and no part of the search index."""
    return kind != "table" or not (name or "").startswith(TABLES)


def differences(archive: Archive) -> list[object]:
    """Where the tables of an archive are not those of the schema."""
    with reading(archive) as connection:
        options = {"include_name": ours, "compare_type": True, "version_table": VERSION_TABLE}
        return list(compare_metadata(MigrationContext.configure(connection, opts=options), metadata))


def test_migrations_make_the_tables_of_the_schema(archive: Archive) -> None:
    assert differences(archive) == []
    fresh = sqlite3.connect(archive.url)
    plain = sqlite3.connect(":memory:")
    made = {name: sorted(row[1:] for row in fresh.execute(f"PRAGMA table_info({name})")) for name in metadata.tables}
    from sqlalchemy import create_engine

    engine = create_engine("sqlite://", creator=lambda: plain)
    metadata.create_all(engine)
    assert made == {name: sorted(row[1:] for row in plain.execute(f"PRAGMA table_info({name})")) for name in metadata.tables}
    engine.dispose()
    fresh.close()


def test_migrations_make_the_same_tables_on_a_server(server: postgres.Server) -> None:
    with open_archive(postgres.create(server, "fresh")) as archive:
        assert differences(archive) == []


def test_the_last_migration_is_the_version_of_the_schema() -> None:
    folder = str(Path(migrating.__file__).parent / "migrations")
    assert ScriptDirectory(folder, version_locations=[folder]).get_heads() == [VERSION]


def test_the_manual_names_every_table_and_column() -> None:
    page = (Path(__file__).parents[2] / "docs" / "archive.md").read_text(encoding="utf-8")
    sections = {part.partition("\n")[0]: part for part in page.split("\n### ")[1:]}
    for name, table in metadata.tables.items():
        assert all(f"| `{column.name}`" in sections[name] for column in table.columns), name


def test_an_archive_opens_again_as_it_was(tmp_path: Path) -> None:
    open_archive(tmp_path / "a.db").engine.dispose()
    before = (tmp_path / "a.db").read_bytes()
    for address in (tmp_path / "a.db", str(tmp_path / "a.db"), f"sqlite:///{tmp_path / 'a.db'}"):
        open_archive(address, create=False).engine.dispose()
    assert (tmp_path / "a.db").read_bytes() == before


def test_a_migration_that_breaks_leaves_nothing_half_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(connection: object) -> None:
        migrating.migrate(connection)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("dragoman.store.archive.migrate_tables", broken)
        with pytest.raises(KeyboardInterrupt):
            open_archive(tmp_path / "a.db")
    with closing(sqlite3.connect(tmp_path / "a.db")) as there:
        assert there.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    with open_archive(tmp_path / "a.db") as archive:
        assert differences(archive) == []


# ---- refusals


def refusal(address: str | Path, create: bool = True, patience: float = 0.2) -> str:
    """What is said of an archive that is refused."""
    with pytest.raises(StoreError) as told:
        open_archive(address, create, patience)
    assert told.value.advice
    return str(told.value)


def test_a_database_of_another_program_is_refused_and_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE documents (title)")
    other.close()
    before = path.read_bytes()
    assert "is no archive of Dragoman: it holds the tables documents" in refusal(path)
    assert path.read_bytes() == before


def test_an_archive_of_a_newer_release_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "newer.db"
    with open_archive(path) as archive, writing(archive) as connection:
        connection.exec_driver_sql("UPDATE dragoman_version SET version_num = '9999'")
    assert "newer Dragoman" in refusal(path)


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"Georgia will keep its word.\n" * 9, "no SQLite database"), (b"SQLite format 3\x00", "damaged"), (b"PK\x03\x04" * 100, "no SQLite")],
)
def test_a_file_that_is_no_database_is_refused_and_kept(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(content)
    assert told in refusal(path)
    assert path.read_bytes() == content


def test_an_archive_that_was_cut_off_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    open_archive(path).engine.dispose()
    os.truncate(path, path.stat().st_size // 2)
    assert "damaged" in refusal(path)


def test_an_archive_whose_pages_are_garbage_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    open_archive(path).engine.dispose()
    data = path.read_bytes()
    path.write_bytes(data[:100] + b"\xa5" * (len(data) - 100))
    assert "damaged" in refusal(path)


def test_what_is_no_place_for_an_archive_is_refused(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path)
    assert "no folder to lie in" in refusal(tmp_path / "nowhere" / "a.db")
    assert "There is no archive" in refusal(tmp_path / "a.db", create=False)
    assert "wants a file" in refusal("")
    assert "'mysql'" in refusal("mysql://localhost/a")
    assert "cannot be read" in refusal("://")
    assert "no regular file" in refusal("/dev/null")
    assert not list(tmp_path.iterdir())


def test_a_password_is_never_told() -> None:
    assert "secret" not in refusal("postgresql://ana:secret@127.0.0.1:1/a")


def test_an_archive_that_another_program_holds_is_told_to_be_locked(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    assert "locked by another program" in refusal(path)
    holder.close()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_may_not_be_written_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    open_archive(path).engine.dispose()
    path.chmod(0o444)
    with open_archive(path) as archive, pytest.raises(Exception, match="readonly"), writing(archive) as connection:
        connection.exec_driver_sql("DELETE FROM documents")


def test_a_server_s_refusals_say_what_is_wrong(server: postgres.Server) -> None:
    url = postgres.address(server)
    assert 'database "nowhere" does not exist' in refusal(postgres.address(server, "nowhere"))
    assert 'role "nobody" does not exist' in refusal(url.replace("postgres@", "nobody@"))
    assert "There is no archive" in refusal(postgres.create(server, "empty"), create=False)
