"""A reading on a terminal: where the text came from, who speaks, what was said, how warmly, what was done.

The places in the margin are line:column of the text. Nothing is cut: long words wrap, and what is left out is said.
"""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from dragoman.records import Document, Failure
from dragoman.tell import phrases
from dragoman.tell.lines import line_starts
from dragoman.tell.screen import CAUTION, DIM, HOSTILE, Glyphs, dotted, glyphs_for, heading, laid_out, put, stacked, told
from dragoman.tell.sections import SECTIONS, Sheet

OPENING = 600  # characters of a text in an unread language: enough to see what it is, about a third of a screen


def show(document: Document, console: Console) -> None:
    """Show one reading on a console, at its width."""
    glyphs = glyphs_for(console)
    sheet = Sheet(document, phrases.names_of(document), line_starts(document.text), {m.span: m for m in document.mentions}, glyphs)
    put(head(document, glyphs), console)
    unread = any(warning.kind == "language-not-read" for warning in document.warnings)
    if unread:
        put(stacked(Text(), opening(document)), console)
    found = [(title, section(sheet)) for title, section in SECTIONS]
    margin = max((len(item.place) for _, items in found for item in items), default=0)
    for title, items in found:
        if items:
            put(Text(), console)
            put(heading(title, str(len(items)), glyphs, console.width), console)
        for item in items:
            put(laid_out(item, console, margin), console)
    empty = [title.lower() for title, items in found if not items]
    put(Text(), console)
    if empty and not unread:
        put(told((f"Nothing found for: {', '.join(empty)}.", DIM)), console)
    put(told(("Places are line:column of the text.", DIM)), console)


def show_failure(failure: Failure, console: Console) -> None:
    """Show on a console why an input could not be read and what would mend it."""
    put(stacked(told((f"Not read: {failure.ref}", f"bold {HOSTILE}")), told(failure.error), told((failure.advice, CAUTION))), console)


def head(document: Document, glyphs: Glyphs) -> Text:
    """Where the text came from: title, publisher, day, place, language, then its name and address."""
    came = dotted(
        glyphs,
        document.publisher or "publisher not told",
        document.published or "day not told",
        document.place or "",
        phrases.language(document.lang),
    )
    where = dotted(glyphs, (document.ref, DIM), (document.url if document.url and document.url != document.ref else "", DIM))
    return stacked(told((document.title or document.ref, "bold underline")), came, where if document.title or document.url else Text())


def opening(document: Document) -> Text:
    """The beginning of a text that is not read, with the length of the rest."""
    rest = len(document.text) - OPENING
    return told(document.text[:OPENING], (f" … {phrases.counted(rest, 'more character')}" if rest > 0 else "", DIM))
