"""The registers of a relation as sections: what it rests on and suffers from, promises, mediation, voices, dates."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from dragoman.records import CalendarEntry, Evidence, Mediating, Relation, Shift, Speaker, Theme, Undertaking
from dragoman.tell import phrases
from dragoman.tell.dossier.figures import last_day
from dragoman.tell.dossier.parts import Day, Figure, Folded, Line, Lines, Notes, Section, Table, Words
from dragoman.tell.phrases import Names

Rows = list[tuple[Line, ...]]
SHOWN = 12  # rows before the others are folded away: about what one printed page bears
NAMED = 4  # who are named before "and others"
LONGEST = 280  # letters of a quotation in a table, two or three lines of a printed page; the evidence has it whole


class Shape(NamedTuple):
    """How a register is shown: its title, the line where it is empty, its column heads, see Table for the rest."""

    title: str
    empty: str
    heads: tuple[str, ...]
    lead: int = 0
    numeric: tuple[int, ...] = ()


GROUND = ("Theme", "In whose words", "Said by", "Outlets")
SHAPES = {
    "foundations": Shape("What relations rest on", "No foundation was named.", GROUND, numeric=(3,)),
    "frictions": Shape("What relations suffer from", "No friction was named.", GROUND, numeric=(3,)),
    "promises": Shape("Promises", "No promise was found.", ("Term", "Who to whom", "What", "Given"), 1),
    "mediation": Shape("Mediation", "No mediation was found.", ("Day", "Who between whom", "Status", "In whose words"), 1),
    "speakers": Shape(
        "Who speaks", "No speaker was identified.", ("Speaker", "Statements", "Tone toward the other side", "For example"), numeric=(1,)
    ),
    "shifts": Shape(
        "Who speaks otherwise than before",
        "Nobody was found to speak otherwise than before.",
        ("Speaker", "From", "Before", "After", "In whose words"),
        numeric=(2, 3),
    ),
    "calendar": Shape("Calendar", "No coming day was found.", ("Day", "Kind", "What")),
}


def sections(relation: Relation, names: Names) -> tuple[Section, ...]:
    """All registers in the order of a briefing."""
    rows = {
        "foundations": [theme(t, f"foundation-{n}", names) for n, t in enumerate(relation.foundations, 1)],
        "frictions": [theme(t, f"friction-{n}", names) for n, t in enumerate(relation.frictions, 1)],
        "promises": promises(relation, names),
        "mediation": [mediation(m, f"mediation-{n}", names) for n, m in enumerate(relation.mediations, 1)],
        "speakers": [speaker(s, n, names) for n, s in enumerate(relation.speakers, 1)],
        "shifts": [shift(s, f"shift-{n}") for n, s in enumerate(relation.shifts, 1)],
        "calendar": [entry(c, f"calendar-{n}") for n, c in enumerate(relation.calendar, 1)],
    }
    return tuple(section(key, shape, rows[key]) for key, shape in SHAPES.items())


def section(key: str, shape: Shape, rows: Rows) -> Section:
    """A register as a table, the rows beyond a page's worth folded away, or one line that says that nothing was found."""
    if not rows:
        return Section(key, shape.title, (Lines(((Words(shape.empty, "dim"),),), listed=False),))
    shown = Table(shape.title, shape.heads, tuple(rows[:SHOWN]), shape.lead, shape.numeric)
    more = Table(f"{shape.title}, the others", shape.heads, tuple(rows[SHOWN:]), shape.lead, shape.numeric)
    return Section(key, shape.title, (shown, Folded("The others", more)) if len(rows) > SHOWN else (shown,))


# ---- the rows


def theme(one: Theme, key: str, names: Names) -> tuple[Line, ...]:
    """A foundation or a friction."""
    return (
        (Words(one.theme or "other", "strong"),),
        (*leading_words(one.evidence), Notes(key)),
        (
            Words(phrases.all_named(names, one.said_by[:NAMED]) or "the outlets", "name"),
            *([Words(" and others")] if len(one.said_by) > NAMED else []),
        ),
        (Words(str(one.publishers)),),
    )


def promises(relation: Relation, names: Names) -> Rows:
    """The promises: first those whose term is to come, the next one foremost, then those without one, then those whose term is over."""
    order = {"coming": 0, "none": 1, "over": 2}
    numbered = sorted(enumerate(relation.promises, 1), key=lambda pair: (order[term(pair[1], relation.as_of)], pair[1].due or "", pair[0]))
    return [promise(one, f"promise-{n}", relation.as_of, names) for n, one in numbered]


def term(one: Undertaking, as_of: str) -> str:
    """Whether the term of a promise is coming, over, or none; a coarse one ("2026") is over when all of it is."""
    if one.due is None:
        return "none"
    last = last_day(one.due)
    return "over" if last is not None and last < as_of else "coming"


