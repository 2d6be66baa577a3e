"""Time expressions of news English, each with what the grammar understood of it.

A rule is a verbose pattern and a function that turns its match into a form, for instance ``("weekday", "1", "past")``.
Values are worked out later, against the day of publication; nothing here knows what day it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from dragoman.knowledge.calendar import FUTURE, MONTHS, NUMBERS, SEASONS, WEEKDAYS
from dragoman.records import Document, Span, Timex

MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
DAY = r"(?:[12]\d|3[01]|0?[1-9])"
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon\b\.?|Tues?\b\.?|Wed\b\.?|Thurs?\b\.?|Fri\b\.?|Sat\b\.|Sun\b\.|MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY)"
SEASON = r"(?:spring|summer|autumn|fall|winter)"
UNIT = r"(?:day|week|month|year|decade|century|hour|minute|weekend|night|centurie)s?"
NUMBER = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a\ hundred|several|few|\d{1,3})"
ORDINAL = r"(?:\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|thirtieth|fortieth|fiftieth|sixtieth|centenary)"
PART = r"(?:\ (?:morning|afternoon|evening|night))"
DASH = r"(?:\s?[-\u2013\u2014/]\s?|\ to\ |\ and\ )"

Maker = Callable[["re.Match[str]", str], "tuple[str, tuple[str, ...]] | None"]


def pattern(text: str) -> re.Pattern[str]:
    """A rule's pattern: verbose, at word edges, capitals as written."""
    return re.compile(rf"(?<![\w$€£.-])(?:{text})(?![\w])", re.VERBOSE)


def month(word: str) -> str:
    """Number of a month, two digits."""
    return f"{MONTHS[word.strip('.').casefold()[:3]]:02}"


def weekday(word: str) -> str:
    """Number of a weekday, Monday 0."""
    return str(WEEKDAYS[word.strip(".").casefold()[:3]])


def iso(match: re.Match[str], direction: str) -> tuple[str, tuple[str, ...]] | None:
    """2025-11-07."""
    y, m, d = int(match["y"]), int(match["m"]), int(match["d"])
    return ("DATE", ("day", f"{y:04}", f"{m:02}", f"{d:02}")) if 1 <= m <= 12 and 1 <= d <= 31 else None


def dotted(match: re.Match[str], direction: str) -> tuple[str, tuple[str, ...]] | None:
    """07.11.2025, and 13/12/2025 where only one reading is possible."""
    a, b, y = int(match["d"]), int(match["m"]), match["y"]
    day, mon = (a, b) if match["sep"] == "." or a > 12 else (b, a) if b > 12 else (0, 0)
    return ("DATE", ("day", y, f"{mon:02}", f"{day:02}")) if 1 <= mon <= 12 and 1 <= day <= 31 else None


def full(match: re.Match[str], direction: str) -> tuple[str, tuple[str, ...]] | None:
    """November 8, 2020; 8 November 2020; November 8; the range 11-12 June."""
    groups = match.groupdict()
    days = [f"{int(groups[k]):02}" for k in ("d", "e") if groups.get(k)]
    year = groups.get("y") or ""
    if len(days) == 2:
        return "DATE", ("days", year, month(match["mon"]), *days, direction)
    return "DATE", ("day", year, month(match["mon"]), days[0], direction) if not year else ("day", year, month(match["mon"]), days[0])


def month_year(match: re.Match[str], direction: str) -> tuple[str, tuple[str, ...]] | None:
    """March 2008; early March; last March; March."""
    return "DATE", (
        "month",
        match.groupdict().get("y") or "",
        month(match["mon"]),
        (match.groupdict().get("mod") or "").casefold(),
        direction,
    )


def weekday_form(match: re.Match[str], direction: str) -> tuple[str, tuple[str, ...]] | None:
    """on Tuesday; next Monday; last Friday."""
    return "DATE", ("weekday", weekday(match["wd"]), (match["mod"] or "").casefold().strip(), direction)


