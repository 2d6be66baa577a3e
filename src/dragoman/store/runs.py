"""When what was added, and with what outcome: one row a run. The caller brings the times, for no room asks the clock."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import func, insert, select, update

from dragoman.store.archive import Archive, patiently, reading, writing
from dragoman.store.rows import packed
from dragoman.store.schema import documents, failures, runs

COUNTED = ("added", "known", "seen", "renewed", "duplicates", "refused")


def begin_run(archive: Archive, began: str, version: str, encoder: str, sources: Iterable[str]) -> int:
    """Note that a run has begun; its number. ``began`` is an ISO time in UTC. Raises StoreError."""

    def store() -> int:
        with writing(archive) as connection:
            run = 1 + (connection.execute(select(func.max(runs.c.run))).scalar() or 0)
            row = {"run": run, "began": began, "ended": None, "version": version, "encoder": encoder, "sources": packed(list(sources))}
            connection.execute(insert(runs), [{**row, **dict.fromkeys(COUNTED, 0)}])
            return run

    return patiently(archive, store)


def end_run(archive: Archive, run: int, ended: str | None, counts: Mapping[str, int]) -> None:
    """Note what a run has done; ``ended`` is None for one that was cut off. Raises StoreError."""

    def store() -> None:
        with writing(archive) as connection:
            told = {name: counts.get(name, 0) for name in COUNTED}
            connection.execute(update(runs).where(runs.c.run == run), {"ended": ended, **told})

    patiently(archive, store)


def failed_refs(archive: Archive) -> frozenset[str]:
    """The refs of all inputs that could not be read so far. Raises StoreError."""
    with reading(archive) as connection:
        return frozenset(connection.execute(select(failures.c.ref)).scalars())


def size(archive: Archive) -> tuple[int, int]:
    """How many documents the archive holds, and for how many of them another stands. Raises StoreError."""
    with reading(archive) as connection:
        held, copies = connection.execute(select(func.count(), func.count(documents.c.duplicate_of)).select_from(documents)).one()
        return held, copies
