"""Who acts and who is acted upon: the clause round a verb, read from its words alone.

The subject is the nearest phrase before the verb that hangs on no preposition and is no object of another verb;
relative clauses take their antecedent, infinitives behind "asked Iran to" the party asked, coordinated verbs the
subject of the first. What is acted upon is the first party behind the verb in its clause.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.annotate.events.scene import Party, Scene, group, link
from dragoman.annotate.stream import raw
from dragoman.knowledge.language import closed
from dragoman.knowledge.triggers import control_forms, triggers

BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "got"})
CHAIN = frozenset({"to", "not", "n't", "also", "since", "being"})
STRONG = frozenset({";", ":", "\u2014", "\u2013", "\u2022", "?", "!", "(", "/"})
QUOTES = frozenset({'"', "\u201c", "\u201d", "\u00ab", "\u00bb"})
BREAKS = frozenset(
    {"that", "because", "while", "whereas", "although", "though", "if", "unless", "when", "where", "whether", "until", "once", "lest", "so"}
)
TURNS = frozenset({"after", "before", "since", "as", "despite", "following"})
BACK, AHEAD = 45, 28  # tokens that a clause may run before and behind a verb; longer ones are rarer than 1 in 200 in the training articles
PARENTHESIS = 24  # tokens that may stand between the commas of a parenthesis


@dataclass(frozen=True, slots=True)
class Sides:
    """The parties on either side of a deed; ``passive`` where the doer is only told by "by"."""

    actor: tuple[Party, ...] = ()
    recipient: tuple[Party, ...] = ()
    passive: bool = False


def verb_sides(scene: Scene, at: int, end: int, shape: str, own: bool = False) -> Sides:
    """Doer and other side of a verb whose words run from token ``at`` to ``end``.

    ``own`` says that what is acted upon is the doer's: "the Saudi ambassador was recalled" by Saudi Arabia.
    """
    before = chain_start(scene, at)
    words = [scene.word(i) for i in range(before + 1, at)]
    passive = shape in ("participle", "past") and (bool(BE & set(words)) or reduced(scene, at, end, before, shape))
    told = controlled(scene, before, shape, words)
    left = subject(scene, before) if told is None else told
    if own and not left:
        return Sides(target(scene, end, set()), passive=passive)
    if passive and own:
        return Sides(left, passive=True)
    if passive:
        return Sides(agent(scene, end), left or attached(scene, before), passive=True)
    return Sides(left, target(scene, end, {p.code for p in left if p.code}))


def chain_start(scene: Scene, at: int) -> int:
    """The token before the verb's auxiliaries, adverbs and negations."""
    before = at - 1
    while before >= scene.tokens.start and (in_chain(scene.word(before))):
        before -= 1
    return before


def in_chain(word: str) -> bool:
    """Whether a word belongs to the chain before a verb."""
    return word in closed("auxiliaries") or word in CHAIN or word in closed("adverbs") or (word.endswith("ly") and len(word) > 4)


def reduced(scene: Scene, at: int, end: int, before: int, shape: str) -> bool:
    """Whether a participle without auxiliary is passive: "the treaty signed on Friday", ", signed in May,", "imposed by".

    It follows a noun that is no party, and no object stands behind it.
    """
    after = scene.word(end + 1)
    if after == "by":
        return True
    if before + 1 != at or before in scene.ending or before < scene.tokens.start:
        return False
    intransitive = after in closed("prepositions") or after in (".", ",", ")", '"', "\u201d", "last", "yesterday", "earlier", "this", "")
    word = scene.word(before)
    return (
        intransitive
        and (word == "," or scene.document.tokens[before].word)
        and word not in closed("conjunctions")
        and word not in closed("pronouns_subject")
    )


# ---- before the verb


def subject(scene: Scene, before: int) -> tuple[Party, ...]:
    """The parties that are the subject of the verb whose chain begins after token ``before``."""
    if scene.word(before) in closed("relatives"):
        return antecedent(scene, before)
    if scene.word(before) == ",":
        outer = before_parenthesis(scene, before)
        if outer:
            return outer
    comma = False
    held: list[Party] = []
    at = before
    while at >= scene.tokens.start and before - at < BACK:
        party = scene.ending.get(at)
        if party is not None:
            if free(scene, party):
                return group(scene, party)
            held.append(party)
            at = party.start - 1
            continue
        word = scene.word(at)
        if word in STRONG or raw(scene.document, at) in QUOTES:
            break
        if word in BREAKS or word in closed("relatives") or at in scene.cues:
            if not comma or word in ("that", "because"):
                break
            held = []
        comma = comma or word == ","
        at -= 1
    return tuple(p for p in held[-1:] if link(scene, p) in ("of", "from") and scene.word(before) not in ("and", ",", "but"))


def before_parenthesis(scene: Scene, comma: int) -> tuple[Party, ...]:
    """The subject of "Turkey, which ..., objected" and "Kuala Lumpur, this year's chair, proposed": what stands before the first comma."""
    for at in range(comma - 1, max(scene.tokens.start, comma - PARENTHESIS) - 1, -1):
        if scene.word(at) in STRONG or raw(scene.document, at) in QUOTES:
            return ()
        if scene.word(at) == ",":
            party = scene.ending.get(at - 1)
            return group(scene, party) if party is not None and free(scene, party) and not in_list(scene, at) else ()
    return ()