def year_form(match: re.Match[str], direction: str) -> tuple[str, tuple[str, ...]] | None:
    """in 1992; early 2020; the end of 2024."""
    return "DATE", ("year", match["y"], (match.groupdict().get("mod") or "").casefold())


def years(match: re.Match[str], direction: str) -> tuple[str, tuple[str, ...]] | None:
    """2019-2021; between 1998 and 2004."""
    end = match["z"] if len(match["z"]) == 4 else match["y"][:2] + match["z"]
    return ("DATE", ("years", match["y"], end)) if match["y"] < end else None


def decade(match: re.Match[str], direction: str) -> tuple[str, tuple[str, ...]] | None:
    """the 1990s; the nineties."""
    named = {
        "twenties": "192",
        "thirties": "193",
        "forties": "194",
        "fifties": "195",
        "sixties": "196",
        "seventies": "197",
        "eighties": "198",
        "nineties": "199",
    }
    return "DATE", ("decade", match["dec"][:3] if match["dec"] else named[match["word"].casefold()])


def deictic(match: re.Match[str], direction: str) -> tuple[str, tuple[str, ...]] | None:
    """today, yesterday, tomorrow, tonight, overnight."""
    return "DATE", (
        "deictic",
        re.split(r"[\s]", match.group().casefold())[-1] if not match.group().casefold().startswith("this") else "today",
    )


def relative(match: re.Match[str], direction: str) -> tuple[str, tuple[str, ...]] | None:
    """last week, this year, next month, the previous weekend, the coming days."""
    return "DATE", ("relative", match["mod"].casefold(), match["unit"].casefold())


def season(match: re.Match[str], direction: str) -> tuple[str, tuple[str, ...]] | None:
    """last spring; in the autumn of 2021; next summer."""
    return "DATE", ("season", SEASONS[match["season"].casefold()], (match["mod"] or "").casefold(), match["y"] or "", direction)


def ago(match: re.Match[str], direction: str) -> tuple[str, tuple[str, ...]] | None:
    """three days ago; two weeks earlier; in ten days; ten years later."""
    where = (match.groupdict().get("dir") or "ago").casefold()
    return "DATE", ("ago", number(match["n"]), match["unit"].casefold().rstrip("s"), where)


def within(match: re.Match[str], direction: str) -> tuple[str, tuple[str, ...]] | None:
    """within ten days; in two weeks."""
    return "DATE", ("within", number(match["n"]), match["unit"].casefold().rstrip("s"))


def duration(match: re.Match[str], direction: str) -> tuple[str, tuple[str, ...]] | None:
    """for three days; eight months."""
    n = number(match["n"])
    return ("DURATION", ("duration", n, match["unit"].casefold().rstrip("s"))) if n != "X" or match["n"] else None


def number(word: str) -> str:
    """A number word as digits; X for several."""
    word = word.casefold()
    return word if word.isdigit() else str(NUMBERS.get(word, "X"))


def edge(match: re.Match[str], direction: str) -> tuple[str, tuple[str, ...]] | None:
    """the end of the month; the beginning of the year; year's end."""
    return "DATE", (
        "edge",
        (match.groupdict().get("side") or "end").casefold(),
        (match.groupdict().get("unit") or "year").casefold(),
        (match.groupdict().get("mod") or "").casefold(),
    )


def quarter(match: re.Match[str], direction: str) -> tuple[str, tuple[str, ...]] | None:
    """the second half of 2023; the first quarter of 2019; Q3 2022."""
    ranks = {"first": "1", "second": "2", "third": "3", "fourth": "4"}
    return "DATE", ("part", match["y"], ("Q" if match["kind"].casefold() == "quarter" else "H") + ranks[match["ord"].casefold()])


def anniversary(match: re.Match[str], direction: str) -> tuple[str, tuple[str, ...]] | None:
    """the 5th anniversary of ...; ten years since."""
    n = re.sub(r"\D", "", match["ord"]) or str(NUMBERS.get(match["ord"].casefold(), "X"))
    return "DATE", ("anniversary", n)


