"""Content behind a reporting clause: where it begins after cue and addressee, and where a clause of the same rank ends it."""

from __future__ import annotations

from dragoman.annotate.statements.clauses import Clause, adjuncts_end
from dragoman.annotate.statements.extents import CLOSERS, Content, stretch
from dragoman.annotate.statements.phrases import QUOTE_MARKS, opens_clause
from dragoman.annotate.stream import first_at, norm, one_line, quotation_at, raw, time_at
from dragoman.knowledge.language import clause_words, closed
from dragoman.records import Document, Span

ADDRESSEE_MAX = 16  # tokens between "told" and its content; the longest of the training articles has 14


def after(document: Document, clause: Clause, others: list[Clause], sentence: range) -> Content | None:
    """The content behind a clause."""
    stop = content_stop(document, clause, others, sentence)
    begin, addressee = content_start(document, clause, stop)
    if begin is None or begin >= stop:
        return None
    spans = stretch(document, begin, stop - 1)
    if not spans or too_thin(document, clause, begin, stop):
        return None
    return Content(spans, addressee)


def too_thin(document: Document, clause: Clause, begin: int, stop: int) -> bool:
    """Whether what follows a cue is no proposition: nothing, a lone adverb, a place or a time."""
    words = [i for i in range(begin, stop) if document.tokens[i].word]
    if not words:
        return True
    if "object" in clause.frames or quotation_at(document, document.tokens[words[0]].span.start) is not None:
        return False
    return len(words) < 2 or (
        norm(document, words[0])
        in closed("prepositions")
        - {"after", "before", "under", "despite", "without", "for", "in", "if", "of", "to", "by", "between", "with"}
        and len(words) < 6
    )


def content_start(document: Document, clause: Clause, stop: int) -> tuple[int | None, Span | None]:
    """First token of the content behind a cue, and the addressee that stands between."""
    at = clause.end + 1
    if raw(document, at) in (":", "\u2014", "\u2013") or (
        norm(document, at) in clause_words("links") | {"as"} and norm(document, at + 1) == "saying"
    ):
        return at + (2 if norm(document, at) == "as" else 1), None
    if norm(document, at) in clause_words("links"):
        return (at + 1 if norm(document, at) == "that" else at), None
    if "tell" in clause.frames:
        told = addressee_then(document, at, stop)
        if told is not None:
            return told
        if clause.lemma == "tell":
            return None, None
    if "say" in clause.frames:
        link = linked_ahead(document, at, stop)
        if link is not None:
            return link, None
        begin = adjuncts_end(document, at, stop)
        if raw(document, begin) in (",", ":") and quotation_at(document, document.tokens[min(begin + 1, stop - 1)].span.start) is not None:
            return begin + 1, None
        if begin < stop and starts_proposition(document, begin, clause):
            return begin, None
    if "object" in clause.frames:
        begin = at
        if norm(document, begin) in clause_words("object_links"):
            begin += 1
        return (begin, None) if (begin < stop and document.tokens[begin].word) or raw(document, begin) in QUOTE_MARKS else (None, None)
    return None, None


def addressee_then(document: Document, at: int, stop: int) -> tuple[int, Span | None] | None:
    """The content behind "told the assembly that", with the assembly; ``None`` when there is no sign of a content."""
    for here in range(at, min(stop, at + ADDRESSEE_MAX)):
        quoted = quotation_at(document, document.tokens[here].span.start)
        if norm(document, here) in clause_words("links") or raw(document, here) in (":", ",") or quoted is not None:
            addressee = Span(document.tokens[at].span.start, document.tokens[here - 1].span.end) if here > at else None
            if raw(document, here) == ",":
                following = quotation_at(document, document.tokens[here + 1].span.start) if here + 1 < stop else None
                if following is None:
                    return None
            return here + (0 if quoted is not None else 1), addressee
    return None


def linked_ahead(document: Document, at: int, stop: int) -> int | None:
    """The token behind a "that" which a few adjunct words part from the cue ("said on Thursday in Geneva that")."""
    for here in range(at, min(stop, at + 14)):
        if norm(document, here) == "that" and here > at:
            lead = norm(document, at)
            return (
                here + 1
                if lead in closed("prepositions")
                or lead in closed("adverbs")
                or time_at(document, document.tokens[at].span.start) is not None
                else None
            )
        if raw(document, here) in (";", ":") or quotation_at(document, document.tokens[here].span.start) is not None:
            return None
    return None


def starts_proposition(document: Document, at: int, clause: Clause) -> bool:
    """Whether a bare clause or a quotation begins here rather than an object or an adjunct."""
    if quotation_at(document, document.tokens[at].span.start) is not None or raw(document, at) in QUOTE_MARKS:
        return True
    word = norm(document, at)
    return not (raw(document, at) in (",", ".", ";", ")") or word in ("by", "with", "of", "and", "or", "but", "about", "as"))


def content_stop(document: Document, clause: Clause, others: list[Clause], sentence: range) -> int:
    """The token where the content behind a clause ends: the sentence's stop, or a clause of the same rank."""
    stop = sentence.stop
    closing = quote_extent(document, clause, sentence)
    if closing is not None:
        return closing
    for other in others:
        if other.start <= clause.end or not same_rank(document, clause, other):
            continue
        stop = min(stop, link_start(document, other))
        break
    while (
        stop > clause.end + 1
        and raw(document, stop - 1) in (".", ",", ";", "!", "?", "\u2026", ":")
        and not (raw(document, stop - 1) == "." and len(raw(document, stop - 2)) == 1)
    ):
        stop -= 1
    return stop


def quote_extent(document: Document, clause: Clause, sentence: range) -> int | None:
    """Where a quotation that opens right behind a clause ends, when it runs on over further sentences."""
    for at in range(clause.end + 1, min(clause.end + ADDRESSEE_MAX, sentence.stop)):
        quoted = quotation_at(document, document.tokens[at].span.start)
        if quoted is not None and raw(document, at) in QUOTE_MARKS:
            last = sentence.stop - 1
            if quoted.span.end > document.tokens[last].span.end:
                return first_at(document.tokens, quoted.span.end - 1) + 1
            return None
    return None


def same_rank(document: Document, clause: Clause, other: Clause) -> bool:
    """Whether a later clause stands beside a clause, not inside its content."""
    if other.by in ("shared-subject", "participle"):
        return other.source == clause.source and (
            norm(document, other.start - 1) in ("and", "but", ",", "while", "or", "then") or raw(document, other.start) == ","
        )
    before = norm(document, other.start - 1)
    if before in ("while", "whereas", "but", ";", "though", "although"):
        return True
    if before == "and":
        return raw(document, other.start - 2) == "," or raw(document, other.start - 2) in CLOSERS
    return False


def link_start(document: Document, other: Clause) -> int:
    """The token of the link words before a clause of the same rank."""
    at = other.start
    while at > 0 and (opens_clause(document, at - 1) or raw(document, at - 1) in (",",)) and one_line(document, at - 1, at):
        at -= 1
    return at
