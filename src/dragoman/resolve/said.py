"""What a source tells, as a record that the ways to a speaker share."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """What a source tells: the speaker, the state or body he speaks for, who speaks with him, and by what way he was found.

    ``way`` is one of the ways of knowledge/languages/en/scores.toml, which says how often each leads to the right speaker.
    """

    speaker: str | None
    voice: str | None
    others: tuple[str, ...] = ()
    way: str = "unresolved"
    medium: bool = False


def voice_of(actor: str | None) -> str | None:
    """The voice of an actor that is a state or body itself."""
    return actor if actor and not actor.startswith("person:") else None
