"""The parties of foundations, frictions, promises and mediations; what has none that can be told is dropped."""

from __future__ import annotations

from dataclasses import replace

from dragoman.knowledge.actors import is_state
from dragoman.knowledge.actors.conflicts import conflict_in
from dragoman.records import Document, Ground, Mediation, Mention, Promise, Span, Statement
from dragoman.resolve.index import sentence_index

PUBLIC = ("org:",)


def registers(document: Document) -> Document:
    """Fill the parties of every register entry."""
    said = {s.id: s for s in document.statements}
    return replace(
        document,
        foundations=tuple(g for ground in document.foundations if (g := paired(document, ground, said)) is not None),
        frictions=tuple(g for ground in document.frictions if (g := paired(document, ground, said)) is not None),
        promises=tuple(p for promise in document.promises if (p := promised(document, promise, said)) is not None),
        mediations=tuple(m for mediation in document.mediations if (m := mediated(document, mediation, said)) is not None),
    )


def sentence_of(document: Document, span: Span) -> Span:
    """The sentence that holds a span, or the span itself."""
    index = sentence_index(document, span.start)
    return document.sentences[index] if index >= 0 else span


def states_in(document: Document, span: Span) -> list[str]:
    """The states that a stretch names, in order, members of plural mentions included."""
    found: list[str] = []
    for mention in document.mentions:
        if span.covers(mention.span):
            found += [i for i in (mention.actor, *mention.members) if i and is_state(i[:3])]
    return list(dict.fromkeys(found))


def paired(document: Document, ground: Ground, said: dict[str, Statement]) -> Ground | None:
    """A ground with its two parties: those its sentence names, else the speaker's side and the other side."""
    sentence = sentence_of(document, ground.span)
    states = states_in(document, sentence)
    statement = said.get(ground.statement or "")
    own = statement.voice_of if statement else None
    if len(states) < 2 and own and is_state(own[:3]):
        states = list(dict.fromkeys([own, *states]))
    if len(states) < 2 and statement:
        states = list(dict.fromkeys([*states, *(a for a in statement.about if is_state(a[:3]))]))
    if len(states) > 2 and own in states:
        return None if len(states) > 3 else replace(ground, dyad=tuple(sorted([own, next(s for s in states if s != own)])))
    return replace(ground, dyad=tuple(sorted(states[:2]))) if len(states) == 2 else None


def promised(document: Document, promise: Promise, said: dict[str, Statement]) -> Promise | None:
    """A promise with who undertakes it and toward whom; a promise at home is none."""
    statement = said.get(promise.statement or "")
    if statement is None or statement.voice_of is None:
        return None
    by = statement.voice_of
    to = [a for a in states_in(document, promise.span) if a != by] or [
        a for a in statement.about if a != by and (is_state(a[:3]) or a.startswith(PUBLIC))
    ]
    if not to or third_party(document, promise, by):
        return None
    due = next(
        (
            t.ends
            for t in document.times
            if promise.span.covers(t.span) and t.type == "DATE" and t.ends and document.published and t.ends >= document.published
        ),
        None,
    )
    return replace(promise, by=(by,), to=tuple(sorted(set(to[:2]))), due=due)


def third_party(document: Document, promise: Promise, by: str) -> bool:
    """Whether the clause's subject is another state than the one that speaks."""
    first = next((m for m in document.mentions if promise.span.covers(m.span) and (m.type == "state" or m.kind == "pronoun")), None)
    return (
        first is not None
        and first.actor is not None
        and first.actor != by
        and first.span.start - promise.span.start < 6
        and first.subtype != "demonym"
    )


def mediated(document: Document, mediation: Mediation, said: dict[str, Statement]) -> Mediation | None:
    """A mediation with the mediators and the sides between which they mediate."""
    sentence = sentence_of(document, mediation.span)
    statement = said.get(mediation.statement or "")
    conflict = conflict_in(document.words(Span(mediation.span.start, sentence.end)))
    between = list(conflict.parties) if conflict else states_in(document, Span(mediation.span.start, sentence.end))
    mediators = subjects(document, Span(sentence.start, mediation.span.start), statement)
    between = [b for b in between if b not in mediators]
    if len(between) < 2:
        between = [b for b in dict.fromkeys([*between, *states_before(document, sentence)]) if b not in mediators][:2]
    if not mediators or len(between) < 2:
        return None
    return replace(mediation, mediators=tuple(sorted(mediators)), between=tuple(sorted(set(between))))


def subjects(document: Document, span: Span, statement: Statement | None) -> list[str]:
    """Who mediates: the first state or body named before the trigger, or the speaker's side."""
    named = [
        m
        for m in document.mentions
        if span.covers(m.span) and m.actor and acting(m) and not (statement and any(s.covers(m.span) for s in statement.source))
    ]
    if named and named[0].actor:
        return [named[0].actor]
    if statement and statement.voice_of:
        return [statement.voice_of]
    return []


def acting(mention: Mention) -> bool:
    """Whether a mention can be a mediator."""
    return (mention.type == "state" and mention.subtype != "demonym") or (
        mention.type == "organisation" and mention.by == "known-name" and mention.subtype != "media"
    )


def states_before(document: Document, sentence: Span) -> list[str]:
    """The states named in the two sentences before one."""
    index = sentence_index(document, sentence.start)
    start = document.sentences[max(0, index - 2)].start
    return states_in(document, Span(start, sentence.start)) if start < sentence.start else []
