"""Rules for stretches of the calendar: months, seasons, quarters, years, decades, and weeks or years counted from now."""

from __future__ import annotations

import re

from dragoman.annotate.times.forms import Form, edge, full_year, month_number, rank, step, unit_code
from dragoman.annotate.times.rule import Rule
from dragoman.knowledge.calendar import calendar

Match = re.Match[str]


def month(m: Match) -> Form | None:
    """March 2008; early March; last March; the end of March; that May."""
    groups = m.groupdict()
    return "DATE", ("month", full_year(groups.get("y")), month_number(m["mon"]), edge(groups.get("edge")), step(groups.get("mod")))


def months(m: Match) -> Form | None:
    """January and February 1995; from May 1998 to June 2000."""
    groups = m.groupdict()
    last_year = full_year(groups.get("y"))
    return "DATE", ("months", full_year(groups.get("z")) or last_year, month_number(m["mon"]), last_year, month_number(m["end"]))


def month_week(m: Match) -> Form | None:
    """the last week of March; the first days of May."""
    return "DATE", ("month-week", full_year(m["y"]), month_number(m["mon"]), "-1" if m["n"] == "last" else rank(m["n"]))


def month_half(m: Match) -> Form | None:
    """the second half of July."""
    return "DATE", ("month-half", full_year(m["y"]), month_number(m["mon"]), rank(m["n"]))


def year(m: Match) -> Form | None:
    """in 1992; early 2020; the end of 2024; fiscal 1989."""
    return "DATE", ("year", m["y"], edge(m.groupdict().get("edge")))


def years(m: Match) -> Form | None:
    """2019-2021; 2013-14; between 1998 and 2004."""
    end = m["z"] if len(m["z"]) == 4 else m["y"][:2] + m["z"]
    return ("DATE", ("years", m["y"], end)) if m["y"] < end else None


def decade(m: Match) -> Form | None:
    """the 1990s; the early '90s; the nineties."""
    digits = m["full"] or (f"19{m['short']}" if m["short"] else f"19{calendar().decades[m['word']]}0")
    return "DATE", ("decade", digits[:3], edge(m["edge"]))


def century(m: Match) -> Form | None:
    """the 19th century; the late twentieth century."""
    number = rank(m["n"])
    return ("DATE", ("century", f"{int(number) - 1:02}", edge(m["edge"]))) if 1 < int(number) < 100 else None


def season(m: Match) -> Form | None:
    """last spring; in the autumn of 2021; next summer; by winter."""
    groups = m.groupdict()
    code, back = calendar().seasons[m["season"]], step(groups.get("mod"))
    return "DATE", ("season", code, full_year(groups.get("y")), back, edge(groups.get("edge")))


def unit(m: Match) -> Form | None:
    """last week, this year, early next month, the end of the year, that summer, the weekend."""
    groups = m.groupdict()
    return "DATE", ("unit", step(groups.get("mod")), unit_code(m["unit"]), edge(groups.get("edge")))


def years_end(m: Match) -> Form | None:
    """year's end, year-end, before the month is out."""
    return "DATE", ("unit", "0", unit_code(m["unit"]), "end")


def following_unit(m: Match) -> Form | None:
    """the week before; the year after: counted from the text."""
    return "DATE", ("unit", "before" if m["dir"] in ("before", "previous", "earlier") else "after", unit_code(m["unit"]), "")


def quarter(m: Match) -> Form | None:
    """the second half of 2023; the first quarter; the third quarter of last year; Q3 2022; the year-ago quarter's rank."""
    groups = m.groupdict()
    kind = "H" if groups.get("kind") in ("half", "h") else "Q"
    parts = "4" if kind == "Q" else "2"
    number = groups.get("q") or groups.get("r") or (parts if m["n"] in ("final", "last") else rank(m["n"]))
    back = "ago" if groups.get("ago") else "0" if groups.get("mod2") == "the" else step(groups.get("mod") or groups.get("mod2"))
    closes = month_number(groups["closes"]) if groups.get("closes") else ""
    return ("DATE", ("part", kind, number, full_year(groups.get("y")), back, closes)) if int(number) <= int(parts) else None


def recent_quarter(m: Match) -> Form | None:
    """the quarter, the latest period: the last one that is over; the quarter ended July 31 closes when it says."""
    return "DATE", ("latest-quarter", month_number(m["closes"]) if m["closes"] else "")


