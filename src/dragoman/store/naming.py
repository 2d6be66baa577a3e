"""From the words by which people call an actor to his id: states and bodies in all their names, persons by theirs."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache

from sqlalchemy import Connection, select

from dragoman.errors import UsageError
from dragoman.knowledge.actors import actor_name, actor_names, is_state
from dragoman.store.archive import Archive, reading
from dragoman.store.folding import words_of
from dragoman.store.rows import SEARCHED_NAME
from dragoman.store.schema import actors

SHOWN = 8  # candidates that a refusal lists
ALIKE = 0.75  # of difflib's ratio: below, the nearest names are another's
AT_LEAST = 2  # letters of a name
FIRST = {"name": 0, "demonym": 1, "government": 2, "capital": 2}  # which meaning of a word is meant before others


def actor_of(archive: Archive, words: str) -> str:
    """The id of the actor that some words name: an id itself, a name of a state or body, a person's full or last name.

    Raises UsageError that lists the candidates where several fit, or the nearest where none does.
    """
    found = actors_of(archive, words)
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{words[:60]!r} can be several: {listed(archive, found)}.", "Give one of these ids.")
    near = nearest(archive, words)
    raise UsageError(f"Nobody of the name {words[:60]!r} is known.", f"Near it: {near}." if near else "Give a name or an id such as RUS.")


def actors_of(archive: Archive, words: str) -> tuple[str, ...]:
    """The ids of all actors that some words can name, those in the most documents first; empty where nobody bears the name.

    Raises StoreError.
    """
    given = words.encode("utf-8", "ignore").decode().replace("\x00", "").strip()  # what databases can be asked for
    if is_state(given.upper()) and (given.isupper() or not known_names().get(name_of(given))):
        return (given.upper(),)
    known = known_names().get(name_of(given), ())
    if known:
        return known
    with reading(archive) as connection:
        if ":" in given:
            held = actor_name(given) or connection.execute(select(actors.c.actor).where(actors.c.actor == given).limit(1)).scalar()
            return (given,) if held else ()
        return persons_of(connection, name_of(given))


def name_of(words: str) -> str:
    """A name as it is compared."""
    return " ".join(words_of(words))


@cache
def known_names() -> dict[str, tuple[str, ...]]:
    """The ids that every folded name of states and bodies can stand for: of those, the ones that it means first of all."""
    found: dict[str, dict[str, int]] = {}
    for name in actor_names():
        place = FIRST.get(name.subtype, 0)
        held = found.setdefault(name_of(name.surface), {})
        held[name.id] = min(place, held.get(name.id, place))
    return {name: tuple(sorted(key for key, place in held.items() if place == min(held.values()))) for name, held in found.items()}


def persons_of(connection: Connection, name: str) -> tuple[str, ...]:
    """The actors of the archive of a name: those who bear it whole, for several words; else those who bear it last or whole."""
    if not AT_LEAST <= len(name) <= SEARCHED_NAME:
        return ()
    ending = f"% {name}"  # a folded name holds neither % nor _
    query = select(actors.c.actor, actors.c.folded, actors.c.document).where((actors.c.folded == name) | actors.c.folded.like(ending))
    whole: dict[str, set[str]] = {}
    last: dict[str, set[str]] = {}
    for row in connection.execute(query):
        (whole if row.folded == name else last).setdefault(row.actor, set()).add(row.document)
    found = whole if whole and " " in name else {key: whole.get(key, set()) | last.get(key, set()) for key in {**whole, **last}}
    return tuple(sorted(found, key=lambda key: (-len(found[key]), key)))


def listed(archive: Archive, ids: tuple[str, ...]) -> str:
    """Some actors for a message: each id with its name."""
    with reading(archive) as connection:
        names = names_of(connection, ids[:SHOWN])
    told = ", ".join(f"{key} ({names[key]})" for key in ids[:SHOWN])
    return f"{told} and {len(ids) - SHOWN} more" if len(ids) > SHOWN else told


def names_of(connection: Connection, ids: tuple[str, ...]) -> dict[str, str]:
    """The name by which each of some actors is shown: that of the knowledge, else the one that most documents have."""
    counted: dict[str, dict[str, int]] = {}
    for row in connection.execute(select(actors.c.actor, actors.c.name).where(actors.c.actor.in_(ids))):
        held = counted.setdefault(row.actor, {})
        held[row.name] = held.get(row.name, 0) + 1
    common = {key: min(held, key=lambda name: (-held[name], name)) for key, held in counted.items()}
    return {key: actor_name(key) or common.get(key, key) for key in ids}


def nearest(archive: Archive, words: str) -> str:
    """The names most like some words; empty where none is."""
    name = name_of(words)[:80]
    if len(name) < AT_LEAST:
        return ""
    with reading(archive) as connection:
        rows = connection.execute(
            select(actors.c.folded, actors.c.actor)
            .where(actors.c.folded.like(f"{name[0]}%") | actors.c.folded.like(f"% {name[0]}%"))
            .distinct()
        )
        held = {name for row in rows for name in (row.folded, row.folded.rpartition(" ")[2])}
    return ", ".join(get_close_matches(name, sorted(held | set(known_names())), n=4, cutoff=ALIKE))
