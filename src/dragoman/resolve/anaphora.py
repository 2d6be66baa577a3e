"""Nominals and pronouns: "the diplomat", "his Georgian colleague", "the ministry", "she", "it".

They are read in the order of the text, each against what was named before it. Gender counts where a title or an
honorific told it. A tie is refused: both stay as candidates.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import accumulate

from dragoman.knowledge.actors import is_state
from dragoman.knowledge.language import name_words, title_words, word_set
from dragoman.records import Document, Mention, Span, Title
from dragoman.resolve.chains import Person, persons_of
from dragoman.resolve.homes import ground, settle_homes
from dragoman.resolve.index import covered, inside, opens_sentence, quoted, sentence_index

REACH = 3  # sentences back that a pronoun looks; beyond it precision fell on the training articles
FACELESS = frozenset({"diplomat", "official", "guest", "politician", "host", "negotiator"})  # said of anybody of a state
MEMORY = 40  # mentions of each kind that are kept in mind: more than a reader does
WOMEN = frozenset({"mrs", "ms", "miss", "madame", "dame", "lady", "frau", "queen", "princess", "doña", "she", "her", "hers", "herself"})
MEN = frozenset({"mr", "sir", "lord", "herr", "king", "sheikh", "emir", "pope", "prince", "sultan", "don", "he", "him", "his", "himself"})


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


def anaphora(document: Document) -> Document:
    """Set ``actor`` of nominals and pronouns."""
    people = persons_of(document)
    settle_homes(document, people)
    persons = {p.id: p for p in people}
    for person in persons.values():
        person.gender = gender_of(document, person)
    sources = tuple(sorted({s for statement in document.statements for s in statement.source}))
    scene = Scene(
        document,
        persons,
        {t.span: t for t in document.titles},
        sources,
        {s: p.id for p in people for s in p.spans},
        tuple(accumulate(0 if quoted(document, s.start) else 1 for s in document.sentences)),
        ground(document).dateline,
    )
    focus, done = Focus(), []
    for mention in document.mentions:
        found = read(scene, focus, mention)
        note(scene, focus, found)
        done.append(found)
    return replace(document, mentions=tuple(done))


def told_at(scene: Scene, offset: int) -> int:
    """The number of the narrator's sentence that holds or precedes an offset: a long quotation puts nobody out of mind."""
    index = sentence_index(scene.document, offset)
    return scene.told[index] if index >= 0 else 0


def read(scene: Scene, focus: Focus, mention: Mention) -> Mention:
    """A mention with the actor it stands for, if it is a nominal or pronoun without one."""
    if mention.kind == "pronoun":
        return pronoun(scene, focus, mention)
    if mention.kind == "name" and mention.subtype == "government" and mention.actor is None:
        return institution(scene, focus, mention)
    if mention.kind != "nominal" or mention.actor is not None:
        return mention
    if mention.type == "person":
        return nominal(scene, focus, mention)
    if mention.type == "state" and mention.subtype == "government":
        return institution(scene, focus, mention)
    return mention


def note(scene: Scene, focus: Focus, mention: Mention) -> None:
    """Remember a mention as the last of its kind; a source makes its actor the last speaker."""
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


def gender_of(document: Document, person: Person) -> str | None:
    """M or F where an honorific or a title beside one of the names tells it."""
    for title in person.titles:
        words = document.words(title.span).casefold().split()
        if any(w.endswith("woman") for w in words) or WOMEN & set(words):
            return "F"
        if MEN & set(words) or any(w.endswith("man") and w not in ("german", "roman", "chairman") for w in words):
            return "M"
    if person.words and person.words[0] in name_words("women"):
        return "F"
    for span in person.spans[:8]:
        before = document.text[max(0, span.start - 10) : span.start].casefold().replace(".", " ").split()
        if before and before[-1] in WOMEN:
            return "F"
        if before and before[-1] in MEN - {"he", "him", "his"}:
            return "M"
    return None