def in_list(scene: Scene, comma: int) -> bool:
    """Whether a comma parts the members of a list of parties."""
    return comma + 1 in scene.beginning and comma + 2 < scene.tokens.stop and scene.word(scene.beginning[comma + 1].end + 1) in (",", "and")


def free(scene: Scene, party: Party) -> bool:
    """Whether a phrase can be a subject: it hangs on no preposition and follows no verb as its object."""
    if party.shape in ("owner", "place") or link(scene, party):
        return False
    at = party.start - 1
    while at >= scene.tokens.start and (scene.word(at) in closed("determiners") or scene.word(at) in closed("possessives")):
        at -= 1
    return at in scene.cues or not acts_before(scene, at)


def acts_before(scene: Scene, at: int) -> bool:
    """Whether a verb whose object would follow stands at a token."""
    word = scene.word(at)
    base = any(t.shape == "base" for t in triggers().get(word, ())) and (
        scene.word(at - 1) in ("to", "not", "n't") or scene.word(at - 1) in closed("modals")
    )
    return base or known_verb(word)


def known_verb(word: str) -> bool:
    """Whether a word is a form of a verb of the event list that is not also a noun's."""
    return any(t.shape in ("past", "participle", "ing", "s") for t in triggers().get(word, ()))


def antecedent(scene: Scene, at: int) -> tuple[Party, ...]:
    """The party before a relative pronoun."""
    for back in range(at - 1, max(scene.tokens.start, at - 4) - 1, -1):
        if back in scene.ending:
            return group(scene, scene.ending[back]) if scene.ending[back].shape != "place" else ()
    return ()


def controlled(scene: Scene, before: int, shape: str, words: list[str]) -> tuple[Party, ...] | None:
    """The doer of "asked Iran to stop", "accused Kenyan police of firing": the object of the verb before it.

    Empty where that verb has no party as its object ("helping to end"); ``None`` where no such verb governs.
    """
    infinitive = "to" in words
    gerund = shape == "ing" and not (BE & set(words)) and scene.word(before) in ("of", "for", "from")
    if not infinitive and not gerund:
        return None
    stop = before - 1 if gerund else before
    party: Party | None = None
    for back in range(stop, max(scene.tokens.start, stop - 14) - 1, -1):
        party = scene.ending.get(back) or party
        word = scene.word(back)
        if word in control_forms() or (word == "for" and infinitive):
            passive = bool(BE & {scene.word(back - 1), scene.word(back - 2)})
            if party is None:
                return None if passive or back != stop else ()
            return group(scene, party) if party.shape != "place" else ()
        if word in STRONG or word in BREAKS or word == ",":
            return None
    return None


# ---- behind the verb


def target(scene: Scene, end: int, own: set[str]) -> tuple[Party, ...]:
    """The first party behind the verb that is not the doer's own, with those joined to it."""
    at = end + 1
    place: tuple[Party, ...] = ()
    while at < scene.tokens.stop and at - end < AHEAD:
        party = scene.beginning.get(at)
        if party is not None:
            if party.shape == "place":
                place = place or (party,)
            elif party.shape != "owner" and (party.code is None or party.code not in own):
                return tuple(p for p in group(scene, party) if p.start >= party.start and (p.code is None or p.code not in own))
            at = party.end + 1
            continue
        if ends_clause(scene, at, end):
            break
        at += 1
    return place


def ends_clause(scene: Scene, at: int, end: int) -> bool:
    """Whether the clause of a verb ends at a token behind it."""
    word = scene.word(at)
    if word in STRONG or word in BREAKS - {"that"} or word in closed("relatives") - {"that"} or word in TURNS - {"as"}:
        return at > end + 1
    if word == ",":
        return True
    if word in ("and", "but", "or"):
        following = at + 1 if scene.word(at + 1) not in closed("determiners") else at + 2
        return following in scene.beginning and (at - 1) not in scene.ending
    return at in scene.cues


def agent(scene: Scene, end: int) -> tuple[Party, ...]:
    """The doer behind "by" in a passive."""
    for at in range(end + 1, min(end + 10, scene.tokens.stop)):
        if scene.word(at) == "by":
            for begin in range(at + 1, min(at + 6, scene.tokens.stop)):
                if begin in scene.beginning:
                    return group(scene, scene.beginning[begin])
                if scene.word(begin) in STRONG or scene.word(begin) == ",":
                    break
            return ()
        if scene.word(at) in STRONG:
            break
    return ()


def attached(scene: Scene, before: int) -> tuple[Party, ...]:
    """The party inside a subject that is itself none: "the border with Kenya was closed", "troops near Gori were hit"."""
    at = before
    found: tuple[Party, ...] = ()
    while at >= scene.tokens.start and before - at < BACK // 2:
        party = scene.ending.get(at)
        if party is not None:
            found = (party,)
            at = party.start - 1
            continue
        word = scene.word(at)
        if word in STRONG or word in BREAKS or word in closed("relatives") or at in scene.cues or word == ",":
            break
        at -= 1
    return found
