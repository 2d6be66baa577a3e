"""What an archive answers: what became of an item that was added, what a search found, who an actor is."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records.article import Office, Span


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one document that was given to an archive.

    ``status`` is "added", "known" (nothing changed), "seen" (known, and one more appearance was noted) or "renewed" (its
    reading was replaced, because an earlier publication came to light). ``duplicate_of`` is the id of the document that now
    stands for it, if that is another one.
    """

    status: str
    document: str
    ref: str
    duplicate_of: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement, or a stretch of a document, that a search found, with the words around the match."""

    document: str
    ref: str
    url: str | None
    title: str | None
    publisher: str | None
    published: str | None
    statement: str | None
    speaker: str | None
    speaker_name: str | None
    kind: str | None
    span: Span
    quote: str
    rank: float


@dataclass(frozen=True, slots=True)
class Company:
    """An actor met beside another, and in how many documents."""

    actor: str
    name: str
    documents: int


@dataclass(frozen=True, slots=True)
class Portrait:
    """What an archive knows of one actor: his names, offices, what he said, what was said of him, and with whom he is met.

    ``said`` and ``said_of`` are the newest first; the counts are of all.
    """

    actor: str
    type: str
    name: str
    names: tuple[str, ...]
    offices: tuple[tuple[Office, int], ...]
    documents: int
    statements: int
    statements_about: int
    events: int
    said: tuple[Hit, ...]
    said_of: tuple[Hit, ...]
    company: tuple[Company, ...]
