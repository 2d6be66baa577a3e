"""Names of states that are no states: Georgia with Atlanta, the family Jordan, New Mexico, the Niger River, Lebanon in Pennsylvania."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache, partial

from dragoman.annotate.persons import honoured
from dragoman.annotate.stream import adjacent, capital, first_at, norm, one_line, raw
from dragoman.knowledge import gazetteer
from dragoman.knowledge.language import region_codes, word_set
from dragoman.records import Document, Mention, Span

AMERICAN_GEORGIA = re.compile(
    r"\b(?:U\.?S\.? state|[Ss]tate|Gov(?:\.|ernor)) of Georgia\b|\b(?:Atlanta|Savannah|Augusta|Athens|Macon), Georgia\b|\bGeorgia, U\.?S\.?"
    r"|\b(?:[Nn]orth|[Ss]outh|[Cc]entral|[Cc]oastal) Georgia\b|\bUniversity of Georgia\b|\bGeorgia (?:Tech|Gov\.|Bureau of Investigation)"
)
CAUCASUS = re.compile(r"\b(?:Tbilisi|Batumi|Caucas|Abkhaz|[Oo]sseti|Armenia|Azerbaijan|Moscow|Russia|Kremlin|Soviet)")
TWINS = {"Congo": ("COD", "COG"), "Congolese": ("COD", "COG"), "Korea": ("KOR", "PRK")}
"""Names that two states share, the one that is mostly meant first."""
AMERICAN_SOIL = re.compile(r"\b(?:Atlanta|Savannah|[Ss]heriff|[A-Z][a-z]+ County|Ga\.)")


def without_namesakes(document: Document, known: Iterable[tuple[int, int, Mention | None]]) -> list[tuple[int, int, Mention | None]]:
    """The known names without those that only look like states, which are then free to be parts of other names."""
    return [(at, length, m) for at, length, m in known if m is None or not is_namesake(document, at, length, m)]


def is_namesake(document: Document, at: int, length: int, mention: Mention) -> bool:
    """Whether the name of a state is part of another place's name, or that of a town in a region."""
    if mention.type != "state" or mention.subtype is not None or length > 1:
        return False
    return in_region(document, at) or on_water(document, at) or in_american_region(document, mention.span)


def in_region(document: Document, at: int) -> bool:
    """Whether the word before makes it the name of another place: "New Mexico", "Northern Ireland", "West Papua"."""
    if at == 0 or not capital(document, at - 1) or not one_line(document, at - 1, at) or adjacent(document, at - 1, at):
        return False
    name = f"{raw(document, at - 1)} {raw(document, at)}"
    return name in gazetteer.regions() or any(place.kind == "region" for place in gazetteer.listed(name))


def on_water(document: Document, at: int) -> bool:
    """Whether it calls a river or a sea: "the Niger River", "the Sea of Japan", "the Gulf of Oman"."""
    if norm(document, at - 1) == "of" and raw(document, at - 2) in ("Sea", "Gulf", "Bay", "Strait"):
        return True
    return raw(document, at + 1) in ("River", "Delta", "Basin", "Sea") and one_line(document, at, at + 1)


def in_american_region(document: Document, span: Span) -> bool:
    """Whether the abbreviation of a region follows: "Lebanon, Pa."."""
    return dotted().match(document.text, span.end) is not None


@cache
def dotted() -> re.Pattern[str]:
    """A comma and the abbreviation of a region, with its stop."""
    shorts = sorted((short for short in region_codes() if short.endswith(".")), key=lambda s: (-len(s), s))
    return re.compile(r",[ \u00a0](?:" + "|".join(map(re.escape, shorts)) + ")")


# ---- the Georgia of Atlanta, and persons


def settled_states(document: Document, found: list[Mention], surnames: frozenset[str]) -> list[Mention]:
    """The mentions with the American Georgia as a place, the right Congo, and states that are the namesakes of persons as persons."""
    georgia = american_georgia(document)
    shown = {m.actor for m in found if m.type == "state" and m.subtype is not None}
    named = {m.actor for m in found if m.type == "state" and document.words(m.span) not in TWINS}
    people = surnames | {m for m in map(partial(honoured_name, document), found) if m}
    settled = []
    for mention in found:
        words = document.words(mention.span)
        if georgia and words == "Georgia" and mention.type == "state":
            settled.append(replace(mention, type="place", subtype=None, actor=None))
        elif words in TWINS:
            settled.append(twin(mention, TWINS[words], named))
        else:
            settled.append(mention if mention.actor in shown else as_person(document, mention, people))
    return settled


def twin(mention: Mention, pair: tuple[str, str], named: set[str | None]) -> Mention:
    """A name that two states share: the one that the article names otherwise, the greater where it names neither, none where both."""
    told = [code for code in pair if code in named]
    if len(told) == len(pair) and mention.subtype is None:
        return replace(mention, actor=None, candidates=pair)
    return replace(mention, actor=told[0] if len(told) == 1 else pair[0])


def honoured_name(document: Document, mention: Mention) -> str | None:
    """The folded name of a state that stands behind an honorific: "Mr. Jordan"."""
    if mention.type != "state" or mention.subtype is not None:
        return None
    at = first_at(document.tokens, mention.span.start)
    return norm(document, at) if honoured(document, at) else None


def as_person(document: Document, mention: Mention, people: frozenset[str]) -> Mention:
    """A state mention as a person where persons of the text are called so and one is not in it."""
    if mention.type != "state" or mention.subtype is not None:
        return mention
    at = first_at(document.tokens, mention.span.start)
    if document.tokens[at].span == mention.span and norm(document, at) in people and not located(document, at):
        return replace(mention, type="person", actor=None, by="family-name")
    return mention


def located(document: Document, at: int) -> bool:
    """Whether a preposition of place stands before: one is "in Jordan" the state, not the man."""
    return norm(document, at - 1) in word_set("places", "place_before") or norm(document, at - 1) in ("to", "from")


def american_georgia(document: Document) -> bool:
    """Whether "Georgia" is the American state here: an American region or county is named, and nobody speaks of the Caucasus."""
    text = document.text
    if "Georgia" not in text or "Tbilisi" in text or re.search(r"\bGeorgians?\b", text) is not None:
        return False
    if AMERICAN_GEORGIA.search(text) is not None:
        return True
    return CAUCASUS.search(text) is None and (AMERICAN_SOIL.search(text) is not None or american_regions().search(text) is not None)


@cache
def american_regions() -> re.Pattern[str]:
    """The regions of North America by their full names."""
    names = sorted(set(region_codes().values()) - {"Georgia", "New York", "Washington"})
    return re.compile(r"\b(?:" + "|".join(map(re.escape, names)) + r")\b")
