"""Words that name deeds: every form of every trigger with its PLOVER type, mode and CAMEO code."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, cast

from dragoman.knowledge.language import inflections, table


class Trigger(NamedTuple):
    """One form of a trigger: its words, the type it names, mode and CAMEO code, and its shape (noun, or a verb's form)."""

    words: tuple[str, ...]
    type: str
    mode: str | None
    cameo: str | None
    shape: str


def fields(entry: str) -> tuple[tuple[str, ...], str | None, str | None]:
    """(words, mode, code) of an entry of the file."""
    words, mode, cameo = (part.strip() for part in f"{entry}||".split("|")[:3])
    return tuple(words.replace("-", " - ").split()), mode or None, cameo or None


@cache
def triggers() -> dict[str, tuple[Trigger, ...]]:
    """Every trigger by its first word, the longest first."""
    data = cast("dict[str, dict[str, list[str]]]", table("events"))
    found: dict[str, list[Trigger]] = {}
    for kind, entries in data["verbs"].items():
        for entry in entries:
            words, mode, cameo = fields(entry)
            for shape, form in forms(words[0], data["irregular"]):
                found.setdefault(form, []).append(Trigger((form, *words[1:]), kind, mode, cameo, shape))
    for kind, entries in data["nouns"].items():
        for entry in entries:
            words, mode, cameo = fields(entry)
            found.setdefault(words[0], []).append(Trigger(words, kind, mode, cameo, "noun"))
    return {
        word: tuple(sorted(set(rows), key=lambda t: (-len(t.words), t.shape == "noun", t.type, t.shape))) for word, rows in found.items()
    }


def forms(verb: str, irregular: dict[str, list[str]]) -> list[tuple[str, str]]:
    """(shape, form) of a trigger verb."""
    if verb in irregular:
        return [("base", verb), *zip(("s", "past", "participle", "ing"), irregular[verb], strict=True)]
    return inflections(verb)


@cache
def signs(name: str) -> tuple[str, ...]:
    """The words of one factuality or exclusion list, the longest first."""
    data = cast("dict[str, dict[str, list[str]]]", table("events"))
    section = "never" if name in ("before", "after") else "factuality"
    return tuple(sorted(data[section][name], key=lambda w: (-len(w), w)))
