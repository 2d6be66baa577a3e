"""Metadata inside a text: date lines, tags, datelines, bylines, captions. They are marked, never removed.

``date 2025-11-07`` may be glued to the lead; "(EXCLUSIVE)" may stand alone; "ANKARA, May 3 (Agency) -" opens a lead.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from dragoman.records import Span

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
DATE_LINE = re.compile(
    r"[ \t\ufeff]*(?:[Dd]ate|DATE|[Pp]ublished|[Uu]pdated)\s*:?\s+(?P<iso>\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2})?Z?)?"
)
DATE_WORDS = re.compile(
    rf"[ \t\ufeff]*(?:[Dd]ate|DATE|[Pp]ublished|[Uu]pdated|[Pp]osted)\s*:?\s+(?:on\s+)?(?:(?P<d1>\d{{1,2}})\s+(?P<m1>{MONTH})\s+(?P<y1>\d{{4}})|(?P<m2>{MONTH})\s+(?P<d2>\d{{1,2}}),?\s+(?P<y2>\d{{4}}))"
)
TAG = re.compile(
    r"[ \t]*(?:\([A-Z][A-Z \-/]{3,30}\)|\[[A-Z][A-Z \-/]{3,30}\]|(?:EXCLUSIVE|BREAKING|URGENT|FLASH|UPDATE \d|CORRECTED|REPEAT|WRAPUP \d|FEATURE|ANALYSIS|INTERVIEW|UPDATE)\s*[-:\u2013\u2014]?)[ \t]*(?=\n|$|[A-Z])"
)
BYLINE = re.compile(
    r"[ \t]*(?:(?:By|BY|Reporting by|Editing by|Writing by|Compiled by|Photo by)\s+[A-Z][^\n.!?\"]{2,90}|(?:PHOTO|CAPTION|FILE PHOTO|Photo|Image|Picture|Credit|Source|Keywords|Tags|Topics|Copyright|\u00a9|\(c\)|Read more|READ MORE|Also read|Share this|Follow us|Subscribe)\b[^\n]{0,300})[ \t]*(?=\n|$)"
)
DATELINE = re.compile(
    rf"""
    [ \t]*(?P<place>[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'\u2019.-]+(?:[ -/][A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'\u2019.-]*){{0,3}})   # ANKARA, SANTO DOMINGO
    (?:,\ [A-Z][\w.]+(?:\ [A-Z][\w.]+)?)?                                                   # , Turkey
    (?:[,.]\ (?P<date>{MONTH}\ \d{{1,2}}|\d{{1,2}}\ {MONTH})(?:,?\ (?P<year>\d{{4}}))?)?    # , May 3
    \.?(?:\ [(/][^)/\n]{{2,40}}[)/])?                                                       # (Agency) or /AGENCY/
    \.?\ ?(?:--|[-\u2013\u2014:.])\ ?                                                       # -
    """,
    re.VERBOSE,
)
BARE_PLACE = re.compile(r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de' -]{2,30}(?=\n)")
LEAD_LINES = 8
NOT_PLACES = frozenset(
    {
        "EXCLUSIVE",
        "UPDATE",
        "BREAKING",
        "URGENT",
        "NOTE",
        "PHOTO",
        "Q",
        "A",
        "ANALYSIS",
        "INTERVIEW",
        "FACTBOX",
        "NATO",
        "EU",
        "UN",
        "US",
        "USA",
        "UK",
    }
)


class Header(NamedTuple):
    """What a text says of itself: the spans of its metadata, its day and the place of its dateline."""

    spans: tuple[Span, ...]
    published: str | None
    place: str | None


def header(text: str) -> Header:
    """The metadata of a text."""
    spans: list[Span] = []
    published = place = None
    for number, (start, end) in enumerate(lines(text)):
        at = start
        if number < LEAD_LINES:
            at, published = date_line(text, at, end, spans, published)
            at = tag_line(text, at, end, spans)
            if place is None:
                place, year_day = dateline(text, at, end, spans)
                published = published or year_day
        byline(text, at, end, spans)
    return Header(tuple(sorted(set(spans))), published, place)


def lines(text: str) -> list[tuple[int, int]]:
    """Start and end of every line that holds something."""
    return [(m.start(), m.end()) for m in re.finditer(r"[^\r\n]+", text) if m.group().strip()]


def add(text: str, spans: list[Span], start: int, end: int) -> None:
    """Add a span without the blanks at its ends."""
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    if words.strip():
        spans.append(Span(start + left, start + len(words.rstrip())))


def date_line(text: str, start: int, end: int, spans: list[Span], published: str | None) -> tuple[int, str | None]:
    """Read "date 2025-11-07" at the head of a line; the rest of the line stays text."""
    match = DATE_LINE.match(text, start, end) or DATE_WORDS.match(text, start, end)
    if match is None:
        return start, published
    day = iso_day(match)
    if day is None:
        return start, published
    add(text, spans, start, match.end())
    return match.end(), published or day


def iso_day(match: re.Match[str]) -> str | None:
    """The day of a date line; ``None`` when there is no such day."""
    groups = match.groupdict()
    try:
        if groups.get("iso"):
            return date.fromisoformat(groups["iso"]).isoformat()
        name = (groups.get("m1") or groups.get("m2") or "").strip(".").casefold()[:3]
        month = next(n for n, m in enumerate(MONTHS, 1) if m.startswith(name))
        return date(int(groups.get("y1") or groups.get("y2") or 0), month, int(groups.get("d1") or groups.get("d2") or 0)).isoformat()
    except (ValueError, StopIteration):
        return None


def tag_line(text: str, start: int, end: int, spans: list[Span]) -> int:
    """Mark "(EXCLUSIVE)" and its like."""
    match = TAG.match(text, start, end)
    if match is None or not match.group().strip():
        return start
    add(text, spans, start, match.end())
    return match.end()


def dateline(text: str, start: int, end: int, spans: list[Span]) -> tuple[str | None, str | None]:
    """(place, day) of a dateline; the day only where it tells its year."""
    match = DATELINE.match(text, start, end)
    if match is None:
        bare = BARE_PLACE.match(text, start, min(len(text), end + 1))
        return (
            (titled(bare.group()), None)
            if bare and bare.end() == end and start == 0 and " " not in bare.group().strip() and bare.group() not in NOT_PLACES
            else (None, None)
        )
    place = match["place"].strip(" -")
    if place.strip(".") in NOT_PLACES or len(place) < 3 or match.end() >= end:
        return None, None
    if not (
        match["date"]
        or "(" in match.group()
        or "/" in match.group()
        or "\u2014" in match.group()
        or "--" in match.group()
        or " - " in match.group()
        or "\u2013" in match.group()
    ):
        return None, None
    add(text, spans, start, match.end())
    return titled(place), None


def titled(place: str) -> str:
    """A place in capitals as it is written elsewhere."""
    return " ".join("-".join(part.capitalize() for part in word.split("-")) for word in place.strip().split())


def byline(text: str, start: int, end: int, spans: list[Span]) -> None:
    """Mark bylines, captions and notices that fill a line."""
    match = BYLINE.match(text, start, end)
    if match is not None and match.end() >= end - 1:
        add(text, spans, start, match.end())
