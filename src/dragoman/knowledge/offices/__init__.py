"""Who held which high office when, and what titles and names mean the same.

``holders.tsv`` holds facts from Wikidata (CC0), nearly full from 2000 to the middle of 2022; ``updates.tsv`` and
``bodies.tsv`` mend it and go on; a user's own table is laid over both. A missing end means that none was known when the
term was last checked, not that it still runs.
"""

from __future__ import annotations

from dragoman.knowledge.offices.names import agrees, plain, spelled
from dragoman.knowledge.offices.questions import holders, offices_on, status_on
from dragoman.knowledge.offices.spans import Term, in_office, when
from dragoman.knowledge.offices.table import given_names, person, terms_of
from dragoman.knowledge.offices.titles import kind_of, same_title

__all__ = [
    "Term",
    "agrees",
    "given_names",
    "holders",
    "in_office",
    "kind_of",
    "offices_on",
    "person",
    "plain",
    "same_title",
    "spelled",
    "status_on",
    "terms_of",
    "when",
]
