"""Ids for actors that no knowledge file lists: "person:mevlut-cavusoglu", "org:caspian-wire"."""

from __future__ import annotations

import re

from dragoman.knowledge.offices import plain

NOT_SLUG = re.compile(r"[^a-z0-9]+")


def slug(name: str) -> str:
    """A name in small ASCII letters joined by hyphens; what has no Latin letters is written by its code points."""
    found = NOT_SLUG.sub("-", plain(name)).strip("-")
    return found or "-".join(f"{ord(c):x}" for c in name if not c.isspace())[:80] or "unnamed"
