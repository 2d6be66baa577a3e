"""Values of lengths and counts: durations, so long ago, repeated times, vague words."""

from __future__ import annotations

from datetime import date

from dragoman.resolve.dates.arithmetic import moved, written
from dragoman.resolve.dates.frame import NOTHING, Dated, Frame, anchor_for
from dragoman.resolve.dates.intervals import interval

CLOCK_UNITS = {"H": "H", "MIN": "M", "S": "S"}
IN_SMALLER = {"FN": (2, "W"), "DE": (10, "Y"), "CE": (100, "Y"), "N": (1, "D")}


def length(number: str, code: str) -> str:
    """P3D, PT5H, P20Y for two decades, PXY for several years."""
    if code in CLOCK_UNITS:
        return f"PT{number}{CLOCK_UNITS[code]}"
    factor, smaller = IN_SMALLER.get(code, (1, code))
    if number == "X":
        return f"PX{'W' if code == 'FN' else code}"
    return f"P{int(number) * factor}{smaller}" if number.isdigit() else f"P{number}{code}"


def duration(arguments: list[str], frame: Frame) -> Dated:
    """A stretch of time without a place in the calendar."""
    return Dated(length(arguments[0], arguments[1]))


def reach(arguments: list[str], frame: Frame) -> Dated:
    """the past nine days, the next six months: a length beside the day of publication."""
    number, code, shift = arguments
    day = frame.published
    other = moved(day, int(number) * int(shift), code) if day and number.isdigit() and shift in ("-1", "+1") else None
    if day is None or other is None:
        return Dated(length(number, code))
    return Dated(length(number, code), min(day, other), max(day, other))


def within(arguments: list[str], frame: Frame) -> Dated:
    """within ten days: until then; in ten days: on that day, where the clause looks ahead."""
    number, code, word, tense = arguments
    day = frame.published
    looks_ahead = tense == "future" or word == "within"
    other = moved(day, int(number), code) if day and number.isdigit() and looks_ahead else None
    if day is None or other is None:
        return Dated(length(number, code))
    return Dated(length(number, code), day if word == "within" else other, other)


def ago(arguments: list[str], frame: Frame) -> Dated:
    """three days ago, ten years later: as precise as the unit, or as what the text counts from."""
    number, code, where = arguments
    sign, counted_from = (-1 if where[0] == "-" else 1), where[1:]
    if not number.isdigit():
        return Dated("PAST_REF" if sign < 0 else length(number, code) if counted_from == "text" else "FUTURE_REF")
    # "a year ago" sets the figures of a quarter beside those of the same quarter
    if (number, code) == ("1", "Y") and frame.quarter and (counted_from == "period" or frame.named == frame.quarter):
        return a_year_before(frame.quarter)
    named = frame.named if counted_from == "text" else None
    anchor = (anchor_for(frame, code) if named else None) or frame.published
    day = moved(anchor, sign * int(number), code) if anchor else None
    if day is None:
        return NOTHING
    value = written(day, precision(code, named))
    days = interval(value)
    return Dated(value, *days) if days else Dated(value)


def to_the_day(arguments: list[str], frame: Frame) -> Dated:
    """a year ago yesterday, a week from Friday: the day, or the week or month, so long before or after."""
    steps, code, shift, finest = arguments
    if frame.published is None:
        return NOTHING
    if finest == "weekday":
        away = (int(shift) - frame.published.isoweekday()) % 7
        shift, finest = str(away if not steps.startswith("-") else -((7 - away) % 7)), "D"
    day = moved(frame.published, int(shift), "D")
    there = moved(day, int(steps), code) if day else None
    value = written(there, finest) if there else None
    days = interval(value) if value else None
    return Dated(value, *days) if days else NOTHING


def a_year_before(quarter: str) -> Dated:
    """The same quarter of the year before."""
    value = f"{int(quarter[:4]) - 1:04}{quarter[4:]}"
    days = interval(value)
    return Dated(value, *days) if days else Dated(value)


def precision(code: str, named: str | None) -> str:
    """The unit in which a shifted day is told: "a year earlier" than a quarter is a quarter."""
    if code in CLOCK_UNITS or code in ("D", "N", "W", "FN"):
        return "D"
    if named and "-Q" in named:
        return "Q"
    if named and code in ("Y", "DE") and len(named) == 7 and named[5:].isdigit():
        return "M"
    return {"M": "M", "Q": "Q"}.get(code, "Y")


def every(arguments: list[str], frame: Frame) -> Dated:
    """A set: XXXX-05-09, XXXX-WXX-2, P1Y."""
    return Dated(arguments[0])


def each(arguments: list[str], frame: Frame) -> Dated:
    """A repetition by its unit: P1Y, PT1H."""
    return Dated(length("1", arguments[0]))


def vague(arguments: list[str], frame: Frame) -> Dated:
    """PRESENT_REF, PAST_REF, FUTURE_REF."""
    return Dated(arguments[0])


def iso(day: date | None) -> str | None:
    """A day as it is written."""
    return day.isoformat() if day else None
