"""What an archive answers: what became of an item that was added, what a search found, who an actor is."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records.article import Span
from dragoman.records.relation import Evidence


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
    """A statement, or a stretch of a document, that a search found.

    ``quote`` is what stands at ``span`` of the document's text, ``marks`` are the matched words, counted in the same text.
    ``statement`` is its number in the document ("s3") with what is known of its speaker; all of that is None for a stretch
    of the text alone. ``place`` is the line and column of the quote. ``day`` is when it was said, else published. ``rank``
    orders the hits of one search: less is better.
    """

    document: str
    ref: str
    url: str | None
    title: str | None
    publisher: str | None
    published: str | None
    day: str | None
    statement: str | None
    speaker: str | None
    speaker_name: str | None
    office: str | None
    voice_of: str | None
    kind: str | None
    span: Span
    place: str
    quote: str
    marks: tuple[Span, ...]
    rank: float


@dataclass(frozen=True, slots=True)
class Company:
    """An actor met beside another in statements and events, and in how many documents."""

    actor: str
    name: str
    documents: int


@dataclass(frozen=True, slots=True)
class Post:
    """An office that documents attest: whose, how many, on which days, and the words of the earliest and the latest."""

    holder: str
    name: str
    title: str
    of: str | None
    status: str | None
    documents: int
    attested: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Portrait:
    """What an archive knows of one actor: his names, offices, what he said, what was said of him, and with whom he is met.

    ``said`` and ``said_of`` are the newest first; the counts are of all. Copies of an article count once. Of a state or body
    the offices are those that others hold of it, and what they say for it is said by it.
    """

    actor: str
    type: str
    name: str
    names: tuple[str, ...]
    offices: tuple[Post, ...]
    documents: int
    statements: int
    statements_about: int
    events: int
    first: str | None
    last: str | None
    said: tuple[Hit, ...]
    said_of: tuple[Hit, ...]
    company: tuple[Company, ...]
