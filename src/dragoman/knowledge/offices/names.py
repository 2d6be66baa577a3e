"""Names of persons as many hands spell them: what is folded away before two of them are compared.

Letters without accents, one spelling for what transliterations write in several ways (-iy, -yy, -y; Mohammed, Muhammad),
no particles, no initials. Two names are compared word by word, so that one folded word never decides alone.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

LETTERS = str.maketrans({"\u0131": "i", "İ": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "ə": "a", "\u2019": "'"})
PARTICLES = frozenset({"al", "el", "ul", "as", "ash", "bin", "ibn", "ben", "de", "da", "di", "del", "der", "la", "van", "von", "zu"})
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
# One sound, several spellings: "Zelenskyy", "Nazarbaev", "Shoygu", "Djukanovic", "Schuessel", "Qaddafi", "Sarkissian", "Abdullah".
SOUNDS = (
    (re.compile(r"^ye"), "e"),
    (re.compile(r"^dj"), "d"),
    (re.compile(r"[yj]"), "i"),
    (re.compile(r"([aeou])ie"), r"\1e"),
    (re.compile(r"ou|oo|ue"), "u"),
    (re.compile(r"oe"), "o"),
    (re.compile(r"ae"), "a"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"q|ck"), "k"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"ah$"), "a"),
)


def plain(name: str) -> str:
    """A name in small Latin letters without accents."""
    if name.isascii():
        return name.casefold().replace("-", " ")
    folded = name.casefold().translate(LETTERS)
    return "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c)).replace("-", " ")


def lines(name: str) -> list[list[str]]:
    """The fields of the lines of a table of this folder, its head left out."""
    text = (files("dragoman.knowledge.offices") / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()[1:]]


@cache
def spellings() -> dict[str, str]:
    """Each spelling of a word of a name that sound alone does not unite, with the one that stands for all."""
    return {sound(plain(form)): sound(plain(name)) for name, forms in lines("spelling.tsv") for form in forms.split(";")}


@cache
def sound(word: str) -> str:
    """A plain word of a name by its sound."""
    word = word.replace("'", "").replace("`", "").replace(".", "")
    for pattern, letters in SOUNDS:
        word = pattern.sub(letters, word)
    return word


@cache
def spelled(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared; particles, initials and "Jr." go where two other words stay."""
    told = plain(name).replace(".", ". ").split()
    words = [w for w in told if w not in SUFFIXES] or told
    full = [w for w in words if len(w.strip(".'")) > 1 and w not in PARTICLES]
    kept = full if len(full) > 1 or len(words) == 1 else [w for w in words if w not in PARTICLES] or words
    return tuple(spellings().get(sound(w), sound(w)) for w in kept)


def agrees(given: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Whether two spelled full names can be one person's: first and last words alike, or one's words all in the other."""
    if len(given) < 2 or len(known) < 2:
        return given == known
    if given[-1] == known[-1] and (given[0] == known[0] or (len(given[0]) == 1 and known[0].startswith(given[0]))):
        return True
    return {*given} == {*known} or within(given, known) or within(known, given)


def within(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    """Whether the words of one name stand in another in their order: the order tells father from son in Arabic names."""
    rest = iter(many)
    return all(word in rest for word in few)


@cache
def full(name: str) -> str:
    """All the words of a name in plain letters, initials too: they tell George W. from George H. W."""
    return " ".join(plain(name).replace(".", " ").split())
