"""An encoder's frames as statements: their words snapped to quotation marks, and weighed against the rules' findings.

The encoder is asked first: it knows what is reported without marks. The rules keep what it cannot see by its make:
quotations without a cue, answers of an interview, and what their surest patterns find where it finds nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.annotate.stream import in_header, norm, quotation_at, raw, within
from dragoman.knowledge.language import cue_forms
from dragoman.records import Document, Quotation, Span, Statement

SNAP = 0.6  # share of a quotation's words from which a content that covers them takes all; swept on authored training articles
SAME = 0.5  # Jaccard of words from which two contents are one statement's
SHORTEST = 1  # words of a content
TRIMMED = frozenset(",;:\u2014\u2013-.")


def framed(document: Document, proposed: Sequence[Statement]) -> list[Statement]:
    """The encoder's statements with contents as readings give them."""
    found = []
    for item in proposed:
        content = tidy(document, item.content)
        if content and not in_header(document, item.cue[0].start):
            found.append(replace(item, content=content, cue_word=lemma(document, item.cue[0])))
    return found


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
    from bisect import bisect_left

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
    """The encoder's statements, and those of the rules that ``keep`` names which it does not see."""
    taken = [content_tokens(document, s) for s in seen]
    cues = {(c.start, c.end) for s in seen for c in s.cue}
    found = [enriched(document, item, ruled) for item in seen]
    for item in ruled:
        own = content_tokens(document, item)
        rival = any(jaccard(own, other) >= SAME for other in taken)
        on_cue = any(a < c.end and c.start < b for c in item.cue for a, b in cues)
        if not rival and not on_cue and item.by in keep:
            found.append(item)
    return found


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
