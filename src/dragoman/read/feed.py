"""Articles as a feed, RSS or Atom, from its bytes; nothing that it points to is opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

from dragoman.errors import ReadError
from dragoman.read.document import Given, day_of
from dragoman.read.encoding import detected_in_part, marked
from dragoman.read.fields import Fields, article
from dragoman.read.kinds import FEED_ROOTS, letters, refuse_binary, root_of
from dragoman.records import Document, Failure, Warning

if TYPE_CHECKING:
    from feedparser import FeedParserDict

MAX_FEED = 32_000_000  # bytes; the largest feeds of outlets have one
PROLOG = 200_000  # bytes in which the first element begins
MAX_GROWN = 8 * MAX_FEED  # characters that its own entities may make of it
ENTITY = re.compile(rb"<!ENTITY\s+[^>]*?(?:\"([^\"]*)\"|'([^']*)')", re.DOTALL)
DECLARED = re.compile(rb"\s*<\?xml[^>]*encoding")
ADVICE = "Give a feed in RSS or Atom; of another kind of XML give its articles as text, HTML or JSONL."
MARKUP = re.compile(r"<[a-zA-Z!/]|&(?:#\d+|#x[0-9a-fA-F]+|\w+);")
PLAIN = "text/plain"


def feed_documents(data: bytes, ref: str, given: Given) -> Iterator[Document | Failure]:
    """The documents of a feed; an entry that is none is one failure with its number. Raises ReadError for what is no feed."""
    check(data, ref)
    data, warnings = recoded(data)
    feed = parsed(data, ref)
    if not feed.entries:
        yield Failure(ref, "The input is empty: no entries in the feed.", "Give a feed that holds articles.")
    damage = (*warnings, *damaged(feed))
    for number, entry in enumerate(feed.entries, 1):
        item = one(entry, feed.feed, f"{ref}:{number}", given)
        yield replace(item, warnings=(*damage, *item.warnings)) if isinstance(item, Document) else item


def check(data: bytes, ref: str) -> None:
    """Refuse what is no feed by its first element, what is too large, and what its entities would make too large."""
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        raise ReadError(ref, "The input is empty: no words in it.", "Give a feed that holds articles.")
    if len(data) > MAX_FEED:
        raise ReadError(ref, f"The feed has more than {MAX_FEED:,} bytes.", "Split it, or give its articles as JSONL.")
    root = root_of(letters(data, PROLOG))
    if root is None:
        refuse_binary(data, ref)
        raise ReadError(ref, "The file is named as XML but does not begin as XML.", "Name it after what it holds, such as .txt.")
    if root.casefold().rpartition(":")[2] not in FEED_ROOTS:
        raise ReadError(ref, f"This XML is no feed but begins with {root[:40]!r}.", ADVICE)
    longest = max((len(a or b) for a, b in ENTITY.findall(data)), default=0)
    if longest and len(data) + longest * data.count(b"&") > MAX_GROWN:
        raise ReadError(ref, "The feed declares entities that would make it too large.", "Take its DOCTYPE out.")


def parsed(data: bytes, ref: str) -> FeedParserDict:
    """The feed as feedparser has it: from a stream, for a name or an address would be opened.

    A broad except: feedparser mends what is broken, and what it cannot mend ends in errors of many classes.
    """
    import feedparser

    try:
        return feedparser.parse(BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except Exception as fault:
        raise ReadError(ref, f"The feed cannot be read: {type(fault).__name__}.", "Repair its XML, or fetch it again.") from fault


def recoded(data: bytes) -> tuple[bytes, tuple[Warning, ...]]:
    """A feed that tells no encoding and is not UTF-8, in UTF-8 by the encoding that a detector finds; any other as it is."""
    if marked(data) or DECLARED.match(data) or b"\x00" in data[:4]:
        return data, ()
    found = detected_in_part(data)
    try:
        return (
            (data.decode(found).encode(), (Warning("encoding-guessed", f"The feed is not UTF-8; read as {found}"),))
            if found
            else (data, ())
        )
    except UnicodeDecodeError:
        return data, ()


def damaged(feed: FeedParserDict) -> tuple[Warning, ...]:
    """A warning for a feed whose XML is broken, such as one that is cut off."""
    from xml.sax import SAXParseException

    fault = feed.get("bozo_exception")
    if not isinstance(fault, SAXParseException):
        return ()
    line = fault.getLineNumber() or 0
    return (Warning("feed-damaged", f"The XML of the feed is broken in line {line}; it was read as far as it could be"),)


def one(entry: FeedParserDict, feed: FeedParserDict, where: str, given: Given) -> Document | Failure:
    """The document of an entry, or the failure that names it."""
    try:
        text = text_of(entry, where)
    except ReadError as fault:
        return Failure(where, fault.message, fault.advice)
    source = entry.get("source") or {}
    language = source.get("language") or feed.get("language") or feed_language(entry)
    title = told(entry, "title")
    fields = Fields(
        text=text,
        id=told(entry, "id"),
        title=plain(title, entry.get("title_detail")),
        date=day(entry),
        publisher=told(source, "title") or told(entry, "publisher") or given.publisher or told(feed, "publisher") or told(feed, "title"),
        url=told(entry, "link"),
        lang=given.lang or (language if isinstance(language, str) else None),
    )
    return article(fields, where, given)


def feed_language(entry: FeedParserDict) -> str | None:
    """The language that the content itself is marked with."""
    return next((c.get("language") for c in contents(entry) if c.get("language")), None)


def told(part: Any, key: str) -> str | None:  # noqa: ANN401 - feedparser ships no types
    """What a part of a feed says under a key, where it is a text."""
    value = part.get(key)
    return value if isinstance(value, str) and value.strip() else None


def contents(entry: FeedParserDict) -> list[Any]:
    """The bodies of an entry: its contents, and its summary."""
    summary = {**(entry.get("summary_detail") or {}), "value": told(entry, "summary") or ""}
    return [content for content in [*(entry.get("content") or []), summary] if isinstance(content.get("value"), str)]


def text_of(entry: FeedParserDict, where: str) -> str:
    """The words of the longest body of an entry. Raises ReadError where there is none."""
    body = max(contents(entry), key=lambda content: len(content["value"]), default=None)
    text = plain(body["value"], body) if body is not None else None
    if not text or not text.strip():
        raise ReadError(where, "The entry has no words: neither a content nor a summary.", "Fetch the page that it links to.")
    return text


def plain(words: str | None, detail: Any) -> str | None:  # noqa: ANN401
    """Words as text; those that are marked as HTML or look like it go the way of a page's article."""
    if words is None or (detail or {}).get("type") == PLAIN or not MARKUP.search(words):
        return words
    from dragoman.read.html import fragment

    return fragment(words)


def day(entry: FeedParserDict) -> str | None:
    """When an entry appeared: as it is written where that can be told, else as feedparser understands it."""
    key = next((key for key in ("published", "updated", "created") if key in entry), "published")
    written, understood = told(entry, key), entry.get(f"{key}_parsed")
    if written is None or day_of(written)[0] is not None or understood is None:
        return written
    return f"{understood[0]:04}-{understood[1]:02}-{understood[2]:02}"
