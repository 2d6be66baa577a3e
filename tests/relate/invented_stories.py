"""Invented stories of Georgia and Norway, built by hand: what was said and done in them is told with the words themselves."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.records import Actor, Document, Event, Mention, Office, Span, Stance, Statement, Story

NAMES = {"Georgia": "GEO", "Georgian": "GEO", "Norway": "NOR", "Norwegian": "NOR", "Kenya": "KEN", "Oslo": "NOR", "Tbilisi": "GEO"}
TYPES = {
    "ASSAULT": (4, -10.0), "SANCTION": (4, -5.6), "AID": (2, 7.0), "COOPERATE": (2, 6.0), "CONSULT": (1, 1.0), "ACCUSE": (3, -2.0),
    "AGREE": (1, 4.0),
}  # fmt: skip


class Said(NamedTuple):
    """Somebody's words toward a side, from -2 to +2."""

    words: str
    voice: str
    toward: str
    value: float
    speaker: str | None = "person:ana-example"
    standing: str | None = "office"
    office: str | None = "foreign minister"


class Done(NamedTuple):
    """What somebody did to somebody, in the words that name the doer, the deed and the other side; "" where none do."""

    type: str
    doer: str
    trigger: str
    other: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    factuality: str = "actual"
    date: str | None = None
    via: str | None = None
    performed_by: str | None = None


def at(text: str, words: str) -> Span:
    """Where words stand in a text."""
    return Span(text.index(words), text.index(words) + len(words))


def mentions(text: str) -> tuple[Mention, ...]:
    """Every name of a state in a text."""
    found: list[Mention] = []
    for name, actor in NAMES.items():
        start = text.find(name)
        while start >= 0:
            span = Span(start, start + len(name))
            if not text[span.end : span.end + 1].isalpha():
                found.append(Mention(span, "name", "state", actor=actor))
            start = text.find(name, span.end)
    return tuple(sorted(found, key=lambda m: m.span))


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text that ends each with a full stop and a blank."""
    starts = [0, *(i + 2 for i in range(len(text) - 2) if text[i : i + 2] == ". ")]
    return tuple(Span(a, b - 1) for a, b in zip(starts, [*starts[1:], len(text) + 1], strict=True))


def statement(text: str, number: int, said: Said) -> Statement:
    """One statement."""
    span = at(text, said.words)
    return Statement(
        f"s{number}",
        "direct",
        (span,),
        speaker=said.speaker,
        standing=said.standing,
        office=said.office,
        voice_of=said.voice,
        about=tuple(sorted({said.voice, said.toward})),
        acts=("assessment",),
        stance=(Stance(said.toward, said.value, said.value, said.value),),
        score=0.9,
    )


def event(text: str, number: int, done: Done) -> Event:
    """One event."""
    quad, intensity = TYPES[done.type]
    return Event(
        f"e{number}",
        done.type,
        at(text, done.trigger),
        quad=quad,
        intensity=intensity,
        actor=done.actor,
        recipient=done.recipient,
        actor_span=(at(text, done.doer),) if done.doer else (),
        recipient_span=(at(text, done.other),) if done.other else (),
        date=done.date,
        date_span=Span(0, 1) if done.date else None,
        factuality=done.factuality,
        via=done.via,
        performed_by=done.performed_by,
        score=0.9,
    )


def story(text: str, day: str | None, *found: Said | Done, publisher: str | None = "The Example", **layers: object) -> Story:
    """A story: its text, its day, what is said and done in it, its outlet; more layers by their names."""
    said = [one for one in found if isinstance(one, Said)]
    done = [one for one in found if isinstance(one, Done)]
    minister = Actor("person:ana-example", "person", "Ana Example", (Office("foreign minister", "GEO", "current"),))
    document = Document(
        f"sha256:{day}{publisher}{text}",
        f"{publisher}/{day}",
        text,
        title="A title",
        publisher=publisher,
        published=day,
        sentences=sentences(text),
        mentions=mentions(text),
        actors=(Actor("GEO", "state", "Georgia"), Actor("NOR", "state", "Norway"), minister),
        statements=tuple(statement(text, n, one) for n, one in enumerate(said, 1)),
        events=tuple(event(text, n, one) for n, one in enumerate(done, 1)),
        **layers,  # type: ignore[arg-type]
    )
    return Story(document, (publisher,) if publisher else ())
