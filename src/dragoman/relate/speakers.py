"""Who spoke about the two: how often, in what capacity, how warmly toward the other side, and who speaks otherwise than before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot

from dragoman.records import Shift, Speaker, Statement, Story
from dragoman.relate import days, model
from dragoman.relate.measures import Figure, aged, difference, mean, measure, ranked, unaged
from dragoman.relate.sayings import Heard, day_said, occasions, other_side, reported
from dragoman.relate.signals import Report, Signal, evidence

Names = dict[str, str]


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody's statements about the two, and those of them that tell how warmly he speaks of the other side."""

    actor: str
    statements: tuple[tuple[int, Statement, Report], ...]
    signals: tuple[Signal, ...]


def voices(stories: Iterable[Story], a: str, b: str) -> list[Voice]:
    """Everybody known by name who spoke for one side of the other, or of both; the most quoted first."""
    said: dict[str, list[tuple[int, Statement, Report]]] = {}
    heard: dict[str, list[Heard]] = {}
    for story in stories:
        for statement in story.document.statements:
            day = day_said(story.document, statement)
            if statement.speaker is None or day is None or not concerns(statement, a, b):
                continue
            said.setdefault(statement.speaker, []).append((day, statement, reported(story, statement, None)))
            other = other_side(statement.voice_of, a, b)
            for stance in statement.stance:
                if stance.toward == other and statement.voice_of is not None:
                    one = reported(story, statement, stance.value / model.STANCE_SCALE)
                    heard.setdefault(statement.speaker, []).append((day, ((statement.voice_of, other), statement.speaker, 1.0), one))
    made = [Voice(actor, tuple(spoken), tuple(occasions(heard.get(actor, [])))) for actor, spoken in said.items()]
    return sorted(made, key=lambda v: (-len(v.statements), v.actor))


def concerns(statement: Statement, a: str, b: str) -> bool:
    """Whether a statement is about the other side, or about both where the speaker stands for neither."""
    other = other_side(statement.voice_of, a, b)
    toward = {stance.toward for stance in statement.stance}
    if other is not None:
        return other in statement.about or other in toward
    return {a, b} <= {*statement.about, *toward}


def speaker(voice: Voice, names: Names, as_of: int) -> Speaker:
    """One who spoke; his capacity is the one he is most often given, the later of two given alike often."""
    capacities = Counter((s.office, s.standing, s.voice_of) for _, s, _ in voice.statements)
    last = {(s.office, s.standing, s.voice_of): day for day, s, _ in sorted(voice.statements, key=lambda one: one[0])}
    office, standing, voice_of = max(capacities, key=lambda c: (capacities[c], last[c], str(c)))
    return Speaker(
        voice.actor,
        names.get(voice.actor, voice.actor),
        office,
        standing,
        voice_of,
        len(voice.statements),
        measure(mean(aged(voice.signals, as_of))),
        ranked(evidence(report) for _, _, report in voice.statements),
    )


def shift(voice: Voice, names: Names) -> Shift | None:
    """The day from which somebody speaks otherwise than before, if there is one."""
    ordered = sorted(voice.signals, key=lambda s: s.day)
    best: tuple[float, int, Figure, Figure] | None = None
    for cut in range(model.SHIFT_OCCASIONS, len(ordered) - model.SHIFT_OCCASIONS + 1):
        if ordered[cut].day == ordered[cut - 1].day:
            continue
        before, after = mean(unaged(ordered[:cut])), mean(unaged(ordered[cut:]))
        if before is None or after is None or abs(after.value - before.value) < model.SHIFT:
            continue
        sure = abs(after.value - before.value) / hypot(before.error, after.error)
        if sure >= model.SHIFT_SURE and (best is None or sure > best[0]):
            best = sure, ordered[cut].day, before, after
    if best is None:
        return None
    _, day, before, after = best
    return Shift(voice.actor, names.get(voice.actor, voice.actor), days.iso(day), before.value, after.value, difference(before, after))
