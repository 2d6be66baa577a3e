"""The second room: what the text alone tells, one layer after another.

Each step takes a document and returns it with one more layer. The order is the policy; change it by passing another
list. A learned encoder may be passed in: its proposals are weighed against the rules' findings where both speak.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.annotate.acts import acts
from dragoman.annotate.events import events
from dragoman.annotate.names import names
from dragoman.annotate.nominals import nominals
from dragoman.annotate.places import places
from dragoman.annotate.quotations import quotations
from dragoman.annotate.registers import registers
from dragoman.annotate.sentences import sentences
from dragoman.annotate.statements import statements
from dragoman.annotate.times import times
from dragoman.annotate.titles import titles
from dragoman.annotate.tokens import tokens
from dragoman.records import Document, Encoder, Step

STEPS: tuple[Step, ...] = (
    tokens, quotations, sentences, names, titles, nominals, times, places, statements, acts, events, registers,
)  # fmt: skip


def annotate(document: Document, encoder: Encoder | None = None, steps: Sequence[Step] = STEPS) -> Document:
    """The document with every layer that its own words give.

    ``encoder`` offers candidates of its own for names and statements; ``None`` leaves the rules alone.
    """
    for step in steps:
        document = step(document)
    return document if encoder is None else accept(document, encoder)


def accept(document: Document, encoder: Encoder) -> Document:
    """Weigh an encoder's proposals against the layers that the rules made.

    No encoder ships with this version, so there is no weighing yet: whoever passes one is told so rather than ignored.
    """
    raise NotImplementedError(f"no weighing of proposals yet, so {encoder!r} cannot be used; leave out the encoder")
