"""Articles as JSON: one object a line, or one file with an object or a list of them.

Known keys are id, text, title, date, publisher or source, url and lang; others are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from dragoman.errors import ReadError
from dragoman.read.document import MAX_CHARACTERS, Given, read_text
from dragoman.records import Document, Failure

MAX_LINE = 16 * MAX_CHARACTERS  # bytes of one line: a longer one cannot hold a text that would be read
ADVICE = 'Give one object a line, such as {"id": "a1", "text": "...", "date": "2025-11-07"}.'
BLANK = b"\xef\xbb\xbf \t\r\n"
SURROGATE = re.compile(rb"\\u[dD][89abAB]..(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB]..)\\u[dD][c-fC-F]")


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


def jsonl_documents(stream: BinaryIO, ref: str, given: Given) -> Iterator[Document | Failure]:
    """The documents of a JSONL stream; a broken line is one failure, and the next line is read."""
    number = articles = 0
    while True:
        line = stream.readline(MAX_LINE + 1)
        if not line:
            if articles == 0:
                yield Failure(ref, "The input is empty: no lines in it.", ADVICE)
            return
        number += 1
        articles += bool(line.strip(BLANK))
        if number == 1 and line.startswith((b"\xff\xfe", b"\xfe\xff")):
            yield Failure(ref, "The lines are not UTF-8 but UTF-16.", "Save the file as UTF-8.")
            return
        if len(line) > MAX_LINE:
            skip_line(stream)
            yield Failure(f"{ref}:{number}", f"The line has more than {MAX_LINE:,} bytes.", "Split the text into its articles.")
        elif line.strip(BLANK):
            yield one(line.removeprefix(b"\xef\xbb\xbf"), f"{ref}:{number}", given)


def skip_line(stream: BinaryIO) -> None:
    """Read on to the end of an over-long line without keeping it."""
    while True:
        rest = stream.readline(1 << 20)
        if not rest or rest.endswith(b"\n"):
            return


def json_documents(text: str, ref: str, given: Given) -> Iterator[Document | Failure]:
    """The documents of a JSON file: one object, or a list of them."""
    data = text.lstrip("\ufeff \t\r\n").encode("utf-8", "surrogatepass")
    if not data.startswith(b"["):
        yield one(data, ref, given)
        return
    try:
        items = LIST_DECODER.decode(data)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as fault:
        yield Failure(ref, f"The JSON cannot be read: {fault}.", ADVICE)
        return
    if not items:
        yield Failure(ref, "The input is empty: no articles in the list.", ADVICE)
    for number, item in enumerate(items, 1):
        yield one(bytes(item), f"{ref}:{number}", given)


def one(line: bytes, where: str, given: Given) -> Document | Failure:
    """The document of one object, or the failure that names its place."""
    try:
        article = DECODER.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        lone = "surrogate" in str(fault) or ("truncated" in str(fault) and SURROGATE.search(line))
        reason = "a lone surrogate, which no encoding can carry" if lone else str(fault).rstrip(".")
        return Failure(where, f"This is no article in JSON: {reason}.", ADVICE)
    ref = str(article.id) if article.id not in (None, "") else where
    try:
        return read_text(
            article.text, ref, title=article.title or given.title, publisher=article.publisher or article.source or given.publisher,
            published=article.date or given.published, url=article.url or given.url, lang=article.lang or given.lang,
        )  # fmt: skip
    except ReadError as fault:
        return Failure(where, fault.message, fault.advice)
