"""Values of stretches of the calendar: months, seasons, quarters, years, decades, and weeks or years counted from now."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.knowledge.calendar import SEASON_MONTHS
from dragoman.resolve.dates.arithmetic import moved, week, written
from dragoman.resolve.dates.days import distance
from dragoman.resolve.dates.frame import NOTHING, Dated, Frame, anchor_for
from dragoman.resolve.dates.intervals import edged, interval

SUNDAY = 7
TEXT_STEPS = {"before": -1, "after": 1, "same": 0}


def stretch(value: str, edge: str = "") -> Dated:
    """A value with the first and last day of its beginning, middle or end; nothing after the year 9999."""
    if len(value) > 4 and value[:5].isdigit():
        return NOTHING
    days = interval(value)
    return Dated(value, *edged(days, edge)) if days else Dated(value)


def month(arguments: list[str], frame: Frame) -> Dated:
    """A month, its year found by the tense."""
    year, number, edge, shift, tense = arguments
    return stretch(f"{year or month_year(int(number), shift, tense, frame)}-{number}", edge)


def month_year(number: int, shift: str, tense: str, frame: Frame) -> str:
    """The year of a month that is told without one."""
    if shift in TEXT_STEPS and frame.begun:
        return f"{frame.begun.year:04}"
    day = frame.published
    if day is None:
        return "XXXX"
    if shift in ("-1", "before"):
        return str(day.year if number < day.month else day.year - 1)
    if shift in ("+1", "after"):
        return str(day.year if number > day.month else day.year + 1)
    return str(min((day.year - 1, day.year, day.year + 1), key=lambda y: distance(30 * ((y - day.year) * 12 + number - day.month), tense)))


def months(arguments: list[str], frame: Frame) -> Dated:
    """from May 1998 to June 2000: its value is the first month."""
    year, first, last_year, last, tense = arguments
    if not last_year:
        last_year = month_year(int(last), "", tense, frame)
    if last_year == "XXXX":
        return Dated(f"XXXX-{first}")
    if not year or (year == last_year and int(first) > int(last)):
        year = f"{int(last_year) - (int(first) > int(last)):04}"
    begins, ends = stretch(f"{year}-{first}"), stretch(f"{last_year}-{last}")
    return begins._replace(ends=ends.ends) if begins.begins and ends.ends and begins.begins < ends.ends else begins


def month_week(arguments: list[str], frame: Frame) -> Dated:
    """the last week of March: its last seven days, and the ISO week in which most of them lie."""
    year, number, rank, tense = arguments
    whole = month([year, number, "", "", tense], frame)
    if whole.begins is None or whole.ends is None:
        return whole
    begins = whole.ends - timedelta(6) if rank == "-1" else whole.begins + timedelta(7 * (int(rank) - 1))
    return Dated(week(begins + timedelta(3)), begins, begins + timedelta(6))


def month_half(arguments: list[str], frame: Frame) -> Dated:
    """the second half of July: from the 16th on."""
    year, number, rank, tense = arguments
    whole = month([year, number, "", "", tense], frame)
    if whole.begins is None:
        return whole
    middle = whole.begins.replace(day=15)
    return whole._replace(ends=middle) if rank == "1" else whole._replace(begins=middle + timedelta(1))


def year(arguments: list[str], frame: Frame) -> Dated:
    """A year."""
    return stretch(arguments[0], arguments[1])


def years(arguments: list[str], frame: Frame) -> Dated:
    """1998-2004: its value is the first year."""
    return stretch(arguments[0])._replace(ends=stretch(arguments[1]).ends)


def century(arguments: list[str], frame: Frame) -> Dated:
    """A century or a decade by its first digits."""
    return stretch(arguments[0], arguments[1])


def season(arguments: list[str], frame: Frame) -> Dated:
    """A season with its year."""
    code, year, shift, edge, tense = arguments
    if year or (shift in TEXT_STEPS and frame.begun):
        return stretch(f"{year or frame.begun.year if frame.begun else year}-{code}", edge)
    if frame.published is None:
        return Dated(f"XXXX-{code}")
    return stretch(f"{season_year(code, shift, tense, frame.published)}-{code}", edge)


def season_year(code: str, shift: str, tense: str, day: date) -> int:
    """The year of a season that is told without one; a winter belongs to the year in which it begins."""
    first, last = SEASON_MONTHS[code]
    winter = code == "WI"
    if winter and day.month <= last:  # January: the winter that is on began last year
        return day.year - 1 if shift in ("", "0") else day.year - 2 if shift in ("-1", "before") else day.year
    begun, over = day.month >= first, day.month > last and not winter
    if shift in ("-1", "before"):
        return day.year if over else day.year - 1
    if shift in ("+1", "after"):
        return day.year + 1 if begun else day.year
    if tense == "future" or shift == "0":
        return day.year + 1 if over and tense == "future" else day.year
    return day.year if begun else day.year - 1


def unit(arguments: list[str], frame: Frame) -> Dated:
    """last week, this year, next month, that summer, the end of the year, the weekend."""
    shift, code, edge, *tense = arguments
    anchor = (anchor_for(frame, code) if shift in TEXT_STEPS else None) or frame.published
    if anchor is None:
        return NOTHING
    steps = TEXT_STEPS.get(shift, int(shift or "0") if shift not in TEXT_STEPS else 0)
    if code == "WE":
        saturday = weekend(anchor, shift, tense)
        return stretch(written(saturday, "WE")) if saturday else NOTHING
    if code == "W" and not steps and anchor == frame.published and anchor.isoweekday() == SUNDAY and tense == ["future"]:
        anchor += timedelta(1)  # "they will meet this week", told on its last day, is the week that comes
    day = moved(anchor.replace(day=1) if code not in ("W", "D", "N", "FN") else anchor, steps, code)
    return clipped(stretch(written(day, code), edge), edge, frame.published) if day else NOTHING


def clipped(dated: Dated, edge: str, day: date | None) -> Dated:
    """A stretch that is on, up to the day of publication ("earlier this year") or from then ("the rest of the month")."""
    if day is None or dated.begins is None or dated.ends is None or not dated.begins <= day <= dated.ends:
        return dated
    if edge == "begun":
        return dated._replace(ends=day)
    return dated._replace(begins=day) if edge == "rest" else dated


def weekend(day: date, shift: str, tense: list[str]) -> date | None:
    """The Saturday of the weekend before a day, or of the one after it."""
    back = (day.isoweekday() - 6) % 7
    saturday = moved(day, -back, "D")
    if saturday is None or shift in ("-1", "before"):
        return saturday if back > 1 or saturday is None else moved(saturday, -7, "D")
    looks_ahead = tense == ["future"] or shift in ("+1", "after", "0")
    return moved(saturday, 7, "D") if looks_ahead and (back > 1 or shift in ("+1", "after")) else saturday


def part(arguments: list[str], frame: Frame) -> Dated:
    """2023-H2, 2019-Q1; without a year the last or the coming one, by the tense."""
    kind, number, year, shift, closes, *tense = arguments
    if closes and not year:
        year = month_year(int(closes), "", tense[0] if tense else "", frame)
    if year:
        return stretch(f"{year}-{kind}{number}")
    if shift == "ago":
        last = part([kind, number, "", "", "", "past"], frame)
        return stretch(f"{int(last.value[:4]) - 1:04}-{kind}{number}") if last.begins and last.value else last
    anchor = frame.begun if shift in TEXT_STEPS and frame.begun else frame.published
    if anchor is None:
        return Dated(f"XXXX-{kind}{number}")
    if shift:
        return stretch(f"{anchor.year + TEXT_STEPS.get(shift, 0 if shift in TEXT_STEPS else int(shift)):04}-{kind}{number}")
    near = [stretch(f"{anchor.year + step:04}-{kind}{number}") for step in (-1, 0, 1)]
    if tense == ["past"]:
        return max((p for p in near if p.begins and p.begins <= anchor), default=NOTHING)
    return min(near, key=lambda p: gap(p, anchor))


def gap(dated: Dated, day: date) -> int:
    """Days between a stretch and a day; 0 inside."""
    if dated.begins is None or dated.ends is None:
        return 0
    return max((dated.begins - day).days, (day - dated.ends).days, 0)


def latest_quarter(arguments: list[str], frame: Frame) -> Dated:
    """the quarter: the one whose end is told, or the one spoken of, else the last that is over."""
    (closes,) = arguments
    if closes:
        year = month_year(int(closes), "", "past", frame)
        middle = moved(date(int(year), int(closes), 1), -1, "M") if year.isdigit() else None
        return stretch(written(middle, "Q")) if middle else NOTHING
    if frame.quarter:
        return stretch(frame.quarter)
    day = moved(frame.published.replace(day=1), -1, "Q") if frame.published else None
    return stretch(written(day, "Q")) if day else NOTHING


def quarter_of(arguments: list[str], frame: Frame) -> Dated:
    """the 1988 quarter: the quarter spoken of, in another year; the year, where none was."""
    return stretch(arguments[0] + frame.quarter[4:] if frame.quarter else arguments[0])
