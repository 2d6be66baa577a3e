"""Articles as JSON: one object a line, or one file with an object or a list of them.

Known keys are id, text, title, date, publisher or source, url and lang, and what others call them; the rest is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from dragoman.read.document import MAX_CHARACTERS, Given
from dragoman.read.fields import FIELD_OF, NAMES, Fields, article, normal
from dragoman.records import Document, Failure

MAX_LINE = 16 * MAX_CHARACTERS  # bytes of one line: a longer one cannot hold a text that would be read
SHOWN = 20  # keys that a message names, and letters of each
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
OBJECT_DECODER = msgspec.json.Decoder(dict[str, object])
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
        found = DECODER.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        fields = otherwise_named(line)
        if fields is not None:
            return article(fields, where, given)
        lone = "surrogate" in str(fault) or ("truncated" in str(fault) and SURROGATE.search(line))
        reason = "a lone surrogate, which no encoding can carry" if lone else keys_of(line) or str(fault).rstrip(".")
        return Failure(where, f"This is no article in JSON: {reason}.", ADVICE)
    ref = None if found.id is None else str(found.id)
    return article(Fields(found.text, ref, found.title, found.date, found.publisher or found.source, found.url, found.lang), where, given)


def otherwise_named(line: bytes) -> Fields | None:
    """The fields of an object that has no ``text`` but a text under another name: content, body ..."""
    found = object_of(line)
    if found is None:
        return None
    named: dict[str, str] = {}
    for key in sorted(found, key=lambda key: NAMES[FIELD_OF[normal(key)]].index(normal(key)) if normal(key) in FIELD_OF else 0):
        value = found[key]
        if isinstance(value, dict):  # "source": {"name": "Steppe Courier"}
            value = value.get("name")
        if normal(key) in FIELD_OF and isinstance(value, str | int) and str(value).strip():
            named.setdefault(FIELD_OF[normal(key)], str(value))
    return Fields(**named) if isinstance(found.get("text", ""), str) and "text" in named else None


def keys_of(line: bytes) -> str | None:
    """What an object without a text has instead, for the message; ``None`` for what is no object or has one."""
    found = object_of(line)
    if found is None or "text" in found:
        return None
    shown = [repr(key[:SHOWN]) for key in found]
    return (
        f"no `text` in it, its keys are {', '.join(shown[:SHOWN])}{', ...' if len(shown) > SHOWN else ''}" if shown else "no `text` in it"
    )


def object_of(line: bytes) -> dict[str, object] | None:
    """A line as an object with any keys; ``None`` where it is none."""
    try:
        return OBJECT_DECODER.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
