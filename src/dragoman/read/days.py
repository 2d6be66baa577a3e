"""Days as English and ISO write them: "7 November 2025", "Nov. 7, 2025", "2025-11-07", "7.11.2025"."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:[Jj]an(?:uary|\.)?|[Ff]eb(?:ruary|\.)?|[Mm]ar(?:ch|\.)?|[Aa]pr(?:il|\.)?|[Mm]ay|[Jj]une?\.?|[Jj]uly?\.?|[Aa]ug(?:ust|\.)?"
    r"|[Ss]ept?(?:ember|\.)?|[Oo]ct(?:ober|\.)?|[Nn]ov(?:ember|\.)?|[Dd]ec(?:ember|\.)?"
    r"|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)"
)
ISO_DAY = r"\d{4}-\d{2}-\d{2}"
DAY_WORDS = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {MONTH},? \d{{4}}|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})"


def day_in(words: str) -> str | None:
    """The ISO day that some words tell in full; ``None`` where they do not, or where there is no such day."""
    numbers = [int(n) for n in re.findall(r"\d+", words)]
    name = re.search(rf"(?<![^\W\d]){MONTH}", words)
    try:
        if re.search(ISO_DAY, words):
            return date(*numbers[:3]).isoformat()
        if name is not None:
            return date(numbers[1], MONTHS.index(name.group()[:3].casefold()) + 1, numbers[0]).isoformat()
        return date(numbers[2], numbers[1], numbers[0]).isoformat()
    except (ValueError, IndexError):
        return None


CENTURY = 69  # years of two digits below it are of this century, as POSIX has it


def written_day(words: str) -> str | None:
    """The ISO day of a date as records and feeds write it; ``None`` for one that is none, or that reads in two ways.

    "2025-11-07T23:30:00+05:00", "20251107", "Fri, 07 Nov 2025 23:30:00 GMT", "Nov. 7, 2025 10:00", "Fri Nov  7 10:00:00
    2025", "25/11/2025". The day is the one of the place where it was written: no clock is turned back to Greenwich.
    """
    words = words.strip()
    for pattern in forms():
        match = pattern.match(words)
        if match is not None:
            parts = match.groupdict()
            return ordered(int(parts["y"]), len(parts["y"]), parts["m"], int(parts["d"]))
    match = SLASHED.match(words)
    if match is None:
        return None
    first, second, year = (int(part) for part in match.groups())
    if first <= 12 and second <= 12 and first != second:
        return None  # 7/11 is in November here and in July there
    return ordered(year, 4, str(min(first, second)), max(first, second))


SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")


@cache
def forms() -> tuple[re.Pattern[str], ...]:
    """The forms of a date, each with year, month and day."""
    weekday = r"(?:[A-Za-z]{2,9}\.?,?\s+)?"
    month = rf"(?P<m>{MONTH})"
    clock = r"\d{1,2}:\d{2}(?::\d{2})?"
    return tuple(
        re.compile(form)
        for form in (
            r"(?P<y>\d{4})-?(?P<m>\d{2})-?(?P<d>\d{2})(?!\d)",
            r"(?P<y>\d{4})[/.](?P<m>\d{1,2})[/.](?P<d>\d{1,2})(?!\d)",
            r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})(?!\d)",
            rf"{weekday}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{month},?[\s-]+(?P<y>\d{{4}}|\d{{2}}(?=\s|$))(?!\d)",
            rf"{weekday}{month}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})(?!\d)",
            rf"{weekday}{month}\s+(?P<d>\d{{1,2}})\s+{clock}\s+(?:[A-Z+-][A-Z0-9:]{{2,5}}\s+)?(?P<y>\d{{4}})(?!\d)",
        )
    )


def ordered(year: int, digits: int, month: str, day: int) -> str | None:
    """The ISO day of a year of two or four digits, a month by name or number, and a day; ``None`` where there is none."""
    if digits == 2:
        year += 2000 if year < CENTURY else 1900
    try:
        number = int(month) if month.isdigit() else MONTHS.index(month[:3].casefold()) + 1
        return date(year, number, day).isoformat()
    except ValueError:
        return None
