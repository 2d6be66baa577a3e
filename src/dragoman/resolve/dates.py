"""From what the grammar understood to TIMEX3 values, against the day of publication, or against nothing.

Without a publication date a weekday stays ``XXXX-WXX-2`` and a day without a year ``XXXX-05-09``: today is never asked.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from dragoman.knowledge.calendar import SEASON_MONTHS
from dragoman.records import Document, Timex

Value = str | None
FAR = 300  # days: a month without a year is taken for the nearest one of its direction within this reach
UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y", "decade": "DE", "century": "CE", "centurie": "CE", "hour": "H", "minute": "M"}


def dates(document: Document) -> Document:
    """Fill value, first and last day of every time expression."""
    day = parse(document.published)
    done = tuple(bounded(replace(t, value=value_of(t, day))) for t in document.times)
    return replace(document, times=anniversaries(document, drop_merged(document, done)))


def parse(value: str | None) -> date | None:
    """An ISO day, or nothing."""
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def value_of(timex: Timex, day: date | None) -> Value:
    """The TIMEX3 value of an expression's form."""
    rule, *arguments = timex.form
    return FORMS[rule](arguments, day) if rule in FORMS else None


# ---- forms


def full_day(a: list[str], day: date | None) -> Value:
    """Year, month, day; the year may have to be found."""
    year, month, number = a[:3]
    if not year:
        year = near_year(int(month), int(number), a[3] if len(a) > 3 else "past", day)
    if year != "XXXX" and not valid(int(year), int(month), int(number)):
        return None
    return f"{year}-{month}-{number}"


