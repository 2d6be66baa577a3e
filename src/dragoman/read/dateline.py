"""The dateline of a report: "ANKARA, May 3 (Agency) -", "MOSCOW. Nov 7 (Agency)", "Hanoi (Mekong Today, 27 June) -", "MUSCAT:"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dragoman.knowledge.actors import states
from dragoman.knowledge.gazetteer import known
from dragoman.knowledge.language import word_set
from dragoman.read.days import MONTH, day_in

UPPER = r"A-Z\u00c0-\u00de\u0130\u015e\u011e"
CAPITALS = rf"[{UPPER}][{UPPER}'\u2019.]{{1,30}}"  # ANKARA, ST.
PLACE = rf"{CAPITALS}(?:(?: |-|/| / )(?:{CAPITALS}|DE|AL|D\.C\.)){{0,4}}"
MIXED = (
    rf"[{UPPER}][\w'\u2019-]{{2,20}}(?: [{UPPER}][\w'\u2019-]{{2,20}}){{0,2}}"  # Washington, New Delhi: only before a medium in brackets
)
WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thurs?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?"
REGION = rf",[ ]?(?!{MONTH}\b|{WEEKDAY}\b)[{UPPER}][\w.\u2019'-]{{1,20}}(?: [{UPPER}][\w.]{{1,20}}){{0,2}}"
DAY = rf"(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH}\.?|{WEEKDAY}|\d{{1,2}}\.\d{{1,2}}\.|\d{{1,2}}/\d{{1,2}})(?:,? ?(?:\d{{4}}\b))?"
MEDIUM = r"(?:\([^()\n]{2,60}\)|/[^/\n]{2,40}/)"
SIGN = rf"[{UPPER}][\w]{{1,20}}(?: [{UPPER}][\w]{{1,20}}){{0,3}}"  # Caspian Wire, behind a date and before a stop
END = r"(?:\.?[ ]?(?:--+|[-\u2013\u2014|])|[.:])[ \t]*"
HEAD = r"[ \t\ufeff]*"
LEAD = rf"(?=[{UPPER}\"\u201c\u201d\u00ab\u2018'])"

DATED = re.compile(
    rf"{HEAD}(?P<place>{PLACE})(?P<region>{REGION})?(?:[,.][ ]?|[ ])(?P<day>{DAY})"
    rf"(?:(?:[,.]?[ ]?{MEDIUM}|[,.][ ]?{SIGN}(?=\.))?(?:{END}|[ ]*$)|[,.]?[ ]?{MEDIUM}[ ]+{LEAD})"
)
DATED_SIGNED = re.compile(rf"{HEAD}(?P<place>{MIXED})(?P<region>{REGION})?,[ ]?(?P<day>{DAY})[,.]?[ ]?{MEDIUM}(?:{END}|[ ]+{LEAD})")
SIGNED = re.compile(rf"{HEAD}(?P<place>{PLACE}|{MIXED})(?P<region>{REGION})?[ ]?(?P<medium>{MEDIUM})(?:{END}|[ ]+{LEAD})")
DASHED = re.compile(rf"{HEAD}(?P<place>{PLACE})(?P<region>{REGION})?(?:\.?[ ]?(?:--+|[\u2013\u2014])|\.?[ ][-|])[ \t]*(?=\S)")
STOPPED = re.compile(rf"{HEAD}(?P<place>{PLACE})(?P<region>{REGION})?[.:][ \t]+{LEAD}")
BARE = re.compile(rf"{HEAD}(?P<place>{PLACE})[ \t]*$")
SIGNATURE = re.compile(rf"(?P<medium>{MEDIUM})|(?:{DAY})[,.][ ]?(?P<sign>{SIGN})(?=\.)")
NAME = re.compile(rf"[{UPPER}][\w&.\u2019'/-]*(?: (?:[{UPPER}][\w.\u2019'/-]*|of|and|the|de|&)){{0,4}}")
OF_TIME = re.compile(rf"(?:{DAY}|{MONTH}|{WEEKDAY})(?!\w)")
WHOLE_LINES = (BARE, DATED)  # these may fill their line; the others open one


class Dateline(NamedTuple):
    """Where a dateline ends, the place it names, its day where it tells the year, and the agency it names."""

    end: int
    place: str
    day: str | None
    medium: str | None


def dateline(text: str, start: int, end: int, first: bool = False) -> Dateline | None:
    """The dateline at the head of a line, or ``None``; ``first`` tells that it is the first line of the text.

    A day proves one. Capitals before a medium, a dash, a stop or a colon are one only when they name a place that is
    known; on the first line a single word before a dash is believed.
    """
    for pattern in (DATED, DATED_SIGNED, SIGNED, DASHED, STOPPED, BARE):
        match = pattern.match(text, start, end)
        if match is None or (match.end() >= end and pattern not in WHOLE_LINES) or not is_name(match["place"]):
            continue
        believed = pattern in (DATED, DATED_SIGNED) or (pattern is DASHED and first and " " not in match["place"])
        if believed or is_known(match["place"]) or is_known((match.groupdict().get("region") or "").strip(", ")):
            told = match.groupdict().get("day") or match.groupdict().get("medium") or ""
            return Dateline(match.end(), titled(match["place"]), day_in(told), medium_in(match.group()))
    return None


def medium_in(words: str) -> str | None:
    """The agency of a dateline, "(Mekong Today, 27 June)" or ". Caspian Wire.": the first part that is no day."""
    match = SIGNATURE.search(words)
    if match is None:
        return None
    parts = (part.strip(" ()/") for part in re.split(r"[,;]| / ", match.group("medium") or match.group("sign")))
    return next((part for part in parts if NAME.fullmatch(part) and not OF_TIME.match(part)), None)


def is_name(place: str) -> bool:
    """Whether capitals can be a place at all."""
    return len(place) >= 3 and place not in word_set("header", "no_places") and place not in word_set("header", "tags")


def is_known(place: str) -> bool:
    """Whether the gazetteer or a state has a place of that name; of "MADRID/ALGIERS" one is enough."""
    if not place:
        return False
    parts = [titled(part) for part in re.split(r"\s?/\s?", place)]
    return any(known(part) or known(part.replace("-", " ")) or part in seats_and_states() for part in parts)


@cache
def seats_and_states() -> frozenset[str]:
    """The capitals and the names of the states."""
    return frozenset(name for state in states().values() for name in (state.name, *state.names, *state.capitals))


def titled(place: str) -> str:
    """A place in capitals as it is written elsewhere; the first one of "YEREVAN/BAKU"."""
    first = re.split(r"\s?/\s?", place.strip())[0].rstrip(".")
    if not first.isupper():
        return first
    small = {"DE", "DU", "AU", "SUR", "LA"}
    words = first.split(" ")
    return " ".join(
        "-".join(part.capitalize() if i == 0 or part not in small else part.lower() for i, part in enumerate(word.split("-")))
        for word in words
    )