def every(match: re.Match[str], direction: str) -> tuple[str, tuple[str, ...]] | None:
    """every May 9; every year; annually."""
    groups = match.groupdict()
    if groups.get("mon"):
        return "SET", ("every", "date", month(groups["mon"]), f"{int(groups['d']):02}")
    if groups.get("wd"):
        return "SET", ("every", "weekday", weekday(groups["wd"]))
    return "SET", ("every", "unit", (groups.get("unit") or "year").casefold())


RULES: tuple[tuple[str, re.Pattern[str], Maker], ...] = (
    ("iso-date", pattern(rf"(?P<y>{YEAR})-(?P<m>\d\d)-(?P<d>\d\d)(?:T\d\d:\d\d\S*)?"), iso),
    ("dotted-date", pattern(rf"(?P<d>{DAY})(?P<sep>[./])(?P<m>{DAY})(?P=sep)(?P<y>{YEAR})"), dotted),
    ("every", pattern(rf"(?:every|each|Every|Each)\ (?:(?P<mon>{MONTH})\ (?P<d>{DAY})|(?P<wd>{WEEKDAY})|(?P<unit>year|month|week|day))"), every),
    ("anniversary", pattern(rf"(?:(?:the|its|their|The)\ )?(?P<ord>{ORDINAL})[\ -](?:birth)?anniversary(?:\ of\ (?:the|this|that)\ (?:event|victory|war|treaty|agreement|signing|battle|ceasefire|armistice|accession))?"), anniversary),
    ("day-range", pattern(rf"(?P<d>{DAY}){DASH}(?P<e>{DAY})\ (?P<mon>{MONTH})(?:,?\ (?P<y>{YEAR}))?"), full),
    ("month-day-range", pattern(rf"(?P<mon>{MONTH})\ (?P<d>{DAY})(?:\s?[-\u2013]\s?|\ to\ )(?P<e>{DAY})(?:,\ (?P<y>{YEAR}))?"), full),
    ("month-day", pattern(rf"(?:(?:{WEEKDAY}),?\ (?:the\ )?)?(?P<mon>{MONTH})\ (?:the\ )?(?P<d>{DAY})(?:st|nd|rd|th)?(?!\d)(?:,?\ (?P<y>{YEAR}))?"), full),
    ("day-month", pattern(rf"(?:(?:{WEEKDAY}),?\ (?:the\ )?)?(?P<d>{DAY})(?:st|nd|rd|th)?(?:\ of)?[\ -](?P<mon>{MONTH})(?:,?[\ -](?P<y>{YEAR}))?"), full),
    ("half-year", pattern(rf"(?:the\ )?(?P<ord>first|second|third|fourth)\ (?P<kind>quarter|half)\ of\ (?P<y>{YEAR})"), quarter),
    ("edge-of-year", pattern(rf"(?:(?:by|before|until|at|toward|towards)\ )?(?:the\ )?(?P<mod>end|beginning|start|middle|close)\ of\ (?P<y>{YEAR})"), year_form),
    ("edge-of-month", pattern(rf"(?:(?:by|before|until|at)\ )?(?:the\ )?(?P<mod>end|beginning|start|middle)\ of\ (?P<mon>{MONTH})(?:\ (?P<y>{YEAR}))?"), month_year),
    ("edge-of-unit", pattern(r"(?:(?:by|before|until|at)\ )?(?:the\ )?(?P<side>end|beginning|start|middle)\ of\ (?P<mod>the|this|next|last)\ (?P<unit>week|month|year)"), edge),
    ("years-end", pattern(r"(?:the\ )?(?:year's\ end|year-end|year\u2019s\ end)"), edge),
    ("month-year", pattern(rf"(?:(?P<mod>[Ee]arly|[Mm]id-|[Ll]ate|[Ll]ast|[Nn]ext|[Tt]his|LAST|NEXT|EARLY|LATE)[\ ]?(?:in\ )?)?(?P<mon>{MONTH})(?:,?\ (?:of\ )?(?P<y>{YEAR}))"), month_year),
    ("month", pattern(rf"(?:(?P<mod>[Ee]arly|[Mm]id-|[Ll]ate|[Ll]ast|[Nn]ext|[Tt]his|the\ previous|LAST|NEXT)[\ ]?(?:in\ )?)?(?P<mon>{MONTH})"), month_year),
    ("weekday", pattern(rf"(?:(?P<mod>(?:[Ll]ast|[Nn]ext|[Tt]his|[Tt]he\ previous|[Tt]he\ following|[Ee]arlier|[Ll]ate|[Ee]arly|the\ coming|LAST|NEXT))\ )?(?P<wd>{WEEKDAY}){PART}?"), weekday_form),
    ("years", pattern(rf"(?P<y>{YEAR})(?:\s?[-\u2013/]\s?|\ and\ |\ to\ )(?P<z>{YEAR}|\d\d(?!\d))"), years),
    ("decade", pattern(r"(?:(?:early|mid-|late|the)[\ ]?)?(?:the\ )?(?:(?P<dec>(?:1[5-9]|20)\d0)s|(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))"), decade),
    ("year", pattern(rf"(?:(?P<mod>[Ee]arly|[Mm]id-|[Ll]ate)[\ ]?)?(?P<y>{YEAR})(?!\ (?:people|soldiers|troops|men|women|tons|tonnes|dollars|euros|km|kilometres|miles|metres|barrels|refugees|hectares|workers|houses|per\ cent|percent|votes|billion|million|mln|containers|families|cubic|men|households|head)\b)(?![,.]\d|%|-(?:strong|man|member|page))"), year_form),
    ("deictic", pattern(r"[Tt]oday|TODAY|[Yy]esterday|YESTERDAY|[Tt]omorrow|TOMORROW|[Tt]onight|[Oo]vernight|[Tt]his\ (?:morning|afternoon|evening)|[Ll]ast\ night|that\ (?:same\ )?(?:day|evening|night|morning)|the\ same\ (?:day|evening)"), deictic),
    ("relative", pattern(r"(?:[Ee]arlier\ |[Ll]ater\ |[Ee]arly\ |[Ll]ate\ )?(?P<mod>[Ll]ast|[Nn]ext|[Tt]his(?:\ very)?|LAST|NEXT|THIS|the\ past|the\ coming|the\ previous|the\ following|the\ same)\ (?P<unit>week|weekend|month|year|decade|century|quarter|WEEK|MONTH|YEAR|WEEKEND)"), relative),
    ("relative-after", pattern(r"the\ (?P<unit>week|month|year)\ (?P<mod>before|after|earlier)"), relative),
    ("weekend", pattern(r"(?P<mod>the|at\ the|over\ the|THE)\ (?P<unit>weekend|WEEKEND)"), relative),
    ("season", pattern(rf"(?:(?P<mod>[Ll]ast|[Nn]ext|[Tt]his|[Ee]arly|[Ll]ate|in\ the|the|in|by|until|since|before)\ (?:the\ )?)(?P<season>{SEASON})(?:\ (?:of\ )?(?P<y>{YEAR}))?(?!\ (?:of|water|offensive))"), season),
    ("ago", pattern(rf"(?P<n>{NUMBER}|[A-Z][a-z]+)\ (?P<unit>{UNIT})\ (?P<dir>ago|earlier|later|before|from\ now|from\ today)"), ago),
    ("within", pattern(rf"[Ww]ithin\ (?P<n>{NUMBER})\ (?P<unit>{UNIT})"), within),
    ("duration", pattern(rf"(?:for\ |For\ )?(?:(?:about|some|nearly|almost|more\ than|over)\ )?(?P<n>{NUMBER})[\ -](?P<unit>{UNIT})(?!-old|\ old)"), duration),
)  # fmt: skip


