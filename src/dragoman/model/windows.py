"""What the encoder sees: a document's words as word pieces with their shape and quotation depth, in windows of whole sentences.

Windows are a pure function of the text. Two neighbours share a sentence where it is short, so that a cue is read with
words on both sides; ``core`` says for which words a window is asked.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from dragoman.records import Document, Span

PIECES = 224  # of one window, with its two marks; 128 cost statements their far ends, 512 is a third slower
SHARED = 60  # pieces that two neighbours share at most, in whole sentences
SHARED_SENTENCES = 1  # two cost a tenth more time and gave statements nothing
WORD_CHARACTERS = 48  # of a word; the longest word of the corpora that is no web address has 31
WORD_PIECES = 12
CLS, SEP, UNKNOWN = 101, 102, 100
SHAPES = 18  # six ways of writing, times inside a sentence, opening one, opening a paragraph
DEPTHS = 5  # outside, inside, inside twice, an opening mark, a closing mark


class Encoded(Protocol):
    """What a tokenizer gives for a list of words."""

    ids: list[int]
    word_ids: list[int | None]


class Tokenizer(Protocol):
    """The part of ``tokenizers.Tokenizer`` that is used."""

    def encode(self, sequence: list[str], *, is_pretokenized: bool, add_special_tokens: bool) -> Encoded:
        """Word pieces of some words."""
        ...


@dataclass(frozen=True, slots=True)
class Words:
    """A document as the encoder takes it: for every token its pieces, shape and depth, and the first token of every sentence."""

    pieces: tuple[tuple[int, ...], ...]
    shapes: tuple[int, ...]
    depths: tuple[int, ...]
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens ``start`` to ``end`` go in; of these, ``core_start`` to ``core_end`` are asked."""

    start: int
    end: int
    core_start: int
    core_end: int


@dataclass(frozen=True, slots=True)
class Input:
    """A window as numbers: pieces with their shapes and depths, and the place of each word's first piece."""

    pieces: list[int]
    shapes: list[int]
    depths: list[int]
    firsts: list[int]


def words_of(document: Document, tokenizer: Tokenizer) -> Words:
    """The words of a document that has tokens, quotations and sentences."""
    written = [document.words(token.span)[:WORD_CHARACTERS] for token in document.tokens]
    starts = sentence_starts(document)
    return Words(
        tuple(pieces_of(written, tokenizer)), tuple(shapes_of(document, written, starts)), tuple(depths_of(document)), tuple(starts)
    )


def pieces_of(written: list[str], tokenizer: Tokenizer) -> list[tuple[int, ...]]:
    """The word pieces of every word, each distinct word cut once; a word that leaves none is unknown."""
    distinct = {word: number for number, word in enumerate(dict.fromkeys(written))}
    found: list[list[int]] = [[] for _ in distinct]
    encoded = tokenizer.encode(list(distinct), is_pretokenized=True, add_special_tokens=False)
    for piece, number in zip(encoded.ids, encoded.word_ids, strict=True):
        if number is not None and len(found[number]) < WORD_PIECES:
            found[number].append(piece)
    own = [tuple(pieces) or (UNKNOWN,) for pieces in found]
    return [own[distinct[word]] for word in written]


def sentence_starts(document: Document) -> list[int]:
    """The number of the first token of every sentence that has one."""
    firsts = [token.span.start for token in document.tokens]
    starts = {bisect_left(firsts, sentence.start) for sentence in document.sentences}
    return sorted({0, *(s for s in starts if s < len(firsts))}) if firsts else []


def shapes_of(document: Document, written: list[str], starts: Sequence[int]) -> list[int]:
    """How each word is written, and whether it opens a sentence or a paragraph."""
    opening = set(starts)
    paragraphs = {paragraph.start for paragraph in document.paragraphs}
    kinds = {word: 3 * writing(word) for word in dict.fromkeys(written)}
    found = []
    for number, (word, token) in enumerate(zip(written, document.tokens, strict=True)):
        place = 2 if token.span.start in paragraphs else 1 if number in opening else 0
        found.append(kinds[word] + place)
    return found


