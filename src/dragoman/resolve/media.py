"""Relaying media: "told Interfax", "was quoted by X as saying", "KCNA said, citing the ministry"; and the speaker of an outer statement.

What somebody goes on to say without a new occasion reaches us by the same medium: "told Interfax that ... He added ...".
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from dragoman.knowledge.actors import is_state
from dragoman.knowledge.language import closed, word_set
from dragoman.records import Document, Mention, Span, Statement
from dragoman.resolve.index import inside, sentence_index
from dragoman.resolve.slugs import slug

BEFORE = 80  # characters between a cue of relaying and its medium
GOES_ON = 4  # sentences that may part a statement from the next of the same speaker and occasion
OCCASIONS = ("conference", "briefing", "release", "statement")  # "a press conference" is no medium
OWN = frozenset({"this", "our"})  # "told this newspaper": the outlet itself
QUOTED_BY = re.compile(r"\b(?:quoted|cited) by (?:the )?(?:[a-z]+ ){0,3}$")


def relayed(document: Document) -> Document:
    """Fill ``via`` of every statement: its media, and who speaks in the statement that it stands in."""
    by_id = {s.id: s for s in document.statements}
    told: dict[str, tuple[Statement, tuple[str, ...]]] = {}  # by speaker: his last statement, and the media of its occasion
    done = []
    for statement in document.statements:
        media = media_of(document, statement)
        before = told.get(statement.speaker or "")
        if not media and before is not None and goes_on(document, before[0], statement):
            media = before[1]
        if statement.speaker and statement.within is None:
            told[statement.speaker] = (statement, media)
        done.append(replace(statement, via=tuple(dict.fromkeys((*media, *outer_speaker(statement, by_id))))))
    return replace(document, statements=tuple(done))


def media_of(document: Document, statement: Statement) -> tuple[str, ...]:
    """The ids of the media that the words of a statement name, outermost last."""
    found = [
        medium_id(document, m)
        for span in statement.media
        for m in inside(document, span)
        if m.kind == "name" and m.type in ("organisation", "other")
    ]
    if not found:
        found = [called for span in statement.media if (called := common(document, span)) is not None]
    if statement.standing == "media" and statement.speaker:
        found.append(statement.speaker)
    if statement.addressee_span is not None and not found:
        told = [medium_id(document, m) for m in inside(document, statement.addressee_span) if is_medium(document, m)]
        called = None if told else common(document, statement.addressee_span)
        found += told or ([called] if called is not None else [])
    found += [medium_id(document, m) for m in beside(document, statement)]
    return tuple(dict.fromkeys(found or aired(document, statement)))


def goes_on(document: Document, before: Statement, statement: Statement) -> bool:
    """Whether somebody speaks on at the occasion of his last statement: soon after it, and told to nobody else."""
    if statement.addressee_span is not None or statement.within is not None or statement.said.occasion:
        return False
    gap = sentence_index(document, statement.content[0].start) - sentence_index(document, before.content[-1].end - 1)
    return gap <= GOES_ON and statement.said.date == before.said.date


def outer_speaker(statement: Statement, by_id: dict[str, Statement]) -> tuple[str, ...]:
    """Who speaks in the statement that another stands in; a state does not relay its own spokesman."""
    outer = by_id.get(statement.within or "")
    if outer is None or not outer.speaker or outer.speaker == statement.speaker:
        return ()
    return () if is_state(outer.speaker) and outer.speaker == statement.voice_of else (outer.speaker,)


def medium_id(document: Document, mention: Mention) -> str:
    """The id of a medium's name, also where nothing but its place in the sentence told that it is one."""
    return mention.actor or f"org:{slug(document.words(mention.span))}"


def common(document: Document, span: Span) -> str | None:
    """The id of a medium that is called by common nouns, "Iranian state media", or by one that stands for a name before it."""
    words = [w.strip(".,\"'") for w in document.words(span).split()]
    following = document.text[span.end : span.end + BEFORE].split(maxsplit=1)
    behind = [*words[1:], following[0].strip(".,;:") if following else ""]
    nouns = [n for n, word in enumerate(words) if word.casefold() in word_set("names", "common_media") and behind[n] not in OCCASIONS]
    if not nouns:
        return None
    edges = closed("determiners") | closed("possessives") | closed("prepositions")
    first = max((n for n in range(nouns[-1]) if words[n].casefold() in edges), default=-1)
    if first >= 0 and words[first].casefold() in OWN:
        return None
    called = " ".join(words[first + 1 : nouns[-1] + 1])
    if is_publisher(document, called.casefold()):
        return None
    if " " in called:
        return f"org:{slug(called)}"
    return next((m.actor for m in inside(document, span) if m.actor and m.actor.startswith("org:")), None)


