"""Who held which high office when: heads of state and government, foreign and defence ministers, spokespersons.

``holders.tsv`` holds facts from Wikidata (CC0), mostly complete from about 2000 to December 2022. A missing end means
that none was known when the table was made, not that the term still runs.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LETTERS = str.maketrans({"\u0131": "i", "İ": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "ə": "a", "\u2019": "'"})
APOSTROPHE = str.maketrans({"\u2019": "'"})


@dataclass(frozen=True, slots=True)
class Term:
    """One term of office; ``begins`` and ``ends`` are ISO days, months or years, empty when unknown."""

    of: str
    title: str
    person: str
    wikidata: str
    begins: str
    ends: str


@cache
def terms() -> dict[str, tuple[Term, ...]]:
    """Every term by the folded family name of its holder."""
    source = files("dragoman.knowledge.offices") / "holders.tsv"
    found: dict[str, list[Term]] = {}
    for line in source.read_text(encoding="utf-8").splitlines()[1:]:
        term = Term(*line.split("\t"))
        found.setdefault(plain(term.person).split()[-1], []).append(term)
    return {name: tuple(rows) for name, rows in found.items()}


@cache
def given_names() -> frozenset[str]:
    """First words of the holders' full names, folded: given names of all the world's languages."""
    firsts = {
        row.person.translate(APOSTROPHE).casefold().replace("-", " ").split()[0]
        for rows in terms().values()
        for row in rows
        if " " in row.person
    }
    return frozenset(first for first in firsts if first.isalpha() and len(first) > 2)


def plain(name: str) -> str:
    """A name in small Latin letters without accents."""
    folded = name.translate(LETTERS).casefold()
    return "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c)).replace("-", " ")


def terms_of(name: str) -> tuple[Term, ...]:
    """The terms of a person: the full names must agree in their first and last parts, a bare family name fits all who bear it."""
    words = plain(name).split()
    if not words:
        return ()
    rows = terms().get(words[-1], ())
    if len(words) == 1:
        return rows
    return tuple(row for row in rows if agrees(words, plain(row.person).split()))


def agrees(given: list[str], known: list[str]) -> bool:
    """Whether two full names can be one person's."""
    return given[0] == known[0] or (len(given) > 2 and set(known) <= set(given)) or (len(known) > 2 and set(given) <= set(known))


def in_office(term: Term, day: str) -> bool:
    """Whether a term covers an ISO day, as far as the table knows."""
    return (not term.begins or term.begins <= day) and (day[: len(term.ends)] <= term.ends if term.ends else True)
