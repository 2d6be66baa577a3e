"""Quotations that a colon introduces, or that a bare name behind a dash or a colon claims: no verb says that they are said."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from dragoman.annotate.statements.floating import claimed, ends_sentence
from dragoman.annotate.statements.spoken import MIN_WORDS, direct, speech_words, trimmed, word_count
from dragoman.annotate.stream import in_header, mentions_in, norm, quotation_at, raw, sentence_at, starts_sentence, within
from dragoman.knowledge.language import closed
from dragoman.records import Document, Mention, Quotation, Span, Statement, touched

LEAST = 4  # words of a quotation behind a colon; fewer are a name or a term unless a stop stands inside the marks
NEAR = 5  # words before a colon among which one of written words makes it no speech
BY_DASH = re.compile(r"[.,]?\s*[-\u2013\u2014]{1,2}\s*(?=[^\W\d_])")
BY_SO = re.compile(r"[.,:]?\s*so\s+(?=[^\W\d_])")
OUTLET = re.compile(
    r"(?:,?(?: (?:and|of|for|in|at|the|&)){0,2}(?: [A-Z\u00c0-\u017f][\w.'\u2019&-]*){1,5}){0,3}\.?"
)  # ", The Daily Y" behind a name
CAPITAL = r"[A-Z\u00c0-\u017f][\w.'\u2019-]*"
SIGNATURE = re.compile(rf"(?P<who>{CAPITAL}(?: (?:{CAPITAL}|and|of|the|&)){{0,5}}),(?: (?:{CAPITAL}|of|the|and|&)){{1,6}}")
CLOSE = 4  # characters between a colon and a quotation
LONGEST_CLAUSE = 300  # characters of a clause that introduces a quotation
LONGEST_LINE = 200  # characters of a line that signs one
LONGEST_NAME = 80  # characters of a title before a name
MOST_TITLE = 8  # words of a title before a name
JOINING = frozenset({"of", "the", "for", "and", "to"})


def introduced(document: Document, found: Sequence[Statement]) -> list[Statement]:
    """The statements of quotations behind a colon or before a bare name, which nobody claims."""
    taken = claimed(document, found)
    done = []
    for quotation in document.quotations:
        if quotation.depth or touched(taken, quotation.inner) or in_header(document, quotation.span.start):
            continue
        source = before_name(document, quotation)
        if source is None and not behind_colon(document, quotation):
            continue
        if source is None:
            source = introducing(document, quotation)
        done.append(direct((trimmed(document, quotation.inner),), "introduced-quotation", (source,) if source else ()))
    return done


# ---- a colon before


def behind_colon(document: Document, quotation: Quotation) -> bool:
    """Whether a quotation is a sentence behind a colon, and nothing before the colon tells of written words."""
    sentence = sentence_at(document, quotation.span.start)
    if sentence is None or quotation.span.start == sentence.start:
        return False
    before = document.text[max(sentence.start, quotation.span.start - CLOSE) : quotation.span.start].rstrip()
    if not before.endswith(":") or not ends_sentence(document, quotation):
        return False
    words = word_count(document, quotation.inner)
    stopped = document.text[quotation.inner.end - 1] in ".!?\u2026" and words > 1
    if not (words >= LEAST or stopped) or not document.text[quotation.inner.start].isupper():
        return False
    near = [norm(document, i) for i in within(document, clause_before(sentence, quotation)) if document.tokens[i].word][-NEAR:]
    return not {*near} & speech_words("written")


def introducing(document: Document, quotation: Quotation) -> Span | None:
    """The person who is the subject of the clause before a colon, if one is named there."""
    sentence = sentence_at(document, quotation.span.start)
    if sentence is None:
        return None
    names = [m for m in mentions_in(document, clause_before(sentence, quotation)) if is_subject(document, m)]
    return names[0].span if names else None


def clause_before(sentence: Span, quotation: Quotation) -> Span:
    """The words of a sentence before a quotation, as far back as a clause that introduces one begins."""
    return Span(max(sentence.start, quotation.span.start - LONGEST_CLAUSE), quotation.span.start)


def is_subject(document: Document, mention: Mention) -> bool:
    """Whether a person's name is no object of a preposition, no possessor, and not quoted."""
    if mention.type != "person" or mention.kind != "name" or quotation_at(document, mention.span.start) is not None:
        return False
    if document.text[mention.span.end : mention.span.end + 2] in ("'s", "\u2019s"):
        return False
    first = within(document, mention.span).start
    return norm(document, first - 1) not in closed("prepositions")


# ---- a name behind


def before_name(document: Document, quotation: Quotation) -> Span | None:
    """The bare name behind a quotation that opens its sentence.

    '"Nobody refused anybody" - Romanian FM X', '"...": so Secretary X', '"..." X, The Daily Y', or "X, The Daily Y" as the
    next line.
    """
    if not starts_sentence(document, quotation.span.start) or word_count(document, quotation.inner) < MIN_WORDS:
        return None
    line = rest_of_line(document, quotation.span.end)
    if (match := BY_SO.match(document.text, *line)) is not None:
        return name_at(document, Span(match.end(), line.end), signed=False)
    if line.end - line.start > LONGEST_LINE:
        return None
    match = BY_DASH.match(document.text, *line)
    signed = Span(match.end() if match else line.start, line.end)
    return name_at(document, signed, signed=True) or signature(document, signed)


def signature(document: Document, line: Span) -> Span | None:
    """The words before the comma of a line like "Editorial Board, The Daily Y"."""
    match = SIGNATURE.fullmatch(document.text, *line)
    return Span(*match.span("who")) if match is not None else None


def rest_of_line(document: Document, offset: int) -> Span:
    """What follows in the paragraph of an offset, or the next paragraph where nothing follows."""
    number = bisect_right(document.paragraphs, offset - 1, key=lambda p: p.start) - 1
    here = Span(offset, document.paragraphs[number].end)
    if here.end - here.start > LONGEST_LINE:
        return here
    if not document.words(here).strip() and number + 1 < len(document.paragraphs):
        here = document.paragraphs[number + 1]
    blank = len(document.words(here)) - len(document.words(here).lstrip())
    return Span(here.start + blank, here.end)


def name_at(document: Document, line: Span, signed: bool) -> Span | None:
    """The name with its title that opens a line; a line that is ``signed`` holds nothing but that name and its outlet."""
    tokens = list(within(document, Span(line.start, min(line.end, line.start + LONGEST_NAME))))
    if not tokens or not raw(document, tokens[0])[:1].isalpha():
        return None
    named = next((m for m in mentions_in(document, line) if m.type == "person" and m.kind == "name"), None)
    if named is None or named.span.start - line.start > LONGEST_NAME:
        return None
    before = [raw(document, i) for i in tokens if document.tokens[i].span.start < named.span.start]
    if len(before) > MOST_TITLE or any(w[:1].islower() and w not in JOINING for w in before):
        return None
    behind = document.text[named.span.end : line.end]
    if signed and not OUTLET.fullmatch(behind):
        return None
    return Span(line.start, named.span.end)