# ---- persons


def nominal(scene: Scene, focus: Focus, mention: Mention) -> Mention:
    """A nominal with the person it stands for: the holder beside it, else the one whose office or state fits."""
    document = scene.document
    title = title_in(scene, mention)
    if title is not None and title.holders:
        holder = scene.owners.get(title.holders[0]) if len(title.holders) == 1 else None
        return replace(mention, actor=holder) if holder else mention
    words = document.words(mention.span).casefold().replace("\u2019", "'").split()
    if not words or words[0] in ("a", "an", "one", "another", "some", "any", "no", "each", "every", "two", "several", "many"):
        return mention
    known = [i for _, i in reversed(focus.persons) if i in scene.persons]
    candidates = [scene.persons[i] for i in dict.fromkeys(known)]
    if not candidates:
        return mention
    return chosen(scene, focus, mention, title, words, candidates)


def chosen(scene: Scene, focus: Focus, mention: Mention, title: Title | None, words: list[str], candidates: list[Person]) -> Mention:
    """The candidate whom a definite nominal fits best; rivals that fit as well are listed."""
    states = states_in(scene, mention, title)
    if any(w in ("counterpart", "colleague") for w in words):
        return counterpart(scene, focus, mention, candidates, states)
    if states:
        own = [p for p in candidates if states & set(p.states)]
        fitting = [p for p in own if fits(p, title, words)] or (own if is_generic(words) or is_vague(title) else [])
        fitting = fitting or [p for p in candidates if not p.states and fits(p, title, words)]
        blank = [p for p in candidates if not p.states and not p.titles]
        fitting = fitting or (blank if len(blank) == 1 and {*words} & FACELESS else [])
        for person in fitting if len(fitting) == 1 else []:
            person.states += [] if person.states else sorted(states)
    else:
        fitting = [p for p in candidates if fits(p, title, words)]
        if not fitting and is_generic(words) and words[0] in ("the", "this", "that", "our", "hanoi's") and len(words) <= 5:
            spoke = [i for _, i in reversed(focus.speakers) if i in scene.persons]
            return replace(mention, actor=spoke[0], score=0.7) if spoke else mention
    fitting = [p for p in fitting if agrees(p, words)]
    if not fitting:
        return mention
    if len(fitting) == 1:
        return replace(mention, actor=fitting[0].id, score=0.95 if len(candidates) == 1 else 0.9)
    spoke = [i for _, i in reversed(focus.speakers)]
    last = next((p for i in spoke for p in fitting if p.id == i), None)
    if last is None:
        return replace(mention, candidates=tuple(sorted(p.id for p in fitting)))
    return replace(mention, actor=last.id, score=0.7)


def counterpart(scene: Scene, focus: Focus, mention: Mention, candidates: list[Person], states: set[str]) -> Mention:
    """ "His counterpart": not who spoke last, but the other one; of a state if that is told."""
    spoke = next((i for _, i in reversed(focus.speakers) if i in scene.persons), None)
    others = [p for p in candidates if p.id != spoke and (not states or states & set(p.states))]
    return replace(mention, actor=others[0].id, score=0.7) if len(others) == 1 else mention


def title_in(scene: Scene, mention: Mention) -> Title | None:
    """The title that a nominal is made of."""
    if mention.by != "title":
        return None
    document = scene.document
    for start in range(mention.span.start, min(mention.span.end, mention.span.start + 60)):
        if (start == mention.span.start or document.text[start - 1] in " -") and (found := first_title(scene, start, mention.span.end)):
            return found
    return None


def first_title(scene: Scene, start: int, end: int) -> Title | None:
    """The title that begins at an offset and ends within a nominal."""
    titles = scene.document.titles
    index = bisect_left(titles, start, key=lambda t: t.span.start)
    found = titles[index] if index < len(titles) else None
    return found if found is not None and found.span.start == start and found.span.end <= end else None


