"""The ministry, its delegation, the embassy: the state of an institution that does not say it."""

from __future__ import annotations

from dataclasses import replace

from dragoman.knowledge.actors import is_state
from dragoman.records import Mention
from dragoman.resolve.focus import REACH, Focus, Scene, fields_of, last_word
from dragoman.resolve.index import opens_sentence, sentence_index


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
