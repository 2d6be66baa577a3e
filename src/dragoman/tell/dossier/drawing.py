"""The drawings of a dossier as inline SVG, without a style of their own: the style sheet colours them by class."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise
from typing import NamedTuple

from dragoman.records import Period, Relation, TurningPoint
from dragoman.tell.dossier.figures import MONTHS, day, shade, signed, with_interval
from dragoman.tell.markup import plain

LANES, LANE, ROOM = 4, 11, 26  # heights at which turning points are numbered, units between two, and units that a number needs
STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600)  # months between two marks of the time axis


class Frame(NamedTuple):
    """Where a drawing of the course stands: its size in units, its plot's edges, and the first and last day (ordinals)."""

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    begins: int
    ends: int


def bar(value: float, low: float | None, high: float | None, norm: float | None = None) -> str:
    """A figure on the line from -1 to +1: its interval, its point, and a mark for the norm; the digits stand beside it."""
    left, right = (value if end is None else end for end in (low, high))
    usual = f'<line class="norm" x1="{across(norm)}" y1="2" x2="{across(norm)}" y2="16"/>' if norm is not None else ""
    return (
        f'<svg class="bar {shade(value)}" viewBox="0 0 160 18" width="160" height="18" aria-hidden="true">'
        '<line class="track" x1="8" y1="9" x2="152" y2="9"/><line class="zero" x1="80" y1="4" x2="80" y2="14"/>'
        f'<line class="reach" x1="{across(left)}" y1="9" x2="{across(right)}" y2="9"/>{usual}'
        f'<circle class="point" cx="{across(value)}" cy="9" r="4.5"/></svg>'
    )


def across(value: float) -> str:
    """Where a figure stands on a bar 160 units wide with margins of 8."""
    return f"{8 + (clipped(value) + 1) * 72:.1f}"


def clipped(value: float) -> float:
    """A figure kept on the scale."""
    return min(1.0, max(-1.0, value))


# ---- the course


def courses(relation: Relation) -> str:
    """The course drawn for a page and again for a narrow screen, where the first would be too small to read."""
    told = plain(in_words(relation))
    drawings = "".join(
        drawing(relation, frame_of(relation, width, height), kind, told)
        for width, height, kind in ((720, 270, "wide"), (350, 270, "narrow"))
    )
    key = "The line is the figure, the band its 90 % interval; the columns below are the documents. A dotted line crosses a gap."
    return f'<figure class="course">{drawings}<figcaption>{key}</figcaption></figure>\n'


def frame_of(relation: Relation, width: int, height: int) -> Frame:
    """The frame for a relation: from the first to the last day of its course."""
    periods = drawn(relation)
    begins, ends = ordinal(periods[0].begins), ordinal(periods[-1].ends)
    frame = Frame(width, height, 62, width - 46, 22, height - 62, begins, max(ends, begins + 1))
    raised = max((lane for _, _, lane in lanes(relation.turning_points, frame)), default=0)
    return frame._replace(top=22 + LANE * raised)


def drawn(relation: Relation) -> tuple[Period, ...]:
    """The course from its first period with something in it: what was before any report is not drawn."""
    first = next((n for n, period in enumerate(relation.course) if period.documents or period.value is not None), 0)
    return relation.course[first:]


def drawing(relation: Relation, frame: Frame, kind: str, told: str) -> str:
    """One drawing: axes, happenings, band, line, turning points, the latest figure."""
    parts = [
        *axes(frame),
        *time_marks(frame),
        *columns(drawn(relation), frame),
        *band_and_line(drawn(relation), frame),
        *turning_marks(relation.turning_points, frame),
        *latest(drawn(relation), frame),
    ]
    return f'<svg class="{kind}" viewBox="0 0 {frame.width} {frame.height}" role="img" aria-label="{told}">' + "".join(parts) + "</svg>\n"


def ordinal(iso: str) -> int:
    """The number of a day."""
    return date.fromisoformat(iso).toordinal()


def at(frame: Frame, number: float) -> float:
    """Where a day stands from the left."""
    share = (number - frame.begins) / (frame.ends - frame.begins)
    return frame.left + min(1.0, max(0.0, share)) * (frame.right - frame.left)


def height_of(frame: Frame, value: float) -> float:
    """Where a figure stands from the top."""
    return frame.top + (1 - clipped(value)) / 2 * (frame.bottom - frame.top)


def middle(period: Period) -> float:
    """The middle of a period."""
    return (ordinal(period.begins) + ordinal(period.ends)) / 2


def text(x: float, y: float, words: str, anchor: str = "middle", kind: str = "") -> str:
    """A label."""
    styled = f' class="{kind}"' if kind else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{styled}>{words}</text>'


def axes(frame: Frame) -> Iterator[str]:
    """The lines of the scale with their labels."""
    for value, label in ((1.0, "alliance"), (0.5, ""), (0.0, ""), (-0.5, ""), (-1.0, "war")):
        y = height_of(frame, value)
        yield f'<line class="{"zero" if value == 0 else "grid"}" x1="{frame.left}" y1="{y:.1f}" x2="{frame.right}" y2="{y:.1f}"/>'
        yield text(frame.left - 6, y + 4, signed(value, 1) if value else "0", "end")
        if label:
            yield text(frame.left - 6, y + (18 if value > 0 else -9), label, "end")


