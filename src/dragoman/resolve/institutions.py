"""The ministry, its delegation, the embassy: the state of an institution that does not say it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import islice

from dragoman.knowledge.actors import is_state
from dragoman.knowledge.language import callers
from dragoman.records import Mention
from dragoman.resolve.focus import REACH, Focus, Scene, fields_of, last_word
from dragoman.resolve.index import inside, opens_sentence, sentence_index

MOST = 1000  # mentions that are looked at to tell which states a text is about


def institution(scene: Scene, focus: Focus, mention: Mention) -> Mention:
    """ "The ministry", "its delegation", "the embassy": of the state of the last such body, of the possessor, or of the last speaker."""
    document = scene.document
    words = document.words(mention.span).casefold().split()
    if not words:
        return mention
    named = known(scene, mention) or only_of(scene, words)
    if named is not None:
        return replace(mention, actor=named, score=0.9)
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


def known(scene: Scene, mention: Mention) -> str | None:
    """The state of a body that is known by name alone: "the State Department"."""
    names = (m for m in inside(scene.document, mention.span) if m.kind == "name" and m.subtype == "government" and m.by == "known-name")
    return next((m.actor for m in names if m.actor and m.span.end == mention.span.end), None)


def only_of(scene: Scene, words: list[str]) -> str | None:
    """The state of a body that few states call so, "the Ministry of External Affairs": the one most named, or the only one there is."""
    states = callers().get(" ".join(w for w in words if w not in ("the", "a")), ())
    if not states:
        return None
    named = Counter(m.actor for m in islice(scene.document.mentions, MOST) if m.type == "state" and m.kind == "name" and m.actor in states)
    return max(states, key=lambda state: named[state]) if named or len(states) == 1 else None


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
    """The state behind a possessive: that of the person for "his", the last subject or else the last state for "its"."""
    near = sentence_index(scene.document, mention.span.start)
    if word in ("his", "her"):
        recent = [i for span, i in focus.persons if near - sentence_index(scene.document, span.start) <= REACH and i in scene.persons]
        return next((s for i in reversed(recent) for s in scene.persons[i].states[:1]), None)
    named = [(span, i) for span, i in focus.states if near - sentence_index(scene.document, span.start) <= 1]
    subjects = [i for span, i in named if opens_sentence(scene.document, span)]
    return subjects[-1] if subjects else named[-1][1] if named else None
