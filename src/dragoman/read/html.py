"""The article of a web page, with its metadata, and the road back to the page's source."""

from __future__ import annotations

import html
import re
from dataclasses import replace

from dragoman.errors import ReadError
from dragoman.read.document import NOTHING, Given, read_text
from dragoman.records import Document

MAX_HTML = 20_000_000  # characters of a page
SHORTEST = 30  # letters; below it a page has a menu, not an article
MAX_DEPTH = 500  # nested elements; the parser's own recursion ends not far above
CLOSED_BY_ITSELF = frozenset(
    ("p", "br", "img", "meta", "link", "input", "hr", "li", "td", "tr", "th", "option", "source", "area", "base", "col", "embed", "wbr")
)
MOST = 0.8  # of the words of a piece; where the extraction leaves out more it has taken the piece for a whole page
SILENT = re.compile(r"<(script|style|template|head)\b(?:[^<]|<(?!/\1))*(?:</\1[^>]*>|$)|<!--(?:[^-]|-(?!->))*(?:-->|$)", re.IGNORECASE)
BLOCK = re.compile(r"</?(?:p|div|br|li|ul|ol|h[1-6]|tr|table|blockquote|section|article|figure|figcaption|pre|hr)\b[^<>]*>", re.IGNORECASE)
TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>")
WORD = re.compile(r"\S+")


def read_html(source: str, ref: str, given: Given = NOTHING) -> Document:
    """The document of a page's article. Raises ReadError when no article is found in it. Nothing is fetched."""
    if len(source) > MAX_HTML:
        raise ReadError(ref, f"The page has {len(source):,} characters; {MAX_HTML:,} are read at most.", "Cut the page to its article.")
    if depth(source) > MAX_DEPTH:
        raise ReadError(ref, f"The page nests more than {MAX_DEPTH} elements.", "Give the article's text instead.")
    text, meta = extracted(source.replace("\x00", ""))
    if not text or sum(c.isalpha() for c in text) < SHORTEST:
        raise ReadError(ref, "No article was found in this page.", "Give a page that holds one article, or its text.")
    document = read_text(
        text,
        ref,
        title=given.title or meta.get("title"),
        publisher=given.publisher or meta.get("sitename"),
        published=given.published or meta.get("date"),
        url=given.url or meta.get("url"),
        lang=given.lang or meta.get("language"),
    )
    return replace(document, source_map=aligned(text, source))


def fragment(source: str) -> str:
    """The words of a piece of a page that is all article, as feeds carry it: by the extraction for pages, else every word."""
    if len(source) > MAX_HTML or depth(source) > MAX_DEPTH:
        return bare(source)
    text, _ = extracted(f"<html><body><article>{source}</article></body></html>".replace("\x00", ""))
    every = bare(source)
    return text.strip() if text and len(text) > MOST * len(every) else every


def bare(source: str) -> str:
    """Every word between the tags, a line for each block; what scripts and styles hold is no word."""
    source = BLOCK.sub("\n", SILENT.sub(" ", source))
    text = html.unescape(TAG.sub("", source))
    return re.sub(r"[^\S\n]*\n\s*", "\n", re.sub(r"[^\S\n]+", " ", text)).strip()


def depth(source: str) -> int:
    """An upper bound of how deep elements nest: opening tags less closing ones, at their worst."""
    deepest = here = 0
    for match in re.finditer(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>", source):
        if match[2].casefold() in CLOSED_BY_ITSELF:
            continue
        here = max(0, here - 1) if match[1] else here + (0 if match[3] else 1)
        deepest = max(deepest, here)
    return deepest


def extracted(source: str) -> tuple[str | None, dict[str, str | None]]:
    """(text, metadata) by trafilatura, which sees the source alone and opens no connection."""
    from trafilatura import bare_extraction

    # trafilatura reports what it cannot parse as None; it raises ValueError for documents that lxml refuses.
    try:
        found = bare_extraction(
            source, include_comments=False, include_tables=False, with_metadata=True, favor_precision=False, deduplicate=False
        )
    except (ValueError, RecursionError, AssertionError):
        return None, {}
    if found is None:
        return None, {}
    return getattr(found, "text", None), {key: getattr(found, key, None) for key in ("title", "sitename", "date", "url", "language")}


def aligned(text: str, source: str) -> tuple[tuple[int, int, int], ...]:
    """Runs (offset in text, offset in source, length) of equal characters, found word by word in one pass."""
    runs: list[tuple[int, int, int]] = []
    at = source.casefold().find("<body")
    at = max(at, 0)
    for match in WORD.finditer(text):
        word = match.group()
        place = source.find(word, at, at + 20_000)
        if place < 0:
            place = source.find(html.escape(word, quote=False), at, at + 20_000)
            if place < 0 or html.escape(word, quote=False) != word:
                continue
        last = runs[-1] if runs else None
        if (
            last
            and last[0] + last[2] + 1 == match.start()
            and last[1] + last[2] + 1 == place
            and source[place - 1] == text[match.start() - 1]
        ):
            runs[-1] = (last[0], last[1], last[2] + 1 + len(word))
        else:
            runs.append((match.start(), place, len(word)))
        at = place + len(word)
    return tuple(runs)
