"""The pieces a dossier is said in, before they take the form of HTML or Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from dragoman.records import Evidence


@dataclass(frozen=True, slots=True)
class Words:
    """Words in one line; ``style`` is plain, strong, dim, name or quote. Whatever they hold is shown, never obeyed."""

    text: str
    style: str = "plain"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure from -1 to +1 with its interval, drawn and in digits; ``bare`` for digits alone. None is "no evidence"."""

    value: float | None
    low: float | None = None
    high: float | None = None
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """A day, or a coarser date as texts give it ("2028", "2026-05")."""

    iso: str


@dataclass(frozen=True, slots=True)
class Notes:
    """The numbers of the evidence on which something rests, by its key in the register.

    ``lead`` is the evidence whose words stand there: then its number alone is shown, and the way to the others.
    """

    key: str
    lead: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Jump:
    """Words that lead to a section of the dossier."""

    text: str
    section: str


Piece: TypeAlias = Words | Figure | Day | Notes | Jump
Line: TypeAlias = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under column heads. ``lead`` is the column by which a row is known; ``numeric`` the columns set to the right."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    lead: int = 0
    numeric: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Lines:
    """Several lines: a list, or paragraphs where ``listed`` is false."""

    lines: tuple[Line, ...]
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Course:
    """Where the drawing of the course stands; Markdown has no drawings and leaves it out."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A block that is folded away under a label until a reader asks for it."""

    label: str
    block: Table


Block: TypeAlias = Table | Lines | Course | Folded


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of the dossier."""

    key: str
    title: str
    blocks: tuple[Block, ...]
