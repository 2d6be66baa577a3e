"""An encoder's names weighed against the rules': lists know whom a name means, the encoder knows what is a name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from dragoman.annotate.persons import after_title, before_apposition
from dragoman.annotate.stream import first_at, is_dateline, norm, sorted_mentions
from dragoman.knowledge import gazetteer
from dragoman.knowledge.language import closed, name_words, title_words
from dragoman.records import Document, Mention, Span

LISTED = "known-name"
REACH = 400  # characters; no name is longer
TOWARD_TOWN = frozenset({"in", "at", "near", "of", "from", "outside"})
SURE = 0.6  # score from which the encoder's person outweighs a state of the same words ("Jordan", "Chad")


def proposed_names(document: Document) -> Document:
    """The names of a document after an encoder was heard; without one they stay as the rules made them."""
    seen = sorted((m for m in document.proposals.mentions if m.kind == "name" and m.subtype != "demonym"), key=lambda m: m.span)
    if not document.proposals.mentions:
        return document
    seen = [trimmed(document, m) for m in seen]
    persons = frozenset(document.words(m.span) for m in seen if m.type == "person")
    kept = [m for m in document.mentions if stands(document, m, seen, persons)]
    starts = sorted(kept, key=lambda m: m.span)
    added = [m for m in seen if welcome(m, starts) and not (m.type == "person" and (is_rank(document, m) or is_town(document, m, seen)))]
    return replace(document, mentions=sorted_mentions([*kept, *added]))


def trimmed(document: Document, mention: Mention) -> Mention:
    """A name without a possessive before it: "Its Naval Force"."""
    first = first_at(document.tokens, mention.span.start)
    own = document.tokens[first + 1].span if first + 1 < len(document.tokens) else mention.span
    if document.tokens[first].norm not in closed("possessives") or own.start >= mention.span.end:
        return mention
    return replace(mention, span=Span(own.start, mention.span.end))


def is_town(document: Document, mention: Mention, seen: Sequence[Mention]) -> bool:
    """Whether a guessed person is a town that somebody is in or comes from: "in San Pedro Sula", "the governor of Médenine"."""
    words = document.words(mention.span)
    before = norm(document, first_at(document.tokens, mention.span.start) - 1)
    if not is_dateline(document, mention.span) and (before not in TOWARD_TOWN or not gazetteer.known(words)):
        return False
    family = words.split()[-1]
    return not any(m.type == "person" and m.span != mention.span and document.words(m.span).endswith(f" {family}") for m in seen)


def is_rank(document: Document, mention: Mention) -> bool:
    """Whether the words of a name are those of an office, a rank or an address alone: "Lt. Gen.", "Highness"."""
    words = tuple(
        t.norm for t in document.tokens[first_at(document.tokens, mention.span.start) : first_at(document.tokens, mention.span.end)]
    )
    if all(word in name_words("not_names") for word in words):
        return True
    return len(words) > 1 and all(word == "." or (word,) in title_words().heads or (word, ".") in title_words().heads for word in words)


def rivals(mention: Mention, others: Sequence[Mention]) -> list[Mention]:
    """The mentions among some sorted ones that touch a mention."""
    low = bisect_left(others, mention.span.start - REACH, key=lambda m: m.span.start)
    high = bisect_left(others, mention.span.end, key=lambda m: m.span.start)
    return [m for m in others[low:high] if m.span.touches(mention.span)]


def stands(document: Document, mention: Mention, seen: Sequence[Mention], persons: frozenset[str]) -> bool:
    """Whether a rule's name stands; ``persons`` are the words that the encoder takes for a person anywhere in the document.

    A listed name stands unless a person's is longer, a person where the encoder sees one or a title tells, others where
    nothing is seen.
    """
    if mention.subtype is not None and mention.by != LISTED:
        return True  # "the weekly X" is better evidence than the encoder's
    touching = rivals(mention, seen)
    if mention.type == "person":
        return any(s.type == "person" for s in touching) or document.words(mention.span) in persons or titled(document, mention)
    if mention.by == LISTED:
        return not any(s.type == "person" and s.score >= SURE and encloses(s, mention) for s in touching)
    if mention.type == "organisation" and touching and all(begins_before(mention, s) for s in touching):
        return True  # "Voice of the Cedar", of which the encoder saw "Cedar radio"
    return not touching and mention.type != "other"


def begins_before(mention: Mention, other: Mention) -> bool:
    """Whether two names cross, or the other lies at the end of the first."""
    return mention.span.start < other.span.start < mention.span.end and other.type == "organisation"


def titled(document: Document, mention: Mention) -> bool:
    """Whether a title or an honorific stands beside a name."""
    start, end = first_at(document.tokens, mention.span.start), first_at(document.tokens, mention.span.end - 1)
    return after_title(document, start) or before_apposition(document, end)


def encloses(outer: Mention, inner: Mention) -> bool:
    """Whether a mention is the longer one of two, with the other inside."""
    return outer.span.covers(inner.span) and outer.span != inner.span


def welcome(mention: Mention, kept: Sequence[Mention]) -> bool:
    """Whether an encoder's name is added: where no rule's name stands, or round a listed one that is part of it."""
    return all(other.type != "person" and encloses(mention, other) for other in rivals(mention, kept))
