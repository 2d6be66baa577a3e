"""Who speaks: from the source's words to an actor, the office he speaks in, and the state or body he speaks for.

A person named in the source is the speaker; a nominal or pronoun gives the person it stands for; an institution gives
its state; a text that speaks gives who issued it. Unnamed officials stay unnamed, and speak for their state all the same.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace

from dragoman.knowledge.actors import is_state
from dragoman.knowledge.language import title_words, word_set
from dragoman.knowledge.scores import chances
from dragoman.records import Actor, Document, Occasion, Office, Span, Statement
from dragoman.resolve.bodies import office_body
from dragoman.resolve.floating import agentless, before_floating, interviewee
from dragoman.resolve.incumbents import confirmed
from dragoman.resolve.index import inside, paragraph_index, sentence_index
from dragoman.resolve.media import relayed
from dragoman.resolve.said import Said
from dragoman.resolve.sources import of_source
from dragoman.resolve.turns import in_full, initials

NEAR, WITHIN_PARAGRAPH = 2, 4  # sentences over which a speaker goes on: anywhere, and in a paragraph that names nobody else
RANK = {"current": 0, "acting": 0, "elect": 1, "self-proclaimed": 1, "former": 2}


@dataclass(slots=True)
class Talk:
    """What is known while the statements are read in order: the persons, the interviewee and the last statement by itself."""

    persons: dict[str, Actor]
    guest: str | None
    labels: dict[str, frozenset[str]]
    done: list[Statement] = field(default_factory=list)
    last: Statement | None = None
    nameless: Statement | None = None


def speakers(document: Document) -> Document:
    """Fill speaker, standing, office, voice, media, occasion and score of every statement."""
    talk = Talk({actor.id: actor for actor in document.actors}, interviewee(document), initials(document))
    for statement in document.statements:
        found = spoken(document, statement, talk)
        talk.done.append(found)
        if found.within is None:
            talk.last = found if found.speaker else talk.last
            talk.nameless = found if is_nameless(document, found, talk.nameless) else talk.nameless if not found.source else None
    return relayed(replace(document, statements=tuple(talk.done)))


def is_nameless(document: Document, statement: Statement, nameless: Statement | None) -> bool:
    """Whether a person without a name speaks: "a senior official", "one diplomat", "Cambodia's prime minister", or he again."""
    if not statement.source or (statement.speaker or "").startswith("person:"):
        return False
    words = document.words(statement.source[0]).casefold().replace("\u2019", "'").replace("'s", "").split()
    if nameless is not None and words[0] in ("he", "she", "the", "him", "her"):
        return statement.speaker == nameless.speaker
    plain = {w.strip(",") for w in words}
    if statement.speaker:
        return words[0] not in ("he", "she") and any(w in word_set("nominals", "offices") or w.startswith("spokes") for w in plain)
    return words[0] not in ("he", "she", "his", "her") and bool(plain & (title_words().person_nouns | {"member", "minister", "delegate"}))


def spoken(document: Document, statement: Statement, talk: Talk) -> Statement:
    """A statement with everything about its speaker."""
    if (own := in_full(document, statement, talk.done, talk.guest, talk.labels)) is not None:
        return filled(document, statement, own, talk)
    if not statement.source:
        return unattributed(document, statement, talk)
    who = of_source(document, statement, talk.last, talk.guest, talk.nameless)
    if who.speaker is None and (body := office_body(document, statement.source[0])) in talk.persons:
        voice = voice_of_person(talk.persons[body])
        who = Said(voice, voice, (), "institution-again") if voice else who
    return filled(document, statement, who, talk)


def filled(document: Document, statement: Statement, who: Said, talk: Talk) -> Statement:
    """A statement whose speaker is known as far as the text tells him."""
    office = office_of(talk.persons.get(who.speaker or ""))
    sure = who.way == "name-guessed" and confirmed(document, talk.persons.get(who.speaker or ""))
    way = "name-confirmed" if sure else who.way
    voice = who.voice or voice_of_person(talk.persons.get(who.speaker or ""))
    words = document.words(statement.source[0]).casefold() if statement.source else ""
    return replace(
        statement, speaker=who.speaker, co_speakers=who.others, office=office.title if office else None, voice_of=voice,
        standing=standing(words, who, office), said=said(document, statement), score=chance(statement, way),
    )  # fmt: skip


def unattributed(document: Document, statement: Statement, talk: Talk) -> Statement:
    """A quotation without source or cue: the subject of the sentence before it, else the speaker before it if he is near."""
    if statement.by == "it-was-said" or agentless(document, statement, talk.last):
        return replace(statement, standing=None, said=said(document, statement), score=chance(statement, "unnamed"))
    if statement.by == "interview-answer" and talk.guest:
        return filled(document, statement, Said(talk.guest, None, (), "answer"), talk)
    if (nameless := unnamed_before(document, statement, talk.nameless)) is not None:
        return filled(document, statement, nameless, talk)
    subject = before_floating(document, statement, talk.last)
    if subject is not None:
        return filled(document, statement, subject, talk)
    last = talk.last
    if last is not None and statement.by == "introduced-quotation" and not one_paragraph(document, last, statement):
        last = None  # a clause of its own paragraph introduces it: "A resident: ..."
    if last is None or far(document, last, statement) or (talk.guest and not one_paragraph(document, last, statement)):
        if talk.guest and statement.within is None:
            return filled(document, statement, Said(talk.guest, None, (), "interviewee"), talk)
        return replace(statement, standing=None, said=said(document, statement), score=chance(statement, "unresolved"))
    return replace(
        statement, speaker=last.speaker, co_speakers=last.co_speakers, office=last.office, voice_of=last.voice_of, standing=last.standing,
        said=last.said, score=chance(statement, "continued"),
    )  # fmt: skip


def one_paragraph(document: Document, last: Statement, statement: Statement) -> bool:
    """Whether two statements stand in one paragraph."""
    return paragraph_index(document, last.content[-1].end - 1) == paragraph_index(document, statement.content[0].start)


def unnamed_before(document: Document, statement: Statement, nameless: Statement | None) -> Said | None:
    """The unnamed person who spoke right before a quotation in its paragraph, nobody being named in between."""
    if nameless is None or not one_paragraph(document, nameless, statement):
        return None
    gap = sentence_index(document, statement.content[0].start) - sentence_index(document, nameless.content[-1].end - 1)
    if gap not in (0, 1) or named_between(document, max(nameless.source[0].end, nameless.hull.end), statement.content[0].start):
        return None
    return Said(None, nameless.voice_of, (), "unnamed-again")


def named_between(document: Document, start: int, end: int) -> bool:
    """Whether a person is named between two offsets."""
    return any(m.type == "person" and m.kind == "name" for m in inside(document, Span(start, max(start, end))))


def far(document: Document, last: Statement, statement: Statement) -> bool:
    """Whether more than two sentences part two statements, or more than four of one paragraph in which nobody else is named."""
    gap = sentence_index(document, statement.content[0].start) - sentence_index(document, last.content[-1].end - 1)
    if gap <= NEAR:
        return False
    start, end = last.hull.end, statement.content[0].start
    return gap > WITHIN_PARAGRAPH or not one_paragraph(document, last, statement) or named_between(document, start, end)


def office_of(person: Actor | None) -> Office | None:
    """The office somebody speaks in: a current one of a state or body first, then a former one that is told of first."""
    if person is None or not person.offices:
        return None
    telling = [o for o in person.offices if o.of] or list(person.offices)
    told = [o for o in telling if o.evidence]
    first = min(told, key=lambda o: o.evidence or Span(0, 0), default=None)
    if first is not None and first.status == "former":
        return first
    return min(telling, key=lambda o: RANK.get(o.status or "", 3))


def voice_of_person(person: Actor | None) -> str | None:
    """The state or body that somebody's offices speak for; former holders, scholars and the opposition speak for themselves."""
    if person is None:
        return None
    silent = word_set("nominals", "experts") | {"opposition"}
    speaking = [o for o in person.offices if o.status != "former" and o.of and not {*o.title.split()} & silent]
    return speaking[0].of if speaking else None


