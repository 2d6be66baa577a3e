"""Counting days, weeks, months and years, and writing them as TIMEX3 values. Days outside of the years 1 to 9999 are no days."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

DAYS = {"D": 1, "N": 1, "W": 7, "FN": 14}
MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}


def parse(value: str | None) -> date | None:
    """An ISO day, or the day of an ISO time; nothing for anything else."""
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def exists(year: int, month: int, day: int) -> bool:
    """Whether the calendar has such a day."""
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def moved(day: date, steps: int, unit: str) -> date | None:
    """A day so many units away; the last of the month where the day itself is missing there; parts of a day move nothing."""
    if unit in MONTHS:
        months = day.year * 12 + day.month - 1 + steps * MONTHS[unit]
        year, month = months // 12, months % 12 + 1
        return date(year, month, min(day.day, monthrange(year, month)[1])) if 1 <= year <= 9999 else None
    try:
        return day + timedelta(steps * DAYS.get(unit, 0))
    except OverflowError:
        return None


def written(day: date, unit: str) -> str:
    """The value of the stretch of that unit in which a day lies: its week, its month, its quarter ..."""
    if unit == "W" or unit == "FN":
        return week(day)
    if unit == "WE":
        return f"{week(day)}-WE"
    year = f"{day.year:04}"
    return {
        "M": f"{year}-{day.month:02}",
        "Q": f"{year}-Q{(day.month + 2) // 3}",
        "Y": year,
        "DE": year[:3],
        "CE": year[:2],
    }.get(unit) or day.isoformat()


def week(day: date) -> str:
    """The ISO week of a day."""
    year, number, _ = day.isocalendar()
    return f"{year:04}-W{number:02}"


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian algorithm)."""
    century, rest = divmod(year, 100)
    leap, odd = divmod(century, 4)
    moon = (19 * (year % 19) + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * odd + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
