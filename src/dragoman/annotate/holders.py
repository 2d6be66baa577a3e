"""Who holds an office: the person names right behind a title, or right before it in apposition."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.annotate.stream import first_at, norm, one_line, raw
from dragoman.knowledge.language import closed, cue_forms, name_words
from dragoman.records import Document, Mention, Span, Title

CLOSERS = frozenset({",", ".", "", ";", "-", "\u2014", "\u2013", ":", ")", '"', "\u201d", "\u00bb"})
BECOMING = frozenset({"is", "was", "became", "becomes", "as", "been", "remains"})
SHARED = frozenset({"", "and", ",", ", and", "and the", "and also", ", the", ", a", "and a"})


def mention_ending(document: Document, at: int, named: dict[int, Mention]) -> Mention | None:
    """The name that ends with a token."""
    if at < 0:
        return None
    end = document.tokens[at].span.end
    for back in range(at, max(-1, at - 9), -1):
        mention = named.get(document.tokens[back].span.start)
        if mention is not None and mention.span.end == end:
            return mention
    return None


NEXT_TO = re.compile(r"\s*(?:,|\([a-z]+\.?\))?\s*")  # between a rank and its name: nothing, a comma, "(ret.)"
SERVED = frozenset({"served", "spent", "worked", "serving", "serves"})  # "X spent five years as ambassador"
ADVERBS = frozenset({"himself", "herself", "once", "now", "currently", "formerly", "later", "also", "then", "today"})
LINKS = frozenset({"in", "at", "to", "for", "on", "with", "from"})
PHRASE_LONG = 5  # tokens of such a phrase
RANKS = 4  # honorifics that may stand before a name: "Lt. Gen. (ret.) Dr. X"
CLAUSE_LONG = 10  # tokens from a name to the "as" of the office he served in


def holders_of(document: Document, start: int, end: int, named: dict[int, Mention], plural: bool) -> tuple[Span, ...]:
    """The person names right after a title, or right before it between commas."""
    after = behind_place(document, end) + 1
    if raw(document, after) == "," and not plural:
        follower = person_at(document, after + 1, named)
        if follower is not None and raw(document, first_at(document.tokens, follower.end - 1) + 1) in CLOSERS:
            before = before_title(document, start, named)
            return before if before and norm(document, start - 1) != "the" else (follower,)
    holder = person_at(document, after, named) if after < len(document.tokens) and one_line(document, end, after) else None
    if holder is None and raw(document, after) in ("'", "\u2019"):
        return ()
    if holder is None and norm(document, start - 1) in ("a", "an") and norm(document, after) in cue_forms():
        return ()  # "citing Radio X, a Turkish general said": no apposition, which would end with a comma
    if holder is not None:
        return (holder, *more_holders(document, holder, named)) if plural else (holder,)
    return before_title(document, start, named)


def behind_place(document: Document, end: int) -> int:
    """The last token of words between an office and the comma before its holder.

    "ambassador here,", "head of delegation to the talks,", "minister for Malians living abroad,".
    """
    if norm(document, end + 1) in ("living", "abroad", "overseas"):
        stop = end + (2 if norm(document, end + 1) == "living" else 1)
        return stop if raw(document, stop + 1) == "," else end
    if norm(document, end + 1) not in ("here", "there", "responsible") and norm(document, end + 1) not in LINKS:
        return end
    stop = end + 1
    while stop < end + PHRASE_LONG and stop + 1 < len(document.tokens) and document.tokens[stop + 1].word:
        stop += 1
    return stop if raw(document, stop + 1) == "," else end


def more_holders(document: Document, first: Span, named: dict[int, Mention]) -> tuple[Span, ...]:
    """Further names after a plural title: "Presidents X, Y and Z"."""
    found: list[Span] = []
    at = first_at(document.tokens, first.end - 1) + 1
    while norm(document, at) in (",", "and", "&"):
        person = person_at(document, at + 1, named)
        if person is None:
            break
        found.append(person)
        at = first_at(document.tokens, person.end - 1) + 1
    return tuple(found)


def before_title(document: Document, start: int, named: dict[int, Mention]) -> tuple[Span, ...]:
    """The name before an apposition: "Apollo Ssenkungu, the permanent secretary", "X, who was foreign minister", "X (minister)"."""
    at = owner_start(document, start) - 1
    while norm(document, at) in closed("determiners") | closed("possessives") | ADVERBS:
        at -= 1
    if signed(document, at, start, named):
        return named_span(mention_ending(document, at, named))
    if norm(document, at) == "as" and (one := who_served(document, at, named)) is not None:
        return one
    if norm(document, at) in BECOMING:
        at -= 2 if norm(document, at - 1) in ("has", "had", "served", "serves") else 1
        if norm(document, at) != "who":
            return ()
        at -= 1
    if raw(document, at) not in (",", "(", "\u2013", "\u2014"):
        return ()
    at -= 1
    if norm(document, at).isdigit() and raw(document, at - 1) == ",":
        at -= 2
    return named_span(mention_ending(document, at, named))


def named_span(person: Mention | None) -> tuple[Span, ...]:
    """The span of a person's name; nothing for another's."""
    return (person.span,) if person is not None and person.type == "person" else ()


def owner_start(document: Document, start: int) -> int:
    """The first token of a body that owns an office: "the interim administration's information secretary"."""
    if norm(document, start - 1) != "'s":
        return start
    at = start - 2
    while at > start - 6 and document.tokens[at].word and norm(document, at) not in closed("determiners"):
        at -= 1
    return at if norm(document, at) in closed("determiners") else start


def signed(document: Document, at: int, start: int, named: dict[int, Mention]) -> bool:
    """Whether a title stands in the line under a name that has a line of its own, as under a letter."""
    person = mention_ending(document, at, named)
    if person is None or one_line(document, at, at + 1) or at + 1 != start:
        return False
    return not one_line(document, first_at(document.tokens, person.span.start) - 1, at)


def who_served(document: Document, at: int, named: dict[int, Mention]) -> tuple[Span, ...] | None:
    """The subject of "X spent five years as", "X served as"; None where no such verb stands before."""
    served = next((i for i in range(at - 1, max(-1, at - CLAUSE_LONG), -1) if norm(document, i) in SERVED), None)
    return named_span(mention_ending(document, served - 1, named)) if served else None


def person_at(document: Document, at: int, named: dict[int, Mention]) -> Span | None:
    """The person's name that begins at a token, honorifics or an article before it skipped."""
    for _ in range(RANKS):
        if raw(document, at) == "(" and raw(document, at + 1).islower():
            at += next((i + 1 for i in range(2, 5) if raw(document, at + i) == ")"), 0)  # "Colonel (res.) X"
        if norm(document, at) in name_words("honorifics") | {"the"} and raw(document, at + 1) != ",":
            at += 2 if raw(document, at + 1) == "." else 1
    mention = named.get(document.tokens[at].span.start) if 0 <= at < len(document.tokens) else None
    return mention.span if mention is not None and mention.type == "person" else None


