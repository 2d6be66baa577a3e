"""Where documents come from: files by their name and first bytes, streams, text, HTML, JSON and JSONL.

Every input that cannot be read becomes one Failure that names it; the rest goes on.
"""

from __future__ import annotations

import codecs
import os
import stat
from collections.abc import Iterator
from dataclasses import replace
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import ReadError
from dragoman.read.document import NOTHING, Given, read_text
from dragoman.read.records import json_documents, jsonl_documents
from dragoman.records import Document, Failure, Warning

MAX_BYTES = 200_000_000  # of a file that is no JSONL; those are streamed and have no limit
MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"SQLite format 3": "a SQLite database",
    b"\x7fELF": "a program",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"PAR1": "a Parquet file",
    b"RIFF": "a media file",
    b"ID3": "an MP3 file",
}
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
ENCODINGS = ("cp1252", "cp1254", "cp1250", "cp1251", "cp1253", "cp1256", "koi8_r", "gb18030", "shift_jis", "euc_kr", "big5", "utf_16")
JSONL_NAMES = (".jsonl", ".ndjson")
HTML_NAMES = (".html", ".htm", ".xhtml")
SNIFF = 4096


def read_path(path: str, given: Given = NOTHING) -> Iterator[Document | Failure]:
    r"""The documents of a file: one, or one for each line of JSONL. Its ref is the path; bytes that are no text show as \xff."""
    file, path = path, os.fsencode(path).decode("utf-8", "backslashreplace")
    try:
        refuse_irregular(file, path)
        with Path(file).open("rb") as stream:
            yield from read_stream(stream, path, given)
    except ReadError as fault:
        yield Failure(fault.ref, fault.message, fault.advice)
    except FileNotFoundError:
        yield Failure(path, "There is no such file.", "Check the path; a text itself goes to standard input: echo TEXT | dragoman read -")
    except PermissionError:
        yield Failure(path, "The file may not be read: permission denied.", "Change its permissions, or read a copy.")
    except OSError as fault:
        yield Failure(path, f"The file cannot be read: {fault.strerror or fault}.", "Check the disk and the path.")


def refuse_irregular(file: str, path: str) -> None:
    """Refuse directories, devices and pipes: they are no documents, and some never end."""
    mode = os.stat(file).st_mode
    if stat.S_ISDIR(mode):
        raise ReadError(path, "This is a directory.", "Name its files: dragoman read DIRECTORY/*.txt")
    if not stat.S_ISREG(mode):
        raise ReadError(
            path, "This is no regular file but a device, a socket or a pipe.", "Send its contents to standard input: dragoman read - < FILE"
        )


def read_stream(stream: BinaryIO, ref: str, given: Given = NOTHING) -> Iterator[Document | Failure]:
    """The documents of an open stream; JSONL is read line by line, anything else as a whole."""
    buffered = stream if isinstance(stream, BufferedReader) else BufferedReader(stream)  # type: ignore[type-var]
    head = buffered.peek(SNIFF)[:SNIFF]
    if is_jsonl(ref, head):
        yield from jsonl_documents(buffered, ref, given)
        return
    data = buffered.read(MAX_BYTES + 1)
    yield from read_bytes(data, ref, given)


def is_jsonl(ref: str, head: bytes) -> bool:
    """Whether a stream is JSONL by its name, or, without one, by a first line that opens an object and holds a text."""
    name = ref.casefold()
    if name.endswith(JSONL_NAMES):
        return True
    if name.endswith((".json", *HTML_NAMES)):
        return False
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()
    return start.startswith(b"{") and b'"text"' in start + b"" and (b"\n{" in start or len(head) >= SNIFF or start.rstrip().endswith(b"}"))


def read_bytes(data: bytes, ref: str, given: Given = NOTHING) -> Iterator[Document | Failure]:
    """The documents of a whole input in memory."""
    try:
        if len(data) > MAX_BYTES:
            raise ReadError(
                ref, f"The input has more than {MAX_BYTES:,} bytes.", "Split it, or give it as JSONL, which is read line by line."
            )
        refuse_binary(data, ref)
        text, warnings = decoded(data, ref)
        for item in documents(text, data, ref, given):
            yield replace(item, warnings=(*warnings, *item.warnings)) if isinstance(item, Document) else item
    except ReadError as fault:
        yield Failure(fault.ref, fault.message, fault.advice)


def documents(text: str, data: bytes, ref: str, given: Given) -> Iterator[Document | Failure]:
    """The documents of a decoded input by its form."""
    name = ref.casefold()
    if name.endswith(".json"):
        yield from json_documents(text, ref, given)
    elif name.endswith(HTML_NAMES) or (not name.endswith(".txt") and looks_like_html(text)):
        from dragoman.read.html import read_html

        yield read_html(text, ref, given)
    else:
        yield read_text(text, ref, title=given.title, publisher=given.publisher, published=given.published, url=given.url, lang=given.lang)


def looks_like_html(text: str) -> bool:
    """Whether a text begins as a page does."""
    start = text[:1000].lstrip("\ufeff \t\r\n").casefold()
    return start.startswith(("<!doctype html", "<html", "<head", "<body", "<article")) or (
        start.startswith(("<?xml", "<!--")) and "<html" in start
    )


def refuse_binary(data: bytes, ref: str) -> None:
    """Refuse what is no text, by its first bytes or by control characters."""
    for magic, what in MAGIC.items():
        if data.startswith(magic):
            raise ReadError(ref, f"This is {what}, not a text.", "Convert it to text, HTML or JSONL first.")
    head = data[:SNIFF]
    controls = sum(b < 9 or 13 < b < 27 or 27 < b < 32 for b in head)
    if not head.startswith(tuple(bom for bom, _ in BOMS)) and controls > 0.02 * len(head) + 3:
        raise ReadError(ref, "This is binary data, not a text.", "Convert it to text, HTML or JSONL first.")


def decoded(data: bytes, ref: str) -> tuple[str, tuple[Warning, ...]]:
    """The text of some bytes: by its byte order mark, else UTF-8, else the encoding that a detector is sure of, with a warning."""
    for bom, encoding in BOMS:
        if data.startswith(bom):
            try:
                return data.decode(encoding), ()
            except UnicodeDecodeError as fault:
                raise ReadError(
                    ref, f"The input is marked as {encoding} but is not, at byte {fault.start:,}.", "Save it as UTF-8."
                ) from fault
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as fault:
        return guessed(data, ref, fault)


def guessed(data: bytes, ref: str, fault: UnicodeDecodeError) -> tuple[str, tuple[Warning, ...]]:
    """The text without the few bytes that spoil its UTF-8, else in the encoding that a detector finds; refused when it finds none."""
    from charset_normalizer import from_bytes

    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    if sum(not c.isascii() for c in text) > 2 * lost:  # what else is not ASCII is good UTF-8: the file is UTF-8, with damage
        return text, ()
    best = from_bytes(data[:200_000], cp_isolation=list(ENCODINGS)).best()
    if best is None or best.encoding in ("utf_8", "ascii"):
        raise ReadError(ref, f"The input is not UTF-8: byte {fault.start:,} is {data[fault.start]:#04x}.", "Save it as UTF-8.") from fault
    try:
        text = data.decode(best.encoding)
    except UnicodeDecodeError:
        raise ReadError(ref, f"The input is not UTF-8: byte {fault.start:,} is {data[fault.start]:#04x}.", "Save it as UTF-8.") from fault
    return text, (Warning("encoding-guessed", f"The input is not UTF-8 (byte {fault.start:,}); read as {best.encoding}"),)
