"""Events: the words that name a deed between states, and the words that name its doer and its other side."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.annotate.events.clause import Sides, verb_sides
from dragoman.annotate.events.field import states_share
from dragoman.annotate.events.modality import factuality
from dragoman.annotate.events.nouns import noun_sides
from dragoman.annotate.events.scene import Party, Scene, cue_tokens, names_of_office, scene
from dragoman.annotate.events.words import complete, object_at, trigger_at
from dragoman.annotate.stream import in_header, span_of
from dragoman.knowledge.actors.conflicts import conflict_in
from dragoman.knowledge.ontologies import INTENSITY, QUADS
from dragoman.knowledge.triggers import Trigger
from dragoman.records import Document, Event, Span

LIGHT = frozenset(
    {
        "hold",
        "resume",
        "open",
        "begin",
        "start",
        "conduct",
        "impose",
        "slap",
        "place",
        "launch",
        "carry",
        "mount",
        "lodge",
        "file",
        "hand",
        "pay",
        "make",
        "reopen",
        "convene",
        "give",
    }
)


@dataclass(frozen=True, slots=True)
class Holding:
    """The contents of statements by their start, with the size of the whole statement: the innermost holds a trigger."""

    start: int
    end: int
    size: int
    id: str


@dataclass(frozen=True, slots=True)
class Found:
    """A trigger with the last token of its words, its sides, and the token of the object that its frame asks for."""

    trigger: Trigger
    stop: int
    sides: Sides
    thing: int | None


def events(document: Document) -> Document:
    """Fill ``events`` in the order of their triggers; parties are spans here, ids come later."""
    share = states_share(document)
    if share == "hardly":
        return document
    cues, known = cue_tokens(document), names_of_office(document)
    contents = holdings(document)
    told = union(contents)
    found: list[Event] = []
    for sentence in document.sentences:
        if not in_header(document, sentence.start):
            found += in_sentence(scene(document, sentence, cues, known), told, share == "partly")
    ordered = sorted(found, key=lambda e: e.trigger)
    return replace(
        document,
        events=tuple(replace(e, id=f"e{n}", via=via) for n, (e, via) in enumerate(zip(ordered, held(ordered, contents), strict=True), 1)),
    )


def in_sentence(scene: Scene, told: list[Span], strict: bool) -> list[Event]:
    """The events that one sentence tells; ``strict`` asks for both sides of each."""
    found: dict[int, Found] = {}
    taken: set[int] = set()
    at = scene.tokens.start
    while at < scene.tokens.stop:
        trigger = trigger_at(scene, at) if at not in taken else None
        new = None if trigger is None else matched(scene, at, trigger, found, strict)
        if new is None:
            at += 1
            continue
        if new.thing is not None:
            taken.add(new.thing)
            found.pop(new.thing, None)
        found[at] = new
        at += len(new.trigger.words)
    return [event(scene, f.trigger, at, f.stop, f.sides, told) for at, f in found.items()]


def matched(scene: Scene, at: int, trigger: Trigger, before: dict[int, Found], strict: bool) -> Found | None:
    """A trigger with its sides; ``None`` where a party that it asks for is not told.

    "Russian-Turkish talks were held" is one deed: the verb takes over what the noun before it told.
    """
    end = at + len(trigger.words) - 1
    if trigger.shape == "noun":
        sides = noun_sides(scene, at, end, trigger.type)
    else:
        sides = verb_sides(scene, at, end, trigger.shape, trigger.lemma in ("recall", "withdraw") and trigger.object == "envoys")
    thing = object_at(scene, at, end, trigger) if trigger.object else None
    if thing in before and before[thing].trigger.type == trigger.type:
        sides = before[thing].sides
    if not complete(trigger, sides) or (strict and not (sides.actor and sides.recipient) and len(sides.actor) < 2):
        return None
    stop = end
    if trigger.words[0] == "victory":
        stop = war_end(scene, end)
    elif thing is not None and thing > end and trigger.lemma.split()[0] in LIGHT:
        stop = thing
    return Found(trigger, stop, sides, thing)


def war_end(scene: Scene, end: int) -> int:
    """Last token of "victory in the Karabakh War"."""
    for stop in range(end, min(end + 6, scene.tokens.stop)):
        if scene.word(stop) in ("war", "conflict", "battle", "campaign"):
            return stop
    return end


def event(scene: Scene, trigger: Trigger, at: int, end: int, sides: Sides, told: list[Span]) -> Event:
    """The event of a trigger and its sides."""
    document = scene.document
    span = span_of(document, at, end)
    conflict = None
    if trigger.words[0] in ("victory", "war", "act", "acting", "mediate", "mediating"):
        last = min(scene.tokens.stop - 1, end + 12)
        conflict = conflict_in(document.words(span_of(document, at, last)))
    index = bisect_right(told, span.start, key=lambda s: s.start) - 1
    reported = index >= 0 and told[index].end > span.start
    context = ("military",) if trigger.type in ("ASSAULT", "MOBILIZE") else ("diplomatic",)
    return Event(
        id="",
        type=trigger.type,
        trigger=span,
        mode=trigger.mode,
        context=context,
        cameo=trigger.cameo,
        quad=QUADS[trigger.type],
        intensity=INTENSITY[trigger.type],
        actor_span=spans(sides.actor),
        recipient_span=spans(sides.recipient),
        place=conflict.name if conflict else None,
        factuality=factuality(scene, at, trigger, reported),
        by=f"trigger-{trigger.shape}",
    )


def spans(parties: tuple[Party, ...]) -> tuple[Span, ...]:
    """The spans of some parties in the order of the text."""
    return tuple(sorted({p.span for p in parties}))


# ---- which statement tells it


def holdings(document: Document) -> list[Holding]:
    """The contents of all statements, in the order of their start."""
    found = [Holding(c.start, c.end, sum(p.end - p.start for p in s.content), s.id) for s in document.statements for c in s.content]
    return sorted(found, key=lambda h: (h.start, h.size, h.id))


def union(contents: list[Holding]) -> list[Span]:
    """The stretches that lie in any content, in order and apart."""
    found: list[Span] = []
    for holding in contents:
        if found and holding.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, holding.end))
        else:
            found.append(Span(holding.start, holding.end))
    return found


def held(ordered: list[Event], contents: list[Holding]) -> Iterator[str | None]:
    """For each event in order the innermost statement in whose content its trigger lies, in one walk over both."""
    open_: list[Holding] = []
    at = 0
    for event in ordered:
        while at < len(contents) and contents[at].start <= event.trigger.start:
            open_.append(contents[at])
            at += 1
        open_ = [h for h in open_ if h.end > event.trigger.start]
        inside = [h for h in open_ if h.end >= event.trigger.end]
        best = min(inside, key=lambda h: (h.size, h.id), default=None)
        yield best.id if best else None
