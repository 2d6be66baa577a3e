"""Behind the counter of the command line: files in; JSON, a view or a page out; progress where somebody watches."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman import flow
from dragoman.errors import UsageError
from dragoman.read import Given, day_of, read_path, read_stream
from dragoman.records import Document, Failure

if TYPE_CHECKING:
    from rich.console import Console

Told = bytes | Document | Failure
STANDARD_INPUT = "-"
BEAT = 0.5  # seconds between two signs of progress: often enough to see life, seldom enough not to flicker
CLEAR = b"\r\x1b[K"
UNBROKEN = 100_000  # columns: no line of an error is as long


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the caller wants to be answered."""

    as_json: bool = False
    page: Path | None = None
    workers: int = 1
    quiet: bool = False
    encoder: str = flow.ENCODER


def read_files(files: Iterable[str], given: Given, wanted: Wanted) -> bool:
    """Read the files and answer as wanted; whether all of them could be read.

    Raises UsageError, before anything is read, for a day that is none and for a page that has no folder to lie in.
    """
    if given.published is not None and day_of(given.published)[0] is None:
        raise UsageError(f"--published {given.published[:40]!r} is no day of the calendar.", "Give an ISO date such as 2025-11-07.")
    if wanted.page is not None and (wanted.page.is_dir() or not wanted.page.absolute().parent.is_dir()):
        raise UsageError(f"--html {str(wanted.page)!r} is a folder, or lies in none.", "Name a file in a folder that is there.")
    flow.ready(wanted.encoder)
    work = partial(answer, encoder=wanted.encoder, encoded=wanted.as_json and wanted.page is None)
    whole = True
    pages = 0
    for item in watched(flow.each(work, flow.distinct_refs(sources(files, given)), wanted.workers), wanted):
        whole = whole and not isinstance(item, Failure)
        pages += isinstance(item, Document)
        tell(item, wanted, pages)
    sys.stdout.flush()
    return whole


def sources(files: Iterable[str], given: Given) -> Iterator[Document | Failure]:
    """The documents of files in their order; "-" is standard input."""
    for file in files:
        if file != STANDARD_INPUT:
            yield from flow.survived(read_path(file, given), file)
        elif sys.stdin is None:
            yield Failure(STANDARD_INPUT, "Standard input is closed.", "Send a text to it: dragoman read - < FILE")
        else:
            yield from flow.survived(read_stream(sys.stdin.buffer, STANDARD_INPUT, given), STANDARD_INPUT)


def answer(item: Document | Failure, encoder: str, encoded: bool) -> Told:
    """An item understood; a document as its line of reading/1 where that is all that is wanted of it."""
    from dragoman.tell.reading import encode

    item = flow.guarded(item, encoder)
    return encode(item) if encoded and isinstance(item, Document) else item


def tell(item: Told, wanted: Wanted, number: int) -> None:
    """Answer with one item; ``number`` counts the documents, for the names of their pages."""
    if isinstance(item, bytes):
        sys.stdout.buffer.write(item)
        sys.stdout.buffer.flush()  # who reads along a pipe gets each reading when it is made
    elif isinstance(item, Failure):
        tell_failure(item, wanted)
    else:
        tell_document(item, wanted, number)


def tell_failure(failure: Failure, wanted: Wanted) -> None:
    """Name what could not be read on standard error, for programs or for people."""
    if wanted.as_json:
        from dragoman.tell.reading import encode_failure

        sys.stderr.buffer.write(encode_failure(failure))
        sys.stderr.buffer.flush()
        return
    from dragoman.tell.view import show_failure

    show_failure(failure, console(to_stderr=True))


def tell_document(document: Document, wanted: Wanted, number: int) -> None:
    """Answer with a document: its page, and its reading for programs or for people."""
    if wanted.page is not None:
        write_page(document, numbered(wanted.page, number))
    if wanted.as_json:
        from dragoman.tell.reading import encode

        sys.stdout.buffer.write(encode(document))
    elif not wanted.quiet:
        from dragoman.tell.view import show

        show(document, console())


def write_page(document: Document, path: Path) -> None:
    """Write the reading as a page. Raises UsageError where the file cannot be written."""
    from dragoman.tell.page import page

    try:
        path.write_bytes(page(document).encode("utf-8", "xmlcharrefreplace"))
    except OSError as fault:
        raise UsageError(f"The page {str(path)!r} cannot be written: {fault.strerror or fault}.", "Name another file.") from fault


def numbered(path: Path, number: int) -> Path:
    """The file of the first document as it was named; "page-2.html" for the second."""
    return path if number == 1 else path.with_name(f"{path.stem}-{number}{path.suffix}")


def console(to_stderr: bool = False) -> Console:
    """Where people read; errors that go to a file or a pipe keep their lines, so that a path in them can be found."""
    from rich.console import Console

    return Console(stderr=to_stderr, highlight=False, width=UNBROKEN if to_stderr and not (sys.stderr and sys.stderr.isatty()) else None)


def watched(items: Iterator[Told], wanted: Wanted) -> Iterator[Told]:
    """The items, with a count on standard error where somebody watches and sees no readings go by."""
    seen_elsewhere = sys.stdout.isatty() and not wanted.quiet
    if wanted.quiet or seen_elsewhere or sys.stderr is None or not sys.stderr.isatty():
        yield from items
        return
    last = -BEAT
    failures = 0
    for number, item in enumerate(items, 1):
        failures += isinstance(item, Failure)
        sys.stderr.buffer.write(CLEAR)
        sys.stderr.buffer.flush()
        yield item
        if time.monotonic() - last >= BEAT:
            last = time.monotonic()
            sys.stderr.buffer.write(CLEAR + f"{number:,} read, {failures:,} of them failed ".encode())
            sys.stderr.buffer.flush()
    sys.stderr.buffer.write(CLEAR)
    sys.stderr.buffer.flush()
