"""How warmly a statement speaks of each other side: its acts, and the words of its content, negation turned round."""

from __future__ import annotations

from dataclasses import replace

from dragoman.knowledge.actors import is_state
from dragoman.knowledge.attitude import act_warmth, warmth
from dragoman.knowledge.language import closed
from dragoman.records import Document, Stance, Statement

NEGATION_REACH = 4  # words behind "not" whose warmth is turned round
WIDTH = 0.5  # half of the interval: two readers of the development articles differ by less
MEDIATES = frozenset({"mediat", "mediator", "mediation", "broker", "host", "facilitat"})


def stance(document: Document) -> Document:
    """Fill ``stance`` of every statement toward the actors that are not the speaker's side."""
    return replace(document, statements=tuple(replace(s, stance=toward(document, s)) for s in document.statements))


def toward(document: Document, statement: Statement) -> tuple[Stance, ...]:
    """The stance toward each foreign actor that a statement is about."""
    if statement.voice_of is None and statement.speaker is None:
        return ()
    own = {statement.voice_of, statement.speaker}
    targets = [actor for actor in statement.about if actor not in own and counts(actor)]
    if not targets:
        return ()
    value = attitude(document, statement)
    aimed = aimed_at(document, statement, targets)
    found = []
    for actor in targets:
        own_value = value if actor in aimed else 0.0
        if abs(own_value) < 0.3 and actor not in aimed:
            continue
        found.append(interval(actor, own_value))
    return tuple(found)


def counts(actor: str) -> bool:
    """Whether stance toward an actor is told."""
    return is_state(actor[:3]) or actor.startswith(("org:", "group:"))


def interval(actor: str, value: float) -> Stance:
    """A stance with its interval, inside -2 and 2."""
    value = round(max(-2.0, min(2.0, value)), 1)
    return Stance(actor, value, round(max(-2.0, value - WIDTH), 1), round(min(2.0, value + WIDTH), 1))


def aimed_at(document: Document, statement: Statement, targets: list[str]) -> list[str]:
    """The actors a statement is aimed at: all that it names, but of several in a reproach the first, in mediation none warmly."""
    words = [t.norm for t in document.tokens if any(c.covers(t.span) for c in statement.content)]
    if len(targets) == 1:
        return targets
    order = [m.actor for m in document.mentions if m.actor in targets and any(c.covers(m.span) for c in statement.content)]
    first = [next((a for a in order if a), targets[0])]
    if any(w.startswith(tuple(MEDIATES)) for w in words):
        return [a for a in first if a]
    if statement.acts and statement.acts[0] in ("criticism", "threat", "conditional_threat", "demand"):
        return [a for a in first if a]
    return targets


def attitude(document: Document, statement: Statement) -> float:
    """One value for a statement: its main act's warmth, drawn toward that of its words."""
    base = act_warmth().get(statement.acts[0] if statement.acts else "assessment", 0.0)
    words = [t.norm for t in document.tokens if t.word and any(c.covers(t.span) for c in statement.content)]
    positive = negative = 0.0
    turned = 0
    for word in words:
        if word in closed("negations") or word.endswith("n't"):
            turned = NEGATION_REACH
            continue
        value = warmth().of(word)
        if turned:
            value, turned = -0.5 * value, turned - 1
        positive += max(0.0, value)
        negative += min(0.0, value)
    lexical = (positive + negative) / max(2.0, (positive - negative) ** 0.5 * 1.5)
    if base and lexical * base < 0 and abs(base) >= 0.7:
        lexical *= 0.3  # a reproach in warm words is still a reproach
    return max(-2.0, min(2.0, base + lexical))
