"""Sentences: where a stop ends one, and where it only abbreviates.

Each rule looks at a candidate cut and answers "split", "join" or nothing; the first answer wins.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace

from dragoman.knowledge.language import abbreviations
from dragoman.records import Document, Quotation, Span

STOP = re.compile(r"[.!?\u2026]+[\"'\u2019\u201d\u00bb\u201c)\]]*(?=\s|$)|[.!?]+[\"\u201d\u00bb](?=\w)|\.(?=[A-Z][a-z]+\s)")
WORD_BEFORE = re.compile(r"([^\W_][\w.'\u2019-]*)$")
SPLIT, JOIN = True, False
LONGEST = 1_500  # characters; of 44,000 sentences of news one was longer, a list of countries


@dataclass(frozen=True, slots=True)
class Cut:
    """A place where a sentence may end: the word before, the stop, and what follows the blank."""

    before: str
    stop: str
    after: str
    inside: bool


def hard_stop(cut: Cut) -> bool | None:
    """! and ? end a sentence unless a lower-case word goes on ("Why?" he asked)."""
    if cut.stop[0] in "!?":
        return cut.after[:1].isupper() or not cut.after[:1].isalpha()
    return None


def ellipsis(cut: Cut) -> bool | None:
    """Three dots end a sentence only before a capital."""
    if cut.stop.startswith(("...", "\u2026")):
        return SPLIT if cut.after[:1].isupper() or not cut.after else JOIN
    return None


def initial(cut: Cut) -> bool | None:
    """ "J. Smith", "U.S. officials": a letter's dot does not end a sentence before a name."""
    if re.fullmatch(r"[A-Z]", cut.before) and cut.after[:1].isupper():
        return JOIN
    return None


def abbreviation(cut: Cut) -> bool | None:
    """ "Gen. Smith", "Jan. 18", "No. 4", "U.S. officials"."""
    word = cut.before.casefold()
    if word in abbreviations().titles or (word in abbreviations().months and cut.after[:1].isdigit()):
        return JOIN
    if word in abbreviations().either or re.fullmatch(r"(?:[a-z]\.)+[a-z]", word):
        starter = re.match(r"\w+", cut.after)
        begins = starter is not None and starter.group().casefold() in abbreviations().starters and starter.group()[0].isupper()
        return SPLIT if begins else JOIN
    return None


def small_letter(cut: Cut) -> bool | None:
    """A small letter after a stop goes on with the sentence."""
    if cut.after[:1].islower():
        return JOIN
    return None


RULES: tuple[Callable[[Cut], bool | None], ...] = (ellipsis, small_letter, hard_stop, initial, abbreviation)


def sentences(document: Document) -> Document:
    """Fill ``sentences``: every paragraph cut at its stops; header lines stay apart."""
    found: list[Span] = []
    for paragraph in document.paragraphs:
        for piece in parts(paragraph, document.header):
            found += split(document.text, piece, document.quotations)
    return replace(document, sentences=tuple(found))


def parts(paragraph: Span, header: tuple[Span, ...]) -> list[Span]:
    """A paragraph cut at the metadata inside it."""
    first = max(0, bisect_right(header, paragraph.start, key=lambda h: h.start) - 1)
    near = itertools.takewhile(lambda h: h.start < paragraph.end, (header[i] for i in range(first, len(header))))
    edges = sorted({paragraph.start, paragraph.end, *(e for h in near if h.touches(paragraph) for e in h)})
    inside = [e for e in edges if paragraph.start <= e <= paragraph.end]
    return [Span(a, b) for a, b in itertools.pairwise(inside) if a < b]


def split(text: str, piece: Span, quotations: tuple[Quotation, ...]) -> list[Span]:
    """The sentences of one stretch without line breaks; what never stops is cut at a blank."""
    return [part for span in stopped(text, piece, quotations) for part in short(text, span)]


def short(text: str, span: Span) -> list[Span]:
    """A sentence as it is, or in parts where it is longer than any that people write."""
    found: list[Span] = []
    while span.end - span.start > LONGEST:
        blank = text.rfind(" ", span.start + LONGEST // 2, span.start + LONGEST)
        cut = blank if blank >= 0 else span.start + LONGEST
        found += [part for part in (trimmed(text, span.start, cut),) if part]
        rest = trimmed(text, cut, span.end)
        if rest is None:
            return found
        span = rest
    return [*found, span]


def stopped(text: str, piece: Span, quotations: tuple[Quotation, ...]) -> list[Span]:
    """The sentences of one stretch as its stops end them."""
    found, start = [], piece.start
    for match in STOP.finditer(text, piece.start, piece.end):
        if is_end(text, piece, match.start(), match.end(), quotations):
            found.append(trimmed(text, start, match.end()))
            start = match.end()
    found.append(trimmed(text, start, piece.end))
    return [span for span in found if span is not None]


def is_end(text: str, piece: Span, start: int, end: int, quotations: tuple[Quotation, ...]) -> bool:
    """Whether the stop at these offsets ends a sentence."""
    rest = text[end : min(piece.end, end + 60)].lstrip()
    if not rest:
        return True
    before = WORD_BEFORE.search(text, max(piece.start, start - 40), start)
    cut = Cut(
        before.group(1) if before else "",
        text[start:end],
        rest.lstrip("\"'\u2018\u201c\u00ab\u201e(\u201d"),
        inside_quote(start, quotations),
    )
    return next((answer for rule in RULES if (answer := rule(cut)) is not None), SPLIT)


def inside_quote(at: int, quotations: tuple[Quotation, ...]) -> bool:
    """Whether an offset lies inside an outermost quotation."""
    index = bisect_right(quotations, at, key=lambda q: q.span.start) - 1
    return index >= 0 and quotations[index].span.start <= at < quotations[index].span.end


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without blanks at its ends; ``None`` when nothing is left."""
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    right = len(words.rstrip())
    return Span(start + left, start + right) if left < right else None