def time_marks(frame: Frame) -> Iterator[str]:
    """The months or years below the scale, as many as have room."""
    first, last = date.fromordinal(frame.begins), date.fromordinal(frame.ends)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    room = (frame.right - frame.left) // 60
    step = next((s for s in STEPS if months / s <= room), STEPS[-1])
    begin = (first.year * 12 + first.month - 1 + step - 1) // step * step
    for number in range(begin, last.year * 12 + last.month, step):
        year, month = divmod(number, 12)
        day_number = date(year, month + 1, 1).toordinal() if year else frame.begins
        if frame.begins <= day_number <= frame.ends or step == 1:
            x = at(frame, day_number)
            yield f'<line class="tick" x1="{x:.1f}" y1="{frame.bottom}" x2="{x:.1f}" y2="{frame.bottom + 5}"/>'
            yield text(x, frame.height - 8, str(year) if step >= 12 else f"{MONTHS[month][:3]} {year}")


def columns(periods: Sequence[Period], frame: Frame) -> Iterator[str]:
    """How many documents each period has: columns under the scale, the highest 26 units."""
    most = max(period.documents for period in periods)
    for period in periods:
        if period.documents:
            left, right = at(frame, ordinal(period.begins)), at(frame, ordinal(period.ends) + 1)
            tall = 26 * period.documents / most
            width = max(1.0, right - left - 1)
            yield f'<rect class="column" x="{left:.1f}" y="{frame.bottom + 34 - tall:.1f}" width="{width:.1f}" height="{tall:.1f}"/>'


def band_and_line(periods: Sequence[Period], frame: Frame) -> Iterator[str]:
    """The interval as a band and the figure as a line; a gap is crossed by a dotted line, a lone figure is a point."""
    stretches = [list(run) for known, run in groupby(periods, key=lambda p: p.value is not None) if known]
    lines = [[(at(frame, middle(p)), height_of(frame, p.value or 0.0)) for p in run] for run in stretches]
    for run in stretches:
        yield band(run, frame)
    for before, after in pairwise(lines):
        yield f'<polyline class="gap" points="{points([before[-1], after[0]])}"/>'
    for line in lines:
        yield f'<polyline class="line" points="{points(line)}"/>' if len(line) > 1 else ""
    dense = len(periods) > frame.width / 12
    for x, y in [spot for line in lines for spot in line if len(line) == 1 or not dense]:
        yield f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="2.5"/>'


def band(run: Sequence[Period], frame: Frame) -> str:
    """The interval of neighbouring periods; of a lone one, an upright line."""
    known = [(at(frame, middle(p)), p.low, p.high) for p in run if p.low is not None and p.high is not None]
    if not known:
        return ""
    upper = [(x, height_of(frame, high)) for x, _, high in known]
    lower = [(x, height_of(frame, low)) for x, low, _ in known]
    kind = "band" if len(known) > 1 else "band alone"
    return f'<polygon class="{kind}" points="{points([*upper, *reversed(lower)])}"/>'


def points(spots: Sequence[tuple[float, float]]) -> str:
    """Places as SVG has them."""
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)


def turning_marks(turns: Sequence[TurningPoint], frame: Frame) -> Iterator[str]:
    """The turning points by their numbers; neighbours stand at several heights so that their numbers stay apart."""
    for number, x, lane in lanes(turns, frame):
        up = turns[number - 1].direction == "up"
        y = frame.top - 4 - LANE * lane
        yield f'<g class="turn {"up" if up else "down"}"><line x1="{x:.1f}" y1="{y + 2:.1f}" x2="{x:.1f}" y2="{frame.bottom}"/>'
        yield text(x, y, f"{'▲' if up else '▼'}{number}") + "</g>"


def lanes(turns: Sequence[TurningPoint], frame: Frame) -> list[tuple[int, float, int]]:
    """(number, place from the left, lane above the plot) of each turning point: the lowest lane in which its number has room."""
    found: list[tuple[int, float, int]] = []
    ends = [-100.0] * LANES
    for number, turn in sorted(enumerate(turns, 1), key=lambda pair: pair[1].date):
        x = at(frame, ordinal(turn.date))
        lane = next((n for n, end in enumerate(ends) if x - end >= ROOM), ends.index(min(ends)))
        ends[lane] = x
        found.append((number, x, lane))
    return found


def latest(periods: Sequence[Period], frame: Frame) -> Iterator[str]:
    """The last figure, beside the end of the line."""
    known = [period for period in periods if period.value is not None]
    if known and known[-1].value is not None:
        value = known[-1].value
        yield text(at(frame, middle(known[-1])) + 6, height_of(frame, value) + 4, signed(value), "start", f"last {shade(value)}")


def in_words(relation: Relation) -> str:
    """What the drawing shows, for those who do not see it."""
    known = [period for period in relation.course if period.value is not None]
    if not known:
        return "The course of relations: no period with evidence."
    lowest, highest = (pick(known, key=lambda p: p.value or 0.0) for pick in (min, max))
    turns = "; ".join(f"{turn.direction} on {day(turn.date)}" for turn in relation.turning_points) or "none"
    return (
        f"The course of relations from {day(drawn(relation)[0].begins)} to {day(relation.course[-1].ends)}: it begins at {told(known[0])}, "
        f"is lowest at {told(lowest)}, highest at {told(highest)}, and ends at {told(known[-1])}. Turning points: {turns}."
    )


def told(period: Period) -> str:
    """The figure of a period with its days."""
    return f"{with_interval(period.value, period.low, period.high)} in {day(period.begins)} to {day(period.ends)}"