def times(document: Document) -> Document:
    """Fill ``times``: the longest match at each place, earlier rules first."""
    found: list[Timex] = []
    for name, rule, maker in RULES:
        for match in rule.finditer(document.text):
            span = Span(match.start(), match.end())
            if any(t.span.touches(span) for t in found) or not believable(document, match, name):
                continue
            made = maker(match, direction(document, span))
            if made is not None:
                found.append(Timex(span, made[0], form=made[1], by=name))
    return replace(document, times=tuple(sorted(found, key=lambda t: t.span)))


def believable(document: Document, match: re.Match[str], name: str) -> bool:
    """Whether a match is a time: "may" is a verb, "March" may be a verb, "1701" a resolution, "a day" an idiom."""
    text, words = document.text, match.group()
    before = text[max(0, match.start() - 24) : match.start()]
    if any(
        m.span.start < match.start() and match.end() <= m.span.end and m.type in ("organisation", "person") for m in near(document, match)
    ):
        return False
    if name == "month" and words in (
        "May",
        "MAY",
        "March",
        "MARCH",
        "Mar",
        "Jan",
        "Dec",
        "Sept",
        "Oct",
        "Nov",
        "Jun",
        "Jul",
        "Apr",
        "Feb",
        "Aug",
        "Sep",
    ):
        return (
            bool(
                re.search(
                    r"\b(?:in|by|since|until|till|of|from|last|next|this|to|before|after|during|for|early|late|mid|and|through|on|every|for|,)\s$|\bin the $",
                    before,
                    re.IGNORECASE,
                )
            )
            and len(words) > 3
        ) or (
            words in ("May", "March")
            and bool(re.search(r"\b(?:in|by|since|until|of|from|before|after|during|into|for|and)\s$", before, re.IGNORECASE))
        )
    if name == "year":
        return not re.search(
            r"(?:[Rr]esolution|RESOLUTION|No\.?|Article|[Rr]oute|[Ff]light|Boeing|Resolutions|#|[Nn]umber|highway|page|Hill)\s$", before
        )
    if name == "duration":
        return duration_counts(text, match, before)
    if name == "ago":
        return match["n"].casefold() in NUMBERS or match["n"].isdigit() or match["n"] in ("several", "few")
    return True


