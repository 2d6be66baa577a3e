"""Figures and days as a desk writes them: a true minus sign, days in words."""

from __future__ import annotations

import re

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
DATE = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?", re.ASCII)
NO_EVIDENCE = "no evidence"


def signed(value: float, places: int = 2) -> str:
    """A figure with its sign: "+0.42", "−0.10"; nought has none."""
    shown = f"{abs(value):.{places}f}"
    return ("" if not float(shown) else "−" if value < 0 else "+") + shown


def with_interval(value: float | None, low: float | None, high: float | None) -> str:
    """A figure and its interval: "+0.42 (+0.31 to +0.53)"."""
    if value is None:
        return NO_EVIDENCE
    return signed(value) + (f" ({signed(low)} to {signed(high)})" if low is not None and high is not None else "")


def shade(value: float) -> str:
    """On which side of nought a figure lies; a tenth around it is neither."""
    return "warm" if value >= 0.1 else "hostile" if value <= -0.1 else "even"


def day(iso: str) -> str:
    """A day in words, "12 March 2026"; a month as "March 2026"; any other date as it is."""
    match = DATE.fullmatch(iso)
    if match is None or not 1 <= int(match[2]) <= 12:
        return iso
    month = f"{MONTHS[int(match[2]) - 1]} {match[1]}"
    return f"{int(match[3])} {month}" if match[3] else month


def count(number: int) -> str:
    """A number of things, its thousands set apart: "4,912"."""
    return f"{number:,}"
