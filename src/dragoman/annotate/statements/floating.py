"""Quotations that no cue claims: whole sentences between marks, with nothing beside them that says who speaks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from dragoman.annotate.statements.spoken import MIN_WORDS, direct, trimmed, word_count
from dragoman.annotate.stream import in_header, quotation_at, starts_sentence
from dragoman.records import Document, Quotation, Span, Statement, touched, united

ASIDE = re.compile(
    r",?\s*[-\u2013\u2014]{1,2}\s*[^\W\d_][^\n\"\u201c\u201d\u00ab\u00bb\u2013\u2014]{2,60}?\s*[-\u2013\u2014]{1,2}\s*(?=[\"\u201c\u00ab])"
)


def claimed(document: Document, found: Sequence[Statement]) -> tuple[Span, ...]:
    """The stretches that statements have as their contents.

    What is reported inside a quotation ("They tell me that ...") takes nothing of it from whoever is quoted.
    """
    return united(span for s in found for span in s.content if not reported_inside(document, s, span))


def reported_inside(document: Document, statement: Statement, span: Span) -> bool:
    """Whether a content and its cue stand in one quotation, the content not being all of it."""
    if not statement.cue:
        return False
    around = quotation_at(document, statement.cue[0].start)
    return around is not None and around.span.covers(span)


def floating(document: Document, found: Sequence[Statement], alone: Sequence[Statement] = ()) -> list[Statement]:
    """Whole-sentence quotations that stand alone: statements without source and cue, and those ``alone`` that have a source.

    A quotation that runs over paragraphs to one of the latter is its beginning.
    """
    taken = claimed(document, [*found, *alone])
    loose = list(alone)
    for quotation in document.quotations:
        if quotation.depth or touched(taken, quotation.inner) or in_header(document, quotation.span.start):
            continue
        if stands_alone(document, quotation):
            loose.append(direct((trimmed(document, quotation.inner),), "floating-quotation"))
        elif (rest := resumed(document, quotation)) is not None and not touched(taken, rest.inner):
            loose.append(direct((trimmed(document, quotation.inner), trimmed(document, rest.inner)), "floating-quotation"))
    return joined(document, sorted(loose, key=lambda s: s.content[0].start))


def stands_alone(document: Document, quotation: Quotation) -> bool:
    """Whether a quotation is a sentence of its own: it opens one, ends one, and has enough words, or answers a question."""
    if word_count(document, quotation.inner) < MIN_WORDS and not answers_question(document, quotation):
        return False
    return starts_sentence(document, quotation.span.start) and ends_sentence(document, quotation)


def resumed(document: Document, quotation: Quotation) -> Quotation | None:
    """The rest of a quotation that opens a sentence and breaks off for an aside between dashes: '"A" -- he paused -- "B."'."""
    aside = ASIDE.match(document.text, quotation.span.end)
    if aside is None or not starts_sentence(document, quotation.span.start):
        return None
    rest = quotation_at(document, aside.end())
    return rest if rest is not None and rest.span.start == aside.end() and ends_sentence(document, rest) else None


def ends_sentence(document: Document, quotation: Quotation) -> bool:
    """Whether a quotation ends a sentence, by a stop inside or behind its marks."""
    after = document.text[quotation.span.end : quotation.span.end + 1]
    if document.text[quotation.inner.end - 1] in ".!?\u2026" or after in (".", "!", "?") or not quotation.closed:
        return True
    last = bisect_left(document.sentences, quotation.span.end, key=lambda s: s.end)
    return last < len(document.sentences) and document.sentences[last].end <= quotation.span.end + 1


def answers_question(document: Document, quotation: Quotation) -> bool:
    """Whether a quotation of a word or two is a sentence behind a question: 'Is she being ironic? "Half."'."""
    before = document.text[max(0, quotation.span.start - 2) : quotation.span.start].rstrip(" ")
    return before.endswith("?") and document.text[quotation.inner.end - 1] in ".!?\u2026" and word_count(document, quotation.inner) > 0


def joined(document: Document, loose: list[Statement]) -> list[Statement]:
    """A quotation that runs on over paragraphs is one statement with a span for each."""
    done: list[Statement] = []
    open_ends = {q.inner.end for q in document.quotations if not q.closed}
    for item in loose:
        if done and done[-1].content[-1].end in open_ends and only_marks(document, done[-1].content[-1].end, item.content[0].start):
            before = done[-1]
            spans = (*before.content, *item.content)
            done[-1] = replace(item, content=spans, quoted=spans, source=before.source or item.source)
        else:
            done.append(item)
    return done


def only_marks(document: Document, start: int, end: int) -> bool:
    """Whether nothing but line ends and quotation marks lies between two offsets."""
    return not document.text[start:end].strip("\n\r \t\"\u201c\u00ab\u201e'")
