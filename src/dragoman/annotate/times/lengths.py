"""Rules for lengths and counts: durations, so long ago, repeated times, anniversaries, and the vague words of time."""

from __future__ import annotations

import re

from dragoman.annotate.times.forms import Form, month_number, number, rank, squeezed, step, unit_code, weekday_number
from dragoman.annotate.times.rule import Rule
from dragoman.knowledge.calendar import calendar

Match = re.Match[str]


def ago(m: Match) -> Form | None:
    """three days ago; two weeks earlier; ten years later."""
    return "DATE", ("ago", number(m["n"]), unit_code(m["unit"]), calendar().directions[squeezed(m["dir"])])


def to_the_day(m: Match) -> Form | None:
    """a year ago yesterday; a week from Friday; ten years ago this month: as precise as the day or stretch that is moved."""
    word, known = squeezed(m["word"]), calendar()
    steps = ("-" if m["dir"] == "ago" else "") + number(m["n"])
    if m["wd"]:
        return "DATE", ("to-the-day", steps, unit_code(m["unit"]), weekday_number(m["wd"]), "weekday")
    shift, finest = (known.deictics[word][0], "D") if word in known.deictics else ("0", unit_code(word.removeprefix("this ")))
    return "DATE", ("to-the-day", steps, unit_code(m["unit"]), shift, finest)


def year_earlier(m: Match) -> Form | None:
    """the year-earlier period: the same stretch, a year before."""
    return "DATE", ("ago", "1", "Y", "-period")


def reach(m: Match) -> Form | None:
    """the past nine days; the next six months: a length that ends or begins with the day of publication."""
    return "DURATION", ("reach", number(m["n"] or "a"), unit_code(m["unit"]), step(m["mod"]))


def within(m: Match) -> Form | None:
    """in two weeks; within ten days: a length, and the day it leads to."""
    return "DURATION", ("within", number(m["n"]), unit_code(m["unit"]), m["word"])


def duration(m: Match) -> Form | None:
    """for three days; eight months; a 30-day truce."""
    return "DURATION", ("duration", number(m["n"]), unit_code(m["unit"]))


def two_lengths(m: Match) -> Form | None:
    """two to three weeks, a year or two: the shorter of both, as the least that is told."""
    return "DURATION", ("duration", number(m["n"] or "a"), unit_code(m["unit"] or m["single"]))


def share(m: Match) -> tuple[str, str] | None:
    """Number and unit of a part of a unit, in the next smaller one: half a century is 50 years, half a year six months."""
    factor, smaller = SMALLER[unit_code(m["unit"])]
    number_of, rest = divmod(factor, 2 if m["share"] == "half" else 4)
    return (str(number_of), smaller) if rest == 0 else None