def states_in(scene: Scene, mention: Mention, title: Title | None) -> set[str]:
    """The states that a nominal names: "the Azerbaijani diplomat", "Hanoi's guest"."""
    found = {m.actor for m in inside(scene.document, mention.span) if m.type in ("state", "organisation") and m.actor and m.kind == "name"}
    return {*found, *([title.of] if title is not None and title.of else [])}


def fits(person: Person, title: Title | None, words: list[str]) -> bool:
    """Whether one of a person's titles is the nominal's: same head word, and no other state."""
    head = head_word(title, words)
    for own in person.titles:
        same = head in own.title.split() or own.title == head or (title is not None and title.title == own.title)
        other = title is not None and title.of is not None and own.of is not None and title.of != own.of
        if same and not other and not (title is not None and title.status == "former" and own.status == "current"):
            return True
    return False


def head_word(title: Title | None, words: list[str]) -> str:
    """The word that says what somebody is: the office's, or the last of the phrase."""
    if title is None:
        return words[-1]
    plain = title.title.split(" of ")[0].split(" for ")[0].split(" to ")[0]
    return plain.split()[-1] if plain else words[-1]


def agrees(person: Person, words: list[str]) -> bool:
    """Whether the gender of a nominal contradicts that of a person: "the spokeswoman"."""
    woman = any(w.endswith("woman") or w in WOMEN for w in words[1:])
    man = any(w.endswith("man") and w not in ("german", "chairman") for w in words[1:])
    return not (woman and person.gender == "M") and not (man and person.gender == "F")


def is_generic(words: list[str]) -> bool:
    """Whether a nominal is one by which anybody of standing may be called."""
    return any(w.strip(",") in word_set("nominals", "generic") for w in words[1:])


def is_vague(title: Title | None) -> bool:
    """Whether a title is a general one that any officer of a state may bear: "the Egyptian official", "the Uzbek minister"."""
    return title is not None and bool({*title.title.split()} & word_set("nominals", "generic"))


# ---- institutions


def institution(scene: Scene, focus: Focus, mention: Mention) -> Mention:
    """ "The ministry", "its delegation", "the embassy": of the state of the last such body, of the possessor, or of the last speaker."""
    document = scene.document
    words = document.words(mention.span).casefold().split()
    if not words:
        return mention
    if words[0] in ("its", "their", "his", "her"):
        owner = owner_of(scene, focus, words[0], mention)
        return replace(mention, actor=owner, score=0.7) if owner else mention
    if words[-1].endswith("ies") or words[0] in ("both", "two") or words[1:2] == ["two"]:
        return mention  # several bodies
    head = last_word(document, mention)
    fields = fields_of(words)
    alike = (b for b in reversed(focus.bodies) if b.word == head and not (fields and b.fields and fields.isdisjoint(b.fields)))
    same = next(alike, None)
    if same is not None:
        return replace(mention, actor=same.actor, score=0.8)
    if "side" in words[-1]:
        return mention
    found = side_of(scene, focus, mention)
    return replace(mention, actor=found, score=0.5) if found else mention


def side_of(scene: Scene, focus: Focus, mention: Mention) -> str | None:
    """The state of a body that is named for the first time: of the last sentence's subject, of who spoke before, of the dateline."""
    document, near = scene.document, sentence_index(scene.document, mention.span.start)
    spoke = [(s, a) for s, a in focus.speakers if near - sentence_index(document, s.start) <= REACH]
    sides = [(s, side) for s, a in spoke for side in (scene.persons[a].states[:1] if a in scene.persons else [a])]
    recent = [(s, a) for s, a in focus.states if near - sentence_index(document, s.start) <= REACH and is_state(a[:3])]
    subject = [r for r in recent if opens_sentence(document, r[0])]
    if sides and not (subject and subject[-1][0] > sides[-1][0] and near - sentence_index(document, subject[-1][0].start) <= 1):
        return sides[-1][1]
    return subject[-1][1] if subject else scene.home or (recent[-1][1] if recent else None)


