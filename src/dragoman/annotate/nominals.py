"""Nominals and pronouns: "the former minister", "the Turkish Foreign Ministry", "the two countries", "he", "our"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from dragoman.annotate.holders import mention_ending
from dragoman.annotate.stream import first_at, norm, one_line, raw, sorted_mentions, span_of
from dragoman.knowledge.language import closed, cue_forms, title_words, word_set
from dragoman.records import Document, Mention, Span

ADJECTIVES_MAX = 3  # words between article and noun: "a senior Western diplomat"; more is rarely one phrase


def nominals(document: Document) -> Document:
    """Add nominals and pronouns to ``mentions``."""
    longest_first = sorted((m for m in document.mentions if m.kind == "name"), key=lambda m: (m.span.start, -m.span.end))
    named = {m.span.start: m for m in longest_first}  # the shortest at each place: "Turkish" in "Turkish Foreign Ministry"
    found = [
        *institutions(document, named),
        *title_nominals(document),
        *person_nominals(document, named),
        *kin(document),
        *aged(document),
        *plural_nominals(document),
        *pronouns(document),
    ]
    kept = without_inner(found)
    bodies = sorted((m for m in kept if m.subtype == "government"), key=lambda m: m.span)
    names = tuple(owned(m, bodies) for m in document.mentions)
    return replace(document, mentions=sorted_mentions([*names, *kept]))


def without_inner(found: list[Mention]) -> list[Mention]:
    """Nominals of one type that do not lie inside a longer one of that type."""
    kept: list[Mention] = []
    last: dict[str, Mention] = {}
    for mention in sorted(found, key=lambda m: (m.span.start, -m.span.end)):
        if mention.kind == "nominal":
            outer = last.get(mention.type)
            if outer is not None and outer.span != mention.span and outer.span.covers(mention.span):
                continue
            if outer is None or mention.span.end > outer.span.end:
                last[mention.type] = mention
        kept.append(mention)
    return kept


def owned(mention: Mention, bodies: list[Mention]) -> Mention:
    """A name such as "Turkish Foreign Ministry" is that of a state's body, and takes the id of the state if the words tell it."""
    if mention.type != "organisation" or mention.actor is not None:
        return mention
    start = bisect_left(bodies, mention.span.start, key=lambda m: m.span.end)
    same = next((n for n in bodies[start : start + 3] if n.span.touches(mention.span)), None)
    return replace(mention, type="state", subtype="government", actor=same.actor) if same else mention


# ---- what acts for a state


@cache
def institution_heads() -> tuple[frozenset[str], frozenset[str]]:
    """The head words of institutions, and the first words of these."""
    heads = word_set("nominals", "institutions")
    return heads, frozenset(head.split()[0] for head in heads)


def institutions(document: Document, named: dict[int, Mention]) -> Iterator[Mention]:
    """Ministries, governments, armies, sides and delegations, with the state they act for when the words tell."""
    heads, firsts = institution_heads()
    at = 0
    while at < len(document.tokens):
        lengths = (3, 2, 1) if norm(document, at) in firsts else ()
        length = next((n for n in lengths if " ".join(norm(document, i) for i in range(at, at + n)) in heads), 0)
        if length:
            mention = institution(document, at, at + length - 1, named)
            if mention is not None:
                yield mention
        at += max(1, length)


def institution(document: Document, start: int, end: int, named: dict[int, Mention]) -> Mention | None:
    """The institution whose head words these are."""
    begin, of = backward(document, start, named)
    stop = end
    if of is None:
        stop, of = forward(document, end, named)
    definite = norm(document, begin) in closed("determiners") | closed("possessives") or of is not None
    if not definite or norm(document, begin) in ("a", "an", "any", "no", "one"):
        return (
            None
            if of is None
            else Mention(span_of(document, begin, stop), "nominal", "state", "government", of, score=0.8, by="institution")
        )
    return Mention(span_of(document, begin, stop), "nominal", "state", "government", of, score=0.9 if of else 0.6, by="institution")


def backward(document: Document, start: int, named: dict[int, Mention]) -> tuple[int, str | None]:
    """First token of an institution's phrase and the state that stands in it."""
    at, of = start, None
    words = title_words()
    fields = {w for spelling in words.fields for w in spelling}
    while at > 0 and one_line(document, at - 1, at):
        mention = mention_ending(document, at - 1, named)
        if mention is not None and mention.type == "state":
            of = mention.actor
            at = first_at(document.tokens, mention.span.start)
            if norm(document, at - 1) == "the":
                at -= 1
            break
        word = norm(document, at - 1)
        if word == "'s":
            owner = mention_ending(document, at - 2, named)
            if owner is None or owner.type != "state":
                break
            of, at = owner.actor, first_at(document.tokens, owner.span.start)
            break
        if word in closed("determiners") or word in closed("possessives"):
            at -= 1
            break
        if word in fields or word in words.fillers or (word in ("and", "affairs", "of") and norm(document, at - 2) in fields):
            at -= 1
            continue
        break
    return at, of


