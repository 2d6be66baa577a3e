"""Words as a search compares them: without case and accents, the Turkish dotless i as an i."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """A text without case and accents."""
    plain = unicodedata.normalize("NFKD", text.replace("\u0131", "i").casefold().replace("\u0131", "i"))
    return "".join(c for c in plain if not unicodedata.combining(c))
