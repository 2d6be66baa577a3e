"""Figures and days as a desk writes them: a true minus sign, days in words."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEK = re.compile(r"(\d{4})-W(\d\d)", re.ASCII)
SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)", re.ASCII)
SEASONS = {"SP": ("spring", "05-31"), "SU": ("summer", "08-31"), "FA": ("autumn", "11-30"), "WI": ("winter", "12-31")}
DATE = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?", re.ASCII)
ISO_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b", re.ASCII)
BELOW = re.compile(r"(?<![\w-])-(?=\d\.\d)", re.ASCII)
NO_EVIDENCE = "no evidence"
MINUS, DASH, TIMES, APOSTROPHE = "\u2212", "\u2013", "\u00d7", "\u2019"


def signed(value: float, places: int = 2) -> str:
    """A figure with its sign, a true minus where it is below nought: "+0.42"; nought has none."""
    shown = f"{abs(value):.{places}f}"
    return ("" if not float(shown) else MINUS if value < 0 else "+") + shown


def amount(value: float | None, places: int) -> str:
    """A figure with its sign, or a dash where none is told."""
    return DASH if value is None else signed(value, places)


def weighed(weight: float | None) -> str:
    """A weight to four places; those of what was before a change are below nought."""
    return DASH if weight is None else f"{weight:.4f}".replace("-", MINUS)


def with_interval(value: float | None, low: float | None, high: float | None) -> str:
    """A figure and its interval: "+0.42 (+0.31 to +0.53)"."""
    if value is None:
        return NO_EVIDENCE
    return signed(value) + (f" ({signed(low)} to {signed(high)})" if low is not None and high is not None else "")


def shade(value: float) -> str:
    """On which side of nought a figure lies; a tenth around it is neither."""
    return "warm" if value >= 0.1 else "hostile" if value <= -0.1 else "even"


def day(iso: str) -> str:
    """A day in words, "12 March 2026"; "March 2026", "week of 9 March 2026", "spring 2026"; any other date as it is."""
    if monday := monday_of(iso):
        return f"week of {day(monday.isoformat())}"
    if season := SEASON.fullmatch(iso):
        return f"{SEASONS[season[2]][0]} {season[1]}"
    match = DATE.fullmatch(iso)
    if match is None or not 1 <= int(match[2]) <= 12:
        return iso
    month = f"{MONTHS[int(match[2]) - 1]} {match[1]}"
    return f"{int(match[3])} {month}" if match[3] else month


def monday_of(iso: str) -> date | None:
    """The first day of a week such as "2026-W11"; None for what is no week."""
    match = WEEK.fullmatch(iso)
    try:
        return date.fromisocalendar(int(match[1]), int(match[2]), 1) if match else None
    except ValueError:
        return None


def last_day(iso: str) -> str | None:
    """The last day of a date of any grain, as an ISO day; None where the year is open or the date is no date."""
    if monday := monday_of(iso):
        return date.fromordinal(monday.toordinal() + 6).isoformat()
    if season := SEASON.fullmatch(iso):
        return f"{season[1]}-{SEASONS[season[2]][1]}"
    if re.fullmatch(r"\d{4}", iso, re.ASCII):
        return f"{iso}-12-31"
    match = DATE.fullmatch(iso)
    if match is None or match[3]:
        return iso if match else None
    return f"{iso}-{monthrange(int(match[1]), int(match[2]))[1]}" if 1 <= int(match[2]) <= 12 else None


def in_signs(sentence: str) -> str:
    """A sentence with its days in words and true minus signs, as the rest of the dossier has them."""
    return BELOW.sub(MINUS, ISO_DAY.sub(lambda match: day(match[0]), sentence))


def count(number: int) -> str:
    """A number of things, its thousands set apart: "4,912"."""
    return f"{number:,}"
