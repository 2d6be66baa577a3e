"""A text as HTML with its marks: nested where they nest, parted where they cross or a line ends.

Inside the marks every stretch between two boundaries is one link: it leads to the finding of the innermost mark, and
its description tells of all the marks it lies in. The words of the page are the words of the text, hidden characters
shown as signs.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from html import escape
from itertools import pairwise

from dragoman.tell.marks import Mark
from dragoman.tell.plain import one_line, visible


def plain(text: str) -> str:
    """Words in one line for a page: hidden characters as signs, markup as letters."""
    return escape(one_line(text))


def apart(text: str) -> str:
    """Words from a text, their direction of writing kept to themselves."""
    return f"<bdi>{plain(text)}</bdi>" if text else ""


def opening_of_page(title: str, style: str) -> str:
    """The head of a page: its policy allows the one style sheet inside, by its hash, and nothing else."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return (
        '<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{plain(title)}</title>\n<style>{style}</style>\n</head>\n"
    )


def marked_text(text: str, marks: Sequence[Mark], starts: Sequence[int]) -> str:
    """The text with its marks, a paragraph a line; ``marks`` come longer first where they begin together."""
    bounds = sorted({0, len(text), *starts, *(m.span.start for m in marks), *(m.span.end for m in marks)})
    beginning: dict[int, list[Mark]] = {}
    for mark in marks:
        beginning.setdefault(mark.span.start, []).append(mark)
    line_begins = set(starts)
    parts: list[str] = []
    active: list[Mark] = []
    number = 0
    for start, end in pairwise(bounds):
        kept = [mark for mark in active if mark.span.end > start]
        new = beginning.get(start, [])
        shared = 0 if start in line_begins else common(active, kept)
        parts.append(closing(active, shared, start))
        if start in line_begins:
            number += 1
            parts.append(("</p>\n" if number > 1 else "") + opening(number, text, start))
        # The one that ends last lies outermost, so that as few as possible must be parted.
        active = kept[:shared] + sorted([*kept[shared:], *new], key=lambda mark: -mark.span.end)
        parts.extend(wrapper(mark, first=mark.span.start == start) for mark in active[shared:])
        words = text[start:end].removesuffix("\n") if end in line_begins else text[start:end]
        parts.append(stretch(words, active, stop=bool(new)))
    return "".join(parts) + closing(active, 0, len(text)) + ("</p>" if number else "")


def closing(active: Sequence[Mark], shared: int, at: int) -> str:
    """The end tags of the marks that do not stay open.

    Where several findings have the very same words, these can only link to one: a raised link leads to each other.
    """
    ended = [mark for mark in active if mark.span.end <= at]
    twins = {mark.finding: mark for mark, inner in pairwise(ended) if mark.span == inner.span and mark.finding != inner.finding}
    also = "".join(
        f'<a class="also" href="#{plain(finding)}" data-label="{plain(finding)}" aria-label="{plain(mark.told)}"></a>'
        for finding, mark in twins.items()
    )
    return "</span>" * (len(active) - shared) + also


def opening(number: int, text: str, start: int) -> str:
    """The beginning of a line's paragraph; empty lines stay unnumbered to the eye."""
    empty = start >= len(text) or text[start] in "\r\n"
    return f'<p class="line{" empty" if empty else ""}" id="L{number}" data-line="{number}" dir="auto">'


def common(active: Sequence[Mark], kept: Sequence[Mark]) -> int:
    """How many of the open marks, from the outermost, stay open."""
    return next((i for i, (one, other) in enumerate(zip(active, kept, strict=False)) if one is not other), min(len(active), len(kept)))


def wrapper(mark: Mark, first: bool) -> str:
    """The opening tag of a mark; its anchor stands on its first part."""
    anchor = f' id="{plain(mark.anchor)}"' if first and mark.anchor else ""
    return f'<span class="k k-{mark.kind}"{anchor}>'


def stretch(words: str, active: Sequence[Mark], stop: bool) -> str:
    """Words that lie in the same marks throughout; the keyboard stops only where a mark begins."""
    # A bare carriage return would be read as a line feed: a character reference keeps it what it is.
    shown = escape(visible(words, keep="\t\r")).replace("\r", "&#13;")
    if not active or not words.strip():
        return shown
    told = "&#10;".join(dict.fromkeys(plain(mark.told) for mark in reversed(active)))
    skip = "" if stop else ' tabindex="-1"'
    return f'<a class="t" href="#{plain(active[-1].finding)}" draggable="false"{skip} aria-description="{told}">{shown}</a>'
