"""Who an actor is by what an archive holds: his names and offices, what he said, what was said of him, with whom he is met."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, and_, collate, func, or_, select

from dragoman.knowledge.actors import organisations, states
from dragoman.records import Company, Evidence, Hit, Portrait, Post, Span
from dragoman.store.archive import Archive, reading
from dragoman.store.hits import Row, speakers_of, statement_hit
from dragoman.store.naming import actor_of, names_of
from dragoman.store.schema import actors, documents, offices, parties, statements

SPEAKING = ("speaker", "co_speaker", "voice_of")
ABOUT = ("about",)
ACTING = ("actor", "recipient")
MET_IN = ("statement", "event")
STANDS = documents.c.duplicate_of.is_(None)


def who(archive: Archive, actor: str, limit: int = 10) -> Portrait:
    """The portrait of an actor, by id or name; ``limit`` is how many statements, offices and companions are shown of each.

    Raises UsageError for a name that nobody or several bear, StoreError.
    """
    known = actor_of(archive, actor)
    with reading(archive) as connection:
        met = connection.execute(
            select(func.count(), func.min(documents.c.published), func.max(documents.c.published)).where(
                STANDS, documents.c.document.in_(holding(known))
            )
        ).one()
        return Portrait(
            known,
            type_of(connection, known),
            names_of(connection, (known,))[known],
            called(connection, known),
            posts(connection, known, limit),
            met[0],
            counted(connection, known, "statement", SPEAKING),
            counted(connection, known, "statement", ABOUT),
            counted(connection, known, "event", ACTING),
            met[1],
            met[2],
            said(connection, speaking(known), limit),
            said(connection, and_(taking_part(known, ABOUT), ~speaking(known)), limit),
            company(connection, known, limit),
        )


def holding(actor: str) -> Select[str]:
    """The documents in which an actor is met."""
    return select(actors.c.document).where(actors.c.actor == actor)


def type_of(connection: Connection, actor: str) -> str:
    """What an actor is: person, state, organisation or group."""
    if actor in states():
        return "state"
    if actor in organisations():
        return organisations()[actor].type
    common = select(actors.c.type).where(actors.c.actor == actor).group_by(actors.c.type).order_by(func.count().desc(), actors.c.type)
    return connection.execute(common.limit(1)).scalar() or "other"


def called(connection: Connection, actor: str) -> tuple[str, ...]:
    """The names by which documents call an actor, the commonest first."""
    count = func.count().label("documents")
    query = select(actors.c.name, count).where(actors.c.actor == actor).group_by(actors.c.name)
    return tuple(row.name for row in sorted(connection.execute(query), key=lambda row: (-row.documents, row.name)))


def taking_part(actor: str, roles: Iterable[str]) -> ColumnElement[bool]:
    """The condition that an actor has one of some roles in a statement."""
    part = parties.alias()
    return (
        select(part.c.document)
        .where(part.c.document == statements.c.document, part.c.layer == "statement", part.c.item == statements.c.statement)
        .where(part.c.actor == actor, part.c.role.in_(tuple(roles)))
        .exists()
    )


def speaking(actor: str) -> ColumnElement[bool]:
    """The condition that an actor says a statement, himself or by the voice of those in his offices."""
    return taking_part(actor, SPEAKING)


def counted(connection: Connection, actor: str, layer: str, roles: tuple[str, ...]) -> int:
    """In how many statements or events an actor has one of some roles, copies of articles left out."""
    part = (
        select(parties.c.document, parties.c.item)
        .join(documents, documents.c.document == parties.c.document)
        .where(STANDS, parties.c.actor == actor, parties.c.layer == layer, parties.c.role.in_(roles))
        .distinct()
    )
    return connection.execute(select(func.count()).select_from(part.subquery())).scalar_one()


def said(connection: Connection, condition: ColumnElement[bool], limit: int) -> tuple[Hit, ...]:
    """The newest statements that fulfil a condition, undated ones last."""
    day = statements.c.day
    query = (
        select(statements)
        .join(documents, documents.c.document == statements.c.document)
        .where(STANDS, condition)
        .order_by(day.is_(None), day.desc(), plainly(connection, statements.c.document), statements.c.statement)
        .limit(limit)
    )
    rows = list(connection.execute(query))
    heads = heads_of(connection, {row.document for row in rows})
    names = speakers_of(connection, rows)
    return tuple(statement_hit(heads[row.document], row, names) for row in rows)


def plainly(connection: Connection, column: ColumnElement[str]) -> ColumnElement[str]:
    """A column in the order of its bytes on every database."""
    return collate(column, "C") if connection.dialect.name == "postgresql" else column


def heads_of(connection: Connection, keys: set[str]) -> dict[str, Row]:
    """The rows of some documents by key."""
    return {row.document: row for row in connection.execute(select(documents).where(documents.c.document.in_(sorted(keys))))}


# ---- offices


def posts(connection: Connection, actor: str, limit: int) -> tuple[Post, ...]:
    """The offices that documents attest to an actor or, of a state or body, to others; those in the most documents first."""
    query = (
        select(offices, documents.c.published)
        .join(documents, documents.c.document == offices.c.document)
        .where(STANDS, or_(offices.c.actor == actor, offices.c.of == actor))
    )
    groups: dict[tuple[str, str, str | None, str | None], list[Row]] = {}
    for row in connection.execute(query):
        groups.setdefault((row.actor, row.title, row.of, row.status), []).append(row)
    common = sorted(groups, key=lambda post: (-len({row.document for row in groups[post]}), tuple(part or "" for part in post)))[:limit]
    names = names_of(connection, tuple(sorted({post[0] for post in common})))
    return tuple(post_of(connection, groups[post], names[post[0]]) for post in common)


def post_of(connection: Connection, rows: list[Row], name: str) -> Post:
    """One office with the days that attest it, and the words of the earliest and the latest document."""
    days = {day for row in rows for day in msgspec.json.decode(row.attested, type=list[str])}
    days |= {row.published for row in rows if row.published}
    told = sorted((row for row in rows if row.evidence), key=lambda row: (row.published or "", row.document, row.office))
    ends = {row.document: msgspec.json.decode(row.evidence, type=Span) for row in [*told[:1], *told[-1:]]}
    heads = heads_of(connection, set(ends))
    proofs = tuple(evidence_of(heads[key], span) for key, span in ends.items())
    held = rows[0]
    return Post(held.actor, name, held.title, held.of, held.status, len({row.document for row in rows}), tuple(sorted(days)), proofs)


def evidence_of(head: Row, span: Span) -> Evidence:
    """The words of a document at a span."""
    return Evidence(head.id, head.ref, head.url, head.title, head.publisher, head.published, span, head.text[span.start : span.end])


# ---- company


def company(connection: Connection, actor: str, limit: int) -> tuple[Company, ...]:
    """With whom an actor takes part in the same statements and events, and in how many documents."""
    one, other = parties.alias(), parties.alias()
    count = func.count(one.c.document.distinct()).label("documents")
    query = (
        select(other.c.actor, count)
        .join(one, and_(one.c.document == other.c.document, one.c.layer == other.c.layer, one.c.item == other.c.item))
        .join(documents, documents.c.document == one.c.document)
        .where(STANDS, one.c.actor == actor, one.c.layer.in_(MET_IN), other.c.actor != actor)
        .where(or_(other.c.role != "via", one.c.role != "via"))
        .group_by(other.c.actor)
        .order_by(count.desc(), plainly(connection, other.c.actor))
        .limit(limit)
    )
    rows = list(connection.execute(query))
    names = names_of(connection, tuple(row.actor for row in rows))
    return tuple(Company(row.actor, names[row.actor], row.documents) for row in rows)
