"""Chains of mentions: which names, nominals and pronouns of a document stand for one actor.

Names come first: a family name alone joins the full name that bears it. Then nominals and pronouns are read in the
order of the text, each against the actors named before it. A tie is refused: both stay as candidates.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace

from dragoman.knowledge.offices import plain
from dragoman.records import Document, Mention, Span, Title
from dragoman.resolve.slugs import slug

PARTICLES = frozenset({"al", "el", "bin", "ibn", "van", "von", "der", "de", "del", "di", "da", "la", "le"})
REACH = 3  # sentences back that a pronoun looks; beyond it precision fell on the training articles


@dataclass(slots=True)
class Person:
    """A person while his chain grows: his longest name, its words, and the titles that stand beside him."""

    id: str
    name: str
    words: tuple[str, ...]
    titles: list[Title] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)


def chains(document: Document) -> Document:
    """Set ``actor`` of the mentions of persons and bodies, and list rival candidates where they tie."""
    persons = people(document)
    by_span = {span: person for person in persons for span in person.spans}
    for title in document.titles:
        for holder in title.holders:
            if holder in by_span:
                by_span[holder].titles.append(title)
    named = tuple(with_actor(document, m, by_span) for m in document.mentions)
    document = replace(document, mentions=named)
    return replace(document, mentions=anaphora(document, persons))


# ---- names


def people(document: Document) -> list[Person]:
    """The persons of a document, in the order in which they are first named in full."""
    mentions = [m for m in document.mentions if m.type == "person" and m.kind == "name"]
    found: list[Person] = []
    for mention in sorted(mentions, key=lambda m: (-len(name_words(document, m)), m.span)):
        words = name_words(document, mention)
        if not words:
            continue
        same = [p for p in found if bears(p.words, words)]
        if len(same) == 1 or (same and len(words) > 1):
            same[0].spans.append(mention.span)
        elif not same:
            name = clean(document.words(mention.span))
            found.append(Person(f"person:{slug(name)}", name, words, [], [mention.span]))
    return sorted(unique_ids(found), key=lambda p: min(p.spans))


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
    """The folded words of a person's name without particles and initials' dots."""
    words = plain(document.words(mention.span)).replace(".", " ").replace("'s", "").split()
    return tuple(w for w in words if w not in PARTICLES) or tuple(words)


def bears(known: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether a shorter name fits a longer one: its words in the same order, the family name among them."""
    if known == words:
        return True
    if len(words) == 1:
        return words[0] in (known[-1], known[0] if len(known) <= 3 else known[-1]) or (len(known) > 2 and words[0] in known[1:])
    rest = iter(known)
    if all(any(w == k or (len(w) == 1 and k.startswith(w)) or (len(k) == 1 and w.startswith(k)) for k in rest) for w in words):
        return True
    return known[-1] == words[-1] and known[0] == words[0]


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


# ---- nominals and pronouns


def anaphora(document: Document, persons: list[Person]) -> tuple[Mention, ...]:
    """Nominals and pronouns, each with the actor before it that fits."""
    holders = {title.span: title for title in document.titles}
    person_of = {span: person for person in persons for span in person.spans}
    done: list[Mention] = []
    state = Focus()
    for mention in document.mentions:
        title = title_in(holders, mention)
        if mention.type == "person" and mention.kind == "nominal":
            mention = nominal(document, mention, title, persons, state, person_of)
        elif mention.kind == "pronoun":
            mention = pronoun(document, mention, state)
        note(document, mention, state)
        done.append(mention)
    return tuple(done)


@dataclass(slots=True)
class Focus:
    """Who was talked of last: persons and states, each with where, and the last speaker."""

    persons: list[tuple[Span, str]] = field(default_factory=list)
    states: list[tuple[Span, str]] = field(default_factory=list)
    speaker: tuple[Span, str] | None = None


def title_in(holders: dict[Span, Title], mention: Mention) -> Title | None:
    """The title that a nominal is made of."""
    return (
        next((t for span, t in holders.items() if mention.span.covers(span) and mention.by == "title"), None)
        if mention.by == "title"
        else None
    )


def note(document: Document, mention: Mention, state: Focus) -> None:
    """Remember a mention as the last of its kind; a source makes its actor the last speaker."""
    if mention.actor is None:
        return
    if mention.type == "person":
        state.persons.append((mention.span, mention.actor))
        if in_source(document, mention.span):
            state.speaker = (mention.span, mention.actor)
    elif mention.type == "state" and mention.subtype != "demonym":
        state.states.append((mention.span, mention.actor))
        if in_source(document, mention.span):
            state.speaker = (mention.span, mention.actor)


def in_source(document: Document, span: Span) -> bool:
    """Whether a mention lies in the source of a statement."""
    return any(s.covers(span) for statement in document.statements for s in statement.source)