def owner_of(scene: Scene, focus: Focus, word: str, mention: Mention) -> str | None:
    """The state behind a possessive: that of the person for "his", the last state for "its"."""
    near = sentence_index(scene.document, mention.span.start)
    if word in ("his", "her"):
        recent = [i for span, i in focus.persons if near - sentence_index(scene.document, span.start) <= REACH and i in scene.persons]
        return next((s for i in reversed(recent) for s in scene.persons[i].states[:1]), None)
    recent = [i for span, i in focus.states if near - sentence_index(scene.document, span.start) <= 1]
    return recent[-1] if recent else None


# ---- pronouns


def pronoun(scene: Scene, focus: Focus, mention: Mention) -> Mention:
    """He and she: the last speaker or the person named last; it: the body or state that spoke or was named last."""
    document = scene.document
    if quoted(document, mention.span.start):
        return mention
    word = document.words(mention.span).casefold()
    near = told_at(scene, mention.span.start)
    if mention.type == "person":
        return person_pronoun(scene, focus, mention, word, near)
    if word in ("it", "its"):
        spoke = [(s, i) for s, i in focus.speakers if near - told_at(scene, s.start) <= REACH]
        if covered(scene.sources, mention.span) and spoke and spoke[-1][1] not in scene.persons:
            return replace(mention, type="state", actor=spoke[-1][1], score=0.8)
        recent = [(s, i) for s, i in focus.states if near - told_at(scene, s.start) <= 1]
        subject = [r for r in recent if opens_sentence(document, r[0])] or recent
        return replace(mention, type="state", actor=subject[-1][1], score=0.6) if subject else mention
    return mention


def person_pronoun(scene: Scene, focus: Focus, mention: Mention, word: str, near: int) -> Mention:
    """The person a pronoun stands for, within reach."""
    document = scene.document
    recent = [(s, i) for s, i in focus.persons if 0 <= near - told_at(scene, s.start) <= REACH]
    if word in ("who", "whose", "whom"):
        beside = [r for r in recent if mention.span.start - r[0].end <= 3]
        return replace(mention, actor=beside[-1][1]) if beside else mention
    gender = "F" if word in WOMEN else "M"
    recent = [r for r in recent if r[1] in scene.persons and scene.persons[r[1]].gender in (None, gender)]
    women = [r for r in recent if scene.persons[r[1]].gender == "F"]
    recent = women or recent
    recent = [r for r in recent if not quoted(document, r[0].start)] or recent
    if word in ("i", "me", "my") or not recent:
        return mention
    known = {i for _, i in recent}
    spoke = [r for r in focus.speakers if r[1] in known and near - told_at(scene, r[0].start) <= REACH]
    best = subject_of(document, recent, spoke[-1] if spoke else None)
    if len(known) == 1:
        settle(scene, best, gender)
    alone = len({i for _, i in focus.persons}) == 1 and spoke and near - told_at(scene, spoke[-1][0].start) <= 2
    sure = 0.95 if alone else 0.85 if len(known) == 1 else 0.75
    return replace(mention, actor=best, score=sure)


def subject_of(document: Document, recent: list[tuple[Span, str]], spoke: tuple[Span, str] | None) -> str:
    """The last speaker, unless somebody else opened a later sentence; without a speaker the first named in the last sentence."""
    last = sentence_index(document, recent[-1][0].start)
    first = next(r for r in recent if sentence_index(document, r[0].start) == last)
    if spoke is None:
        return first[1]
    later = sentence_index(document, first[0].start) > sentence_index(document, spoke[0].start)
    return first[1] if later and opens_sentence(document, first[0]) else spoke[1]


def settle(scene: Scene, actor: str, gender: str) -> None:
    """Remember the gender that a pronoun with a single antecedent told."""
    person = scene.persons.get(actor)
    if person is not None and person.gender is None:
        person.gender = gender
