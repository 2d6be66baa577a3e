"""Of what an article treats: affairs between states, or a field that borrows their words ("Portugal attacked from the left")."""

from __future__ import annotations

from functools import cache
from typing import cast

from dragoman.knowledge.language import table
from dragoman.records import Document

FEW = 2  # words of another field below which a text is not taken for one of it
PARTLY = 2  # with one word of another field for so many of states' affairs, a deed must name both of its sides


@cache
def vocabulary(name: str) -> frozenset[str]:
    """The words of states' affairs, or those of other fields."""
    return frozenset(cast("dict[str, dict[str, str]]", table("events"))["field"][name].split())


def states_share(document: Document) -> str:
    """How far an article treats of affairs between states, by its vocabulary: "mostly", "partly" or "hardly"."""
    own, other = vocabulary("states"), vocabulary("others")
    states = sum(token.norm in own for token in document.tokens)
    others = sum(token.norm in other for token in document.tokens)
    if others >= FEW and others >= states:
        return "hardly"
    return "partly" if others * PARTLY >= max(states, 1) else "mostly"