def near(document: Document, match: re.Match[str]) -> list[object]:
    """Names round a match."""
    return [m for m in document.mentions if m.kind == "name" and m.span.start < match.end() and match.start() < m.span.end]


def duration_counts(text: str, match: re.Match[str], before: str) -> bool:
    """Whether a stretch of time is told, not a rate ("twice a day"), an age or an idiom."""
    n = match["n"].casefold()
    if (
        n in ("a", "an")
        and not match.group().casefold().startswith("for")
        and not re.search(r"\b(?:for|in|after|than|of|lasted|takes|took|half)\s$", before)
    ):
        return False
    if re.search(r"(?:\b(?:once|twice|times|per|euros|dollars|barrels|tonnes|tons|hours|days)|[\d$%])\s$", before) and n in ("a", "an"):
        return False
    return match["unit"].casefold().rstrip("s") not in ("night", "weekend", "minute") and not match.group()[0].isspace()


def direction(document: Document, span: Span) -> str:
    """Past or future, by the words of the clause round an expression."""
    index = (
        max((i for i, s in enumerate(document.sentences) if s.start <= span.start), default=None) if len(document.sentences) < 400 else None
    )
    start = document.sentences[index].start if index is not None else max(0, span.start - 120)
    end = document.sentences[index].end if index is not None else span.end + 60
    lead = document.text[max(start, span.start - 14) : span.start].casefold()
    if re.search(r"\b(?:by|until|till|before|ahead of|from)\s+(?:the\s+)?$", lead) and not re.search(
        r"\bwas|were|had\b", document.text[start : span.start].casefold()
    ):
        return "future"
    clause = (
        re.split(r"[,;:\u2014\"\u201c\u201d]", document.text[start : span.start])[-1]
        + " "
        + re.split(r"[,;:.\u2014\"\u201c\u201d]", document.text[span.end : end])[0]
    )
    words = re.findall(r"[a-z']+", clause.casefold())
    return (
        "future" if any(w in FUTURE for w in words) or re.search(r"\bto be\b|\bis to\b|\bare to\b|\bdue\b", clause.casefold()) else "past"
    )
