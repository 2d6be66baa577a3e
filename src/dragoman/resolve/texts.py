"""Texts that speak: who issued "the statement", "Wednesday's document", "the communique's last line", "his letter"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.knowledge.language import word_set
from dragoman.records import Document, Mention, Span, Statement
from dragoman.resolve.index import before, inside, quoted, sentence_index
from dragoman.resolve.media import is_medium

HEAD_END = re.compile(r" (?:of|from|which|by) ")
PART = re.compile(r"(?P<whole>.+)'s (?:[\w-]+ ){0,2}(?P<part>\w+)$")
DAY = re.compile(r"(?:yester|mon|tues|wednes|thurs|fri|satur|sun)day's |(?:today|last \w+)'s ")
ANY = ("document", "text")  # words for texts of every kind
SEVERAL = ("the ", "both ", "these ")
OPENERS = ("the", "its", "this", "that")
NEAR = 3  # sentences from the last statement to a text that goes on
AGAIN = 20  # sentences back to the same word for a text: most of an article
WINDOW = 4000  # characters of these sentences at most


@dataclass(frozen=True, slots=True)
class Issued:
    """Who issued a text that speaks, with whom, for whom if that differs, and by what way it was found."""

    issuer: str | None
    way: str = "text-again"
    voice: str | None = None
    others: tuple[str, ...] = ()


def issued(document: Document, source: Span, words: str, mentions: list[Mention], last: Statement | None) -> Issued | None:
    """Who issued the text that a source names; None where the source is no text, nobody where no issuer can be told."""
    noun = text_noun(words)
    if noun is None or any(m.kind == "name" and m.span.end == source.end and m.type != "person" for m in mentions):
        return None
    if (owner := possessor(document, source, words, mentions)) is not None:
        return Issued(owner, "issuer")
    issuers = [m.actor for m in mentions if m.type in ("state", "organisation") and m.actor and m.subtype != "media"]
    if issuers:
        return Issued(issuers[0], "issuer")
    again = words.split(maxsplit=1)[0] in OPENERS or DAY.match(words) is not None
    if again and (teller := told_before(document, source, noun)) is not None:
        return Issued(teller, "text-again")
    if again and last is not None and last.speaker and goes_on(document, source, last):
        return Issued(last.speaker, "text-again", last.voice_of, last.co_speakers)
    return Issued(named_beside(document, source))


def goes_on(document: Document, source: Span, last: Statement) -> bool:
    """Whether the statement before is a body's and near, so that the text is its own."""
    gap = sentence_index(document, source.start) - sentence_index(document, last.content[-1].end - 1)
    return gap <= NEAR and not (last.speaker or "").startswith("person:")


def text_noun(words: str) -> str | None:
    """The noun for a text that heads a source: "communique" in "the communique's last line"; None where none does."""
    plain = HEAD_END.split(DAY.sub("the ", words), maxsplit=1)[0].replace(",", "").rstrip(" 0123456789")
    part = PART.match(plain)
    if part is not None and part["part"] in word_set("nominals", "parts"):
        plain = part["whole"]
    last = plain.split()[-1] if plain.split() else ""
    if last in word_set("nominals", "documents"):
        return last
    single = last.removesuffix("s")
    loose = word_set("nominals", "anonymous") | word_set("nominals", "press")  # "the reports", "the papers" are nobody's
    several = words.startswith(SEVERAL) and single in word_set("nominals", "documents") - loose
    return single if several and single != last else None


def possessor(document: Document, source: Span, words: str, mentions: list[Mention]) -> str | None:
    """The person whose text it is: "Kirabos's statement", "his letter", "the minister, whose statement"."""
    if words.startswith("whose "):
        near = [m for m in before(document, source.start, 120) if document.text[m.span.end : source.start].strip() == "," and m.actor]
        return next((m.actor for m in near if m.kind == "name"), None)
    for mention in mentions:
        if mention.type != "person" or not mention.actor or mention.span.start != source.start:
            continue
        own = document.text[mention.span.end : mention.span.end + 2] in ("'s", "\u2019s")
        if (mention.kind == "name" and own) or (mention.kind == "pronoun" and words.startswith(("his ", "her "))):
            return mention.actor
    return None


def told_before(document: Document, source: Span, noun: str) -> str | None:
    """The only body in the last sentence of the narrator's that tells of such a text: "The council issued a statement"."""
    here = sentence_index(document, source.start)
    printed = noun in word_set("nominals", "printed")
    wanted = word_set("nominals", "documents") if noun in ANY else {noun, noun + "s"}
    for number in range(here, max(-1, here - AGAIN - 1), -1):
        sentence = document.sentences[number]
        if source.start - sentence.start > WINDOW:
            return None
        span = Span(sentence.start, min(sentence.end, source.start))
        told = {w.strip("\"'\u201c\u201d,.;:()") for w in document.words(span).casefold().split()}
        if not told & wanted:
            continue
        bodies = {m.actor for m in inside(document, span) if issues(document, m, printed)}
        if len(bodies) == 1:
            return bodies.pop()
    return None


def issues(document: Document, mention: Mention, printed: bool) -> bool:
    """Whether a mention is a body that may have issued a text: an organisation or institution of the narrator's, a medium for its own."""
    if not mention.actor or quoted(document, mention.span.start):
        return False
    if mention.type == "organisation" and mention.kind == "name":
        return printed or not is_medium(document, mention)
    return not printed and mention.type == "state" and mention.subtype == "government"


def named_beside(document: Document, source: Span) -> str | None:
    """The body or institution that is named last in this sentence or the one before it."""
    here = sentence_index(document, source.start)
    for mention in before(document, source.start, 500):
        if here - sentence_index(document, mention.span.start) > 1:
            break
        body = mention.type == "organisation" and mention.kind == "name" and not is_medium(document, mention)
        if mention.actor and (body or (mention.type == "state" and mention.subtype == "government")):
            return mention.actor
    return None