def same_quarter(m: Match) -> Form | None:
    """the 1988 quarter, the same period of 2019: the stretch just spoken of, in another year."""
    return "DATE", ("quarter-of", m["y"] or m["z"])


def whole_year(m: Match) -> Form | None:
    """the fiscal year, the year ended June 30: twelve months of no told place; the full year: the year that is on."""
    return "DURATION", ("duration", "1", "Y")


def full_unit(m: Match) -> Form | None:
    """the full year; for the year: the one that is on."""
    return "DATE", ("unit", "0", unit_code(m["unit"]), "")


def in_unit(m: Match) -> Form | None:
    """earlier in the year; late in the week."""
    return "DATE", ("unit", "0", unit_code(m["unit"]), edge(m["edge"]))


def spoken_year(m: Match) -> Form | None:
    """nineteen ninety-six; the year two thousand."""
    return "DATE", ("year", full_year(m["y"]), "")


Y = "(?: ?,? (?:of )?(?P<y>YEAR|SPOKEN)(?!\\d))?"
SEASON_Y = "(?: ?,? (?:of )?'?(?P<y>YEAR|SPOKEN|[3-9]\\d(?!\\d))(?:[-/\u2013](?:YEAR|\\d\\d))?(?!\\d))?"
SIDE = "(?:(?P<edge>early|mid|late|end|earlier|later)(?: in |[ -]))?"
MOD = "(?:(?:the )?(?P<mod>MODIFIER) )?"
RANKED = "first|second|third|fourth|final|[1-4](?:st|nd|rd|th)"
CLOSES = "(?:(?= (?:that )?(?:ended|ending|to) (?:on )?(?P<closes>MONTH)))?"
EDGE_OF = "(?:the )?(?:very )?(?P<edge>beginning|start|middle|end|close|onset|rest|remainder) of "
NO_SHARE = "(?! of(?! (?:\\$|\u20ac|\u00a3|\\d)))"  # "a third quarter of the vote", but "a loss in the third quarter of $20 million"
RULES = (
    Rule("edge-of-month", "the EDGE", EDGE_OF + f"(?:(?P<mod>MODIFIER) )?(?P<mon>MONTH){Y}", month, tensed=True),
    Rule(
        "month-range",
        "from between MONTH",
        "(?:from |between )?(?P<mon>MONTH)(?: (?P<z>YEAR))?(?:DASH| to | until | and )(?P<end>MONTH)(?: ?,? (?P<y>YEAR))?(?! \\d)",
        months,
        tensed=True,
        trap="months",
    ),
    Rule("month-week", "the", f"the (?P<n>first|second|third|fourth|last) (?:week|days) of (?P<mon>MONTH){Y}", month_week, tensed=True),
    Rule("month-half", "the", f"the (?P<n>first|second) half of (?P<mon>MONTH){Y}", month_half, tensed=True),
    Rule("month", "the EDGE earlier later MODIFIER MONTH", f"{SIDE}{MOD}(?P<mon>MONTH){Y}", month, tensed=True, trap="month"),
    Rule("edge-of-year", "the EDGE", EDGE_OF + "(?P<y>YEAR)", year),
    Rule(
        "years",
        "from between DIGITS",
        "(?:from |between )?(?P<y>YEAR)(?:DASH| and | to | through )(?P<z>YEAR|\\d\\d(?!\\d))",
        years,
        trap="years",
    ),
    Rule(
        "decade",
        "the EDGE DIGITS DECADE",
        f"(?:the )?{SIDE}(?:the )?(?:(?P<full>(?:1[5-9]|20)\\d0)'?s|'?(?P<short>[2-9]0)s|(?P<word>DECADE))",
        decade,
        trap="decade",
    ),
    Rule("century", "the EDGE ORDINAL DIGITS", f"(?:the )?{SIDE}(?P<n>RANK)[ -]century(?! b\\.?c)", century),
    Rule("fiscal-year", "fiscal", "fiscal (?:year )?(?P<y>YEAR)", year),
    Rule("year", "EDGE DIGITS", f"{SIDE}(?P<y>YEAR)", year, trap="year"),
    Rule("edge-of-season", "the EDGE", EDGE_OF + f"(?:the )?(?:(?P<mod>MODIFIER) )?(?P<season>SEASON){Y}", season, tensed=True),
    Rule(
        "season",
        "the EDGE MODIFIER SEASON",
        f"(?:the )?{SIDE}(?:(?P<mod>MODIFIER) )?(?P<season>SEASON){SEASON_Y}",
        season,
        tensed=True,
        trap="season",
    ),
    Rule(
        "edge-of-unit",
        "the EDGE",
        EDGE_OF + "(?:the|(?:the )?(?P<mod>MODIFIER)) (?P<unit>week|month|year|decade|century|quarter)",
        unit,
        tensed=True,
    ),
    Rule("end-of-that-year", "the year", "(?:the )?year(?:'s |-| )(?P<edge>end) (?P<y>YEAR)", year),
    Rule("years-end", "the year", "(?:the )?(?P<unit>year|month|week)(?:'s |-| )end(?! of)", years_end),
    Rule("is-out", "the", "the (?P<unit>year|month|week) is (?:out|over)", years_end),
    Rule(
        "quarter-of-year",
        "the ORDINAL DIGITS last final",
        "(?:the )?(?P<n>RANK|final|last)[ -](?P<kind>quarter|half)(?: of)? "
        "(?:(?:(?:calendar|fiscal) )?(?P<y>YEAR)|(?:the )?(?P<mod>last|next|this|current|previous|same|following) year"
        "|(?P<mod2>the) (?:fiscal )?year)",
        quarter,
        tensed=True,
    ),
    Rule(
        "quarter",
        "the its their our this last next year DIGITS fiscal ORDINAL final",
        "(?:(?:the|its|their|our|(?P<mod2>this|last|next) year's) )?(?:fiscal[- ])?"
        f"(?:(?P<ago>year-ago|year-earlier) |(?P<y>YEAR) )?(?:fiscal[- ])?(?P<n>{RANKED}) quarter{NO_SHARE}{CLOSES}",
        quarter,
        tensed=True,
    ),
    Rule("quarter-as-adjective", "fiscal ORDINAL DIGITS final", f"(?:fiscal[- ])?(?P<n>{RANKED})-quarter", quarter, tensed=True),
    Rule("q-number", "q DIGITS", "(?:q(?P<q>[1-4])|(?P<r>[1-4])q) (?:of )?(?P<y>YEAR)", quarter),
    Rule("h-number", "h", "(?P<kind>h)(?P<q>[12]) (?:of )?(?P<y>YEAR)", quarter),
    Rule(
        "recent-quarter",
        "the latest most",
        f"(?:the )?(?:latest|most recent) (?:quarter|period)|the quarter(?! of){CLOSES}",
        recent_quarter,
    ),
    Rule(
        "quarter-of-other-year",
        "the",
        "the (?P<y>YEAR) (?:quarter|period)|the (?:same|corresponding|comparable) (?:quarter|period) (?:of|in) (?P<z>YEAR)",
        same_quarter,
    ),
    Rule(
        "year-to-a-day",
        "the",
        "the (?:fiscal |financial )?year(?= (?:that )?(?:ended|ending|to) )|the (?:fiscal|financial) year",
        whole_year,
    ),
    Rule("full-unit", "the", "the (?:full|entire|whole) (?P<unit>year|month|week)", full_unit),
    Rule("for-the-unit", "the", "the (?P<unit>year|month|week)", full_unit, trap="for-the"),
    Rule(
        "in-the-unit",
        "early earlier late later mid",
        "(?P<edge>early|late|earlier|later|mid) in the (?P<unit>week|month|year|decade)",
        in_unit,
    ),
    Rule("spoken-year", "the eighteen nineteen twenty two", "(?:the year )?(?P<y>SPOKEN)", spoken_year, trap="spoken-year"),
    Rule(
        "unit",
        "EDGE earlier later the MODIFIER",
        f"(?:the )?{SIDE}(?:the )?(?P<mod>MODIFIER) (?:fiscal |calendar |financial )?"
        "(?P<unit>week|weekend|month|quarter|year|decade|century)",
        unit,
        tensed=True,
        trap="unit",
    ),
    Rule("weekend", "the weekend", "(?:the )?(?P<unit>weekend)", unit, tensed=True),
    Rule(
        "following-unit",
        "the",
        "the (?P<unit>week|month|year|weekend) (?P<dir>before|previous|after|earlier|later)",
        following_unit,
        trap="clause",
    ),
)
