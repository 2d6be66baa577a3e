"""Names that rules and encoder left too long or of the wrong kind: a body with its officer, a title in a name, a firm as a person."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from dragoman.annotate.namesakes import located
from dragoman.annotate.persons import PARTICLES, after_title, before_apposition, given, head_type, person_titles
from dragoman.annotate.stream import adjacent, first_at, norm, raw, sorted_mentions, span_of, within
from dragoman.knowledge.language import word_set
from dragoman.records import Document, Mention, Span

PARTY = re.compile(r"[DRI]-[A-Z][\w.]*")
"""The party and region of an American legislator: "R-Ohio", "D-Calif."."""
LONGEST_NAME = 4  # words of a person behind a body's possessive: "the UN's Ilse van der Molen"


def mended_names(document: Document) -> Document:
    """The names of a document, each a name of one thing and of the kind that the rest of the text shows it to be."""
    named = [m for m in document.mentions if m.type == "person" and " " in document.words(m.span)]
    whole = frozenset(tuple(norm(document, i) for i in within(document, m.span)) for m in named)
    full = frozenset(norm_last(document, m) for m in named)
    listed = frozenset(m.span.start for m in document.mentions if m.by == "known-name")
    cut = [m for mention in document.mentions for m in parts(document, mention, full, listed, whole)]
    firms = firm_names(document, cut)
    told = sorted_mentions([as_firm(document, called(document, m, full), firms) for m in cut])
    people = [m.span for m in told if m.type == "person"]
    return replace(document, mentions=tuple(m for m in told if m.type != "person" or not inner(people, m.span)))


def called(document: Document, mention: Mention, full: frozenset[str]) -> Mention:
    """A capital or a guessed body as the person of that family name, where one is named in full and nobody is in it: "Paris said she"."""
    at = first_at(document.tokens, mention.span.start)
    guessed = mention.subtype == "capital" or (mention.type == "organisation" and mention.by == "encoder")
    if not guessed or norm(document, at) not in full or document.tokens[at].span != mention.span or located(document, at):
        return mention
    return replace(mention, type="person", subtype=None, actor=None, by="family-name")


def inner(people: list[Span], span: Span) -> bool:
    """Whether a person's name lies in the longer one that begins last before it."""
    at = bisect_left(people, span) - 1
    return at >= 0 and people[at].covers(span)


def norm_last(document: Document, mention: Mention) -> str:
    """The folded last word of a name."""
    return norm(document, first_at(document.tokens, mention.span.end - 1))


def parts(
    document: Document, mention: Mention, full: frozenset[str], listed: frozenset[int], whole: frozenset[tuple[str, ...]]
) -> Iterator[Mention]:
    """A name, cut where it is two, without a title at its beginning; nothing for a party's tag."""
    if mention.kind != "name" or mention.type not in ("person", "organisation", "place", "other"):
        yield mention
        return
    if PARTY.fullmatch(document.words(mention.span)):
        return
    start, end = first_at(document.tokens, mention.span.start), first_at(document.tokens, mention.span.end - 1)
    if mention.type == "person":
        yield named_medium(document, shortened(document, mention, start, end, whole), start)
    elif mention.type == "organisation" and (owner := officer_behind(document, start, end, full)) is not None:
        if owner > start + 1 and mention.span.start not in listed:
            yield replace(mention, span=span_of(document, start, owner - 2))
        yield Mention(span_of(document, owner, end), "name", "person", score=mention.score, by="person-evidence")
    else:
        yield mention


def officer_behind(document: Document, start: int, end: int, full: frozenset[str]) -> int | None:
    """The token where a person's name begins behind a body's possessive: "the UN's | Ilse Vandermolen"."""
    for at in range(end, max(start, end - LONGEST_NAME), -1):
        if norm(document, at) == "'s":
            words = [norm(document, i) for i in range(at + 1, end + 1)]
            bears = bool(words) and (words[0] in given() or words[-1] in full) and head_type(words) is None
            return at + 1 if bears else None
    return None


def shortened(document: Document, mention: Mention, start: int, end: int, whole: frozenset[tuple[str, ...]]) -> Mention:
    """A person's name without an office or a caption at its beginning, and once where it stands there twice, as under a photograph."""
    begin = next((at + 1 for at in range(end - 1, start - 1, -1) if norm(document, at) in person_titles() - given()), start)
    words = [norm(document, i) for i in range(begin, end + 1)]
    half = len(words) // 2
    if half > 1 and words[:half] == words[-half:]:
        begin = end + 1 - half
    elif (cut := next((n for n in range(1, len(words) - 1) if tuple(words[n:]) in whole), 0)) and not {*words[:cut]} & given():
        begin += cut
    if raw(document, end) == "I" and begin < end and raw(document, end + 1).islower():
        end -= 1  # "to Chairman Kim I look forward"
    if begin > end or (begin == end and norm(document, end) in PARTICLES):
        return mention
    return replace(mention, span=span_of(document, begin, end))


def named_medium(document: Document, mention: Mention, start: int) -> Mention:
    """A person who is none where a noun for a medium stands right before: "the newspaper Nice Matin"."""
    if norm(document, start - 1) not in word_set("names", "press") or raw(document, start - 1)[:1].isupper():
        return mention
    return replace(mention, type="organisation", subtype="media", by="named-medium")


def firm_names(document: Document, mentions: list[Mention]) -> frozenset[str]:
    """First words of bodies' names of two and more words by which no person of the text is called."""
    people = {w for m in mentions if m.type == "person" and " " in (words := document.words(m.span)) for w in words.casefold().split()}
    firms = set()
    for mention in mentions:
        parts_of = document.words(mention.span).casefold().split()
        if mention.type == "organisation" and mention.kind == "name" and len(parts_of) > 1:
            firms.add(parts_of[0])
    return frozenset(firms - people)


def as_firm(document: Document, mention: Mention, firms: frozenset[str]) -> Mention:
    """A lone guessed person as the body whose full name begins so: "Mondelez" beside "Mondelez International"."""
    if mention.type != "person" or mention.kind != "name" or document.words(mention.span).casefold() not in firms:
        return mention
    at = first_at(document.tokens, mention.span.start)
    if after_title(document, at) or before_apposition(document, at) or (at and adjacent(document, at - 1, at)):
        return mention
    return replace(mention, type="organisation", by="short-name")
