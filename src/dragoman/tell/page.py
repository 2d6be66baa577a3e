"""A reading as one self-contained page: the text with its marks beside the findings, no script, nothing from outside.

The page may be opened from a disk, printed and mailed: its policy forbids every load, its style is inside and hashed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib.resources import files

from dragoman.records import Document
from dragoman.tell import phrases
from dragoman.tell.findings import Desk, dots, findings
from dragoman.tell.lines import line_starts
from dragoman.tell.marks import KINDS, Mark, marks
from dragoman.tell.markup import apart, marked_text, opening_of_page, plain

NAME_LENGTH = 60  # letters of a ref in a file's name; file systems allow 255 bytes, people read less


def page(document: Document) -> str:
    """One HTML page that shows a reading; every word of the text is escaped, hidden characters are shown as signs."""
    names = phrases.names_of(document)
    starts = line_starts(document.text)
    found = marks(document, names)
    desk = Desk(document, names, starts, {m.span: m for m in document.mentions})
    style = files("dragoman.tell").joinpath("page.css").read_text(encoding="utf-8")
    lang = f' lang="{plain(document.lang)}"' if document.lang else ""
    return (
        '<!doctype html>\n<html lang="en">\n'
        + top(document, style)
        + '<body>\n<a class="skip" href="#findings">Skip to the findings</a>\n'
        + head(document)
        + legend(found)
        + '<main>\n<section id="text" class="pane" tabindex="0" aria-label="The text">\n'
        + f"<div{lang}>{marked_text(document.text, found, starts)}</div>\n</section>\n"
        + '<section id="findings" class="pane" tabindex="0" aria-label="The findings">\n'
        + findings(desk)
        + "</section>\n</main>\n</body>\n</html>\n"
    )


def pages(documents: Iterable[Document]) -> Iterator[tuple[str, str]]:
    """A page for each document with a file name of its own: its number and the harmless letters of its ref."""
    for number, document in enumerate(documents, 1):
        letters = re.sub(r"[^A-Za-z0-9]+", "-", document.ref.replace("\\", "/").rstrip("/").rpartition("/")[2])[:NAME_LENGTH].strip("-")
        yield f"{number:04d}-{letters or 'document'}.html", page(document)


def top(document: Document, style: str) -> str:
    """The head of the page."""
    return opening_of_page(f"{document.title or document.ref} - Dragoman", style)


def head(document: Document) -> str:
    """Where the text came from."""
    came = dots(
        apart(document.publisher or "publisher not told"),
        plain(document.published or "day not told"),
        apart(document.place or ""),
        plain(phrases.language(document.lang)),
        f'<span class="dim">{apart(document.ref)}</span>' if document.title else "",
        address(document.url) if document.url else "",
    )
    return f"<header>\n<h1>{apart(document.title or document.ref)}</h1>\n<p>{came}</p>\n</header>\n"


def address(url: str) -> str:
    """A web address as a link; any other kind of address as words, for a link might run it."""
    if url.lower().startswith(("https://", "http://")):
        return f'<a href="{plain(url)}" rel="noreferrer noopener nofollow">{plain(url)}</a>'
    return f'<span class="dim">{plain(url)}</span>'


def legend(found: list[Mark]) -> str:
    """What the marks mean; each kind can be switched off."""
    present = [kind for kind in KINDS if any(mark.kind == kind for mark in found)]
    keys = "".join(
        f'<label><input type="checkbox" id="show-{kind}" checked> <span class="k k-{kind}">{KINDS[kind]}</span></label>\n'
        for kind in present
    )
    return f'<fieldset class="legend"><legend>Marks in the text</legend>\n{keys}</fieldset>\n' if present else ""
