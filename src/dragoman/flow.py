"""The corridor: the only module that knows the order of the rooms.

An input becomes documents, a document gets its layers and its actors; one bad document harms only itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from dragoman.records import Document, Encoder, Failure, Warning

READ_LANGUAGES = ("en",)


def understand(document: Document, encoder: Encoder | None = None) -> Document:
    """A document with all of its layers; one in a language that is not read keeps its text and gets a warning."""
    from dragoman.annotate import annotate
    from dragoman.resolve import resolve

    if document.lang not in READ_LANGUAGES:
        return not_read(document)
    return resolve(annotate(document, encoder))


def not_read(document: Document) -> Document:
    """The document with the warning that its language is not read."""
    told = f"Language {document.lang!r}" if document.lang else "A text whose language cannot be told"
    warning = Warning("language-not-read", f"{told} is not read: {', '.join(READ_LANGUAGES)} is")
    return replace(document, warnings=(*document.warnings, warning))


def guarded(item: Document | Failure, encoder: Encoder | None = None) -> Document | Failure:
    """A document understood, or a failure that names it.

    The one broad except of the house: a fault in a rule must cost its document, not the night's batch; it is told
    with its class and place, and the exit status shows it.
    """
    if isinstance(item, Failure):
        return item
    try:
        return understand(item, encoder)
    except Exception as fault:  # noqa: BLE001 - see the docstring
        trace = fault.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        place = f"{trace.tb_frame.f_code.co_filename.rpartition('dragoman/')[2]}:{trace.tb_lineno}" if trace else "?"
        return Failure(
            item.ref,
            f"A fault in Dragoman while reading this document: {type(fault).__name__} at {place}.",
            "Please report it with the text; the others were read.",
        )


def distinct_refs(items: Iterable[Document | Failure]) -> Iterator[Document | Failure]:
    """The items with refs of their own: a second document of one id becomes ``id#2`` and says so."""
    seen: dict[str, int] = {}
    for item in items:
        if isinstance(item, Failure):
            yield item
            continue
        seen[item.ref] = seen.get(item.ref, 0) + 1
        count = seen[item.ref]
        if count == 1:
            yield item
            continue
        ref = f"{item.ref}#{count}"
        seen[ref] = 1
        yield replace(
            item,
            ref=ref,
            warnings=(*item.warnings, Warning("repeated-id", f"The id {item.ref!r} was used before; this document is {ref!r}")),
        )


def read(items: Iterable[Document | Failure], workers: int = 1, encoder: Encoder | None = None) -> Iterator[Document | Failure]:
    """Understand documents in input order, in this process or in several; the result is the same for any number."""
    items = distinct_refs(items)
    if workers <= 1:
        yield from (guarded(item, encoder) for item in items)
        return
    from multiprocessing import get_context

    # "spawn" keeps the children free of the parent's threads and open files.
    with get_context("spawn").Pool(workers) as pool:
        yield from pool.imap(partial(guarded, encoder=encoder), items, chunksize=4)
