"""Who speaks: from the source's words to an actor, the office he speaks in, and the state or body he speaks for.

A person named in the source is the speaker; a nominal or pronoun gives the person it stands for; an institution gives
its state. Unnamed officials stay unnamed, and speak for their state all the same.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.knowledge.actors import is_state
from dragoman.knowledge.language import word_set
from dragoman.records import Actor, Document, Mention, Occasion, Office, Span, Statement
from dragoman.resolve.chains import sentence_index

EXPERTS = frozenset({"analyst", "professor", "fellow", "researcher", "expert", "historian"})
OPPOSITION = ("opposition",)
SURE = {"name": 0.95, "title": 0.85, "nominal": 0.75, "pronoun": 0.75, "state": 0.85, "floating": 0.6, "none": 0.5}


def speakers(document: Document) -> Document:
    """Fill speaker, standing, office, voice, media, occasion and score of every statement."""
    persons = {actor.id: actor for actor in document.actors}
    done: list[Statement] = []
    for statement in document.statements:
        done.append(spoken(document, statement, persons, done))
    return replace(document, statements=tuple(done))


def spoken(document: Document, statement: Statement, persons: dict[str, Actor], before: list[Statement]) -> Statement:
    """A statement with everything about its speaker."""
    via = tuple(dict.fromkeys(m.actor for span in statement.media for m in inside(document, span) if m.actor and m.type == "organisation"))
    if not statement.source:
        return unattributed(document, statement, persons, before, via)
    source = statement.source[0]
    speaker, voice, how = of_source(document, source, persons)
    office = office_of(persons.get(speaker or ""), document)
    voice = voice or (office.of if office else None)
    return replace(
        statement, speaker=speaker, co_speakers=co_speakers(document, source, speaker), office=office.title if office else None, voice_of=voice,
        standing=standing(document, source, speaker, office, persons), via=via, said=said(document, statement), score=SURE[how],
    )  # fmt: skip


def unattributed(
    document: Document, statement: Statement, persons: dict[str, Actor], before: list[Statement], via: tuple[str, ...]
) -> Statement:
    """A quotation without source or cue: the speaker before it goes on, if he is near."""
    last = next((s for s in reversed(before) if s.speaker and s.within is None), None)
    if last is None or statement.by == "it-was-said" or far(document, last, statement):
        return replace(
            statement,
            via=via,
            standing="anonymous" if statement.by == "it-was-said" else None,
            said=said(document, statement),
            score=SURE["none"],
        )
    return replace(
        statement,
        speaker=last.speaker,
        office=last.office,
        voice_of=last.voice_of,
        standing=last.standing,
        via=via,
        said=last.said,
        score=SURE["floating"],
    )


def far(document: Document, last: Statement, statement: Statement) -> bool:
    """Whether more than two sentences part two statements."""
    return sentence_index(document, statement.content[0].start) - sentence_index(document, last.content[-1].end - 1) > 2


def inside(document: Document, span: Span) -> list[Mention]:
    """The mentions that lie in a span."""
    return [m for m in document.mentions if span.covers(m.span)]


def of_source(document: Document, source: Span, persons: dict[str, Actor]) -> tuple[str | None, str | None, str]:
    """(speaker, voice, how it was told) of a source's words."""
    mentions = inside(document, source)
    states = [m for m in mentions if m.type == "state" and m.actor]
    state = states[0].actor if states else None
    named = [
        m
        for m in mentions
        if m.type == "person" and m.kind == "name" and m.actor and not possessor(document, m) and not in_clause(document, source, m)
    ]
    head = head_mention(document, source, mentions)
    if named and not (head and head.kind == "nominal" and after_of(document, named[0])):
        return named[0].actor, None, "name"
    if head is not None and head.type == "person":
        if head.actor:
            return head.actor, None, "pronoun" if head.kind == "pronoun" else "title"
        return None, nominal_voice(document, head, states, source), "none"
    if head is not None and head.kind == "pronoun":
        return head.actor, head.actor, "pronoun" if head.actor else "none"
    if head is not None and head.type in ("state", "organisation") and head.actor:
        if head.subtype == "media":
            return head.actor, None, "state"
        return head.actor, head.actor, "state"
    if anonymous(document, source):
        return None, nominal_voice(document, None, states, source), "none"
    if head is not None and head.type == "group":
        return None, None, "none"
    return (state, state, "state") if state and states[-1].span.end == source.end else (None, None, "none")


def in_clause(document: Document, source: Span, mention: Mention) -> bool:
    """Whether a name stands in a relative clause of the source ("who led the Turkish delegation")."""
    return any(f", {word} " in document.text[source.start : mention.span.start] for word in ("who", "whose", "which", "speaking"))


def possessor(document: Document, mention: Mention) -> bool:
    """Whether a name is only a possessor ("Putin's spokesman")."""
    return document.text[mention.span.end : mention.span.end + 2] in ("'s", "\u2019s")


