"""Conversations: interviews and transcripts, where turns follow each other and nobody "said" anything.

Each paragraph of an answer is a statement. Who conducts the conversation states nothing: he asks, or tells what others
have said, which is theirs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.annotate.statements.labels import Label, labels, parties
from dragoman.annotate.statements.spoken import breaks_off, direct, in_first_person, utterance
from dragoman.annotate.stream import in_header
from dragoman.records import Document, Span, Statement

LEAST_TURNS = 3  # labelled paragraphs that make a conversation
DENSE = 0.3  # share of labelled paragraphs from which those between belong to the turn before; long answers have three or four
ASKING = 0.5  # share of a speaker's turns with a question mark at their end from which he is the one who asks
DASH = re.compile(r"[-\u2013\u2014]\s+(?=\S)")
LEAST_DASHES = 4
MOSTLY, FEW = 0.6, 0.34  # shares of the answers behind bare questions in which somebody says I, and which quote others or break off
ADDRESSED, ADDRESSING = re.compile(r"(?i)\b(?:you|your)\b"), 0.25  # and the share of questions that speak to somebody
LONG_QUESTION = 400  # characters of a paragraph that is one question


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn: its label if it has one, and the paragraphs of its words."""

    label: Label | None
    paragraphs: tuple[Span, ...]


def turns(document: Document) -> list[Statement]:
    """The answers of a conversation: with labels, with dashes in turn, or behind questions that stand alone."""
    marks = labels(document)
    found = labelled(document, marks) or dashed(document)
    return found if found or len(marks) >= LEAST_TURNS else between_questions(document)


def statements_of(document: Document, turn: Turn) -> Iterator[Statement]:
    """A statement for each paragraph of a turn; its first bears the label as its source."""
    source: tuple[Span, ...] = ()
    by = "interview-answer"
    if turn.label is not None and turn.label.kind != "answer":
        source, by = (turn.label.name,), "turn"
    for paragraph in turn.paragraphs:
        words = utterance(document, paragraph)
        if words is not None and not breaks_off(document, paragraph) and not in_header(document, words.start):
            yield direct((words,), by, source)
            source = ()


# ---- labels


def labelled(document: Document, found: list[Label]) -> list[Statement]:
    """The turns of a conversation whose speakers are named by labels."""
    if found and all(label.kind == "question" for label in found):
        return behind_questions(document, [label.paragraph for label in found])
    who = parties(found)
    if not is_conversation(found, who):
        return []
    first, last = found[0].paragraph, found[-1].paragraph
    dense = len(found) >= DENSE * (last - first + 1)
    silent = asking(document, found, who, dense)
    done: list[Statement] = []
    for number, label in enumerate(found):
        if who[number] not in silent and (dense or label.kind in ("named", "answer")):
            stop = found[number + 1].paragraph if dense and number + 1 < len(found) else label.paragraph + 1
            done += statements_of(document, turn_of(document, label, stop))
    return done


def turn_of(document: Document, label: Label, stop: int) -> Turn:
    """The words behind a label and the paragraphs up to the next one."""
    own = document.paragraphs[label.paragraph]
    rest = (Span(label.begins, own.end),) if label.begins < own.end else ()
    following = document.paragraphs[label.paragraph + 1 : stop]
    if not rest and not following:
        following = document.paragraphs[label.paragraph + 1 : label.paragraph + 2]
    return Turn(label, (*rest, *following))


def is_conversation(found: list[Label], who: list[int]) -> bool:
    """Whether labels are those of a conversation: several speakers in turn, one of them known as a person or by his part."""
    if found and all(label.kind in ("question", "answer") for label in found):
        return len({label.kind for label in found}) == 2
    counts = Counter(who)
    known = any(label.kind != "capitals" or len(label.words) > 1 for label in found)
    return len(found) >= LEAST_TURNS and len(counts) >= 2 and max(counts.values()) >= 2 and known


def asking(document: Document, found: list[Label], who: list[int], dense: bool) -> set[int]:
    """The speakers who conduct the conversation: by their label, by their questions, or because they open one of two."""
    by_label = {n for n, label in zip(who, found, strict=True) if label.kind in ("question", "press")}
    counts = Counter(who)
    asked = Counter(n for n, label in zip(who, found, strict=True) if document.words(document.paragraphs[label.paragraph]).endswith("?"))
    by_questions = {n for n in counts if counts[n] >= 2 and asked[n] >= ASKING * counts[n]}
    if len(by_label | by_questions) < len(counts):
        by_label |= by_questions
    if not by_label and dense and len(counts) == 2:
        by_label = {who[0]}
    return by_label


# ---- dashes


def dashed(document: Document) -> list[Statement]:
    """The answers of a conversation whose turns begin with dashes: every other paragraph of a run that opens with a question."""
    done: list[Statement] = []
    for run in dash_runs(document):
        bodies = [Span(p.start + match.end(), p.end) for p in run if (match := DASH.match(document.words(p)))]
        asked = [document.words(body) for body in bodies[::2]]
        answers = bodies[1::2]
        questions = sum("?" in words for words in asked)
        personal = sum(in_first_person(document, body) for body in answers)
        if "?" in asked[0] and questions >= 2 and 2 * personal >= len(answers):
            done += [s for body in answers for s in statements_of(document, Turn(None, (body,)))]
    return done


def dash_runs(document: Document) -> Iterator[list[Span]]:
    """The runs of paragraphs that begin with dashes, four and more."""
    run: list[Span] = []
    for paragraph in document.paragraphs:
        if DASH.match(document.text, paragraph.start):
            run.append(paragraph)
            continue
        if len(run) >= LEAST_DASHES:
            yield run
        run = []
    if len(run) >= LEAST_DASHES:
        yield run


# ---- questions that stand alone


def between_questions(document: Document) -> list[Statement]:
    """The answers behind paragraphs that are questions, as where bold type told them apart."""
    return behind_questions(document, [n for n, p in enumerate(document.paragraphs) if is_question(document, p)])


def behind_questions(document: Document, asked: list[int]) -> list[Statement]:
    """The paragraphs behind each of some questions, where somebody says I in most answers and few quote another."""
    addressed = sum(ADDRESSED.search(document.words(document.paragraphs[n])) is not None for n in asked)
    if len(asked) < LEAST_TURNS or addressed < ADDRESSING * len(asked):
        return []
    stops = [*asked[1:], asked[-1] + 2]
    groups = [group for n, stop in zip(asked, stops, strict=True) if (group := document.paragraphs[n + 1 : stop])]
    personal = sum(any(says_i(document, p) for p in group) for group in groups)
    quoting = sum(any(mark in document.words(p) for p in group for mark in ('" ', "\u201d ")) for group in groups)
    if len(groups) < LEAST_TURNS or personal < MOSTLY * len(groups) or quoting > FEW * len(groups):
        return []
    if sum(breaks_off(document, p) for group in groups for p in group) > FEW * sum(map(len, groups)):
        return []  # lines of a text with hard line ends
    return [s for group in groups for s in statements_of(document, Turn(None, tuple(group)))]


def is_question(document: Document, paragraph: Span) -> bool:
    """Whether a paragraph is a question and nothing else, without marks of quotation."""
    words = document.words(paragraph).strip("*_ ")
    return words.endswith("?") and len(words) <= LONG_QUESTION and not any(q in words for q in '"\u201c\u201d\u00ab')


def says_i(document: Document, paragraph: Span) -> bool:
    """Whether somebody says I in a paragraph, outside quotation marks."""
    return in_first_person(document, paragraph) and re.search(r"\bI(?:['\u2019]\w+)?\b", document.words(paragraph)) is not None
