"""The stories that a relation is told from: those of the time, each text once, without voices that the others contradict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from dragoman.records import Coverage, Story
from dragoman.relate import model


def in_time(story: Story, as_of: str) -> bool:
    """Whether a story was out by a day; what has no day cannot be placed and is left out."""
    published = story.document.published
    return published is not None and published[:10] <= as_of


def distinct(stories: Iterable[Story]) -> tuple[Story, ...]:
    """The stories by day, those of one text as one: a copy that an archive did not fold is no second report."""
    found: dict[str, Story] = {}
    for story in sorted(stories, key=lambda s: (s.document.published or "", s.document.id)):
        text = " ".join(story.document.text.casefold().split())
        known = found.get(text)
        outlets = {*outlets_of(story), *(outlets_of(known) if known else ())}
        copies = story.copies + (known.copies + 1 if known else 0)
        found[text] = Story((known or story).document, tuple(sorted(outlets)), copies)
    return tuple(found.values())


def settled(stories: Sequence[Story]) -> tuple[Story, ...]:
    """The stories without voices that the others contradict.

    Who speaks for one state in forty stories speaks for no other in two: there the reader took an office for his that stands
    near his name. What he says stays his; it is no state's.
    """
    heard: dict[str, Counter[str]] = {}
    for story in stories:
        for who, voice in sorted({(s.speaker, s.voice_of) for s in story.document.statements if s.speaker and s.voice_of}):
            heard.setdefault(who, Counter())[voice] += 1
    wrong = {
        (speaker, voice) for speaker, counts in heard.items() for voice in counts if model.OUTVOTED * counts[voice] <= max(counts.values())
    }
    return tuple(unvoiced(story, wrong) for story in stories)


def unvoiced(story: Story, wrong: Collection[tuple[str, str]]) -> Story:
    """A story in which some speakers speak for nobody."""
    document = story.document
    if all((s.speaker, s.voice_of) not in wrong for s in document.statements):
        return story
    statements = tuple(
        replace(s, voice_of=None, standing="other", office=None) if (s.speaker, s.voice_of) in wrong else s for s in document.statements
    )
    return replace(story, document=replace(document, statements=statements))


def outlets_of(story: Story) -> tuple[str, ...]:
    """The outlets that printed a story."""
    return story.publishers or ((story.document.publisher,) if story.document.publisher else ())


def counted(stories: Sequence[Story]) -> Coverage:
    """What a relation was told from, as the stories show it."""
    folded = sum(story.copies for story in stories)
    outlets = {outlet for story in stories for outlet in outlets_of(story)}
    unresolved = sum(statement.speaker is None for story in stories for statement in story.document.statements)
    return Coverage(len(stories), folded, len(outlets), unresolved, 0)
