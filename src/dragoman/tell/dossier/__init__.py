"""A relation as a briefing: one offline HTML file, or Markdown.

``contents`` says what stands in a dossier and in what order, ``register`` numbers the evidence, and the two forms,
``html`` and ``markdown``, only say it; so both say the same.
"""

from __future__ import annotations

from dragoman.records import Relation


def as_html(relation: Relation) -> str:
    """The dossier as one HTML file that loads nothing; the same relation gives the same bytes."""
    from dragoman.tell.dossier.html import file_of

    return file_of(relation)


def as_markdown(relation: Relation) -> str:
    """The dossier as Markdown (CommonMark with tables); words from texts are escaped and never obeyed."""
    from dragoman.tell.dossier.markdown import text_of

    return text_of(relation)
