"""The third room: who, when and where. Mentions become actors with offices, expressions become dates and points.

Each step takes a document and returns it with more of its blanks filled; the order is the policy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.records import Document, Step
from dragoman.records.lines import unbroken
from dragoman.resolve.about import about
from dragoman.resolve.anaphora import anaphora
from dragoman.resolve.cataphora import cataphora
from dragoman.resolve.chains import chains
from dragoman.resolve.conflicts import date_conflicts
from dragoman.resolve.dates import dates
from dragoman.resolve.declare import declare
from dragoman.resolve.deictics import deictics
from dragoman.resolve.dyads import dyads
from dragoman.resolve.events import events
from dragoman.resolve.incumbents import office_conflicts
from dragoman.resolve.occasion import occasion
from dragoman.resolve.offices import offices
from dragoman.resolve.places import places
from dragoman.resolve.registers import registers
from dragoman.resolve.speakers import speakers
from dragoman.resolve.stance import stance
from dragoman.resolve.succession import succession

STEPS: tuple[Step, ...] = (
    dates, places, succession, occasion, chains, anaphora, cataphora, offices, speakers, deictics, about, stance,
    events, registers, dyads, date_conflicts, office_conflicts, declare,
)  # fmt: skip


def resolve(document: Document, steps: Sequence[Step] = STEPS) -> Document:
    """The document with its mentions, dates and places resolved, and the registers that follow from them.

    One that has been resolved, whose actors are declared or whose statements have a standing, is returned as it is:
    a second call changes nothing.
    """
    if steps is STEPS and (document.actors or any(s.standing for s in document.statements)):
        return document
    verbatim = document.text
    document = replace(document, text=unbroken(verbatim, document.paragraphs))
    for step in steps:
        document = step(document)
    return replace(document, text=verbatim)
