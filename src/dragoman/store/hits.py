"""From rows of the archive to what a search shows: the verbatim words, where they stand, and whose they are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, select
from sqlalchemy import Row as AnyRow

from dragoman.knowledge.actors import actor_name
from dragoman.records import Hit, Span
from dragoman.store.folding import Found, standing_words
from dragoman.store.index import OVERLAP, PART
from dragoman.store.query import Query, matching
from dragoman.store.schema import actors

LONGEST = 600  # characters of a sentence that is shown whole
BEFORE, AFTER = 80, 320  # characters shown around a match where there is no sentence, or too long a one
Row = AnyRow[Any]  # of a table whose columns schema.py tells


def speakers_of(connection: Connection, rows: Iterable[Row]) -> dict[tuple[str, str], str]:
    """The names of the speakers of some statements, by document and actor: as the knowledge, else as the document has them."""
    wanted = sorted({(row.document, row.speaker) for row in rows if row.speaker})
    found = {}
    for document, speaker in wanted:
        known = actor_name(speaker)
        query = select(actors.c.name).where(actors.c.document == document, actors.c.actor == speaker)
        found[document, speaker] = known or connection.execute(query).scalar() or speaker
    return found


def statement_hit(head: Row, row: Row, names: dict[tuple[str, str], str]) -> Hit:
    """A statement with its speaker; ``names`` are those of speakers."""
    span = Span(row.begin, row.end)
    return Hit(
        head.id, head.ref, head.url, head.title, head.publisher, head.published, row.day, f"s{row.statement}", row.speaker,
        names.get((row.document, row.speaker)), row.office, row.voice_of, row.kind, span, place_in(head.text, span.start),
        head.text[span.start : span.end], (), 0.0,
    )  # fmt: skip


def stretch_hit(head: Row, query: Query, part: int) -> Hit:
    """The sentence of a part of a text in which most of what was wanted stands."""
    span = best_sentence(head.text, msgspec.json.decode(head.sentences, type=list[Span]), query, part)
    return Hit(
        head.id, head.ref, head.url, head.title, head.publisher, head.published, head.published, None, None,
        None, None, None, None, span, place_in(head.text, span.start),
        head.text[span.start : span.end], (), 0.0,
    )  # fmt: skip


def place_in(text: str, offset: int) -> str:
    """Line and column of a character, both counted from 1."""
    return f"{text.count(chr(10), 0, offset) + 1}:{offset - text.rfind(chr(10), 0, offset)}"


def best_sentence(text: str, sentences: list[Span], query: Query, part: int) -> Span:
    """The sentence with the most different words that a query wants, the first of several; the first of all for none."""
    first = part * (PART - OVERLAP)
    words = list(standing_words(text))[first : first + PART]
    found = [words[place] for place in matching(query, [word.word for word in words])]
    if not found:
        return shortened(sentences[0] if sentences else Span(0, len(text)), 0)
    if not sentences:
        return shortened(Span(0, len(text)), found[0].start)
    within: dict[int, list[Found]] = {}
    for word in found:
        within.setdefault(max(bisect_right(sentences, word.start, key=lambda s: s.start) - 1, 0), []).append(word)
    best = min(within, key=lambda place: (-len({word.word for word in within[place]}), place))
    span = sentences[best]
    here = within[best][0]
    return shortened(span if span.covers(Span(here.start, here.end)) else Span(max(here.start - BEFORE, 0), here.end), here.start)


def shortened(span: Span, match: int) -> Span:
    """A stretch around a match, if the span is too long to be shown."""
    if span.end - span.start <= LONGEST:
        return span
    return Span(max(match - BEFORE, span.start), min(match + AFTER, span.end))


def marked(text: str, span: Span, query: Query) -> tuple[Span, ...]:
    """The matched words of a stretch; words that follow one another are one mark."""
    words = list(standing_words(text[span.start : span.end]))
    marks: list[Span] = []
    last = -2
    for place in matching(query, [word.word for word in words]):
        mark = Span(span.start + words[place].start, span.start + words[place].end)
        if place == last + 1 and not any(sign in text[marks[-1].end : mark.start] for sign in ".!?\n"):
            marks[-1] = Span(marks[-1].start, mark.end)
        else:
            marks.append(mark)
        last = place
    return tuple(marks)
