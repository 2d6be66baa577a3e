"""Signals: what was said on one occasion, or what happened once, however many reports tell of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum

from dragoman.records import Evidence, Span, Story
from dragoman.relate import model

WORDS = "words"
DEEDS = "deeds"
Direction = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Report:
    """One place of one story that tells of something.

    ``value`` is what it says on the scale from -1 to +1, ``score`` how sure the reading is, ``wording`` the folded words by
    which a second report of the same is known.
    """

    story: Story
    span: Span
    item: str | None
    value: float | None = None
    score: float = 1.0
    speaker: str | None = None
    read_as: str | None = None
    wording: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signal:
    """What one side said of the other on one occasion, or one happening between them.

    ``day`` is an ordinal, ``directions`` who toward whom (both for what two sides do together), ``weight`` from 0 to 1 what
    it counts before it ages, ``value`` the mean of what was said or done, -1 to +1. ``sayings`` are the reports of it, those
    that repeat each other together: each saying counts alike, however often it was printed. ``happening`` is false for what
    was only said.
    """

    kind: str
    day: int
    directions: tuple[Direction, ...]
    weight: float
    sayings: tuple[tuple[Report, ...], ...]
    value: float
    happening: bool = False

    def parts(self) -> list[tuple[Report, float, float]]:
        """Every report with its value and its share in the signal; the shares sum to 1."""
        return [(report, report.value or 0.0, 1.0 / len(self.sayings) / len(saying)) for saying in self.sayings for report in saying]

    def reports(self) -> list[Report]:
        """Every report."""
        return [report for saying in self.sayings for report in saying]


def independent(reports: Iterable[Report]) -> int:
    """How many reports are independent of each other: outlets that do not print the same words count once each."""
    by_story: dict[str, tuple[str, set[tuple[str, ...]]]] = {}
    for report in reports:
        outlet = report.story.document.publisher or ""
        by_story.setdefault(report.story.document.id, (outlet, set()))[1].add(report.wording)
    outlets = {outlet for outlet, _ in by_story.values()}
    texts = {tuple(sorted(words)) for _, words in by_story.values()}
    return max(1, min(len(outlets), len(texts)))


def weighed(
    kind: str, day: int, directions: Iterable[Direction], sayings: Iterable[Iterable[Report]], factor: float = 1.0, happening: bool = False
) -> Signal:
    """A signal with its weight: how sure its readings are, how many tell of it independently, and a factor for whose words they are."""
    groups = tuple(tuple(group) for group in sayings)
    reports = [report for group in groups for report in group]
    sure = max(report.score for report in reports)
    weight = factor * sure * model.corroboration(independent(reports))
    value = fsum(fsum(report.value or 0.0 for report in group) / len(group) for group in groups) / len(groups)
    return Signal(kind, day, tuple(sorted(set(directions))), weight, groups, value, happening)


def evidence(report: Report, value: float | None = None, weight: float | None = None) -> Evidence:
    """A report as evidence: the verbatim words, where they stand, and their part in a figure."""
    document = report.story.document
    return Evidence(
        document.id,
        document.ref,
        document.url,
        document.title,
        document.publisher,
        document.published,
        report.span,
        document.words(report.span),
        report.item,
        value,
        weight,
        None if value is None or weight is None else value * weight,
        report.speaker,
        report.read_as,
    )
