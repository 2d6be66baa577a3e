"""Directed dyads of one article: whose voice speaks how warmly of whom, over all his statements."""

from __future__ import annotations

from dataclasses import replace

from dragoman.knowledge.actors import is_state
from dragoman.records import Document, Dyad, Statement
from dragoman.resolve.stance import tenth

NEUTRAL = 0.3  # below it a single remark makes no dyad
SPREAD = 0.6


def dyads(document: Document) -> Document:
    """Fill ``dyads``, sorted by who and toward whom."""
    heard: dict[tuple[str, str], list[tuple[Statement, float]]] = {}
    for statement in document.statements:
        voice = statement.voice_of
        if voice is None or not is_party(voice):
            continue
        for stance in statement.stance:
            if is_party(stance.toward) and stance.toward != voice:
                heard.setdefault((voice, stance.toward), []).append((statement, stance.value))
    deeds: dict[tuple[str, str], list[str]] = {}
    for event in document.events:
        for pair in sorted({(actor, recipient) for actor in event.actor for recipient in event.recipient}):
            deeds.setdefault(pair, []).append(event.id)
    found = [dyad(pair, said, deeds.get(pair, [])) for pair, said in sorted(heard.items()) if strong(said)]
    return replace(document, dyads=tuple(found))


def is_party(actor: str) -> bool:
    """Whether an actor can be one side of relations: a state, a part of one, or an organisation."""
    return is_state(actor[:3]) or actor.startswith("org:")


def strong(said: list[tuple[Statement, float]]) -> bool:
    """Whether statements carry an attitude, not only a mention."""
    return any(abs(value) >= NEUTRAL for _, value in said)


def dyad(pair: tuple[str, str], said: list[tuple[Statement, float]], deeds: list[str]) -> Dyad:
    """One dyad: the mean of the stances, the strong ones weighing more, with an interval that narrows with their number."""
    weights = [0.25 + abs(value) for _, value in said]
    mean = sum(w * value for w, (_, value) in zip(weights, said, strict=True)) / sum(weights)
    half = SPREAD / len(said) ** 0.5
    value = tenth(mean)
    return Dyad(*pair, value, tenth(value - half), tenth(value + half), tuple(s.id for s, _ in said), tuple(deeds))
