"""The language of a text, by a library that was trained for it; where it is not sure, by the small words of English.

The library reads letters, so foreign names outweigh a short sentence for it. Small words tell a language whoever is
named between them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge.language import word_set

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE = 6_000  # characters; more does not change the answer
SHORTEST = 20  # letters; below it the answer is a guess
SURE = 0.5
NEIGHBOURS = frozenset({"en", "pcm"})  # the library takes English with dates and names for Nigerian Pidgin, which has other small words
TOLD = 0.1  # small words that English alone has among the words in small letters; in running English a quarter, elsewhere a hundredth
HINTED = 0.05  # share of small words that does where the library leans to English
WORD = re.compile(r"[^\W\d_]+")


@cache
def identifier() -> LanguageIdentifier:
    """The language identifier with probabilities; loaded when the first text of unknown language comes."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language(text: str) -> str | None:
    """ISO 639-1 code of the language, or ``None`` when it cannot be told."""
    sample = text[:SAMPLE]
    code, chance = identifier().classify(sample.encode("utf-8", "replace").decode())
    sure = bool(float(chance) >= SURE) and sum(c.isalpha() for c in sample) >= SHORTEST
    if sure and code != "pcm":
        return str(code)
    return "en" if is_english(sample, likely=code in NEIGHBOURS and not sure) else str(code) if sure else None


def is_english(text: str, likely: bool = False) -> bool:
    """Whether enough words of a text are small words of English alone; where it is ``likely``, any small words of English."""
    words: list[str] = WORD.findall(text)
    telling = word_set("words", "english_alone") | (word_set("words", "english_shared") if likely else frozenset())
    plain = sum(word[0].islower() for word in words)  # the rest are names, of whatever language
    told: int = sum(word.casefold() in telling for word in words)
    return told > (HINTED if likely else TOLD) * plain
