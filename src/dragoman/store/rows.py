"""From a document to the rows of the archive's tables; ``loading`` leads back."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple

import msgspec

from dragoman.records import Actor, Document, Event, Ground, Office, Span, Statement
from dragoman.store.duplicates import signature_rows
from dragoman.store.folding import folded
from dragoman.store.schema import KEY

Row = dict[str, object]
Rows = dict[str, list[Row]]
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
MADE_BY_READING = ("date-conflict", "office-conflict", "language-not-read")  # warnings that a document unread does not have yet
SEARCHED_NAME = 200  # characters of a folded name: an index of PostgreSQL holds no row above 2,700 bytes


def rows_of(document: Document, read_by: str) -> Rows:
    """The rows of a document by table, in the order in which they may be inserted; ``read_by`` is who read it.

    A pure function. Only ``documents.duplicate_of`` and the search index are filled elsewhere.
    """
    return {
        "documents": [head(document, read_by)],
        "appearances": [appearance(document)],
        "signatures": signature_rows(key_of(document.id), document.text),
        "statements": [statement(s, document) for s in document.statements],
        "stances": list(stances(document)),
        "events": list(events(document)),
        "parties": list(parties(document)),
        "mentions": list(mentions(document)),
        "actors": [actor(a, document) for a in document.actors],
        "offices": [office(o, a, place, document) for a in document.actors for place, o in enumerate(a.offices)],
        "times": list(times(document)),
        "places": list(places(document)),
        "dyads": list(dyads(document)),
        "foundations": grounds(document.foundations, document),
        "frictions": grounds(document.frictions, document),
        "promises": list(promises(document)),
        "mediations": list(mediations(document)),
    }


def key_of(identifier: str) -> str:
    """The key of a document: the first sixteen hexadecimal digits of its id."""
    return identifier.removeprefix("sha256:")[:KEY]


def number(identifier: str) -> int:
    """The number in "s12"."""
    return int(identifier[1:])


def number_or_none(identifier: str | None) -> int | None:
    """The number in "s12", or None."""
    return None if identifier is None else number(identifier)


def packed(value: object) -> str:
    """A list as the JSON of a column."""
    return msgspec.json.encode(value).decode()


def digest(*values: object) -> str:
    """Sixteen hexadecimal digits that stand for some values."""
    return hashlib.sha256(msgspec.json.encode(values)).hexdigest()[:KEY]


# ---- the document itself


def head(document: Document, read_by: str) -> Row:
    """The row of ``documents``."""
    return {
        "document": key_of(document.id), "id": document.id, "ref": document.ref, "title": document.title, "publisher": document.publisher,
        "url": document.url, "published": document.published, "place": document.place, "lang": document.lang, "text": document.text,
        "characters": len(document.text), "header": packed(document.header), "paragraphs": packed(document.paragraphs),
        "sentences": packed(document.sentences), "warnings": packed([astuple(w) for w in document.warnings]), "read_by": read_by,
        "duplicate_of": None,
    }  # fmt: skip


def appearance(document: Document) -> Row:
    """The row of ``appearances``. Its key covers all that the reader knew beside text and URL, and so all that a reading hangs on.

    Warnings that a reading adds say nothing new of the appearance; they are left out, so that a text that was read and the
    same text unread have one key.
    """
    known = (
        document.published, document.publisher, document.title, document.ref, document.lang, document.header,
        [w.message for w in document.warnings if w.kind not in MADE_BY_READING],
    )  # fmt: skip
    return {
        "document": key_of(document.id), "appearance": digest(*known), "published": document.published, "publisher": document.publisher,
        "title": document.title, "ref": document.ref,
    }  # fmt: skip


def precedence(row: Row) -> tuple[object, ...]:
    """What orders appearances: a document bears the smallest, whichever came first."""
    return (row["published"] is None, row["published"] or "", row["publisher"] or "", row["title"] or "", row["ref"], row["appearance"])


# ---- who said what, who did what


def statement(s: Statement, document: Document) -> Row:
    """A row of ``statements``."""
    return {
        "document": key_of(document.id), "statement": number(s.id), "day": day_said(s, document), "kind": s.kind,
        "begin": s.hull.start, "end": s.hull.end, "words": joined(s.content, document), "content": packed(s.content),
        "quoted": packed(s.quoted), "source_words": joined(s.source, document) or None, "source": packed(s.source),
        "cue_words": joined(s.cue, document) or None, "cue": packed(s.cue), "cue_word": s.cue_word, "speaker": s.speaker,
        "standing": s.standing, "office": s.office, "voice_of": s.voice_of, "addressee": s.addressee,
        "addressee_span": packed(s.addressee_span) if s.addressee_span else None, "media": packed(s.media),
        "act": s.acts[0] if s.acts else None, "acts": packed(s.acts), "within": number_or_none(s.within),
        "said_date": s.said.date, "said_place": s.said.place, "said_occasion": s.said.occasion, "score": s.score, "by": s.by,
    }  # fmt: skip


def day_said(s: Statement, document: Document) -> str | None:
    """The ISO day on which something was said, else the one on which it was published."""
    return s.said.date if s.said.date and ISO_DAY.fullmatch(s.said.date) else document.published


def stances(document: Document) -> Iterator[Row]:
    """The rows of ``stances``."""
    for s in document.statements:
        for stance in s.stance:
            yield {
                "document": key_of(document.id), "statement": number(s.id), "toward": stance.toward, "value": stance.value,
                "low": stance.low, "high": stance.high,
            }  # fmt: skip


def events(document: Document) -> Iterator[Row]:
    """The rows of ``events``."""
    begins = {(t.span, t.value): t.begins for t in document.times}
    for e in document.events:
        yield {
            "document": key_of(document.id), "event": number(e.id), "day": day_done(e, begins) or document.published, "type": e.type,
            "mode": e.mode, "context": packed(e.context), "cameo": e.cameo, "quad": e.quad, "intensity": e.intensity,
            "begin": e.trigger.start, "end": e.trigger.end, "words": document.words(e.trigger), "actor_span": packed(e.actor_span),
            "recipient_span": packed(e.recipient_span), "date": e.date, "date_span": packed(e.date_span) if e.date_span else None,
            "place": e.place, "factuality": e.factuality, "via": number_or_none(e.via), "performed_by": number_or_none(e.performed_by),
            "score": e.score, "by": e.by,
        }  # fmt: skip


def day_done(e: Event, begins: dict[tuple[Span, str | None], str | None]) -> str | None:
    """The first ISO day of an event's date; ``begins`` are the first days of the document's times by span and value."""
    if e.date is None:
        return None
    first = e.date.partition("/")[0]
    if ISO_DAY.fullmatch(first):
        return first
    return begins.get((e.date_span, e.date)) if e.date_span else None


def parties(document: Document) -> Iterator[Row]:
    """The rows of ``parties``: who takes part in what."""
    for layer, item, role, actors in roles(document):
        for place, who in enumerate(actors):
            yield {"document": key_of(document.id), "layer": layer, "item": item, "role": role, "place": place, "actor": who}


def roles(document: Document) -> Iterator[tuple[str, int, str, Sequence[str]]]:
    """Layer, number, role and the actors in that role, of everything in which actors take part."""
    for s in document.statements:
        for role, one in (("speaker", s.speaker), ("voice_of", s.voice_of)):
            yield "statement", number(s.id), role, () if one is None else (one,)
        for role, many in (("co_speaker", s.co_speakers), ("via", s.via), ("about", s.about)):
            yield "statement", number(s.id), role, many
        yield "statement", number(s.id), "toward", [x.toward for x in s.stance]
    for e in document.events:
        yield "event", number(e.id), "actor", e.actor
        yield "event", number(e.id), "recipient", e.recipient
    for item, d in enumerate(document.dyads):
        yield "dyad", item, "source", (d.source,)
        yield "dyad", item, "toward", (d.toward,)
    for layer, found in (("foundation", document.foundations), ("friction", document.frictions)):
        for item, g in enumerate(found):
            yield layer, item, "party", g.dyad
    for item, p in enumerate(document.promises):
        yield "promise", item, "by", p.by
        yield "promise", item, "to", p.to
    for item, m in enumerate(document.mediations):
        yield "mediation", item, "mediator", m.mediators
        yield "mediation", item, "between", m.between


# ---- what is named


def mentions(document: Document) -> Iterator[Row]:
    """The rows of ``mentions``."""
    for place, m in enumerate(document.mentions):
        yield {
            "document": key_of(document.id), "mention": place, **stretch(m.span, document), "kind": m.kind, "type": m.type,
            "subtype": m.subtype, "actor": m.actor, "members": packed(m.members), "candidates": packed(m.candidates), "score": m.score,
            "by": m.by,
        }  # fmt: skip


def actor(a: Actor, document: Document) -> Row:
    """A row of ``actors``."""
    return {"document": key_of(document.id), "actor": a.id, "type": a.type, "name": a.name, "folded": folded(a.name)[:SEARCHED_NAME]}


def office(o: Office, holder: Actor, place: int, document: Document) -> Row:
    """A row of ``offices``; ``place`` is its number among the holder's."""
    return {
        "document": key_of(document.id), "actor": holder.id, "office": place, "title": o.title, "of": o.of, "status": o.status,
        "begins": o.begins, "ends": o.ends, "attested": packed(o.attested), "evidence": packed(o.evidence) if o.evidence else None,
        "words": document.words(o.evidence) if o.evidence else None,
    }  # fmt: skip


