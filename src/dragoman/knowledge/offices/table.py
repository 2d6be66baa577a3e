"""The table of terms as it is asked: Wikidata's, what was mended and added by hand, and the user's own, one laid over the other.

A line of a later table takes the place of the line with the same office, holder and beginning; ``struck`` removes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.knowledge.offices.names import agrees, lines, plain, spelled
from dragoman.knowledge.offices.own import own_terms
from dragoman.knowledge.offices.spans import HORIZON, Term

FAMILY_FIRST = frozenset({"CHN", "TWN", "KOR", "PRK", "SGP", "VNM", "KHM"})


@dataclass(frozen=True, slots=True)
class Holder:
    """One person with the spellings of his name and his terms."""

    id: str
    names: tuple[tuple[str, ...], ...]
    terms: tuple[Term, ...]


def key(term: Term) -> tuple[str, str, str, str]:
    """What a line of a table is about: office, holder, beginning."""
    return term.of, term.title, term.wikidata or " ".join(spelled(term.person)), term.begins


@cache
def table() -> tuple[Term, ...]:
    """Every term that is known, in order."""
    known: dict[tuple[str, str, str, str], Term] = {}
    shipped = [Term(*row, *[HORIZON]) for row in lines("holders.tsv")]
    by_hand = [Term(*row) for name in ("updates.tsv", "bodies.tsv") for row in lines(name)]
    for term in (*shipped, *by_hand, *own_terms()):
        if term.status == "struck":
            known.pop(key(term), None)
        else:
            known[key(term)] = term
    return tuple(sorted(known.values(), key=key))


@cache
def other_names() -> dict[str, tuple[str, ...]]:
    """All the names of persons, by each of them."""
    found: dict[str, tuple[str, ...]] = {}
    for name, others in lines("names.tsv"):
        names = (name, *others.split(";"))
        for one in names:
            found[one] = (*found.get(one, ()), *names)
    return found


@cache
def holders_known() -> tuple[Holder, ...]:
    """Every person of the table, in the order of the ids; one Wikidata id is one person, and so is a name without any."""
    named: dict[str, str] = {}
    for term in table():
        if term.wikidata:
            named.setdefault(" ".join(spelled(term.person)), term.wikidata)
    grouped: dict[str, list[Term]] = {}
    for term in table():
        folded = " ".join(spelled(term.person))
        grouped.setdefault(term.wikidata or named.get(folded, folded), []).append(term)
    return tuple(Holder(who, names_of(terms), tuple(terms)) for who, terms in sorted(grouped.items()))


def names_of(terms: list[Term]) -> tuple[tuple[str, ...], ...]:
    """All spellings of a person's name, each once."""
    names = dict.fromkeys(term.person for term in terms)
    return tuple(dict.fromkeys(spelled(name) for person in names for name in (person, *other_names().get(person, ()))))


@cache
def by_word() -> dict[str, tuple[Holder, ...]]:
    """The persons by each word of their names."""
    found: dict[str, dict[str, Holder]] = {}
    for holder in holders_known():
        for name in holder.names:
            for word in name:
                found.setdefault(word, {})[holder.id] = holder
    return {word: tuple(rows.values()) for word, rows in found.items()}


def family_words(holder: Holder) -> frozenset[str]:
    """The words by which alone a person can be called: the family names, and the whole of a name of one word."""
    found: set[str] = set()
    first = any(term.of in FAMILY_FIRST for term in holder.terms)
    for name in holder.names:
        found |= {*name[1:], *(name if len(name) == 1 else ()), *(name[:1] if first else ())}
    return frozenset(found)


@cache
def persons(name: str) -> tuple[Holder, ...]:
    """The persons whom a name can mean: a full name agrees in first and last words, a single word is a family name."""
    given = spelled(name)
    if not given:
        return ()
    near = {holder.id: holder for word in given for holder in by_word().get(word, ())}
    if len(given) == 1:
        return tuple(h for h in near.values() if given[0] in family_words(h))
    exact = tuple(h for h in near.values() if given in h.names)
    return exact or tuple(h for h in near.values() if any(len(known) > 1 and agrees(given, known) for known in h.names))


@cache
def person(name_or_id: str) -> tuple[Holder, ...]:
    """The persons of a name or of a Wikidata id."""
    if name_or_id[:1] == "Q" and name_or_id[1:].isdigit():
        return tuple(h for h in holders_known() if h.id == name_or_id)
    return persons(name_or_id)


def terms_of(name: str) -> tuple[Term, ...]:
    """The terms of the persons whom a name can mean."""
    return tuple(term for holder in persons(name) for term in holder.terms)


@cache
def given_names() -> frozenset[str]:
    """First words of the holders' full names, folded: given names of all the world's languages."""
    firsts = {plain(term.person).split()[0] for term in table() if " " in term.person}
    return frozenset(first for first in firsts if first.isalpha() and len(first) > 2)
