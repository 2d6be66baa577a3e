"""The last step: every actor in use is declared, and every list stands in its order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.knowledge.actors import actor_name, is_state
from dragoman.records import Actor, Document, Mention, Span, covering, united

PREFIXES = {"org": "organisation", "group": "group", "person": "person", "place": "place", "event": "event", "other": "other"}


def declare(document: Document) -> Document:
    """Fill ``actors`` with all that are used, sorted by id."""
    known = {actor.id: actor for actor in document.actors}
    named = surfaces(document)
    used = sorted({*known, *used_ids(document)} - {"unknown"})
    actors = tuple(known.get(i) or Actor(i, type_of(i), actor_name(i) or named.get(i) or readable(i)) for i in used)
    longer = united(m.span for m in document.mentions if m.kind == "name" and m.subtype != "demonym")
    return replace(document, actors=actors, mentions=tuple(body(people(mention, longer)) for mention in document.mentions))


def people(mention: Mention, longer: Sequence[Span]) -> Mention:
    """A demonym names a people, not the state, unless it is part of a longer name; its actor is the state all the same."""
    alone = mention.subtype == "demonym" and mention.type == "state" and covering(longer, mention.span) is None
    return replace(mention, type="group") if alone else mention


def body(mention: Mention) -> Mention:
    """A ministry, parliament or palace that is named is a body; its actor is the state for which it acts all the same."""
    named = mention.subtype == "government" and mention.kind == "name"
    return replace(mention, type="organisation") if named else mention


def type_of(actor_id: str) -> str:
    """The type of an actor by the form of its id."""
    prefix, colon, _ = actor_id.partition(":")
    if colon and prefix in PREFIXES:
        return PREFIXES[prefix]
    return "group" if colon and is_state(prefix) else "state"


def readable(actor_id: str) -> str:
    """A name for an id that nothing names: the states of a joint voice, or its slug in words."""
    prefix, _, rest = actor_id.partition(":")
    codes = rest.upper().split("-")
    if prefix == "group" and all(is_state(code) for code in codes):
        return " and ".join(actor_name(code) or code for code in codes)
    return actor_id.partition(":")[2].replace("-", " ") or actor_id


def surfaces(document: Document) -> dict[str, str]:
    """The first name by which the text calls each actor."""
    found: dict[str, str] = {}
    for mention in document.mentions:
        if mention.kind == "name" and mention.actor and mention.subtype != "demonym":
            found.setdefault(mention.actor, " ".join(document.words(mention.span).split()))
    return found


def used_ids(document: Document) -> Iterator[str]:
    """Every actor id in any layer."""
    for mention in document.mentions:
        yield from (i for i in (mention.actor, *mention.members) if i)
    for actor in document.actors:
        yield from (office.of for office in actor.offices if office.of)
    for s in document.statements:
        yield from (i for i in (s.speaker, s.voice_of, *s.co_speakers, *s.via, *s.about, *(x.toward for x in s.stance)) if i)
    for event in document.events:
        yield from (*event.actor, *event.recipient)
    for dyad in document.dyads:
        yield from (dyad.source, dyad.toward)
    for ground in (*document.foundations, *document.frictions):
        yield from ground.dyad
    for promise in document.promises:
        yield from (*promise.by, *promise.to)
    for mediation in document.mediations:
        yield from (*mediation.mediators, *mediation.between)
