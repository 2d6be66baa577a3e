"""Past or future: which way the clause round an expression looks, for "on Friday" and "in October" alone do not tell.

The nearest word that tells decides: first backwards to the beginning of the sentence or to a mark that closes a thought,
then onwards to the end of the clause.
"""

from __future__ import annotations

import re

from dragoman.annotate.stream import sentence_at
from dragoman.knowledge.calendar import Calendar, calendar
from dragoman.records import Document, Span

BEFORE, AFTER = 160, 90  # characters that are looked at: about as far as a clause reaches
WORD = re.compile(r"[a-z']+")
CLOSES = re.compile('[;:\u2014\u201c\u201d\u00ab\u00bb"()]|--| - | \u2013 ')
CLAUSE_END = re.compile('[,;:\u2014\u201c\u201d\u00ab\u00bb"().]|--')
FRONTED = 2  # words before an expression that opens its clause: "On Friday, the ministers will meet"
NEXT = re.compile(r" ([a-z']+)")
LINE = re.compile(r"\n\s*\n")


def tense(document: Document, text: str, span: Span) -> str:
    """``past`` or ``future`` for an expression; empty where nothing round it tells. ``text`` is the text in lower case."""
    words = calendar()
    sentence = sentence_at(document, span.start) or span
    before = last_part(text[max(sentence.start, span.start - BEFORE) : span.start])
    after = text[span.end : min(max(sentence.end, span.end), span.end + AFTER)]
    told = backwards(WORD.findall(before), words)
    if re.search(words.until_pattern, before):
        return "past" if told == "past" and had(before) else "future"
    if re.search(words.since_pattern, before) or told_next(after, words) == "past":
        return "past"
    if told:
        return told
    if len(WORD.findall(before)) <= FRONTED:
        after = after.lstrip(" ,")
    return onwards(WORD.findall(CLAUSE_END.split(after, maxsplit=1)[0]), words)


def last_part(before: str) -> str:
    """What stands before an expression, from the last mark that closes a thought."""
    return CLOSES.split(LINE.split(before)[-1])[-1]


def had(before: str) -> bool:
    """Whether a past auxiliary rules the words: "had been cleared by Friday"."""
    return re.search(r"\b(?:had|was|were)\b", before) is not None


def told_next(after: str, words: Calendar) -> str:
    """What the word right after an expression says: "the ministry on Thursday evening posted"."""
    found = NEXT.match(after)
    return told_by([found[1]], 0, words) if found else ""


def backwards(found: list[str], words: Calendar) -> str:
    """What the nearest telling word before an expression says."""
    for index in range(len(found) - 1, -1, -1):
        told = told_by(found, index, words)
        if told:
            return told
    return ""


def onwards(found: list[str], words: Calendar) -> str:
    """What the nearest telling word after an expression says."""
    return next((told for index in range(len(found)) if (told := told_by(found, index, words))), "")


def told_by(found: list[str], index: int, words: Calendar) -> str:
    """What one word says of the time: "will", "to meet", "scheduled"; "said", "returned"."""
    word, before = found[index], found[max(0, index - 2) : index]
    if word in words.ahead or (word in words.infinitives and before[-1:] == ["to"]):
        return "future"
    if word in words.unmarked and any(modal in words.modals for modal in before):
        return "future"  # "should they cut the supplies in autumn"
    regular = len(word) > 4 and word.endswith("ed") and word not in words.not_past
    adjective = bool(before) and before[-1] in words.before_adjective  # "a still unspecified date in January"
    past_form = word in words.behind or (regular and not adjective)
    if past_form and "be" in before:
        return "future"  # "will be lifted", "to be formally signed"
    return "past" if past_form else ""
