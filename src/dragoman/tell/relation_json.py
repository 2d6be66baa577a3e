"""relation/1: what programs get, to the letter of the format.

Figures are rounded to three places, weights and contributions to eight, so that the contributions listed for a figure sum
to it within a thousandth.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dragoman.records import (
    CalendarEntry,
    Coverage,
    Evidence,
    Measure,
    Mediating,
    Period,
    Relation,
    Shift,
    Speaker,
    State,
    Theme,
    TurningPoint,
    Undertaking,
)

Json = dict[str, object]
PLACES = 3  # of a figure: finer than any interval is narrow
FINE = 8  # of a part of a figure: ten thousand parts still sum to it


def relation(r: Relation) -> Json:
    """A relation as a relation/1 object; every key there, lists in their order."""
    return {
        "format": "relation/1",
        "dyad": list(r.dyad),
        "as_of": r.as_of,
        "window": {"from": r.window[0], "to": r.window[1]},
        "state": state(r.state),
        "words": measure(r.words),
        "deeds": measure(r.deeds),
        "toward": {f"{one.source}>{one.toward}": measure(one.measure) for one in r.toward},
        "course": [period(p) for p in r.course],
        "turning_points": [turning_point(t) for t in r.turning_points],
        "foundations": [theme(t) for t in r.foundations],
        "frictions": [theme(t) for t in r.frictions],
        "promises": [undertaking(u) for u in r.promises],
        "mediations": [mediating(m) for m in r.mediations],
        "speakers": [speaker(s) for s in r.speakers],
        "shifts": [shift(s) for s in r.shifts],
        "calendar": [calendar_entry(c) for c in r.calendar],
        "coverage": coverage(r.coverage),
    }


def encode(r: Relation) -> bytes:
    """A relation as one line of relation/1."""
    return msgspec.json.encode(relation(r)) + b"\n"


def rounded(value: float | None, places: int = PLACES) -> float | None:
    """A figure as it is told; nought has no sign."""
    return None if value is None else round(value, places) + 0.0


def evidence(found: Iterable[Evidence]) -> list[Json]:
    """The words that figures and findings rest on."""
    return [
        {
            "document": e.document, "ref": e.ref.encode("utf-8", "replace").decode(), "url": e.url, "title": e.title,
            "publisher": e.publisher, "published": e.published, "span": [e.span.start, e.span.end], "quote": e.quote, "item": e.item,
            "speaker": e.speaker, "read_as": e.read_as, "value": rounded(e.value, FINE), "weight": rounded(e.weight, FINE),
            "contribution": rounded(e.contribution, FINE),
        }
        for e in found
    ]  # fmt: skip


def measure(m: Measure) -> Json:
    """A figure with its interval and evidence."""
    return {"value": rounded(m.value), "low": rounded(m.low), "high": rounded(m.high), "evidence": evidence(m.evidence)}


def state(s: State) -> Json:
    """The state of relations."""
    return {
        "value": rounded(s.value), "low": rounded(s.low), "high": rounded(s.high), "level": s.level, "direction": s.direction,
        "norm": rounded(s.norm), "sentence": s.sentence, "evidence": evidence(s.evidence), "norm_evidence": evidence(s.norm_evidence),
    }  # fmt: skip


def period(p: Period) -> Json:
    """One stretch of the course."""
    return {
        "from": p.begins, "to": p.ends, "value": rounded(p.value), "low": rounded(p.low), "high": rounded(p.high),
        "happenings": p.happenings, "documents": p.documents, "evidence": evidence(p.evidence),
    }  # fmt: skip


def turning_point(t: TurningPoint) -> Json:
    """A day on which the course turned."""
    return {"date": t.date, "direction": t.direction, "size": rounded(t.size), "evidence": evidence(t.evidence)}


def theme(t: Theme) -> Json:
    """A foundation or a friction."""
    return {"theme": t.theme, "said_by": list(t.said_by), "publishers": t.publishers, "evidence": evidence(t.evidence)}


def undertaking(u: Undertaking) -> Json:
    """A promise."""
    return {
        "by": list(u.by), "to": list(u.to), "kind": u.kind, "due": u.due, "condition": u.condition, "said_by": u.said_by, "date": u.date,
        "evidence": evidence(u.evidence),
    }  # fmt: skip


def mediating(m: Mediating) -> Json:
    """A mediation."""
    return {
        "mediators": list(m.mediators), "between": list(m.between), "status": m.status, "date": m.date, "evidence": evidence(m.evidence),
    }  # fmt: skip


def speaker(s: Speaker) -> Json:
    """Somebody who spoke about the two."""
    return {
        "actor": s.actor, "name": s.name, "office": s.office, "standing": s.standing, "voice_of": s.voice_of, "statements": s.statements,
        "stance": measure(s.stance), "evidence": evidence(s.evidence),
    }  # fmt: skip


def shift(s: Shift) -> Json:
    """A speaker who speaks otherwise than before."""
    return {
        "actor": s.actor, "name": s.name, "date": s.date, "before": rounded(s.before), "after": rounded(s.after),
        "evidence": evidence(s.evidence),
    }  # fmt: skip


def calendar_entry(c: CalendarEntry) -> Json:
    """What comes on a day."""
    return {"date": c.date, "kind": c.kind, "what": c.what, "evidence": evidence(c.evidence)}


def coverage(c: Coverage) -> Json:
    """What a relation was told from."""
    return {
        "documents": c.documents, "duplicates_folded": c.duplicates_folded, "publishers": c.publishers,
        "unresolved_speakers": c.unresolved_speakers, "failures": c.failures,
    }  # fmt: skip
