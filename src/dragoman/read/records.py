"""Articles as JSON: one object a line, or one file with an object or a list of them.

Known keys are id, text, title, date, publisher or source, url and lang; others are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from dragoman.errors import ReadError
from dragoman.read.document import MAX_CHARACTERS, read_text
from dragoman.records import Document, Failure

MAX_LINE = 16 * MAX_CHARACTERS  # bytes of one line: a longer one cannot hold a text that would be read
ADVICE = 'Give one object a line, such as {"id": "a1", "text": "...", "date": "2025-11-07"}.'
SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


class Article(msgspec.Struct, rename=None):
    """One line of input."""

    text: str
    id: str | int | None = None
    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    source: str | None = None
    url: str | None = None
    lang: str | None = None


DECODER = msgspec.json.Decoder(Article)
LIST_DECODER = msgspec.json.Decoder(list[msgspec.Raw])


def jsonl_documents(stream: BinaryIO, ref: str, lang: str | None) -> Iterator[Document | Failure]:
    """The documents of a JSONL stream; a broken line is one failure, and the next line is read."""
    number = 0
    while True:
        line = stream.readline(MAX_LINE + 1)
        if not line:
            if number == 0:
                yield Failure(ref, "The input is empty: no lines in it.", ADVICE)
            return
        number += 1
        if len(line) > MAX_LINE:
            skip_line(stream)
            yield Failure(f"{ref}:{number}", f"The line has more than {MAX_LINE:,} bytes.", "Split the text into its articles.")
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield one(line.removeprefix(b"\xef\xbb\xbf"), f"{ref}:{number}", lang)


def skip_line(stream: BinaryIO) -> None:
    """Read on to the end of an over-long line without keeping it."""
    while True:
        rest = stream.readline(1 << 20)
        if not rest or rest.endswith(b"\n"):
            return


def json_documents(text: str, ref: str, lang: str | None) -> Iterator[Document | Failure]:
    """The documents of a JSON file: one object, or a list of them."""
    data = text.lstrip("\ufeff \t\r\n").encode("utf-8", "surrogatepass")
    if not data.startswith(b"["):
        yield one(data, ref, lang)
        return
    try:
        items = LIST_DECODER.decode(data)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as fault:
        yield Failure(ref, f"The JSON cannot be read: {fault}.", ADVICE)
        return
    for number, item in enumerate(items, 1):
        yield one(bytes(item), f"{ref}:{number}", lang)


def one(line: bytes, where: str, lang: str | None) -> Document | Failure:
    """The document of one object, or the failure that names its place."""
    try:
        article = DECODER.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        reason = (
            "a lone surrogate, which no encoding can carry"
            if SURROGATE.search(line.decode("utf-8", "replace")) and "surrogate" in str(fault).casefold()
            else str(fault)
        )
        return Failure(where, f"This is no article in JSON: {reason}.", ADVICE)
    ref = str(article.id) if article.id not in (None, "") else where
    try:
        return read_text(
            article.text, ref, title=article.title, publisher=article.publisher or article.source, published=article.date, url=article.url or None, lang=article.lang or lang,
        )  # fmt: skip
    except ReadError as fault:
        return Failure(where, fault.message, fault.advice)
