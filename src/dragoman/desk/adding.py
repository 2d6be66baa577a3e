"""Behind the counter of ``dragoman add``: sources in, an archive that holds them, and an account of every item."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from types import FrameType
from typing import TYPE_CHECKING

import msgspec

from dragoman import __version__, flow
from dragoman.desk.accounting import Account, enter, mended, summary
from dragoman.desk.reading import BEAT, CLEAR, console, sources
from dragoman.errors import StoreError, UsageError
from dragoman.read import Given, day_of
from dragoman.records import Added, Failure

if TYPE_CHECKING:
    from dragoman.store import Archive


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where the articles go and how the caller wants to be answered."""

    to: str
    workers: int = 1
    encoder: str = flow.ENCODER
    as_json: bool = False
    quiet: bool = False


def add_files(files: Sequence[str], given: Given, wanted: Wanted) -> bool:
    """Read files into an archive; whether everything in them could be read and kept.

    Raises UsageError, before anything is read, for a day that is none; StoreError for an archive that cannot be opened;
    KeyboardInterrupt, after the document in hand was stored, when the user stopped the run.
    """
    from dragoman.store import open_archive

    if given.published is not None and day_of(given.published)[0] is None:
        raise UsageError(f"--published {given.published[:40]!r} is no day of the calendar.", "Give an ISO date such as 2025-11-07.")
    flow.ready(wanted.encoder)
    with open_archive(wanted.to) as archive, stoppable() as stopped:
        account, fault = run(archive, files, given, wanted, stopped)
        if not wanted.quiet and not wanted.as_json:
            summary(account, archive, fault is None)
    if stopped:
        raise KeyboardInterrupt
    if fault is not None:  # not raised: that would be a call that cannot be carried out, and some of it was
        sys.stderr.buffer.write(f"dragoman: {fault}\n".encode("utf-8", "backslashreplace"))
        sys.stderr.flush()
    return fault is None and not account.counts["refused"]


def run(archive: Archive, files: Sequence[str], given: Given, wanted: Wanted, stopped: Sequence[bool]) -> tuple[Account, StoreError | None]:
    """Add what the files hold; the account, and the fault of the archive that ended the run, if one did."""
    from dragoman import store

    failed_before = store.failed_refs(archive)
    number = store.begin_run(archive, now(), __version__, wanted.encoder, files)
    account = Account()
    added = flow.add(archive, sources(files, given), f"dragoman {__version__} {wanted.encoder}", wanted.workers, wanted.encoder)
    try:
        for item in watched(added, account, wanted):
            enter(item, account, failed_before)
            tell(item, wanted)
            if stopped:
                break
        else:
            store.forget_failures(archive, mended(failed_before, account, files))
        store.end_run(archive, number, None if stopped else now(), account.counts)
    except StoreError as fault:
        return account, fault
    finally:
        added.close()
    return account, None


def now() -> str:
    """The time as the archive keeps it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


@contextmanager
def stoppable() -> Iterator[list[bool]]:
    """A list that fills when the user asks to stop: the document in hand is stored first. Who asks twice is obeyed at once."""
    stopped: list[bool] = []

    def stop(number: int, frame: FrameType | None) -> None:
        if stopped:
            signal.default_int_handler(number, frame)
        stopped.append(True)

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield stopped
    finally:
        signal.signal(signal.SIGINT, before)


def tell(item: Added | Failure, wanted: Wanted) -> None:
    """Tell what became of one item, for programs or for people; it is on the disk."""
    if isinstance(item, Failure):
        tell_refusal(item, wanted)
    elif wanted.as_json:
        line = {"ref": item.ref, "status": item.status, "document": item.document, "duplicate_of": item.duplicate_of}
        sys.stdout.buffer.write(msgspec.json.encode(line) + b"\n")
        sys.stdout.buffer.flush()


def tell_refusal(failure: Failure, wanted: Wanted) -> None:
    """Tell what could not be read or kept."""
    if wanted.as_json:
        ref = failure.ref.encode("utf-8", "replace").decode()
        line = {"ref": ref, "status": "refused", "document": None, "duplicate_of": None, "error": failure.error, "advice": failure.advice}
        sys.stdout.buffer.write(msgspec.json.encode(line) + b"\n")
        sys.stdout.buffer.flush()
        return
    from dragoman.tell.view import show_failure

    show_failure(failure, console(to_stderr=True))


def watched(items: Iterator[Added | Failure], account: Account, wanted: Wanted) -> Iterator[Added | Failure]:
    """The items, with a count and the speed on standard error where somebody watches."""
    if wanted.quiet or sys.stderr is None or not sys.stderr.isatty() or (wanted.as_json and sys.stdout.isatty()):
        yield from items
        return
    began = last = time.monotonic()
    for number, item in enumerate(items, 1):
        sys.stderr.buffer.write(CLEAR)
        sys.stderr.buffer.flush()
        yield item
        if time.monotonic() - last >= BEAT:
            last = time.monotonic()
            new, refused = account.counts["added"], account.counts["refused"]
            told = f"{number:,} articles, {new:,} new, {refused:,} refused, {number / (last - began):.1f} a second "
            sys.stderr.buffer.write(CLEAR + told.encode())
            sys.stderr.buffer.flush()
    sys.stderr.buffer.write(CLEAR)
    sys.stderr.buffer.flush()