def times(document: Document) -> Iterator[Row]:
    """The rows of ``times``."""
    for place, t in enumerate(document.times):
        yield {
            "document": key_of(document.id), "time": place, **stretch(t.span, document), "type": t.type, "value": t.value,
            "begins": t.begins, "ends": t.ends, "anniversary_of": t.anniversary_of, "by": t.by,
        }  # fmt: skip


def places(document: Document) -> Iterator[Row]:
    """The rows of ``places``."""
    for place, p in enumerate(document.places):
        yield {
            "document": key_of(document.id), "place": place, **stretch(p.span, document), "name": p.name, "country": p.country,
            "lat": p.lat, "lon": p.lon, "geonames": p.geonames, "reading": p.reading, "by": p.by,
        }  # fmt: skip


# ---- the registers


def dyads(document: Document) -> Iterator[Row]:
    """The rows of ``dyads``."""
    for place, d in enumerate(document.dyads):
        yield {
            "document": key_of(document.id), "dyad": place, "source": d.source, "toward": d.toward, "stance": d.stance, "low": d.low,
            "high": d.high, "statements": packed([number(s) for s in d.statements]), "events": packed([number(e) for e in d.events]),
        }  # fmt: skip


def grounds(found: Iterable[Ground], document: Document) -> list[Row]:
    """The rows of ``foundations`` or ``frictions``."""
    return [
        {
            "document": key_of(document.id), "item": place, **stretch(g.span, document), "theme": g.theme,
            "statement": number_or_none(g.statement),
        }
        for place, g in enumerate(found)
    ]  # fmt: skip


def promises(document: Document) -> Iterator[Row]:
    """The rows of ``promises``."""
    for place, p in enumerate(document.promises):
        yield {
            "document": key_of(document.id), "item": place, **stretch(p.span, document), "kind": p.kind, "due": p.due,
            "condition": p.condition, "statement": number_or_none(p.statement),
        }  # fmt: skip


def mediations(document: Document) -> Iterator[Row]:
    """The rows of ``mediations``."""
    for place, m in enumerate(document.mediations):
        yield {
            "document": key_of(document.id), "item": place, **stretch(m.span, document), "status": m.status,
            "statement": number_or_none(m.statement),
        }  # fmt: skip


def stretch(span: Span, document: Document) -> Row:
    """A span and its words."""
    return {"begin": span.start, "end": span.end, "words": document.words(span)}


def joined(spans: Iterable[Span], document: Document) -> str:
    """The words of several spans, joined by a blank."""
    return " ".join(document.words(span) for span in spans)
