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


def year_earlier(m: Match) -> Form | None:
    """the year-earlier period: the same stretch, a year before."""
    return "DATE", ("ago", "1", "Y", "-text")


def reach(m: Match) -> Form | None:
    """the past nine days; the next six months: a length that ends or begins with the day of publication."""
    return "DURATION", ("reach", number(m["n"] or "a"), unit_code(m["unit"]), step(m["mod"]))


def within(m: Match) -> Form | None:
    """in two weeks; within ten days: a length, and the day it leads to."""
    return "DURATION", ("within", number(m["n"]), unit_code(m["unit"]), m["word"])


def duration(m: Match) -> Form | None:
    """for three days; eight months; a 30-day truce."""
    return "DURATION", ("duration", number(m["n"]), unit_code(m["unit"]))


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
    """now, recently, the future."""
    return "DATE", ("vague", calendar().vague[squeezed(m["word"])])


ROUND = "(?:ABOUT )?"
LONG = "(?:(?:full|whole|long|straight|consecutive|more) )?"
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
    Rule("ago", "ABOUT NUMBER DIGITS", f"{ROUND}(?P<n>COUNT) (?P<unit>DAYUNIT) {DIR}", ago, trap="ago"),
    Rule("vague-ago", "ABOUT NUMBER DIGITS", f"{ROUND}(?P<n>NUMBER) (?P<unit>UNIT) {DIR}", ago, trap="ago", vague=True),
    Rule("year-earlier", "the year", "(?:the )?year-(?P<dir>ago|earlier)(?: period| level| figure| quarter)?", year_earlier),
    Rule(
        "reach",
        "the MODIFIER",
        f"(?:the )?(?P<mod>last|past|next|coming|previous|following|preceding) {ROUND}(?P<n>NUMBER) (?P<unit>DAYUNIT)",
        reach,
    ),
    Rule("past-unit", "the", "the (?P<mod>past|coming) (?P<n>)(?P<unit>day|week|month|year|decade|century)", reach),
    Rule("within", "within", f"(?P<word>within) {ROUND}(?:the next )?(?P<n>NUMBER) (?P<unit>UNIT)", within, tensed=True),
    Rule("in", "in", f"(?P<word>in) {ROUND}(?:the next )?(?P<n>NUMBER) (?P<unit>DAYUNIT)(?:' time)?", within, tensed=True),
    Rule("duration", "ABOUT NUMBER DIGITS", f"{ROUND}(?P<n>NUMBER)(?: |-){LONG}(?P<unit>DAYUNIT)", duration, trap="duration"),
    Rule("hours", "ABOUT NUMBER DIGITS", f"{ROUND}(?P<n>NUMBER)(?: |-){LONG}(?P<unit>UNIT)", duration, trap="duration", vague=True),
    Rule("open-duration", "for", "for (?P<unit>years|months|weeks|days|decades|centuries)(?! of)", open_duration, vague=True),
    Rule("long", "UNIT", "(?P<unit>years|months|weeks|days|decades|centuries)-long", open_duration, vague=True),
    Rule("often", "OFTEN", "(?P<word>OFTEN)", often, vague=True),
    Rule("vague", "VAGUE", "(?P<word>VAGUE)", vague, trap="vague", vague=True),
)
