"""How warmly a statement speaks of each other side: its acts, and the words of its content, negation turned round.

Where a content names several others, each warm or cold word counts for the one named nearest to it: "support for
Ukraine against Russian aggression" is warm toward the one and cold toward the other.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from math import sqrt

from dragoman.knowledge.actors import is_state
from dragoman.knowledge.attitude import act_warmth, warmth
from dragoman.knowledge.language import closed
from dragoman.records import Document, Span, Stance, Statement, Token
from dragoman.resolve.about import actors_in

NEGATION_REACH = 4  # words behind "not" whose warmth is turned round
WIDTH = 0.5  # half of the interval: two readers of the development articles differ by less
NEUTRAL = 0.5  # below it a remark takes no side; the format's own line between neutral and not
SECOND = 0.5  # what a second act weighs beside the main one
FIRM = 0.7  # warmth of an act from which words of the other sign only temper it
TEMPERED = 0.3  # what such words still count
MEDIATES = ("mediat", "broker", "facilitat")
BETWEEN = re.compile(r"\bbetween\b")
HOSTS = frozenset({"host", "hosts", "hosted", "hosting"})
REPROACH = frozenset({"criticism", "threat", "conditional_threat", "demand"})

Told = tuple[Token, float]


def stance(document: Document) -> Document:
    """Fill ``stance`` of every statement toward the actors that are not the speaker's side."""
    return replace(document, statements=tuple(replace(s, stance=toward(document, s)) for s in document.statements))


def toward(document: Document, statement: Statement) -> tuple[Stance, ...]:
    """The stance toward each foreign actor that a statement takes one to, by actor."""
    own = {statement.voice_of, statement.speaker}
    targets = [actor for actor in statement.about if actor not in own and counts(actor)]
    named = naming(document, statement, targets)
    if statement.voice_of is None:
        targets = list(named) if len(named) == 1 else []
    if not targets:
        return ()
    words = shared_out(targets, named, list(warm_words(document, statement)))
    aimed = aimed_at(document, statement, targets, named, words)
    values = {a: attitude(statement, words[a]) if a in aimed else lexical(words[a]) for a in targets}
    alone = len(targets) == 1 and bool(named)
    sided = len(named) > 1 and not mediates(document, statement)
    return tuple(interval(a, values[a]) for a in targets if alone or (abs(values[a]) >= NEUTRAL and (a in aimed or sided)))


def counts(actor: str) -> bool:
    """Whether stance toward an actor is told."""
    return is_state(actor[:3]) or actor.startswith(("org:", "group:"))


def interval(actor: str, value: float) -> Stance:
    """A stance with its interval, inside -2 and 2."""
    value = tenth(value)
    return Stance(actor, value, tenth(value - WIDTH), tenth(value + WIDTH))


def tenth(value: float) -> float:
    """A value of the scale from -2 to +2, to a tenth; 0 never bears a minus, which one database keeps and the other drops."""
    return round(max(-2.0, min(2.0, value)), 1) + 0.0


def naming(document: Document, statement: Statement, targets: list[str]) -> dict[str, list[Span]]:
    """The targets that the content names, in the order of the text, with where."""
    found: dict[str, list[Span]] = {}
    for span in statement.content:
        for actor, mention in actors_in(document, span):
            if actor in targets:
                found.setdefault(actor, []).append(mention.span)
    return found


def aimed_at(
    document: Document, statement: Statement, targets: list[str], named: dict[str, list[Span]], words: dict[str, list[float]]
) -> list[str]:
    """The actors that the acts of a statement are aimed at: in a reproach the one named most coldly, else all not named coldly.

    Who goes between two is warm toward neither. Where he does not say between whom, it is the first that he names.
    """
    if between(document, statement) & {*targets}:
        return [actor for actor in targets if actor not in between(document, statement)]
    if len(targets) == 1:
        return targets
    if mediates(document, statement):
        return list(named)[:1] or targets[:1]
    if statement.acts and statement.acts[0] in REPROACH:
        return [min(named, key=lambda actor: sum(words[actor]))] if named else targets[:1]
    return [actor for actor in targets if sum(words[actor]) >= 0]


def mediates(document: Document, statement: Statement) -> bool:
    """Whether a content speaks of going between."""
    return any(token.norm.startswith(MEDIATES) or token.norm in HOSTS for token in words_of(document, statement))


def between(document: Document, statement: Statement) -> frozenset[str]:
    """The sides between which a content speaks of going: those named behind its "between"."""
    if not mediates(document, statement):
        return frozenset()
    found: set[str] = set()
    for span in statement.content:
        at = BETWEEN.search(document.text, span.start, span.end)
        if at:
            found |= {actor for actor, _ in actors_in(document, Span(at.end(), span.end))}
    return frozenset(found - {statement.voice_of})


def shared_out(targets: list[str], named: dict[str, list[Span]], told: list[Told]) -> dict[str, list[float]]:
    """The warm and cold words that count for each target: all for a target alone, else those nearest to its name."""
    if len(named) < 2:
        return {actor: [value for _, value in told] for actor in targets}
    found: dict[str, list[float]] = {actor: [] for actor in targets}
    places = sorted((span.start, actor) for actor, spans in named.items() for span in spans)
    for token, value in told:
        at = bisect_left(places, (token.span.start, ""))
        near = places[max(0, at - 1) : at + 1]
        _, actor = min(near, key=lambda place: (abs(place[0] - token.span.start), place))
        found[actor].append(value)
    return found


def words_of(document: Document, statement: Statement) -> Iterator[Token]:
    """The tokens of a content."""
    for span in statement.content:
        start = bisect_left(document.tokens, span.start, key=lambda t: t.span.start)
        for at in range(start, bisect_left(document.tokens, span.end, key=lambda t: t.span.start)):
            yield document.tokens[at]


def warm_words(document: Document, statement: Statement) -> Iterator[Told]:
    """The warm and cold words of a content with their values, turned round behind a negation."""
    turned = 0
    for token in words_of(document, statement):
        if not token.word:
            continue
        if token.norm in closed("negations") or token.norm.endswith("n't"):
            turned = NEGATION_REACH
            continue
        value = warmth().of(token.norm)
        if turned:
            value, turned = -0.5 * value, turned - 1
        if value:
            yield token, value


def lexical(values: list[float]) -> float:
    """The warmth of some words together: their sum, damped as they grow many."""
    return sum(values) / max(2.0, 1.5 * sqrt(sum(abs(value) for value in values)))


def attitude(statement: Statement, values: list[float]) -> float:
    """One value: the warmth of the acts, drawn toward that of the words."""
    base = sum(act_warmth().get(act, 0.0) * (SECOND if at else 1.0) for at, act in enumerate(statement.acts or ("assessment",)))
    drawn = lexical(values)
    if base and drawn * base < 0 and abs(base) >= FIRM:
        drawn *= TEMPERED  # a reproach in warm words is still a reproach
    return max(-2.0, min(2.0, base + drawn))
