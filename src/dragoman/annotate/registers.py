"""What an article says that relations rest on and suffer from, what is undertaken, who mediates: the words, not yet the parties.

Each rule is a function from a document to records whose parties are still empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dragoman.annotate.stream import sentence_at
from dragoman.knowledge.attitude import act_sign
from dragoman.knowledge.phrases import phrase, theme_of
from dragoman.records import Document, Ground, Mediation, Promise, Span, Statement

PHRASE_END = re.compile(
    r"[.;:!?\"\u201c\u201d\u00ab\u00bb]|,(?!\s*(?:the|a|an|our|on|and)\s)|\s(?:which|who|while|but|because|although|whose|when|than|and (?:is|are|was|were|has|have|will|that|it|he|she|they|we))\b|\s[-\u2014\u2013]\s"
)
SPLIT = re.compile(r",?\s+and\s+(?:on\s+|upon\s+)?(?=(?:the|a|an|our|their|its|mutual)\s)|,\s+(?:on\s+)?(?=(?:the|a|an|our|their|its)\s)")
LONGEST = 160  # characters of a ground: longer ones have run into the next clause
CLAUSE_MAX = 240


def registers(document: Document) -> Document:
    """Fill foundations, frictions, promises and mediations with their words."""
    return replace(
        document,
        foundations=distinct([*resting_on(document), *grounds_themselves(document)]),
        frictions=distinct(list(suffering_from(document))),
        promises=tuple(sorted(undertakings(document), key=lambda p: p.span)),
        mediations=tuple(sorted(mediating(document), key=lambda m: m.span)),
    )


def distinct(found: list[Ground]) -> tuple[Ground, ...]:
    """Grounds in order, none inside another."""
    kept: list[Ground] = []
    for ground in sorted(found, key=lambda g: (g.span.start, -g.span.end)):
        if not any(k.span.touches(ground.span) for k in kept):
            kept.append(ground)
    return tuple(kept)


def statement_of(document: Document, span: Span) -> Statement | None:
    """The innermost statement in whose content a span lies."""
    holding = [s for s in document.statements if any(c.touches(span) for c in s.content)]
    return min(holding, key=lambda s: sum(c.end - c.start for c in s.content), default=None)


def identifier(statement: Statement | None) -> str | None:
    """A statement's id, or nothing."""
    return statement.id if statement else None


def noun_phrases(document: Document, start: int, end: int) -> Iterator[Span]:
    """The phrases between two offsets, parted where "and" joins two that each have an article."""
    begin = start
    for match in [*SPLIT.finditer(document.text, start, end), None]:
        stop = match.start() if match else end
        words = document.text[begin:stop]
        left = len(words) - len(words.lstrip(" ,"))
        if len(words.strip(" ,").split()) >= 1 and stop - begin - left > 3:
            yield Span(begin + left, begin + len(words.rstrip(" ,")))
        begin = match.end() if match else end


def phrase_end(document: Document, start: int, limit: int) -> int:
    """Where a noun phrase that begins here ends at the latest."""
    match = PHRASE_END.search(document.text, start, limit)
    return match.start() if match else limit


def about_relations(document: Document, sentence: Span) -> bool:
    """Whether a sentence speaks of relations at all."""
    return phrase("foundations", "relations").search(document.words(sentence)) is not None


def in_header(document: Document, sentence: Span) -> bool:
    """Whether a sentence is metadata."""
    return any(h.touches(sentence) for h in document.header)


# ---- rules


def resting_on(document: Document) -> Iterator[Ground]:
    """ "Our relations are based on A and B" names two grounds."""
    for sentence in document.sentences:
        if in_header(document, sentence) or not about_relations(document, sentence):
            continue
        for match in phrase("foundations", "before").finditer(document.text, *sentence):
            end = phrase_end(document, match.end(), sentence.end)
            for span in noun_phrases(document, match.end(), end):
                if span.end - span.start <= LONGEST and document.words(span).casefold() not in ("this", "that", "it", "them"):
                    yield Ground((), span, theme_of(document.words(span)), identifier(statement_of(document, span)))


