"""The notation of the grammar's rules: templates over lower-case text, with words in capitals for classes of words.

``MONTH DAY(?:, YEAR)?`` stands for a pattern in which MONTH is any month of the calendar file and a blank is one to
three blanks or a single line end. Every class and every repetition is bounded, so matching stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from dragoman.knowledge.calendar import Calendar, calendar

LOWER = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ\u2019\u2018", "abcdefghijklmnopqrstuvwxyz''")
BLANK = r"(?:[ \t\u00a0\u2009\u202f]{1,3}|[ \t]?\r?\n[ \t]{0,3}(?=\S))"
CLASS = re.compile(r"\b[A-Z]{3,}\b")
FIRST_WORD = re.compile(r"[a-z]+")
DIGITS = "0"  # the key of everything that opens with a digit


def lowered(text: str) -> str:
    """The text in lower case with straight apostrophes, at the same offsets (unlike ``str.lower``)."""
    return text.translate(LOWER)


def any_of(words: Iterable[str]) -> str:
    """An alternation, longest first."""
    return "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(words, key=lambda w: (-len(w), w)))


@cache
def lists() -> dict[str, tuple[str, ...]]:
    """The classes that are lists of the calendar file."""
    words = calendar()
    found: dict[str, Iterable[str]] = {
        "MONTH": words.months,
        "WEEKDAY": words.weekdays,
        "SHORTDAY": {**words.weekdays, **words.short_weekdays},
        "SEASON": words.seasons,
        "UNIT": words.units,
        "DAYUNIT": {unit: code for unit, code in words.units.items() if code not in ("S", "MIN", "H")},
        "MANY": [unit for unit, code in words.units.items() if unit.endswith("s") and code not in ("S", "MIN", "H", "WE")],
        "OPEN": words.open_stretches,
        "NUMBER": {**words.numbers, **words.tens, **dict.fromkeys(words.several)},
        "ORDINAL": words.ordinals,
        "JUBILEE": words.jubilees,
        "PART": words.parts,
        "MODIFIER": words.modifiers,
        "HOLIDAY": words.holidays,
        "EDGE": words.edges,
        "DECADE": words.decades,
        "ABOUT": words.about,
        "EVERY": words.every,
        "OFTEN": words.sets,
        "REFERENCE": words.references,
        "VAGUE": words.vague,
        "COMMEMORATED": words.commemorated,
    }
    return {name: tuple(group) for name, group in found.items()}


@cache
def classes() -> dict[str, str]:
    """The pattern of each class that a template may name."""
    words = calendar()
    plain = {name: f"(?:{any_of(group)})" for name, group in lists().items()}
    day = r"(?:[12]\d|3[01]|0?[1-9])"
    return {
        **plain,
        "YEAR": r"(?:1\d\d\d|20\d\d)",
        "DAY": day,
        "NTH": rf"(?:{day}(?:st|nd|rd|th))",
        "DASH": r"[ ]?[-\u2013\u2014/][ ]?",
        "MONTH": months(words),
        "SHORTDAY": rf"(?:(?:{any_of(words.weekdays)})|(?:{any_of(words.short_weekdays)})\b\.?)",
        "NUMBER": numbers(words, words.several),
        "COUNT": numbers(words, ()),
        "RANK": rf"(?:(?:{any_of(words.ordinals)})|\d{{1,4}}(?:st|nd|rd|th))",
        "CLOCK": clock(words),
        "SPOKEN": spoken(words),
    }


def months(words: Calendar) -> str:
    """Months in full, or short with or without a dot."""
    full = [w for w in words.months if len(w) > 4 or w in ("may", "june", "july")]
    short = [w for w in words.months if w not in full]
    return rf"(?:(?:{any_of(full)})|(?:{any_of(short)})\b\.?)"


def numbers(words: Calendar, several: tuple[str, ...]) -> str:
    """Numbers in words or digits, and the given words that leave a number open."""
    ones = [w for w, n in words.numbers.items() if n < 10 and " " not in w and w not in ("a", "an")]
    compound = rf"(?:{any_of(words.tens)})[- ](?:{any_of(ones)})"
    return rf"(?:{compound}|(?:{any_of([*words.numbers, *several])})|\d{{1,3}}(?:,\d{{3}})?(?:\.\d)?)"


def spoken(words: Calendar) -> str:
    """A year as it is spoken: nineteen ninety-six, two thousand (and) four."""
    ones = [w for w, n in words.numbers.items() if n < 10 and " " not in w and w not in ("a", "an")]
    teens = [w for w, n in words.numbers.items() if 10 <= n < 20 and " " not in w]
    tens = any_of(words.tens)
    of_century = rf"(?:eighteen|nineteen|twenty) (?:(?:{tens})[- ](?:{any_of(ones)})|{tens}|{any_of(teens)})"
    return rf"(?:{of_century}|two thousand(?:(?: and)? (?:{any_of([*ones, *teens])}))?)"


def clock(words: Calendar) -> str:
    """A time of the day with its zone."""
    zone = rf"\(?(?:{any_of(words.zones)})\b\)?"
    told = r"\d{1,2}(?:[:.]\d\d)?[ ]?(?:a\.m\.|p\.m\.|am\b|pm\b)|\d{1,2}:\d\d(?::\d\d)?(?: hours)?|noon\b|midnight\b|midday\b"
    return rf"(?:(?:(?:{told})(?: {zone})?|\d{{4}} (?:gmt|utc)\b))"


def compiled(template: str) -> re.Pattern[str]:
    """A template as a pattern that ends with a whole word; where it begins is the caller's to see to."""
    return re.compile(rf"(?:{expanded(template)})(?!\w)(?!-\d)")


def expanded(template: str) -> str:
    """A template with its classes and blanks written out."""
    named = CLASS.sub(lambda match: classes()[match.group()], template)
    return re.sub(r"(?<!\[)(?<!\\) (?!\])", lambda match: BLANK, named)


def openings(opens: str) -> frozenset[str]:
    """The first words of a rule's matches: its literal words, and the first words of its classes."""
    found: set[str] = set()
    for name in opens.split():
        if name == "DIGITS":
            found.add(DIGITS)
        elif name.isupper():
            found.update(match.group() for word in lists()[name] if (match := FIRST_WORD.match(word)))
        else:
            found.add(name)
    return frozenset(found)
