"""The fourth room: documents go into an archive and are found again, on SQLite or PostgreSQL."""

from __future__ import annotations

from dragoman.store.adding import add, forget_failures, known, refuse
from dragoman.store.archive import Archive, close, open_archive

__all__ = ["Archive", "add", "close", "forget_failures", "known", "open_archive", "refuse"]