def coordinated(document: Document, found: tuple[Title, ...]) -> tuple[Title, ...]:
    """Give "foreign minister and head of the delegation X" both to X, and "army spokesman Col. X" too.

    A title before "and" or right before another shares the next one's holder; one behind "and" shares the one's before.
    """
    done: list[Title] = []
    for read in reversed(found):
        title = read
        following = done[-1] if done else None
        if following and not title.holders and following.holders and not following.plural:
            gap = document.text[title.span.end : following.span.start].strip().casefold()
            if gap in SHARED and (gap != "," or NEXT_TO.fullmatch(document.text, following.span.end, following.holders[0].start)):
                title = replace(title, holders=following.holders)
                if following.of is None and title.of is not None:
                    done[-1] = replace(following, of=title.of)
        done.append(title)
    done.reverse()
    return tuple(shared_behind(document, done))


def shared_behind(document: Document, found: list[Title]) -> list[Title]:
    """ "X, the Bahamian minister and chairman of the bloc": the title behind "and" belongs to X too."""
    done: list[Title] = []
    for read in found:
        title = read
        before = done[-1] if done else None
        if before and before.holders and not title.holders and not before.plural and before.holders[0].end <= before.span.start:
            gap = document.text[before.span.end : title.span.start].strip().casefold()
            if gap in ("and", "and a", "and the", ", and", "and current", "and now"):
                title = replace(title, holders=before.holders, of=title.of)
        done.append(title)
    return done
