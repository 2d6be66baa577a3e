"""The language of a text, by a library that was trained for it; nothing for a text too short to tell."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE = 6_000  # characters; more does not change the answer
SHORTEST = 20  # letters; below it the answer is a guess
SURE = 0.5


@cache
def identifier() -> LanguageIdentifier:
    """The language identifier with probabilities; loaded when the first text of unknown language comes."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language(text: str) -> str | None:
    """ISO 639-1 code of the language, or ``None`` when it cannot be told."""
    sample = text[:SAMPLE]
    if sum(c.isalpha() for c in sample) < SHORTEST:
        return None
    code, probability = identifier().classify(sample.encode("utf-8", "replace").decode())
    return str(code) if float(probability) >= SURE else None
