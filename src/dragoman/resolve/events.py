"""Events with ids for their parties, dates, and the line between what was done and what was only said.

An event needs at least one party at the level of states. A reproach, demand, threat or refusal that a state voices is
itself an event: it is made from the statement that performs it. What lies more than a year back is history.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dragoman.knowledge.actors import is_state
from dragoman.knowledge.actors.conflicts import conflicts
from dragoman.knowledge.ontologies import INTENSITY, QUADS
from dragoman.records import Document, Event, Mention, Span, Statement, Timex
from dragoman.resolve.dates import when as told
from dragoman.resolve.index import sentence_index

PERFORMS = {"criticism": "ACCUSE", "denial": "REJECT", "demand": "REQUEST", "threat": "THREATEN", "conditional_threat": "THREATEN"}
PERFORMING_CUES = {
    **dict.fromkeys(
        ("accuse", "condemn", "denounce", "blame", "deplore", "slam", "criticise", "criticize", "protest", "charge", "allege", "complain"),
        "ACCUSE",
    ),
    **dict.fromkeys(("reject", "deny", "dismiss", "rule out", "brush aside", "refuse", "refute"), "REJECT"),
    **dict.fromkeys(("demand", "urge", "call on", "call for", "call upon", "appeal to", "appeal for", "request", "press for"), "REQUEST"),
    **dict.fromkeys(("threaten", "warn"), "THREATEN"),
    **dict.fromkeys(("welcome", "praise", "hail", "applaud", "thank"), "SUPPORT"),
}
OLD = 366  # days after which an event is history


def events(document: Document) -> Document:
    """Fill parties, dates and standing of the events; add the verbal acts of states; drop what has no state-level party."""
    cues = {cue: s for s in document.statements for cue in s.cue}
    told = [e for event in document.events if not on_cue(event, cues) and (e := settled(document, event)) is not None]
    spoken = [e for s in document.statements if (e := performed(document, s)) is not None]
    ordered = sorted([*told, *spoken], key=lambda e: (e.trigger, e.type))
    return replace(document, events=tuple(replace(e, id=f"e{n}") for n, e in enumerate(ordered, 1)))


def on_cue(event: Event, cues: dict[Span, Statement]) -> bool:
    """Whether a trigger is the cue of a statement: then the statement decides what it performs."""
    return any(event.trigger.touches(cue) for cue in cues)


def settled(document: Document, event: Event) -> Event | None:
    """An event with its parties, or ``None`` when no state or body takes part."""
    actor = ids(document, event.actor_span, event)
    recipient = tuple(a for a in ids(document, event.recipient_span, event) if a not in actor or event.actor_span == event.recipient_span)
    if event.actor_span == event.recipient_span and len(actor) > 1:
        recipient = actor
    war = next((c for c in conflicts() if c.name == event.place), None)
    if (war is not None and event.type == "CONSULT") or (war is not None and actor):
        recipient = tuple(p for p in war.parties if p not in actor)
    if not recipient and event.type == "COOPERATE":
        recipient = other_party(document, event, actor)
    state_level = [a for a in (*actor, *recipient) if a != "unknown"]
    if not state_level or (len(set(state_level)) < 2 and not lonely(event)):
        return None
    when = date_of(document, event)
    return aged(document, replace(
        event, actor=actor or ("unknown",), recipient=recipient, date=told(when) if when else None, date_span=when.span if when else None, place=None,
        score=0.6 if event.by == "trigger-noun" else 0.7,
    ), when)  # fmt: skip


def lonely(event: Event) -> bool:
    """Whether a type makes sense with one party told: refusals, deployments, sanctions."""
    return event.type in ("REJECT", "MOBILIZE", "SANCTION", "ASSAULT", "RETREAT", "AGREE", "COERCE") and event.by != "trigger-noun"


def ids(document: Document, spans: tuple[Span, ...], event: Event) -> tuple[str, ...]:
    """The state-level actors that some spans name."""
    found: list[str] = []
    for mention in document.mentions:
        if mention.span in spans:
            found += acting_for(document, mention)
    return tuple(dict.fromkeys(i for i in found if is_state(i[:3]) or i.startswith("org:")))


def acting_for(document: Document, mention: Mention) -> list[str]:
    """Whom a mention acts for: itself, its members, or the state of a person's office."""
    if mention.members:
        return list(mention.members)
    if mention.actor is None:
        return []
    if not mention.actor.startswith("person:"):
        return [mention.actor]
    person = next((a for a in document.actors if a.id == mention.actor), None)
    offices = [o.of for o in person.offices if o.of and o.status != "former"] if person else []
    return [o for o in offices if o][:1]


