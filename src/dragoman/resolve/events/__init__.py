"""Events with ids for their parties, dates, and the line between what was done and what was only said.

An event needs at least one party at the level of states. A reproach, demand, threat or refusal that a state voices is
itself an event: the statement whose cue it is performs it. What lies more than a year back is history.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.knowledge.actors.conflicts import Conflict, conflicts
from dragoman.records import Document, Event, Statement
from dragoman.resolve.events.dates import dated
from dragoman.resolve.events.parties import Index, about, accused, acting, index, nearest, place_of, private, sides_of

VERBAL = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "AGREE", "SUPPORT", "CONCEDE", "CONSULT"})
PERSONAL = frozenset({"former", "expert", "media", "opposition"})
LONG = 5  # sentences from which on an article that names one state alone is taken for domestic news
SHARED = frozenset({"057", "054"})  # CAMEO codes of deeds that both sides do: treaties signed, relations restored


def events(document: Document) -> Document:
    """Fill parties, dates and standing of the events; drop what has no state-level party."""
    found = index(document)
    wars = {c.name: c for c in conflicts()}
    if len(document.sentences) >= LONG and len({code for _, code in found.states}) < 2:
        return replace(document, events=())
    settled = [e for event in document.events if (e := settle(found, event, wars)) is not None]
    ordered = sorted(settled, key=lambda e: (e.trigger, e.type))
    return replace(document, events=tuple(replace(e, id=f"e{n}") for n, e in enumerate(ordered, 1)))


def settle(index: Index, event: Event, wars: dict[str, Conflict]) -> Event | None:
    """An event with its parties and date, or ``None`` when no state or body takes part."""
    statement = performed_by(index, event)
    if statement is not None:
        event = replace(event, performed_by=statement.id, via=statement.within)
        if statement.standing in PERSONAL or promised(event, statement):
            return None
    if event.type == "CONSULT" and event.factuality == "negated":
        return None
    if private(index, event.actor_span) or (event.type == "CONSULT" and private(index, event.recipient_span)):
        return None
    actor, recipient = parties(index, event, statement)
    if event.place is not None:
        war = wars[event.place]
        if event.type == "CONSULT" or actor:
            recipient = tuple(p for p in war.parties if p not in actor)
    actor, recipient = filled(index, event, actor, recipient)
    if not [a for a in (*actor, *recipient) if acting(a)]:
        return None
    actor, recipient = arranged(event, actor, recipient)
    return dated(
        index,
        replace(event, actor=actor or ("unknown",), recipient=recipient, place=None, score=0.6 if event.by == "trigger-noun" else 0.7),
    )


def performed_by(index: Index, event: Event) -> Statement | None:
    """The statement whose cue is the trigger of a verbal act."""
    statement = index.cues.get(event.trigger.start)
    return statement if statement is not None and event.type in VERBAL else None


def promised(event: Event, statement: Statement) -> bool:
    """Whether somebody only gives his word in a statement: its acts and the promises tell that, it is no agreement yet."""
    return event.type == "AGREE" and (statement.speaker or "person:").startswith("person:")


def parties(index: Index, event: Event, statement: Statement | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Doer and other side as the clause tells them; a statement's cue has its speaker's side as doer."""
    actor = sides_of(index, event.actor_span)
    if statement is not None and not actor and statement.voice_of:
        actor = (statement.voice_of,)
    recipient = sides_of(index, event.recipient_span, actor)
    if not recipient:
        recipient = tuple(a for a in place_of(index, event.recipient_span) if a not in actor)
    return actor, recipient


def filled(index: Index, event: Event, actor: tuple[str, ...], recipient: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Both sides, the one that the clause leaves out taken from the statement or from the sentences before."""
    if not actor and len(recipient) < 2:
        actor = accused(index, event, recipient) or nearest(index, event, recipient)
    if not recipient and len(actor) < 2:
        recipient = about(index, event, actor) or nearest(index, event, actor)
    return actor, recipient


def arranged(event: Event, actor: tuple[str, ...], recipient: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Both sides as doers of what is done together: treaties signed, relations restored."""
    together = tuple(dict.fromkeys((*actor, *recipient)))
    if event.cameo in SHARED and event.type in ("AGREE", "SUPPORT") and len(together) == 2 and event.mode is None:
        return together, ()
    if event.type == "CONSULT" and len(actor) > 1 and not recipient:
        return actor, actor
    return actor, recipient
