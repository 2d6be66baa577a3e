"""What a form is worked out against, and what comes out."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Frame(NamedTuple):
    """The day of publication, if it is known, and what the text named last before an expression.

    ``named`` is the value of the last dated expression, of whatever precision, ``begun`` its first day; ``day`` is the
    last single day, ``near`` if the paragraph named it; ``quarter`` is the last quarter, of which a company's report goes on
    to speak. All are ``None`` where there was none.
    """

    published: date | None
    named: str | None = None
    begun: date | None = None
    day: date | None = None
    near: bool = False
    quarter: str | None = None


class Dated(NamedTuple):
    """A TIMEX3 value, and first and last day where they are narrower than, or no part of, the value."""

    value: str | None
    begins: date | None = None
    ends: date | None = None


NOTHING = Dated(None)


def anchor_for(frame: Frame, code: str) -> date | None:
    """The day of the text that units are counted from: days from a day alone, weeks from a day or week, years from any date."""
    if code in ("W", "WE", "FN") and "-W" in (frame.named or ""):
        return frame.begun
    return frame.day if code in ("D", "N", "W", "WE", "FN") else frame.begun
