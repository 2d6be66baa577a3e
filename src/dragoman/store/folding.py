"""Words as they are searched and compared: without case, accents and the dots that Turkish sets otherwise.

``folded("Erdoğan") == folded("ERDOGAN")`` and ``folded("İstanbul") == folded("ISTANBUL")``. What is folded serves for
looking up alone; what is shown is always verbatim.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

LONGEST = 64  # code points of a word that count: no word of a language is longer, and PostgreSQL refuses lexemes beyond 2 kB
ASCII_WORD = re.compile(r"[a-z0-9]+")
WORD = re.compile(r"[^\W_]+")
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")

# Letters that Unicode does not take apart into a plain one and an accent, as the press writes them in plain letters.
PLAIN = str.maketrans(
    {
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        "ø": "o",
        "Ø": "o",
        "ł": "l",
        "Ł": "l",
        "đ": "d",
        "Đ": "d",
        "ð": "d",
        "Ð": "d",
        "þ": "th",
        "Þ": "th",
        "æ": "ae",
        "Æ": "ae",
        "œ": "oe",
        "Œ": "oe",
        "ħ": "h",
        "Ħ": "h",
        "ŋ": "n",
        "Ŋ": "n",
        "ə": "a",
        "Ə": "a",
    }
)


class Found(NamedTuple):
    """A folded word and where it stands in the text that was folded."""

    word: str
    start: int
    end: int


@cache
def plain_letters(mark: str) -> str:
    """One character in small plain letters, nothing for an accent that stands alone."""
    parts = unicodedata.normalize("NFKD", mark.translate(PLAIN))
    plain = "".join(part for part in parts if not unicodedata.combining(part))
    return unicodedata.normalize("NFKC", plain.casefold())


def folded(text: str) -> str:
    """A text in small plain letters; other marks stay where they are, so that several words stay several words."""
    return BEYOND_ASCII.sub(lambda match: plain_letters(match[0]), text).lower()


def words_of(text: str) -> list[str]:
    """The folded words of a text in their order, each cut to ``LONGEST`` characters."""
    plain = folded(text)
    return [word[:LONGEST] for word in (ASCII_WORD if plain.isascii() else WORD).findall(plain)]


def standing_words(text: str) -> Iterator[Found]:
    """The folded words of a text with their places in it; a written word that folds into two stands where its parts do."""
    if text.isascii():
        yield from (Found(match[0][:LONGEST], match.start(), match.end()) for match in ASCII_WORD.finditer(text.lower()))
        return
    plain: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        small = folded(letter)
        plain.append(small)
        places += [place] * len(small)
    whole = "".join(plain)
    for match in (ASCII_WORD if whole.isascii() else WORD).finditer(whole):
        end = places[match.end() - 1] + 1
        while end < len(text) and not plain[end]:
            end += 1  # an accent that stands alone belongs to the letter before it
        yield Found(match[0][:LONGEST], places[match.start()], end)
