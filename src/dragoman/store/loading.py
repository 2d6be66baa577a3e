"""From the rows of the archive's tables back to documents.

A stored document equals the read one but for what no archive keeps: tokens, quotations, titles, the map to the source file,
an encoder's candidates, and the form in which a time was understood (see ``kept``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Table, select

from dragoman.records import (
    Actor,
    Document,
    Dyad,
    Event,
    Ground,
    Mediation,
    Mention,
    Occasion,
    Office,
    Place,
    Promise,
    Proposals,
    Span,
    Stance,
    Statement,
    Timex,
    Warning,
)
from dragoman.store import schema

Found = Row[Any]  # a table's row: the schema knows the types of its columns, Python does not
Parts = dict[str, list[Found]]  # the rows of one document by table
Parties = dict[tuple[str, int, str], tuple[str, ...]]
AT_ONCE = 200  # documents loaded by one round of questions: some MB, and far below SQLite's 32,766 parameters
SPANS = msgspec.json.Decoder(tuple[Span, ...])
SPAN = msgspec.json.Decoder(Span)
WORDS = msgspec.json.Decoder(tuple[str, ...])
NUMBERS = msgspec.json.Decoder(tuple[int, ...])
WARNINGS = msgspec.json.Decoder(tuple[tuple[str, str, tuple[Span, ...]], ...])
LAYERS = (
    schema.statements, schema.stances, schema.events, schema.parties, schema.mentions, schema.actors, schema.offices, schema.times,
    schema.places, schema.dyads, schema.foundations, schema.frictions, schema.promises, schema.mediations,
)  # fmt: skip


def kept(document: Document) -> Document:
    """A document as an archive keeps it."""
    times = tuple(replace(t, form=()) for t in document.times)
    return replace(document, tokens=(), quotations=(), titles=(), source_map=(), proposals=Proposals(), times=times)


def load(connection: Connection, keys: Sequence[str]) -> Iterator[Document]:
    """The documents of some keys, in the order of the keys; those that are not there are left out."""
    for start in range(0, len(keys), AT_ONCE):
        some = keys[start : start + AT_ONCE]
        heads = {row.document: row for row in rows(connection, schema.documents, some)}
        parts: dict[str, Parts] = {key: {table.name: [] for table in LAYERS} for key in heads}
        for table in LAYERS:
            for row in rows(connection, table, some):
                parts[row.document][table.name].append(row)
        yield from (document(heads[key], parts[key]) for key in some if key in heads)


def rows(connection: Connection, table: Table, keys: Sequence[str]) -> Iterator[Found]:
    """The rows of some documents in one table, in the order of its key."""
    yield from connection.execute(select(table).where(table.c.document.in_(keys)).order_by(*table.primary_key.columns))


def document(head: Found, parts: Parts) -> Document:
    """A document from its rows."""
    party = parties(parts["parties"])
    return Document(
        id=head.id, ref=head.ref, text=head.text, title=head.title, publisher=head.publisher, url=head.url, published=head.published,
        place=head.place, lang=head.lang, header=SPANS.decode(head.header), paragraphs=SPANS.decode(head.paragraphs),
        sentences=SPANS.decode(head.sentences), warnings=tuple(Warning(*w) for w in WARNINGS.decode(head.warnings)),
        mentions=tuple(mention(row) for row in parts["mentions"]),
        actors=actors(parts),
        statements=statements(parts, party),
        events=tuple(event(row, party) for row in parts["events"]),
        times=tuple(time(row) for row in parts["times"]),
        places=tuple(place(row) for row in parts["places"]),
        dyads=tuple(dyad(row) for row in parts["dyads"]),
        foundations=tuple(ground(row, "foundation", party) for row in parts["foundations"]),
        frictions=tuple(ground(row, "friction", party) for row in parts["frictions"]),
        promises=tuple(promise(row, party) for row in parts["promises"]),
        mediations=tuple(mediation(row, party) for row in parts["mediations"]),
    )  # fmt: skip


def parties(found: Sequence[Found]) -> Parties:
    """The actors by layer, number and role, in their order."""
    told: dict[tuple[str, int, str], list[tuple[int, str]]] = defaultdict(list)
    for row in found:
        told[row.layer, row.item, row.role].append((row.place, row.actor))
    return {where: tuple(actor for _, actor in sorted(who)) for where, who in told.items()}


def span(packed: str | None) -> Span | None:
    """A span from the JSON of a column, or None."""
    return None if packed is None else SPAN.decode(packed)


def numbered(letter: str, number: int | None) -> str | None:
    """The id "s3" from 3, or None."""
    return None if number is None else f"{letter}{number}"


def stretch(row: Found) -> Span:
    """The span of a row."""
    return Span(row.begin, row.end)


# ---- one record each


def statements(parts: Parts, party: Parties) -> tuple[Statement, ...]:
    """The statements of a document, with their stances."""
    stances: dict[int, list[Stance]] = defaultdict(list)
    for row in parts["stances"]:
        stances[row.statement].append(Stance(row.toward, row.value, row.low, row.high))
    return tuple(statement(row, stances[row.statement], party) for row in parts["statements"])


def statement(row: Found, stances: Sequence[Stance], party: Parties) -> Statement:
    """A statement."""
    order = {actor: place for place, actor in enumerate(party.get(("statement", row.statement, "toward"), ()))}
    return Statement(
        id=f"s{row.statement}", kind=row.kind, content=SPANS.decode(row.content), quoted=SPANS.decode(row.quoted),
        source=SPANS.decode(row.source), cue=SPANS.decode(row.cue), cue_word=row.cue_word, addressee=row.addressee,
        addressee_span=span(row.addressee_span), media=SPANS.decode(row.media), speaker=row.speaker,
        co_speakers=party.get(("statement", row.statement, "co_speaker"), ()), standing=row.standing, office=row.office,
        voice_of=row.voice_of, via=party.get(("statement", row.statement, "via"), ()),
        about=party.get(("statement", row.statement, "about"), ()), acts=WORDS.decode(row.acts),
        stance=tuple(sorted(stances, key=lambda s: order[s.toward])), within=numbered("s", row.within),
        said=Occasion(row.said_date, row.said_place, row.said_occasion), score=row.score, by=row.by,
    )  # fmt: skip


def event(row: Found, party: Parties) -> Event:
    """An event."""
    return Event(
        id=f"e{row.event}", type=row.type, trigger=stretch(row), mode=row.mode, context=WORDS.decode(row.context), cameo=row.cameo,
        quad=row.quad, intensity=row.intensity, actor=party.get(("event", row.event, "actor"), ()),
        recipient=party.get(("event", row.event, "recipient"), ()), actor_span=SPANS.decode(row.actor_span),
        recipient_span=SPANS.decode(row.recipient_span), date=row.date, date_span=span(row.date_span), place=row.place,
        factuality=row.factuality, via=numbered("s", row.via), performed_by=numbered("s", row.performed_by), score=row.score, by=row.by,
    )  # fmt: skip


def mention(row: Found) -> Mention:
    """A mention."""
    members, candidates = WORDS.decode(row.members), WORDS.decode(row.candidates)
    return Mention(stretch(row), row.kind, row.type, row.subtype, row.actor, members, candidates, row.score, row.by)


def actors(parts: Parts) -> tuple[Actor, ...]:
    """The actors of a document with their offices."""
    offices: dict[str, list[Office]] = defaultdict(list)
    for row in parts["offices"]:
        attested = WORDS.decode(row.attested)
        offices[row.actor].append(Office(row.title, row.of, row.status, row.begins, row.ends, attested, span(row.evidence)))
    found = sorted(parts["actors"], key=lambda row: str(row.actor))  # a server may sort by the rules of its language
    return tuple(Actor(row.actor, row.type, row.name, tuple(offices[row.actor])) for row in found)


def time(row: Found) -> Timex:
    """A time expression."""
    return Timex(stretch(row), row.type, row.value, row.begins, row.ends, row.anniversary_of, by=row.by)


def place(row: Found) -> Place:
    """A place."""
    return Place(stretch(row), row.name, row.country, row.lat, row.lon, row.geonames, row.reading, row.by)


def dyad(row: Found) -> Dyad:
    """A directed dyad."""
    said = tuple(f"s{number}" for number in NUMBERS.decode(row.statements))
    done = tuple(f"e{number}" for number in NUMBERS.decode(row.events))
    return Dyad(row.source, row.toward, row.stance, row.low, row.high, said, done)


def ground(row: Found, layer: str, party: Parties) -> Ground:
    """A foundation or a friction."""
    return Ground(party.get((layer, row.item, "party"), ()), stretch(row), row.theme, numbered("s", row.statement))


def promise(row: Found, party: Parties) -> Promise:
    """A promise."""
    by, to = party.get(("promise", row.item, "by"), ()), party.get(("promise", row.item, "to"), ())
    return Promise(by, to, stretch(row), row.kind, row.due, row.condition, numbered("s", row.statement))


def mediation(row: Found, party: Parties) -> Mediation:
    """A mediation."""
    mediators, between = party.get(("mediation", row.item, "mediator"), ()), party.get(("mediation", row.item, "between"), ())
    return Mediation(mediators, between, stretch(row), row.status, numbered("s", row.statement))
