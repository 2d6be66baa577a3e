"""Words of a language's calendar: months, weekdays, seasons, units, numbers, and the words that look ahead or back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast

from dragoman.knowledge.language import table

SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
"""First and last month of a season; a winter ends in the year after the one that names it."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """One language's words of time, all in lower case.

    ``modifiers`` map to steps of a unit ("-1", "0", "+1") or, where the text itself is the anchor, to before, after
    or same. ``holidays`` are "MM-DD" or "easter+N". ``units`` are TIMEX3 letters, plural forms included.
    ``deictics`` are days from today, and the part of the day; ``directions`` say which way a length is counted, and from
    what. ``until_pattern`` and ``since_pattern`` find the prepositions of the future and of the past right before an
    expression. ``references`` and ``vague`` map to PAST_REF, PRESENT_REF or FUTURE_REF, the latter listed only on request.
    """

    months: dict[str, int]
    weekdays: dict[str, int]
    short_weekdays: dict[str, int]
    seasons: dict[str, str]
    units: dict[str, str]
    numbers: dict[str, int]
    tens: dict[str, int]
    ordinals: dict[str, int]
    jubilees: dict[str, int]
    decades: dict[str, int]
    parts: dict[str, str]
    edges: dict[str, str]
    modifiers: dict[str, str]
    holidays: dict[str, str]
    references: dict[str, str]
    vague: dict[str, str]
    sets: dict[str, str]
    zones: tuple[str, ...]
    deictics: dict[str, tuple[str, str]]
    directions: dict[str, str]
    several: tuple[str, ...]
    about: tuple[str, ...]
    every: tuple[str, ...]
    open_stretches: tuple[str, ...]
    commemorated: tuple[str, ...]
    ahead: frozenset[str]
    infinitives: frozenset[str]
    behind: frozenset[str]
    not_past: frozenset[str]
    before_adjective: frozenset[str]
    unmarked: frozenset[str]
    modals: frozenset[str]
    until_pattern: str
    since_pattern: str
    counted: frozenset[str]
    numbered: frozenset[str]
    before_month: frozenset[str]
    before_day: frozenset[str]
    before_season: frozenset[str]
    before_length: frozenset[str]
    before_stretch: frozenset[str]
    clause_heads: frozenset[str]
    supposing: frozenset[str]
    of_today: frozenset[str]


@cache
def calendar(language: str = "en") -> Calendar:
    """The calendar words of a language; raises KnowledgeError when the file is missing or damaged."""
    data = table("calendar", language)
    lists = cast("dict[str, dict[str, list[str]]]", data)
    prose = cast("dict[str, dict[str, str]]", data)
    numbers = cast("dict[str, dict[str, int]]", data)

    def bag(section: str, name: str) -> frozenset[str]:
        return frozenset(prose[section][name].split())

    return Calendar(
        months=numbers["months"],
        weekdays=numbers["weekdays"],
        short_weekdays=numbers["short_weekdays"],
        seasons=prose["seasons"],
        units=with_plurals(prose["units"], prose["plurals"]),
        numbers=numbers["numbers"],
        tens=numbers["tens"],
        ordinals=numbers["ordinals"],
        jubilees=numbers["jubilees"],
        decades=numbers["decades"],
        parts=prose["parts"],
        edges=prose["edges"],
        modifiers=prose["modifiers"],
        holidays=prose["holidays"],
        references=by_words(lists["references"]),
        vague=by_words(lists["vague"]),
        sets=prose["sets"],
        zones=tuple(lists["zones"]["words"]),
        deictics={words: (shift, half) for words, (shift, half) in cast("dict[str, list[str]]", data["deictics"]).items()},
        directions=prose["directions"],
        several=tuple(lists["words"]["several"]),
        about=tuple(lists["words"]["about"]),
        every=tuple(lists["words"]["every"]),
        open_stretches=tuple(lists["words"]["open_stretches"]),
        commemorated=tuple(lists["words"]["commemorated"]),
        ahead=bag("tense", "ahead"),
        infinitives=bag("tense", "infinitives"),
        behind=bag("tense", "behind"),
        not_past=bag("tense", "not_past"),
        before_adjective=bag("tense", "before_adjective"),
        unmarked=bag("tense", "unmarked"),
        modals=bag("tense", "modals"),
        until_pattern=right_before(lists["tense"]["until"]),
        since_pattern=right_before(lists["tense"]["since"]),
        counted=bag("traps", "counted"),
        numbered=bag("traps", "numbered"),
        before_month=bag("traps", "before_month"),
        before_day=bag("traps", "before_day"),
        before_season=bag("traps", "before_season"),
        before_length=bag("traps", "before_length"),
        before_stretch=bag("traps", "before_stretch"),
        clause_heads=bag("traps", "clause_heads"),
        supposing=bag("traps", "supposing"),
        of_today=bag("traps", "of_today"),
    )


def with_plurals(units: dict[str, str], irregular: dict[str, str]) -> dict[str, str]:
    """The units with their plural forms."""
    return {**units, **{f"{unit}s": code for unit, code in units.items()}, **{plural: units[unit] for plural, unit in irregular.items()}}


def by_words(groups: dict[str, list[str]]) -> dict[str, str]:
    """Each word with the reference that it is listed under."""
    return {words: reference for reference, group in groups.items() for words in group}


def right_before(prepositions: list[str]) -> str:
    """The pattern of a preposition at the end of what stands before an expression."""
    return rf"\b(?:{'|'.join(prepositions)})\s+(?:the\s+)?$"
