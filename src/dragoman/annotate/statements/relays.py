"""Attribution through a medium: "Tass quoted the minister as saying that ..."; the medium is kept apart from the speaker."""

from __future__ import annotations

from dragoman.annotate.statements.extents import stretch
from dragoman.annotate.statements.passive import BE, before, last_word, passive
from dragoman.annotate.statements.phrases import left_phrase
from dragoman.annotate.stream import norm, quotation_at, raw
from dragoman.knowledge.language import word_set
from dragoman.records import Document, Span, Statement

REACH = 40  # tokens between "quoted" and "as saying": a name with its apposition
BY = "quotes-as-saying"


def relays(document: Document, sentence: range) -> list[Statement]:
    """The statements of a sentence in which somebody quotes another as saying something."""
    found = []
    for at in range(sentence.start, sentence.stop):
        if norm(document, at) not in word_set("clauses", "quoting") or quotation_at(document, document.tokens[at].span.start) is not None:
            continue
        item = None if at > sentence.start and norm(document, at - 1) in BE else quotes_as_saying(document, at, sentence)
        if item is not None:
            found.append(item)
    return found


def quotes_as_saying(document: Document, at: int, sentence: range) -> Statement | None:
    """The statement behind "quoted", or before it: '"...", the radio quoted him as saying'."""
    linked = as_saying(document, at, sentence)
    if linked is None:
        return None
    last = linked - 1 if raw(document, linked - 1) == "," else linked
    medium = None if norm(document, at).endswith("ing") else left_phrase(document, at, sentence.start)
    spans = said_behind(document, linked + 1, sentence) or before(document, medium[0] if medium else at, sentence)
    if last - 1 <= at or not spans:
        return None
    media = (Span(document.tokens[medium[0]].span.start, document.tokens[medium[1]].span.end),) if medium else ()
    return passive(document, (at + 1, last - 1), (at, at), spans, media, BY)


def as_saying(document: Document, at: int, sentence: range) -> int | None:
    """The token "as" of "as saying" behind the one who is quoted."""
    for here in range(at + 2, min(at + REACH, sentence.stop - 1)):
        if quotation_at(document, document.tokens[here].span.start) is not None:
            return None
        if norm(document, here) == "as" and norm(document, here + 1) in word_set("clauses", "saying"):
            return here
    return None


def said_behind(document: Document, saying: int, sentence: range) -> tuple[Span, ...]:
    """The content behind "as saying (that)", or "as telling somebody that"."""
    begin = saying + 1
    if norm(document, saying) in word_set("clauses", "telling"):
        that = next((i for i in range(begin, min(begin + REACH, sentence.stop)) if norm(document, i) == "that"), None)
        begin = that if that is not None else begin
    while begin < sentence.stop and (norm(document, begin) == "that" or raw(document, begin) in (":", ",")):
        begin += 1
    last = last_word(document, sentence)
    return stretch(document, begin, last) if begin <= last and any(document.tokens[i].word for i in range(begin, last + 1)) else ()
