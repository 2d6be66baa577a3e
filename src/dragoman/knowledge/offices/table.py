"""The table of terms as it is asked: Wikidata's, what was mended and added by hand, and the user's own, one laid over the other.

A line of a later table takes the place of the line with the same office, holder and beginning; ``struck`` removes it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from dragoman.knowledge.offices.names import agrees, full, lines, plain, spelled
from dragoman.knowledge.offices.own import own_terms
from dragoman.knowledge.offices.spans import HORIZON, Term
from dragoman.knowledge.offices.titles import SINGLE, kind_of

FAMILY_FIRST = frozenset({"CHN", "TWN", "KOR", "PRK", "SGP", "VNM", "KHM"})


@dataclass(frozen=True, slots=True)
class Holder:
    """One person with the spellings of his name and his terms."""

    id: str
    names: tuple[tuple[str, ...], ...]
    terms: tuple[Term, ...]
    full: frozenset[str] = frozenset()


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
    return tuple(sorted(narrowed(list(known.values())), key=key))


def narrowed(terms: list[Term]) -> list[Term]:
    """The terms with days in the place of months and years where the next holder's first day, or the last one's, tells them.

    Only in offices with one holder at a time, and where one day alone offers itself.
    """
    begun: dict[tuple[str, str], set[str]] = {}
    ended: dict[tuple[str, str], set[str]] = {}
    for term in terms:
        office = (term.of, kind_of(term.title, term.of))
        if office[1] in SINGLE and not term.status:
            begun.setdefault(office, set()).add(term.begins)
            ended.setdefault(office, set()).add(term.ends)
    done = []
    for term in terms:
        office = (term.of, kind_of(term.title, term.of))
        begins, ends = exact(term.begins, ended.get(office, set())), exact(term.ends, begun.get(office, set()))
        done.append(replace(term, begins=begins, ends=ends) if not (begins and ends) or begins <= ends else term)
    return done


def exact(value: str, days: set[str]) -> str:
    """The one full day of some that lies in a month or year; else the value as it is."""
    if not 0 < len(value) < len("2020-01-01"):
        return value
    fitting = [day for day in days if len(day) == len("2020-01-01") and day.startswith(value)]
    return fitting[0] if len(fitting) == 1 else value


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
    return tuple(held_by(who, terms) for who, terms in sorted(grouped.items()))


def held_by(who: str, terms: list[Term]) -> Holder:
    """The person of some terms, with all spellings of his name, each once."""
    names = {name: None for term in terms for name in (term.person, *other_names().get(term.person, ()))}
    return Holder(who, tuple(dict.fromkeys(map(spelled, names))), tuple(terms), frozenset(map(full, names)))


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
    to_the_letter = tuple(h for h in exact if full(name) in h.full)
    if len(full(name).split()) > len(given) and to_the_letter:
        return to_the_letter  # "George W. Bush"; "George Bush" is both
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
