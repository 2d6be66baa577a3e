"""What an input is, by its name and its first bytes; and what is no article at all."""

from __future__ import annotations

import codecs
import re

from dragoman.errors import ReadError
from dragoman.read.encoding import BOMS
from dragoman.read.fields import is_head

GZIP = b"\x1f\x8b"
PARQUET = b"PAR1"
MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    GZIP: "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"SQLite format 3": "a SQLite database",
    b"\x7fELF": "a program",
    b"\xd0\xcf\x11\xe0": "an old office document",
    PARQUET: "a Parquet file",
    b"RIFF": "a media file",
    b"ID3": "an MP3 file",
}
NAMES = {
    "text": (".txt", ".text"),
    "page": (".html", ".htm", ".xhtml"),
    "json": (".json",),
    "jsonl": (".jsonl", ".ndjson"),
    "table": (".csv", ".tsv", ".tab"),
    "parquet": (".parquet", ".pq"),
    "feed": (".rss", ".atom", ".rdf", ".xml"),
}
SNIFF = 4096
BLANK = b"\xef\xbb\xbf \t\r\n"
LINES_OF_JSON = re.compile(rb"[^\S\n]*\{[^\n]*\}[^\S\n]*\r?\n\s*\{")
PROLOG = re.compile(r"(?:\s|<\?[^>]*>|<!--.*?-->|<!DOCTYPE(?:[^>\[]|\[[^\]]*\])*>)*", re.DOTALL | re.IGNORECASE)
ROOT = re.compile(r"<([A-Za-z_][\w:.-]*)")
FEED_ROOTS = frozenset(("rss", "feed", "rdf", "channel"))
PAGE_ROOTS = frozenset(("html", "head", "body", "article"))


def unpacked_name(name: str) -> str:
    """The name of what a packed file holds: "news.csv" of "news.csv.gz"."""
    return name[: -len(".gz")] if name.casefold().endswith(".gz") else name


def named_kind(name: str) -> str | None:
    """The kind that a name tells."""
    name = name.casefold()
    return next((kind for kind, endings in NAMES.items() if name.endswith(endings)), None)


def kind_of(name: str, head: bytes) -> str:
    """The kind of an input: text, page, json, jsonl, table, parquet or feed; its name wins where it tells one."""
    kind = named_kind(name)
    if kind == "text":
        return "jsonl" if is_jsonl(head) else "text"
    if kind == "json":
        return "jsonl" if LINES_OF_JSON.match(head.removeprefix(codecs.BOM_UTF8)) else "json"
    if kind in ("page", "feed"):
        return kind_of_markup(head) or kind
    return kind or sniffed(head)


def sniffed(head: bytes) -> str:
    """The kind of an input by its first bytes alone."""
    if head.startswith(PARQUET):
        return "parquet"
    if is_jsonl(head):
        return "jsonl"
    return kind_of_markup(head) or ("table" if is_table(head) else "text")


def is_jsonl(head: bytes) -> bool:
    """Whether the first line opens an object and holds a text."""
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()
    return start.startswith(b"{") and b'"text"' in start and (b"\n{" in start or len(head) >= SNIFF or start.rstrip().endswith(b"}"))


def is_table(head: bytes) -> bool:
    """Whether the first line names columns, a text and one more of those that are known among them."""
    first = head.removeprefix(codecs.BOM_UTF8).partition(b"\n")[0]
    return len(first) <= 1000 and any(is_head(first.decode("utf-8", "replace"), by) for by in ",\t;|")


def kind_of_markup(head: bytes) -> str | None:
    """Whether something begins as a page or a feed does; other XML is sent to the feeds, which name what it is."""
    start = letters(head)
    root = root_of(start)
    if root is None:
        return None
    if root.casefold().rpartition(":")[2] in FEED_ROOTS:
        return "feed"
    if root.casefold() in PAGE_ROOTS or start.casefold().startswith("<!doctype html"):
        return "page"
    if "<html" in start.casefold() and start.startswith(("<?xml", "<!--")):
        return "page"
    return "feed" if start.startswith("<?xml") else None


def letters(head: bytes, length: int = SNIFF) -> str:
    """The first characters of an input that may be markup, in whatever encoding its ASCII letters can be seen."""
    encoding = next((encoding for bom, encoding in BOMS if head.startswith(bom)), None)
    if encoding is None and b"\x00" in head[:4]:  # "<" with NULs before or behind it: UTF-16 or UTF-32 without a mark
        return head[:length].replace(b"\x00", b"").decode("latin-1").lstrip()
    return head[:length].decode(encoding or "utf-8", "replace").lstrip("\ufeff \t\r\n")


def root_of(start: str) -> str | None:
    """The name of the first element, behind declarations and comments."""
    if not start.startswith("<"):
        return None
    prolog = PROLOG.match(start)
    root = ROOT.match(start, prolog.end() if prolog else 0)
    return root[1] if root else None


def refuse_binary(head: bytes, ref: str) -> None:
    """Refuse what is no text, by its first bytes or by control characters."""
    head = head[:SNIFF]
    for magic, what in MAGIC.items():
        if head.startswith(magic):
            raise ReadError(ref, f"This is {what}, not a text.", "Convert it to text, HTML or JSONL first.")
    controls = sum(b < 9 or 13 < b < 27 or 27 < b < 32 for b in head)
    if not head.startswith(tuple(bom for bom, _ in BOMS)) and controls > 0.02 * len(head) + 3:
        raise ReadError(ref, "This is binary data, not a text.", "Convert it to text, HTML or JSONL first.")


def refuse_misnamed(kind: str, head: bytes, ref: str) -> None:
    """Refuse lines and tables that are something else altogether: told once, not for every line."""
    refuse_binary(head, ref)
    what = {"jsonl": "JSONL", "table": "a table"}[kind]
    start = head.lstrip(BLANK)
    if start.startswith(b"<") and kind_of_markup(head) is not None:
        raise ReadError(ref, f"The file is named as {what} but holds a web page or XML.", "Rename it to .html or .xml.")
    if kind == "table" and start.startswith((b'{"', b"[{", b"[\n", b"{\n")):
        raise ReadError(ref, f"The file is named as {what} but holds JSON.", "Rename it to .jsonl, or to .json where it is one list.")
