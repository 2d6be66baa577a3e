"""Words of a match as the arguments of a form: numbers, months, weekdays, steps."""

from __future__ import annotations

import re

from dragoman.knowledge.calendar import calendar

Form = tuple[str, tuple[str, ...]]
"""Type of the expression, and the name of the form with its arguments."""


def squeezed(words: str) -> str:
    """The words with single blanks."""
    return " ".join(words.split())


def month_number(word: str) -> str:
    """Number of a month, two digits."""
    return f"{calendar().months[word.strip('. ')]:02}"


def day_number(words: str) -> str:
    """Number of a day, two digits: 8, 8th, eighth."""
    return f"{int(rank(words)):02}"


def weekday_number(word: str) -> str:
    """ISO number of a weekday, Monday 1."""
    word = word.strip(". ")
    return str(calendar().weekdays.get(word) or calendar().short_weekdays[word])


def number(words: str) -> str:
    """A number as digits; X where the words leave it open."""
    words = squeezed(words)
    known = calendar()
    if re.fullmatch(r"\d+(?:,\d{3})?(?:\.\d)?", words):
        return words.replace(",", "")
    if words in known.numbers:
        return str(known.numbers[words])
    head, _, tail = re.sub("[- ]", " ", words).partition(" ")
    return str(known.tens[head] + known.numbers[tail]) if head in known.tens and tail in known.numbers else "X"


def rank(words: str) -> str:
    """An ordinal as digits: fifth, 5th; X for a word that is none."""
    digits = re.match(r"\d+", words)
    known = calendar()
    return digits.group() if digits else str(known.ordinals.get(words) or known.jubilees.get(words) or "X")


def unit_code(word: str) -> str:
    """TIMEX3 letter of a unit."""
    return calendar().units[word]


def step(words: str | None) -> str:
    """What a modifier does: -1, 0, +1, before, after, same; empty without one."""
    return calendar().modifiers[squeezed(words).removeprefix("the ")] if words else ""


def edge(words: str | None) -> str:
    """start, mid, late or end of a stretch of time; empty for none."""
    return calendar().edges.get(re.split("[ -]", squeezed(words))[0], "") if words else ""


def part(word: str | None) -> str:
    """TIMEX3 part of the day; empty for none."""
    return calendar().parts.get(word, "") if word else ""


def full_year(word: str | None) -> str:
    """Four digits, or nothing; 98 and 07 are years of the last century and of this one; a year may be spoken."""
    if not word or (len(word) == 4 and word.isdigit()):
        return word or ""
    if not word.isdigit():
        return spoken_year(squeezed(word))
    return ("20" if int(word) < 60 else "19") + word  # a two-digit year in news lies within living memory


def spoken_year(words: str) -> str:
    """nineteen ninety-six, two thousand and four: in digits."""
    head, _, tail = words.partition(" ")
    if words.startswith("two thousand"):
        rest = words.removeprefix("two thousand").removeprefix(" and").strip()
        return str(2000 + int(number(rest))) if rest else "2000"
    return str(100 * calendar().numbers[head] + int(number(tail)))


def hour(words: str) -> str:
    """A clock time as HH:MM, with Z for Greenwich time; empty where it is none."""
    words = squeezed(words)
    zone = "Z" if re.search(r"\b(?:gmt|utc)\b", words) else ""
    if words.startswith(("noon", "midday")):
        return "12:00" + zone
    if words.startswith("midnight"):
        return "24:00" + zone
    found = re.match(r"(\d{1,2})(?:[:.]?(\d\d))?", words)
    hours, minutes = (int(found[1]), found[2] or "00") if found else (99, "00")
    if re.search(r"\d ?p\.?m", words) and hours < 12:
        hours += 12
    elif re.search(r"\d ?a\.?m", words) and hours == 12:
        hours = 0
    return f"{hours:02}:{minutes}{zone}" if hours < 25 and int(minutes) < 60 else ""
