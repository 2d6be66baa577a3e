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
    """A day in words, "12 March 2026"; a month as "March 2026"; any other date as it is."""
    match = DATE.fullmatch(iso)
    if match is None or not 1 <= int(match[2]) <= 12:
        return iso
    month = f"{MONTHS[int(match[2]) - 1]} {match[1]}"
    return f"{int(match[3])} {month}" if match[3] else month


def in_signs(sentence: str) -> str:
    """A sentence with its days in words and true minus signs, as the rest of the dossier has them."""
    return BELOW.sub(MINUS, ISO_DAY.sub(lambda match: day(match[0]), sentence))


def count(number: int) -> str:
    """A number of things, its thousands set apart: "4,912"."""
    return f"{number:,}"
