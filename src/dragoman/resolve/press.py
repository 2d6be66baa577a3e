"""Media that speak: "the radio", "Iranian state television", "the Sudanese press"."""

from __future__ import annotations

import re

from dragoman.knowledge.actors import is_state
from dragoman.knowledge.language import word_set
from dragoman.records import Document, Mention, Span
from dragoman.resolve.index import before
from dragoman.resolve.media import is_medium
from dragoman.resolve.said import Said
from dragoman.resolve.slugs import slug

PRESS_REACH = 1500  # characters back to the medium of "the radio": some paragraphs
STATE_MEDIUM = re.compile(r"(?:the )?([\w -]{3,30} (?:state|official) (?:television|tv|radio|news agency))\b")
PRESS_OF = re.compile(
    r"(?:the )?([a-z][a-z -]{2,30}?)(?:'s)? (?:(?:state|official|government|pro-government) )?(?:media|press|newspapers|papers)"
)


def medium_said(document: Document, source: Span, words: str, mentions: list[Mention]) -> Said | None:
    """ "The radio", "the newspaper X", "the commentary": the medium in its words, else the one named last."""
    if (station := STATE_MEDIUM.match(words)) is not None and any(m.subtype == "demonym" for m in mentions[:1]):
        return Said(f"org:{slug(station.group(1))}", None, (), "medium", True)
    if (state := press_of(document, source, words, mentions)) is not None:
        return Said(f"{state}:MED", None, (), "medium", True)
    plain = words.replace('"', "").split()
    if plain[0] not in ("the", "its", "this") or not {*plain[1:3]} & word_set("nominals", "press"):
        return None
    named = [m for m in mentions if is_medium(document, m) and m.actor]
    before_it = [m for m in before(document, source.start, PRESS_REACH) if is_medium(document, m) and m.actor] if len(plain) <= 3 else []
    medium = next(iter([*named, *before_it]), None)
    return Said(medium.actor, None, (), "medium-again", True) if medium is not None else None


def press_of(document: Document, source: Span, words: str, mentions: list[Mention]) -> str | None:
    """The state of "Chinese media", "the Sudanese press"; "the Panama Papers" are a name."""
    match = PRESS_OF.fullmatch(words)
    if (
        match is None
        or document.words(source).split()[-1].istitle()
        or not mentions
        or not mentions[0].actor
        or not is_state(mentions[0].actor)
    ):
        return None
    return mentions[0].actor if document.words(mentions[0].span).casefold() == match.group(1) else None
