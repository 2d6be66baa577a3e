"""Which addresses a dossier links to: the web's, as they are, and no others."""

from __future__ import annotations

import re

from dragoman.tell.plain import visible

WEB = re.compile(r"https?://[^\s\"'<>\\^`{|}]+", re.IGNORECASE)


def web_address(url: str | None) -> str | None:
    """The address if it is one of the web and holds nothing that hides or breaks out; None for any other."""
    return url if url and WEB.fullmatch(url) and visible(url) == url else None
