"""From a text and what is known about it to a document: identity, header lines, language."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace

from dragoman.errors import ReadError
from dragoman.read.days import written_day
from dragoman.read.header import header
from dragoman.read.language import language
from dragoman.records import Document, Span, Warning


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller knows of an input; it wins over what a text or page says of itself and fills what a record leaves out."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    lang: str | None = None


NOTHING = Given()
MAX_CHARACTERS = 2_000_000  # code points of one document; the longest article of the corpora has 90,000
DAMAGE = re.compile("[\x00\ufffd]")
DAMAGE_SHOWN = 20


def read_text(
    text: str,
    ref: str,
    *,
    title: str | None = None,
    publisher: str | None = None,
    published: str | None = None,
    url: str | None = None,
    lang: str | None = None,
) -> Document:
    """The document of a text, kept code point for code point.

    ``published`` is an ISO day or time, cut to its day; ``lang`` a language tag, which wins over detection. Where day or
    publisher are not given, those that the text's own header tells are taken: "BATUMI, May 19, 2026 (Steppe Courier) -". Raises
    ReadError for a text that is empty, too long, or that cannot be written as UTF-8.
    """
    check(text, ref)
    title, publisher, url = carried(title), carried(publisher), carried(url)
    found = header(text)
    day, warnings = day_of(published)
    document = Document(
        id=identity(text, url),
        ref=ref,
        text=text,
        title=title,
        publisher=publisher or found.agency,
        url=url,
        published=day or found.published,
        place=found.place,
        lang=normal_tag(lang) or language(text),
        header=found.spans,
        warnings=warnings,
    )
    return with_damage(document)


def carried(words: str | None) -> str | None:
    """Words about a text in a form that UTF-8 can carry; blanks alone are none."""
    return words.encode("utf-8", "backslashreplace").decode() if words and words.strip() else None


def check(text: str, ref: str) -> None:
    """Refuse what is no document."""
    if not text.strip("\ufeff \t\r\n\x00\u00a0\u2028\u2029\u200b"):
        raise ReadError(ref, "The input is empty: no words in it.", "Give a text with at least one sentence.")
    if len(text) > MAX_CHARACTERS:
        raise ReadError(
            ref,
            f"The text has {len(text):,} characters; {MAX_CHARACTERS:,} are read at most.",
            "Split it into its articles, one a line, as JSONL.",
        )
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ReadError(
            ref,
            "The text holds lone surrogates, which no encoding can carry.",
            "Repair the \\ud800-\\udfff escapes where the file was made.",
        ) from None


def identity(text: str, url: str | None) -> str:
    """``sha256:`` of the text in UTF-8 and, where there is one, of the url; a length keeps the two from running together."""
    data = text.encode()
    digest = hashlib.sha256(data)
    if url is not None:
        digest.update(f"\x00{len(data)}\x00".encode() + url.encode("utf-8", "surrogatepass"))
    return f"sha256:{digest.hexdigest()}"


def day_of(published: str | None) -> tuple[str | None, tuple[Warning, ...]]:
    """The ISO day of a date as it was given, see ``days.written_day``; a warning for one that cannot be told."""
    if not published or not published.strip():
        return None, ()
    day = written_day(published)
    return (day, ()) if day else (None, (unreadable(published),))


def unreadable(published: str) -> Warning:
    """The warning for a date that is none."""
    return Warning("date-unreadable", f"The date {published[:40]!r} is no day of the calendar; an ISO date such as 2025-11-07 was wanted")


def normal_tag(lang: str | None) -> str | None:
    """A language tag cut to its language: "en-US" is "en"."""
    if not lang:
        return None
    tag = re.split(r"[-_]", lang.strip())[0].casefold()
    return (
        {"eng": "en", "english": "en", "rus": "ru", "tur": "tr", "russian": "ru", "turkish": "tr"}.get(tag, tag)
        if tag.isalpha() and tag not in ("und", "mul")
        else None
    )


def with_damage(document: Document) -> Document:
    """A document with a warning for NULs and replacement characters."""
    if "\x00" not in document.text and "\ufffd" not in document.text:
        return document
    spans = tuple(Span(m.start(), m.end()) for m, _ in zip(DAMAGE.finditer(document.text), range(DAMAGE_SHOWN), strict=False))
    visible = tuple(s for s in spans if document.words(s).strip())
    warning = Warning("text-damaged", "The text holds NUL or replacement characters where letters were lost", visible)
    return replace(document, warnings=(*document.warnings, warning))
