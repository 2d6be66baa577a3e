"""States, organisations and groups: their names, demonyms, seats and ids.

``states.tsv`` and ``organisations.tsv`` hold one actor a line, ``succession.tsv`` what states were before; several names
in a field are parted by semicolons.
Names match as they are written: capitals tell "Turkey" from the bird and "US" from the pronoun.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from dragoman.errors import KnowledgeError

PREFIXES = {
    "Sino": "CHN",
    "Russo": "RUS",
    "Franco": "FRA",
    "Anglo": "GBR",
    "Indo": "IND",
    "Greco": "GRC",
    "Turco": "TUR",
    "Soviet": "SUN",
    "Serbo": "SRB",
}


class ActorName(NamedTuple):
    """One way to name an actor: the words, the id, its type, and whether they are name, demonym, capital, government ..."""

    surface: str
    id: str
    type: str
    subtype: str


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory; ``begins`` and ``ends`` are ISO days where it came or went within living memory."""

    code: str
    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    government: tuple[str, ...]
    begins: str
    ends: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation, an armed group, a medium or a collective of states."""

    id: str
    name: str
    names: tuple[str, ...]
    type: str
    subtype: str


def rows(name: str, columns: int) -> list[list[str]]:
    """The lines of a table after its head; raises KnowledgeError for a line with too many fields."""
    text = (files("dragoman.knowledge.actors") / name).read_text(encoding="utf-8")
    found = []
    for number, line in enumerate(text.splitlines()[1:], 2):
        fields = line.rstrip("\t ").split("\t")
        if len(fields) > columns:
            raise KnowledgeError(f"{name}, line {number}: {len(fields)} fields given, {columns} wanted.", "Mend that line.")
        found.append(fields + [""] * (columns - len(fields)))
    return found


def several(field: str) -> tuple[str, ...]:
    """The parts of a field."""
    return tuple(part.strip() for part in field.split(";") if part.strip())


@cache
def states() -> dict[str, State]:
    """Every state by its code."""
    found = {}
    for code, name, names, demonyms, capitals, government, begins, ends in rows("states.tsv", 8):
        found[code] = State(code, name, several(names), several(demonyms), several(capitals), several(government), begins, ends)
    return found


@cache
def organisations() -> dict[str, Organisation]:
    """Every organisation and group by its id."""
    found = {}
    for identifier, name, names, kind, subtype in rows("organisations.tsv", 5):
        found[identifier] = Organisation(identifier, name, several(names), kind, subtype)
    return found


@cache
def actor_names() -> tuple[ActorName, ...]:
    """Every name of every actor, sorted; a surface that names several stands once for each."""
    found = set()
    for state in states().values():
        for kind, surfaces in (
            ("name", (state.name, *state.names)),
            ("demonym", state.demonyms),
            ("capital", state.capitals),
            ("government", state.government),
        ):
            found |= {ActorName(surface, state.code, "state", kind) for surface in surfaces}
    for prefix, code in PREFIXES.items():
        found.add(ActorName(prefix, code, "state", "demonym"))
    for body in organisations().values():
        found |= {ActorName(surface, body.id, body.type, body.subtype or "name") for surface in (body.name, *body.names)}
    return tuple(sorted(found))


@cache
def succession() -> dict[str, tuple[tuple[str, str], ...]]:
    """For each state that came of another: (the ISO day until which, the state that held its land), the earliest first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for state, before, until in rows("succession.tsv", 3):
        found.setdefault(state, []).append((until, before))
    return {state: tuple(sorted(terms)) for state, terms in found.items()}


def state_on(code: str, day: str) -> str:
    """The state that held the land of a state on an ISO day: "RUS" was "SUN" until 26 December 1991."""
    return next((before for until, before in succession().get(code, ()) if day < until), code)


@cache
def heirs() -> dict[str, tuple[str, ...]]:
    """For each state that came to an end, the states of its land today."""
    found: dict[str, list[str]] = {}
    for state, terms in succession().items():
        for _, before in terms:
            if states()[before].ends:
                found.setdefault(before, []).append(state)
    return {before: tuple(sorted(after)) for before, after in found.items()}


def is_state(code: str) -> bool:
    """Whether a code is one of a state or territory."""
    return code in states()


def actor_name(identifier: str) -> str | None:
    """The name by which readings call an actor."""
    if identifier in states():
        return states()[identifier].name
    body = organisations().get(identifier)
    return body.name if body else None


@cache
def capital_of() -> dict[str, str]:
    """Each capital or seat by its name: the code of its state."""
    return {capital: state.code for state in states().values() for capital in state.capitals}
