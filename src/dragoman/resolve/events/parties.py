"""From the words that name the sides of a deed to the states and bodies that act in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass

from dragoman.knowledge.actors import is_state, organisations
from dragoman.records import Actor, Document, Event, Mention, Place, Span, Statement, Timex, Title

BOTH = "both of "
WINDOW = 600  # characters on either side within which a sentence names the other side; no training article needs more


@dataclass(frozen=True, slots=True)
class Index:
    """What the event rules look up, built once per document; lists stand in the order of the text."""

    document: Document
    persons: dict[str, Actor]
    titles: dict[int, Title]
    places: dict[int, Place]
    statements: dict[str, Statement]
    cues: dict[int, Statement]
    states: tuple[tuple[int, str], ...]
    main: tuple[str, ...]
    times: tuple[Timex, ...]


def index(document: Document) -> Index:
    """The index of a document."""
    states = tuple(
        (m.span.start, code)
        for m in document.mentions
        for code in (m.actor, *m.members)
        if code and m.type != "person" and acting(code) and m.subtype != "media"
    )
    return Index(
        document,
        {a.id: a for a in document.actors},
        {t.span.end: t for t in document.titles},
        {p.span.start: p for p in document.places if p.by != "state"},  # a state is a party by its own name
        {s.id: s for s in document.statements},
        {cue.start: s for s in document.statements for cue in s.cue},
        states,
        main_states(states),
        tuple(t for t in document.times if dates_a_deed(t)),
    )


def dates_a_deed(time: Timex) -> bool:
    """Whether an expression can be the date of a deed: a day or stretch of the calendar, no anniversary and no "recently"."""
    told = time.type in ("DATE", "TIME") and time.value and not time.value.endswith("_REF")
    return bool(told) and not time.anniversary_of and time.form[:1] != ("anniversary",)


def main_states(states: tuple[tuple[int, str], ...]) -> tuple[str, ...]:
    """The states of an article, the most often named first, then the one named first."""
    counted = Counter(code for _, code in states if is_state(code[:3]))
    order = {code: -at for at, (_, code) in reversed(list(enumerate(states)))}
    return tuple(sorted(counted, key=lambda code: (-counted[code], -order[code], code)))


def acting(code: str) -> bool:
    """Whether an id is one that acts between states: a state, a part of one, or an organisation."""
    body = organisations().get(code)
    state = is_state(code[:3]) and (len(code) == 3 or code[3] == ":")
    return state or (body is not None and body.subtype not in ("media", "company", "ngo"))


def inside(index: Index, span: Span) -> list[Mention]:
    """The mentions that lie in a span."""
    mentions = index.document.mentions
    at = bisect_left(mentions, span.start, key=lambda m: m.span.start)
    found = []
    while at < len(mentions) and mentions[at].span.start < span.end:
        if mentions[at].span.end <= span.end:
            found.append(mentions[at])
        at += 1
    return found


def sides_of(index: Index, spans: tuple[Span, ...], without: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The states and bodies that some phrases name, each once, in order; "both sides" are the article's main ones."""
    found: list[str] = []
    for span in spans:
        named = [code for code in named_by(index, span) if code not in without]
        if both_of(index, span):
            named = last_two(index, span, without) or named
        elif len(named) < 2 and any(m.subtype == "parties" for m in inside(index, span)):
            named = [code for code in index.main if code not in without][:2]
        found += named
    return tuple(dict.fromkeys(found))


def both_of(index: Index, span: Span) -> bool:
    """Whether a pronoun stands in "both of them"."""
    return index.document.text[max(0, span.start - len(BOTH)) : span.start].casefold() == BOTH


def last_two(index: Index, span: Span, without: tuple[str, ...]) -> list[str]:
    """The two states or bodies that a sentence names last before a phrase; none where it names fewer."""
    stop = bisect_left(index.states, (span.start, ""))
    start = bisect_left(index.states, (sentence_of(index, span.start).start, ""))
    named = [code for _, code in reversed(index.states[start:stop]) if code not in without]
    found = list(dict.fromkeys(named))[:2]
    return found[::-1] if len(found) == 2 else []


