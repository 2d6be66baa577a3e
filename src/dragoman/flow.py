"""The corridor: the only module that knows the order of the rooms.

An input becomes documents, a document gets its layers and its actors; one bad document harms only itself.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from dragoman.errors import ModelError, PluginError
from dragoman.plugins import load
from dragoman.records import Added, Document, Encoder, Failure, Proposals, Span, Token, Warning

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    from dragoman.store import Archive

READ_LANGUAGES = ("en",)
ENCODER = "int8"  # the encoder that reads where none is named
RULES = "rules"  # the name that leaves the encoder out
PENDING = 4  # documents that wait for each process: enough to keep it busy, few enough to bound the memory
RESOLVED_WARNINGS = ("date-conflict", "office-conflict", "language-not-read")  # made anew whenever a document is

Item = Document | Failure
Chosen = Encoder | str
"""An encoder, the name of one that ``plugins`` can load, or "rules" for none."""
Told = TypeVar("Told")


class Named(Protocol):
    """Anything that bears the ref of an input."""

    @property
    def ref(self) -> str:
        """The name of the input."""
        ...


Given = TypeVar("Given", bound=Named)


def understand(document: Document, encoder: Chosen = ENCODER) -> Document:
    """A document with all of its layers; one in a language that is not read keeps its text and gets a warning."""
    if document.lang not in READ_LANGUAGES:
        return not_read(document)
    return resolved(annotated(document, encoder))


def chosen(encoder: Chosen) -> Encoder | None:
    """The encoder of a name. Raises PluginError for a name nobody answers to."""
    if not isinstance(encoder, str):
        return encoder
    return None if encoder == RULES else cast("Encoder", load("encoder", encoder))


def ready(encoder: Chosen) -> None:
    """Load an encoder ahead of the work. Raises ModelError where its files or its runtime are not what they should be."""
    found = chosen(encoder)
    if found is not None:
        found(Document(id="", ref="", text="So.", tokens=(Token(Span(0, 2), "so", True),), sentences=(Span(0, 3),)))


def annotated(document: Document, encoder: Chosen = ENCODER) -> Document:
    """A document with the layers of its own words, made anew; one in a language that is not read gets its warning."""
    from dragoman.annotate import annotate

    bare = replace(document, actors=(), warnings=tuple(w for w in document.warnings if w.kind not in RESOLVED_WARNINGS))
    return annotate(bare, chosen(encoder)) if document.lang in READ_LANGUAGES else not_read(bare)


def resolved(document: Document) -> Document:
    """An annotated document with its actors, dates and places resolved."""
    from dragoman.resolve import resolve

    return resolve(document) if document.lang in READ_LANGUAGES else document


def not_read(document: Document) -> Document:
    """The document with the warning that its language is not read."""
    told = f"Language {document.lang!r}" if document.lang else "A text whose language cannot be told"
    warning = Warning("language-not-read", f"{told} is not read: {', '.join(READ_LANGUAGES)} is. Name the language if this is wrong")
    return replace(document, warnings=(*document.warnings, warning))


def guarded(item: Item, encoder: Chosen = ENCODER) -> Item:
    """A document understood, or a failure that names it.

    One of two broad excepts here: a fault in a rule must cost its document, not the night's batch; it is told
    with its class and place, and the exit status shows it.
    """
    if isinstance(item, Failure):
        return item
    try:
        return understand(item, encoder)
    except (ModelError, PluginError):
        raise  # no document can be read as it was asked: that is told once, and nothing is read by the rules instead
    except Exception as fault:  # noqa: BLE001 - see the docstring
        return failed(item.ref, fault)


def survived(items: Iterable[Item], ref: str) -> Iterator[Item]:
    """The items of one source; a fault in its reader is a failure of that source, and the next source is read."""
    try:
        yield from items
    except Exception as fault:  # noqa: BLE001 - as in ``guarded``
        yield failed(ref, fault)


def failed(ref: str, fault: Exception) -> Failure:
    """The failure that a fault of ours costs a document: its class and where it happened."""
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename.rpartition('dragoman/')[2]}:{trace.tb_lineno}" if trace else "?"
    return Failure(
        ref,
        f"A fault in Dragoman while reading this document: {type(fault).__name__} at {place}.",
        "Please report it with the text; the others were read.",
    )


def distinct_refs(items: Iterable[Item]) -> Iterator[Item]:
    """The items with refs of their own: a second document of one id becomes ``id#2`` and says so."""
    seen: dict[str, int] = {}
    for item in items:
        if isinstance(item, Failure):
            yield item
            continue
        count = seen[item.ref] = seen.get(item.ref, 0) + 1
        if count == 1:
            yield item
            continue
        while (ref := f"{item.ref}#{count}") in seen:
            count += 1
        seen[item.ref] = count
        seen[ref] = 1
        told = Warning("repeated-id", f"The id {item.ref!r} was used before; this document is {ref!r}")
        yield replace(item, ref=ref, warnings=(*item.warnings, told))


