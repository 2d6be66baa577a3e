"""Known names in running text: longest match over tokens, with an eye on capitals."""

from __future__ import annotations

from functools import cache

from dragoman.annotate.tokens import TOKEN
from dragoman.knowledge.actors import ActorName, actor_names
from dragoman.records import Document

Entry = tuple[tuple[str, ...], ActorName]


@cache
def index() -> dict[str, tuple[Entry, ...]]:
    """Every known name by the folded form of its first token, longest first."""
    found: dict[str, list[Entry]] = {}
    for name in actor_names():
        words = tuple(TOKEN.findall(name.surface))
        if words:
            found.setdefault(words[0].casefold(), []).append((words, name))
    return {first: tuple(sorted(entries, key=lambda e: (-len(e[0]), e[1]))) for first, entries in found.items()}


def known_at(document: Document, at: int, shouting: bool) -> tuple[int, tuple[ActorName, ...]] | None:
    """The longest known name that begins at a token: how many tokens it has, and whom it may name.

    ``shouting`` says that the line is in capitals throughout, so that "SPAIN" is Spain there.
    """
    entries = index().get(document.words(document.tokens[at].span).casefold(), ())
    for words, _ in entries:
        if fits(document, at, words, shouting):
            same = tuple(name for other, name in entries if other == words)
            return len(words), same
    return None


def fits(document: Document, at: int, words: tuple[str, ...], shouting: bool) -> bool:
    """Whether the tokens from here on spell a known name on one line."""
    if at + len(words) > len(document.tokens):
        return False
    for offset, word in enumerate(words):
        written = document.words(document.tokens[at + offset].span).replace("\u2019", "'")
        wanted = word.replace("\u2019", "'")
        if written != wanted and not (shouting and len(word) > 2 and written == wanted.upper()):
            return False
    start, end = document.tokens[at].span.start, document.tokens[at + len(words) - 1].span.end
    return "\n" not in document.text[start:end]
