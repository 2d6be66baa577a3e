"""Where documents come from: folders, files by their name and first bytes, streams, bytes.

Every input that cannot be read becomes one Failure that names it; the rest goes on.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import replace
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import ReadError
from dragoman.read.document import NOTHING, Given, read_text
from dragoman.read.encoding import decoded
from dragoman.read.folder import failure, files, refuse_irregular, told
from dragoman.read.kinds import GZIP, kind_of, refuse_binary, refuse_misnamed, unpacked_name
from dragoman.records import Document, Failure

MAX_BYTES = 200_000_000  # of an input that is held in memory; lines and tables are streamed and have no limit
BUFFER = 1 << 16  # bytes: enough of a table to tell its encoding by


def read_path(path: str, given: Given = NOTHING) -> Iterator[Document | Failure]:
    r"""The documents of a file or of all files below a folder. A ref is the path; bytes that are no text show as \xff."""
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as fault:
        yield failure(path, fault if isinstance(fault, OSError) else OSError(str(fault)))
        return
    if not stat.S_ISDIR(mode):
        yield from read_file(path, given)
        return
    for file in files(path):
        if isinstance(file, Failure):
            yield file
        else:
            yield from read_file(file, given)


def read_file(path: str, given: Given) -> Iterator[Document | Failure]:
    """The documents of one file."""
    ref = told(path)
    try:
        refuse_irregular(os.stat(path).st_mode, ref)
        with Path(path).open("rb", buffering=BUFFER) as stream:
            yield from read_stream(stream, ref, given)
    except ReadError as fault:
        yield Failure(fault.ref, fault.message, fault.advice)
    except OSError as fault:
        yield failure(path, fault)


def read_stream(stream: BinaryIO, ref: str, given: Given = NOTHING) -> Iterator[Document | Failure]:
    """The documents of an open stream; lines and tables are read as they come, anything else as a whole."""
    buffered: BufferedReader = stream if isinstance(stream, BufferedReader) else BufferedReader(stream, BUFFER)  # type: ignore[arg-type]
    try:
        yield from by_kind(buffered, ref, given)
    except ReadError as fault:
        yield Failure(fault.ref, fault.message, fault.advice)


def read_bytes(data: bytes, ref: str, given: Given = NOTHING) -> Iterator[Document | Failure]:
    """The documents of an input in memory."""
    return read_stream(BytesIO(data), ref, given)


def by_kind(stream: BufferedReader, ref: str, given: Given) -> Iterator[Document | Failure]:
    """The documents of a stream by what it is."""
    head = stream.peek()
    name = unpacked_name(ref)
    if head.startswith(GZIP):
        from dragoman.read.packed import unpacked

        stream = unpacked(stream, ref)
        head = stream.peek()
    kind = kind_of(name, head)
    if kind == "parquet":
        from dragoman.read.parquet import parquet_documents

        yield from parquet_documents(stream, ref, given, MAX_BYTES)
    elif kind == "jsonl":
        from dragoman.read.records import jsonl_documents

        refuse_misnamed(kind, head, ref)
        yield from jsonl_documents(stream, ref, given)
    elif kind == "table":
        from dragoman.read.table import table_documents

        refuse_misnamed(kind, head, ref)
        yield from table_documents(stream, ref, name, given)
    else:
        yield from whole(stream, kind, ref, given)


def whole(stream: BinaryIO, kind: str, ref: str, given: Given) -> Iterator[Document | Failure]:
    """The documents of an input that is read as a whole."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise ReadError(ref, f"The input has more than {MAX_BYTES:,} bytes.", "Split it, or give it as JSONL, which is read line by line.")
    if kind == "feed":
        from dragoman.read.feed import feed_documents

        yield from feed_documents(data, ref, given)
        return
    refuse_binary(data, ref)
    text, warnings = decoded(data, ref)
    for item in documents(text, kind, ref, given):
        yield replace(item, warnings=(*warnings, *item.warnings)) if isinstance(item, Document) and warnings else item


def documents(text: str, kind: str, ref: str, given: Given) -> Iterator[Document | Failure]:
    """The documents of letters by their kind."""
    if kind == "json":
        from dragoman.read.records import json_documents

        yield from json_documents(text, ref, given)
    elif kind == "page":
        from dragoman.read.html import read_html

        yield read_html(text, ref, given)
    else:
        yield read_text(text, ref, title=given.title, publisher=given.publisher, published=given.published, url=given.url, lang=given.lang)
