"""Quotations that no cue claims, and the answers of an interview."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from dragoman.annotate.stream import in_header, starts_sentence, within
from dragoman.records import Document, Quotation, Span, Statement, touched, united

MIN_WORDS = 3  # a shorter quotation without a cue is a name, a title or irony
ANSWER = re.compile(r"(?:A|Answer|Reply)\s*[:.]\s+(?=\S)")
QUESTION = re.compile(r"(?:Q|Question)\s*[:.]\s+(?=\S)")


def floating(document: Document, found: list[Statement]) -> list[Statement]:
    """Whole-sentence quotations that stand alone: statements without source and cue."""
    claimed = united(span for s in found for span in s.content)
    loose = []
    for quotation in document.quotations:
        if quotation.depth or touched(claimed, quotation.inner) or in_header(document, quotation.span.start):
            continue
        if stands_alone(document, quotation):
            inner = trimmed(document, quotation.inner)
            loose.append(Statement(id="", kind="direct", content=(inner,), quoted=(inner,), by="floating-quotation"))
    return joined(document, loose)


def trimmed(document: Document, span: Span) -> Span:
    """The span without blanks at its ends."""
    words = document.words(span)
    return Span(span.start + len(words) - len(words.lstrip()), span.start + len(words.rstrip()))


def stands_alone(document: Document, quotation: Quotation) -> bool:
    """Whether a quotation is a sentence of its own: it opens one, ends one, and has enough words."""
    words = [i for i in within(document, quotation.inner) if document.tokens[i].word]
    if len(words) < MIN_WORDS:
        return False
    opens = starts_sentence(document, quotation.span.start)
    after = document.text[quotation.span.end : quotation.span.end + 1]
    stops = document.text[quotation.inner.end - 1] in ".!?\u2026" or after in (".", "!", "?") or not quotation.closed
    last = bisect_left(document.sentences, quotation.span.end, key=lambda s: s.end)
    ends = last < len(document.sentences) and document.sentences[last].end <= quotation.span.end + 1
    return opens and (stops or ends)


def joined(document: Document, loose: list[Statement]) -> list[Statement]:
    """A quotation that runs on over paragraphs is one statement with a span for each."""
    done: list[Statement] = []
    open_ends = {q.inner.end for q in document.quotations if not q.closed}
    for item in loose:
        if done and done[-1].content[-1].end in open_ends and only_marks(document, done[-1].content[-1].end, item.content[0].start):
            before = done[-1]
            done[-1] = replace(before, content=(*before.content, *item.content), quoted=(*before.quoted, *item.quoted))
        else:
            done.append(item)
    return done


def only_marks(document: Document, start: int, end: int) -> bool:
    """Whether nothing but line ends and quotation marks lies between two offsets."""
    return not document.text[start:end].strip("\n\r \t\"\u201c\u00ab\u201e'")


def answers(document: Document, found: list[Statement]) -> list[Statement]:
    """The answers of a question-and-answer interview: whole paragraphs that begin with "A:"."""
    if not any(QUESTION.match(document.words(p)) for p in document.paragraphs):
        return []
    done = []
    for paragraph in document.paragraphs:
        match = ANSWER.match(document.words(paragraph))
        if match:
            span = Span(paragraph.start + match.end(), paragraph.end)
            done.append(Statement(id="", kind="direct", content=(span,), quoted=(span,), by="interview-answer"))
    return done
