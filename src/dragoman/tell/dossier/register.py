"""The register of evidence: every quotation once, numbered in the order in which the dossier comes to it.

Within a figure the words that weigh most come first, so that note 1 is what the state rests on above all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dragoman.records import Evidence, Relation, Span
from dragoman.tell import phrases

Place = tuple[str, Span]
"""Where words stand: a document's id and a span of its text."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A figure or an entry with all it rests on, the weightiest first; ``section`` is where it is told."""

    key: str
    label: str
    section: str
    evidence: tuple[Evidence, ...]
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered quotation; ``uses`` are the figures and entries that rest on it, each with the evidence as it counts there."""

    number: int
    source: int
    evidence: Evidence
    uses: tuple[tuple[Cited, Evidence], ...]


@dataclass(frozen=True, slots=True)
class Register:
    """All that is cited by its key, the notes by number, and one evidence of each document in the order of its number."""

    cited: Mapping[str, Cited]
    notes: tuple[Note, ...]
    sources: tuple[Evidence, ...]
    numbers: Mapping[Place, int]


def place(evidence: Evidence) -> Place:
    """Where the words of an evidence stand."""
    return evidence.document, evidence.span


def register(relation: Relation) -> Register:
    """Number the evidence of a relation."""
    cited = {one.key: one for one in all_cited(relation) if one.evidence}
    first: dict[Place, Evidence] = {}
    uses: dict[Place, list[tuple[Cited, Evidence]]] = {}
    for one in cited.values():
        for evidence in one.evidence:
            first.setdefault(place(evidence), evidence)
            uses.setdefault(place(evidence), []).append((one, evidence))
    sources: dict[str, Evidence] = {}
    for evidence in first.values():
        sources.setdefault(evidence.document, evidence)
    ranks = {document: rank for rank, document in enumerate(sources, 1)}
    notes = tuple(Note(n, ranks[e.document], e, tuple(uses[spot])) for n, (spot, e) in enumerate(first.items(), 1))
    return Register(cited, notes, tuple(sources.values()), {place(note.evidence): note.number for note in notes})


def numbers_of(register: Register, key: str) -> tuple[int, ...]:
    """The numbers of the notes on which something rests, in order, each once."""
    return tuple(sorted({register.numbers[place(e)] for e in register.cited[key].evidence})) if key in register.cited else ()


def all_cited(relation: Relation) -> Iterator[Cited]:
    """Everything in a relation that rests on evidence, in the order of the dossier."""
    names = dict(zip(relation.dyad, relation.names, strict=True))
    state = relation.state
    yield Cited("state", "State of relations", "state", weightiest(state.evidence), state.value)
    yield Cited("norm", "The past year", "state", weightiest(state.norm_evidence), state.norm)
    yield Cited("words", "Words", "state", weightiest(relation.words.evidence), relation.words.value)
    yield Cited("deeds", "Deeds", "state", weightiest(relation.deeds.evidence), relation.deeds.value)
    for number, one in enumerate(relation.toward, 1):
        label = f"{phrases.named(names, one.source)} toward {phrases.named(names, one.toward)}"
        yield Cited(f"toward-{number}", label, "state", weightiest(one.measure.evidence), one.measure.value)
    for number, turn in enumerate(relation.turning_points, 1):
        change = turn.size if turn.direction == "up" else -turn.size
        yield Cited(f"turn-{number}", f"Turning point {number}", "course", weightiest(turn.evidence), change)
    yield from entries("foundation", "Foundation", "foundations", (t.evidence for t in relation.foundations))
    yield from entries("friction", "Friction", "frictions", (t.evidence for t in relation.frictions))
    yield from entries("promise", "Promise", "promises", (p.evidence for p in relation.promises))
    yield from entries("mediation", "Mediation", "mediation", (m.evidence for m in relation.mediations))
    for number, speaker in enumerate(relation.speakers, 1):
        yield Cited(f"stance-{number}", f"Stance of {speaker.name}", "speakers", weightiest(speaker.stance.evidence), speaker.stance.value)
        yield Cited(f"speaker-{number}", speaker.name, "speakers", weightiest(speaker.evidence))
    for number, shift in enumerate(relation.shifts, 1):
        yield Cited(f"shift-{number}", f"Change of tone of {shift.name}", "shifts", weightiest(shift.evidence), shift.after - shift.before)
    yield from entries("calendar", "Calendar entry", "calendar", (c.evidence for c in relation.calendar))
    for number, period in enumerate(relation.course, 1):
        yield Cited(f"period-{number}", f"{period.begins} to {period.ends}", "course", weightiest(period.evidence), period.value)


def entries(key: str, label: str, section: str, found: Iterable[tuple[Evidence, ...]]) -> Iterator[Cited]:
    """The entries of one section, numbered."""
    for number, evidence in enumerate(found, 1):
        yield Cited(f"{key}-{number}", f"{label} {number}", section, weightiest(evidence))


def weightiest(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Evidence by how much it contributes; as it came where nothing is summed."""
    return tuple(sorted(evidence, key=lambda e: -abs(e.contribution or 0.0)))


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Sorted numbers as first and last of each run: 1, 2, 3, 7 is (1, 3), (7, 7)."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found
