"""Several who speak with one voice: "both sides", "the two ministers", "Turkey and Egypt", "the four", "they"."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from dragoman.knowledge.actors import is_state
from dragoman.knowledge.language import title_words
from dragoman.records import Document, Mention, Span, Statement
from dragoman.resolve.index import before, quoted, sentence_index

REACH = 2  # sentences back that "both" looks
NEAR = 600  # characters back, whatever the sentences
BACK = 6  # sentences back where fewer were named than "both" counts
FURTHER = 600  # characters more for these
ARTICLE = 4000  # characters back that tell which states an article is about: most of one
NUMBERS = {"both": 2, "two": 2, "pair": 2, "three": 3, "four": 4, "five": 5, "six": 6}


LINKS = (",", "and", ", and", "and the", ", the")  # what stands between the members of a list


@dataclass(frozen=True, slots=True)
class Several:
    """Who speaks together, the id of their joint voice if they are states, and by what way they were found."""

    members: tuple[str, ...]
    voice: str | None
    way: str


def several(document: Document, source: Span, words: str, mentions: list[Mention], last: Statement | None) -> Several | None:
    """Those who are named together in a source, or whom it counts; None where one speaks or nobody can tell who."""
    if words == "they":
        return the_same(last)
    states = tuple(dict.fromkeys(m.actor for m in mentions if m.type == "state" and m.actor and is_state(m.actor[:3])))
    counted = count(words)
    if len(states) > 1 and (" and " in words or counted):
        return Several(states, joint_voice(states), "joint")
    group = next((m for m in mentions if m.type == "group" and m.kind == "nominal" and m.span.start == source.start), None)
    if group is not None and len(group.members) > 1:
        return Several(group.members, joint_voice(group.members), "joint-again")
    if words.split(maxsplit=1)[0] in NUMBERS and words.split(maxsplit=1)[0] != "both":
        return None  # "two senators" are new ones
    return those_before(document, source, words, counted or (2 if group is not None or words.startswith(PARTIES) else 0))


PARTIES = ("the sides", "the parties", "the delegations", "the interlocutors", "each")


def the_same(last: Statement | None) -> Several | None:
    """ "They": those who spoke before, if they were several or a body."""
    if last is None or not last.speaker or (last.speaker.startswith("person:") and not last.co_speakers):
        return None
    return Several((last.speaker, *last.co_speakers), last.voice_of, "joint-again")


def count(words: str) -> int:
    """How many a source says that they are: "both", "the two ministers", "all three"; 0 where it does not count."""
    first = words.split()[:2]
    if first[:1] == ["both"]:
        return 2
    return NUMBERS.get(first[1], 0) if len(first) > 1 and first[0] in ("the", "all", "these", "those") else 0


def those_before(document: Document, source: Span, words: str, number: int) -> Several | None:
    """As many persons or states as a source counts, if so many were named shortly before it."""
    if not number:
        return None
    noun = words.rsplit(maxsplit=1)[-1]
    persons = people_before(document, source, number if is_personal(noun) else 0) if noun in ("both", *NUMBERS) or is_personal(noun) else ()
    if len(persons) == number:
        return Several(persons, None, "joint-again")
    states = states_before(document, source, number)
    return Several(states, joint_voice(states), "joint-again") if states else None


def is_personal(noun: str) -> bool:
    """Whether a plural noun means persons: "ministers", "negotiators", "the interlocutors"."""
    return (noun.endswith("s") and noun[:-1] in title_words().person_nouns) or noun in ("men", "women")


def people_before(document: Document, source: Span, number: int) -> tuple[str, ...]:
    """The persons named in the last sentences before a source, in the order of the text; further back where so many are sought."""
    here = sentence_index(document, source.start)
    found: list[str] = []
    for mention in before(document, source.start, NEAR + FURTHER):
        gap = here - sentence_index(document, mention.span.start)
        if gap > REACH and (len({*found}) >= number or gap > BACK):
            break
        if mention.type == "person" and mention.kind == "name" and mention.actor and not quoted(document, mention.span.start):
            found.append(mention.actor)
    return tuple(dict.fromkeys(reversed(found)))


def states_before(document: Document, source: Span, number: int) -> tuple[str, ...]:
    """As many states as a source counts: those just named, those last listed together, or the two of whom most is told."""
    states = [m for m in before(document, source.start, ARTICLE) if m.type == "state" and m.actor and is_state(m.actor[:3])]
    here = sentence_index(document, source.start)
    close = [m for m in states if source.start - m.span.start <= NEAR and here - sentence_index(document, m.span.start) <= REACH]
    near = {m.actor for m in close if m.actor}
    if len(near) == number:
        return tuple(sorted(near))
    listed = listed_together(document, states[::-1], number)
    if listed:
        return listed
    told = Counter(m.actor for m in states if m.actor)
    ranked = sorted(told, key=lambda s: (-told[s], s))
    clear = number == 2 == len(ranked) or (number == 2 < len(ranked) and told[ranked[1]] > told[ranked[2]])
    return tuple(sorted(ranked[:2])) if clear and (not near or near & {*ranked[:2]}) else ()


def listed_together(document: Document, states: list[Mention], number: int) -> tuple[str, ...]:
    """The members of the last list of so many states: "A, B, C and D"."""
    runs: list[list[str]] = []
    end = -1
    for mention in states:
        if mention.subtype == "demonym" or mention.actor is None:
            continue
        joined = end >= 0 and document.text[end : mention.span.start].strip() in LINKS
        runs = [*runs[:-1], [*runs[-1], mention.actor]] if joined else [*runs, [mention.actor]]
        end = mention.span.end
    return next((tuple(sorted({*run})) for run in reversed(runs) if len({*run}) == number), ())


def joint_voice(states: tuple[str, ...]) -> str:
    """The id of two or more states that speak with one voice."""
    return "group:" + "-".join(s.casefold() for s in sorted(states))