def named_by(index: Index, span: Span) -> list[str]:
    """Whom one phrase names: the state of a person's office, a plural's members, else the first state or body in it."""
    mentions = inside(index, span)
    members = [code for m in mentions for code in m.members if acting(code)]
    if members:
        return members
    people = [m for m in mentions if m.type == "person"]
    own = [m.actor for m in mentions if m.type in ("state", "organisation") and m.actor and acting(m.actor)]
    for mention in people:
        offices = offices_of(index, mention)
        if offices is not None:
            return offices or []
    title = next((index.titles[m.span.end] for m in people if m.span.end in index.titles), None)
    if title is not None and title.of and acting(title.of) and title.status != "former":
        return [title.of]
    if own:
        return [own[0]]
    return [m.actor for m in mentions if m.actor and acting(m.actor)][:1]


def offices_of(index: Index, mention: Mention) -> list[str] | None:
    """The state that a person acts for by his office: empty for a former holder, ``None`` where nothing is known."""
    person = index.persons.get(mention.actor or "")
    told = [o for o in person.offices if o.of] if person else []
    if not told:
        return None
    current = [o.of for o in told if o.status != "former" and o.of and acting(o.of)]
    return current[:1]


def private(index: Index, spans: tuple[Span, ...]) -> bool:
    """Whether one of some phrases names a person out of office: his deeds are not his state's."""
    people = [m for span in spans for m in inside(index, span) if m.type == "person"]
    titles = [index.titles[m.span.end] for m in people if m.span.end in index.titles]
    unknown = any(
        m.kind == "nominal" and m.by == "person-noun" and not named_by(index, span) for span in spans for m in inside(index, span)
    )
    return unknown or any(offices_of(index, m) == [] for m in people) or any(t.status == "former" for t in titles)


def place_of(index: Index, spans: tuple[Span, ...]) -> tuple[str, ...]:
    """The states in which the places among some phrases lie."""
    found = [index.places[s.start].country for s in spans if s.start in index.places]
    return tuple(dict.fromkeys(code for code in found if code))


# ---- who is meant though the clause does not say


def about(index: Index, event: Event, without: tuple[str, ...]) -> tuple[str, ...]:
    """The one other side that the statement telling of an event is about."""
    statement = index.statements.get(event.via or "")
    if statement is None:
        return ()
    others = [a for a in (*statement.about, statement.voice_of) if a and a not in without and acting(a)]
    return tuple(dict.fromkeys(others))[:1]


def accused(index: Index, event: Event, without: tuple[str, ...]) -> tuple[str, ...]:
    """The side that a statement speaks of: who tells of a deed without naming the doer means the other side."""
    statement = index.statements.get(event.via or "")
    if statement is None or event.actor_span:
        return about(index, event, without)
    others = [a for a in statement.about if a not in without and a != statement.voice_of and acting(a)]
    return tuple(others)[:1] or about(index, event, without)


def nearest(index: Index, event: Event, without: tuple[str, ...]) -> tuple[str, ...]:
    """The other state in a trigger's own sentence; failing that the one that the article talks of most."""
    sentence = sentence_of(index, event.trigger.start)
    at = bisect_left(index.states, (max(sentence.start, event.trigger.start - WINDOW), ""))
    near: list[tuple[int, str]] = []
    while at < len(index.states) and index.states[at][0] < min(sentence.end, event.trigger.end + WINDOW):
        offset, code = index.states[at]
        at += 1
        if code not in without and is_state(code[:3]):
            near.append((abs(offset - event.trigger.start), code))
    if near:
        return (min(near)[1],)
    return tuple(code for code in index.main if code not in without)[:1]


def sentence_of(index: Index, offset: int) -> Span:
    """The sentence that holds an offset; an empty span where there is none."""
    sentences = index.document.sentences
    at = bisect_right(sentences, offset, key=lambda s: s.start) - 1
    return sentences[at] if at >= 0 else Span(offset, offset)
