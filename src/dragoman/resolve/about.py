"""Whom a statement is about: the states and bodies it names, the speaker's own side, and the other side of the matter in hand.

Most statements in diplomacy name at most one party: the other is the one that the sentence round them, the title or the
neighbouring sentences speak of.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.knowledge.actors import is_state
from dragoman.records import Document, Mention, Span, Statement
from dragoman.resolve.index import sentence_index

MINE = frozenset({"we", "us", "our", "ours"})
AROUND = 12  # sentences before and after that tell what the matter is; 8 lost recall on the training articles, 20 gained nothing
BACK = 2  # sentences back in which the last-named of the two leading parties is the other side
OFTEN = 2  # times that a state must be there to be a party by its weight alone
TITLED = 2  # what standing in the title counts beside one mention
AT_HOME = 2  # foreign states named up to which the speaker's own side is a party; beyond it he surveys the world


@dataclass(frozen=True, slots=True)
class Weight:
    """Where each state is spoken of: the numbers of its sentences in order, and who stands in the title."""

    sentences: dict[str, list[int]]
    titled: frozenset[str]


def about(document: Document) -> Document:
    """Fill ``about`` of every statement."""
    weight = weighed(document)
    return replace(document, statements=tuple(replace(s, about=parties(document, s, weight)) for s in document.statements))


def weighed(document: Document) -> Weight:
    """Where each state of a document is named, and whose voice is heard where."""
    found: dict[str, list[int]] = {}
    surfaces: dict[str, str] = {}
    for mention in document.mentions:
        for actor in states_of(mention):
            found.setdefault(actor, []).append(sentence_index(document, mention.span.start))
            if mention.kind == "name":
                surfaces.setdefault(document.words(mention.span).casefold(), actor)
    for statement in document.statements:
        if statement.voice_of and is_state(statement.voice_of[:3]):
            found.setdefault(statement.voice_of, []).append(sentence_index(document, statement.content[0].start))
    title = f" {(document.title or '').casefold()} "
    titled = frozenset(actor for words, actor in surfaces.items() if f" {words}" in title)
    return Weight({actor: sorted(numbers) for actor, numbers in found.items()}, titled)


def parties(document: Document, statement: Statement, weight: Weight) -> tuple[str, ...]:
    """The sorted ids of the actors that a statement concerns."""
    own = statement.voice_of
    named = named_by(document, statement)
    foreign = {i for i in named if i != own}
    home = [own] if own and is_state(own[:3]) else []
    if not foreign:
        return tuple(sorted({*named, *home, *other_side(document, statement, weight)}))
    if home:
        states = {i for i in foreign if is_state(i[:3])}
        party = len(states) <= AT_HOME or bool(words_of(document, statement) & MINE)
        return tuple(sorted({*named, *(home if party else ())}))
    pair = leading(document, statement, weight)[:2]
    joined = pair if own is None and len(foreign) == 1 and foreign & set(pair) else []
    return tuple(sorted({*named, *joined}))


def named_by(document: Document, statement: Statement) -> list[str]:
    """The actors in a content; those that only "our" or "their" stand for give way to others that are named."""
    told = [pair for span in statement.content for pair in actors_in(document, span)]
    plain = [i for i, m in told if not (m.kind == "pronoun" and m.members)]
    return plain if set(plain) - {statement.voice_of} else [i for i, _ in told]


def other_side(document: Document, statement: Statement, weight: Weight) -> list[str]:
    """Who is meant where a content names no foreign party: one named in its sentence, else a leading party of the matter.

    Of a speaker who speaks for nobody, both leading parties are meant.
    """
    own = statement.voice_of
    first, last = sentences_of(document, statement)
    sentence = Span(document.sentences[first].start, document.sentences[last].end) if document.sentences else statement.hull
    beside = [i for i, m in actors_in(document, sentence) if i != own and not any(s.covers(m.span) for s in statement.source)]
    ranked = [i for i in leading(document, statement, weight) if i != own]
    found = beside[:1]
    if not found:
        start = document.sentences[max(0, first - BACK)].start if document.sentences else 0
        recent = [i for i, _ in actors_in(document, Span(start, statement.content[0].start)) if i in ranked[:2]]
        found = recent[-1:] or ranked[:1]
    if own is None:
        found = [*found, *(i for i in ranked if i not in found)][:2]
    return found


def leading(document: Document, statement: Statement, weight: Weight) -> list[str]:
    """The states most spoken of round a statement, the first first."""
    return leading_near(document, statement.hull, weight)


def leading_near(document: Document, span: Span, weight: Weight) -> list[str]:
    """The states most spoken of round a stretch, the first first."""
    first, last = max(0, sentence_index(document, span.start)), max(0, sentence_index(document, span.end - 1))
    counted = []
    for actor, numbers in weight.sentences.items():
        there = bisect_right(numbers, last + AROUND) - bisect_left(numbers, first - AROUND) + TITLED * (actor in weight.titled)
        if there >= OFTEN:
            counted.append((-there, numbers[0], actor))
    return [actor for _, _, actor in sorted(counted)]


def sentences_of(document: Document, statement: Statement) -> tuple[int, int]:
    """The numbers of the first and the last sentence of a content."""
    hull = statement.hull
    return max(0, sentence_index(document, hull.start)), max(0, sentence_index(document, hull.end - 1))


def mentions_in(document: Document, span: Span) -> Iterator[Mention]:
    """The mentions that lie inside a span, in the order of the text."""
    for at in range(bisect_left(document.mentions, span.start, key=lambda m: m.span.start), len(document.mentions)):
        mention = document.mentions[at]
        if mention.span.start >= span.end:
            return
        if mention.span.end <= span.end:
            yield mention


def actors_in(document: Document, span: Span) -> Iterator[tuple[str, Mention]]:
    """The states and bodies that a stretch names, each with its mention."""
    for mention in mentions_in(document, span):
        for actor in (mention.actor, *mention.members):
            if actor and concerns(actor, mention):
                yield actor, mention


def states_of(mention: Mention) -> list[str]:
    """The states that a mention names."""
    return [i for i in (mention.actor, *mention.members) if i and is_state(i[:3]) and concerns(i, mention)]


def concerns(actor: str, mention: Mention) -> bool:
    """Whether an actor is one that relations are about."""
    return (is_state(actor[:3]) and (len(actor) == 3 or actor[3] == ":")) or (
        actor.startswith(("org:", "group:"))
        and mention.subtype not in ("media", "company", "ngo")
        and mention.by in ("known-name", "pronoun", "institution")
    )


def words_of(document: Document, statement: Statement) -> frozenset[str]:
    """The words of a content in small letters."""
    found: set[str] = set()
    for span in statement.content:
        start = bisect_left(document.tokens, span.start, key=lambda t: t.span.start)
        stop = bisect_left(document.tokens, span.end, key=lambda t: t.span.start)
        found |= {token.norm for token in document.tokens[start:stop]}
    return frozenset(found)
