"""What the front door does: one source in, one document out; many sources in, documents and failures out, or an archive."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import IO, TYPE_CHECKING

from dragoman import __version__, flow
from dragoman.errors import ReadError, UsageError
from dragoman.read import Given, day_of, read_path, read_stream, read_text
from dragoman.records import Added, Document, Failure, Hit, Portrait, Relation, Story, TurningPoint

if TYPE_CHECKING:
    from dragoman.store import Archive

Source = str | bytes | PathLike[str]
FILE_NAME = re.compile(r"[^\n]{0,4000}\.(?:txt|html?|xhtml|jsonl?|ndjson|csv|tsv|parquet|xml|rss|atom)(?:\.gz)?", re.IGNORECASE)


def read(
    source: Source,
    *,
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    lang: str | None = None,
    title: str | None = None,
    ref: str | None = None,
    encoder: flow.Chosen = flow.ENCODER,
) -> Document:
    """The document of one source, with every layer: what ``dragoman read`` prints, as records.

    The type of ``source`` alone decides: a ``Path`` is a file, ``bytes`` are the contents of a file, a ``str`` is the
    text itself and never opens anything. What the caller knows wins over what the source says of itself:
    ``published`` an ISO day, ``publisher`` the outlet, ``url``, ``title``, ``lang`` a language tag, ``ref`` a name for
    the source (else the path, or "text"). ``encoder`` is one of the names of ``dragoman info``, or "rules" for none.

    Raises ReadError for a source that cannot be read, and UsageError for a str that is a file's name, for a source
    that holds several documents (``read_all`` takes those), and for a ``published`` that is no day.
    """
    items = list(_first_two(_sourced(source, _given(title, publisher, published, url, lang))))
    if len(items) > 1:
        raise UsageError("The source holds more than one document.", "Use dragoman.read_all([source]).")
    item = items[0]
    if isinstance(item, Document):
        item = flow.guarded(replace(item, ref=ref or item.ref), encoder)
    if isinstance(item, Failure):
        raise ReadError(ref or item.ref, item.error, item.advice)
    return item


def read_all(
    sources: Iterable[Source],
    *,
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    lang: str | None = None,
    workers: int = 1,
    encoder: flow.Chosen = flow.ENCODER,
) -> Iterator[Document | Failure]:
    """The documents of many sources, in their order, each read when it is asked for; see ``read``.

    A source that cannot be read gives one Failure in its place, and the rest goes on. With ``workers`` above 1 other
    processes read; the result is the same for any number.
    """
    given = _given(None, publisher, published, url, lang)
    return flow.read((item for source in sources for item in _sourced(source, given)), workers, encoder)


def annotate(document: Document, encoder: flow.Chosen = flow.ENCODER) -> Document:
    """The document with what its own words tell: sentences, quotations, mentions, times, places, statements, events.

    Layers that it had are made anew, so that a second call changes nothing.
    """
    return flow.annotated(document, encoder)


def resolve(document: Document) -> Document:
    """An annotated document with its speakers, actors, dates and places resolved, and the registers that follow."""
    return flow.resolved(document)


def reading(document: Document) -> dict[str, object]:
    """The document as a reading/1 object, ready for JSON."""
    from dragoman.tell.reading import reading as told

    return told(document)


def open_archive(url: str | PathLike[str], create: bool = True) -> Archive:
    """An archive by the path of its SQLite file, or by a URL: sqlite:///FILE or postgresql://USER@HOST/NAME.

    A new one is made unless ``create`` is false; one of an older release is brought up to date. It is closed at the end of a
    ``with`` block. Raises StoreError for a database that is not Dragoman's, or is newer, locked, damaged or out of reach.
    """
    from dragoman import store

    return store.open_archive(url, create)


def add(archive: Archive, document: Document, read_by: str = f"dragoman {__version__}") -> Added:
    """Store a document that was read; when this returns, it is on the disk. Adding it again adds nothing.

    ``read_by`` tells later readers of the archive what read it. Raises StoreError.
    """
    from dragoman import store

    return store.add(archive, document, read_by)


def add_all(
    archive: Archive,
    sources: Iterable[Source],
    *,
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    lang: str | None = None,
    workers: int = 1,
    encoder: flow.Chosen = flow.ENCODER,
) -> Iterator[Added | Failure]:
    """Read many sources, as ``read_all`` does, into an archive; what is yielded is on the disk, and what is known is not read again.

    Raises StoreError where the archive cannot be written; what was yielded stays.
    """
    given = _given(None, publisher, published, url, lang)
    name = encoder if isinstance(encoder, str) else getattr(encoder, "__name__", type(encoder).__name__)
    items = (item for source in sources for item in _sourced(source, given))
    return flow.add(archive, items, f"dragoman {__version__} {name}", workers, encoder)


def documents(archive: Archive) -> Iterator[Document]:
    """Every document of an archive; its tokens, quotations and titles are not kept. Raises StoreError."""
    from dragoman import store

    return store.documents(archive)


def stories(archive: Archive, a: str, b: str, begins: str | None = None, ends: str | None = None) -> Iterator[Story]:
    """The documents of an archive that concern two actors, such as "GEO" and "RUS", copies folded, in the order of their days.

    ``begins`` and ``ends`` are ISO days, both inside; with either, undated documents are left out. Raises StoreError.
    """
    from dragoman import store

    return store.stories(archive, a, b, begins, ends)


def find(
    archive: Archive,
    query: str,
    *,
    speaker: str | None = None,
    actor: str | None = None,
    publisher: str | None = None,
    begins: str | None = None,
    ends: str | None = None,
    kind: str | None = None,
    copies: bool = False,
    limit: int = 20,
) -> tuple[Hit, ...]:
    """The statements and stretches of text that a query finds, the best first; the arguments are the options of the command line.

    Raises UsageError for an actor whom nobody knows and for days and kinds that are none, StoreError.
    """
    from dragoman import store

    return store.find(
        archive, query, speaker=speaker, actor=actor, publisher=publisher, begins=begins, ends=ends, kind=kind, copies=copies, limit=limit
    )


def who(archive: Archive, actor: str, limit: int = 10) -> Portrait:
    """What an archive knows of an actor. Raises UsageError for a name that nobody or several bear, StoreError."""
    from dragoman import store

    return store.who(archive, actor, limit)


def actor_of(archive: Archive, words: str) -> str:
    """The id of the actor that some words name. Raises UsageError for a name that nobody or several bear, StoreError."""
    from dragoman import store

    return store.actor_of(archive, words)


def export(archive: Archive, table: str, target: Path | IO[bytes], form: str = "csv", safe: bool = True) -> int:
    """Write a table of an archive to a file or stream; how many rows it has. Raises UsageError, StoreError."""
    from dragoman import store

    return store.export(archive, table, target, form, safe)


def relation(archive: Archive, a: str, b: str, *, as_of: str | None = None, window_days: int | None = None) -> Relation:
    """How two actors of an archive stand as of a day, every figure with the words it rests on.

    ``a`` and ``b`` are ids or names ("RUS", "Russia"). ``as_of`` is an ISO day; where it is not given, the newest day on which
    a story of the two was published, never today. ``window_days`` is how far back is looked, two years if not told.

    Raises UsageError for an actor that the archive does not know or that several names fit, for one actor asked for twice,
    for a day that is none, and for two actors of whom no story tells.
    """
    from dragoman.relate import WINDOW, relate
    from dragoman.store import actor_of, coverage, stories

    a, b = actor_of(archive, a), actor_of(archive, b)
    window = WINDOW if window_days is None else window_days
    found = list(stories(archive, a, b, None, as_of))
    last = as_of or max((story.document.published for story in found if story.document.published), default=None)
    if last is None:
        raise UsageError(f"No dated story of the archive tells of {a} and {b}.", "Add articles about both, or ask for others.")
    told = relate(found, a, b, last, window)
    return replace(told, coverage=coverage(archive, a, b, told.window[0], last))


def dossier(relation: Relation, form: str = "html") -> str:
    """A relation as a briefing: one HTML page that loads nothing, or with ``form="markdown"`` Markdown.

    The same relation gives the same words, byte for byte. Raises UsageError for another form.
    """
    from dragoman.tell.dossier import as_html, as_markdown

    if form not in ("html", "markdown"):
        raise UsageError(f"A dossier has no form {form[:40]!r}.", 'Ask for "html" or "markdown".')
    return as_html(relation) if form == "html" else as_markdown(relation)


def turning_points(days: Sequence[str], values: Sequence[float]) -> list[TurningPoint]:
    """The days on which a series turned up or down, in order, from daily figures of any scale, say sums of coded events.

    ``days`` are ISO days in rising order, gaps allowed; ``size`` is how far beyond its usual swing the series went, in
    standard deviations of its weekly sums. Raises UsageError for lists of two lengths, and for days that are none or out of order.
    """
    from dragoman.relate import turning_points as told

    return told(days, values)


def _given(title: str | None, publisher: str | None, published: str | None, url: str | None, lang: str | None) -> Given:
    """What the caller knows; raises UsageError for a day that is none."""
    if published is not None and day_of(published)[0] is None:
        raise UsageError(f"The date {published[:40]!r} is no day of the calendar.", "Give an ISO date such as 2025-11-07.")
    return Given(title, publisher, published, url, lang)


def _sourced(source: Source, given: Given) -> Iterator[Document | Failure]:
    """The documents of one source by its type."""
    if isinstance(source, PathLike):
        return flow.survived(read_path(str(Path(source)), given), str(source))
    if isinstance(source, bytes):
        return flow.survived(read_stream(BytesIO(source), "bytes", given), "bytes")
    if FILE_NAME.fullmatch(source):
        raise UsageError(
            f"{source[:80]!r} is the name of a file, not a text.", f"Give a path: dragoman.read(pathlib.Path({source[:80]!r}))."
        )
    return _texts(source, given)


def _texts(text: str, given: Given) -> Iterator[Document | Failure]:
    """The document of a text."""
    try:
        yield read_text(
            text, "text", title=given.title, publisher=given.publisher, published=given.published, url=given.url, lang=given.lang
        )
    except ReadError as fault:
        yield Failure(fault.ref, fault.message, fault.advice)


def _first_two(items: Iterator[Document | Failure]) -> Iterator[Document | Failure]:
    """At most two items: enough to know that there is more than one."""
    for item, _ in zip(items, range(2), strict=False):
        yield item
