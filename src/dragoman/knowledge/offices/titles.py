"""Kinds of office: "foreign secretary" in London and "secretary of state" in Washington are foreign ministers.

``titles.tsv`` tells which titles are which kind, and in which states or bodies; a text's own title is never changed.
"""

from __future__ import annotations

import re
from functools import cache

from dragoman.knowledge.actors import actor_names
from dragoman.knowledge.offices.names import lines, plain

LEADING = re.compile(r"^(?:the|then|former|ex|acting|interim|caretaker|outgoing|incoming|federal|union) +")
# "Leader" and "minister" say no more than that an office is one of these.
MINISTERS = frozenset({"foreign minister", "defence minister", "interior minister", "finance minister", "trade minister"})
LOOSE = {
    "minister": MINISTERS,
    "leader": frozenset({"president", "prime minister", "supreme leader", "monarch", "general secretary", "leader"}),
}
# Offices with one holder at a time; a state has several deputies and spokesmen, and the table not all of them.
SINGLE = MINISTERS - {"trade minister"} | {
    "president",
    "prime minister",
    "supreme leader",
    "monarch",
    "secretary-general",
    "director-general",
    "managing director",
    "high representative",
    "chairperson of the commission",
}
HEADS_OF_BODIES = frozenset({"chief", "head", "boss", "leader"})


def normal(title: str) -> str:
    """A title in small letters, British spelling, without "the", "former" and "acting"."""
    words = " ".join(plain(title).replace("defense", "defence").replace("advisor", "adviser").replace("ex ", "ex ").split())
    while (shorter := LEADING.sub("", words)) != words:
        words = shorter
    return words


@cache
def kinds() -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    """For every title the kinds it can be, each with the states and bodies where it is; none means everywhere."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for kind, titles, where in lines("titles.tsv"):
        for title in titles.split(";"):
            found.setdefault(normal(title), []).append((kind, frozenset(filter(None, where.split(";")))))
    return {title: tuple(rows) for title, rows in found.items()}


@cache
def bodies() -> dict[str, str]:
    """The states and bodies by their plain names, for titles that hold one: "president of the European Commission"."""
    return {
        plain(actor.surface).removeprefix("the "): actor.id for actor in actor_names() if actor.subtype in ("name", "alliance", "court")
    }


@cache
def parted(title: str) -> tuple[str, str | None]:
    """A title without the name of the state or body that stands behind or before it, and the id of that."""
    name = normal(title)
    if name in kinds():
        return name, None
    head, _, tail = name.partition(" of ")
    if body := bodies().get(tail.removeprefix("the ")):
        return head, body
    words = name.split()
    for stop in range(len(words) - 1, 0, -1):
        if body := bodies().get(" ".join(words[:stop])):
            return " ".join(words[stop:]), body
    return name, None


@cache
def kind_of(title: str, of: str) -> str:
    """The kind of an office of a state or body; a title that the table does not know is its own kind."""
    name = normal(title)
    rows = kinds().get(name, ())
    return next((kind for kind, where in rows if of in where), None) or next((kind for kind, where in rows if not where), name)


@cache
def same_title(known: str, of: str, title: str) -> bool:
    """Whether a title that a text gives can be that of an office that the table knows for a state or body."""
    kind, name = kind_of(known, of), normal(title)
    if kind_of(title, of) == kind:
        return True
    if of.startswith("org:") and name in HEADS_OF_BODIES:
        return not kind.startswith(("deputy", "spokesman", "vice"))
    return kind in LOOSE.get(name, ())
