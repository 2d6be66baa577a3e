"""The days of feasts, fixed and movable, of the western, the eastern and the Islamic calendar."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from dragoman.resolve.dates.arithmetic import easter, exists, moved
from dragoman.resolve.dates.frame import NOTHING, Dated, Frame

HIJRI_EPOCH = 227013  # the ordinal of the day before 1 Muharram of the year 1, 18 July 622 in Gregorian reckoning
HIJRI_YEAR = 354.367  # days


def holiday(arguments: list[str], frame: Frame) -> Dated:
    """A feast of this year, or the last or the coming one."""
    code, year, shift, tense = arguments
    day = frame.published
    codes = code.split("|")
    if year:
        return dated(feast(codes[0], int(year)))
    if day is None:
        return Dated(f"XXXX-{code}") if fixed(code) else NOTHING
    near = [found for c in codes for y in (day.year - 1, day.year, day.year + 1) if (found := feast(c, y))]
    return dated(meant(near, day, shift, tense))


def meant(near: list[date], day: date, shift: str, tense: str) -> date | None:
    """Which of several feasts is spoken of on a day."""
    if shift in ("+1", "after") or (not shift and tense == "future"):
        return min((d for d in near if d >= day), default=None)
    if shift in ("-1", "before"):
        return max((d for d in near if d < day), default=None)
    return min(near, key=lambda d: abs((d - day).days), default=None)


def dated(day: date | None) -> Dated:
    """A day, or nothing."""
    return Dated(day.isoformat(), day, day) if day else NOTHING


def fixed(code: str) -> bool:
    """Whether a feast falls on the same day every year."""
    return code[:2].isdigit() and code[3:].isdigit()


def feast(code: str, year: int) -> date | None:
    """The day of a feast in a year: ``12-25``, ``easter+1``, ``orthodox+0``, ``11-4x4`` (fourth Thursday), ``hijri-10-01``."""
    name, _, rest = code.partition("-") if code.startswith("hijri") else code.partition("+")
    if name == "hijri":
        return hijri_feast(year, *map(int, rest.split("-")))
    if code.startswith("easter"):
        return moved(easter(year), int(code.removeprefix("easter")), "D") if 1583 <= year <= 9998 else None  # Gregorian from 1583
    if name == "orthodox":
        return moved(orthodox_easter(year), int(rest), "D") if 1924 <= year <= 2099 else None  # 13 days apart until then
    month, number = int(code[:2]), code[3:]
    if "x" in number:
        return nth_weekday(year, month, *map(int, number.split("x")))
    return date(year, month, int(number)) if exists(year, month, int(number)) else None


def nth_weekday(year: int, month: int, rank: int, weekday: int) -> date | None:
    """The first, second ... weekday of a month; the last for rank 9."""
    if not 1 <= year <= 9999:
        return None
    first = 1 + (weekday - date(year, month, 1).isoweekday()) % 7
    found = first + 7 * (rank - 1)
    last = monthrange(year, month)[1]
    return date(year, month, found if found <= last else first + 7 * ((last - first) // 7))


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches in Gregorian reckoning (Meeus, for the Julian calendar)."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return date.fromordinal(date(year, month, day + 1).toordinal() + 13)


def hijri_feast(year: int, month: int, day: int) -> date | None:
    """A day of the Islamic calendar in a Gregorian year, by the tables; where the moon is watched for, the feast may be a day off."""
    if not 623 <= year <= 9998:
        return None
    start = int((date(year, 1, 1).toordinal() - HIJRI_EPOCH) / HIJRI_YEAR)
    near = (date.fromordinal(hijri(start + step, month, day)) for step in (0, 1, 2))
    return next((found for found in near if found.year == year), None)


def hijri(year: int, month: int, day: int) -> int:
    """The ordinal of a day of the tabular Islamic calendar."""
    return HIJRI_EPOCH + (year - 1) * 354 + (3 + 11 * year) // 30 + (59 * (month - 1) + 1) // 2 + day