def is_medium(document: Document, mention: Mention) -> bool:
    """Whether a name is a medium's: a known one, one with a word such as "Radio" in it, behind "the daily", or "quoted by"."""
    if mention.kind != "name" or mention.type not in ("organisation", "other"):
        return False
    if mention.by == "known-name" and mention.subtype != "media":
        return False  # "the UN refugee agency"
    name = document.words(mention.span).casefold().removeprefix("the ")
    if is_publisher(document, name) or {*name.split()} <= word_set("names", "common_media"):
        return False
    left = document.text[max(0, mention.span.start - BEFORE) : mention.span.start].casefold()
    called = {*left.replace('"', " ").split()[-1:]} & word_set("names", "press")
    named = mention.subtype == "media" or bool({*name.split()} & word_set("names", "media"))
    return named or bool(called) or QUOTED_BY.search(left) is not None


def is_publisher(document: Document, name: str) -> bool:
    """Whether a name, in small letters, is the outlet's own, or the word it goes by: "the Post" in the Gulf Post."""
    publisher = (document.publisher or "").casefold().removeprefix("the ")
    words, own = name.split(), publisher.split()
    initials = "".join(word[0] for word in own)
    return bool(words) and (name == publisher or (len(words) == 1 and (words[0] in own or words[0] == initials)))


def sentence_of(document: Document, statement: Statement) -> Span | None:
    """The sentence of a statement's cue, or where it has none that in which it begins."""
    anchor = statement.cue[0] if statement.cue else statement.hull
    index = sentence_index(document, anchor.start)
    return document.sentences[index] if index >= 0 else None


def beside(document: Document, statement: Statement) -> list[Mention]:
    """Media named in the same sentence in words of relaying: "according to", "quoted by", "told", "citing", "on", "reported"."""
    sentence = sentence_of(document, statement)
    if sentence is None:
        return []
    found = []
    for mention in inside(document, sentence):
        held = any(c.covers(mention.span) for c in statement.content) or any(s.covers(mention.span) for s in statement.source)
        if not held and is_medium(document, mention) and relays(document, mention, sentence):
            found.append(mention)
    return found


def aired(document: Document, statement: Statement) -> list[str]:
    """The medium without a name on which somebody speaks: "said on state TV", "speaking on a weekly talk show", "telling Turkish radio"."""
    sentence = sentence_of(document, statement)
    if sentence is None:
        return []
    for match in aired_pattern().finditer(document.text, sentence.start, sentence.end):
        span = Span(match.start(1), match.end(1))
        held = any(part.touches(span) for part in (*statement.content, *statement.source))
        called = None if held else common(document, span)
        if called is not None:
            return [called]
    return []


@cache
def aired_pattern() -> re.Pattern[str]:
    """Words of telling or airing, and up to five words that end in a common noun for a medium."""
    nouns = "|".join(sorted(map(re.escape, word_set("names", "common_media"))))
    airing = r"on|via|told|telling|(?:quoted|cited|reported|carried|published|broadcast) by|(?:spoke|speaking|interview) (?:to|with|in|on)"
    return re.compile(rf"\b(?:{airing})\s+((?:[\w'\u2019-]+\s+){{0,4}}(?:{nouns})\b(?:\s+(?:talk\s+)?show\b)?)", re.IGNORECASE)


def relays(document: Document, mention: Mention, sentence: Span) -> bool:
    """Whether the words round a medium say that it passed something on."""
    left = document.text[max(sentence.start, mention.span.start - BEFORE) : mention.span.start].casefold()
    right = document.text[mention.span.end : min(sentence.end, mention.span.end + 40)].casefold()
    words = {w.strip(".,;:\"'()") for w in (left.split()[-7:] + right.split()[:3])}
    return bool(words & word_set("names", "relaying"))
