"""Persons with their offices, as the text states them, and as the table of holders completes them.

The text gives title, state and status; where it leaves the state out ("President Erdoğan"), the table of holders says
it, if all the terms that fit agree; else what stands around the title.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from dragoman.knowledge.language import word_set
from dragoman.knowledge.offices import in_office, terms_of
from dragoman.records import Actor, Document, Mention, Office, Span, Title
from dragoman.resolve.chains import Person, persons_of
from dragoman.resolve.homes import from_table, settle_homes
from dragoman.resolve.index import sentence_index

BARE = frozenset({"secretary", "leader", "head", "chief", "director", "member"})
NO_OFFICE = frozenset({"interlocutor"})
RANKS = frozenset(
    {"general", "colonel", "admiral", "captain", "major", "sheikh", "prince", "professor", "diplomat", "official", "lieutenant general"}
)


def offices(document: Document) -> Document:
    """Declare the persons of the document as actors, each with his offices."""
    persons = persons_of(document)
    called = nominals_of(document)
    settle_homes(document, persons)
    actors = tuple(Actor(p.id, "person", p.name, person_offices(document, p, called.get(p.id, []))) for p in persons)
    return replace(document, actors=actors)


def nominals_of(document: Document) -> dict[str, list[Title]]:
    """The titles by which each person is called without his name: "the former minister"."""
    found: dict[str, list[Title]] = {}
    for mention in document.mentions:
        if mention.kind == "nominal" and mention.by == "title" and mention.actor and mention.score >= 0.9:
            found.setdefault(mention.actor, []).extend(titles_in(document, mention))
    return found


def titles_in(document: Document, mention: Mention) -> list[Title]:
    """The titles that a nominal holds."""
    start = bisect_left(document.titles, mention.span.start, key=lambda t: t.span.start)
    stop = bisect_left(document.titles, mention.span.end, key=lambda t: t.span.start)
    return [t for t in document.titles[start:stop] if not t.holders]


def person_offices(document: Document, person: Person, called: list[Title]) -> tuple[Office, ...]:
    """The offices that the text gives a person, each once, with the days on which it attests them."""
    found: list[Office] = []
    for title in (peer(document, t) for t in sorted([*person.titles, *called], key=lambda t: t.span)):
        if title.title in NO_OFFICE or (title.title in BARE and title.of is None and title in called):
            continue
        of = title.of or (from_table(document, person.name, title) if title.title != "professor" else None) or home(person)
        merge(found, Office(title.title, of, title.status, attested=attested(document, title), evidence=title.span))
    if any(o.title not in RANKS for o in found):
        found = [o for o in found if o.title not in RANKS or o.status == "former"]
    return tuple(found) or tuple(known_offices(document, person.name))


def peer(document: Document, title: Title) -> Title:
    """A title with the words of the office that "his counterpart" and "her colleague" repeat: the one told last before."""
    if title.title != "interlocutor":
        return title
    stop = bisect_left(document.titles, title.span.start, key=lambda t: t.span.start)
    for other in reversed(document.titles[max(0, stop - 12) : stop]):
        if other.holders and other.title != "interlocutor" and not {*other.holders} & {*title.holders}:
            return replace(title, title=other.title)
    return title


def home(person: Person) -> str | None:
    """The state or body whose officer a person is by his other titles or the words around them."""
    return person.states[0] if person.states else None


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
    a, b = {*one.title.split()}, {*other.title.split()}
    return a <= b or b <= a


def attested(document: Document, title: Title) -> tuple[str, ...]:
    """Days on which the text says that the office was held: "who held the post during ... on November 8, 2020"."""
    index = sentence_index(document, title.span.start)
    if index < 0:
        return ()
    sentence = document.sentences[index]
    after = document.text[title.span.end : sentence.end].casefold()
    place = min((after.find(words) for words in word_set("titles", "holding") if words in after[:60]), default=-1)
    if place < 0:
        return ()
    return days_after(document, title.span.end + place, sentence)


def days_after(document: Document, offset: int, sentence: Span) -> tuple[str, ...]:
    """The first day named between an offset and the end of its sentence."""
    start = bisect_left(document.times, offset, key=lambda t: t.span.start)
    found = []
    for time in document.times[start:]:
        if time.span.start >= sentence.end:
            break
        if time.value and time.type == "DATE" and time.begins and "X" not in time.value and not time.anniversary_of:
            found.append(time.value)
    return tuple(sorted(set(found)))[:1]


def known_offices(document: Document, name: str) -> list[Office]:
    """The office of somebody who is named in full without any title, when the table knows exactly one that ran on the day."""
    if len(name.split()) < 2 or document.published is None:
        return []
    running = {(t.title, t.of) for t in terms_of(name) if in_office(t, document.published)}
    if len(running) != 1:
        return []
    title, of = next(iter(running))
    return [Office(title, of, "current")]
