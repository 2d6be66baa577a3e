"""What the front door does: one source in, one document out; many sources in, documents and failures out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from os import PathLike
from pathlib import Path

from dragoman import flow
from dragoman.errors import ReadError, UsageError
from dragoman.read import Given, day_of, read_path, read_stream, read_text
from dragoman.records import Document, Failure

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
