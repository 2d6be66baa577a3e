"""Words that name deeds: every form of every trigger with its PLOVER type, its frame, mode and CAMEO code."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, cast

from dragoman.knowledge.language import inflections, table


class Trigger(NamedTuple):
    """One form of a trigger.

    ``words`` are what stands in the text, ``type``, ``mode`` and ``cameo`` what they name, ``shape`` is noun or the
    verb's form. ``object`` names the class of words that must be acted upon, ``needs`` the parties that must be told
    (doer, object, both or nothing), ``negated`` says that only the negated verb is the deed ("does not accept").
    """

    words: tuple[str, ...]
    type: str
    mode: str | None
    cameo: str | None
    shape: str
    lemma: str = ""
    object: str = ""
    needs: str = ""
    negated: bool = False


class Entry(NamedTuple):
    """One entry of the file, read."""

    words: tuple[str, ...]
    object: str
    needs: str
    negated: bool
    mode: str | None
    cameo: str | None


def entry_of(text: str) -> Entry:
    """The parts of an entry such as "expel @envoys +doer | expel | 163"."""
    frame, mode, cameo = (part.strip() for part in f"{text}||".split("|")[:3])
    parts = frame.replace("-", " - ").split() if "@" not in frame else frame.split()
    words = tuple(p for p in parts if p[0] not in "@+")
    negated = words[0] == "not"
    return Entry(
        words[1:] if negated else words,
        next((p[1:] for p in parts if p[0] == "@"), ""),
        next((p[1:] for p in parts if p[0] == "+"), ""),
        negated,
        mode or None,
        cameo or None,
    )


@cache
def triggers() -> dict[str, tuple[Trigger, ...]]:
    """Every trigger by its first word; the longest first, then those with the narrowest frame, then as the file has them."""
    data = cast("dict[str, dict[str, list[str]]]", table("events"))
    found: dict[str, list[Trigger]] = {}
    for kind, entries in data["verbs"].items():
        for entry in map(entry_of, entries):
            for shape, form in forms(entry.words[0], data["irregular"]):
                rest = entry.words[1:]
                found.setdefault(form, []).append(
                    Trigger(
                        (form, *rest), kind, entry.mode, entry.cameo, shape, " ".join(entry.words), entry.object, entry.needs, entry.negated
                    )
                )
    for kind, entries in data["nouns"].items():
        for entry in map(entry_of, entries):
            found.setdefault(entry.words[0], []).append(
                Trigger(entry.words, kind, entry.mode, entry.cameo, "noun", " ".join(entry.words), entry.object, entry.needs)
            )
    return {word: tuple(sorted(dict.fromkeys(rows), key=rank)) for word, rows in found.items()}


def rank(trigger: Trigger) -> tuple[object, ...]:
    """The order in which triggers of one word are tried."""
    return (
        -len(trigger.words),
        not trigger.negated,
        not trigger.object,
        trigger.shape == "noun",
        not trigger.needs,
        trigger.type,
        trigger.shape,
    )


def forms(verb: str, irregular: dict[str, list[str]]) -> list[tuple[str, str]]:
    """(shape, form) of a trigger verb."""
    if verb in irregular:
        return [("base", verb), *zip(("s", "past", "participle", "ing"), irregular[verb], strict=True)]
    return inflections(verb)


@cache
def object_words(name: str) -> frozenset[str]:
    """The words of one class of objects."""
    data = cast("dict[str, dict[str, str]]", table("events"))
    return frozenset(data["objects"][name].split())


@cache
def control_forms() -> frozenset[str]:
    """Every form of the verbs whose object does what the infinitive behind it says."""
    data = cast("dict[str, dict[str, list[str]]]", table("events"))
    return frozenset(form for verb in data["control"]["object"] for _, form in forms(verb, data["irregular"]))


@cache
def signs(name: str) -> tuple[str, ...]:
    """The words of one factuality or exclusion list, the longest first."""
    data = cast("dict[str, dict[str, list[str]]]", table("events"))
    section = "never" if name in ("before", "after", "asking") else "factuality"
    return tuple(sorted(data[section][name], key=lambda w: (-len(w), w)))
