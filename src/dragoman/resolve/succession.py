"""Whose capital a city was on the day of the text: Moscow the Soviet Union's, Prague Czechoslovakia's, Belgrade Yugoslavia's.

Names of states stay what the text calls them ("Ukraine"); capitals, seats of government and places follow the day.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.knowledge.actors import state_on
from dragoman.records import Document, Mention, Place

OF_THE_DAY = frozenset({"capital", "government"})


def succession(document: Document) -> Document:
    """Give capitals and places to the state that held them when the text was published; nothing without that day."""
    day = document.published
    if day is None:
        return document
    called = {m.span for m in document.mentions if m.type == "state" and m.subtype not in OF_THE_DAY}
    mentions = tuple(mention_on(mention, day) for mention in document.mentions)
    places = tuple(place if place.span in called else place_on(place, day) for place in document.places)
    return replace(document, mentions=mentions, places=places)


def mention_on(mention: Mention, day: str) -> Mention:
    """A capital's or a seat's mention with its state of that day."""
    if mention.actor is None or mention.subtype not in OF_THE_DAY or (held := state_on(mention.actor, day)) == mention.actor:
        return mention
    return replace(mention, actor=held)


def place_on(place: Place, day: str) -> Place:
    """A place with its state of that day."""
    held = state_on(place.country, day) if place.country else None
    return place if held == place.country else replace(place, country=held)
