"""Nominals and pronouns: "the diplomat", "his Georgian colleague", "the ministry", "she", "it".

They are read in the order of the text, each against what was named before it. Gender counts where a title or an
honorific told it. A tie is refused: both stay as candidates.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from itertools import accumulate

from dragoman.knowledge.language import name_words, word_set
from dragoman.records import Document, Mention, Span, Title
from dragoman.resolve.chains import Person, persons_of
from dragoman.resolve.focus import REACH, Focus, Scene, note, told_at
from dragoman.resolve.homes import ground, settle_homes
from dragoman.resolve.index import inside, quoted
from dragoman.resolve.institutions import institution
from dragoman.resolve.pronouns import pronoun

FACELESS = frozenset({"diplomat", "official", "guest", "politician", "host", "negotiator"})  # said of anybody of a state
IN_TURN = re.compile(r"\b(?:in|for|on) (?:his|her|its) (?:turn|part|side|own part),? $", re.IGNORECASE)
NEW = re.compile(r" of (?:an?|one) ")
SEAT = re.compile(r" (?:from|in) (?=[A-Z])")
WOMEN = frozenset({"mrs", "ms", "miss", "madame", "dame", "lady", "frau", "queen", "princess", "doña", "she", "her", "hers", "herself"})
MEN = frozenset({"mr", "sir", "lord", "herr", "king", "sheikh", "emir", "pope", "prince", "sultan", "don", "he", "him", "his", "himself"})


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
    if len(person.words) > 1 and person.words[0] in name_words("men"):
        return "M"
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
    if mention.subtype == "kin":
        named = follower(scene, mention)
        return replace(mention, actor=named) if named else mention
    if new_person(document, mention):
        return mention
    if not words or words[0] in ("a", "an", "one", "another", "some", "any", "no", "each", "every", "two", "several", "many"):
        return mention
    known = [i for _, i in reversed(focus.persons) if i in scene.persons]
    candidates = [scene.persons[i] for i in dict.fromkeys(known)]
    if not candidates:
        return mention
    return chosen(scene, focus, mention, title, words, candidates)


def follower(scene: Scene, mention: Mention) -> str | None:
    """The person named right behind a comma: "his father, Johann,"."""
    return next((scene.owners[s] for gap in (2, 1) for s in starting(scene, mention.span.end + gap)), None)


def starting(scene: Scene, offset: int) -> list[Span]:
    """The person's name that starts at an offset, if one does."""
    mentions = scene.document.mentions
    index = bisect_left(mentions, offset, key=lambda m: m.span.start)
    here = mentions[index : index + 3]
    return [m.span for m in here if m.span.start == offset and m.span in scene.owners]


def chosen(scene: Scene, focus: Focus, mention: Mention, title: Title | None, words: list[str], candidates: list[Person]) -> Mention:
    """The candidate whom a definite nominal fits best; rivals that fit as well are listed."""
    states = states_in(scene, mention, title)
    if any(w in ("counterpart", "colleague") for w in words):
        return counterpart(scene, focus, mention, candidates, states)
    if states:
        own = [p for p in candidates if states & set(p.states)]
        loose = [p for p in own if not p.titles or not all(apart(title, t) for t in p.titles)]
        fitting = [p for p in own if fits(p, title, words)] or (loose if is_generic(words) or is_vague(title) else [])
        fitting = fitting or [p for p in candidates if not p.states and fits(p, title, words)]
        blank = [p for p in candidates if not p.states and not p.titles]
        fitting = fitting or (blank if len(blank) == 1 and {*words} & FACELESS else [])
        for person in fitting if len(fitting) == 1 else []:
            person.states += [] if person.states else sorted(states)
    else:
        fitting = [p for p in candidates if fits(p, title, words)]
        if not fitting and is_generic(words) and words[0] in ("the", "this", "that", "our", "hanoi's") and len(words) <= 5:
            return by_any_name(scene, focus, mention, candidates)
        if not fitting and title is not None and title.status == "former":
            fitting = [p for p in candidates if any(t.status == "former" for t in p.titles)]
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


def by_any_name(scene: Scene, focus: Focus, mention: Mention, candidates: list[Person]) -> Mention:
    """ "The diplomat" and the like: the last speaker, "in his turn" the one before him, and where nobody spoke the only one named."""
    spoke = list(dict.fromkeys(i for _, i in reversed(focus.speakers) if i in scene.persons))
    if "'s" in scene.document.words(mention.span).replace("\u2019", "'"):
        return mention  # "the president's adviser"
    start = mention.span.start
    if len(spoke) > 1 and IN_TURN.search(scene.document.text, max(0, start - 24), start):
        spoke = spoke[1:]
    who = spoke[0] if spoke else candidates[0].id if len(candidates) == 1 else lately(scene, focus, start)
    return replace(mention, actor=who, score=0.7) if who else mention


def lately(scene: Scene, focus: Focus, start: int) -> str | None:
    """The only person of whom the narrator told in the last sentences."""
    near = told_at(scene, start)
    told = {i for s, i in focus.persons if near - told_at(scene, s.start) <= REACH and not quoted(scene.document, s.start)}
    return told.pop() or None if len(told) == 1 else None


def new_person(document: Document, mention: Mention) -> bool:
    """Whether what follows says that somebody new is meant: "the leader of a small party"."""
    return NEW.search(document.text, mention.span.start, mention.span.end + 8) is not None


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
    """The states that a nominal names: "the Azerbaijani diplomat", "Hanoi's guest", "the minister from Bishkek"."""
    behind = SEAT.match(scene.document.text, mention.span.end)
    whole = Span(mention.span.start, mention.span.end + 40) if behind else mention.span
    near = inside(scene.document, whole)
    seat = [m for m in near if behind and m.span.start == behind.end()]
    found = {
        m.actor
        for m in near
        if (m in seat or mention.span.covers(m.span)) and m.type in ("state", "organisation") and m.actor and m.kind == "name"
    }
    return {*found, *([title.of] if title is not None and title.of else [])}


def fits(person: Person, title: Title | None, words: list[str]) -> bool:
    """Whether one of a person's titles is the nominal's: same head word, and no other state."""
    head = head_word(title, words)
    for own in person.titles:
        same = (head in own.title.split() or own.title == head) and not apart(title, own)
        other = title is not None and title.of is not None and own.of is not None and title.of != own.of
        if same and not other and not (title is not None and title.status == "former" and own.status == "current"):
            return True
    return False


def apart(title: Title | None, own: Title) -> bool:
    """Whether two titles say different things of one head: a prime minister is no foreign minister, but he may be "the minister"."""
    if title is None:
        return False
    asked, held = {*title.title.split()}, {*own.title.split()}
    return bool(asked & held) and not asked <= held and not held <= asked


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
    return any(
        w.strip(",").split("-", 1)[-1] in word_set("nominals", "generic") or w.strip(",") in word_set("nominals", "generic")
        for w in words[1:]
    )


def is_vague(title: Title | None) -> bool:
    """Whether a title is a general one that any officer of a state may bear: "the Egyptian official", "the Uzbek minister"."""
    return title is not None and bool({*title.title.split()} & word_set("nominals", "generic"))
