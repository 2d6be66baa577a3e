"""Passive attribution: "was quoted by X as saying", "It was stressed that", "X is reported to have said"."""

from __future__ import annotations

from dragoman.annotate.statements.extents import stretch
from dragoman.annotate.statements.phrases import left_phrase, right_phrase
from dragoman.annotate.stream import norm, quotation_at, quotations_in, raw
from dragoman.knowledge.language import cue_forms
from dragoman.records import Document, Span, Statement

BE = frozenset({"is", "was", "are", "were", "been", "being", "be"})


def passives(document: Document, sentence: range) -> list[Statement]:
    """The statements of a sentence that a passive cue reports."""
    found = []
    for at in range(sentence.start + 1, sentence.stop):
        if norm(document, at - 1) not in BE or quotation_at(document, document.tokens[at].span.start) is not None:
            continue
        item = quoted_as_saying(document, at, sentence) or impersonal(document, at, sentence)
        if item is not None:
            found.append(item)
    return found


def quoted_as_saying(document: Document, at: int, sentence: range) -> Statement | None:
    """ "X was quoted as saying (by the Angkor Evening News) ..."; the medium is kept apart from the speaker."""
    if norm(document, at) not in ("quoted", "cited", "reported", "heard", "said", "seen"):
        return None
    source = left_phrase(document, at - 1, sentence.start)
    saying = next(
        (i for i in range(at + 1, min(at + 14, sentence.stop)) if norm(document, i) in ("saying", "said", "telling", "stating")), None
    )
    medium = right_phrase(document, at + 2, sentence.stop) if norm(document, at + 1) == "by" else None
    if source is None or (saying is None and medium is None):
        return None
    cue_end = saying if saying is not None else at
    media = (
        (Span(document.tokens[medium[0]].span.start, document.tokens[medium[1]].span.end),)
        if medium
        else medium_after(document, cue_end, sentence)
    )
    begin = cue_end + 1
    spans = before(document, source[0], sentence)
    if not spans:
        begin = begin + 1 if norm(document, begin) == "that" else begin
        spans = stretch(document, begin, last_word(document, sentence)) if begin < sentence.stop else ()
    if not spans:
        return None
    return passive(document, source, (at, at) if medium else (at - 1, cue_end), spans, media, "quoted-as-saying")


def medium_after(document: Document, cue_end: int, sentence: range) -> tuple[Span, ...]:
    """The medium after "as saying by ..."."""
    if norm(document, cue_end + 1) != "by":
        return ()
    medium = right_phrase(document, cue_end + 2, sentence.stop)
    return (Span(document.tokens[medium[0]].span.start, document.tokens[medium[1]].span.end),) if medium else ()


def before(document: Document, source: int, sentence: range) -> tuple[Span, ...]:
    """The content that stands before a passive clause."""
    end = source - 1
    if end <= sentence.start or raw(document, end) not in (",", '"', "\u201d", "\u00bb", "\u201c"):
        return ()
    return stretch(document, sentence.start, end)


def impersonal(document: Document, at: int, sentence: range) -> Statement | None:
    """ "It was stressed that ...": nobody is named as the source."""
    if norm(document, at - 2) != "it" or norm(document, at + 1) != "that":
        return None
    if not any(form.shape in ("participle", "past") and "say" in form.frames for form in cue_forms().get(norm(document, at), ())):
        return None
    spans = stretch(document, at + 2, last_word(document, sentence))
    return passive(document, None, (at - 2, at), spans, (), "it-was-said") if spans else None


def last_word(document: Document, sentence: range) -> int:
    """The last token of a sentence without its stop."""
    end = sentence.stop - 1
    while end > sentence.start and raw(document, end) in (".", "!", "?"):
        end -= 1
    return end


def passive(
    document: Document, source: tuple[int, int] | None, cue: tuple[int, int], spans: tuple[Span, ...], media: tuple[Span, ...], by: str
) -> Statement:
    """The statement of a passive clause; its kind is told by the marks."""
    kind = "indirect"
    if all(quotation_at(document, s.start) is not None and quotation_at(document, s.end - 1) is not None for s in spans):
        kind = "direct"
    elif any(quotations_in(document, s) for s in spans):
        kind = "mixed"
    quoted = tuple(q.inner for s in spans for q in quotations_in(document, s) if q.inner.touches(s) and s.covers(q.inner))
    where = (Span(document.tokens[source[0]].span.start, document.tokens[source[1]].span.end),) if source else ()
    return Statement(
        id="",
        kind=kind,
        content=spans,
        quoted=quoted or (spans if kind == "direct" else ()),
        source=where,
        cue=(Span(document.tokens[cue[0]].span.start, document.tokens[cue[1]].span.end),),
        cue_word="say",
        media=media,
        by=by,
    )
