"""reading/1 and failure/1: what programs get, to the letter of the format."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dragoman.records import (
    Actor,
    Document,
    Dyad,
    Event,
    Failure,
    Ground,
    Mediation,
    Mention,
    Office,
    Place,
    Promise,
    Span,
    Statement,
    Timex,
    Warning,
)

Json = dict[str, object]


def reading(document: Document) -> Json:
    """A document as a reading/1 object; every list in its order, every key there."""
    return {
        "format": "reading/1",
        "document": head(document),
        "sentences": pairs(document.sentences),
        "mentions": [mention(m) for m in sorted(document.mentions, key=lambda m: (m.span, m.type))],
        "actors": [actor(a) for a in sorted(document.actors, key=lambda a: a.id)],
        "statements": [statement(s) for s in sorted(document.statements, key=lambda s: (s.content[0].start, number(s.id)))],
        "events": [event(e) for e in sorted(document.events, key=lambda e: (e.trigger.start, number(e.id)))],
        "times": [time(t) for t in sorted(document.times, key=lambda t: t.span)],
        "places": [place(p) for p in sorted(document.places, key=lambda p: p.span)],
        "dyads": [dyad(d) for d in sorted(document.dyads, key=lambda d: (d.source, d.toward))],
        "foundations": [ground(g) for g in sorted(document.foundations, key=lambda g: g.span)],
        "frictions": [ground(g) for g in sorted(document.frictions, key=lambda g: g.span)],
        "promises": [promise(p) for p in sorted(document.promises, key=lambda p: p.span)],
        "mediations": [mediation(m) for m in sorted(document.mediations, key=lambda m: m.span)],
        "warnings": [warning(w) for w in document.warnings],
    }


def encode(document: Document) -> bytes:
    """A document as one line of reading/1."""
    return msgspec.json.encode(reading(document)) + b"\n"


def encode_failure(failure: Failure) -> bytes:
    """An input that could not be read, as one line of failure/1."""
    ref = failure.ref.encode("utf-8", "replace").decode()
    return msgspec.json.encode({"format": "failure/1", "ref": ref, "error": failure.error, "advice": failure.advice}) + b"\n"


def number(identifier: str) -> int:
    """The number in "s12"."""
    return int(identifier[1:]) if identifier[1:].isdigit() else 0


def pair(span: Span) -> list[int]:
    """A span as two numbers."""
    return [span.start, span.end]


def pairs(spans: Iterable[Span]) -> list[list[int]]:
    """Spans in the order of the text."""
    return [pair(span) for span in sorted(spans)]


def head(document: Document) -> Json:
    """Where a text came from, and the text."""
    return {
        "id": document.id, "ref": document.ref.encode("utf-8", "replace").decode(), "title": document.title,
        "publisher": document.publisher, "url": document.url, "published": document.published, "place": document.place,
        "lang": document.lang, "text": document.text,
    }  # fmt: skip


def mention(m: Mention) -> Json:
    """A mention."""
    return {
        "span": pair(m.span), "kind": m.kind, "type": m.type, "subtype": m.subtype, "actor": m.actor, "members": list(m.members),
        "candidates": list(m.candidates), "score": round(m.score, 2), "by": m.by,
    }  # fmt: skip


def actor(a: Actor) -> Json:
    """An actor with its offices."""
    return {"id": a.id, "type": a.type, "name": a.name, "offices": [office(o) for o in a.offices]}


def office(o: Office) -> Json:
    """An office."""
    return {
        "title": o.title, "of": o.of, "status": o.status, "from": o.begins, "to": o.ends, "attested": list(o.attested),
        "evidence": pair(o.evidence) if o.evidence else None,
    }  # fmt: skip


def statement(s: Statement) -> Json:
    """A statement."""
    return {
        "id": s.id, "kind": s.kind, "content": pairs(s.content), "quoted": pairs(s.quoted), "source": pairs(s.source), "cue": pairs(s.cue),
        "speaker": s.speaker, "co_speakers": list(s.co_speakers), "standing": s.standing, "office": s.office, "voice_of": s.voice_of,
        "via": list(s.via), "addressee": s.addressee, "about": list(s.about), "acts": list(s.acts),
        "stance": [{"toward": x.toward, "value": x.value, "low": x.low, "high": x.high} for x in s.stance], "within": s.within,
        "said": {"date": s.said.date, "place": s.said.place, "occasion": s.said.occasion}, "score": round(s.score, 2), "by": s.by,
    }  # fmt: skip


def event(e: Event) -> Json:
    """An event."""
    return {
        "id": e.id, "type": e.type, "mode": e.mode, "context": list(e.context), "cameo": e.cameo, "quad": e.quad, "intensity": e.intensity,
        "actor": list(e.actor), "recipient": list(e.recipient), "actor_span": pairs(e.actor_span),
        "recipient_span": pairs(e.recipient_span), "trigger": pair(e.trigger), "date": e.date,
        "date_span": pair(e.date_span) if e.date_span else None, "place": e.place,
        "factuality": e.factuality, "via": e.via, "performed_by": e.performed_by, "score": round(e.score, 2), "by": e.by,
    }  # fmt: skip


def time(t: Timex) -> Json:
    """A time expression."""
    return {"span": pair(t.span), "type": t.type, "value": t.value, "begins": t.begins, "ends": t.ends, "anniversary_of": t.anniversary_of}


def place(p: Place) -> Json:
    """A place."""
    return {"span": pair(p.span), "name": p.name, "country": p.country, "lat": p.lat, "lon": p.lon, "geonames": p.geonames, "as": p.reading}


def dyad(d: Dyad) -> Json:
    """A directed dyad."""
    return {
        "from": d.source,
        "toward": d.toward,
        "stance": d.stance,
        "low": d.low,
        "high": d.high,
        "statements": list(d.statements),
        "events": list(d.events),
    }


def ground(g: Ground) -> Json:
    """A foundation or a friction."""
    return {"dyad": list(g.dyad), "span": pair(g.span), "theme": g.theme, "statement": g.statement}


def promise(p: Promise) -> Json:
    """A promise."""
    return {
        "by": list(p.by),
        "to": list(p.to),
        "span": pair(p.span),
        "kind": p.kind,
        "due": p.due,
        "condition": p.condition,
        "statement": p.statement,
    }


def mediation(m: Mediation) -> Json:
    """A mediation."""
    return {"mediators": list(m.mediators), "between": list(m.between), "span": pair(m.span), "status": m.status, "statement": m.statement}


def warning(w: Warning) -> Json:
    """A warning."""
    return {"kind": w.kind, "message": w.message, "spans": pairs(w.spans)}