def other_party(document: Document, event: Event, actor: tuple[str, ...]) -> tuple[str, ...]:
    """The other side of "our relations" inside the trigger, or the one that the statement is about."""
    for mention in document.mentions:
        if event.trigger.covers(mention.span) and mention.members:
            return tuple(m for m in mention.members if m not in actor)
    statement = next((s for s in document.statements if s.id == event.via), None)
    return tuple(a for a in statement.about if a not in actor and is_state(a[:3]))[:1] if statement else ()


def date_of(document: Document, event: Event) -> Timex | None:
    """The date expression of the event's clause: the nearest in its sentence, none beyond a statement's edge."""
    index = sentence_index(document, event.trigger.start)
    if index < 0:
        return None
    sentence = document.sentences[index]
    near = [
        t
        for t in document.times
        if sentence.covers(t.span) and t.type in ("DATE", "TIME") and t.value and not t.anniversary_of and t.form[:1] != ("anniversary",)
    ]
    near = [
        t
        for t in near
        if abs(t.span.start - event.trigger.start) < 110
        and not re.search(r"[;:\"\u201c\u201d]", document.text[min(t.span.end, event.trigger.end) : max(t.span.start, event.trigger.start)])
    ]
    return min(near, key=lambda t: abs(t.span.start - event.trigger.start), default=None)


def aged(document: Document, event: Event, when: Timex | None) -> Event:
    """An actual event that lies more than a year before publication is history."""
    if event.factuality != "actual" or when is None or not when.ends or not document.published:
        return event
    published, ended = date.fromisoformat(document.published[:10]), date.fromisoformat(when.ends)
    return replace(event, factuality="historical") if (published - ended).days > OLD else event


# ---- verbal acts


def performed(document: Document, statement: Statement) -> Event | None:
    """The verbal act that a state's statement performs, its cue being the trigger."""
    kind = PERFORMING_CUES.get(statement.cue_word or "")
    voice = statement.voice_of
    if (
        kind is None
        or voice is None
        or not statement.cue
        or statement.standing in ("former", "expert", "media", "opposition")
        or not (is_state(voice[:3]) or voice.startswith("org:"))
    ):
        return None
    targets = (
        tuple(s.toward for s in statement.stance if s.value < 0.3 or kind == "SUPPORT")[:2]
        or tuple(a for a in statement.about if a != voice)[:1]
    )
    if not targets and kind != "REJECT":
        return None
    if kind == "THREATEN" and statement.cue_word == "warn" and statement.acts[:1] not in (("threat",), ("conditional_threat",)):
        return None
    spans = tuple(m.span for m in document.mentions if m.actor in targets and any(c.covers(m.span) for c in statement.content))[:2]
    beside = next(
        (
            t
            for t in document.times
            if told(t) == statement.said.date and t.span.start > 0 and abs(t.span.start - statement.cue[0].start) < 60
        ),
        None,
    )
    return Event(
        id="", type=kind, trigger=statement.cue[0], mode=None, context=("diplomatic",), quad=QUADS[kind], intensity=INTENSITY[kind], actor=(voice,), recipient=targets,
        actor_span=statement.source, recipient_span=spans, date=statement.said.date, date_span=beside.span if beside else None, via=None if statement.within is None else statement.within,
        performed_by=statement.id, score=0.7, by="performed",
    )  # fmt: skip
