"""Who held which high office when, and what titles and names mean the same.

``holders.tsv`` holds facts from Wikidata (CC0), nearly full from 2000 to the middle of 2022; ``updates.tsv`` and
``bodies.tsv`` mend it and go on; a user's own table is laid over both. A missing end means that none was known when the
term was last checked, not that it still runs.
"""

from __future__ import annotations

from dragoman.knowledge.offices.names import agrees, plain, spelled
from dragoman.knowledge.offices.questions import holder_of, holders, offices_on, status_on, stretches
from dragoman.knowledge.offices.spans import Term, in_office, later, when
from dragoman.knowledge.offices.table import Holder, given_names, person, terms_of
from dragoman.knowledge.offices.titles import SINGLE, kind_of, normal, same_title

__all__ = [
    "SINGLE",
    "Holder",
    "Term",
    "agrees",
    "given_names",
    "holder_of",
    "holders",
    "in_office",
    "kind_of",
    "later",
    "normal",
    "offices_on",
    "person",
    "plain",
    "same_title",
    "spelled",
    "status_on",
    "stretches",
    "terms_of",
    "when",
]
