"""Place names: states, capitals, known towns and regions, and what stands after "in" or beside "region" with a capital.

A state is an actor and a place; which of the two its name means, the resolver tells. Persons, bodies and media are never
cut up for the towns in their names. A town that is told for certain once is believed wherever it is named again.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from dragoman.annotate.names import is_shouting, shouting_lines
from dragoman.annotate.persons import small_words
from dragoman.annotate.stream import adjacent, capital, first_at, in_header, norm, one_line, paragraph_at, raw, sentence_at, span_of
from dragoman.knowledge import gazetteer
from dragoman.knowledge.actors import actor_name
from dragoman.knowledge.gazetteer import Toponym
from dragoman.knowledge.language import closed, name_heads, name_words, region_codes, title_words, word_set
from dragoman.records import Document, Mention, Place, Span

LONG = 200  # characters of the longest names
ENCODER = "encoder"  # its place names are names; which of them matter as places the rules tell
LONGEST = 4  # words of the longest place names worth looking up
SHORTEST = 3  # letters of the shortest names worth believing
SURE = "gazetteer-sure"  # the rule whose places are believed wherever they are named again
ENGLISH = frozenset({"USA", "CAN", "GBR", "AUS"})  # states whose regions the press in English names without their state
DATELINE = (",", "(", "\u2014", "\u2013", "-", "--", "---", "/", ":")
BIG = 300_000  # inhabitants from which a name is a city without a preposition before it


def places(document: Document) -> Document:
    """Fill ``places`` with spans and names; country and coordinates are the resolver's."""
    ground = grounds(document)
    found = known_places(document, ground, None)
    again = ground._replace(told=frozenset(p.name for p in found.values() if p.by == SURE))
    sure = sorted(found)
    for place in known_places(document, again, frozenset(name.split()[0] for name in again.told)).values():
        if not touched(sure, place.span):
            found.setdefault(place.span, place)
    taken = sorted(found)
    for place in (*headed(document), *described(document, ground.shouting)):
        if not touched(taken, place.span) and not touched(ground.blocked, place.span) and place.span not in found:
            found[place.span] = place
    return replace(document, places=tuple(found[span] for span in sorted(found)))


class Ground(NamedTuple):
    """What is known of a document before its places are: what no place may touch, states by their start, family names, sure towns."""

    shouting: tuple[Span, ...]
    blocked: list[Span]
    states: dict[int, Mention]
    people: frozenset[str]
    told: frozenset[str]


def grounds(document: Document) -> Ground:
    """The ground of a document, without sure towns."""
    blocked = sorted(
        m.span
        for m in document.mentions
        if (m.kind == "name" and m.type in ("person", "organisation"))
        or m.subtype == "demonym"
        or (m.subtype == "government" and m.kind == "name" and m.by == "known-name")
    )
    people = frozenset(
        word for m in document.mentions if m.kind == "name" and m.type == "person" for word in document.words(m.span).split()
    )
    states = {m.span.start: m for m in document.mentions if m.type == "state" and m.kind == "name"}
    return Ground(shouting_lines(document), blocked, states, people, frozenset())


def known_places(document: Document, ground: Ground, starts: frozenset[str] | None) -> dict[Span, Place]:
    """The places that the gazetteer and the table of states know; with ``starts`` those alone that begin with one of these words."""
    found: dict[Span, Place] = {}
    at = 0
    while at < len(document.tokens):
        if starts is not None and raw(document, at) not in starts:
            at += 1
            continue
        mention = ground.states.get(document.tokens[at].span.start)
        place = of_state(document, mention) if mention is not None else None
        if mention is not None and (place is not None or mention.subtype != "capital"):
            length = sum(1 for t in document.tokens[at : at + 6] if t.span.end <= mention.span.end)
        else:
            place, length = of_words(document, at, ground)
        if place is not None and not touched(ground.blocked, place.span):
            found.setdefault(place.span, place)
            short = abbreviated(document, place) if place.by != "state" else None
            if short is not None:
                found.setdefault(short.span, short)
                length = first_at(document.tokens, short.span.end) - at
        at += max(1, length)
    return found


def touched(spans: list[Span], span: Span) -> bool:
    """Whether one of some sorted spans touches another one without being the same."""
    start = bisect_left(spans, span.start - LONG, key=lambda s: s.start)
    stop = bisect_left(spans, span.end, key=lambda s: s.start)
    return any(s.touches(span) and s != span for s in spans[start:stop])


def of_state(document: Document, mention: Mention) -> Place | None:
    """The place of a capital or of a state that is named by its name."""
    written = " ".join(document.words(mention.span).split())
    if mention.subtype == "capital":
        return Place(mention.span, written, by="capital")
    if mention.subtype is not None or mention.actor is None:
        return None
    part = any(place.kind == "region" and place.country == mention.actor for place in gazetteer.listed(written))
    return Place(mention.span, written if part else actor_name(mention.actor) or written, by="state")