def writing(word: str) -> int:
    """0 small, 1 Initial, 2 CAPITALS, 3 mixed, 4 with digits, 5 no letters."""
    if not any(c.isalnum() for c in word):
        return 5
    if any(c.isdigit() for c in word):
        return 4
    if word.islower():
        return 0
    if word.isupper():
        return 2 if len(word) > 1 else 1
    return 1 if word[0].isupper() and word[1:].islower() else 3


def depths_of(document: Document) -> list[int]:
    """How deep in quotation marks each word stands; the marks themselves tell whether they open or close."""
    opens = {q.span.start for q in document.quotations if q.opened or q.span.start < q.inner.start}
    closes = {q.span.end - 1 for q in document.quotations if q.span.end > q.inner.end}
    outer = [q.span for q in document.quotations if q.depth == 0]
    inner = [q.span for q in document.quotations if q.depth > 0]
    outer_starts, inner_starts = [s.start for s in outer], [s.start for s in inner]
    found = []
    for token in document.tokens:
        at = token.span.start
        if at in opens:
            found.append(3)
        elif at in closes:
            found.append(4)
        else:
            found.append(2 if within(inner, inner_starts, at) else 1 if within(outer, outer_starts, at) else 0)
    return found


def within(spans: list[Span], starts: list[int], at: int) -> bool:
    """Whether an offset lies in the last of some spans that begins before it."""
    index = bisect_right(starts, at) - 1
    return index >= 0 and at < spans[index].end


# ---- windows


def windows(words: Words, pieces: int = PIECES) -> list[Window]:
    """The windows of a document, in order; their cores part its words without gap or overlap."""
    sizes = [len(p) for p in words.pieces]
    units = sentence_units(words, sizes, pieces - 2)
    found: list[Window] = []
    first = 0
    while first < len(units):
        last = fill(units, first, pieces - 2)
        following = next_first(units, first, last)
        core_start = found[-1].core_end if found else units[first][0]
        # The last sentence is asked where it has words on both sides, which is the next window if that shows it again.
        core_end = units[last][0] if following <= last < len(units) - 1 else units[last][1]
        found.append(Window(units[first][0], units[last][1], core_start, core_end))
        first = following if last < len(units) - 1 else len(units)
    return found


def sentence_units(words: Words, sizes: list[int], budget: int) -> list[tuple[int, int, int]]:
    """(first token, token behind the last, pieces) of every sentence; one that is too long is cut."""
    found = []
    for start, end in zip(words.sentences, (*words.sentences[1:], len(sizes)), strict=True):
        at, filled = start, 0
        for token in range(start, end):
            if filled + sizes[token] > budget:
                found.append((at, token, filled))
                at, filled = token, 0
            filled += sizes[token]
        if at < end:
            found.append((at, end, filled))
    return found


def fill(units: list[tuple[int, int, int]], first: int, budget: int) -> int:
    """The last unit that still fits into a window."""
    filled, last = units[first][2], first
    while last + 1 < len(units) and filled + units[last + 1][2] <= budget:
        last += 1
        filled += units[last][2]
    return last


def next_first(units: list[tuple[int, int, int]], first: int, last: int) -> int:
    """The unit with which the next window begins: some of the last ones again, if they are short."""
    begin, shared = last + 1, 0
    while begin - 1 > first and last + 1 - begin < SHARED_SENTENCES and shared + units[begin - 1][2] <= SHARED:
        begin -= 1
        shared += units[begin][2]
    return begin


def as_input(words: Words, window: Window) -> Input:
    """The numbers of a window, with the two marks at its ends."""
    pieces, shapes, depths, firsts = [CLS], [0], [0], []
    for token in range(window.start, window.end):
        own = words.pieces[token]
        firsts.append(len(pieces))
        pieces += own
        shapes += [words.shapes[token]] * len(own)
        depths += [words.depths[token]] * len(own)
    return Input([*pieces, SEP], [*shapes, 0], [*depths, 0], firsts)
