"""Whose words a text gives in full: turns by their labels, posts, letters by their signature, speeches, points of an agreement.

A label is a name, initials of somebody who is named ("HRC", "M"), or nobody's whom the text tells; then the speaker stays
unknown.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from dragoman.knowledge.actors import is_state
from dragoman.records import Document, Mention, Span, Statement
from dragoman.resolve.chains import clean, name_words
from dragoman.resolve.index import inside, paragraph_index
from dragoman.resolve.said import Said

FORMS = frozenset({"turn", "interview-answer", "post", "letter", "speech", "point"})
REACH = 50  # statements back to the one that holds another
MOST_LETTERS = 4  # of initials
SIGNATURE = 4  # paragraphs from the last words of a letter to its signature
BEFORE_POINTS = 3  # paragraphs before the first point of a text that name its parties


def in_full(
    document: Document, statement: Statement, done: Sequence[Statement], guest: str | None, labels: dict[str, frozenset[str]]
) -> Said | None:
    """The speaker of words that a text gives in full, or of an "I" among them; nothing where another way is to be tried.

    ``done`` are the statements before, with their speakers, ``guest`` the person interviewed, ``labels`` who has which initials.
    """
    if statement.by not in FORMS:
        return own_words(document, statement, done)
    if statement.source:
        return by_label(document, statement.source[0], labels)
    before = done_before(statement, done)
    if statement.by == "interview-answer":
        return Said(guest, None, (), "answer") if guest else None
    if statement.by == "letter":
        return Said(signer(document, statement), None, (), "answer") if before is None else again(before)
    if statement.by == "point":
        return of_parties(document, statement) if before is None else again(before)
    return again(before) if before is not None else Said(None, None)


def done_before(statement: Statement, done: Sequence[Statement]) -> Statement | None:
    """The statement of the same form before this one."""
    return next((s for s in reversed(done) if s.by == statement.by), None)


def again(before: Statement) -> Said:
    """The speaker of the statement before, who goes on."""
    return Said(before.speaker, before.voice_of, before.co_speakers, "answer" if before.speaker else "unresolved")


def own_words(document: Document, statement: Statement, done: Sequence[Statement]) -> Said | None:
    """The speaker of "I" or "we" inside words that are given in full: whoever says them."""
    if statement.within is None or not statement.source or document.words(statement.source[0]).casefold() not in ("i", "we"):
        return None
    outer = next((s for s in islice(reversed(done), REACH) if s.id == statement.within), None)
    if outer is None or outer.by not in FORMS or outer.speaker is None:
        return None
    return Said(outer.speaker, None, (), "interviewee")


# ---- labels


def initials(document: Document) -> dict[str, frozenset[str]]:
    """Who has which initials among the persons named: all letters of a name, and the first letter of a family name."""
    found: dict[str, set[str]] = {}
    for mention in document.mentions:
        if mention.type == "person" and mention.kind == "name" and mention.actor:
            words = name_words(document, mention)
            if len(words) > 1:
                found.setdefault("".join(w[0] for w in words), set()).add(mention.actor)
                found.setdefault(words[-1][0], set()).add(mention.actor)
    return {letters: frozenset(who) for letters, who in found.items()}


def by_label(document: Document, label: Span, labels: dict[str, frozenset[str]]) -> Said:
    """The speaker whom a label names: a person, a body whose account or spokesman it is, or one with these initials."""
    named = [m for m in inside(document, label) if m.actor and m.kind == "name"]
    person = next((m for m in named if m.type == "person"), None)
    if person is not None:
        return Said(person.actor, None, (), way_of(document, label, person))
    letters = "".join(c for c in clean(document.words(label)).casefold() if c.isalpha())
    fitting = labels.get(letters, frozenset()) if len(letters) <= MOST_LETTERS else frozenset()
    if len(fitting) == 1:
        return Said(min(fitting), None, (), "answer")
    body = next((m for m in named if m.span == label and m.type == "organisation"), None)
    return Said(body.actor, body.actor, (), "body") if body is not None else Said(None, None)


def way_of(document: Document, label: Span, person: Mention) -> str:
    """How a label names a person: by a full or a family name, with a title or without."""
    name = "full-name" if " " in document.words(person.span) else "family-name"
    return name if person.span == label else f"{name}-titled"


# ---- letters and agreements


def signer(document: Document, statement: Statement) -> str | None:
    """The person whose name is a line of its own behind the words of a letter."""
    start = paragraph_index(document, statement.content[0].start) + 1
    for paragraph in document.paragraphs[start:]:
        names = [m for m in inside(document, paragraph) if m.type == "person" and m.kind == "name" and m.actor]
        if names and names[0].span.end >= paragraph.end - 1 and len(document.words(paragraph).split()) <= 2 * SIGNATURE:
            return names[0].actor
    return None


def of_parties(document: Document, statement: Statement) -> Said:
    """The states for which a text was agreed: those that the paragraphs before its first point name."""
    first = paragraph_index(document, statement.content[0].start)
    head = document.paragraphs[max(0, first - BEFORE_POINTS) : first]
    states = dict.fromkeys(
        m.actor for p in head for m in inside(document, p) if m.actor and m.type == "state" and m.kind == "name" and m.subtype is None
    )
    parties = [actor for actor in states if is_state(actor)]
    if len(parties) < 2:
        return Said(None, None)
    return Said(parties[0], None, tuple(parties[1:]), "joint")
