"""Which stretches of a text are marked on a page, what each is, and which finding it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dragoman.records import Document, Event, Ground, Office, Span, Statement, by_start
from dragoman.tell import phrases
from dragoman.tell.phrases import Names

KINDS = {
    "said": "what is said",
    "quoted": "verbatim",
    "source": "who says it",
    "cue": "word of saying",
    "office": "office",
    "deed": "event",
    "time": "date",
    "place": "place",
    "foundation": "foundation",
    "friction": "friction",
    "promise": "promise",
    "mediation": "mediation",
    "warning": "warning",
}


class Mark(NamedTuple):
    """A marked stretch: its kind, the finding it leads to, its own anchor where the finding leads back to it, and what it is in words."""

    span: Span
    kind: str
    finding: str
    anchor: str | None
    told: str


def marks(document: Document, names: Names) -> list[Mark]:
    """Every mark of a document, in the order of the text; of two that begin together the longer comes first."""
    found = [
        *(mark for s in document.statements for mark in of_statement(s, document, names)),
        *(of_event(e, names) for e in document.events),
        *of_offices(document, names),
        *of_times(document),
        *of_places(document, names),
        *of_registers(document, names),
        *of_warnings(document),
    ]
    inside = [mark for mark in found if 0 <= mark.span.start < mark.span.end <= len(document.text)]
    return sorted(inside, key=lambda mark: (mark.span.start, -mark.span.end, list(KINDS).index(mark.kind), mark.finding))


def anchored(spans: Iterable[Span], kind: str, finding: str, told: str) -> list[Mark]:
    """Marks for the spans of one finding; the first one is where the finding leads back to."""
    return [Mark(span, kind, finding, f"at-{finding}" if i == 0 else None, told) for i, span in enumerate(by_start(spans))]


def of_statement(s: Statement, document: Document, names: Names) -> Iterator[Mark]:
    """The marks of a statement: its words, their verbatim parts, source and cue."""
    who = phrases.speaker(s, document, names)
    how = ", ".join(part for part in (s.kind, phrases.acts(s)) if part)
    yield from anchored(s.content, "said", s.id, f"{s.id}: said by {who} ({how})")
    yield from (Mark(span, "quoted", s.id, None, f"{s.id}: verbatim") for span in s.quoted)
    standing = phrases.standing(s, names)
    yield from (Mark(span, "source", s.id, None, f"{s.id}: {who}" + (f", {standing}" if standing else "")) for span in s.source)
    yield from (Mark(span, "cue", s.id, None, f"{s.id}: word of saying") for span in s.cue)


def of_event(e: Event, names: Names) -> Mark:
    """The mark of an event, on the words that name the deed."""
    told = ", ".join(
        part for part in (e.date or "undated", phrases.parties(e, names), phrases.deed(e), e.factuality, phrases.authority(e)) if part
    )
    return Mark(e.trigger, "deed", e.id, f"at-{e.id}", f"{e.id}: {told}")


def of_offices(document: Document, names: Names) -> Iterator[Mark]:
    """The marks of offices; several holders of one expression ("Presidents X and Y") share its place."""
    for name, office, finding in offices(document, names):
        if office.evidence:
            yield Mark(office.evidence, "office", finding, f"at-{finding}", f"office: {name}, {phrases.office(office, names)}")


def offices(document: Document, names: Names) -> list[tuple[str, Office, str]]:
    """Every office with its holder's name and the id of its finding."""
    held = [(phrases.named(names, actor.id), office) for actor in document.actors for office in actor.offices]
    return [(name, office, f"o{number}") for number, (name, office) in enumerate(held, 1)]


def of_times(document: Document) -> Iterator[Mark]:
    """The marks of time expressions."""
    for number, time in enumerate(sorted(document.times, key=lambda t: t.span), 1):
        yield Mark(time.span, "time", f"t{number}", f"at-t{number}", f"date: {phrases.meaning(time)}")


def of_places(document: Document, names: Names) -> Iterator[Mark]:
    """The marks of places; every stretch of a place has an anchor, for its finding lists them all."""
    for number, same in enumerate(phrases.same_places(document), 1):
        for turn, place in enumerate(same, 1):
            told = ", ".join(part for part in (place.name, phrases.situated(place, names)) if part)
            yield Mark(place.span, "place", f"p{number}", f"at-p{number}-{turn}", f"place: {told}")


def of_registers(document: Document, names: Names) -> Iterator[Mark]:
    """The marks of foundations, frictions, promises and mediations."""
    yield from of_grounds(document.foundations, "foundation", "f", names)
    yield from of_grounds(document.frictions, "friction", "x", names)
    for number, p in enumerate(document.promises, 1):
        yield Mark(p.span, "promise", f"r{number}", f"at-r{number}", f"promise: {phrases.promisers(p, names)}")
    for number, m in enumerate(document.mediations, 1):
        told = f"mediation: {phrases.mediators(m, names)}" + (f", {m.status}" if m.status else "")
        yield Mark(m.span, "mediation", f"m{number}", f"at-m{number}", told)


def of_grounds(grounds: Iterable[Ground], kind: str, letter: str, names: Names) -> Iterator[Mark]:
    """The marks of what relations rest on or suffer from."""
    for number, g in enumerate(grounds, 1):
        told = f"{kind}: {phrases.sides(names, g.dyad)}" + (f", {g.theme}" if g.theme else "")
        yield Mark(g.span, kind, f"{letter}{number}", f"at-{letter}{number}", told)


def of_warnings(document: Document) -> Iterator[Mark]:
    """The marks of warnings, each stretch with an anchor of its own."""
    for number, w in enumerate(document.warnings, 1):
        for turn, span in enumerate(w.spans, 1):
            yield Mark(span, "warning", f"w{number}", f"at-w{number}-{turn}", f"warning: {w.kind.replace('-', ' ')}")
