"""Place names: capitals, known cities and regions, and what stands after "in" or beside "region" with a capital.

States named as states are actors, not places. Persons, bodies and media are never cut up for the towns in their names.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from dragoman.annotate.names import is_shouting, shouting_lines
from dragoman.annotate.persons import small_words
from dragoman.annotate.stream import adjacent, capital, norm, one_line, paragraph_at, raw, sentence_at, span_of
from dragoman.knowledge import gazetteer
from dragoman.knowledge.language import closed, name_heads, name_words, title_words, word_set
from dragoman.records import Document, Mention, Place, Span

LONG = 200  # characters of the longest names
ENCODER = "encoder"  # its place names are names; which of them matter as places the rules tell
LONGEST = 4  # words of the longest place names worth looking up
BIG = 300_000  # inhabitants from which a name is a city without a preposition before it


def places(document: Document) -> Document:
    """Fill ``places`` with spans and names; country and coordinates are the resolver's."""
    shouting = shouting_lines(document)
    blocked = sorted(
        m.span
        for m in document.mentions
        if (m.kind == "name" and m.type in ("person", "organisation"))
        or m.subtype == "demonym"
        or (m.subtype == "government" and m.kind == "name" and m.by == "known-name")
    )
    states = {m.span.start: m for m in document.mentions if m.type == "state" and m.kind == "name"}
    found: dict[Span, Place] = {}
    at = 0
    while at < len(document.tokens):
        mention = states.get(document.tokens[at].span.start)
        if mention is not None:
            place = of_state(document, mention)
            length = sum(1 for t in document.tokens[at : at + 6] if t.span.end <= mention.span.end)
        else:
            place, length = of_words(document, at, shouting)
        if place is not None and not touched(blocked, place.span):
            found.setdefault(place.span, place)
        at += max(1, length)
    taken = sorted(found)
    for place in (*headed(document), *described(document, shouting)):
        if not touched(taken, place.span) and not touched(blocked, place.span) and place.span not in found:
            found[place.span] = place
    return replace(document, places=tuple(found[span] for span in sorted(found)))


def touched(spans: list[Span], span: Span) -> bool:
    """Whether one of some sorted spans touches another one without being the same."""
    start = bisect_left(spans, span.start - LONG, key=lambda s: s.start)
    stop = bisect_left(spans, span.end, key=lambda s: s.start)
    return any(s.touches(span) and s != span for s in spans[start:stop])


def of_state(document: Document, mention: Mention) -> Place | None:
    """The place of a capital; other names of states are no places."""
    if mention.subtype != "capital":
        return None
    return Place(mention.span, " ".join(document.words(mention.span).split()), by="capital")


def of_words(document: Document, at: int, shouting: tuple[Span, ...]) -> tuple[Place | None, int]:
    """The known place whose name begins at a token, and how many tokens it has."""
    token = document.tokens[at]
    if not token.word or not capital(document, at) or is_shouting(shouting, token.span.start):
        return None, 1
    for length in range(LONGEST, 0, -1):
        if at + length > len(document.tokens) or not all(one_line(document, i, i + 1) for i in range(at, at + length - 1)):
            continue
        span = span_of(document, at, at + length - 1)
        name = document.words(span).replace("\u2019", "'")
        if gazetteer.known(name) and believable(document, at, length, name):
            return Place(span, " ".join(name.split()), by="gazetteer"), length
    return unknown_place(document, at)


def believable(document: Document, at: int, length: int, name: str) -> bool:
    """Whether a known name is used as a place here."""
    if inside_longer(document, at, length):
        return False
    if name in gazetteer.regions():
        return True
    if length == 1 and (norm(document, at) in never() or len(name) < 3):
        return False
    big = gazetteer.cities(name)[0].population >= BIG
    if locative(document, at) or dateline(document, at, length):
        return True
    given = norm(document, at) in name_words("given")
    return (big or length > 1) and not given and not opens(document, at)


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
    return paragraph is not None and paragraph.start == span.start and raw(document, at + length) in (",", "(", "\u2014", "-", "/")


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
