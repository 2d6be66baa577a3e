"""From the stories of two actors to the state of their relations on a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dragoman.errors import UsageError
from dragoman.knowledge.actors import actor_name
from dragoman.records import Actor, Coverage, Evidence, Measure, Relation, State, Story, Toward
from dragoman.relate import days, model
from dragoman.relate.agenda import agenda
from dragoman.relate.course import course, direction, turns
from dragoman.relate.happenings import happenings
from dragoman.relate.measures import Figure, aged, combined, mean, measure, unaged
from dragoman.relate.registers import mediations, promises, themes
from dragoman.relate.sayings import words
from dragoman.relate.signals import DEEDS, WORDS, Signal
from dragoman.relate.speakers import shift, speaker, voices
from dragoman.relate.stories import counted, distinct, in_time, settled
from dragoman.relate.summary import summary


def relate(
    stories: Iterable[Story], a: str, b: str, as_of: str, window_days: int = model.WINDOW, coverage: Coverage | None = None
) -> Relation:
    """The relations of two actors as of a day, from stories that concern both, in any order.

    ``a`` and ``b`` are ids of actors, ``as_of`` is an ISO day: what was published or happened after it is left out, and so
    is what lies more than ``window_days`` before it. ``coverage`` is what the archive knows of the stories; it is counted
    from them where it is not given. Raises UsageError for two sides that are one, a day that is none, and an empty window.
    """
    if a == b:
        raise UsageError(f"{a!r} has no relations with itself.", "Name two actors.")
    if not days.is_day(as_of):
        raise UsageError(f"The date {as_of[:40]!r} is no day of the calendar.", "Give an ISO date such as 2025-11-07.")
    if window_days < 1:
        raise UsageError(f"A window of {window_days} days holds no day.", "Give 1 or more.")
    a, b = sorted((a, b))
    last = days.number(as_of)
    first = max(1, last - window_days + 1)
    told = settled(distinct(story for story in stories if in_time(story, as_of)))
    signals = [s for s in (*words(told, a, b), *happenings(told, a, b)) if s.day <= last]
    return filled(told, signals, (a, b), (first, last), coverage)


def filled(
    told: Sequence[Story], signals: Sequence[Signal], sides: tuple[str, str], window: tuple[int, int], coverage: Coverage | None
) -> Relation:
    """A relation with all of its parts."""
    a, b = sides
    first, last = window
    recent = [s for s in signals if s.day >= first]
    fresh = [story for story in told if (story.document.published or "") >= days.iso(first)]
    names = names_of(told)
    spoken = voices(fresh, a, b)
    given = promises(fresh, a, b)
    by_words = mean(aged([s for s in recent if s.kind == WORDS], last))
    by_deeds = mean(aged([s for s in recent if s.kind == DEEDS], last))
    relation = Relation(
        sides,
        (names[a], names[b]),
        days.iso(last),
        (days.iso(first), days.iso(last)),
        state(signals, recent, last),
        measure(by_words),
        measure(by_deeds),
        tuple(toward(recent, x, y, last) for x, y in ((a, b), (b, a))),
        course(recent, first, last),
        turns(recent),
        themes(fresh, sides, "foundations"),
        themes(fresh, sides, "frictions"),
        given,
        mediations(fresh, a, b),
        tuple(speaker(voice, names, last) for voice in spoken),
        tuple(sorted((s for v in spoken if (s := shift(v, names)) is not None), key=lambda s: (s.date, s.actor))),
        agenda(fresh, given, a, b, last),
        coverage or counted(fresh),
    )
    relation = replace(relation, actors=actors(relation, told, names))
    return replace(relation, state=replace(relation.state, sentence=summary(relation)))


# ---- the figures


def state(signals: Sequence[Signal], recent: Sequence[Signal], last: int) -> State:
    """The state of relations, held against the year before the last quarter."""
    now = combined(aged(recent, last))
    begin = last - model.RECENT - model.YEAR
    norm = combined(unaged([s for s in signals if begin < s.day <= last - model.RECENT]))
    told = measure(now)
    usual = measure(norm)
    return State(
        told.value,
        told.low,
        told.high,
        model.level(told.value, told.low, told.high),
        direction(now, norm),
        usual.value,
        "",
        told.evidence,
        usual.evidence,
    )


def toward(signals: Sequence[Signal], source: str, target: str, last: int) -> Toward:
    """How one side speaks of and acts toward the other."""
    figure: Figure | None = combined(aged([s for s in signals if (source, target) in s.directions], last))
    return Toward(source, target, measure(figure) if figure else Measure())


# ---- names


class _Everybody(dict[str, str]):
    """Names by id; whoever has none is called by his id."""

    def __missing__(self, actor: str) -> str:
        return actor_name(actor) or actor


def names_of(stories: Iterable[Story]) -> dict[str, str]:
    """The names of all actors: as the knowledge has them, else the one that most stories use."""
    counts: dict[str, Counter[str]] = {}
    for story in stories:
        for actor in story.document.actors:
            counts.setdefault(actor.id, Counter())[actor.name] += 1
    return _Everybody({actor: actor_name(actor) or min(names, key=lambda n: (-names[n], n)) for actor, names in counts.items()})


def actors(relation: Relation, stories: Iterable[Story], names: dict[str, str]) -> tuple[Actor, ...]:
    """Everybody whose id stands in a relation."""
    types = {actor.id: actor.type for story in stories for actor in story.document.actors}
    return tuple(Actor(actor, types.get(actor, "state"), names[actor]) for actor in sorted({*relation.dyad, *parties(relation)}))


def parties(relation: Relation) -> Iterator[str]:
    """The ids that stand in the fields and the evidence of a relation."""
    for theme in (*relation.foundations, *relation.frictions):
        yield from theme.said_by
    for promise in relation.promises:
        yield from (*promise.by, *promise.to, *filter(None, (promise.said_by,)))
    for mediation in relation.mediations:
        yield from (*mediation.mediators, *mediation.between)
    for voice in relation.speakers:
        yield from (voice.actor, *filter(None, (voice.voice_of,)))
    parts: list[tuple[Evidence, ...]] = [relation.state.evidence, relation.state.norm_evidence]
    parts += [period.evidence for period in relation.course]
    parts += [mediation.evidence for mediation in relation.mediations]
    yield from (one.speaker for part in parts for one in part if one.speaker)
