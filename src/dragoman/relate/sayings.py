"""Words: what a side says of the other, one signal for each speaker and day, however many articles quote him."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.records import Document, Statement, Story
from dragoman.relate import days, model
from dragoman.relate.grounding import stands_for
from dragoman.relate.signals import WORDS, Direction, Report, Signal, weighed
from dragoman.relate.wording import context_of, runs, sentence_at, wording

Key = tuple[Direction, str | None, float]
Heard = tuple[int, Key, Report]
"""The day, who toward whom in whose words and how much they count, and where it stands."""


def words(stories: Iterable[Story], a: str, b: str) -> list[Signal]:
    """What each of two sides said of the other: one signal for each speaker and day."""
    heard = [one for story in stories for one in (*stances(story, a, b), *verbal_acts(story, a, b))]
    return occasions(heard)


# ---- what was heard


def other_side(actor: str | None, a: str, b: str) -> str | None:
    """The side across from an actor; None for whoever is neither."""
    return b if actor == a else a if actor == b else None


def day_said(document: Document, statement: Statement) -> int | None:
    """The day a statement was made: as told if it was not told for after the report, else that of the report."""
    told = statement.said.date
    published = document.published
    if days.is_day(told) and told is not None and (published is None or told <= published[:10]):
        return days.number(told)
    return days.number(published) if published else None


def stances(story: Story, a: str, b: str) -> Iterator[Heard]:
    """The statements of one story that speak for one side of the other."""
    document = story.document
    for statement in document.statements:
        other = other_side(statement.voice_of, a, b)
        day = day_said(document, statement)
        factor = model.voice(statement.standing, statement.office)
        if other is None or day is None or not factor or statement.voice_of is None:
            continue
        factor *= naming(document, statement, other)
        for stance in statement.stance:
            if stance.toward == other and factor:
                key = ((statement.voice_of, other), statement.speaker, factor)
                yield day, key, reported(story, statement, stance.value / model.STANCE_SCALE)


def naming(document: Document, statement: Statement, other: str) -> float:
    """How far a statement names the other side: in its words, in its sentence or the one before, or nowhere near: 1, a part, 0."""
    if stands_for(document, statement.content, other):
        return 1.0
    return model.UNNAMED if stands_for(document, (context_of(document, statement.hull),), other) else 0.0


def reported(story: Story, statement: Statement, value: float | None) -> Report:
    """A statement as a report of what was said."""
    span = statement.hull
    act = statement.acts[0] if statement.acts else None
    words = wording(story.document, span)
    return Report(story, span, statement.id, value, statement.score, statement.speaker, act, words)


def verbal_acts(story: Story, a: str, b: str) -> Iterator[Heard]:
    """What one side does to the other by saying it, where the statement that does it told no stance: it counts once."""
    document = story.document
    by_id = {statement.id: statement for statement in document.statements}
    for event in document.events:
        statement = by_id.get(event.performed_by or "")
        if statement is None or event.via is not None or event.intensity is None or event.factuality not in ("actual", "ongoing"):
            continue
        other = other_side(statement.voice_of, a, b)
        day = day_said(document, statement)
        factor = model.voice(statement.standing, statement.office)
        if other is None or day is None or not factor or statement.voice_of is None or other not in event.recipient:
            continue
        if any(stance.toward == other for stance in statement.stance) or not stands_for(document, event.recipient_span, other):
            continue
        span = sentence_at(document, event.trigger)
        value = event.intensity / model.INTENSITY_SCALE
        words = wording(document, span)
        report = Report(story, span, event.id, value, min(event.score, statement.score), statement.speaker, event.type, words)
        yield day, ((statement.voice_of, other), statement.speaker, factor), report


# ---- the same saying in many reports


def occasions(heard: Iterable[Heard]) -> list[Signal]:
    """One signal for each speaker and day; a report that repeats the words of an earlier one goes to that one's day."""
    first: dict[tuple[Direction, tuple[str, ...]], tuple[int, Key, list[Report]]] = {}
    found: dict[tuple[int, Key], list[list[Report]]] = {}
    for day, key, report in sorted(heard, key=order):
        shared = list(dict.fromkeys((key[0], run) for run in runs(report.wording)))
        known = next((first[one] for one in shared if one in first and day - first[one][0] <= model.SAME_WORDS_DAYS), None)
        if known is None:
            saying: list[Report] = []
            found.setdefault((day, key), []).append(saying)
            known = (day, key, saying)
        known[2].append(report)
        for one in shared:
            if one not in first or day - first[one][0] > model.SAME_WORDS_DAYS:
                first[one] = known
    return [
        weighed(WORDS, day, (direction,), sayings, factor)
        for (day, (direction, _, factor)), sayings in sorted(found.items(), key=lambda item: (item[0][0], str(item[0][1])))
    ]


def order(one: Heard) -> tuple[int, str, int, int, str]:
    """Sayings by day; of one day those whose speaker is known first, then as the documents' ids and their texts have them."""
    day, (direction, _, _), report = one
    return day, f"{report.speaker is None}{report.story.document.id}", report.span.start, report.span.end, direction[0]
