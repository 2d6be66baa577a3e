"""Events: the words that name a deed between states, and the words that name its doer and its other side.

Verbs take the party before them and the party behind them, passives the other way round; nouns take a possessive or
an adjective before them and what hangs on "on", "with", "between" or "against" behind them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.annotate.stream import in_header, mentions_in, norm, raw, span_of, within
from dragoman.knowledge.actors.conflicts import conflict_in
from dragoman.knowledge.language import closed
from dragoman.knowledge.ontologies import INTENSITY, QUADS
from dragoman.knowledge.triggers import Trigger, signs, triggers
from dragoman.records import Document, Event, Mention, Span

BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "got"})
REACH = 14  # tokens between a trigger and a party: beyond it the party belonged to another clause in most training articles
PARTY = frozenset({"state", "organisation"})
NOUN_LINKS = frozenset({"on", "against", "with", "between", "to", "in", "into", "from", "by", "of", "for", "at", "among"})


@dataclass(frozen=True, slots=True)
class Sides:
    """The spans that name the doer and the other side."""

    actor: tuple[Span, ...]
    recipient: tuple[Span, ...]


def events(document: Document) -> Document:
    """Fill ``events`` in the order of their triggers; parties are spans here, ids come later."""
    found: list[Event] = []
    for sentence in document.sentences:
        if not in_header(document, sentence.start):
            found += in_sentence(document, sentence)
    return replace(document, events=tuple(replace(e, id=f"e{n}") for n, e in enumerate(sorted(found, key=lambda e: e.trigger), 1)))


def in_sentence(document: Document, sentence: Span) -> Iterator[Event]:
    """The events that one sentence tells."""
    tokens = within(document, sentence)
    parties = [m for m in mentions_in(document, sentence) if is_party(m)]
    at = tokens.start
    while at < tokens.stop:
        trigger = trigger_at(document, at, tokens)
        if trigger is None:
            at += 1
            continue
        end = at + len(trigger.words) - 1
        sides = (
            noun_sides(document, at, end, parties, tokens)
            if trigger.shape == "noun"
            else verb_sides(document, at, end, trigger, parties, tokens)
        )
        if trigger.words[0] == "victory":
            end = war_end(document, at, end, tokens)
        yield event(document, trigger, span_of(document, at, end), sides, sentence)
        at = end + 1


def war_end(document: Document, at: int, end: int, tokens: range) -> int:
    """Last token of "victory in the Karabakh War"."""
    for stop in range(end, min(end + 6, tokens.stop)):
        if norm(document, stop) in ("war", "conflict", "battle", "campaign"):
            return stop
    return end


def is_party(mention: Mention) -> bool:
    """Whether a mention can be a side of an event."""
    return (
        (mention.type in PARTY and mention.subtype not in ("media", "company", "ngo"))
        or mention.type == "person"
        or mention.subtype == "parties"
        or mention.kind == "pronoun"
    )


def trigger_at(document: Document, at: int, tokens: range) -> Trigger | None:
    """The longest trigger whose words stand here and are used as a deed."""
    for trigger in triggers().get(norm(document, at), ()):
        if at + len(trigger.words) > tokens.stop or any(norm(document, at + i) != w for i, w in enumerate(trigger.words)):
            continue
        if used_as(document, at, trigger) and not idiom(document, at, len(trigger.words)):
            return trigger
    return None


def used_as(document: Document, at: int, trigger: Trigger) -> bool:
    """Whether a verb form stands as a verb and a noun as a noun."""
    before = norm(document, at - 1)
    introduced = before in closed("determiners") - {"both", "all"} or before in closed("possessives") or before == "'s"
    if trigger.shape == "noun":
        return raw(document, at)[:1].islower() or not raw(document, at + 1)[:1].isupper()
    if introduced and trigger.shape != "participle":
        return False
    if trigger.shape == "base":
        return (
            before in closed("modals")
            or before in ("to", "not", "they", "we", "i", "and", "n't", "who", "or", "will", "did", "ready")
            or norm(document, at - 1).endswith("s")
        )
    if trigger.shape in ("ing",) and norm(document, at + 1) == "of":
        return False
    return not (raw(document, at)[:1].isupper() and raw(document, at - 1)[:1].isupper())


def idiom(document: Document, at: int, length: int) -> bool:
    """Whether the neighbours make a trigger another thing than a deed between states."""
    before, after = norm(document, at - 1), " ".join(norm(document, at + length + i) for i in range(2))
    return before in signs("before") or any(after.startswith(words) for words in signs("after"))


# ---- who and whom


def verb_sides(document: Document, at: int, end: int, trigger: Trigger, parties: list[Mention], tokens: range) -> Sides:
    """Doer and other side of a verb."""
    begin = document.tokens[at].span.start
    left = nearest_left(document, begin, parties, at)
    right = chain_right(document, end, parties)
    passive = trigger.shape in ("participle", "past") and any(norm(document, i) in BE for i in range(max(tokens.start, at - 3), at))
    if passive:
        agent = by_agent(document, end, parties, tokens)
        return Sides(agent, left)
    return Sides(left, right)


def nearest_left(document: Document, begin: int, parties: list[Mention], at: int) -> tuple[Span, ...]:
    """The party that is the subject: the first of its clause, before the verb."""
    near = [m for m in parties if m.span.end <= begin and begin - m.span.end < 160 and m.subtype != "demonym" and not oblique(document, m)]
    clause = [m for m in near if not re.search(r"[;:]|\b(?:that|which|while|but|because)\b", document.text[m.span.end : begin])]
    if not clause:
        demonyms = [
            m
            for m in parties
            if m.span.end <= begin
            and begin - m.span.end < 60
            and m.subtype == "demonym"
            and not re.search(r"[;:,]|\bthat\b", document.text[m.span.end : begin])
        ]
        return (demonyms[-1].span,) if demonyms else ()
    last = clause[-1]
    joined = [m for m in clause if m is not last and re.fullmatch(r",?\s(?:and|,)?\s?", document.text[m.span.end : last.span.start] or " ")]
    return tuple(m.span for m in (*joined, last))


def oblique(document: Document, mention: Mention) -> bool:
    """Whether a preposition before it makes a mention no subject."""
    before = document.text[max(0, mention.span.start - 12) : mention.span.start].casefold().split()
    return bool(before) and (
        before[-1] in closed("prepositions") or (len(before) > 1 and before[-1] == "the" and before[-2] in closed("prepositions"))
    )


def chain_right(document: Document, end: int, parties: list[Mention]) -> tuple[Span, ...]:
    """The parties behind a verb: the nearest, and those joined to it by "and"."""
    begin = document.tokens[end].span.end
    behind = [m for m in parties if m.span.start >= begin and m.span.start - begin < 110]
    behind = [
        m
        for m in behind
        if not re.search(r"[;:.]|\b(?:that|which|while|but|because|said|after|before)\b", document.text[begin : m.span.start])
    ]
    if not behind:
        return ()
    found = [behind[0]]
    for mention in behind[1:]:
        if re.fullmatch(r"\s*(?:,|and|,\s*and|'s|or)\s*(?:the\s)?", document.text[found[-1].span.end : mention.span.start]):
            found.append(mention)
        elif mention.span.start >= found[-1].span.end:
            break
    return tuple(m.span for m in found)


def by_agent(document: Document, end: int, parties: list[Mention], tokens: range) -> tuple[Span, ...]:
    """The doer behind "by" in a passive."""
    for at in range(end + 1, min(end + 8, tokens.stop)):
        if norm(document, at) == "by":
            start = document.tokens[at].span.end
            return tuple(m.span for m in parties if 0 <= m.span.start - start < 30)[:1]
    return ()


def noun_sides(document: Document, at: int, end: int, parties: list[Mention], tokens: range) -> Sides:
    """Doer and other side of a noun: "Azerbaijan's attack on X", "talks between A and B", "sanctions against X"."""
    begin = document.tokens[at].span.start
    left = [
        m
        for m in parties
        if m.span.end <= begin and begin - m.span.end < 26 and not re.search(r"[,;:.]", document.text[m.span.end : begin])
    ]
    actor = tuple(m.span for m in left[-1:])
    link = norm(document, end + 1)
    right = chain_right(document, end, parties) if link in NOUN_LINKS else ()
    if link in ("between", "among") and right:
        return Sides(right, right if len(right) > 1 else ())
    if link in ("by", "of") and right and not actor:
        return Sides(right[:1], ())
    if not actor:
        subject = nearest_left(document, begin, parties, at)
        return Sides(subject, right)
    return Sides(actor, right)


# ---- the event


def event(document: Document, trigger: Trigger, span: Span, sides: Sides, sentence: Span) -> Event:
    """The event of a trigger and its sides."""
    statement = holding(document, span)
    conflict = (
        conflict_in(document.words(Span(span.start, min(sentence.end, span.end + 60))))
        if trigger.words[0] in ("victory", "war", "act", "acting", "mediate", "mediating")
        else None
    )
    context = ("military",) if trigger.type in ("ASSAULT", "MOBILIZE") else ("diplomatic",)
    return Event(
        id="", type=trigger.type, trigger=span, mode=trigger.mode, context=context, cameo=trigger.cameo, quad=QUADS[trigger.type], intensity=INTENSITY[trigger.type],
        actor_span=tuple(sorted(set(sides.actor))), recipient_span=tuple(sorted(set(sides.recipient))), place=conflict.name if conflict else None,
        factuality=factuality(document, span, sentence, trigger), via=statement, by=f"trigger-{trigger.shape}",
    )  # fmt: skip


def holding(document: Document, span: Span) -> str | None:
    """The innermost statement in whose content a trigger lies."""
    inside = [s for s in document.statements if any(c.covers(span) for c in s.content)]
    best = min(inside, key=lambda s: (sum(c.end - c.start for c in s.content), s.id), default=None)
    return best.id if best else None


def factuality(document: Document, span: Span, sentence: Span, trigger: Trigger) -> str:
    """Whether it happened, goes on, is planned, conditional, only thought of, or denied: by the words before the trigger."""
    clause = re.split(r"[;:\u2014\"\u201c\u201d]|,\s(?:and|but|while)\s", document.text[sentence.start : span.start])[-1]
    words = f" {clause.casefold().replace(chr(8217), chr(39))} "
    near = " ".join(words.split()[-6:])
    if any(f" {sign} " in f" {near} " for sign in signs("negated")) or "n't " in f"{near} ":
        return "negated"
    if any(f" {sign} " in words for sign in signs("conditional") if sign != "should"):
        return "conditional"
    if any(f" {sign} " in f" {near} " for sign in signs("planned")):
        return "planned"
    if any(f" {sign} " in f" {near} " for sign in signs("hypothetical") if sign != "to" or trigger.shape == "base"):
        return "hypothetical"
    if trigger.shape == "ing" or (any(f" {sign} " in f" {near} " for sign in signs("ongoing")) and trigger.shape in ("ing", "base")):
        return "ongoing"
    return "actual"
