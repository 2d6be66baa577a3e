"""The second room: what the text alone tells, one layer after another.

Each step takes a document and returns it with one more layer. The order is the policy; change it by passing another
list. A learned encoder may be passed in: it is asked once, and the steps weigh its proposals against their rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.annotate.acts import acts
from dragoman.annotate.events import events
from dragoman.annotate.mended_names import mended_names
from dragoman.annotate.names import names
from dragoman.annotate.nominals import nominals
from dragoman.annotate.paragraphs import paragraphs
from dragoman.annotate.places import places
from dragoman.annotate.proposed_names import proposed_names
from dragoman.annotate.quotations import quotations
from dragoman.annotate.registers import registers
from dragoman.annotate.sentences import sentences
from dragoman.annotate.statements import statements
from dragoman.annotate.times import times
from dragoman.annotate.titles import titles
from dragoman.annotate.tokens import tokens
from dragoman.records import Document, Encoder, Step
from dragoman.records.lines import unbroken

FIRST: tuple[Step, ...] = (tokens, quotations, sentences)
"""What an encoder needs to see before it is asked."""

STEPS: tuple[Step, ...] = (
    *FIRST,
    names,
    proposed_names,
    mended_names,
    titles,
    nominals,
    times,
    places,
    statements,
    acts,
    events,
    registers,
)


def annotate(document: Document, encoder: Encoder | None = None, steps: Sequence[Step] = STEPS) -> Document:
    """The document with every layer that its own words give.

    ``encoder`` offers candidates, which the steps for names and statements weigh against their rules; ``None`` leaves
    the rules alone. The steps see a paragraph whose lines were broken at a fixed width as one line.
    """
    verbatim = document.text
    document = replace(document, text=unbroken(verbatim, paragraphs(verbatim)))
    for number, step in enumerate(steps):
        if number == len(FIRST) and encoder is not None:
            document = replace(document, proposals=encoder(document))
        document = step(document)
    return replace(document, text=verbatim)