def promise(one: Undertaking, key: str, as_of: str, names: Names) -> tuple[Line, ...]:
    """Who undertakes what, by when, on what condition. A term that is over says nothing about whether it was kept."""
    due: Line = (Day(one.due),) if one.due else (Words("no\u00a0term", "dim"),)
    by = phrases.all_named(names, one.by) or phrases.SOMEBODY
    over: Line = (Words(" term is over", "dim"),) if term(one, as_of) == "over" else ()
    given: Line = (Words(phrases.named(names, one.said_by) if one.said_by else "as the outlet has it", "name"),)
    when: Line = (Words(", "), Day(one.date)) if one.date else ()
    return (
        (*due, *over),
        (Words(" to ".join(part for part in (by, phrases.all_named(names, one.to)) if part), "strong"),),
        (*leading_words(one.evidence), *condition(one), Notes(key)),
        (*given, *when),
    )


def condition(one: Undertaking) -> Line:
    """What a promise hangs on, and what kind it is where it is no friendly one."""
    kind: Line = (Words(f" {one.kind}", "dim"),) if one.kind not in (None, "cooperative") else ()
    return (Words(" on condition: "), Words(one.condition, "quote"), *kind) if one.condition else kind


def mediation(one: Mediating, key: str, names: Names) -> tuple[Line, ...]:
    """Who mediates between whom and how far it has come."""
    return (
        (Day(one.date),) if one.date else (Words("no\u00a0day", "dim"),),
        (Words(between(one, names), "strong"),),
        (Words(one.status or "not told"),),
        (*leading_words(one.evidence), Notes(key)),
    )


def between(one: Mediating, names: Names) -> str:
    """Who mediates between whom: "Norway between Armenia and Azerbaijan"."""
    who = phrases.all_named(names, one.mediators) or phrases.SOMEBODY
    return f"{who} between {phrases.sides(names, one.between)}" if one.between else who


def mediation_line(one: Mediating, names: Names) -> Line:
    """A mediation in the summary."""
    status: Line = (Words(f", {one.status}"),) if one.status else ()
    when: Line = (Words(", "), Day(one.date)) if one.date else ()
    return (Words(between(one, names), "name"), *status, *when)


def speaker(one: Speaker, number: int, names: Names) -> tuple[Line, ...]:
    """Somebody who spoke: in what capacity, how often, how warmly."""
    return (
        (Words(one.name, "strong"), *([Words(f" {words}", "dim")] if (words := capacity(one, names)) else [])),
        (Words(str(one.statements)),),
        (Figure(one.stance.value, one.stance.low, one.stance.high), Notes(f"stance-{number}")),
        quotation(one.evidence or one.stance.evidence, f"speaker-{number}"),
    )


def capacity(one: Speaker, names: Names) -> str:
    """In what capacity somebody speaks: "former foreign minister of Türkiye"."""
    former = "former" if one.standing == "former" else None
    if one.office:
        return phrases.post(one.office, one.voice_of, former, names)
    standing = "" if one.standing == "other" else phrases.STANDINGS.get(one.standing or "", one.standing or "")
    if one.voice_of and one.voice_of != one.actor:
        return f"{standing}, for {phrases.named(names, one.voice_of)}".removeprefix(", ")
    return "officially" if one.standing == "office" and not one.actor.startswith("person:") else standing


def shift(one: Shift, key: str) -> tuple[Line, ...]:
    """A speaker's tone before and after a day, with words of either time that are nearest to its mean.

    What was said before has weights below nought, for its mean is taken from the other.
    """
    before, after = (
        quotation(sorted(found, key=lambda e: abs((e.value or 0.0) - mean)), key)
        for found, mean in (
            ([e for e in one.evidence if (e.weight or 0.0) < 0], one.before),
            ([e for e in one.evidence if (e.weight or 0.0) > 0], one.after),
        )
    )
    return (
        (Words(one.name, "strong"),),
        (Day(one.date),),
        (Figure(one.before, bare=True),),
        (Figure(one.after, bare=True),),
        (*before, Words(" then "), *after) if before and after else quotation(one.evidence, key),
    )


def shift_line(one: Shift) -> Line:
    """A change of tone in the summary."""
    warmer = "warmer" if one.after > one.before else "cooler"
    return Words(one.name, "name"), Words(f", {warmer} since "), Day(one.date)


def entry(one: CalendarEntry, key: str) -> tuple[Line, ...]:
    """What comes on a day."""
    return (Day(one.date),), (Words(one.kind),), (Words(one.what, "name"), Notes(key))


def leading_words(evidence: Iterable[Evidence], longest: int = LONGEST) -> Line:
    """The quotation that stands for an entry: the first of its evidence, cut at a word where it is long."""
    first = next(iter(evidence), None)
    return (Words(shortened(first.quote, longest), "quote"),) if first else ()


def quotation(evidence: Iterable[Evidence], key: str) -> Line:
    """The first of some evidence in its words, with its number and the way to all that the entry rests on."""
    first = next(iter(evidence), None)
    return (Words(shortened(first.quote), "quote"), Notes(key, first)) if first else ()


def shortened(quote: str, longest: int = LONGEST) -> str:
    """A quotation of a length that a table bears."""
    return quote if len(quote) <= longest else f"{quote[:longest].rsplit(None, 1)[0]} …"
