"""Chains of names: which names of a document stand for one person or body.

Names come first: a family name alone joins the full name that bears it; a name that two persons bear joins neither.
Nominals and pronouns are read afterwards, each against what was named before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace

from dragoman.knowledge.language import title_words, word_set
from dragoman.knowledge.offices import person as known_person
from dragoman.knowledge.offices import plain, spelled
from dragoman.records import Document, Mention, Span, Title
from dragoman.resolve.slugs import slug

PARTICLES = frozenset({"al", "el", "bin", "ibn", "van", "von", "der", "de", "del", "di", "da", "la", "le"})
NO_NAMES = frozenset({"prime", "sheikh", "minister", "president", "general", "foreign", "deputy", "king", "vice", "colonel", "ambassador"})
HONORIFICS = frozenset({"dr", "mr", "mrs", "ms", "md", "sir", "don", "dona"})


@dataclass(slots=True)
class Person:
    """A person while his chain grows: his longest name, its words, the titles beside him, and his gender where a word told it."""

    id: str
    name: str
    words: tuple[str, ...]
    titles: list[Title] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    gender: str | None = None


def chains(document: Document) -> Document:
    """Set ``actor`` of the names of persons and bodies."""
    by_span = {span: person for person in people(document) for span in person.spans}
    return replace(document, mentions=tuple(with_actor(document, m, by_span) for m in document.mentions))


def people(document: Document) -> list[Person]:
    """The persons of a document, in the order in which they are first named."""
    mentions = [m for m in document.mentions if m.type == "person" and m.kind == "name"]
    found: list[Person] = []
    bearers: dict[str, list[Person]] = {}
    for mention in sorted(mentions, key=lambda m: (-len(name_words(document, m)), m.span)):
        words = name_words(document, mention)
        if not words:
            continue
        near = {id(p): p for w in (words[-1], words[0]) for p in bearers.get(w, [])}
        same = [p for p in near.values() if bears(p.words, words)]
        if len(same) == 1 or (same and len(words) > 1):
            same[0].spans.append(mention.span)
        elif not same and not title_alone(words):
            name = clean(document.words(mention.span))
            person = Person(f"person:{slug(canonical(name))}", name, words, [], [mention.span])
            found.append(person)
            for word in dict.fromkeys(words):
                bearers.setdefault(word, []).append(person)
    return sorted(unique_ids(found), key=lambda p: min(p.spans))


def canonical(name: str) -> str:
    """A full name as the table of offices spells it where it is one holder's, so that all spellings of him have one id in an archive."""
    holders = known_person(name) if " " in name else ()
    return holders[0].terms[0].person if len(holders) == 1 and spelled(name) in holders[0].names else name


def title_alone(words: tuple[str, ...]) -> bool:
    """Whether a supposed name is only a word of office, rank or writing: "Prime", "Sheikh", "Communique"."""
    return len(words) == 1 and words[0] in NO_NAMES | title_words().person_nouns | word_set("nominals", "documents")


def unique_ids(found: list[Person]) -> list[Person]:
    """The persons with ids of their own: two of one slug are one person."""
    kept: dict[str, Person] = {}
    for person in found:
        if person.id in kept:
            kept[person.id].spans += person.spans
        else:
            kept[person.id] = person
    return list(kept.values())


def clean(name: str) -> str:
    """A name without line breaks or doubled blanks."""
    return " ".join(name.split())


def name_words(document: Document, mention: Mention) -> tuple[str, ...]:
    """The folded words of a person's name without particles, honorifics and initials' dots."""
    words = plain(document.words(mention.span)).replace(".", " ").replace("'s", "").split()
    return tuple(w for w in words if w not in PARTICLES and w not in HONORIFICS) or tuple(words)


def bears(known: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether a shorter name fits a longer one: its words in the same order, the family name among them."""
    if known == words:
        return True
    if len(words) == 1:
        return words[0] in known
    rest = iter(known)
    if all(any(w == k or (len(w) == 1 and k.startswith(w)) or (len(k) == 1 and w.startswith(k)) for k in rest) for w in words):
        return True
    return known[-1] == words[-1] and (known[0] == words[0] or (len(words[0]) == 1 and known[0].startswith(words[0])))


def with_actor(document: Document, mention: Mention, by_span: dict[Span, Person]) -> Mention:
    """A name with the id of its actor."""
    if mention.kind != "name" or mention.actor is not None or mention.candidates:
        return mention
    if mention.type == "person":
        person = by_span.get(mention.span)
        return replace(mention, actor=person.id) if person else mention
    if mention.type == "organisation":
        return replace(mention, actor=f"org:{slug(document.words(mention.span))}")
    return mention


def persons_of(document: Document) -> list[Person]:
    """The persons of a document whose names carry their ids, with the titles that stand beside them."""
    found: dict[str, Person] = {}
    by_span: dict[Span, Person] = {}
    for mention in document.mentions:
        if mention.type != "person" or mention.kind != "name" or mention.actor is None:
            continue
        person = found.setdefault(mention.actor, Person(mention.actor, "", ()))
        name = clean(document.words(mention.span))
        if len(name.split()) > len(person.name.split()):
            person.name, person.words = name, name_words(document, mention)
        person.spans.append(mention.span)
        by_span[mention.span] = person
    for title in document.titles:
        for holder in title.holders:
            if holder in by_span:
                by_span[holder].titles.append(title)
                by_span[holder].states += [title.of] if title.of else []
    for person in found.values():
        if person.titles and not person.states:
            person.states += [home for span in person.spans[:3] if (home := nationality(document, span)) is not None][:1]
    return list(found.values())


NATIONAL = re.compile(r"(?: [a-z][\w-]+){0,3},? (?:[A-Z]\w{0,7}\.? )?$")


def nationality(document: Document, span: Span) -> str | None:
    """The state of a demonym right before a name: "the Nauruan, Mr X", "his Croatian opposite number, X"."""
    stop = bisect_left(document.mentions, span.start, key=lambda m: m.span.start)
    for mention in reversed(document.mentions[max(0, stop - 4) : stop]):
        if mention.subtype == "demonym" and mention.actor and span.start - mention.span.end < 50:
            between = document.text[mention.span.end : span.start]
            return mention.actor if NATIONAL.fullmatch(between) else None
    return None
