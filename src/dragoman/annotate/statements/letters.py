"""Letters and speeches that a text gives in full: every paragraph is its writer's or speaker's own words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dragoman.annotate.statements.spoken import FIRST_PERSON, direct, in_first_person, speech_words, utterance, word_count
from dragoman.annotate.stream import in_header, mentions_in, norm, within
from dragoman.records import Document, Span, Statement

MOST_SALUTATION = 8  # words of "Dear Mr President,"
MOST_SIGNATURE = 7  # words of a name
MOST_ANNOUNCEMENT = 40  # words of "Remarks by Consul General X at the opening of ..."
EARLY = 4  # paragraphs at the head, one of which announces a speech
SHORT = 8  # words of a paragraph that need not say I: a heading, a stage direction
PERSONAL = 0.6  # share of the longer paragraphs in which somebody says I or we; news that quotes a speech has none
LEAST_PARAGRAPHS = 3
BREAK = re.compile(r"[*#_=\-\u2014 .]{3,}")


def letters(document: Document, found: Sequence[Statement]) -> list[Statement]:
    """The statements of a letter or a speech in full, without the sentences in which others are quoted."""
    return [*letter(document, found), *speech(document)]


# ---- letters


def letter(document: Document, found: Sequence[Statement]) -> Iterator[Statement]:
    """The statements between a salutation and a signature: what its writer says between his reports of others' words."""
    opened = next((n for n, p in enumerate(document.paragraphs) if salutation(document, p)), None)
    if opened is None:
        return
    closed = next((n for n in range(opened + 2, len(document.paragraphs)) if closing(document, document.paragraphs[n])), None)
    if closed is None:
        return
    reports = sorted(s.cue[0].start for s in found if s.cue and s.source and not own(document, s))
    for paragraph in document.paragraphs[opened + 1 : closed]:
        for part in between_reports(document, paragraph, reports):
            if (words := utterance(document, part)) is not None:
                yield direct((words,), "letter")


def salutation(document: Document, paragraph: Span) -> bool:
    """Whether a paragraph is "Sir," or "Dear Madam President:"."""
    words = document.words(paragraph).casefold()
    first = re.split(r"\W", words, maxsplit=1)[0]
    return words.endswith((",", ":")) and first in speech_words("salutations") and word_count(document, paragraph) <= MOST_SALUTATION


def closing(document: Document, paragraph: Span) -> bool:
    """Whether a paragraph is "Yours faithfully," or the like."""
    words = " ".join(document.words(paragraph).casefold().split())
    return word_count(document, paragraph) <= MOST_ANNOUNCEMENT and words.startswith(tuple(sorted(speech_words("closings"))))


def own(document: Document, statement: Statement) -> bool:
    """Whether the writer reports himself: "I say", "my Government holds"."""
    return any(norm(document, i) in FIRST_PERSON for i in within(document, statement.source[0]))


def between_reports(document: Document, paragraph: Span, reports: list[int]) -> Iterator[Span]:
    """The runs of a paragraph's sentences in which nobody else is reported."""
    start = bisect_left(document.sentences, paragraph.start, key=lambda s: s.start)
    run: list[Span] = []
    for number in range(start, len(document.sentences)):
        sentence = document.sentences[number]
        if sentence.start >= paragraph.end:
            break
        at = bisect_left(reports, sentence.start)
        if at < len(reports) and reports[at] < sentence.end:
            if run:
                yield Span(run[0].start, run[-1].end)
            run = []
        else:
            run.append(sentence)
    if run:
        yield Span(run[0].start, run[-1].end)


# ---- speeches


def speech(document: Document) -> Iterator[Statement]:
    """The paragraphs of a speech that the head of a text announces with its speaker; the first bears him as its source."""
    head = next((n for n in range(min(EARLY, len(document.paragraphs))) if announced(document, document.paragraphs[n]) is not None), None)
    if head is None:
        return
    body = []
    for paragraph in document.paragraphs[head + 1 :]:
        if BREAK.fullmatch(document.words(paragraph)):
            break
        body.append(paragraph)
    long = [p for p in body if word_count(document, p) > SHORT]
    if len(long) < LEAST_PARAGRAPHS or sum(in_first_person(document, p) for p in long) < PERSONAL * len(long):
        return
    speaker = announced(document, document.paragraphs[head])
    source = (speaker,) if speaker is not None else ()
    for paragraph in body:
        words = utterance(document, paragraph)
        if words is not None and not in_header(document, words.start):
            yield direct((words,), "speech", source)
            source = ()


def announced(document: Document, paragraph: Span) -> Span | None:
    """The speaker of a line like "Remarks by Consul General X": his name with his title."""
    if word_count(document, paragraph) > MOST_ANNOUNCEMENT:
        return None
    tokens = list(within(document, paragraph))
    for at, token in enumerate(tokens[:-1]):
        if norm(document, token) in ("by", "of") and {norm(document, i) for i in tokens[max(0, at - 4) : at]} & speech_words("speeches"):
            behind = Span(document.tokens[tokens[at + 1]].span.start, paragraph.end)
            name = next((m for m in mentions_in(document, behind) if m.type == "person" and m.kind == "name"), None)
            return Span(behind.start, name.span.end) if name is not None else None
    return None