def standing(words: str, who: Said, office: Office | None) -> str | None:
    """In what standing somebody speaks: in office, as a former holder, for the opposition, as an expert, as a medium, unnamed."""
    if "opposition" in words or (office is not None and "opposition" in office.title):
        return "opposition"
    if office is not None:
        if office.status == "former":
            return "former"
        return "expert" if {*office.title.split()} & word_set("nominals", "experts") else "office"
    if who.speaker is None:
        return "anonymous"
    if who.medium:
        return "media"
    return "office" if is_state(who.speaker[:3]) or who.speaker.startswith("org:") else "other"


def said(document: Document, statement: Statement) -> Occasion:
    """When, where and at what occasion: the day beside the cue, else the day of publication."""
    day = document.published
    if statement.cue:
        cue = statement.cue[0]
        index = sentence_index(document, cue.start)
        sentence = document.sentences[index] if index >= 0 else cue
        day = beside(document, statement, sentence, cue) or day
    return replace(statement.said, date=day)


def chance(statement: Statement, way: str) -> float:
    """The chance that a statement and its speaker are right: that of its words, with which it came, times that of the way."""
    words = statement.score if statement.cue else chances().loose  # words without a cue are all of one chance
    return round(words * chances().ways[way], 2)


RELATIVE = re.compile(r",?\s+(?:who|which|whose)\b")


def describes_source(document: Document, statement: Statement, span: Span) -> bool:
    """Whether a day stands in a relative clause on the source: "the minister, who signed it on May 20, also noted"."""
    end = statement.source[-1].end if statement.source else span.start
    return end < span.start and RELATIVE.match(document.text, end) is not None


def beside(document: Document, statement: Statement, sentence: Span, cue: Span) -> str | None:
    """The day that is named within sixty characters of a cue, outside content and source."""
    start = bisect_left(document.times, sentence.start, key=lambda t: t.span.start)
    days = []
    for time in document.times[start:]:
        if time.span.start >= sentence.end:
            break
        held = any(s.covers(time.span) for s in (*statement.content, *statement.source))
        plain = time.type in ("DATE", "TIME") and time.begins and time.begins == time.ends and not time.anniversary_of
        if plain and not held and not describes_source(document, statement, time.span) and abs(time.span.start - cue.end) < 60:
            days.append((abs(time.span.start - cue.end), time.begins))
    return min(days, key=lambda d: d[0])[1] if days else None
