"""Who acts and who is acted upon, told by a noun: "Azerbaijan's attack on X", "Russian-Turkish talks", "sanctions against X".

What stands before the noun in its own phrase is the doer; what hangs on "on", "against" or "with" behind it the other
side; "between A and B" names both. A noun that is the object of a verb takes that verb's subject as its doer.
"""

from __future__ import annotations

from dragoman.annotate.events.clause import Sides, chain_start, subject
from dragoman.annotate.events.scene import Party, Scene, group
from dragoman.knowledge.language import closed

PHRASE = 8  # tokens that a noun's own phrase may run before it
LINKS = frozenset(
    {
        "on",
        "against",
        "with",
        "between",
        "to",
        "in",
        "into",
        "from",
        "by",
        "of",
        "for",
        "at",
        "among",
        "over",
        "upon",
        "toward",
        "towards",
        "across",
    }
)
OBJECTIVE = frozenset({"ASSAULT", "COERCE", "SANCTION", "SUPPORT", "AID", "ACCUSE", "COOPERATE"})  # whose "of" names what is acted upon
BOTH = frozenset({"CONSULT", "AGREE", "COOPERATE"})


def noun_sides(scene: Scene, at: int, end: int, kind: str) -> Sides:
    """Doer and other side of a noun whose words run from token ``at`` to ``end``."""
    start, prenominal = phrase(scene, at)
    hanging = behind(scene, end)
    both = hanging.get("between") or hanging.get("among") or ()
    if len(both) > 1:
        return Sides(both)
    if len(prenominal) > 1:
        return Sides(prenominal, first(hanging, ("with", "on", "against")) if kind not in BOTH else hanging.get("with", ()))
    doer = prenominal or hanging.get("by") or (() if kind in OBJECTIVE else hanging.get("of") or ()) or hanging.get("from", ())
    other = first(hanging, ("on", "against", "with", "to", "into", "of", "in", "over", "at", "for", "toward", "towards"))
    other = tuple(p for p in other if p not in doer)
    if not doer and other:
        doer = subject(scene, before_verb(scene, start)) if scene.word(start - 1) not in closed("prepositions") else ()
    own = {p.code for p in doer if p.code}
    return Sides(doer, tuple(p for p in other if p.code is None or p.code not in own))


def first(hanging: dict[str, tuple[Party, ...]], links: tuple[str, ...]) -> tuple[Party, ...]:
    """The parties on the first of some prepositions that has any."""
    return next((hanging[w] for w in links if hanging.get(w)), ())


def phrase(scene: Scene, at: int) -> tuple[int, tuple[Party, ...]]:
    """First token of a noun's own phrase, and the parties in it before the noun."""
    start = at
    found: tuple[Party, ...] = ()
    while start > scene.tokens.start and at - start < PHRASE:
        party = scene.ending.get(start - 1)
        if party is not None:
            found = found or tuple(p for p in group(scene, party) if p.end < at)
            start = min(party.start, *(p.start for p in found)) if found else party.start
            continue
        word = scene.word(start - 1)
        if word == "'s" or word == "-" or (word == "and" and not found):
            start -= 1
            continue
        if (
            not scene.document.tokens[start - 1].word
            or word in closed("prepositions")
            or word in closed("auxiliaries")
            or word in closed("conjunctions")
        ):
            break
        if word in closed("determiners") or word in closed("possessives"):
            start -= 1
            break
        if word.endswith(("ed", "ing", "ly")) and word not in ("armed", "united"):
            break
        start -= 1
    return start, tuple(p for p in found if p.shape != "place")


def before_verb(scene: Scene, start: int) -> int:
    """The token before the verb whose object begins at ``start``: one verb with its auxiliaries is passed over."""
    at = start - 1
    if at >= scene.tokens.start and at not in scene.ending and scene.document.tokens[at].word:
        at = chain_start(scene, at)
    return at


def behind(scene: Scene, end: int) -> dict[str, tuple[Party, ...]]:
    """The parties on each preposition behind a noun, the first of each; the phrase ends with its clause."""
    found: dict[str, tuple[Party, ...]] = {}
    link = ""
    at = end + 1
    while at < scene.tokens.stop and at - end < 14:
        party = scene.beginning.get(at)
        if party is not None and link:
            joined = tuple(p for p in group(scene, party) if p.start >= party.start)
            found.setdefault(link, joined)
            at = joined[-1].end + 1
            link = ""
            continue
        word = scene.word(at)
        if word in LINKS:
            link = word
        elif (
            word in closed("prepositions")
            or not scene.document.tokens[at].word
            or word in closed("auxiliaries")
            or word in closed("relatives")
            or word in closed("subordinators")
        ):
            break
        at += 1
    return found
