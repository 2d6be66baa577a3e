"""Content before a reporting clause: the quotation that ends there, or the sentence so far."""

from __future__ import annotations

from dragoman.annotate.statements.clauses import Clause
from dragoman.annotate.statements.extents import CLOSERS, stretch
from dragoman.annotate.stream import first_at, norm, one_line, quotation_at, raw, sentence_at
from dragoman.records import Document, Quotation, Span


def previous_quotation(document: Document, clause: Clause, sentence: range) -> Quotation | None:
    """The quotation that ends right before a clause, in the same paragraph, be it in the sentence before."""
    at = clause.start - 1
    while at >= 0 and raw(document, at) in (",", "\u2014", "\u2013", "-"):
        at -= 1
    if at < 0 or raw(document, at) not in CLOSERS or not one_line(document, at, at + 1):
        return None
    quoted = quotation_at(document, document.tokens[at].span.start)
    return quoted if quoted is not None and quoted.span.end >= document.tokens[at].span.end else None


def left_content(document: Document, clause: Clause, others: list[Clause], sentence: range) -> tuple[Span, ...] | None:
    """The content that ends before a clause."""
    quoted = previous_quotation(document, clause, sentence)
    end = clause.start - 1
    while end >= sentence.start and raw(document, end) in (",", "\u2014", "\u2013", "-"):
        end -= 1
    begin = left_start(document, clause, others, sentence)
    if quoted is not None:
        first = first_at(document.tokens, quoted.span.start)
        last = first_at(document.tokens, quoted.span.end - 1)
        home = sentence_start(document, first)
        begin = max(home, left_floor(document, others, clause, home))
        return stretch(document, begin, last)
    if end < begin:
        return None
    return stretch(document, begin, end) or None


def sentence_start(document: Document, token: int) -> int:
    """First token of the sentence in which a token stands; an opening mark counts to the sentence it opens."""
    offset = document.tokens[token].span.start
    home = sentence_at(document, offset)
    return first_at(document.tokens, home.start) if home else token


def left_floor(document: Document, others: list[Clause], clause: Clause, home: int) -> int:
    """Where content before a clause may begin at the earliest: behind the clauses before it."""
    ends = [other.end + 1 for other in others if home <= other.start and other.end < clause.start]
    floor = max(ends, default=home)
    while raw(document, floor) in (",", ".", ";") or (floor > home and norm(document, floor) in ("and", "but", "that")):
        floor += 1
    return floor


def left_start(document: Document, clause: Clause, others: list[Clause], sentence: range) -> int:
    """First token of an unquoted content before a clause."""
    begin = sentence.start
    blocking = [
        o for o in others if o.end < clause.start and o.by in ("subject-cue", "shared-subject") and same_rank_left(document, o, clause)
    ]
    return max([begin, *(link_after(document, o, clause) for o in blocking)])


def same_rank_left(document: Document, other: Clause, clause: Clause) -> bool:
    """Whether an earlier clause's content ends before this one's begins: a semicolon or ", and" parts them."""
    return any(raw(document, i) == ";" for i in range(other.end, clause.start))


def link_after(document: Document, other: Clause, clause: Clause) -> int:
    """The token behind the semicolon that parts two clauses."""
    return next(i for i in range(other.end, clause.start) if raw(document, i) == ";") + 1