def valid(year: int, month: int, day: int) -> bool:
    """Whether such a day exists."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def near_year(month: int, number: int, direction: str, day: date | None) -> str:
    """The year of a day that is told without one: the nearest in the direction of the tense."""
    if day is None:
        return "XXXX"
    found = [y for y in (day.year - 1, day.year, day.year + 1) if valid(y, month, number)]
    distances = {y: (date(y, month, number) - day).days for y in found}
    if direction == "future":
        ahead = [y for y in found if distances[y] >= -7]
        return str(min(ahead, key=lambda y: distances[y])) if ahead else str(day.year)
    near = [y for y in found if -FAR <= distances[y] <= 45]
    return str(min(near, key=lambda y: (abs(distances[y]), y))) if near else str(day.year)


def days(a: list[str], day: date | None) -> Value:
    """11-12 June: told by its first day; ``bounded`` gives the last."""
    return full_day([a[0], a[1], a[2], a[4]], day)


def month(a: list[str], day: date | None) -> Value:
    """A month, its year found by the tense; its edges as days."""
    year, number, modifier, direction = a
    if not year:
        year = month_year(int(number), modifier, direction, day)
    if modifier == "end" and year != "XXXX":
        return f"{year}-{number}-{monthrange(int(year), int(number))[1]:02}"
    return f"{year}-{number}"


def month_year(number: int, modifier: str, direction: str, day: date | None) -> str:
    """The year of a month that is told without one."""
    if day is None:
        return "XXXX"
    if modifier in ("last", "the previous"):
        return str(day.year if number < day.month else day.year - 1)
    if modifier == "next" or direction == "future" or (modifier == "end" and direction == "future"):
        return str(day.year if number >= day.month else day.year + 1)
    return str(day.year if number <= day.month else day.year - 1)


def weekday(a: list[str], day: date | None) -> Value:
    """A weekday: looking back from publication unless the tense looks ahead."""
    number, modifier, direction = int(a[0]), a[1], a[2]
    if day is None:
        return f"XXXX-WXX-{number + 1}"
    back = (day.weekday() - number) % 7
    ahead = (number - day.weekday()) % 7
    if modifier in ("next", "the following", "the coming"):
        return (day + timedelta(ahead or 7)).isoformat()
    if modifier in ("last", "the previous"):
        return (day - timedelta(back or 7)).isoformat()
    return (day + timedelta(ahead)).isoformat() if direction == "future" else (day - timedelta(back)).isoformat()


def year(a: list[str], day: date | None) -> Value:
    """A year; its end and beginning as days."""
    return {"end": f"{a[0]}-12-31", "close": f"{a[0]}-12-31"}.get(a[1], a[0])


def deictic(a: list[str], day: date | None) -> Value:
    """today, yesterday, tomorrow, overnight ..."""
    shift = {"yesterday": -1, "night": -1, "tomorrow": 1, "overnight": -1}.get(a[0], 0)
    return (day + timedelta(shift)).isoformat() if day else None


def relative(a: list[str], day: date | None) -> Value:
    """last week, this year, next month, the weekend."""
    if day is None:
        return None
    modifier, unit = a
    step = {
        "last": -1,
        "the past": -1,
        "the previous": -1,
        "before": -1,
        "earlier": -1,
        "next": 1,
        "the coming": 1,
        "the following": 1,
        "after": 1,
    }.get(modifier, 0)
    if unit == "week":
        y, w, _ = (day + timedelta(7 * step)).isocalendar()
        return f"{y}-W{w:02}"
    if unit == "weekend":
        return weekend(modifier, day)
    if unit == "month":
        months = day.year * 12 + day.month - 1 + step
        return f"{months // 12}-{months % 12 + 1:02}"
    if unit == "quarter":
        quarters = day.year * 4 + (day.month - 1) // 3 + step
        return f"{quarters // 4}-Q{quarters % 4 + 1}"
    return {"year": f"{day.year + step}", "decade": f"{(day.year // 10) + step}", "century": f"{(day.year // 100) + step}"}[unit]


def weekend(modifier: str, day: date) -> str:
    """The Saturday and Sunday before publication, or after it for the next."""
    saturday = day - timedelta((day.weekday() - 5) % 7)
    if modifier in ("next", "the coming", "this"):
        saturday += timedelta(7 if (day - saturday).days > 1 else 0)
    y, w, _ = saturday.isocalendar()
    return f"{y}-W{w:02}-WE"


def season(a: list[str], day: date | None) -> Value:
    """A season with its year."""
    code, modifier, year, direction = a
    if year or day is None:
        return f"{year or 'XXXX'}-{code}"
    first, last = SEASON_MONTHS[code]
    ended = day.month > last if code != "WI" else day.month > 2
    if modifier == "last":
        return f"{day.year if ended and code != 'WI' else day.year - 1}-{code}"
    if modifier == "next":
        return f"{day.year if day.month < first else day.year + 1}-{code}"
    if direction == "future" or modifier in ("by", "until"):
        return f"{day.year if day.month <= last or code == 'WI' else day.year + 1}-{code}"
    return f"{day.year if day.month >= first else day.year - 1}-{code}"


def ago(a: list[str], day: date | None) -> Value:
    """three days ago; ten years later (against publication, which is what the reader knows)."""
    n, unit, where = a
    if day is None or n == "X":
        return "PAST_REF" if where in ("ago", "earlier", "before") else "FUTURE_REF"
    return shifted(day, -int(n) if where in ("ago", "earlier", "before") else int(n), unit)


def shifted(day: date, steps: int, unit: str) -> str | None:
    """A day moved by so many units, as precise as the unit."""
    if unit in ("day", "hour", "minute", "night"):
        return (day + timedelta(steps if unit in ("day", "night") else 0)).isoformat()
    if unit == "week":
        y, w, _ = (day + timedelta(7 * steps)).isocalendar()
        return f"{y}-W{w:02}"
    if unit == "month":
        months = day.year * 12 + day.month - 1 + steps
        return f"{months // 12}-{months % 12 + 1:02}"
    years = day.year + steps * {"year": 1, "decade": 10}.get(unit, 100)
    return f"{years}" if 1 <= years <= 9999 else None


def inside(a: list[str], day: date | None) -> Value:
    """within ten days: a duration."""
    return duration(a, day)


def duration(a: list[str], day: date | None) -> Value:
    """P3D, P10Y, P2DE."""
    n, unit = a
    code = UNITS.get(unit)
    if code is None:
        return None
    return f"PT{n}{code}" if unit in ("hour", "minute") else f"P{n}{code}"


def edge(a: list[str], day: date | None) -> Value:
    """the end of the month, of the year, of this week."""
    if day is None:
        return None
    side, unit, modifier = a
    base = relative([modifier if modifier in ("next", "last") else "this", unit], day)
    span = interval(base) if base else None
    if span is None or side in ("beginning", "start", "middle"):
        return base
    return span[1]


def part(a: list[str], day: date | None) -> Value:
    """2023-H2, 2019-Q1."""
    return f"{a[0]}-{a[1]}"


def every(a: list[str], day: date | None) -> Value:
    """A set: XXXX-05-09, XXXX-WXX-2, P1Y."""
    if a[0] == "date":
        return f"XXXX-{a[1]}-{a[2]}"
    if a[0] == "weekday":
        return f"XXXX-WXX-{int(a[1]) + 1}"
    return f"P1{UNITS[a[1]]}"


FORMS: dict[str, Callable[[list[str], date | None], Value]] = {
    "day": full_day, "days": days, "month": month, "weekday": weekday, "year": year, "years": lambda a, day: a[0], "decade": lambda a, day: a[0], "deictic": deictic,
    "relative": relative, "season": season, "ago": ago, "within": inside, "duration": duration, "edge": edge, "part": part, "every": every,
    "anniversary": lambda a, day: None,
}  # fmt: skip


# ---- first and last day


def bounded(timex: Timex) -> Timex:
    """The expression with the first and last day of its value."""
    if timex.value is None or timex.type in ("DURATION", "SET"):
        return timex
    span = interval(timex.value)
    if span is None:
        return timex
    begins, ends = span
    if timex.form[0] == "days":
        ends = f"{begins[:8]}{timex.form[4]}" if timex.form[4] >= begins[8:] else ends
    elif timex.form[0] == "years":
        ends = f"{timex.form[2]}-12-31"
    return replace(timex, begins=begins, ends=max(begins, ends))


def interval(value: str) -> tuple[str, str] | None:
    """First and last ISO day of a TIMEX3 date; ``None`` where it is open."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return value, value
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        first = monday + timedelta(5) if match[3] else monday
        return first.isoformat(), (monday + timedelta(6)).isoformat()
    if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return f"{value}-01", f"{value}-{monthrange(int(match[1]), int(match[2]))[1]:02}"
    if match := re.fullmatch(r"(\d{4})-([QH])(\d)", value):
        size = 3 if match[2] == "Q" else 6
        last = size * int(match[3])
        return f"{match[1]}-{last - size + 1:02}-01", f"{match[1]}-{last:02}-{monthrange(int(match[1]), last)[1]:02}"
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        first, end = SEASON_MONTHS[match[2]]
        final = int(match[1]) + (1 if match[2] == "WI" else 0)
        return f"{match[1]}-{first:02}-01", f"{final}-{end:02}-{monthrange(final, end)[1]:02}"
    if re.fullmatch(r"\d{2,4}", value):
        return value.ljust(4, "0") + "-01-01", value.ljust(4, "9") + "-12-31"
    return None


