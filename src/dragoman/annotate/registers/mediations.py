"""Mediations: the words for going between two sides, and how far it has come."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.annotate.registers.phrases import contents_of, identifier, phrase_end, statement_of, told_sentences, trimmed
from dragoman.knowledge.phrases import phrase
from dragoman.records import Document, Mediation, Span

REACH = 110  # characters behind a trigger that still belong to its phrase
BEFORE = 90  # characters before a trigger that tell how far it has come
BEHIND = 60


def mediations(document: Document) -> Iterator[Mediation]:
    """Mediation by its words, from the trigger to the end of the phrase."""
    contents = contents_of(document)
    for sentence in told_sentences(document):
        match = phrase("mediations", "triggers").search(document.text, *sentence)
        if match is None:
            continue
        end = phrase_end(document, match.end(), min(sentence.end, match.end() + REACH))
        comma = document.text.find(",", match.end(), end)
        span = trimmed(document, Span(match.start(), comma if comma > 0 else end))
        yield Mediation((), (), span, status(document, sentence, match), identifier(statement_of(contents, span)))


def status(document: Document, sentence: Span, match: re.Match[str]) -> str:
    """Offered, accepted, refused, ongoing, concluded or failed, by the words round the trigger."""
    words = document.text[max(sentence.start, match.start() - BEFORE) : min(sentence.end, match.end() + BEHIND)].casefold()
    for told in ("refused", "failed", "accepted"):
        if phrase("mediations", told).search(words):
            return told
    trigger = match.group().casefold()
    if trigger.endswith("ing") or trigger.startswith(("acting", "serving")):
        return "ongoing"
    if phrase("mediations", "offered").search(words):
        return "offered"
    return "concluded" if phrase("mediations", "concluded").search(trigger) else "ongoing"
