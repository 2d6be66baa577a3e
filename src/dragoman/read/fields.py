"""The fields of an article under the names that tables, lines of JSON and feeds give them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dragoman.errors import ReadError
from dragoman.read.document import Given, read_text
from dragoman.records import Document, Failure

NAMES = {
    "text": ("text", "content", "body", "article", "full_text", "fulltext", "article_text", "article_body", "maintext", "story"),
    "id": ("id", "article_id", "doc_id", "document_id", "uid", "guid"),
    "title": ("title", "headline", "heading"),
    "date": (
        "date", "published", "publication_date", "published_at", "publishedat", "pubdate", "pub_date", "publish_date", "date_publish",
        "date_published", "datetime",
    ),
    "publisher": ("publisher", "source", "outlet", "publication", "newspaper", "source_name", "sitename"),
    "url": ("url", "link", "permalink", "source_url", "article_url"),
    "lang": ("lang", "language"),
}  # fmt: skip
"""The names of each field, the surest first; of several that hold something the first wins."""
FIELD_OF = {name: field for field, names in NAMES.items() for name in names}
SHOWN_COLUMNS = 20  # of those that a message names
SHOWN_LETTERS = 40  # of each


class Fields(NamedTuple):
    """What one row, line or entry holds of an article, as it was written."""

    text: str
    id: str | None = None
    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    url: str | None = None
    lang: str | None = None


def normal(name: str) -> str:
    """The name of a column in the form of ``NAMES``: "Publication date" is "publication_date"."""
    return re.sub(r"[\s.-]+", "_", name.strip("\ufeff \t\r\n\"'").casefold())


def columns(header: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """For every field the columns that may hold it, the surest first; a field without one is left out."""
    names = [normal(name) for name in header]
    found = {field: tuple(n for known in NAMES[field] for n, name in enumerate(names) if name == known) for field in NAMES}
    return {field: places for field, places in found.items() if places}


def is_head(line: str, delimiter: str) -> bool:
    """Whether a line parts into names of columns, a text and one more known one among them."""
    names = [normal(name) for name in line.split(delimiter)]
    known = {FIELD_OF[name] for name in names if name in FIELD_OF}
    return "text" in known and len(known) > 1 and all(re.fullmatch(r"[\w /()]{0,40}", name) for name in names)


def picked(values: Sequence[str | None], places: dict[str, tuple[int, ...]]) -> Fields:
    """The fields of a row: of each the first column that holds something."""
    found = {field: next((v for n in numbers if (v := values[n]) and not v.isspace()), None) for field, numbers in places.items()}
    return Fields(**{**found, "text": found.get("text") or ""})  # type: ignore[arg-type]


def no_text(ref: str, names: Iterable[str]) -> Failure:
    """The failure of a table that has no column for the text; it names those that came."""
    shown = [name.strip()[:SHOWN_LETTERS] for name in names]
    told = ", ".join(repr(name) for name in shown[:SHOWN_COLUMNS]) + (", ..." if len(shown) > SHOWN_COLUMNS else "")
    return Failure(
        ref,
        f"No column holds the text; the columns are {told}.",
        "Name one of them text in the first line; id, title, date, publisher, url and lang are known, too.",
    )


def article(fields: Fields, where: str, given: Given) -> Document | Failure:
    """The document of some fields, filled with what the caller knows; its ref is its id, else its place."""
    try:
        return read_text(
            fields.text,
            ref_of(fields, where),
            title=fields.title or given.title,
            publisher=fields.publisher or given.publisher,
            published=fields.date or given.published,
            url=fields.url or given.url,
            lang=fields.lang or given.lang,
        )
    except ReadError as fault:
        return Failure(where, fault.message, fault.advice)


def ref_of(fields: Fields, where: str) -> str:
    """The name of a document: its id where it has one that can be told, else its place."""
    return fields.id.encode("utf-8", "backslashreplace").decode() if fields.id and fields.id.strip() else where