# ---- anniversaries


def drop_merged(document: Document, found: tuple[Timex, ...]) -> tuple[Timex, ...]:
    """ "Today marks the 5th anniversary": one expression, carried by its day."""
    days = [t for t in found if t.form[0] in ("deictic", "weekday", "day")]
    return tuple(t for t in found if t.form[0] != "anniversary" or not marked_by(document, t, days))


def marked_by(document: Document, timex: Timex, days: list[Timex]) -> bool:
    """Whether a day right before is said to mark or be the anniversary."""
    for other in days:
        between = document.text[other.span.end : timex.span.start]
        if (
            other.span.end <= timex.span.start
            and len(between) < 24
            and re.fullmatch(r"\s*(?:marks|marked|is|was|will mark|will be|,)\s*(?:the\s*)?", between)
        ):
            return True
    return False


def anniversaries(document: Document, found: tuple[Timex, ...]) -> tuple[Timex, ...]:
    """Work out what an anniversary commemorates: the nearest earlier day of the text that lies so many years back."""
    return tuple(commemorates(document, t, found) if t.form[0] == "anniversary" else t for t in found)


def commemorates(document: Document, timex: Timex, found: tuple[Timex, ...]) -> Timex:
    """An anniversary with its day and the day it recalls, where the text gives one that fits."""
    number = int(timex.form[1]) if timex.form[1].isdigit() else None
    day = parse(document.published)
    known = [
        t
        for t in found
        if t.value
        and re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", t.value)
        and t.form[0] != "deictic"
        and not any(h.covers(t.span) for h in document.header)
    ]
    if number is None or day is None:
        return timex
    fitting = [t for t in known if t.value and abs(int(t.value[:4]) + number - day.year) <= 1]
    best = min(fitting, key=lambda t: (-len(t.value or ""), abs(t.span.start - timex.span.start)), default=None)
    if best is None or best.value is None:
        return bounded(replace(timex, value=str(day.year)))
    moved = f"{int(best.value[:4]) + number:04}{best.value[4:]}"
    if moved.endswith("-02-29") and not valid(int(moved[:4]), 2, 29):
        moved = moved[:-2] + "28"
    return bounded(replace(timex, value=moved, anniversary_of=best.value))
