"""An encoder's frames as statements: their words snapped to quotation marks, and weighed against the rules' findings.

The encoder is asked first: it knows what is reported without marks. The rules keep what it cannot see by its make:
speech without a verb of saying, and what their surest patterns find where it finds nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dragoman.annotate.stream import first_at, in_header, norm, quotation_at, raw, within
from dragoman.knowledge.language import clause_words, closed, cue_forms, cue_list, inflections
from dragoman.records import Document, Quotation, Span, Statement

SNAP = 0.6  # share of a quotation's words from which a content that covers them takes all; swept on authored training articles
SAME = 0.5  # Jaccard of words from which two contents are one statement's
NEIGHBOURS = 6  # statements before and behind one that may claim a stretch of it
OBJECT = 60  # characters of the object between "called" and what it is called; the longest in the training articles has 41
CALLED = re.compile(r"\s+([^\W\d_][\w'\u2019 -]*?)(?: as)?\s+[\"\u201c\u00ab]")
CLAUSE_OPENS = re.compile(r"(?:[,;.:][\"\u201d\u2019]?|\b(?:while|whereas|and|but|as|although))\s+(?:the |a |an )?\Z", re.IGNORECASE)
TRIMMED = frozenset(",;:\u2014\u2013-.")


def framed(document: Document, proposed: Sequence[Statement]) -> list[Statement]:
    """The encoder's statements with contents as readings give them, but for those whose cue cannot be one."""
    found = []
    for item in unshared(document, proposed):
        content = tidy(document, item.content)
        if content and not in_header(document, item.cue[0].start) and can_report(document, item.cue[0]):
            word = lemma(document, item.cue[0])
            own = with_object(document, item.cue[-1], content, word)
            found.append(replace(item, content=own, source=own_source(document, item), cue_word=word))
    return found


def own_source(document: Document, item: Statement) -> tuple[Span, ...]:
    """The source of a statement; of two subjects before a cue the nearer one, where the words between the two part clauses.

    "Russia repeated that ...; the African Union, invited, sent regrets": the second. "A visit by X, whose office said": both stand.
    """
    if len(item.source) < 2 or item.source[-1].end > item.cue[0].start:
        return item.source
    last = item.source[-1]
    between = document.text[item.source[-2].end : last.start]
    opens = CLAUSE_OPENS.search(between) is not None
    return (last,) if opens and norm(document, first_at(document.tokens, last.start)) not in closed("relatives") else item.source


def with_object(document: Document, cue: Span, content: tuple[Span, ...], word: str) -> tuple[Span, ...]:
    """The content with what is so called: 'called [the dam "a pawn with a spillway"]', but 'called it "[a pawn]"'."""
    first = content[0]
    if word not in clause_words("naming") or not cue.end < first.start < cue.end + OBJECT:
        return content
    match = CALLED.fullmatch(document.text, cue.end, first.start)
    if match is None or match.group(1).casefold().split()[0] in closed("pronouns_object"):
        return content
    return (Span(match.start(1), first.end), *content[1:])


def can_report(document: Document, cue: Span) -> bool:
    """Whether a cue holds a word of meaning, and none that only shows that somebody spoke ("discussed", "met")."""
    words = [norm(document, i) for i in within(document, cue) if document.tokens[i].word]
    return any(w not in function_words() for w in words) and not any(w in silent_forms() for w in words)


@cache
def function_words() -> frozenset[str]:
    """Words that report nothing by themselves."""
    classes = ("determiners", "prepositions", "conjunctions", "possessives", "pronouns_subject", "auxiliaries", "adverbs")
    return frozenset().union(*(closed(name) for name in classes)) - {"that", "according"}


@cache
def silent_forms() -> frozenset[str]:
    """Every form of the verbs that are never cues."""
    return frozenset(form for verb in cue_list("never") for _, form in inflections(verb))


def unshared(document: Document, proposed: Sequence[Statement]) -> list[Statement]:
    """Statements whose parted contents leave to a nearer cue what it claims too."""
    done = []
    for number, item in enumerate(proposed):
        near = proposed[max(0, number - NEIGHBOURS) : number + NEIGHBOURS]
        kept = tuple(span for span in item.content if len(item.content) == 1 or not claimed_nearer(document, span, item, near))
        done.append(replace(item, content=kept or item.content))
    return done


def claimed_nearer(document: Document, span: Span, item: Statement, near: Sequence[Statement]) -> bool:
    """Whether another statement has a stretch too, and its cue stands nearer to it; another paragraph is far."""
    own = apart(document, span, item.cue[0])
    return any(
        other is not item and any(c.touches(span) for c in other.content) and apart(document, span, other.cue[0]) < own for other in near
    )


def apart(document: Document, span: Span, cue: Span) -> tuple[bool, int]:
    """Whether a content and a cue stand in two paragraphs, and the characters between them."""
    parted = "\n" in document.text[min(span.end, cue.end) : max(span.start, cue.start)]
    return parted, max(0, cue.start - span.end, span.start - cue.end)


def lemma(document: Document, cue: Span) -> str:
    """The first cue verb of a cue in its base form, else its words."""
    for token in within(document, cue):
        forms = cue_forms().get(norm(document, token), ())
        for form in forms:
            if all(norm(document, token + i) == word for i, word in enumerate(form.words)):
                return form.lemma
    return document.words(cue).casefold()


