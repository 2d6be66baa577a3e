"""Who was talked of last while a document is read in order: what every nominal and pronoun is read against."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from dragoman.knowledge.language import title_words, word_set
from dragoman.records import Document, Mention, Span, Title
from dragoman.resolve.chains import Person
from dragoman.resolve.index import covered, quoted, sentence_index

REACH = 3  # sentences back that a pronoun looks; beyond it precision fell on the training articles
UNNAMED = ""  # stands in memory for "a reporter", to whom a pronoun may refer as well
MEMORY = 40  # mentions of each kind that are kept in mind: more than a reader does


NOBODY_YET = re.compile(r"\s+(?:would|will|should|may|might|could|must|shall|can)\b")  # "an ambassador would be named": no one yet


@dataclass(frozen=True, slots=True)
class Body:
    """An institution that was named: its state, its head noun, and the fields in its name ("foreign", "defence")."""

    actor: str
    word: str
    fields: frozenset[str]


@dataclass(slots=True)
class Focus:
    """Who was talked of last, each with where: persons, states, institutions, and who spoke."""

    persons: list[tuple[Span, str]] = field(default_factory=list)
    states: list[tuple[Span, str]] = field(default_factory=list)
    bodies: list[Body] = field(default_factory=list)
    speakers: list[tuple[Span, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Scene:
    """What does not change while a document is read: its persons, titles by span and the sources of its statements."""

    document: Document
    persons: dict[str, Person]
    titles: dict[Span, Title]
    sources: tuple[Span, ...]
    owners: dict[Span, str]
    told: tuple[int, ...]
    home: str | None = None


def told_at(scene: Scene, offset: int) -> int:
    """The number of the narrator's sentence that holds or precedes an offset: a long quotation puts nobody out of mind."""
    index = sentence_index(scene.document, offset)
    return scene.told[index] if index >= 0 else 0


def note(scene: Scene, focus: Focus, mention: Mention) -> None:
    """Remember a mention as the last of its kind; a source makes its actor the last speaker."""
    if is_unnamed(scene, mention):
        remember(focus.persons, (mention.span, UNNAMED))
    if mention.actor is None or (mention.kind == "pronoun" and quoted(scene.document, mention.span.start)):
        return
    if mention.type == "person":
        remember(focus.persons, (mention.span, mention.actor))
    elif mention.type in ("state", "organisation") and mention.subtype != "demonym":
        remember(focus.states, (mention.span, mention.actor))
        if mention.subtype == "government":
            words = scene.document.words(mention.span).casefold().split()
            focus.bodies.append(Body(mention.actor, last_word(scene.document, mention), fields_of(words)))
            del focus.bodies[:-MEMORY]
    if mention.subtype != "demonym" and mention.type in ("person", "state", "organisation") and covered(scene.sources, mention.span):
        remember(focus.speakers, (mention.span, mention.actor))


def is_unnamed(scene: Scene, mention: Mention) -> bool:
    """Whether a mention brings in one person whom nobody can tell: "a reporter", "another diplomat", a name that two may bear."""
    if mention.kind == "name":
        return mention.type == "person" and mention.actor is None
    if mention.kind != "nominal" or mention.type != "person" or mention.actor is not None or mention.candidates:
        return False
    first = scene.document.words(mention.span).split(maxsplit=1)[0].casefold()
    if NOBODY_YET.match(scene.document.text, mention.span.end):
        return False
    return first in ("a", "an", "another", "one") and not quoted(scene.document, mention.span.start)


def remember(memory: list[tuple[Span, str]], item: tuple[Span, str]) -> None:
    """Add an item to a memory of limited length."""
    memory.append(item)
    del memory[:-MEMORY]


def last_word(document: Document, mention: Mention) -> str:
    """The head noun of an institution's phrase: "ministry" in "the Ministry of Foreign Affairs"."""
    words = document.words(mention.span).casefold().split()
    heads = word_set("nominals", "institutions")
    return next(
        (w.removesuffix("ies") + "y" if w.endswith("ies") else w for w in reversed(words) if w in heads), words[-1] if words else ""
    )


def fields_of(words: list[str]) -> frozenset[str]:
    """The fields that an institution's name tells: "foreign" in "the Foreign Ministry" and "the Ministry of Foreign Affairs"."""
    return frozenset("defence" if w == "defense" else w for w in words if w in field_words())


@cache
def field_words() -> frozenset[str]:
    """Every word that tells a field of government."""
    return frozenset(w for spelling in title_words().fields for w in spelling) - {"affairs", "of", "and", "the", "ministry"}