def forward(document: Document, end: int, named: dict[int, Mention]) -> tuple[int, str | None]:
    """Last token and state of "the Ministry of Foreign Affairs of Azerbaijan", "the foreign ministry in Vientiane"."""
    at = end + 1
    fields = title_words().fields
    while at < len(document.tokens) and one_line(document, at - 1, at):
        word = norm(document, at)
        if word in ("of", "in", "for"):
            after = at + 2 if norm(document, at + 1) == "the" else at + 1
            mention = named.get(document.tokens[after].span.start) if after < len(document.tokens) else None
            if mention is not None and mention.type == "state" and mention.actor:
                return first_at(document.tokens, mention.span.end - 1), mention.actor
            length = next((n for n in (3, 2, 1) if tuple(norm(document, i) for i in range(after, after + n)) in fields), 0)
            if not length:
                break
            at = after + length
            end = at - 1
            continue
        if word == "and" and any(tuple(norm(document, i) for i in range(at + 1, at + 1 + n)) in fields for n in (1, 2)):
            at += 2
            end = at - 1
            continue
        break
    return end, None


# ---- persons


def title_nominals(document: Document) -> Iterator[Mention]:
    """Every title is a nominal of its holder; a bare one takes its article along."""
    for title in document.titles:
        start = first_at(document.tokens, title.span.start)
        end = first_at(document.tokens, title.span.end - 1)
        begin = article(document, start)
        if norm(document, end + 1) == "and" and norm(document, end + 2) in title_words().person_nouns and not title.holders:
            end += 2
        kind = "group" if title.plural else "person"
        yield Mention(span_of(document, begin, end), "nominal", kind, "role", score=0.9, by="title")


def article(document: Document, start: int) -> int:
    """The token of the article or possessive before a phrase, over a few adjectives; the phrase's own start without one."""
    for back in range(1, ADJECTIVES_MAX + 2):
        at = start - back
        if at < 0 or not one_line(document, at, at + 1):
            break
        word = norm(document, at)
        if word in closed("determiners") or word in closed("possessives"):
            return at
        if (
            not document.tokens[at].word
            or word in closed("prepositions")
            or word in closed("auxiliaries")
            or word in closed("conjunctions")
        ):
            break
        if back > 1 and word.endswith(("ed", "ing", "ly")):
            break
    return start


def person_nominals(document: Document, named: dict[int, Mention]) -> Iterator[Mention]:
    """ "the politician", "his guest", "a senior Western diplomat": nouns for persons that are no titles."""
    nouns = title_words().person_nouns - {w for spelling in title_words().heads for w in spelling}
    for at, token in enumerate(document.tokens):
        if token.norm not in nouns or in_title(document, token.span):
            continue
        begin = article(document, at)
        if begin < at:
            yield Mention(span_of(document, begin, at), "nominal", "person", None, score=0.7, by="person-noun")


def kin(document: Document) -> Iterator[Mention]:
    """ "His father", "my mother": somebody other than the possessor."""
    nouns = word_set("nominals", "kin")
    for at, token in enumerate(document.tokens):
        if token.norm in nouns and at and (norm(document, at - 1) in closed("possessives") or norm(document, at - 1) == "'s"):
            begin = at - 1 if norm(document, at - 1) != "'s" else at - 2
            yield Mention(span_of(document, begin, at), "nominal", "person", "kin", score=0.7, by="kinship")


def aged(document: Document) -> Iterator[Mention]:
    """ "The 65-year-old", with no noun behind it."""
    for at, token in enumerate(document.tokens):
        if token.norm != "old" or norm(document, at - 2) != "year" or at < 5 or norm(document, at - 5) != "the":
            continue
        behind = document.tokens[at + 1] if at + 1 < len(document.tokens) else None
        verb = behind is not None and (behind.norm in cue_forms() or behind.norm.endswith(("ed", "es")))
        if norm(document, at - 4).isdigit() and (behind is None or not behind.word or verb):
            yield Mention(span_of(document, at - 5, at), "nominal", "person", None, score=0.7, by="age")


def in_title(document: Document, span: Span) -> bool:
    """Whether a title covers a span."""
    index = bisect_left(document.titles, span.end, key=lambda t: t.span.start) - 1
    return index >= 0 and document.titles[index].span.covers(span)


# ---- groups and pronouns


def plural_nominals(document: Document) -> Iterator[Mention]:
    """ "the two countries", "both sides", "the Turkish and Russian peoples"."""
    parties, openers = word_set("nominals", "parties"), word_set("nominals", "both")
    for at, token in enumerate(document.tokens):
        if token.norm not in parties:
            continue
        for length in (2, 1):
            opener = " ".join(norm(document, i) for i in range(at - length, at))
            if opener in openers and at >= length and one_line(document, at - 1, at):
                yield Mention(span_of(document, at - length, at), "nominal", "group", "parties", score=0.8, by="plural-nominal")
                break


PRONOUNS = {
    **dict.fromkeys(("he", "she", "him", "her", "his", "hers", "himself", "herself", "who", "whom", "i", "me", "my"), "person"),
    **dict.fromkeys(("it", "its", "itself"), "other"),
    **dict.fromkeys(("they", "them", "their", "we", "us", "our", "ours", "theirs"), "group"),
}


def pronouns(document: Document) -> Iterator[Mention]:
    """Pronouns that may stand for an actor; "US" in capitals is none."""
    for at, token in enumerate(document.tokens):
        word, contracted, _ = token.norm.partition("'")
        kind = PRONOUNS.get(word)
        if contracted and kind == "person":
            yield Mention(Span(token.span.start, token.span.start + len(word)), "pronoun", kind, None, score=0.5, by="pronoun")
            continue
        if (
            kind is None
            or contracted
            or (token.norm in ("us", "it") and raw(document, at).isupper())
            or (token.norm == "i" and raw(document, at) != "I")
        ):
            continue
        yield Mention(Span(*token.span), "pronoun", kind, None, score=0.5, by="pronoun")
