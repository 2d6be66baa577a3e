"""Values of single days: full and short dates, weekdays, today and tomorrow, feasts."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.resolve.dates.arithmetic import exists, moved
from dragoman.resolve.dates.frame import NOTHING, Dated, Frame

AGAINST = 4  # a date in the other direction than the tense has must be so many times nearer


def timed(day: date | None, half: str) -> Dated:
    """A day, or a part or hour of it."""
    return Dated(day.isoformat() + (f"T{half}" if half else ""), day, day) if day else NOTHING


def full_day(arguments: list[str], frame: Frame) -> Dated:
    """Year, month, day and hour; the year may have to be found."""
    year, month, number, half, tense = arguments
    if not year:
        year = near_year(int(month), int(number), tense, frame.published)
    if year == "XXXX":
        return Dated(f"XXXX-{month}-{number}") if exists(2000, int(month), int(number)) else NOTHING
    return timed(date(int(year), int(month), int(number)), half) if exists(int(year), int(month), int(number)) else NOTHING


def near_year(month: int, number: int, tense: str, day: date | None) -> str:
    """The year of a day that is told without one: the nearest, what goes against the tense counting as ``AGAINST`` times as far."""
    if day is None:
        return "XXXX"
    found = [y for y in (day.year - 1, day.year, day.year + 1) if exists(y, month, number)]
    return str(min(found, key=lambda y: distance((date(y, month, number) - day).days, tense), default=day.year))


def distance(days: int, tense: str) -> int:
    """How far a day lies from publication, ``AGAINST`` times as far where it lies against the tense."""
    against = days < 0 if tense == "future" else days > 0
    return abs(days) * (AGAINST if against else 1)


def open_day(arguments: list[str], frame: Frame) -> Dated:
    """11/07/2025 may be in November or in July: the nearer to publication, and nothing where that is not known."""
    year, first, second = int(arguments[0]), int(arguments[1]), int(arguments[2])
    found = [date(year, m, d) for m, d in ((first, second), (second, first)) if exists(year, m, d)]
    published = frame.published
    return timed(min(found, key=lambda day: abs((day - published).days)), "") if published and found else NOTHING


def days(arguments: list[str], frame: Frame) -> Dated:
    """11-12 June: its value is the first day."""
    year, month, first, last_month, last, tense = arguments
    begins = full_day([year, month, first, "", tense], frame)
    if begins.begins is None:
        return begins
    last_year = begins.begins.year + (int(last_month) < int(month))
    if year and last_year > int(year):  # "30 December to 2 January 2021": the year belongs to the second day
        begins, last_year = full_day([str(int(year) - 1), month, first, "", tense], frame), int(year)
    ends = date(last_year, int(last_month), int(last)) if exists(last_year, int(last_month), int(last)) else begins.ends
    return begins._replace(ends=ends)


def month_day(arguments: list[str], frame: Frame) -> Dated:
    """the 20th: of this month or of the one before or after, by the tense."""
    number, tense = int(arguments[0]), arguments[1]
    day = frame.published
    if day is None:
        return Dated(f"XXXX-XX-{number:02}")
    steps = (1 if number < day.day else 0) if tense == "future" else (-1 if number > day.day else 0)
    month = moved(day.replace(day=1), steps, "M")
    return timed(date(month.year, month.month, number), "") if month and exists(month.year, month.month, number) else NOTHING


def weekday(arguments: list[str], frame: Frame) -> Dated:
    """A weekday: looking back from publication unless its words or its tense look ahead."""
    number, shift, half, *tense = arguments
    if shift in ("before", "after", "same") and (frame.day or frame.begun):
        return anchored_weekday(int(number), shift, half, frame.day or frame.begun)
    day = frame.published
    if day is None:
        return Dated(f"XXXX-WXX-{number}" + (f"T{half}" if half else ""))
    ahead, back = (int(number) - day.isoweekday()) % 7, (day.isoweekday() - int(number)) % 7
    if shift == "week":
        return timed(moved(day, (ahead or 7) + 7, "D"), half)
    if shift in ("+1", "after"):
        return timed(moved(day, ahead or 7, "D"), half)
    if shift in ("-1", "before"):
        return timed(moved(day, -(back or 7), "D"), half)
    looks_ahead = shift == "0" or (tense == ["future"] and distance(-back, "future") >= ahead)
    return timed(moved(day, ahead if looks_ahead else -back, "D"), half)


def anchored_weekday(number: int, shift: str, half: str, day: date | None) -> Dated:
    """the previous Sunday, the following Friday: counted from a day of the text."""
    if day is None:
        return NOTHING
    ahead, back = (number - day.isoweekday()) % 7, (day.isoweekday() - number) % 7
    steps = (ahead or 7) if shift == "after" else -(back or 7) if shift == "before" else -back
    return timed(moved(day, steps, "D"), half)


def weekdays(arguments: list[str], frame: Frame) -> Dated:
    """from Friday to Sunday: its value is the first day."""
    first, last, tense = arguments
    begins = weekday([first, "", "", tense], frame)
    if begins.begins is None:
        return begins
    length = (int(last) - int(first)) % 7
    if tense != "future" and frame.published and begins.begins + timedelta(length) > frame.published:
        begins = timed(moved(begins.begins, -7, "D"), "") if length + (frame.published - begins.begins).days > 7 else begins
    return begins._replace(ends=moved(begins.begins, length, "D")) if begins.begins else begins


def deictic(arguments: list[str], frame: Frame) -> Dated:
    """today, yesterday, tomorrow evening; overnight ends with the day of publication."""
    shift, half = arguments
    if frame.published is None:
        return NOTHING
    made = timed(moved(frame.published, int(shift), "D"), half.removeprefix("over-"))
    return made._replace(ends=frame.published) if half.startswith("over-") else made


def clock(arguments: list[str], frame: Frame) -> Dated:
    """10 a.m.: of the day of publication; of the day that the text named last, where that is not known."""
    return timed(frame.published or frame.day, arguments[0])


def same_day(arguments: list[str], frame: Frame) -> Dated:
    """that day, the next day, a day earlier: counted from the last day that the text named, else from publication.

    What lies back is told from the day of the report again as soon as a new paragraph begins.
    """
    shift, half = arguments
    told = frame.day if frame.near or shift != "-1" else None
    anchor = told or frame.published or frame.day
    return timed(moved(anchor, int(shift), "D"), half) if anchor else NOTHING
