"""First and last day of a TIMEX3 value, and of its beginning, middle and end."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dragoman.knowledge.calendar import SEASON_MONTHS
from dragoman.resolve.dates.arithmetic import exists, last_day, parse

DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T.*)?")
WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
MONTH = re.compile(r"(\d{4})-(\d\d)")
PART = re.compile(r"(\d{4})-([QH])(\d)")
SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
YEARS = re.compile(r"\d{2,4}")

Days = tuple[date, date]


def interval(value: str) -> Days | None:
    """First and last day of a value; nothing where it is open."""
    if DAY.fullmatch(value):
        day = parse(value)
        return (day, day) if day else None
    if match := WEEK.fullmatch(value):
        return week_days(int(match[1]), int(match[2]), bool(match[3]))
    if match := MONTH.fullmatch(value):
        return months(int(match[1]), int(match[2]), int(match[2]))
    if match := PART.fullmatch(value):
        size, number = (3 if match[2] == "Q" else 6), int(match[3])
        return months(int(match[1]), size * (number - 1) + 1, size * number)
    if match := SEASON.fullmatch(value):
        first, last = SEASON_MONTHS[match[2]]
        year = int(match[1])
        if first < last:
            return months(year, first, last)
        return (date(year, first, 1), last_day(year + 1, last)) if 1 <= year < 9999 else None
    if YEARS.fullmatch(value) and value[0] != "0":
        return date(int(value.ljust(4, "0")), 1, 1), date(int(value.ljust(4, "9")), 12, 31)
    return None


def week_days(year: int, number: int, end: bool) -> Days | None:
    """Monday and Sunday of an ISO week, or its Saturday and Sunday."""
    try:
        return date.fromisocalendar(year, number, 6 if end else 1), date.fromisocalendar(year, number, 7)
    except (ValueError, OverflowError):  # no such week, or beyond the year 9999
        return None


def months(year: int, first: int, last: int) -> Days | None:
    """First and last day of months of one year."""
    return (date(year, first, 1), last_day(year, last)) if exists(year, first, 1) and exists(year, last, 1) else None


def edged(days: Days, edge: str) -> Days:
    """The first, middle or last third of a stretch; its last day for ``end``."""
    first, last = days
    third = ((last - first).days + 1) // 3
    if edge == "start":
        return first, first + timedelta(max(third - 1, 0))
    if edge == "mid":
        return first + timedelta(third), last - timedelta(third)
    if edge == "late":
        return last - timedelta(max(third - 1, 0)), last
    return (last, last) if edge == "end" else days
