"""Days as English and ISO write them: "7 November 2025", "Nov. 7, 2025", "2025-11-07", "7.11.2025"."""

from __future__ import annotations

import re
from datetime import date

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
