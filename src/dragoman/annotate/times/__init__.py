"""Time expressions of news English, each with what the grammar understood of it.

At every word that can open one, the rules that begin with it are tried and the longest match wins, so that the cost
grows with the length of the text alone. Values are worked out later, against the day of publication; nothing here knows
what day it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from dragoman.annotate.times import days, lengths, spans
from dragoman.annotate.times.patterns import DIGITS, compiled, lowered, openings
from dragoman.annotate.times.rule import Rule
from dragoman.annotate.times.tense import tense
from dragoman.annotate.times.traps import Found, believable
from dragoman.records import Document, Span, Timex

RULES = (*days.RULES, *lengths.RULES, *spans.RULES)
OPENING = re.compile(r"(?<![\w$\u20ac\u00a3#])(?<!\d[.,-])(?:([a-z]+)|\d+)")

PARTNER = re.compile(r"\W{0,6}([a-z]+|\d)")  # a blank of a template is six characters at most, and "Q3" has none
WORD = re.compile(r"[a-z]+")

Candidates = tuple[tuple[re.Pattern[str], Rule], ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules that each word can open, with their patterns, in the order of the rules.

    ``alone`` are the words that can be an expression by themselves; after any other the next word must be one of
    ``words``, which are all that the templates know: this spares most of the tries after "the" and "in".
    """

    rules: dict[str, Candidates]
    alone: frozenset[str]
    words: frozenset[str]


@cache
def grammar(vague: bool = False) -> Grammar:
    """The grammar, with or without its vague rules."""
    found: dict[str, list[tuple[re.Pattern[str], Rule]]] = {}
    words: set[str] = set()
    for rule in RULES:
        if rule.vague and not vague:
            continue
        pattern = compiled(rule.template)
        words.update(WORD.findall(pattern.pattern))
        for word in sorted(openings(rule.opens)):
            found.setdefault(word, []).append((pattern, rule))
    alone = frozenset(word for word, rules in found.items() if word == DIGITS or any(pattern.fullmatch(word) for pattern, _ in rules))
    return Grammar({word: tuple(rules) for word, rules in found.items()}, alone, frozenset(words))


def times(document: Document, vague: bool = False) -> Document:
    """Fill ``times``: the longest match at each place, the earlier rule of two equally long ones.

    ``vague`` also lists "now", "currently", "recent", adverbs of repetition and stretches below a day, which TIMEX3 marks
    and a calendar has no use for.
    """
    known, text = grammar(vague), lowered(document.text)
    found: list[Timex] = []
    reach = 0
    for opening in OPENING.finditer(text):
        if opening.start() < reach:
            continue
        candidates = tried(known, text, opening)
        timex = longest(document, text, opening.start(), candidates) if candidates else None
        if timex is not None:
            found.append(timex)
            reach = timex.span.end
    return replace(document, times=tuple(found))


def tried(known: Grammar, text: str, opening: re.Match[str]) -> Candidates:
    """The rules to try at a word; none where the next word rules all of them out."""
    word = opening[1] or DIGITS
    candidates = known.rules.get(word, ())
    if not candidates or word in known.alone:
        return candidates
    partner = PARTNER.match(text, opening.end())
    return candidates if partner and (partner[1].isdigit() or partner[1] in known.words) else ()


def longest(document: Document, text: str, start: int, candidates: Candidates) -> Timex | None:
    """The longest believable expression at an offset."""
    matches = [(match, rule) for pattern, rule in candidates if (match := pattern.match(text, start))]
    for match, rule in sorted(matches, key=lambda found: -found[0].end()):
        timex = expression(document, text, match, rule)
        if timex is not None:
            return timex
    return None


def expression(document: Document, text: str, match: re.Match[str], rule: Rule) -> Timex | None:
    """The expression of a match, or nothing where it is no time."""
    if not believable(Found(document, match, text), rule.trap):
        return None
    form = rule.form(match)
    if form is None:
        return None
    span = Span(match.start(), match.end())
    kind, arguments = form
    return Timex(span, kind, form=(*arguments, tense(document, text, span)) if rule.tensed else arguments, by=rule.name)
