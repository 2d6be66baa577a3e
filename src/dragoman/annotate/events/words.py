"""Where a word names a deed: the trigger at a token, used as its entry asks."""

from __future__ import annotations

from dragoman.annotate.events.clause import BE, BREAKS, STRONG, Sides, chain_start
from dragoman.annotate.events.scene import Scene
from dragoman.annotate.stream import raw
from dragoman.knowledge.language import closed
from dragoman.knowledge.triggers import Trigger, object_words, signs, triggers

OBJECT_REACH = 8  # tokens between a verb and its object's head: "held another round of expert talks" has four
BASE_AFTER = frozenset(
    {
        "to",
        "not",
        "they",
        "we",
        "i",
        "you",
        "n't",
        "who",
        "or",
        "and",
        "will",
        "did",
        "do",
        "does",
        "that",
        "both",
        "'ll",
        "let",
        "never",
        "us",
        "them",
    }
)


def trigger_at(scene: Scene, at: int) -> Trigger | None:
    """The longest trigger whose words stand here and are used as its entry asks."""
    for trigger in triggers().get(scene.word(at), ()):
        length = len(trigger.words)
        if any(scene.word(at + i) != w for i, w in enumerate(trigger.words)) or not used_as(scene, at, trigger):
            continue
        if trigger.negated and not negated_before(scene, at):
            continue
        if trigger.object and object_at(scene, at, at + length - 1, trigger) is None:
            continue
        if not idiom(scene, at, length):
            return trigger
    return None


def negated_before(scene: Scene, at: int) -> bool:
    """Whether the verb's own chain is negated."""
    return any(
        scene.word(i) in ("not", "n't", "never", "cannot") or scene.word(i).endswith("n't") for i in range(chain_start(scene, at) + 1, at)
    )


def used_as(scene: Scene, at: int, trigger: Trigger) -> bool:
    """Whether a verb form stands as a verb and a noun as a noun."""
    before, after = scene.word(at - 1), scene.word(at + 1)
    introduced = before in closed("determiners") - {"both", "all", "that", "no"} or before in closed("possessives") or before == "'s"
    written = raw(scene.document, at)
    if trigger.shape == "noun":
        return not named(scene, at)
    if introduced or asked_who(scene, at):
        return False
    if trigger.shape == "base":
        return before in closed("modals") or before in BASE_AFTER or before in ("ready", "cannot") or plural_before(scene, at)
    if trigger.shape == "s" and not finite(scene, at):
        return False
    if trigger.shape == "ing" and (after == "of" or before == "-" or before in ("to", "on", "in", "at")):
        return False
    if trigger.shape in ("past", "participle") and before == "-":
        return False
    return not (written[:1].isupper() and raw(scene.document, at - 1)[:1].isupper() and not written.isupper())


def finite(scene: Scene, at: int) -> bool:
    """Whether a form in -s stands as a verb: right behind a party, a singular pronoun, a relative or another verb's clause."""
    before = chain_start(scene, at)
    word = scene.word(before)
    singular = word in ("it", "he", "she", "who", "which", "that", "one", "each", "nobody", "everyone")
    return (
        before in scene.ending
        or singular
        or word in ("and", ",", "but", ")")
        or (scene.document.tokens[before].word and not_modifier(scene, before))
    )


def not_modifier(scene: Scene, before: int) -> bool:
    """Whether a word before a form in -s can be its subject: a noun with an article or a party not far before it."""
    word = scene.word(before)
    if (
        word in closed("prepositions")
        or word in closed("determiners")
        or word in closed("possessives")
        or word.endswith(("ed", "ing", "s"))
    ):
        return False
    return (
        scene.word(before - 1) in closed("determiners")
        or scene.word(before - 1) in closed("possessives")
        or scene.word(before - 1) == "'s"
        or before - 1 in scene.ending
    )


def plural_before(scene: Scene, at: int) -> bool:
    """Whether a plural noun or a list of parties stands before a base form: "the two sides meet"."""
    before = scene.word(at - 1)
    party = scene.ending.get(at - 1)
    if party is not None:
        return (
            party.shape == "group"
            or (party.shape == "adjective" and raw(scene.document, at - 1).endswith("s"))
            or scene.word(party.start - 1) in ("and", ",", "that")
            or party.shape == "pronoun"
        )
    return (
        before.endswith("s") and before != "'s" and scene.document.tokens[at - 1].word and scene.word(at + 1) not in ("of", "by", ",", ".")
    )


def asked_who(scene: Scene, at: int) -> bool:
    """Whether a verb stands in a question for its doer: "nobody has forgotten who opened the ports"."""
    who = chain_start(scene, at)
    return scene.word(who) == "who" and (scene.word(who - 1) in signs("asking") or who == scene.tokens.start)


def named(scene: Scene, at: int) -> bool:
    """Whether a noun is part of a proper name: "the Winter War", "Operation Shelling"."""
    written = raw(scene.document, at)
    if written.isupper() and len(written) > 1 and raw(scene.document, at + 1).isupper():
        return False
    return written[:1].isupper() and at - 1 in scene.tokens and raw(scene.document, at - 1)[:1].isupper()


def object_at(scene: Scene, at: int, end: int, trigger: Trigger) -> int | None:
    """The token of the object that a verb's frame asks for: behind an active verb, before a passive one."""
    wanted = object_words(trigger.object)
    if trigger.shape != "noun":
        for i in range(end + 1, min(end + 1 + OBJECT_REACH, scene.tokens.stop)):
            word = scene.word(i)
            if word in wanted:
                return i
            if word in STRONG or word in BREAKS or word in (",", ".", "by") or i in scene.cues:
                break
    if trigger.shape in ("participle", "past"):
        before = chain_start(scene, at)
        aux = bool(BE & {scene.word(i) for i in range(before + 1, at)})
        for i in range(before, max(scene.tokens.start, before - OBJECT_REACH) - 1, -1):
            word = scene.word(i)
            if word in wanted and (aux or i == before or i == before - 1):
                return i
            if word in STRONG or (word in BREAKS and not aux):
                break
    return None


def idiom(scene: Scene, at: int, length: int) -> bool:
    """Whether the neighbours make a trigger another thing than a deed between states."""
    before, two = scene.word(at - 1), f"{scene.word(at - 2)} {scene.word(at - 1)}"
    after = " ".join(scene.word(at + length + i) for i in range(2))
    return before in signs("before") or two in signs("before") or any(f"{after} ".startswith(f"{words} ") for words in signs("after"))


def complete(trigger: Trigger, sides: Sides) -> bool:
    """Whether the parties that an entry asks for are told."""
    doer, other = bool(sides.actor), bool(sides.recipient)
    if trigger.shape == "noun":
        return doer or other
    if trigger.needs == "doer":
        return doer or (sides.passive and other)
    if trigger.needs == "object":
        return other
    if trigger.needs == "both":
        return other and (doer or sides.passive)
    return True
