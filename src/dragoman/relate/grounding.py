"""Whether an event's own words say who did it to whom: what a reader only infers from the context moves no figure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from dragoman.records import Document, Event, Mention, Span

LONGEST = 200  # characters of a mention; none that names a party is longer
PURPOSE = re.compile(r"\bto\s+(?:\w+ly\s+)?$", re.IGNORECASE)
PLACED = re.compile(r"\b(?:in|at|near) (?:the )?$", re.IGNORECASE)  # where two meet is no third that meets them
HANGS = re.compile(r"(?: \w+){0,2} (?:from|to|in|into|against|with|out of)(?: the| its| \w+ of)?(?: \w+)? ", re.IGNORECASE)
REACH = 60  # characters behind an object within which the other side may hang on it
LEANING = re.compile(r"\b(?:pro|anti)[-\u2010\u2011 ]$", re.IGNORECASE)
BACKED = re.compile(r"[-\u2010\u2011](?:backed|led|linked|held|born|made|style|occupied|controlled|supported|sponsored|allied|aligned)\b")
BEFORE = 24  # characters before a trigger that hold "to" and an adverb


def told(document: Document, event: Event, actor: str, recipient: str) -> bool:
    """Whether the words that name the doer name this actor or somebody who holds office for it, and so for the other side."""
    if mutual(event):
        both = tuple(span for span in (*event.actor_span, *event.recipient_span) if not PLACED.search(document.text, *before(span)))
        return stands_for(document, both, actor) and stands_for(document, both, recipient)
    spans = (event.actor_span, event.recipient_span)
    if not stands_for(document, spans[0], actor):
        return False
    return stands_for(document, spans[1], recipient) or (stands_for(document, spans[1], actor) and behind(document, spans[1], recipient))


def before(span: Span) -> tuple[int, int]:
    """The few characters before a stretch."""
    return max(0, span.start - BEFORE), span.start


def behind(document: Document, spans: Sequence[Span], side: str) -> bool:
    """Whether a side hangs by a preposition on the words that name the object: "recalled its ambassador from Norway"."""
    end = max(span.end for span in spans)
    return any(
        mention.span.start >= end and names(document, mention, side) and HANGS.fullmatch(document.text, end, mention.span.start) is not None
        for mention in touching(document, Span(end, end + REACH))
    )


def mutual(event: Event) -> bool:
    """Whether both sides do it, so that either may be named in either place."""
    return event.type == "CONSULT" or not event.recipient


def stands_for(document: Document, spans: Iterable[Span], side: str) -> bool:
    """Whether one of some stretches names a side, or somebody who holds an office of it."""
    return any(names(document, mention, side) for span in spans for mention in touching(document, span))


def names(document: Document, mention: Mention, side: str) -> bool:
    """Whether a mention means a side; "pro-Russian" and "Russian-backed" mean somebody else."""
    if LEANING.search(document.text, max(0, mention.span.start - 5), mention.span.start) or BACKED.match(document.text, mention.span.end):
        return False
    if mention.actor == side or side in mention.members:
        return True
    held = next((actor.offices for actor in document.actors if actor.id == mention.actor), ())
    return any(office.of == side and office.status != "former" for office in held)


def touching(document: Document, span: Span) -> Iterator[Mention]:
    """The mentions that share a character with a stretch."""
    mentions = document.mentions
    at = bisect_left(mentions, span.start - LONGEST, key=lambda m: m.span.start)
    while at < len(mentions) and mentions[at].span.start < span.end:
        if mentions[at].span.touches(span):
            yield mentions[at]
        at += 1


def intended(document: Document, event: Event) -> bool:
    """Whether a deed stands in the infinitive, "to seize the island": what one means to do is not done."""
    return PURPOSE.search(document.text, max(0, event.trigger.start - BEFORE), event.trigger.start) is not None
