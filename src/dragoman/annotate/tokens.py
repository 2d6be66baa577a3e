"""Words, numbers and marks, each with its place; and the paragraphs they stand in."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.annotate.paragraphs import paragraphs
from dragoman.records import Document, Span, Token

APOSTROPHES = {"\u2019": "'", "\u02bc": "'", "\u2018": "'", "\u00b4": "'"}
_TRANSLATE = str.maketrans(APOSTROPHES)

# A word keeps inner apostrophes, hyphens and dots between letters (U.S., Russian-Turkish is split at its hyphen so that
# both adjectives are seen); an English possessive is a token of its own.
TOKEN = re.compile(
    r"""
      (?:[^\W\d_]\.){2,}                               # U.S.  U.N.  a.m.
    | \d+(?:[.,:]\d+)*                                 # 1,000  3.5  10:30
    | ['\u2019\u02bc]s\b                               # the possessive
    | [^\W\d_]+(?:['\u2019\u02bc](?!s\b)[^\W\d_]+)*    # words, with O'Brien and don't
    | \w+                                              # what mixes letters, digits and underscores
    | [^\w\s]                                          # any other mark, one at a time
    """,
    re.VERBOSE,
)


def tokens(document: Document) -> Document:
    """Fill ``tokens`` and ``paragraphs``."""
    found = tuple(token(document.text, m.start(), m.end()) for m in TOKEN.finditer(document.text))
    return replace(document, tokens=found, paragraphs=tuple(paragraphs(document.text)))


def token(text: str, start: int, end: int) -> Token:
    """The token at these offsets."""
    words = text[start:end]
    return Token(Span(start, end), words.translate(_TRANSLATE).casefold(), words[-1].isalnum() or words[0].isalnum())