def of_words(document: Document, at: int, ground: Ground) -> tuple[Place | None, int]:
    """The known place whose name begins at a token, and how many tokens it has."""
    token = document.tokens[at]
    if not token.word or not capital(document, at) or is_shouting(ground.shouting, token.span.start):
        return None, 1
    for length in range(reach(document, at), 0, -1):
        span = span_of(document, at, at + length - 1)
        name = spelled(document, at, length, span)
        if name in gazetteer.regions() or gazetteer.listed(name):
            sure = certain(document, at, length, name, ground)
            if sure or believable(document, at, length, name, ground):
                return Place(span, " ".join(name.split()), by=SURE if sure else "gazetteer"), length
            if length > 1:
                return None, length  # "Kansas City" in the name of a body is not Kansas
    return unknown_place(document, at)


def reach(document: Document, at: int) -> int:
    """How many tokens from one on may be a name: they lie on one line, and the last is a word."""
    length = 1
    while length < LONGEST and at + length < len(document.tokens) and one_line(document, at + length - 1, at + length):
        length += 1
    while length > 1 and not document.tokens[at + length - 1].word:
        length -= 1
    return length


def spelled(document: Document, at: int, length: int, span: Span) -> str:
    """A name as the gazetteer spells it: the capitals that open a report are lowered; a dateline is no part of it."""
    name = document.words(span).replace("\u2019", "'")
    if not name.isupper() or len(name) <= SHORTEST or in_header(document, span.start):
        return name
    return name.title() if opens(document, at) and raw(document, at + length) in DATELINE else name


def abbreviated(document: Document, place: Place) -> Place | None:
    """The region whose abbreviation stands right behind a town: "Lawrence, Kan."."""
    match = abbreviations().match(document.text, place.span.end)
    if match is None:
        return None
    return Place(Span(*match.span(1)), region_codes()[match[1]], by="abbreviation")


@cache
def abbreviations() -> re.Pattern[str]:
    """A comma and the abbreviation of a region."""
    shorts = sorted(region_codes(), key=lambda s: (-len(s), s))
    return re.compile(r",[ \u00a0]{1,2}(" + "|".join(map(re.escape, shorts)) + r")(?!\w)")


def certain(document: Document, at: int, length: int, name: str, ground: Ground) -> bool:
    """Whether a known name is a place beyond doubt: its region follows, it opens a dateline, or one is in it."""
    if inside_longer(document, at, length) or (length == 1 and (norm(document, at) in never() or len(name) < SHORTEST)):
        return False
    if abbreviations().match(document.text, document.tokens[at + length - 1].span.end) or contained(document, at + length, ground):
        return True
    lowered = raw(document, at).isupper() and not name.isupper()
    if dateline(document, at, length) or lowered:
        return True
    return norm(document, at - 1) in word_set("places", "certain") and name not in ground.people and gazetteer.known(name)


def contained(document: Document, after: int, ground: Ground) -> bool:
    """Whether a comma and a state or first-level region follow: "Tripoli, Lebanon", "Paris, Texas"."""
    if raw(document, after) != "," or after + 1 >= len(document.tokens) or not capital(document, after + 1):
        return False
    mention = ground.states.get(document.tokens[after + 1].span.start)
    if mention is not None and mention.subtype is None:
        return True
    return any(
        after + length < len(document.tokens)
        and raw(document, after + length + 1) in (",", ".", ")", ";", "")
        and any(place.kind == "region" for place in gazetteer.listed(document.words(span_of(document, after + 1, after + length))))
        for length in (1, 2)
    )


def believable(document: Document, at: int, length: int, name: str, ground: Ground) -> bool:
    """Whether a known name is used as a place here."""
    if inside_longer(document, at, length):
        return False
    if name in gazetteer.regions():
        return True
    if length == 1 and (norm(document, at) in never() or len(name) < SHORTEST):
        return False
    if name in ground.told:
        return True
    known = gazetteer.listed(name)
    given = norm(document, at) in name_words("given")
    if not gazetteer.known(name):
        return small(document, at, length, name, known) and name not in ground.people
    if locative(document, at) or norm(document, at + length) in word_set("places", "after_town"):
        return True
    big = any(place.population >= BIG for place in known)
    return not given and (length > 1 or (big and not opens(document, at)))


def small(document: Document, at: int, length: int, name: str, known: tuple[Toponym, ...]) -> bool:
    """Whether the name of a region, county or small town is used as a place: such names are often those of people and things."""
    if any(place.kind == "region" and place.country in ENGLISH for place in known) or name.endswith((" County", " Parish")):
        return True
    if norm(document, at + length) in word_set("places", "after_town"):
        return not opens(document, at) or length > 1
    before = norm(document, at - 1)
    return before in word_set("places", "certain") or (length > 1 and before in word_set("places", "locative"))