def nominal(
    document: Document, mention: Mention, title: Title | None, persons: list[Person], state: Focus, person_of: dict[Span, Person]
) -> Mention:
    """A nominal with the person it stands for: the holder beside it, else the last one whose title fits."""
    if title is not None and title.holders:
        people_beside = [person_of[h] for h in title.holders if h in person_of]
        if len(people_beside) == 1:
            return replace(mention, actor=people_beside[0].id)
        return mention
    words = document.words(mention.span).casefold().split()
    if words and words[0] in ("a", "an", "one", "another", "some", "any", "no", "each", "every"):
        return mention
    fitting = [p for p in persons if min(p.spans) < mention.span and fits(p, title, words)]
    if not fitting:
        return generic(mention, words, state, title)
    recent = sorted(fitting, key=lambda p: -max(s.start for s in p.spans if s < mention.span))
    spoke = state.speaker[1] if state.speaker else None
    if len(recent) > 1 and title is not None and title.of is None and spoke in [p.id for p in recent]:
        return replace(mention, actor=spoke)
    return replace(mention, actor=recent[0].id, candidates=())


def fits(person: Person, title: Title | None, words: list[str]) -> bool:
    """Whether one of a person's titles is the nominal's: same head word, and no other state."""
    if title is None:
        return False
    head = title.title.split()[-1] if title.title else ""
    if head in GENERIC_HEADS and title.of is not None and any(own.of == title.of for own in person.titles):
        return True
    for own in person.titles:
        same_head = head and (head in own.title.split() or own.title in title.title or title.title in own.title)
        if same_head and (title.of is None or own.of is None or title.of == own.of):
            return True
    return False


GENERIC_HEADS = frozenset(
    {"official", "diplomat", "interlocutor", "minister", "representative", "leader", "envoy", "adviser", "negotiator"}
)
GENERIC = frozenset(
    {
        "diplomat",
        "politician",
        "official",
        "guest",
        "interlocutor",
        "statesman",
        "speaker",
        "envoy",
        "minister",
        "leader",
        "negotiator",
        "man",
        "woman",
        "adviser",
        "head",
        "analyst",
        "expert",
        "veteran",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "ambassador",
        "secretary",
        "president",
        "host",
        "commander",
        "general",
    }
)


def generic(mention: Mention, words: list[str], state: Focus, title: Title | None) -> Mention:
    """ "The diplomat", "the politician": the last person who spoke."""
    if not words or words[0] not in ("the", "this", "that", "our"):
        return mention
    if not any(w in GENERIC for w in words[1:]) or (title is not None and title.of is not None and len(words) > 3):
        return mention
    if state.speaker and state.speaker[1].startswith("person:"):
        return replace(mention, actor=state.speaker[1], score=0.7)
    return mention


def pronoun(document: Document, mention: Mention, state: Focus) -> Mention:
    """He and she: the last speaker or the person named last; it: the state named last."""
    if quoted(document, mention.span.start):
        return mention
    near = sentence_index(document, mention.span.start)
    if mention.type == "person":
        return person_pronoun(document, mention, state, near)
    if mention.type == "other" and document.words(mention.span).casefold() in ("it", "its"):
        recent = [(span, actor) for span, actor in state.states if near - sentence_index(document, span.start) <= 1]
        subject = [r for r in recent if opens_sentence(document, r[0])] or recent
        return replace(mention, type="state", actor=subject[-1][1], score=0.6) if subject else mention
    return mention


def person_pronoun(document: Document, mention: Mention, state: Focus, near: int) -> Mention:
    """The person a pronoun stands for, within reach."""
    word = document.words(mention.span).casefold()
    recent = [(span, actor) for span, actor in state.persons if 0 <= near - sentence_index(document, span.start) <= REACH]
    if word in ("who", "whose", "whom"):
        before = [r for r in recent if mention.span.start - r[0].end <= 3]
        return replace(mention, actor=before[-1][1]) if before else mention
    if word in ("i", "me", "my") or not recent:
        return mention
    spoke = state.speaker
    if spoke and spoke[1].startswith("person:") and near - sentence_index(document, spoke[0].start) <= REACH:
        return replace(mention, actor=spoke[1], score=0.8)
    last = sentence_index(document, recent[-1][0].start)
    same = [r for r in recent if sentence_index(document, r[0].start) == last]
    return replace(mention, actor=same[0][1], score=0.7)


def quoted(document: Document, offset: int) -> bool:
    """Whether an offset lies inside a quotation."""
    return any(q.span.start <= offset < q.span.end for q in document.quotations)


def sentence_index(document: Document, offset: int) -> int:
    """The number of the sentence that holds an offset."""
    return bisect_left(document.sentences, offset + 1, key=lambda s: s.start) - 1


def opens_sentence(document: Document, span: Span) -> bool:
    """Whether a mention opens its sentence."""
    index = sentence_index(document, span.start)
    return index >= 0 and span.start - document.sentences[index].start < 6
