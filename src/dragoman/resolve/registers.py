"""The parties of foundations, frictions, promises and mediations; what has none that can be told is dropped."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.knowledge.actors import is_state
from dragoman.knowledge.actors.conflicts import conflict_in
from dragoman.records import Document, Ground, Mediation, Mention, Promise, Span, Statement
from dragoman.resolve.about import Weight, actors_in, leading_near, mentions_in, weighed
from dragoman.resolve.index import sentence_index

END = re.compile(r"\b(?:end|out|over)\b")  # a stretch of time of which only the last day is meant
BODIES = ("org:", "group:")
BESIDE = 3  # characters between a mediator and the trigger that it modifies: a blank, or "'s" and a blank
AGENT = (" by ", " of ", " by the ", " of the ")
SUBJECT = 6  # characters from the start of a clause within which its subject begins ("The ", "Once ")


def registers(document: Document) -> Document:
    """Fill the parties of every register entry."""
    said = {s.id: s for s in document.statements}
    weight = weighed(document)
    return replace(
        document,
        foundations=tuple(g for ground in document.foundations if (g := paired(document, ground, said, weight)) is not None),
        frictions=tuple(g for ground in document.frictions if (g := paired(document, ground, said, weight)) is not None),
        promises=tuple(p for promise in document.promises if (p := promised(document, promise, said)) is not None),
        mediations=tuple(m for mediation in document.mediations if (m := mediated(document, mediation, said, weight)) is not None),
    )


def sentence_of(document: Document, span: Span) -> Span:
    """The sentence that holds a span, or the span itself."""
    index = sentence_index(document, span.start)
    return document.sentences[index] if index >= 0 else span


def states_in(document: Document, span: Span) -> list[str]:
    """The states that a stretch tells of: those named first, in order, then those that pronouns and plurals stand for."""
    told = [(mention.kind == "pronoun" or bool(mention.members), actor) for actor, mention in actors_in(document, span)]
    return list(dict.fromkeys(actor for _, actor in sorted(told, key=lambda pair: pair[0]) if is_state(actor[:3])))


# ---- grounds


def paired(document: Document, ground: Ground, said: dict[str, Statement], weight: Weight) -> Ground | None:
    """A ground with its two parties: whom its statement is about, else those of its sentence, else the leading ones."""
    statement = said.get(ground.statement or "")
    own = statement.voice_of if statement and statement.voice_of and is_state(statement.voice_of[:3]) else None
    near = states_in(document, sentence_of(document, ground.span))
    told = [a for a in statement.about if is_state(a[:3])] if statement else []
    ranked = leading_near(document, ground.span, weight)
    if own is not None:
        others = [a for a in (*near, *told, *ranked) if a != own]
        return replace(ground, dyad=tuple(sorted((own, others[0])))) if others else None
    states = near if len(near) == 2 else list(dict.fromkeys([*near[:2], *told, *ranked]))[:2]
    return replace(ground, dyad=tuple(sorted(states))) if len(states) == 2 else None


# ---- promises


def promised(document: Document, promise: Promise, said: dict[str, Statement]) -> Promise | None:
    """A promise with who undertakes it and toward whom; one that another state is to keep, or that is made at home, is none."""
    statement = said.get(promise.statement or "")
    if statement is None or statement.voice_of is None or third_party(document, promise, statement.voice_of):
        return None
    by = voices(statement)
    to = [a for a in states_in(document, promise.span) if a not in by]
    to = to or [a for a in statement.about if a not in by and (is_state(a[:3]) or a.startswith(BODIES))]
    if not to and len(by) < 2:
        return None
    return replace(promise, by=by, to=tuple(sorted(set(to[:2]))), due=due(document, promise))


def voices(statement: Statement) -> tuple[str, ...]:
    """The states and bodies that a statement is made for."""
    joint = [a for a in statement.co_speakers if is_state(a) or a.startswith(BODIES)]
    return tuple(sorted({*joint, *([statement.voice_of] if statement.voice_of else [])}))


def due(document: Document, promise: Promise) -> str | None:
    """When a promise is to be kept, as exact as it was told: the first date in its words that is not past.

    "By 2028" is 2028, "by the end of 2028" its last day.
    """
    for time in document.times:
        if time.span.start >= promise.span.end:
            break
        if promise.span.covers(time.span) and time.type == "DATE" and time.ends and document.published and time.ends >= document.published:
            return time.ends if "/" in (time.value or "/") or END.search(document.words(time.span)) else time.value
    return None


def third_party(document: Document, promise: Promise, by: str) -> bool:
    """Whether the clause's subject is another state than the one that speaks."""
    first = next((m for m in mentions_in(document, promise.span) if m.type == "state" or m.kind == "pronoun"), None)
    if first is None or first.actor in (None, by) or first.subtype == "demonym":
        return False
    return first.span.start - promise.span.start < SUBJECT


# ---- mediations


def mediated(document: Document, mediation: Mediation, said: dict[str, Statement], weight: Weight) -> Mediation | None:
    """A mediation with the mediators and the sides between which they mediate."""
    sentence = sentence_of(document, mediation.span)
    statement = said.get(mediation.statement or "")
    behind = Span(mediation.span.start, sentence.end)
    mediators = doers(document, Span(sentence.start, mediation.span.start), statement) or doers_behind(document, behind)
    if not mediators:
        return None
    conflict = conflict_in(document.words(behind))
    between = list(conflict.parties) if conflict else states_in(document, behind)
    between = [b for b in between if b not in mediators]
    if len(between) < 2:
        ranked = leading_near(document, mediation.span, weight)
        between = [b for b in dict.fromkeys([*between, *ranked]) if b not in mediators][:2]
    if len(between) < 2:
        return None
    return replace(mediation, mediators=tuple(sorted(mediators)), between=tuple(sorted(set(between))))


def doers(document: Document, span: Span, statement: Statement | None) -> list[str]:
    """Who mediates: the state or body beside the trigger ("a Kuwaiti go-between"), the first named before it, or the speaker's side."""
    named = [
        m
        for m in mentions_in(document, span)
        if m.actor and acting(m) and not (statement and any(s.covers(m.span) for s in statement.source))
    ]
    beside = [m for m in named if span.end - m.span.end <= BESIDE]
    for mention in (*beside[-1:], *named[:1]):
        if mention.actor:
            return [mention.actor]
    return [statement.voice_of] if statement and statement.voice_of else []


def doers_behind(document: Document, span: Span) -> list[str]:
    """Who mediates where nobody stands before: "an offer by Mauritania to mediate", "mediators of the African Union"."""
    for mention in mentions_in(document, span):
        left = document.text[max(0, mention.span.start - 9) : mention.span.start]
        if mention.actor and acting(mention) and left.endswith(AGENT):
            return [mention.actor]
    return []


def acting(mention: Mention) -> bool:
    """Whether a mention can be a mediator."""
    return mention.type == "state" or (mention.type == "organisation" and mention.by == "known-name" and mention.subtype != "media")
