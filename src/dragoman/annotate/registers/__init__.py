"""What an article says that relations rest on and suffer from, what is undertaken, who mediates: the words, not yet the parties.

Each rule is a function from a document to records whose parties are still empty; the reporter's own sentences count as
well as statements.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.annotate.registers.grounds import foundations, frictions
from dragoman.annotate.registers.mediations import mediations
from dragoman.annotate.registers.promises import promises
from dragoman.records import Document


def registers(document: Document) -> Document:
    """Fill foundations, frictions, promises and mediations with their words."""
    return replace(
        document,
        foundations=foundations(document),
        frictions=frictions(document),
        promises=tuple(sorted(promises(document), key=lambda p: p.span)),
        mediations=tuple(sorted(mediations(document), key=lambda m: m.span)),
    )
