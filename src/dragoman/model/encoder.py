"""The encoder as the rooms know it: a document goes in, candidates come out, as records with their words' offsets."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from dragoman.model.reader import Frame, Label, load, read
from dragoman.records import Document, Mention, Proposals, Span, Statement

TYPES = {"PER": "person", "ORG": "organisation", "LOC": "place", "DEM": "state", "OTH": "other"}
NAME = "encoder"


def int8(document: Document) -> Proposals:
    """Candidates by the model that ships: weights and sums in 8 bits."""
    return propose(document, "int8")


def fp32(document: Document) -> Proposals:
    """Candidates by the model in single precision, where it was installed: slower, and free of rounding."""
    return propose(document, "fp32")


def propose(document: Document, profile: str = "int8", folder: Path | None = None) -> Proposals:
    """Candidates for a document that has tokens, quotations and sentences; raises ModelError when the model cannot be used.

    Statements come as the encoder sees them: contents with whatever marks the words stand between, kind still open.
    """
    if not document.tokens:
        return Proposals()
    found = read(document, load(profile, folder))
    names = [mention(document, label, "name") for label in found.names if label.type in TYPES]
    nominals = [mention(document, label, "nominal") for label in found.nominals]
    return Proposals((*names, *nominals), tuple(statement(document, frame) for frame in found.frames))


def mention(document: Document, label: Label, kind: str) -> Mention:
    """A labelled stretch as a mention."""
    subtype = "demonym" if label.type == "DEM" else None
    return Mention(span(document, (label.start, label.end)), kind, TYPES[label.type], subtype, score=round(label.score, 4), by=NAME)


def statement(document: Document, frame: Frame) -> Statement:
    """A frame as a statement; its score is that of the cue times that of the content."""
    return Statement(
        id="",
        kind="indirect",
        content=spans(document, frame.content),
        source=spans(document, frame.source),
        cue=(span(document, frame.cue),),
        score=round(frame.cue_score * frame.content_score, 4),
        by=NAME,
    )


def span(document: Document, tokens: tuple[int, int]) -> Span:
    """The span of some tokens."""
    return Span(document.tokens[tokens[0]].span.start, document.tokens[tokens[1] - 1].span.end)


def spans(document: Document, runs: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """The spans of several stretches."""
    return tuple(span(document, run) for run in runs)
