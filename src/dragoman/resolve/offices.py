"""Persons with their offices, as the text states them, and as the table of holders completes them.

The text gives title, state and status; where it leaves the state out ("President Erdoğan"), the table of holders says
it, if all the terms that fit agree. Two terms that disagree leave the blank.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.knowledge.offices import Term, in_office, terms_of
from dragoman.records import Actor, Document, Mention, Office, Span, Title
from dragoman.resolve.chains import clean, sentence_index

HOLDING = (
    "held the post",
    "held this post",
    "held that post",
    "held the office",
    "held the position",
    "was in office",
    "served as",
    "serving as",
    "was minister",
    "was foreign minister",
    "was president",
    "in the post",
    "then",
)
BARE = frozenset({"minister", "secretary", "leader", "head", "chief", "director"})
NO_OFFICE = frozenset({"official", "diplomat", "interlocutor", "analyst"})


def offices(document: Document) -> Document:
    """Declare the persons of the document as actors, each with his offices."""
    named = [m for m in document.mentions if m.type == "person" and m.kind == "name" and m.actor]
    actors = []
    for actor_id in dict.fromkeys(m.actor for m in named if m.actor):
        own = [m for m in named if m.actor == actor_id]
        name = clean(document.words(max(own, key=lambda m: (len(clean(document.words(m.span)).split()), -m.span.start)).span))
        actors.append(Actor(actor_id, "person", name, person_offices(document, actor_id, name)))
    return replace(document, actors=tuple(actors))


def person_offices(document: Document, actor_id: str, name: str) -> tuple[Office, ...]:
    """The offices that the text gives a person, each once, with the days on which it attests them."""
    spans = {m.span for m in document.mentions if m.actor == actor_id and m.kind == "name"}
    nominals = [m for m in document.mentions if m.actor == actor_id and m.kind == "nominal"]
    found: list[Office] = []
    for title in document.titles:
        held = any(h in spans for h in title.holders) or any(n.span.covers(title.span) for n in nominals)
        if not held or title.title in NO_OFFICE or (title.title in BARE and title.of is None):
            continue
        office = Office(
            title.title,
            title.of or known_state(document, title, name),
            title.status,
            attested=attested(document, title),
            evidence=title.span,
        )
        merge(found, office)
    if not found:
        found += from_table(document, name)
    return tuple(found)


def merge(found: list[Office], office: Office) -> None:
    """Add an office, or add what it says to the same one found before."""
    for number, known in enumerate(found):
        if same_office(known, office):
            status = known.status if known.status != "current" else office.status
            days = tuple(sorted({*known.attested, *office.attested}))
            longer = known.title if len(known.title) >= len(office.title) else office.title
            found[number] = replace(known, title=longer, status=status, attested=days, of=known.of or office.of)
            return
    found.append(office)


def same_office(one: Office, other: Office) -> bool:
    """Whether two expressions name one office: the same title, or one a shorter form of the other, and no other state."""
    if one.of and other.of and one.of != other.of:
        return False
    a, b = one.title.split(), other.title.split()
    return a == b or set(a) <= set(b) or set(b) <= set(a)


def attested(document: Document, title: Title) -> tuple[str, ...]:
    """Days on which the text says that the office was held: "who held the post during ... on November 8, 2020"."""
    index = sentence_index(document, title.span.start)
    if index < 0:
        return ()
    sentence = document.sentences[index]
    after = document.text[title.span.end : sentence.end].casefold()
    place = min((after.find(words) for words in HOLDING if words in after[:60]), default=-1)
    if place < 0:
        return ()
    return tuple(
        sorted(
            {
                t.value
                for t in document.times
                if t.value
                and t.type == "DATE"
                and title.span.end + place < t.span.start < sentence.end
                and "X" not in t.value
                and not t.anniversary_of
            }
        )
    )[:1]


def known_state(document: Document, title: Title, name: str) -> str | None:
    """The state of a bare title by the table of holders, if all terms of that name and title agree."""
    rows = [t for t in terms_of(name) if same_title(t, title.title)]
    day = document.published
    running = [t for t in rows if day and in_office(t, day)] or rows
    states = sorted({t.of for t in running})
    return states[0] if len(states) == 1 else None


def same_title(term: Term, title: str) -> bool:
    """Whether a term's title is the one that the text gives."""
    return (
        term.title == title
        or (title == "minister" and term.title.endswith("minister"))
        or (title == "leader" and term.title in ("president", "prime minister"))
    )


def from_table(document: Document, name: str) -> list[Office]:
    """The office of somebody who is named in full without any title, when the table knows exactly one that ran on the day."""
    if len(name.split()) < 2 or document.published is None:
        return []
    running = {(t.title, t.of) for t in terms_of(name) if in_office(t, document.published)}
    if len(running) != 1:
        return []
    title, of = next(iter(running))
    return [Office(title, of, "current")]


def evidence_of(mentions: list[Mention]) -> Span | None:
    """The first mention's span."""
    return mentions[0].span if mentions else None
