"""Quotations that the narrator takes into a sentence of his own without a verb of saying.

'Algiers is "categorically against a military venture"' gives the words to Algiers; '"So withdraw the ban," came back from the
table' gives them to somebody, who may stay unknown.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from dragoman.annotate.statements.floating import claimed
from dragoman.annotate.statements.spoken import FIRST_PERSON, direct, speech_words, trimmed, word_count
from dragoman.annotate.stream import in_header, last_before, mentions_in, norm, paragraph_at, sentence_at, starts_sentence, within
from dragoman.knowledge.language import closed
from dragoman.records import Document, Mention, Quotation, Span, Statement, touched

LEAST_SAID = 3  # words behind "is": fewer are a term or irony
LEAST_TAGGED = 6  # words before a comma that are a sentence and no title; fewer where somebody says I or we
SPEAKING = ("state", "organisation", "person")


def adopted(document: Document, found: Sequence[Statement]) -> list[Statement]:
    """The quotations nobody claims that stand behind a subject and "is", or that open a sentence and end with a comma."""
    taken = claimed(document, found)
    done = []
    for quotation in document.quotations:
        if quotation.depth or touched(taken, quotation.inner) or in_header(document, quotation.span.start) or not quotation.closed:
            continue
        subject = subject_of(document, quotation)
        if subject is not None:
            done.append(direct((trimmed(document, quotation.inner),), "adopted-quotation", (subject.span,)))
        elif tagged(document, quotation):
            done.append(direct((trimmed(document, quotation.inner),), "tagged-quotation", speaker_behind(document, quotation)))
    return done


def subject_of(document: Document, quotation: Quotation) -> Mention | None:
    """The state, body or person that is what a quotation says, as in 'Algiers is "against it"'."""
    at = last_before(document.tokens, quotation.span.start)
    if word_count(document, quotation.inner) < LEAST_SAID or norm(document, at) not in speech_words("being"):
        return None
    first = within(document, quotation.inner)
    if (
        not first
        or norm(document, first[0]) in closed("determiners") | closed("possessives")
        or not document.text[quotation.inner.start].islower()
    ):
        return None
    end = document.tokens[at].span.start
    stop = bisect_left(document.mentions, end, key=lambda m: m.span.start)
    near = [m for m in document.mentions[max(0, stop - 3) : stop] if m.span.end == end - 1 and m.type in SPEAKING]
    sentence = sentence_at(document, end)
    opening = [m for m in near if sentence is not None and m.span.start - sentence.start < 6 and m.kind == "name"]
    return opening[0] if opening else None


def tagged(document: Document, quotation: Quotation) -> bool:
    """Whether a quotation opens a sentence and ends with a comma inside its marks: somebody speaks, whatever the verb behind it."""
    if not starts_sentence(document, quotation.span.start) or document.text[quotation.inner.end - 1] != ",":
        return False
    words = [norm(document, i) for i in within(document, quotation.inner)]
    return word_count(document, quotation.inner) >= LEAST_TAGGED or bool({*words} & FIRST_PERSON)


def speaker_behind(document: Document, quotation: Quotation) -> tuple[Span, ...]:
    """The person named in the rest of the sentence behind a quotation."""
    paragraph = paragraph_at(document, quotation.span.start)
    sentence = sentence_at(document, quotation.span.end)
    if sentence is None or paragraph is None:
        return ()
    named = [m for m in mentions_in(document, Span(quotation.span.end, sentence.end)) if m.type == "person" and m.kind == "name"]
    return (named[0].span,) if named else ()