def and_a_half(m: Match) -> tuple[str, str] | None:
    """Number and unit of a year and a half, of two and a half decades: in the next smaller unit; months keep their half."""
    count, code = number(m["n"]), unit_code(m["unit"] or m["units"])
    if not count.isdigit() or code == "M":
        return (f"{count}.5", code) if count.isdigit() else None
    factor, smaller = SMALLER[code]
    return str(int(count) * factor + factor // 2), smaller


def fraction(m: Match) -> Form | None:
    """half a century; a year and a half; two and a half decades ago."""
    found = share(m) if m.groupdict().get("share") else and_a_half(m)
    if found is None:
        return None
    return ("DATE", ("ago", *found, calendar().directions[squeezed(m["dir"])])) if m["dir"] else ("DURATION", ("duration", *found))


def open_stretch(m: Match) -> Form | None:
    """recent years, the coming weeks, the months ahead: a stretch beside the day of publication, of no told length."""
    return "DURATION", ("duration", "X", unit_code(m["unit"] or m["ahead"]))


def open_duration(m: Match) -> Form | None:
    """for years; decades-long."""
    return "DURATION", ("duration", "X", unit_code(m["unit"]))


def anniversary(m: Match) -> Form | None:
    """the 5th anniversary of ...; the centenary."""
    return "DATE", ("anniversary", rank(m["n"] or m["word"]), "eve" if m["eve"] else "")


def every(m: Match) -> Form | None:
    """every May 9; every Tuesday; each year."""
    groups = m.groupdict()
    if groups.get("mon"):
        return "SET", ("every", f"XXXX-{month_number(groups['mon'])}" + (f"-{int(groups['d']):02}" if groups.get("d") else ""))
    if groups.get("wd"):
        return "SET", ("every", f"XXXX-WXX-{weekday_number(groups['wd'])}")
    return "SET", ("each", unit_code(groups["unit"]))


def often(m: Match) -> Form | None:
    """daily, annual."""
    return "SET", ("every", calendar().sets[m["word"]])


def vague(m: Match) -> Form | None:
    """recently, the future; on request now, lately."""
    known, word = calendar(), squeezed(m["word"])
    return "DATE", ("vague", known.references.get(word) or known.vague[word])


SMALLER = {"D": (24, "H"), "Y": (12, "M"), "DE": (10, "Y"), "CE": (100, "Y")}
"""How many of which smaller unit a day, a year ... has, for halves and quarters of it."""
ROUND = "(?:ABOUT )?"
LONG = "(?:(?:full|whole|long|straight|consecutive|more|trading|working|business|calendar) )?"
DIR = "(?P<dir>ago|from now|from today|hence|earlier|previously|later|before|after)"
RULES = (
    Rule(
        "anniversary",
        "the its their his her our ORDINAL JUBILEE DIGITS",
        "(?P<eve>the eve of )?(?:(?:the|its|their|his|her|our) )?(?:(?P<n>RANK)[ -]anniversary|(?P<word>JUBILEE))"
        "(?: of (?:the|this|that) COMMEMORATED)?",
        anniversary,
    ),
    Rule("every-date", "EVERY", "(?:EVERY) (?P<mon>MONTH)(?: (?P<d>DAY))?", every),
    Rule("every-weekday", "EVERY", "(?:EVERY) (?P<wd>WEEKDAY)", every),
    Rule("every-unit", "EVERY", "(?:EVERY) (?P<unit>UNIT)", every, trap="every"),
    Rule("weekdays", "WEEKDAY", "(?P<wd>WEEKDAY)s", every),
    Rule(
        "share",
        "ABOUT half a quarter",
        f"{ROUND}(?:a )?(?P<share>half|quarter)(?: of)?(?: an?|-| )(?: ?)(?P<unit>day|year|decade|century)(?: {DIR})?",
        fraction,
    ),
    Rule(
        "and-a-half",
        "ABOUT NUMBER DIGITS",
        f"{ROUND}(?P<n>COUNT) (?:(?P<unit>month|year|decade|century) and a half|and a half (?P<units>months|years|decades|centuries))"
        f"(?: {DIR})?",
        fraction,
    ),
    Rule(
        "to-the-day",
        "NUMBER DIGITS",
        "(?P<n>COUNT) (?P<unit>DAYUNIT) (?P<dir>ago|from|after) "
        "(?P<word>today|yesterday|tomorrow|this (?:week|month)|(?:next |this )?(?P<wd>WEEKDAY))",
        to_the_day,
    ),
    Rule("ago", "ABOUT NUMBER DIGITS", f"{ROUND}(?P<n>NUMBER) (?P<unit>DAYUNIT) {DIR}", ago, trap="ago"),
    Rule("reference", "REFERENCE", "(?P<word>REFERENCE)", vague, trap="reference"),
    Rule("vague-ago", "ABOUT NUMBER DIGITS", f"{ROUND}(?P<n>NUMBER) (?P<unit>UNIT) {DIR}", ago, trap="ago", vague=True),
    Rule(
        "year-earlier", "the year", "(?:the )?year-(?P<dir>ago|earlier) (?:period|level|figure|quarter)|year-(?:ago|earlier)", year_earlier
    ),
    Rule(
        "same-last-year",
        "the last",
        "the (?:same|corresponding|comparable) (?:period|quarter) (?:of |in )?"
        "(?:last year|a year (?:ago|earlier|before)|the previous year|the year (?:before|earlier))"
        "|the (?:period|quarter) a year (?:ago|earlier|before)|last year's (?:period|quarter)",
        year_earlier,
    ),
    Rule(
        "reach",
        "the MODIFIER",
        f"(?:the )?(?P<mod>last|past|next|coming|previous|following|preceding) {ROUND}(?P<n>NUMBER)(?: (?:to|or) NUMBER)?"
        " (?P<unit>DAYUNIT|hours)",
        reach,
    ),
    Rule("fortnight", "the last past next coming", "(?:the )?(?P<mod>last|past|next|coming) (?P<n>)(?P<unit>fortnight)", reach),
    Rule("past-unit", "the", "the (?P<mod>past|coming) (?P<n>)(?P<unit>day|decade|century)", reach),
    Rule("open-stretch", "the OPEN", "(?:the )?OPEN (?P<unit>MANY)|the (?P<ahead>MANY) (?:ahead|to come)", open_stretch),
    Rule("within", "within", f"(?P<word>within) {ROUND}(?:the next )?(?P<n>NUMBER) (?P<unit>UNIT)", within, tensed=True),
    Rule("in", "in", f"(?P<word>in) {ROUND}(?:the next )?(?P<n>NUMBER) (?P<unit>DAYUNIT)(?:' time)?", within, tensed=True),
    Rule(
        "two-lengths",
        "ABOUT NUMBER DIGITS",
        f"{ROUND}(?P<n>NUMBER)(?: to | or |(?<=\\d)-(?=\\d))NUMBER {LONG}(?P<unit>DAYUNIT)"
        "|(?:a|one) (?P<single>day|week|month|year|decade) or (?:two|so)",
        two_lengths,
    ),
    Rule("duration", "ABOUT NUMBER DIGITS", f"{ROUND}(?P<n>NUMBER)(?: |-){LONG}(?P<unit>DAYUNIT)", duration, trap="duration"),
    Rule("the-duration", "the", f"the (?:(?:first|latest|final|full) )?(?P<n>NUMBER) {LONG}(?P<unit>DAYUNIT)", duration, trap="duration"),
    Rule("hours-long", "NUMBER DIGITS", "(?P<n>NUMBER)[- ](?P<unit>hour|minute)", duration, trap="hours-long"),
    Rule("hours", "ABOUT NUMBER DIGITS", f"{ROUND}(?P<n>NUMBER)(?: |-){LONG}(?P<unit>UNIT)", duration, trap="duration", vague=True),
    Rule("open-duration", "MANY", "(?P<unit>MANY)", open_duration, trap="open-duration", vague=True),
    Rule("long", "MANY", "(?P<unit>MANY)-long", open_duration, vague=True),
    Rule("often", "OFTEN", "(?P<word>OFTEN)", often, vague=True),
    Rule("vague", "VAGUE", "(?P<word>VAGUE)", vague, trap="vague", vague=True),
)