def read(items: Iterable[Item], workers: int = 1, encoder: Chosen = ENCODER) -> Iterator[Item]:
    """Understand documents in input order, in this process or in several; the result is the same for any number."""
    return each(partial(guarded, encoder=encoder), distinct_refs(items), workers)


def add(
    archive: Archive, items: Iterable[Item], read_by: str, workers: int = 1, encoder: Chosen = ENCODER
) -> Generator[Added | Failure, None, None]:
    """Read documents and store them, each in a transaction of its own; what is yielded is on the disk.

    What the archive knows is not read again. Raises StoreError where the archive cannot be written; what was yielded stays.
    """
    from dragoman import store

    for item in each(partial(lean, encoder=encoder), (looked_up(archive, item) for item in items), workers):
        told = store.add(archive, item, read_by) if isinstance(item, Document) else item
        if isinstance(told, Failure):
            store.refuse(archive, told)
        yield told


def looked_up(archive: Archive, item: Item) -> Added | Item:
    """What the archive knows of an item already, else the item: a document to read, or why there is none."""
    from dragoman import store

    if isinstance(item, Failure):
        return item
    return store.unfit(item) or store.known(archive, item) or item


def lean(item: Added | Item, encoder: Chosen) -> Added | Item:
    """A document understood, without what no archive keeps: so it travels lightly between processes."""
    if isinstance(item, Added):
        return item
    told = guarded(item, encoder)
    return told if isinstance(told, Failure) else replace(told, tokens=(), quotations=(), titles=(), source_map=(), proposals=Proposals())


def each(work: Callable[[Given | Failure], Told], items: Iterable[Given], workers: int) -> Iterator[Told]:
    """What ``work`` makes of every item, in order; ``work`` is a plain function when there are several processes.

    Documents go to the processes, other items are quickly done and stay here. No more than a few items per process are
    held at once, so that a file may be longer than the memory.
    """
    if workers <= 1:
        yield from map(work, items)
        return
    yield from spread(work, items, workers)


def spread(work: Callable[[Given | Failure], Told], items: Iterable[Given], workers: int) -> Iterator[Told]:
    """``each`` in several processes; an item whose process dies costs that item alone."""
    waiting: deque[tuple[Given, Future[Told]]] = deque()
    pool = processes(workers)
    try:
        for item in items:
            waiting.append((item, begun(work, item, pool)))
            if len(waiting) < PENDING * workers:
                continue
            told, pool = first(work, waiting, pool, workers)
            yield told
        while waiting:
            told, pool = first(work, waiting, pool, workers)
            yield told
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def begun(work: Callable[[Given | Failure], Told], item: Given, pool: ProcessPoolExecutor) -> Future[Told]:
    """The work on an item: handed to a process if there is a text to read, else done."""
    from concurrent.futures import Future

    if isinstance(item, Document):
        return pool.submit(work, item)
    done: Future[Told] = Future()
    done.set_result(work(item))
    return done


def first(
    work: Callable[[Given | Failure], Told], waiting: deque[tuple[Given, Future[Told]]], pool: ProcessPoolExecutor, workers: int
) -> tuple[Told, ProcessPoolExecutor]:
    """What became of the first item that waits, and the pool to go on with: a new one where a process had died."""
    from concurrent.futures.process import BrokenProcessPool

    item, future = waiting.popleft()
    try:
        return future.result(), pool
    except BrokenProcessPool:
        pool.shutdown(cancel_futures=True)
    told = alone(work, item)
    pool = processes(workers)
    again = [other for other, _ in waiting]
    waiting.clear()
    waiting.extend((other, begun(work, other, pool)) for other in again)
    return told, pool


def alone(work: Callable[[Given | Failure], Told], item: Given) -> Told:
    """The item in a process of its own; where that dies too, the item is what kills it."""
    from concurrent.futures.process import BrokenProcessPool

    with processes(1) as pool:
        try:
            return pool.submit(work, item).result()
        except BrokenProcessPool:
            return work(
                Failure(
                    item.ref,
                    "The process that read this was ended by the system.",
                    "It may want more memory than there is: split the text.",
                )
            )


def processes(workers: int) -> ProcessPoolExecutor:
    """Processes that read; "spawn" keeps them free of this one's threads and open files."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=leave_interrupts_to_parent)


def leave_interrupts_to_parent() -> None:
    """Ctrl-C reaches every process of a group; the parent alone answers it and ends the others."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
