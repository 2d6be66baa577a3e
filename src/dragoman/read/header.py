"""Metadata inside a text: date lines, tags, datelines, bylines, captions, notices. They are marked, never removed.

``date 2025-11-07`` may be glued to the lead; "(EXCLUSIVE)" may stand alone; "ANKARA, May 3 (Agency) -" opens a lead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, cast

from dragoman.knowledge.language import table
from dragoman.read.dateline import dateline
from dragoman.read.days import DAY_WORDS, ISO_DAY, day_in
from dragoman.records import Span, united

LEAD_LINES = 8  # lines from the top in which a date, a tag or a dateline may stand
NOTICE = 300  # characters of the longest line that is taken for a caption or a notice
BYLINE = re.compile(r"[A-Z\u00c0-\u00de][^\n!?\"\u201c\u201d]{1,120}")
FINITE = re.compile(r"\b(?:said|says|told|will|has|have|had|was|were|is|are)\b")
MARKS = "*_([\u2022 "  # what may stand before the words of a notice
NAMED_TAG = re.compile(
    r"[ \t]*[(\[]\s*(?:[A-Z][A-Z0-9 /\-]{2,40})(?::[^()\[\]\n]{0,160})?[)\]][ \t]*(?=[\n\r]|$|[A-Z\u00c0-\u00de\"\u201c])"
)
AGENCY = re.compile(r"[ \t]*\([A-Z][\w&.\u2019' -]{1,30}\)[ \t]*(?:--|[-\u2013\u2014])?[ \t]*(?=[A-Z\u00c0-\u00de\"\u201c\u2018'])")


class Header(NamedTuple):
    """What a text says of itself: the spans of its metadata, its day, and the place and the agency of its dateline."""

    spans: tuple[Span, ...]
    published: str | None
    place: str | None
    agency: str | None


class Lead(NamedTuple):
    """What one line at the top gave: where its text begins, and the day, the place and the agency it told."""

    begin: int
    day: str | None
    place: str | None
    agency: str | None


def header(text: str) -> Header:
    """The metadata of a text; the first day, place and agency that it tells are its own."""
    spans: list[Span] = []
    published = place = agency = None
    for number, (start, end) in enumerate(lines(text)):
        begin = start
        if number < LEAD_LINES:
            found = lead(text, begin, end, number == 0, place is None)
            published, place, agency = published or found.day, place or found.place, agency or found.agency
            spans += trimmed(text, begin, found.begin)
            begin = found.begin
        if end - begin <= NOTICE and is_notice(text[begin:end].strip()):
            spans += trimmed(text, begin, end)
    return Header(united(spans), published, place, agency)


def lines(text: str) -> Iterator[tuple[int, int]]:
    """(begin, end) of the lines that hold more than blanks."""
    if "\r" in text or "\u2028" in text or "\u2029" in text:
        yield from (m.span() for m in re.finditer(r"[^\r\n\u2028\u2029]+", text) if not m.group().isspace())
        return
    begin = 0
    for line in text.split("\n"):
        if line and not line.isspace():
            yield begin, begin + len(line)
        begin += len(line) + 1


def trimmed(text: str, start: int, end: int) -> list[Span]:
    """The span without the blanks at its ends; nothing where nothing is left."""
    words = text[start:end]
    left = start + len(words) - len(words.lstrip(" \t\ufeff\u00a0"))
    right = start + len(words.rstrip())
    return [Span(left, right)] if left < right else []


def lead(text: str, start: int, end: int, first: bool, unplaced: bool) -> Lead:
    """Read the metadata at the head of a line: a date, tags, a dateline, in any order that copy has them."""
    at, day, place, medium = start, None, None, None
    while True:
        here = at
        dated = date_line(text, at, end)
        if dated is not None:
            at, day = dated[0], day or dated[1]
        tag = (
            opening("remarks", r"[^.\n]{0,60}\.[ \t]*").match(text, at, end)
            or tags().match(text, at, end)
            or NAMED_TAG.match(text, at, end)
        )
        if tag is not None and tag.group().strip():
            at = tag.end()
        line = dateline(text, at, end, first) if unplaced and place is None else None
        if line is not None:
            at, place, day, medium = line.end, line.place, day or line.day, line.medium
        if at == here:
            break
    tagged = AGENCY.match(text, at, end) if first and at == start else None
    return Lead(tagged.end() if tagged else at, day, place, medium)


def date_line(text: str, start: int, end: int) -> tuple[int, str | None] | None:
    """(end, day) of a date at the head of a line, behind a label or filling the line; ``None`` where there is none."""
    match = labelled().match(text, start, end)
    if match is not None:
        return (match.end(), day_in(match["day"])) if day_in(match["day"]) else None
    match = ALONE.match(text, start, end)
    if match is not None and end - start <= 90:
        return (end, day_in(match["day"])) if day_in(match["day"]) else None
    return None


CLOCK = r"(?:[T ,]*(?:at )?\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: ?(?:Z|GMT|UTC|[A-Z]{2,4}))?)?"
DOTTED_DAY = r"\d{1,2}\.\d{1,2}\.\d{4}"
ALONE = re.compile(
    rf"[ \t\ufeff]*(?:[A-Z][a-z]+day,? )?(?P<day>{ISO_DAY}|{DAY_WORDS}|{DOTTED_DAY}){CLOCK}[ \t]*(?:[|\u00b7\u2022][^\n]*)?$"
)


@cache
def labelled() -> re.Pattern[str]:
    """A label and a date."""
    day = rf"(?P<day>{ISO_DAY}|(?:[A-Z][a-z]+day,? )?{DAY_WORDS})"
    return re.compile(rf"[ \t\ufeff]*(?:{words('date_labels')})\s*:?\s+{day}{CLOCK}", re.IGNORECASE)


@cache
def tags() -> re.Pattern[str]:
    """A tag that stands alone or before a dash, a colon or a capital."""
    parted = r"(?:[ \t]*[-:|\u2013\u2014][ \t]*|[ \t]+)?(?=$|[\n\rA-Z\u00c0-\u00de\"\u201c])"
    return re.compile(rf"[ \t\ufeff]*\*{{0,3}}(?:{words('tags')})(?: \d)?\*{{0,3}}{parted}")


@cache
def opening(key: str, behind: str) -> re.Pattern[str]:
    """Lines that begin with one of a list."""
    return re.compile(rf"[*_(\[\u2022 ]{{0,3}}(?:{words(key)}){behind}")


def words(key: str) -> str:
    """A list of the header file as alternatives, the longest first."""
    found = cast("list[str]", table("header")[key])
    return "|".join(re.escape(word) for word in sorted(found, key=lambda w: (-len(w), w)))


def is_notice(line: str) -> bool:
    """Whether a whole line is a byline, a caption, a label for machines or a notice of the outlet."""
    if not line:
        return False
    if not may_open_notice(line):
        return line.rstrip("*_)").endswith(endings()) and len(line) <= 200
    byline = opening("bylines", " ").match(line)
    if byline is not None:
        names = line[byline.end() :]
        return BYLINE.fullmatch(names) is not None and not FINITE.search(names) and not re.search(r"[a-z]{2}\. [A-Z]", names)
    if opening("labels", r"\s?[:|/]").match(line) or opening("notices", "").match(line):
        return True
    return line.rstrip("*_)").endswith(endings()) and len(line) <= 200


@cache
def endings() -> tuple[str, ...]:
    """The words with which notices end."""
    return tuple(cast("list[str]", table("header")["endings"]))


def may_open_notice(line: str) -> bool:
    """Whether a line begins with two letters with which a byline, a label or a notice does: most lines need no closer look."""
    start = line.lstrip(MARKS)
    return start[:2] in beginnings() or start[:1] in beginnings()


@cache
def beginnings() -> frozenset[str]:
    """The first two letters of the words that open a notice; of a word of one letter that one."""
    found = (word for key in ("bylines", "labels", "notices") for word in cast("list[str]", table("header")[key]))
    return frozenset(word.lstrip(MARKS)[:2] for word in found)