def grounds_themselves(document: Document) -> Iterator[Ground]:
    """ "The friendly relations between Presidents X and Y" is a ground as it stands."""
    for match in phrase("foundations", "itself").finditer(document.text):
        span = Span(*match.span())
        words = document.words(span).rstrip()
        for tail in (" and", " of"):
            words = words.removesuffix(tail)
        span = Span(span.start, span.start + len(words))
        yield Ground((), span, theme_of(words), identifier(statement_of(document, span)))


def suffering_from(document: Document) -> Iterator[Ground]:
    """ "The dispute over the dam", "ties strained by the raid"."""
    for sentence in document.sentences:
        if in_header(document, sentence):
            continue
        for match in phrase("frictions", "before").finditer(document.text, *sentence):
            end = phrase_end(document, match.end(), sentence.end)
            for span in list(noun_phrases(document, match.end(), end))[:1]:
                if span.end - span.start <= LONGEST:
                    yield Ground((), span, theme_of(document.words(span)), identifier(statement_of(document, span)))


def undertakings(document: Document) -> Iterator[Promise]:
    """Statements whose main act is a commitment: the clause that commits."""
    pattern = act_sign("intend")
    for statement in document.statements:
        if not statement.acts or statement.acts[0] not in ("commitment",):
            continue
        span = committing_clause(document, statement, pattern)
        words = document.words(span)
        kind = "restraint" if re.search(r"\b(?:not|refrain|never|no longer|withdraw|stop)\b", words) else "cooperative"
        yield Promise((), (), span, kind, None, condition(words), statement.id)


def committing_clause(document: Document, statement: Statement, pattern: re.Pattern[str]) -> Span:
    """The sentence of a content that commits; the whole content when it is short or no sentence stands out."""
    for content in statement.content:
        for sentence in document.sentences:
            inner = Span(max(sentence.start, content.start), min(sentence.end, content.end))
            if inner.start < inner.end and pattern.search(document.words(inner).casefold()):
                return trimmed(document, inner)
    return trimmed(document, statement.content[0])


def trimmed(document: Document, span: Span) -> Span:
    """A span without marks at its ends, no longer than a clause may be."""
    words = document.words(span)[:CLAUSE_MAX]
    left = len(words) - len(words.lstrip(' "\u201c\u201d\u00ab'))
    return Span(span.start + left, span.start + len(words.rstrip(' .,;:"\u201c\u201d\u00bb!?')))


CONDITION = re.compile(r"\b(?:if|provided that|provided|on condition that|once|as long as|unless|subject to)\s+([^,;.\"\u201d]{3,120})")


def condition(words: str) -> str | None:
    """On what a promise depends."""
    match = CONDITION.search(words)
    return match.group(1).strip() if match else None


def mediating(document: Document) -> Iterator[Mediation]:
    """Mediation by its words, from the trigger to the end of the phrase."""
    for sentence in document.sentences:
        if in_header(document, sentence):
            continue
        match = phrase("mediations", "triggers").search(document.text, *sentence)
        if match is None:
            continue
        end = phrase_end(document, match.end(), min(sentence.end, match.end() + 110))
        comma = document.text.find(",", match.end(), end)
        span = trimmed(document, Span(match.start(), comma if comma > 0 else end))
        yield Mediation((), (), span, mediation_status(document, sentence, match), identifier(statement_of(document, span)))


def mediation_status(document: Document, sentence: Span, match: re.Match[str]) -> str:
    """Offered, accepted, refused, ongoing, concluded or failed, by the words round the trigger."""
    words = document.text[max(sentence.start, match.start() - 90) : min(sentence.end, match.end() + 60)].casefold()
    for status in ("refused", "failed", "accepted"):
        if phrase("mediations", status).search(words):
            return status
    if match.group().casefold().endswith("ing") or match.group().casefold().startswith(("acting", "serving")):
        return "ongoing"
    if phrase("mediations", "offered").search(words):
        return "offered"
    return "concluded" if phrase("mediations", "concluded").search(match.group().casefold()) else "ongoing"


__all__ = ["registers", "sentence_at"]
