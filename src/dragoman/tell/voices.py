"""Who speaks in a text, and in what order his statements are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.records import Document, Occasion, Office, Span, Statement
from dragoman.tell.phrases import number

QUOTATION_MARKS = frozenset("\"'“”„‟«»「」『』\u2018\u2019\u201a\u201b\u2039\u203a")


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks: his statements, offices and occasions. ``speaker`` is null where nobody is identified."""

    speaker: str | None
    statements: tuple[Statement, ...]
    offices: tuple[Office, ...]
    occasions: tuple[Occasion, ...]


def voices(document: Document) -> list[Voice]:
    """Those who speak, by their first words; statements of one unidentified source ("the diplomat") stand together."""
    groups: dict[tuple[str | None, str], list[Statement]] = {}
    for s in sorted(document.statements, key=lambda s: (s.content[0].start, number(s.id))):
        if s.speaker is None:
            words = "; ".join(document.words(span) for span in s.source)
            groups.setdefault((None, words.casefold()), []).append(s)
        else:
            for one in dict.fromkeys((s.speaker, *s.co_speakers)):
                groups.setdefault((one, ""), []).append(s)
    offices = {actor.id: actor.offices for actor in document.actors}
    return [
        Voice(speaker, tuple(said), offices.get(speaker or "", ()), tuple(dict.fromkeys(s.said for s in said)))
        for (speaker, _), said in groups.items()
    ]


def in_tree(statements: Sequence[Statement]) -> list[tuple[int, Statement]]:
    """The statements in the order of the text with their depth, each nested one after the one that contains it."""
    ordered = sorted(statements, key=lambda s: (s.content[0].start, number(s.id)))
    known = {s.id for s in ordered}
    inner: dict[str, list[Statement]] = {}
    for s in ordered:
        if s.within in known:
            inner.setdefault(s.within or "", []).append(s)
    tree: list[tuple[int, Statement]] = []
    seen: set[str] = set()
    # A stack, not recursion: a reading may nest deeper than Python's own stack. What lies in a ring has no root and follows flat.
    stack = [(0, s) for s in reversed([*(s for s in ordered if s.within not in known), *ordered])]
    while stack:
        depth, s = stack.pop()
        if s.id not in seen:
            seen.add(s.id)
            tree.append((depth, s))
            stack.extend((depth + 1, child) for child in reversed(inner.get(s.id, [])))
    return tree


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a statement's words: quoted or not, and whether a mark has to be set before and after it."""

    span: Span
    quoted: bool
    opens: bool = False
    closes: bool = False


def pieces(content: Span, quoted: Sequence[Span], text: str) -> list[Piece]:
    """One stretch of content, parted where a verbatim part begins or ends; marks that the content holds are not set twice.

    A quotation whose opening mark the content holds ends with the text's own closing mark, which stands behind the content.
    """
    parts: list[Piece] = []
    at = content.start
    for part in sorted(quoted):
        start, end = max(part.start, at), min(part.end, content.end)
        if start >= end:
            continue
        if at < start:
            parts.append(Piece(Span(at, start), quoted=False))
        opens = start == content.start or text[start - 1] not in QUOTATION_MARKS
        closes = end == content.end or text[end] not in QUOTATION_MARKS
        own = closes and not opens and end < len(text) and text[end] in QUOTATION_MARKS
        parts.append(Piece(Span(start, end), True, opens, closes and not own))
        if own:
            parts.append(Piece(Span(end, end + 1), quoted=False))
        at = end
    if at < content.end:
        parts.append(Piece(Span(at, content.end), quoted=False))
    return parts