def after_of(document: Document, mention: Mention) -> bool:
    """Whether a name hangs on another noun ("a spokesman for President X")."""
    before = document.text[max(0, mention.span.start - 40) : mention.span.start].split()
    return any(word in ("of", "for", "to", "by", "from") for word in before[-3:])


def head_mention(document: Document, source: Span, mentions: list[Mention]) -> Mention | None:
    """The mention that a source is about: the first that is neither an adjective nor a possessor, the longest at its place."""
    ordered = sorted(
        (m for m in mentions if m.subtype != "demonym" and not possessor(document, m)), key=lambda m: (m.span.start, -m.span.end)
    )
    ordered = [
        m
        for m in ordered
        if not (
            m.kind == "pronoun" and document.words(m.span).casefold() in ("his", "her", "its", "their", "our", "my") and m.span != source
        )
    ]
    people = [m for m in ordered if m.type == "person" and m.kind == "nominal"]
    if people and not (ordered[0].type in ("state", "organisation") and ordered[0].span.end > people[0].span.end):
        return people[0]
    return ordered[0] if ordered else None


def anonymous(document: Document, source: Span) -> bool:
    """Whether a source names a kind of people, not an actor."""
    words = document.words(source).casefold().replace("'s", "").split()
    return any(w.strip(".,") in word_set("nominals", "anonymous") for w in words[:8])


SILENT = frozenset(
    {
        "media",
        "newspapers",
        "newspaper",
        "analysts",
        "experts",
        "residents",
        "witnesses",
        "observers",
        "critics",
        "correspondents",
        "journalists",
        "traders",
        "lawyers",
        "insiders",
        "eyewitnesses",
        "analyst",
        "expert",
        "resident",
    }
)


def nominal_voice(document: Document, head: Mention | None, states: list[Mention], source: Span) -> str | None:
    """The state that unnamed officials speak for; reporters, experts and residents speak for none."""
    words = {w.strip(".,'") for w in document.words(source).casefold().split()}
    if words & SILENT or not states:
        return None
    return states[0].actor


def co_speakers(document: Document, source: Span, speaker: str | None) -> tuple[str, ...]:
    """Those who speak together with the speaker: "X and Y said"."""
    own = document.words(source)
    if " and " not in own or speaker is None:
        return ()
    first = next((m for m in inside(document, source) if m.actor == speaker), None)
    kind = first.type if first else None
    joint = [
        m
        for m in inside(document, source)
        if m.actor and m.actor != speaker and m.kind == "name" and m.type == kind and m.subtype != "demonym"
    ]
    return tuple(
        dict.fromkeys(m.actor for m in joint if m.actor and document.text[m.span.start - 5 : m.span.start].endswith(("and ", ", ")))
    )


def office_of(person: Actor | None, document: Document) -> Office | None:
    """The office somebody speaks in: a current one of a state or body first, then a former one."""
    if person is None or not person.offices:
        return None
    rank = {"current": 0, "acting": 0, "elect": 1, "self-proclaimed": 1, "former": 2}
    telling = [o for o in person.offices if o.of] or list(person.offices)
    high = [
        o
        for o in telling
        if o.status == "former" and o.evidence and o.evidence == min((x.evidence for x in telling if x.evidence), default=None)
    ]
    if high:
        return high[0]
    return min(telling, key=lambda o: rank.get(o.status or "", 3))


def standing(document: Document, source: Span, speaker: str | None, office: Office | None, persons: dict[str, Actor]) -> str | None:
    """In what standing somebody speaks: in office, as a former holder, for the opposition, as an expert, as a medium, unnamed."""
    words = document.words(source).casefold()
    if any(word in words for word in OPPOSITION):
        return "opposition"
    if office is not None:
        if office.status == "former":
            return "former"
        return "expert" if set(office.title.split()) & EXPERTS else "office"
    if speaker is None:
        return "anonymous" if source else None
    if is_state(speaker[:3]) or speaker.startswith("org:"):
        media = any(m.actor == speaker and m.subtype == "media" for m in document.mentions)
        return "media" if media else "office"
    return "other"


def said(document: Document, statement: Statement) -> Occasion:
    """When, where and at what occasion: the day beside the cue, else the day of publication."""
    day = document.published
    if statement.cue:
        index = sentence_index(document, statement.cue[0].start)
        sentence = document.sentences[index] if index >= 0 else statement.cue[0]
        beside = [
            t for t in document.times
            if sentence.covers(t.span) and t.type in ("DATE", "TIME") and t.begins and t.begins == t.ends and abs(t.span.start - statement.cue[0].end) < 60
            and not any(c.covers(t.span) for c in statement.content) and not t.anniversary_of and not any(s.covers(t.span) for s in statement.source)
        ]  # fmt: skip
        if beside:
            day = min(beside, key=lambda t: abs(t.span.start - statement.cue[0].end)).begins
    return replace(statement.said, date=day)
