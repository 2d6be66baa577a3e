"""Days: what a TIMEX3 value covers, and how many days lie between two."""

from __future__ import annotations

import re
from datetime import date, timedelta

FORM = re.compile(r"(\d{4})(?:-(?:W(\d\d)|Q([1-4])|H([12])|(SP|SU|FA|AU|WI)|(\d\d)(?:-(\d\d))?))?(?:T.*)?")
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "AU": 9, "WI": 12}


def number(day: str) -> int:
    """The number of an ISO day, so that days can be subtracted."""
    return date.fromisoformat(day[:10]).toordinal()


def iso(day: int) -> str:
    """The ISO day of a number."""
    return date.fromordinal(day).isoformat()


def is_day(value: str | None) -> bool:
    """Whether a value is a day of the calendar."""
    if value is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def covered(value: str | None) -> tuple[int, int] | None:
    """The first and last day that a TIMEX3 value or a range ``a/b`` covers; None where it names no year or no day that is."""
    if value is None:
        return None
    if "/" in value:
        first, last = (covered(part) for part in value.split("/", 1))
        return (first[0], last[1]) if first and last and first[0] <= last[1] else None
    match = FORM.fullmatch(value)
    try:
        return stretch(*match.groups()) if match else None
    except ValueError:  # a month 13, a year 0000
        return None


def stretch(year: str, week: str | None, quarter: str | None, half: str | None, season: str | None, *rest: str | None) -> tuple[int, int]:
    """The days of a year or of a part of it. Raises ValueError for a part that does not exist."""
    month, day = rest
    if day is not None and month is not None:
        one = date(int(year), int(month), int(day)).toordinal()
        return one, one
    if week is not None:
        begin = date.fromisocalendar(int(year), int(week), 1)
        return begin.toordinal(), (begin + timedelta(days=6)).toordinal()
    if month is not None:
        return months(int(year), int(month), 1)
    if season is not None:
        return months(int(year), SEASONS[season], 3)
    if quarter is not None:
        return months(int(year), 3 * int(quarter) - 2, 3)
    if half is not None:
        return months(int(year), 6 * int(half) - 5, 6)
    return months(int(year), 1, 12)


def months(year: int, month: int, count: int) -> tuple[int, int]:
    """The days of some months in a row."""
    behind = month - 1 + count
    return date(year, month, 1).toordinal(), date(year + behind // 12, behind % 12 + 1, 1).toordinal() - 1