def tidy(document: Document, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Contents joined over marks, widened to their quotations, and without enclosing marks or a leading "that"."""
    widened = [snapped(document, span) for span in spans]
    done: list[Span] = []
    for span in sorted(widened):
        if done and (span.start <= done[-1].end or not has_words(document, Span(done[-1].end, span.start))):
            done[-1] = Span(done[-1].start, max(done[-1].end, span.end))
        else:
            done.append(span)
    return tuple(s for span in done if (s := cleaned(document, span)) is not None)


def has_words(document: Document, span: Span) -> bool:
    """Whether a stretch holds a word."""
    return any(document.tokens[i].word for i in within(document, span))


def snapped(document: Document, span: Span) -> Span:
    """A span that takes most of a quotation's words takes them all."""
    for quotation in touched(document, span):
        own = [i for i in within(document, quotation.inner) if document.tokens[i].word]
        shared = sum(1 for i in own if span.start <= document.tokens[i].span.start < span.end)
        if own and shared >= SNAP * len(own):
            span = Span(min(span.start, quotation.inner.start), max(span.end, quotation.inner.end))
    return span


def touched(document: Document, span: Span) -> list[Quotation]:
    """The outermost quotations that a span touches."""
    high = bisect_left(document.quotations, span.end, key=lambda q: q.span.start)
    found = []
    for at in range(high - 1, -1, -1):
        quotation = document.quotations[at]
        if quotation.depth == 0:
            if quotation.span.end <= span.start:
                break
            found.append(quotation)
    return found


def cleaned(document: Document, span: Span) -> Span | None:
    """A span without the marks that enclose it, a leading "that", or marks at the ends of unquoted words."""
    tokens = list(within(document, span))
    while tokens and (raw(document, tokens[0]) in TRIMMED or (norm(document, tokens[0]) == "that" and len(tokens) > 1)):
        tokens.pop(0)
    while tokens and raw(document, tokens[-1]) in TRIMMED and quotation_at(document, document.tokens[tokens[-1]].span.start) is None:
        tokens.pop()
    if not any(document.tokens[i].word for i in tokens):
        return None
    found = Span(document.tokens[tokens[0]].span.start, document.tokens[tokens[-1]].span.end)
    first, last = quotation_at(document, found.start), quotation_at(document, found.end - 1)
    if first is not None and first is last:  # all inside one quotation
        return Span(max(found.start, first.inner.start), min(found.end, first.inner.end))
    if last is not None and last.span.start < found.start:
        return Span(found.start, min(found.end, last.inner.end))
    return found


# ---- against the rules


def weighed(document: Document, ruled: Sequence[Statement], seen: Sequence[Statement], keep: frozenset[str]) -> list[Statement]:
    """The encoder's statements, and those of the rules that ``keep`` names or that attribute by a plain verb, where it sees none."""
    taken = [content_tokens(document, s) for s in seen]
    cues = sorted(c for s in seen for c in s.cue)
    found = [enriched(document, item, ruled) for item in seen]
    for item in ruled:
        own = content_tokens(document, item)
        rival = any(jaccard(own, other) >= SAME for other in taken)
        if not rival and not touches_any(cues, item.cue) and (item.by in keep or plainly_attributed(item)):
            found.append(item)
    return without_inner_attitudes(found)


def plainly_attributed(item: Statement) -> bool:
    """Whether a plain verb of saying stands behind what it attributes: "..., the minister told the assembly"."""
    return item.cue_word in clause_words("core") and bool(item.cue) and item.content[-1].end <= item.cue[0].start


def without_inner_attitudes(found: list[Statement]) -> list[Statement]:
    """The statements without what somebody wants or thinks inside what another says."""
    return [
        item
        for item in found
        if not (item.cue_word in attitude_forms() and any(holds(other, item) for other in found if other is not item))
    ]


@cache
def attitude_forms() -> frozenset[str]:
    """Every form of the verbs of wanting, thinking and feeling."""
    return frozenset(form for verb in cue_list("attitudes") for _, form in inflections(verb))


def holds(outer: Statement, inner: Statement) -> bool:
    """Whether all of a statement's content and cue lie in another's content."""
    return all(any(c.covers(part) for c in outer.content) for part in (*inner.content, *inner.cue))


def enriched(document: Document, item: Statement, ruled: Sequence[Statement]) -> Statement:
    """A statement with the addressee and media that a rule found at the same cue."""
    for other in ruled:
        if any(c.touches(d) for c in item.cue for d in other.cue):
            return replace(
                item,
                addressee=other.addressee,
                addressee_span=other.addressee_span,
                media=other.media,
                source=item.source or other.source,
                cue_word=other.cue_word,
            )
    return item


def content_tokens(document: Document, item: Statement) -> frozenset[int]:
    """The words of a content."""
    return frozenset(i for span in item.content for i in within(document, span) if document.tokens[i].word)


def jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    """Shared words by all words."""
    return len(one & other) / max(1, len(one | other))


def touches_any(cues: Sequence[Span], own: Sequence[Span]) -> bool:
    """Whether one of some spans shares a character with one of some sorted cues."""
    for span in own:
        at = bisect_left(cues, span.end, key=lambda c: c.start)
        if any(c.touches(span) for c in cues[max(0, at - 4) : at]):
            return True
    return False
