"""The fourth room: documents go into an archive and are found again, on SQLite or PostgreSQL."""

from __future__ import annotations

from dragoman.store.adding import add, forget_failures, known, refuse, unfit
from dragoman.store.archive import Archive, close, open_archive
from dragoman.store.dumping import dump
from dragoman.store.exporting import export
from dragoman.store.naming import actor_of
from dragoman.store.portraits import who
from dragoman.store.runs import begin_run, end_run, failed_refs, size
from dragoman.store.search import find
from dragoman.store.stories import coverage, documents, stories

__all__ = [
    "Archive",
    "actor_of",
    "add",
    "begin_run",
    "close",
    "coverage",
    "documents",
    "dump",
    "end_run",
    "export",
    "failed_refs",
    "find",
    "forget_failures",
    "known",
    "open_archive",
    "refuse",
    "size",
    "stories",
    "unfit",
    "who",
]
