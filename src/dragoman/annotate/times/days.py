"""Rules for days: dates in every order, weekdays, today and tomorrow, feasts, hours of the day."""

from __future__ import annotations

import re

from dragoman.annotate.times.forms import Form, day_number, full_year, hour, month_number, part, squeezed, step, weekday_number
from dragoman.annotate.times.rule import Rule
from dragoman.knowledge.calendar import calendar

Match = re.Match[str]


def iso_day(m: Match) -> Form | None:
    """2025-11-07, 2025-11-07T10:00Z."""
    valid = 1 <= int(m["m"]) <= 12 and 1 <= int(m["d"]) <= 31
    return ("DATE", ("day", m["y"], m["m"], m["d"], "", "")) if valid else None


def numeric_day(m: Match) -> Form | None:
    """07.11.2025 is day first; 11/25/2025 tells itself; 11/07/2025 stays open for the resolver."""
    first, second, year = int(m["a"]), int(m["b"]), full_year(m["y"])
    if m["s"] == "." or first > 12:
        day, month = first, second
    elif second > 12 or first == second:
        day, month = second, first
    else:
        return "DATE", ("open-day", year, f"{first:02}", f"{second:02}")
    return ("DATE", ("day", year, f"{month:02}", f"{day:02}", "", "")) if month <= 12 else None


def day(m: Match) -> Form | None:
    """November 8, 2020; 8 November; the 8th of May."""
    half = part(m.groupdict().get("part"))
    return ("TIME" if half else "DATE"), ("day", full_year(m["y"]), month_number(m["mon"]), day_number(m["d"]), half)


def stepped_day(m: Match) -> Form | None:
    """last 30 November; next 1 May."""
    tense = "future" if m["mod"] in ("next", "this coming") else "past"
    return "DATE", ("day", "", month_number(m["mon"]), day_number(m["d"]), "", tense)


def day_range(m: Match) -> Form | None:
    """22-24 November 2017; May 3-5; from 28 February to 3 March."""
    groups = m.groupdict()
    first_month = month_number(groups.get("mon") or m["end"])
    last_month = month_number(groups.get("end") or m["mon"])
    days = day_number(m["d"]), day_number(m["e"])
    if first_month == last_month and days[0] >= days[1]:
        return None
    return "DATE", ("days", full_year(groups.get("y") or groups.get("z")), first_month, days[0], last_month, days[1])


def day_of_month(m: Match) -> Form | None:
    """the 20th; the first of the month."""
    return "DATE", ("monthday", day_number(m["d"]))


def weekday(m: Match) -> Form | None:
    """on Tuesday; next Monday evening; last Friday; Friday week."""
    groups = m.groupdict()
    shift = "week" if groups.get("week") else step(groups.get("mod"))
    half = part(groups.get("part"))
    return ("TIME" if half else "DATE"), ("weekday", weekday_number(m["wd"]), shift, half)


def weekdays(m: Match) -> Form | None:
    """from Friday to Sunday."""
    return "DATE", ("weekdays", weekday_number(m["a"]), weekday_number(m["b"]))


def deictic(m: Match) -> Form | None:
    """today, yesterday evening, tonight, last night, this morning, the day before yesterday."""
    shift, half = calendar().deictics[squeezed(m["word"]).removeprefix("the ")]
    half = part(m.groupdict().get("part")) or half
    return ("TIME" if half else "DATE"), ("deictic", shift, half)


def same_day(m: Match) -> Form | None:
    """that day, the same evening, the following day, the day before: counted from a day of the text."""
    groups = m.groupdict()
    shift = {"before": "-1", "after": "1"}.get(step(groups.get("mod")), "0")
    shift = {"before": "-1", "earlier": "-1", "after": "1", "later": "1"}.get(groups.get("dir") or "", shift)
    half = part(groups.get("part"))
    return ("TIME" if half else "DATE"), ("same-day", shift, half)


def holiday(m: Match) -> Form | None:
    """New Year's Eve; Easter Monday 2017; next Christmas."""
    return "DATE", ("holiday", calendar().holidays[squeezed(m["name"])], full_year(m["y"]), step(m["mod"]))


