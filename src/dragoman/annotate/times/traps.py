"""What looks like a time and is none: "may" the verb, "March" the deed, resolution 1701, 1500 people, the fall of Kabul."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

from dragoman.annotate.stream import sentence_at
from dragoman.annotate.times.tense import tense
from dragoman.knowledge.calendar import calendar
from dragoman.records import Document, Span

LEAD = 24  # characters before a match that a check looks at
NAMED_GROUPS = ("mon", "end", "wd", "a", "b", "name")  # what English writes with a capital
CLAUSE = 160  # characters before a match in which its condition stands
NAME_REACH = 120  # characters: the longest name that may hold an expression
LAST_WORD = re.compile(r"([a-z'.]+|\S)\s*$")
WORD = re.compile(r"[a-z]+")
OWNED = re.compile(r"'s ([a-z]+)")
NEXT_WORD = re.compile(r"\s{0,3}-?\s?([a-z']+)")


class Found(NamedTuple):
    """A match in its surroundings; ``text`` is the whole text in lower case."""

    document: Document
    match: re.Match[str]
    text: str


def lead(found: Found) -> str:
    """The characters right before the match, in lower case."""
    return found.text[max(0, found.match.start() - LEAD) : found.match.start()]


def tail(found: Found) -> str:
    """The characters right after the match, in lower case."""
    return found.text[found.match.end() : found.match.end() + LEAD]


def word_before(found: Found) -> str:
    """The word right before the match, or the mark that stands there."""
    word = LAST_WORD.search(lead(found))
    return word[1] if word else ""


def word_after(found: Found) -> str:
    """The word right after the match; empty before a mark."""
    word = NEXT_WORD.match(tail(found))
    return word[1] if word else ""


def group(found: Found, name: str) -> str:
    """A group of the match; empty where it is not there."""
    return found.match.groupdict().get(name) or ""


def capital(found: Found, at: int) -> bool:
    """Whether the text has a capital at an offset."""
    return found.document.text[at : at + 1].isupper()


def believable(found: Found, trap: str) -> bool:
    """Whether a match is a time, by the check of its rule and by those that hold for all."""
    return capitals(found) and not named(found) and (not trap or TRAPS[trap](found))


def capitals(found: Found) -> bool:
    """Whether months, weekdays and feasts are written with a capital."""
    groups = found.match.groupdict()
    starts = [found.match.start(name) for name in NAMED_GROUPS if groups.get(name) and groups[name][:1].isalpha()]
    return all(capital(found, at) for at in starts)


def named(found: Found) -> bool:
    """Whether the match is part of a name: "Party of 1912", "Sunday Courier"; a day at the end of a name is none of it."""
    mentions, start, end = found.document.mentions, found.match.start(), found.match.end()
    index = bisect_right(mentions, start, key=lambda m: m.span.start)
    while index > 0 and mentions[index - 1].span.start > start - NAME_REACH:
        index -= 1
        mention = mentions[index]
        if mention.kind == "name" and mention.type in ("organisation", "person") and mention.span.covers(Span(start, end)):
            return mention.span.end > end or (mention.span.start < start and not (group(found, "wd") or group(found, "word")))
    return False


def ranged(found: Found) -> bool:
    """Whether two dates are a range: "12 May and 3 June" are two dates."""
    words = found.match.group()
    return " and " not in words or words.startswith("between")


def two_days(found: Found) -> bool:
    """Whether two days of a month are one stretch: May 3 and 4; "on May 3 and 4 people" and May 3 and 9 are none."""
    return int(group(found, "e")) == int(group(found, "d")) + 1 and word_after(found) not in calendar().counted


def two_months(found: Found) -> bool:
    """Whether two months are one stretch: from May to June, January and February 1995."""
    words = found.match.group()
    return not re.search(r"\sand\s", words) or words.startswith("between") or bool(group(found, "y"))


def neighbours(found: Found) -> bool:
    """Whether two weekdays are one stretch: Monday and Tuesday, Monday-Wednesday."""
    days = calendar().weekdays
    return " and " not in found.match.group() or days[group(found, "b")] == days[group(found, "a")] % 7 + 1


def two_years(found: Found) -> bool:
    """Whether two years are a range, and no count follows."""
    return ranged(found) and word_after(found) not in calendar().counted


def month_day(found: Found) -> bool:
    """Whether an ordinal in words is a day: "March the fifth", not "in March first reports"."""
    day = group(found, "d")
    return day[:1].isdigit() or re.search(rf"(?:the {day}|^{day} of) ?", found.match.group()) is not None


def ordinal(found: Found) -> bool:
    """Whether "the 20th" is a day: a preposition of time rules it."""
    return word_before(found) in calendar().before_day


def one_weekday(found: Found) -> bool:
    """Whether a weekday is a day: no short form alone, no "Black Friday", no "said that Monday"."""
    if word_before(found) in ("black", "bloody", "super", "holy"):
        return False
    return group(found, "mod") != "that" or word_before(found) in calendar().before_day


def today(found: Found) -> bool:
    """Whether "today" is a day: no part of a title ("Harbour Today"), no "even tomorrow", no "today's youth"."""
    start = found.match.start()
    owned = OWNED.match(tail(found))
    if word_before(found) == "even" or (owned and owned[1] in calendar().of_today):
        return False
    before = re.search(r"(?:^|[\s(])([^\W\d_][\w'-]*) $", found.document.text[max(0, start - LEAD) : start])
    shouted = found.document.text[start : found.match.end()].isupper()
    return not capital(found, start) or shouted or before is None or not before[1][0].isupper()


def this_day(found: Found) -> bool:
    """Whether "this day" is the day of publication: "On this day the ministers met", not "to this day"."""
    return word_before(found) == "on" and word_after(found) not in ("in", "of", "a")


def supposed(found: Found) -> bool:
    """Whether "the same day" is a day that was: "if they shoot, the bridge shuts the same day" supposes one."""
    sentence = sentence_at(found.document, found.match.start())
    start = found.match.start()
    before = found.text[max(sentence.start if sentence else start, start - CLAUSE) : start]
    if calendar().supposing.isdisjoint(WORD.findall(before)):
        return True
    return tense(found.document, found.text, Span(*found.match.span())) == "past"


def clock(found: Found) -> bool:
    """Whether digits are an hour: a zone, a.m. or p.m. says so, or a preposition of time."""
    words = found.match.group()
    return re.search(r"[a-z]", words) is not None or word_before(found) in calendar().before_day


def clause(found: Found) -> bool:
    """Whether "the day before" stands alone, and is not the head of "the day before the vote"."""
    if group(found, "dir") not in ("before", "after"):
        return True
    word = word_after(found)
    return not word or not (capital(found, found.match.end() + 1) or word in calendar().clause_heads or word.endswith("ing"))


def month(found: Found) -> bool:
    """Whether a month stands for itself; "May", "March" and short forms want a preposition or a year beside them."""
    if group(found, "y") or group(found, "edge"):
        return group(found, "mod") != "that"
    if group(found, "mod"):
        return group(found, "mod") != "that" or word_before(found) in calendar().before_day
    name = group(found, "mon").strip(".")
    sure = len(name) > 4 and name != "march"
    return sure or (word_before(found) in calendar().before_month and not (name == "march" and word_after(found) in ("on", "of", "to")))


def year(found: Found) -> bool:
    """Whether four digits are a year: nothing is counted, nothing numbered, no decimals follow."""
    known = calendar()
    if re.match(r"[.,:]\d|%|-(?:strong|man|member|page|foot|ton|tonne|mile|km|seat|bed)", tail(found)):
        return False
    if word_after(found) in known.counted or word_before(found).strip(".") in known.numbered:
        return False
    if word_before(found) == "at" and not word_after(found):
        return False  # the news at 1800
    return group(found, "y") >= "1500" or word_before(found) in known.before_day


def spoken_year(found: Found) -> bool:
    """Whether number words are a year: "nineteen ninety-six", "in twenty ten", not "two thousand troops"."""
    words = found.match.group()
    if words.startswith("the year"):
        return True
    sure = words.startswith("nineteen") or (word_before(found) in ("in", "since", "by", "until") and not word_after(found))
    return sure and word_after(found) not in calendar().counted


def for_the(found: Found) -> bool:
    """Whether "the year" is the one that is on: "For the year, sales rose", not "for the year of the war"."""
    return word_before(found) == "for" and not word_after(found)


def decade(found: Found) -> bool:
    """Whether "the twenties" are a decade: "in his twenties" is an age, "80s" alone a speed."""
    words = found.match.group()
    return bool(group(found, "full")) or words.startswith("the ") or lead(found).endswith("'")


def season(found: Found) -> bool:
    """Whether a season is a time of the year: "Prague Spring", "the fall of Kabul" and "spring up" are not."""
    name, bare = group(found, "season"), not (group(found, "mod") or group(found, "y") or group(found, "edge"))
    at = found.match.start("season")
    proper = capital(found, at) and not found.document.text[at : found.match.end()].isupper()
    if bare and proper and re.search(r"\w ?$", lead(found)):
        return False
    if name == "fall" and (word_after(found) == "of" or (bare and word_before(found) not in ("in", "by", "since", "until"))):
        return False
    return not bare or word_before(found) in calendar().before_season


def unit(found: Found) -> bool:
    """Whether "that week" points at a week: "said that week-long talks" does not."""
    return not tail(found).startswith(("-long", " long", "-old", " old"))


def ago(found: Found) -> bool:
    """Whether so many units before or after stand alone: "two days after the raid" is a length."""
    return group(found, "dir") not in ("before", "after") or not word_after(found)


def hours_long(found: Found) -> bool:
    """Whether hours are told as what a thing has: a five-hour flight, a three hour meeting; "an hour" is a length of its own."""
    return "-" in found.match.group() or group(found, "n") not in ("a", "an", "one", "1")


def duration(found: Found) -> bool:
    """Whether a stretch of time is told: no rate ("twice a day"), no age, no rank ("a second round")."""
    number, units = group(found, "n"), calendar().units[group(found, "unit")]
    words = found.match.group()
    if units == "Q" and ("-" in words or (word_after(found) == "of" and not words.startswith("the"))):
        return False  # three-quarters of the vote
    if re.match(r"[- ]olds?\b|s?-old| of age", tail(found)) or units in ("WE",) or lead(found).endswith(("-", "/")):
        return False
    if number not in ("a", "an"):
        return not (number == "one" and (units == "D" or words.startswith("one second")))
    return units != "S" and (found.match.start("n") > found.match.start() or word_before(found) in calendar().before_length)


def open_duration(found: Found) -> bool:
    """Whether bare "years" are a stretch of time: a preposition of length rules them."""
    return word_before(found) in calendar().before_stretch and word_after(found) not in ("of", "to", "old")


def every(found: Found) -> bool:
    """Whether a unit is counted: "every second" is a rank as often as a unit."""
    return group(found, "unit") not in ("second", "seconds", "quarter")


def reference(found: Found) -> bool:
    """Whether a word that points at a time does so: "in the future", not "the future of Europe"; no part of "recently-built"."""
    if tail(found).startswith("-") or word_after(found) in ("of", "when", "that"):
        return False
    return not found.match.group().startswith("the ") or word_before(found) in ("in", "for", "over")


def vague(found: Found) -> bool:
    """Whether a vague word stands alone: no part of "now-defunct", nor of "the past year"."""
    words = found.match.group()
    return not tail(found).startswith("-") and not (words.endswith(("past", "present", "future")) and word_after(found) in calendar().units)


TRAPS: dict[str, Callable[[Found], bool]] = {
    "ago": ago,
    "clause": clause,
    "clock": clock,
    "decade": decade,
    "duration": duration,
    "every": every,
    "for-the": for_the,
    "hours-long": hours_long,
    "month": month,
    "month-day": month_day,
    "months": two_months,
    "neighbours": neighbours,
    "open-duration": open_duration,
    "ordinal": ordinal,
    "range": ranged,
    "reference": reference,
    "season": season,
    "supposed": supposed,
    "spoken-year": spoken_year,
    "this-day": this_day,
    "today": today,
    "unit": unit,
    "two-days": two_days,
    "vague": vague,
    "weekday": one_weekday,
    "year": year,
    "years": two_years,
}
