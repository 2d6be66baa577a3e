"""Behind the counter of ``dragoman find`` and ``dragoman who``: questions to an archive, answers for people or programs."""

from __future__ import annotations

import sys
from dataclasses import asdict, dataclass

import msgspec

from dragoman.desk.reading import console
from dragoman.errors import UsageError
from dragoman.read import day_of
from dragoman.store import find, open_archive, who
from dragoman.store.query import MOST, understood


@dataclass(frozen=True, slots=True)
class Asked:
    """What a hit must fulfil beside its words."""

    speaker: str | None = None
    actor: str | None = None
    publisher: str | None = None
    begins: str | None = None
    ends: str | None = None
    kind: str | None = None
    copies: bool = False
    limit: int = 20


def find_words(address: str, query: str, asked: Asked, as_json: bool) -> None:
    """Answer with the statements and stretches of text that a query finds.

    Raises UsageError for days that are none and for actors whom nobody knows, StoreError.
    """
    for flag, day in (("--from", asked.begins), ("--to", asked.ends)):
        if day is not None and day_of(day)[0] is None:
            raise UsageError(f"{flag} {day[:40]!r} is no day of the calendar.", "Give an ISO date such as 2025-11-07.")
    with open_archive(address, create=False) as archive:
        hits = find(archive, query, **asdict(asked))
    for note in notes(query, bool(hits)):
        sys.stderr.buffer.write(f"{note}\n".encode())
    if as_json:
        for hit in hits:
            sys.stdout.buffer.write(msgspec.json.encode(hit) + b"\n")
    elif hits:
        from dragoman.tell.found import show_hits

        show_hits(hits, console())


def notes(query: str, found: bool) -> list[str]:
    """What whoever asked should know beside the hits."""
    meant = understood(query)
    told = [f"Only the first {MOST} words of the query count."] if meant.cut else []
    if not meant.wanted:
        told.append("The query has no words to look for.")
    elif not found:
        told.append("Nothing found.")
    return told


def show_actor(address: str, actor: str, limit: int, as_json: bool) -> None:
    """Answer with the portrait of an actor. Raises UsageError for a name that nobody or several bear, StoreError."""
    with open_archive(address, create=False) as archive:
        portrait = who(archive, actor, limit)
    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode(portrait) + b"\n")
        return
    from dragoman.tell.found import show_portrait

    show_portrait(portrait, console())
