"""Opening an archive: one SQLite file or a PostgreSQL database, with the tables of today or a clear refusal."""

from __future__ import annotations

import logging
import os
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from dragoman.errors import StoreError
from dragoman.store.schema import VERSION, VERSION_TABLE

PATIENCE = 60.0  # seconds: a PostgreSQL server restarts within one, a copy of a large SQLite file takes some
OPENING = 5.0  # seconds to wait at first, for a server that is just starting: a wrong address should be told soon
FIRST_WAIT, LONGEST_WAIT = 0.05, 2.0  # seconds between attempts; they double
LOCK = 0x64726167  # "drag": the number of the lock by which writers of one PostgreSQL database take turns
DRIVERS = {"sqlite": "sqlite+pysqlite", "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}
SQLITE_HEAD = b"SQLite format 3\x00"
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Archive:
    """An open archive: its address without a password, its engine, and how many seconds it waits for a lock or a server.

    ``with open_archive(...) as archive:`` closes it at the end.
    """

    url: str
    engine: Engine
    patience: float = PATIENCE

    def __enter__(self) -> Archive:
        """The archive itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        """Close it."""
        close(self)


def open_archive(url: str | PathLike[str], create: bool = True, patience: float = PATIENCE) -> Archive:
    """Open an archive by the path of its SQLite file, or by a URL: sqlite:///FILE or postgresql://USER@HOST/NAME.

    A new archive is made unless ``create`` is false; one of an older release is brought up to date. ``patience`` is how many
    seconds to wait for another program that writes, or for a server that is away. Raises StoreError for a database that is
    not Dragoman's, that a newer release made, that is locked, damaged or cannot be reached.
    """
    address = address_of(url)
    if address.get_backend_name() == "sqlite":
        refuse_file(Path(address.database or ""), create)
    archive = Archive(shown(address), engine_of(address, patience), patience)
    try:
        patiently(replace(archive, patience=min(patience, OPENING)), lambda: prepare(archive, create))
    except BaseException:
        close(archive)
        raise
    return archive


def close(archive: Archive) -> None:
    """Close an archive; what was stored is stored already."""
    archive.engine.dispose()


# ---- addresses


def address_of(url: str | PathLike[str]) -> URL:
    """The database that a path or URL names. Raises StoreError for one that names none."""
    given = os.fspath(url)
    if "://" not in given:
        return URL.create(DRIVERS["sqlite"], database=given)
    try:
        address = make_url(given)
    except (ArgumentError, ValueError) as fault:
        raise StoreError("The address of the archive cannot be read.", "Give a file, or postgresql://USER@HOST/NAME.") from fault
    driver = DRIVERS.get(address.drivername, address.drivername)
    if driver not in DRIVERS.values():
        raise StoreError(f"An archive cannot be kept in {address.drivername!r}.", "Give a file, or postgresql://USER@HOST/NAME.")
    return address.set(drivername=driver)


def shown(address: URL) -> str:
    """An address as people know it: a file by its path, a server's without a password and a driver."""
    if address.get_backend_name() == "sqlite":
        return str(address.database)
    return address.set(drivername="postgresql").render_as_string(hide_password=True)


def refuse_file(path: Path, create: bool) -> None:
    """Refuse, before a database driver touches it, what can be no archive on SQLite."""
    told = repr(str(path))
    if str(path) in ("", ".", ":memory:"):
        raise StoreError("An archive wants a file to lie in.", "Name one: dragoman.db")
    try:
        found = path.stat()
    except FileNotFoundError:
        refuse_missing(path, create)
        return
    except (OSError, ValueError) as fault:
        raise StoreError(f"The archive {told} cannot be opened: {getattr(fault, 'strerror', None) or fault}.", "Check the path.") from fault
    if not stat.S_ISREG(found.st_mode):
        what = "a folder" if stat.S_ISDIR(found.st_mode) else "no regular file"
        raise StoreError(f"{told} is {what}, not an archive.", "Name a file, such as dragoman.db.")
    refuse_damaged(path, found.st_size)


def refuse_missing(path: Path, create: bool) -> None:
    """Refuse a file that is not there where none may be made, or where it would have no folder to lie in."""
    if not create:
        raise StoreError(f"There is no archive {str(path)!r}.", "Make one: dragoman add ARTICLES --to FILE.")
    if not path.absolute().parent.is_dir():
        raise StoreError(f"The archive {str(path)!r} has no folder to lie in.", "Make the folder first.")


def refuse_damaged(path: Path, size: int) -> None:
    """Refuse a file that is no SQLite database, or that was cut off."""
    told = repr(str(path))
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as fault:
        raise StoreError(f"The archive {told} cannot be opened: {fault.strerror}.", "Change its permissions.") from fault
    if not head:
        return
    if not head.startswith(SQLITE_HEAD[: len(head)]):
        raise StoreError(f"{told} is no archive: it is no SQLite database.", "Name another file.")
    page = int.from_bytes(head[16:18], "big")
    pages = int.from_bytes(head[28:32], "big")
    journal = path.with_name(f"{path.name}-wal")
    whole = (65536 if page == 1 else page) * pages
    if len(head) < 100 or (size < whole and not (journal.exists() and journal.stat().st_size)):
        raise StoreError(f"The archive {told} is damaged: {size:,} of its {whole:,} bytes are there.", "Restore it from a copy.")


# ---- connections


def engine_of(address: URL, patience: float) -> Engine:
    """An engine whose transactions are real ones, durable, and bounded in their waiting."""
    if address.get_backend_name() == "sqlite":
        engine = create_engine(address, connect_args={"timeout": patience, "check_same_thread": False})
        event.listen(engine, "connect", prepare_sqlite)
        event.listen(engine, "begin", begin_sqlite)
        return engine
    logging.getLogger("psycopg").addHandler(logging.NullHandler())  # a lost connection is told by us, once
    bounds = {"connect_timeout": max(2, int(patience)), "options": f"-c lock_timeout={int(1000 * patience)}"}
    try:
        return create_engine(address, connect_args=bounds, isolation_level="READ COMMITTED")
    except ImportError as fault:
        raise StoreError("An archive on PostgreSQL wants psycopg.", "Install it: pip install 'dragoman[postgresql]'.") from fault


def prepare_sqlite(connection: object, _entry: ConnectionPoolEntry) -> None:
    """Set up a new connection: transactions begin where we say, foreign keys hold, a commit is on the disk when it returns."""
    connection.isolation_level = None  # type: ignore[attr-defined]
    cursor = connection.cursor()  # type: ignore[attr-defined]
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.close()


def begin_sqlite(connection: Connection) -> None:
    """Begin; who is going to write takes the lock at once, so that no two wait for one another."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")


@contextmanager
def reading(archive: Archive) -> Iterator[Connection]:
    """A connection that sees one state of the archive. Faults of the database are StoreErrors."""
    with told_clearly(archive), archive.engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(archive: Archive) -> Iterator[Connection]:
    """One transaction; it is on the disk when the block ends, or nothing of it is. Faults of the database pass as they are."""
    with archive.engine.connect() as connection:
        connection = connection.execution_options(writes=True)  # noqa: PLW2901 - the same connection, told what it is for
        with connection.begin():
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
            yield connection


def patiently(archive: Archive, work: Callable[[], Result]) -> Result:
    """What ``work`` gives; it is done again while a server is away, as long as the archive's patience lasts.

    ``work`` must be such that doing it twice is doing it once. Raises StoreError for what waiting does not mend.
    """
    waited, wait = 0.0, FIRST_WAIT
    while True:
        try:
            return work()
        except DBAPIError as fault:
            if not is_away(fault) or waited >= archive.patience:
                raise refusal(archive, fault) from fault
        time.sleep(wait)
        waited, wait = waited + wait, min(2 * wait, LONGEST_WAIT)


@contextmanager
def told_clearly(archive: Archive) -> Iterator[None]:
    """Turn faults of the database into StoreErrors."""
    try:
        yield
    except DBAPIError as fault:
        raise refusal(archive, fault) from fault


def is_away(fault: DBAPIError) -> bool:
    """Whether a server went away or has not come back yet; that passes, unlike a wrong password or a name that is not there."""
    if type(fault.orig).__module__.startswith("sqlite3") or not isinstance(fault, (OperationalError, InterfaceError)):
        return fault.connection_invalidated
    told = str(fault.orig)
    never = ("authentication failed", "does not exist", "no password supplied", "pg_hba.conf", "could not translate host", "No space left")
    return fault.connection_invalidated or (getattr(fault.orig, "sqlstate", None) in AWAY and not any(n in told for n in never))


AWAY = (None, "57P01", "57P02", "57P03", "08000", "08001", "08003", "08004", "08006", "53300")  # shut down, starting, connection, too many


def refusal(archive: Archive, fault: DBAPIError) -> StoreError:
    """What a fault of the database means for people."""
    told = " ".join(str(fault.orig).split())[:200].rstrip(".")
    for sign, message, advice in FAULTS:
        if sign in told:
            return StoreError(f"The archive {archive.url} {message}.", advice)
    if is_away(fault):
        return StoreError(f"The archive {archive.url} cannot be reached: {told}.", "Start the server, or check the address.")
    if "FATAL" in told:
        return StoreError(
            f"The archive {archive.url} cannot be opened: {told}.", "Check the name of the database, the user and the password."
        )
    return StoreError(f"The archive {archive.url} cannot be used: {told}.", "What was stored before is as it was.")


KEPT = "What was reported as stored is stored; make room and give the same sources again."
WAIT = "Wait for that program, or end it, and try again."
FAULTS = (
    ("database is locked", "is locked by another program", WAIT),
    ("table is locked", "is locked by another program", WAIT),
    ("lock timeout", "is locked by another program", WAIT),
    ("readonly database", "may not be written", "Change the permissions of the file and of its folder, or work on a copy."),
    ("read-only transaction", "may not be written", "Ask for the right to write, or name another database."),
    ("permission denied", "may not be used so by this user", "Ask for the right to create and write tables."),
    ("disk is full", "has no more room on its disk", KEPT),
    ("No space left", "has no more room on its disk", KEPT),
    ("disk I/O error", "cannot be written: its disk fails or is full", KEPT),
    ("unable to open database file", "cannot be opened", "Check the permissions of the file and of its folder, and that there is room."),
    ("malformed", "is damaged", "Restore it from a copy."),
    ("file is not a database", "is no SQLite database, or an encrypted one", "Name another file."),
    ("no such table", "lacks tables that it should have", "Restore it from a copy."),
    ("no such column", "lacks columns that it should have", "Restore it from a copy."),
)


# ---- what is in it


def prepare(archive: Archive, create: bool) -> None:
    """Refuse what is not Dragoman's, and bring the tables to their newest form."""
    with archive.engine.connect() as connection, connection.begin():
        version = version_of(archive, connection)
    if version == VERSION:
        return
    if version is None and not create:
        raise StoreError(f"There is no archive in {archive.url}.", "Make one: dragoman add ARTICLES --to FILE.")
    if archive.engine.dialect.name == "sqlite":
        with archive.engine.connect() as connection:  # the one setting that stays in the file, and wants no transaction
            driver = connection.connection.driver_connection
            driver.execute("PRAGMA journal_mode=WAL").fetchall()  # type: ignore[union-attr]
    with writing(archive) as connection:
        version_of(archive, connection)  # another program may have been quicker
        migrate_tables(connection)


def migrate_tables(connection: Connection) -> None:
    """Run the migrations; alembic is loaded for this alone."""
    from dragoman.store.migrating import migrate

    migrate(connection)


def version_of(archive: Archive, connection: Connection) -> str | None:
    """The version of the tables; None for an empty database. Raises StoreError for one that is not ours, or is newer."""
    tables = inspect(connection).get_table_names()
    if VERSION_TABLE not in tables:
        if tables:
            raise StoreError(
                f"{archive.url} is no archive of Dragoman: it holds the tables {', '.join(sorted(tables)[:4])}.",
                "Name another file, or an empty database.",
            )
        return None
    version = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()  # noqa: S608 - a name of ours
    if version is not None and str(version) > VERSION:
        raise StoreError(
            f"The archive {archive.url} was made by a newer Dragoman (its tables are of version {version}, not {VERSION}).",
            "Bring Dragoman up to date.",
        )
    return None if version is None else str(version)
