"""When a term ran, with the days as exactly as they are known: a year or a month alone has a first and a last possible day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

EVER, NEVER = "0000-00-00", "9999-12-31"
HORIZON = "2022-07-31"  # the last day of which Wikidata's table, as it was handed on, tells nearly everything
STILL = "9990-12-31"  # what a user's own table leaves open runs on until he closes it
# An open term counts as running for a year after it was last looked at: of the 8,376 times that a term in the table ran on a first
# of January between 2001 and 2020, 68 in a hundred still ran a year later.
GRACE = 365


@dataclass(frozen=True, slots=True)
class Term:
    """One term of office; ``begins`` and ``ends`` are ISO days, months or years, empty when unknown.

    ``status`` is empty, acting, disputed or elect. ``checked`` is the day until which an open term is known to have run.
    """

    of: str
    title: str
    person: str
    wikidata: str
    begins: str
    ends: str
    status: str = ""
    checked: str = HORIZON


def bounds(value: str) -> tuple[str, str]:
    """The first and the last day that an ISO day, month or year can mean; the empty one can mean any."""
    return (value + EVER[len(value) :].replace("-00", "-01"), value + NEVER[len(value) :]) if value else (EVER, NEVER)


def later(day: str, days: int) -> str:
    """An ISO day so many days later; a month or year is taken by its last day."""
    whole = day if len(day) == 10 else f"{day[:4]}-12-28"
    return (date.fromisoformat(whole) + timedelta(days)).isoformat()


def when(term: Term, day: str) -> str:
    """Where a day, month or year lies to a term: current, former, future, or unsure where what is known does not decide."""
    first, last = bounds(day)
    begins, ends = bounds(term.begins), bounds(term.ends)
    sure_end = ends[0] if term.ends else later(term.checked or HORIZON, GRACE)
    if first > ends[1]:
        return "former"
    if last < begins[0]:
        return "future"
    return "current" if term.begins and first >= begins[1] and last <= sure_end else "unsure"


def in_office(term: Term, day: str) -> bool:
    """Whether a term may cover an ISO day, as far as the table knows; an open one runs on."""
    return (not term.begins or term.begins <= day) and (day[: len(term.ends)] <= term.ends if term.ends else True)


def joined(terms: list[Term]) -> list[Term]:
    """Terms of one person in one office as unbroken stretches: one that begins when another ends continues it."""
    done: list[Term] = []
    for term in sorted(terms, key=lambda t: (t.begins, t.ends or NEVER)):
        last = done[-1] if done else None
        if last is not None and follows(last, term):
            ends = "" if not (last.ends and term.ends) else max(last.ends, term.ends)
            checked = max(last.checked if not last.ends else "", term.checked if not term.ends else "")
            done[-1] = Term(last.of, last.title, last.person, last.wikidata, last.begins, ends, last.status, checked)
        else:
            done.append(term)
    return done


def follows(last: Term, term: Term) -> bool:
    """Whether a term begins before another ends, or on the day after."""
    if not last.ends:
        return bool(last.begins and term.begins)
    exact = len(last.ends) == 10
    return bool(term.begins) and term.begins <= (later(last.ends, 1) if exact else last.ends)
