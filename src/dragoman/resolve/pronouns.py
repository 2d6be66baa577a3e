"""He, she and it: the last speaker, or who was named last and agrees."""

from __future__ import annotations

from dataclasses import replace

from dragoman.records import Document, Mention, Span
from dragoman.resolve.focus import REACH, UNNAMED, Focus, Scene, told_at
from dragoman.resolve.index import covered, opens_sentence, quoted, sentence_index

FAR = 10  # sentences back to the only person whom a pronoun can mean
WOMEN = frozenset({"she", "her", "hers", "herself"})


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
        reach = REACH if covered(scene.sources, mention.span) else 1  # who speaks was a subject before
        opening = [r for r in focus.states if near - told_at(scene, r[0].start) <= reach and opens_sentence(document, r[0])]
        subject = opening or recent
        return replace(mention, type="state", actor=subject[-1][1], score=0.6) if subject else mention
    return mention


def person_pronoun(scene: Scene, focus: Focus, mention: Mention, word: str, near: int) -> Mention:
    """The person a pronoun stands for, within reach."""
    document = scene.document
    recent = [(s, i) for s, i in focus.persons if 0 <= near - told_at(scene, s.start) <= REACH]
    if word in ("who", "whose", "whom"):
        beside = [r for r in recent if r[1] != UNNAMED and mention.span.start - r[0].end <= 3]
        return replace(mention, actor=beside[-1][1]) if beside else mention
    if word in ("i", "me", "my"):
        return mention
    gender = "F" if word in WOMEN else "M"
    recent = narrated(document, agreeing(scene, recent, gender))
    if not recent:
        return lone_person(scene, focus, mention, gender, near)
    known = {i for _, i in recent}
    spoke = [r for r in focus.speakers if r[1] in known and near - told_at(scene, r[0].start) <= REACH]
    best = subject_of(document, recent, spoke[-1] if spoke else None)
    if best == UNNAMED:
        return mention
    if len(known) == 1:
        settle(scene, best, gender)
    rivals = {i for s, i in focus.persons if i != UNNAMED or near - told_at(scene, s.start) <= REACH}
    alone = len(rivals) == 1 and spoke and near - told_at(scene, spoke[-1][0].start) <= 2
    sure = 0.95 if alone else 0.85 if len(known) == 1 else 0.75
    return replace(mention, actor=best, score=sure)


def agreeing(scene: Scene, recent: list[tuple[Span, str]], gender: str) -> list[tuple[Span, str]]:
    """Those whom a pronoun of a gender may mean: for "she" women before those of whom nothing is told."""
    fitting = [r for r in recent if r[1] == UNNAMED or (r[1] in scene.persons and scene.persons[r[1]].gender in (None, gender))]
    women = [r for r in fitting if r[1] != UNNAMED and scene.persons[r[1]].gender == "F"]
    return women or fitting


def narrated(document: Document, recent: list[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """Those of whom the narrator tells; where there is none, those of whom somebody speaks."""
    return [r for r in recent if not quoted(document, r[0].start)] or recent


def lone_person(scene: Scene, focus: Focus, mention: Mention, gender: str, near: int) -> Mention:
    """A pronoun far behind every name: the only one who agrees with it in the last sentences, if there is but one."""
    far = [(s, i) for s, i in focus.persons if i != UNNAMED and 0 <= near - told_at(scene, s.start) <= FAR]
    known = {i for _, i in narrated(scene.document, agreeing(scene, far, gender))}
    if len(known) != 1:
        return mention
    only = known.pop()
    sure = scene.persons[only].gender == gender or {i for _, i in focus.persons} == {only}
    return replace(mention, actor=only, score=0.7) if sure else mention


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
