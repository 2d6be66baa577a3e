"""Words of a language, as the rules need them: closed classes, cues, titles, name parts. Read once, on first use."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from dragoman.errors import KnowledgeError

Table = dict[str, object]


@cache
def table(name: str, language: str = "en") -> Table:
    """One knowledge file of a language as it is written; raises KnowledgeError when it is missing or damaged."""
    source = files("dragoman.knowledge") / "languages" / language / f"{name}.toml"
    try:
        return tomllib.loads(source.read_text(encoding="utf-8"))
    except FileNotFoundError as fault:
        raise KnowledgeError(f"No knowledge file {name}.toml for language {language!r}.", "Install Dragoman again.") from fault
    except tomllib.TOMLDecodeError as fault:
        raise KnowledgeError(f"{name}.toml of language {language!r} cannot be read: {fault}.", "Mend the line it names.") from fault


def word_set(name: str, key: str, language: str = "en") -> frozenset[str]:
    """A list of one knowledge file as a set."""
    value = table(name, language)[key]
    return frozenset(value.split() if isinstance(value, str) else cast("list[str]", value))


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Words whose dot need not end a sentence."""

    titles: frozenset[str]
    months: frozenset[str]
    either: frozenset[str]
    starters: frozenset[str]


@cache
def abbreviations() -> Abbreviations:
    """The abbreviations of English."""
    return Abbreviations(*(word_set("abbreviations", key) for key in ("titles", "months", "either", "starters")))


@cache
def closed(name: str) -> frozenset[str]:
    """A closed class of words: determiners, prepositions, auxiliaries ..."""
    return word_set("words", name)


# ---- cues


@dataclass(frozen=True, slots=True)
class CueForm:
    """One form of a cue: its words, the lemma, the frames it can take and its shape (base, s, past, participle, ing)."""

    words: tuple[str, ...]
    lemma: str
    frames: frozenset[str]
    shape: str


FRAMES = ("say", "tell", "object")
DOUBLING = re.compile(r"^[^aeiou]*[aeiou][bdgmnprt]$")


@cache
def cue_forms() -> dict[str, tuple[CueForm, ...]]:
    """Every form of every cue verb by its first word, longest first."""
    cues = table("cues")
    frames: dict[str, set[str]] = {}
    for frame in FRAMES:
        for lemma in cast("list[str]", cues[frame]):
            frames.setdefault(lemma, set()).add(frame)
    found: dict[str, list[CueForm]] = {}
    for lemma, kinds in sorted(frames.items()):
        head, *rest = lemma.split()
        for shape, form in inflections(head):
            found.setdefault(form, []).append(CueForm((form, *rest), lemma, frozenset(kinds), shape))
    return {word: tuple(sorted(set(forms), key=lambda f: (-len(f.words), f.lemma, f.shape))) for word, forms in found.items()}


def inflections(verb: str) -> list[tuple[str, str]]:
    """(shape, form) of a verb: base, s, past, participle, ing."""
    irregular = cast("dict[str, list[str]]", table("cues")["irregular"]).get(verb)
    shapes = ("s", "past", "participle", "ing")
    if irregular:
        return [("base", verb), *zip(shapes, irregular, strict=True)]
    return [("base", verb), *zip(shapes, (with_s(verb), with_ed(verb), with_ed(verb), with_ing(verb)), strict=True)]


def with_s(verb: str) -> str:
    """Third person: denies, wishes, says."""
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def with_ed(verb: str) -> str:
    """Regular past: denied, urged, planned."""
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ied"
    return (verb + verb[-1] if DOUBLING.match(verb) else verb) + "ed"


def with_ing(verb: str) -> str:
    """Present participle: denying, urging, planning."""
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    return (verb + verb[-1] if DOUBLING.match(verb) else verb) + "ing"


@cache
def cue_list(name: str) -> frozenset[str]:
    """A list of the cue file: nouns, before_source, round_source, quoted, never."""
    return word_set("cues", name)


@cache
def phrases_by_first_word(name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The set phrases of the cue file by their first word, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(cue_list(name), key=lambda p: (-len(p), p)):
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(phrases) for first, phrases in found.items()}


@cache
def clause_words(name: str) -> frozenset[str]:
    """A list of the clause file: where reporting clauses, their subjects and contents begin and end."""
    return word_set("clauses", name)


# ---- titles and names


@dataclass(frozen=True, slots=True)
class TitleWords:
    """The words of offices: spelling -> normal form, by class."""

    heads: dict[tuple[str, ...], str]
    fields: dict[tuple[str, ...], str]
    status: dict[tuple[str, ...], str]
    fillers: frozenset[str]
    person_nouns: frozenset[str]


@cache
def title_words() -> TitleWords:
    """The words of offices in English."""
    data = table("titles")

    def spelled(section: str) -> dict[tuple[str, ...], str]:
        return {
            tuple(re.findall(r"(?:\w\.){2,}|[^\s.-]+|[-.]", spelling)): normal
            for normal, spellings in cast("dict[str, list[str]]", data[section]).items()
            for spelling in spellings
        }

    words = cast("dict[str, dict[str, list[str]]]", data)
    return TitleWords(
        spelled("heads"),
        spelled("fields"),
        spelled("status"),
        frozenset(words["fillers"]["words"]),
        frozenset(words["person_nouns"]["words"]),
    )


@cache
def name_words(key: str) -> frozenset[str]:
    """A list of the name file: honorifics, particles, suffixes, given, not_names."""
    return word_set("names", key)


@cache
def name_heads(kind: str) -> frozenset[str]:
    """Head words that make a capitalised phrase an organisation, a place or an event."""
    return frozenset(cast("dict[str, list[str]]", table("names")["heads"])[kind])


@cache
def region_codes() -> dict[str, str]:
    """The abbreviations of regions behind towns and what they stand for: "Kan." and "KS" for Kansas."""
    told = cast("dict[str, list[str]]", table("places")["abbreviations"])
    return {short: name for name, shorts in told.items() for short in shorts}


@cache
def callers(language: str = "en") -> dict[str, tuple[str, ...]]:
    """Names of bodies that few states call so, with those states."""
    return {name: tuple(states) for name, states in cast("dict[str, list[str]]", table("nominals", language)["called_so"]).items()}
