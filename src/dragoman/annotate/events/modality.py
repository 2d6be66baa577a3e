"""Whether a deed happened, goes on, is planned, conditional, only thought of, or denied: by the words before its trigger."""

from __future__ import annotations

from dragoman.annotate.events.clause import BE, BREAKS, QUOTES, STRONG
from dragoman.annotate.events.scene import Scene
from dragoman.annotate.stream import raw
from dragoman.knowledge.triggers import Trigger, control_forms, signs

RELATIVES = frozenset({"who", "which", "whose"})
NEAR = 7  # words before a trigger in its clause whose modality still governs it
DURATIVE = frozenset({"AID", "COOPERATE", "COERCE", "ASSAULT", "MOBILIZE", "SUPPORT", "SANCTION"})


def factuality(scene: Scene, at: int, trigger: Trigger, reported: bool) -> str:
    """One of reading/1's values; ``reported`` says that the trigger stands in what somebody said."""
    near = nearby(scene, at, trigger)
    if trigger.negated:
        return "actual"
    if scene.word(at + len(trigger.words)) in ("no", "nothing", "none", "nobody", "neither") and trigger.shape != "noun":
        return "negated"
    if has(near, "negated") or any(w.endswith("n't") for w in near):
        return "negated"
    will = any(w in ("will", "shall", "would", "'ll", "'d") for w in near)
    if conditional(scene, at, near, will):
        return "conditional"
    if "would" in near:
        return "planned" if reported and scene.word(at - 1) != "to" else "hypothetical"
    if wished(scene, at, near, trigger):
        return "hypothetical"
    planned, thought = last(near, "planned"), last(near, "hypothetical")
    if planned >= 0 and planned >= thought:
        return "planned"
    if thought >= 0:
        return "hypothetical"
    return going_on(scene, at, near, trigger)


def going_on(scene: Scene, at: int, near: list[str], trigger: Trigger) -> str:
    """Ongoing for progressive and "keeps", and for what lasts and is told in the present; else actual."""
    chain = near[-4:]
    if trigger.shape == "ing" and (BE & set(chain) or {"keep", "keeps", "kept", "continue", "continues"} & set(chain)):
        return "ongoing"
    if trigger.shape == "ing" and near[-1:] == ["by"] and progressive(scene, at):
        return "ongoing"
    if trigger.shape in ("base", "ing") and any(w in chain for w in ("continues", "continue", "keeps", "still")):
        return "ongoing"
    if trigger.shape in ("s", "base") and trigger.type in DURATIVE:
        return "ongoing"
    if trigger.shape == "noun" and any(w in near for w in ("continuing", "ongoing", "current", "continued", "daily")):
        return "ongoing"
    return "actual"


def wished(scene: Scene, at: int, near: list[str], trigger: Trigger) -> bool:
    """Whether a deed is only asked for: "called on India to free", "proposed that Eritrea pull back"."""
    if trigger.shape == "base" and at - 1 in scene.ending and scene.ending[at - 1].shape in ("state", "person") and near[-2:-1] != ["and"]:
        return scene.word(scene.ending[at - 1].start - 1) in ("that", "lest")
    if near[-1:] != ["to"]:
        return False
    for back in range(at - 2, max(scene.tokens.start, at - 14) - 1, -1):
        word = scene.word(back)
        if word in control_forms():
            return any(i in scene.ending for i in range(back, at - 1))
        if word in STRONG or word in (",", "and") or raw(scene.document, back) in QUOTES:
            break
    return False


def progressive(scene: Scene, at: int) -> bool:
    """Whether the main verb before a gerund goes on: "is doing everything to remain a partner, including by acting"."""
    return any(scene.word(i) in ("is", "are") and scene.word(i + 1).endswith("ing") for i in range(max(scene.tokens.start, at - 24), at))


def nearby(scene: Scene, at: int, trigger: Trigger) -> list[str]:
    """The last words before a trigger in its clause, in the order of the text."""
    found: list[str] = []
    for back in range(at - 1, max(scene.tokens.start, at - NEAR) - 1, -1):
        word = scene.word(back)
        if word in RELATIVES or (word in ("and", "but") and trigger.shape in ("past", "participle", "s") and back == at - 1):
            break
        if (
            word in STRONG
            or raw(scene.document, back) in QUOTES
            or (word == "," and found)
            or word in BREAKS - {"whether", "if", "unless"}
            or back in scene.cues
        ):
            if back in scene.cues:
                found.append(word)
            break
        found.append(word)
    return found[::-1]


def has(near: list[str], name: str) -> bool:
    """Whether one of a list of signs stands among some words."""
    return last(near, name) >= 0


def last(near: list[str], name: str) -> int:
    """Where the last sign of a list begins among some words; -1 for none."""
    best = -1
    for sign in signs(name):
        words = sign.split()
        for at in range(len(near) - len(words), best, -1):
            if near[at : at + len(words)] == words:
                best = at
                break
    return best


def conditional(scene: Scene, at: int, near: list[str], will: bool) -> bool:
    """Whether a deed stands in an if-clause, or behind "will" beside one."""
    if any(w in ("if", "unless") for w in near):
        return True
    if not will and not has(near, "planned") and not any(w in ("can", "could", "may") for w in near):
        return False
    words = [scene.word(i) for i in range(max(scene.tokens.start, at - 40), min(scene.tokens.stop, at + 40))]
    return any(w in ("if", "unless", "provided") for w in words) or words[:1] == ["should"]