def clock(m: Match) -> Form | None:
    """10 a.m.; 09:00 GMT; noon."""
    told = hour(m["clock"])
    return ("TIME", ("clock", told)) if told else None


def clock_day(m: Match) -> Form | None:
    """6 p.m. on Friday; midnight on October 31; 10 a.m. today."""
    groups, told = m.groupdict(), hour(m["clock"])
    if not told:
        return None
    if groups.get("wd"):
        return "TIME", ("weekday", weekday_number(m["wd"]), step(groups.get("mod")), told)
    if groups.get("mon"):
        return "TIME", ("day", full_year(groups.get("y")), month_number(m["mon"]), day_number(m["d"]), told)
    return "TIME", ("deictic", calendar().deictics[m["word"]][0], told)


Y = "(?: ?,? (?P<y>YEAR)(?!\\d))?"
ON = "(?:(?:SHORTDAY),? ?(?:the )?)?"
ST = "(?:st|nd|rd|th)?"
SPAN = "(?:from |between )?"
TO = "(?:DASH| to | until | and )"
HOURS = "DIGITS noon midnight midday"
AT = "(?P<clock>CLOCK) ?,? (?:on )?"
SIDE = "(?:(?:late|early|earlier|later)(?: on)? )?"
RULES = (
    Rule("iso-day", "DIGITS", r"(?P<y>YEAR)-(?P<m>\d\d)-(?P<d>\d\d)(?:t\d\d:\d\d(?::\d\d)?(?:z|[+-]\d\d:?\d\d)?)?", iso_day),
    Rule("numeric-day", "DIGITS", r"(?P<a>DAY)(?P<s>[./])(?P<b>DAY)(?P=s)(?P<y>YEAR|\d\d(?!\d))(?![./]\d)", numeric_day),
    Rule("day-range", "from between DIGITS", f"{SPAN}(?P<d>DAY|NTH){TO}(?P<e>DAY|NTH)(?: of)? (?P<mon>MONTH){Y}", day_range, tensed=True),
    Rule("month-day-range", "MONTH", f"(?P<mon>MONTH) (?P<d>DAY){ST}(?:DASH| to )(?P<e>DAY){ST}(?!\\d| MONTH){Y}", day_range, tensed=True),
    Rule(
        "two-days", "MONTH", f"(?P<mon>MONTH) (?P<d>DAY){ST} and (?P<e>DAY){ST}(?!\\d| MONTH){Y}", day_range, tensed=True, trap="two-days"
    ),
    Rule("between-days", "between", f"between (?P<mon>MONTH) (?P<d>DAY) and (?P<e>DAY)(?!\\d| MONTH){Y}", day_range, tensed=True),
    Rule(
        "days-across-months",
        "from between DIGITS",
        f"{SPAN}(?P<d>DAY) (?P<mon>MONTH)(?: (?P<z>YEAR))?{TO}(?P<e>DAY) (?P<end>MONTH){Y}",
        day_range,
        tensed=True,
        trap="range",
    ),
    Rule(
        "across-months-days",
        "from between MONTH",
        f"{SPAN}(?P<mon>MONTH) (?P<d>DAY){TO}(?P<end>MONTH) (?P<e>DAY)(?!\\d){Y}",
        day_range,
        tensed=True,
        trap="range",
    ),
    Rule("clock-weekday", HOURS, f"{AT}(?:(?P<mod>MODIFIER) )?(?P<wd>WEEKDAY)", clock_day, tensed=True),
    Rule("clock-date", HOURS, f"{AT}(?P<mon>MONTH) (?P<d>DAY){ST}(?!\\d){Y}", clock_day, tensed=True),
    Rule("clock-day-month", HOURS, f"{AT}(?P<d>DAY){ST} (?P<mon>MONTH){Y}", clock_day, tensed=True),
    Rule("clock-today", HOURS, f"{AT}(?P<word>today|yesterday|tomorrow)", clock_day),
    Rule("weekday-range", "from between", "(?:from|between) (?P<a>WEEKDAY) (?:to|until|through|and) (?P<b>WEEKDAY)", weekdays, tensed=True),
    Rule("two-weekdays", "WEEKDAY", "(?P<a>WEEKDAY)(?: and |DASH)(?P<b>WEEKDAY)", weekdays, tensed=True, trap="neighbours"),
    Rule("holiday", "MODIFIER HOLIDAY", f"(?:(?P<mod>MODIFIER) )?(?P<name>HOLIDAY){Y}", holiday, tensed=True),
    Rule(
        "month-day",
        "SHORTDAY MONTH",
        f"{ON}(?P<mon>MONTH) (?:the )?(?P<d>DAY|NTH|ORDINAL)(?!\\d|[:.,]\\d){Y}(?: (?P<part>PART))?",
        day,
        tensed=True,
        trap="month-day",
    ),
    Rule(
        "stepped-day",
        "last next this",
        f"(?P<mod>last|next|this|this past|this coming) (?P<d>DAY){ST}(?: of)? (?P<mon>MONTH)",
        stepped_day,
        trap="month-day",
    ),
    Rule(
        "stepped-month-day",
        "last next this",
        f"(?P<mod>last|next|this|this past|this coming) (?P<mon>MONTH) (?P<d>DAY){ST}(?!\\d|[:.,]\\d)",
        stepped_day,
    ),
    Rule(
        "day-month",
        "SHORTDAY DIGITS",
        f"{ON}(?P<d>DAY|NTH)(?: of)?[ -](?P<mon>MONTH)(?: ?,?[ -](?P<y>YEAR))?",
        day,
        tensed=True,
        trap="month-day",
    ),
    Rule(
        "ordinal-month", "the ORDINAL DIGITS", f"(?:the )?(?P<d>ORDINAL|NTH)(?: of)? (?P<mon>MONTH){Y}", day, tensed=True, trap="month-day"
    ),
    Rule("of-the-month", "the", "the (?P<d>ORDINAL|NTH) of (?:the|this) month", day_of_month, tensed=True),
    Rule("day-of-month", "the", "the (?P<d>NTH)(?! [a-z])(?!-)", day_of_month, tensed=True, trap="ordinal"),
    Rule("weekday-week", "WEEKDAY", "(?P<wd>WEEKDAY) (?P<week>week)", weekday),
    Rule(
        "weekday",
        "early late earlier later the MODIFIER WEEKDAY",
        f"{SIDE}(?:(?:the )?(?P<mod>MODIFIER) )?(?P<wd>WEEKDAY)(?: (?P<part>PART))?",
        weekday,
        tensed=True,
        trap="weekday",
    ),
    Rule("night-of", "last", "(?P<word>last night|last evening)", deictic),
    Rule("this-part", "early late earlier later this", f"{SIDE}(?P<word>this morning|this afternoon|this evening)", deictic),
    Rule(
        "deictic",
        "early late earlier later the day today yesterday tomorrow tonight overnight",
        f"{SIDE}(?P<word>today|yesterday|tomorrow|tonight|overnight|(?:the )?day (?:before yesterday|after tomorrow))(?: (?P<part>PART))?",
        deictic,
        trap="today",
    ),
    Rule(
        "part-of-today",
        "early late mid PART",
        "(?:(?:early|late|mid)[ -])?(?P<part>PART) (?P<word>today|yesterday|tomorrow)",
        deictic,
    ),
    Rule(
        "part-of-weekday",
        "early late mid PART",
        "(?:(?:early|late|mid)[ -])?(?P<part>PART) (?:on|of) (?:(?P<mod>MODIFIER) )?(?P<wd>WEEKDAY)",
        weekday,
        tensed=True,
        trap="weekday",
    ),
    Rule("this-day", "this", "(?P<word>this day)", deictic, trap="this-day"),
    Rule("same-day", "that the same", "(?:that|the same|same|that same|that very) (?:day|(?P<part>PART))", same_day, trap="supposed"),
    Rule("next-day", "the", "the (?:very )?(?P<mod>following|next|previous|preceding) (?:day|(?P<part>PART))", same_day),
    Rule("day-before", "the a one", "(?:the|a|one) day (?P<dir>before|earlier|after|later)", same_day, trap="clause"),
    Rule("clock", HOURS, "(?P<clock>CLOCK)", clock, trap="clock"),
)
