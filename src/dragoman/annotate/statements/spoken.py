"""What all forms of speech without a verb of saying share: the statement itself, and what is cut from its ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dragoman.annotate.stream import quotation_at, within
from dragoman.knowledge.language import word_set
from dragoman.records import Document, Span, Statement

MIN_WORDS = 3  # fewer words without a cue are a greeting, a name, a title or irony
DIRECTION = re.compile(r"[(\[](?!\d|[ivx]+[)\]])[^()\[\]\n]{1,80}[)\]][.\s]*")  # "(Laughter.)", "[through an interpreter]"
STOPS = ".!?\u2026"
BEHIND_STOP = " \"\u201d\u00bb'\u2019)]*_"  # what may stand between a stop and the end of a paragraph
FIRST_PERSON = frozenset(
    {"i", "we", "my", "our", "me", "us", "i'm", "i've", "i'd", "i'll", "we're", "we've", "we'd", "we'll", "mine", "ours"}
)


@cache
def speech_words(name: str) -> frozenset[str]:
    """A list of the speech file: labels, letters, speeches, written words."""
    return word_set("speech", name)


def direct(spans: Sequence[Span], by: str, source: Sequence[Span] = ()) -> Statement:
    """A statement that is somebody's own words throughout."""
    return Statement(id="", kind="direct", content=tuple(spans), quoted=tuple(spans), source=tuple(source), by=by)


def trimmed(document: Document, span: Span) -> Span:
    """The span without blanks at its ends."""
    words = document.words(span)
    return Span(span.start + len(words) - len(words.lstrip()), span.start + len(words.rstrip()))


def without_directions(document: Document, span: Span) -> Span:
    """The span without blanks, marks of emphasis, and stage directions or asides in brackets at its ends."""
    words = document.words(span)
    start = 0
    for _ in range(3):
        start += len(words[start:]) - len(words[start:].lstrip(" \t*_"))
        if (match := DIRECTION.match(words, start)) is None:
            break
        start = match.end()
    end = len(words)
    while end > start and words[:end].rstrip().endswith((")", "]", ").", "].")):
        opened = max(words.rfind("(", start, end), words.rfind("[", start, end))
        if opened <= start or not DIRECTION.fullmatch(words[opened:end]) or words[:opened].rstrip(BEHIND_STOP)[-1:] not in STOPS:
            break
        end = opened
    return trimmed(document, Span(span.start + start, span.start + max(start, len(words[:end].rstrip(" \t*_")))))


def unmarked(document: Document, span: Span) -> Span:
    """A span that is one quotation without its marks."""
    found = quotation_at(document, span.start)
    if found is not None and found.span.start == span.start and found.span.end >= span.end:
        return trimmed(document, found.inner)
    return span


def word_count(document: Document, span: Span) -> int:
    """How many words a span holds."""
    return sum(1 for i in within(document, span) if document.tokens[i].word)


def utterance(document: Document, span: Span) -> Span | None:
    """The words of a turn, post or paragraph that somebody says; nothing where too few are left."""
    found = unmarked(document, without_directions(document, span))
    return found if word_count(document, found) >= MIN_WORDS else None


def breaks_off(document: Document, span: Span) -> bool:
    """Whether a paragraph ends without a stop, as a line of a text with hard line ends does, a headline or a caption."""
    return document.words(span).rstrip(BEHIND_STOP)[-1:] not in STOPS


def in_first_person(document: Document, span: Span) -> bool:
    """Whether somebody says I or we in a span, outside quotation marks."""
    return any(
        document.tokens[i].norm in FIRST_PERSON and quotation_at(document, document.tokens[i].span.start) is None
        for i in within(document, span)
    )