def inside_longer(document: Document, at: int, length: int) -> bool:
    """Whether the name is part of a longer capitalised or hyphenated one."""
    after = at + length
    if after < len(document.tokens) and raw(document, after) == "-" and adjacent(document, after - 1, after):
        return True
    if at > 0 and raw(document, at - 1) == "-" and adjacent(document, at - 1, at):
        return True
    if norm(document, after) in ("war", "conflict") and document.words(span_of(document, at, after - 1)) in gazetteer.regions():
        return norm(document, at) == "gulf"  # "the Karabakh War" names the place of the war; "the Gulf War" is a name of its own
    follows = (
        after < len(document.tokens)
        and capital(document, after)
        and one_line(document, after - 1, after)
        and norm(document, after) not in small_words()
    )
    return follows and norm(document, after) not in name_heads("place") | name_heads("organisation") | {"accord", "agreement", "talks"}


def locative(document: Document, at: int) -> bool:
    """Whether a preposition of place stands before."""
    word = norm(document, at - 1)
    return word in word_set("places", "locative") or (word == "the" and norm(document, at - 2) in word_set("places", "locative"))


def dateline(document: Document, at: int, length: int) -> bool:
    """Whether a name opens a line and a date or agency follows: "GENEVA, March 3 --"."""
    span = document.tokens[at].span
    paragraph = paragraph_at(document, span.start)
    return paragraph is not None and paragraph.start == span.start and raw(document, at + length) in DATELINE


def opens(document: Document, at: int) -> bool:
    """Whether a token opens a sentence."""
    sentence = sentence_at(document, document.tokens[at].span.start)
    return sentence is not None and sentence.start == document.tokens[at].span.start


@cache
def never() -> frozenset[str]:
    """Words that are towns somewhere and something else in the news."""
    titles = {w for spelling in title_words().heads for w in spelling}
    return frozenset(small_words() | titles | word_set("places", "never") | closed("modals"))


def unknown_place(document: Document, at: int) -> tuple[Place | None, int]:
    """A capitalised stretch behind "in" or "near" that no list knows: a place without a country."""
    if norm(document, at - 1) not in word_set("places", "certain") or not one_line(document, at - 1, at):
        return None, 1
    end = at
    while (
        end + 1 < len(document.tokens)
        and one_line(document, end, end + 1)
        and (
            (capital(document, end + 1) and document.tokens[end + 1].word)
            or (raw(document, end + 1) == "-" and adjacent(document, end, end + 1) and capital(document, end + 2))
        )
    ):
        end += 1
    words = {norm(document, i) for i in range(at, end + 1)}
    if words & (never() | name_heads("event") | name_heads("organisation") | word_set("places", "not_after_in")):
        return None, 1
    span = span_of(document, at, end)
    if any(m.span.touches(span) for m in near(document, span)):
        return None, 1
    return Place(span, " ".join(document.words(span).split()), by="after-in"), end - at + 1


def near(document: Document, span: Span) -> list[Mention]:
    """Names of known type that touch a span."""
    start = bisect_left(document.mentions, span.start - LONG, key=lambda m: m.span.start)
    stop = bisect_left(document.mentions, span.end, key=lambda m: m.span.start)
    return [m for m in document.mentions[start:stop] if m.kind == "name" and m.type not in ("other", "place") and m.span.touches(span)]


def headed(document: Document) -> Iterator[Place]:
    """Names that end or begin with "River", "Sea", "region" ..."""
    for mention in document.mentions:
        if mention.kind == "name" and mention.type == "place" and mention.by != ENCODER:
            yield Place(mention.span, " ".join(document.words(mention.span).split()), by="place-head")


def described(document: Document, shouting: tuple[Span, ...]) -> Iterator[Place]:
    """Unknown names beside a common noun for a place: "the Agarak road", "the Tri Ton shoal", "the frontier town of Adre"."""
    at = 0
    while at < len(document.tokens):
        end = at
        if not plain_capital(document, at) or is_shouting(shouting, document.tokens[at].span.start):
            at += 1
            continue
        while end + 1 < len(document.tokens) and one_line(document, end, end + 1) and plain_capital(document, end + 1):
            end += 1
        before, after = norm(document, at - 1), norm(document, end + 1)
        follows = after in word_set("places", "nouns") and before in ("the", "at", "near", "in") and one_line(document, end, end + 1)
        if (follows or (before == "of" and norm(document, at - 2) in word_set("places", "nouns_of"))) and end - at < LONGEST:
            span = span_of(document, at, end)
            if not any(m.span.touches(span) and m.type != "person" for m in near(document, span)):
                yield Place(span, " ".join(document.words(span).split()), by="place-noun")
        at = end + 1


def plain_capital(document: Document, at: int) -> bool:
    """Whether a token is a capitalised word of no closed class, title or body."""
    word = norm(document, at)
    if not document.tokens[at].word or not capital(document, at) or raw(document, at).isupper():
        return False
    return word not in never() and word not in name_heads("organisation") and word not in name_heads("event")
