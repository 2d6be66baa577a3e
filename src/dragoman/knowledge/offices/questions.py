"""What the table of offices is asked: who held an office on a day, which offices somebody held, and how he stood to one."""

from __future__ import annotations

from functools import cache

from dragoman.knowledge.offices.spans import Term, joined, when
from dragoman.knowledge.offices.table import Holder, person, table
from dragoman.knowledge.offices.titles import kind_of, parted, same_title

SURE_FIRST = {"current": 0, "unsure": 1}
PARTS = {"org:eu": ("org:european-",), "org:un": ("org:un-",)}  # bodies whose own bodies' heads are called theirs


def part_of(known: str, of: str | None) -> bool:
    """Whether an office of one state or body can be called that of another: the EU's Commission is the EU's."""
    return of is None or known == of or known.startswith(PARTS.get(of, ("\0",)))


def asked(title: str, of: str | None) -> tuple[str, str | None]:
    """A title without the body that it names, and the state or body that is meant: the title's, if it is part of what is asked."""
    head, body = parted(title)
    return (head, body) if body is not None and part_of(body, of) else (title, of)


@cache
def by_office() -> dict[tuple[str, str], tuple[Term, ...]]:
    """The terms by state or body and kind of office."""
    found: dict[tuple[str, str], list[Term]] = {}
    for term in table():
        found.setdefault((term.of, kind_of(term.title, term.of)), []).append(term)
    return {office: tuple(terms) for office, terms in found.items()}


def holders(title: str, of: str | None, day: str) -> tuple[Term, ...]:
    """The terms of an office that cover a day, month or year: those that surely do, then those that may.

    Several where the table knows several: on the day of a change, of an acting and a disputed holder, or where only the
    year of a change is known. Nobody is chosen.
    """
    title, of = asked(title, of)
    rows = [t for (where, _), terms in by_office().items() if part_of(where, of) for t in terms if same_title(t.title, t.of, title)]
    found = [(SURE_FIRST[state], t.begins, t.person, t) for t in rows if (state := when(t, day)) in SURE_FIRST]
    return tuple(t for *_, t in sorted(found, key=lambda row: row[:3]))


def offices_on(name: str, day: str) -> tuple[Term, ...]:
    """The terms that surely cover a day, of all the persons whom a name or Wikidata id can mean."""
    return tuple(t for holder in person(name) for t in holder.terms if when(t, day) == "current")


def status_on(name: str, title: str, of: str | None, day: str) -> str | None:
    """How somebody stood to an office on a day, month or year: current, former or future.

    ``None`` where the table knows no such term, where the days that it knows do not decide, or where several persons of
    that name stood to it in different ways. Between two terms he is a former holder.
    """
    found = {state for holder in person(name) if (state := standing(holder, title, of, day)) is not None}
    return next(iter(found)) if len(found) == 1 and "unsure" not in found else None


def standing(holder: Holder, title: str, of: str | None, day: str) -> str | None:
    """How one person stood to an office: current, former, future, unsure; ``None`` where he never held it."""
    states = {when(term, day) for term in stretches(holder, title, of)}
    return next((state for state in ("current", "unsure", "former", "future") if state in states), None)


def stretches(holder: Holder, title: str, of: str | None) -> list[Term]:
    """The unbroken stretches in which one person held the offices that a title can be; ``None`` is any state or body."""
    title, of = asked(title, of)
    offices: dict[tuple[str, str], list[Term]] = {}
    for term in holder.terms:
        if part_of(term.of, of) and same_title(term.title, term.of, title):
            offices.setdefault((term.of, kind_of(term.title, term.of)), []).append(term)
    return [term for _, terms in sorted(offices.items()) for term in joined(terms)]


def holder_of(name: str) -> Holder | None:
    """The one person of the table whom a full name means; ``None`` for a single word, for nobody and for several."""
    found = person(name) if len(name.split()) > 1 else ()
    return found[0] if len(found) == 1 else None
