"""What the relations of two actors are made of, and what an archive tells about them.

Every figure carries its evidence: the verbatim words, where they stand, and what they weighed.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records.article import Actor, Document, Span


@dataclass(frozen=True, slots=True)
class Story:
    """A document that stands for all of its copies.

    ``publishers`` are the outlets that printed it or a near copy, each once, sorted; ``copies`` is how many documents were
    folded into it. The document's actors are named in ``document.actors``; its tokens, quotations and titles are not kept.
    """

    document: Document
    publishers: tuple[str, ...] = ()
    copies: int = 0


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words a figure rests on, their place, and their part in it.

    ``document`` is the document's id, ``span`` counts in its text and ``quote`` is what stands there. ``item`` is the
    statement or event of that document ("s3", "e1") that was counted, if one was. ``value`` is what it says on the scale
    of the figure, ``weight`` how much it counts (a figure's weights sum to 1) and ``contribution`` is value times weight,
    so that the contributions sum to the figure. All three are None where nothing is summed. ``speaker`` is the id of whose
    words they are (None: the outlet's own, or nobody known), ``read_as`` the act or the type of event they were read as.
    """

    document: str
    ref: str
    url: str | None
    title: str | None
    publisher: str | None
    published: str | None
    span: Span
    quote: str
    item: str | None = None
    value: float | None = None
    weight: float | None = None
    contribution: float | None = None
    speaker: str | None = None
    read_as: str | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure from -1 (war) to +1 (alliance) with its 90 % interval; all None without evidence."""

    value: float | None = None
    low: float | None = None
    high: float | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """How two actors stand: the figure, its level in words, where it moves against the dyad's own past year (``norm``).

    ``evidence`` is that of ``value``, ``norm_evidence`` that of ``norm``.
    """

    value: float | None
    low: float | None
    high: float | None
    level: str | None
    direction: str
    norm: float | None
    sentence: str
    evidence: tuple[Evidence, ...] = ()
    norm_evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Toward:
    """How one side speaks of and acts toward the other."""

    source: str
    toward: str
    measure: Measure


@dataclass(frozen=True, slots=True)
class Period:
    """One stretch of the course of relations; ``begins`` and ``ends`` are ISO days, both inside."""

    begins: str
    ends: str
    value: float | None
    low: float | None
    high: float | None
    happenings: int
    documents: int
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """A day on which the course turned; ``direction`` is up or down, ``size`` how far, on the scale of the course."""

    date: str
    direction: str
    size: float
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Theme:
    """What relations are said to rest on or to suffer from: a theme, who said so, and how many outlets carried it."""

    theme: str | None
    said_by: tuple[str, ...]
    publishers: int
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A promise between the two, with who gave it, by when and on what condition."""

    by: tuple[str, ...]
    to: tuple[str, ...]
    kind: str | None
    due: str | None
    condition: str | None
    said_by: str | None
    date: str | None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Mediating:
    """Who mediates between whom, and how far that has come by the last report."""

    mediators: tuple[str, ...]
    between: tuple[str, ...]
    status: str | None
    date: str | None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who spoke about the two: for whom, in which office, how often and how warmly toward the other side."""

    actor: str
    name: str
    office: str | None
    standing: str | None
    voice_of: str | None
    statements: int
    stance: Measure
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Shift:
    """A speaker who speaks otherwise than before: means before and after a day."""

    actor: str
    name: str
    date: str
    before: float
    after: float
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """What comes on a day: ``kind`` is anniversary, due (a promise's term) or planned (an event announced)."""

    date: str
    kind: str
    what: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a relation was told from."""

    documents: int = 0
    duplicates_folded: int = 0
    publishers: int = 0
    unresolved_speakers: int = 0
    failures: int = 0


@dataclass(frozen=True, slots=True)
class Relation:
    """The state of the relations of two actors as of a day, each figure with its evidence; see relation/1.

    ``window`` holds the first and the last day that were looked at. Values run from -1 (war) to +1 (alliance). ``actors``
    names everybody whose id stands in a field or in the evidence.
    """

    dyad: tuple[str, str]
    names: tuple[str, str]
    as_of: str
    window: tuple[str, str]
    state: State
    words: Measure
    deeds: Measure
    toward: tuple[Toward, ...] = ()
    course: tuple[Period, ...] = ()
    turning_points: tuple[TurningPoint, ...] = ()
    foundations: tuple[Theme, ...] = ()
    frictions: tuple[Theme, ...] = ()
    promises: tuple[Undertaking, ...] = ()
    mediations: tuple[Mediating, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    shifts: tuple[Shift, ...] = ()
    calendar: tuple[CalendarEntry, ...] = ()
    coverage: Coverage = Coverage()
    actors: tuple[Actor, ...] = ()
