"""Foundations and frictions: the words for what relations rest on, and what they suffer from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from dragoman.annotate.registers.phrases import (
    LONGEST,
    Contents,
    content_at,
    contents_of,
    identifier,
    noun_phrases,
    phrase_end,
    statement_of,
    told_sentences,
    trimmed,
)
from dragoman.knowledge.phrases import phrase, theme_of
from dragoman.records import Document, Ground, Span

POINTERS = frozenset({"this", "that", "it", "them", "these", "what", "which", "him", "her"})
Rule = Callable[[Document, Span, Contents], Iterator[Span]]


def foundations(document: Document) -> tuple[Ground, ...]:
    """What relations are said to rest on."""
    contents = contents_of(document)
    found = [*itself(document)]
    for sentence in told_sentences(document):
        rules: tuple[Rule, ...] = (behind, before, shared)
        if about_relations(document, sentence, contents):
            found += [span for rule in rules for span in rule(document, sentence, contents)]
    grounds = distinct(ground(document, contents, span) for span in found if is_ground(document, span))
    covered = {g.statement for g in grounds}
    whole = [ground(document, contents, span) for key, span in unsaid(document) if key not in covered]
    return distinct([*grounds, *whole])


def frictions(document: Document) -> tuple[Ground, ...]:
    """What relations are said to suffer from: "the dispute over the dam", "ties strained by the raid"."""
    contents = contents_of(document)
    found: list[Span] = []
    for sentence in told_sentences(document):
        for match in phrase("frictions", "before").finditer(document.text, *sentence):
            end = phrase_end(document, match.end(), sentence.end)
            found += list(noun_phrases(document, match.end(), end))[:1]
    return distinct(ground(document, contents, span) for span in found if is_ground(document, span))


def ground(document: Document, contents: Contents, span: Span) -> Ground:
    """A ground without its parties."""
    return Ground((), span, theme_of(document.words(span)), identifier(statement_of(contents, span)))


def distinct(found: Iterable[Ground]) -> tuple[Ground, ...]:
    """Grounds in order, none that touches one before it."""
    kept: list[Ground] = []
    for one in sorted(found, key=lambda g: (g.span.start, -g.span.end)):
        if not kept or not kept[-1].span.touches(one.span):
            kept.append(one)
    return tuple(kept)


def is_ground(document: Document, span: Span) -> bool:
    """Whether a phrase names something that relations can rest on: neither a pointing word nor a run-on clause."""
    words = document.words(span).casefold().split()
    return 0 < span.end - span.start <= LONGEST and not (words[0] in POINTERS and len(words) < 3)


def about_relations(document: Document, sentence: Span, contents: Contents) -> bool:
    """Whether a sentence speaks of relations, or a statement in it does so by what it does."""
    if phrase("foundations", "relations").search(document.text, *sentence):
        return True
    statement = statement_of(contents, sentence)
    return statement is not None and "foundation" in statement.acts


def holding(contents: Contents, sentence: Span, match: re.Match[str]) -> Span:
    """The stretch in which a phrase must stay: what of its sentence the same content holds, or the narrator's sentence."""
    content = content_at(contents, Span(*match.span()))
    if content is None:
        return sentence
    return Span(max(sentence.start, content.start), min(sentence.end, content.end))


# ---- rules


def behind(document: Document, sentence: Span, contents: Contents) -> Iterator[Span]:
    """ "Our relations are based on A and B" names two grounds."""
    for match in phrase("foundations", "before").finditer(document.text, *sentence):
        end = phrase_end(document, match.end(), holding(contents, sentence, match).end)
        for span in noun_phrases(document, match.end(), end):
            yield trimmed(document, span)


def before(document: Document, sentence: Span, contents: Contents) -> Iterator[Span]:
    """ "A is the bedrock of our ties", "A binds the two nations": the ground is the subject."""
    for match in phrase("foundations", "behind").finditer(document.text, *sentence):
        start = max(holding(contents, sentence, match).start, match.start() - LONGEST)
        clause = phrase("foundations", "clause")
        begin = max((m.end() for m in clause.finditer(document.text, start, match.start())), default=start)
        yield trimmed(document, Span(begin, match.start()))


def shared(document: Document, sentence: Span, contents: Contents) -> Iterator[Span]:
    """ "We share a river and a faith": what is shared is the ground."""
    for match in phrase("foundations", "shared").finditer(document.text, *sentence):
        if not phrase("foundations", "not_shared").match(document.text, match.end()):
            end = phrase_end(document, match.end(), holding(contents, sentence, match).end)
            yield trimmed(document, Span(match.end(), end))


def itself(document: Document) -> Iterator[Span]:
    """ "The friendly relations between Presidents X and Y" is a ground as it stands."""
    for match in phrase("foundations", "itself").finditer(document.text):
        words = match.group().rstrip()
        for tail in (" and", " of"):
            words = words.removesuffix(tail)
        yield Span(match.start(), match.start() + len(words))


def unsaid(document: Document) -> Iterator[tuple[str, Span]]:
    """Statements that name a foundation in words of their own: the whole content, if it is no longer than a ground."""
    for statement in document.statements:
        if statement.acts[:1] == ("foundation",):
            span = trimmed(document, statement.content[0])
            if span.end - span.start <= LONGEST:
                yield statement.id, span
