"""The terminal's paper: styled text that is always plain, entries beside a margin, headings, bars.

Every word passes through ``told``, which makes it plain; nothing here or in ``view`` reads console markup.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import NamedTuple

from rich.console import Console, RenderableType
from rich.segment import Segment, Segments
from rich.text import Text

from dragoman.tell.plain import one_line

DIM = "dim"
NAME = "bold"
QUOTED = "cyan"
KIND = "magenta"
WARM = "cyan"
HOSTILE = "red"
CAUTION = "yellow"

# Longer lines than this are hard to read; where a terminal is wider than WIDE, details stand beside the words instead of below.
MEASURE = 100
WIDE = 140
GUTTER = 3
STEPS = 20  # cells of a bar from -2 to +2: a fifth of a point each


class Glyphs(NamedTuple):
    """The ornaments of a view; a terminal or file that cannot hold them gets their ASCII twins."""

    rule: str = "─"
    dot: str = "·"
    arrow: str = "→"
    opens: str = "“"
    closes: str = "”"
    gap: str = "…"
    nest: str = "↳"
    track: str = "┄"
    zero: str = "│"
    reach: str = "━"
    point: str = "●"


ASCII = Glyphs("-", "|", "->", '"', '"', "...", "+", ".", "|", "=", "o")
Part = str | tuple[str, str]


def glyphs_for(console: Console) -> Glyphs:
    """The ornaments that the console's encoding can hold."""
    return ASCII if console.options.ascii_only else Glyphs()


def told(*parts: Part) -> Text:
    """Words in one line with their styles; hidden characters are shown as signs and brackets are only brackets."""
    text = Text()
    for part in parts:
        words, style = part if isinstance(part, tuple) else (part, "")
        text.append(one_line(words), style)
    return text


def dotted(glyphs: Glyphs, *parts: Part | Text) -> Text:
    """Those parts that say something, with a dim dot between them."""
    # The dot's style is a span of its own: a style on the joining text would be the style of the whole.
    made = [part if isinstance(part, Text) else told(part) for part in parts]
    return told((f" {glyphs.dot} ", DIM)).join([part for part in made if part.plain])


def stacked(*lines: Text) -> Text:
    """Lines one below the other, empty ones left out."""
    return Text("\n").join([line for line in lines if line.plain])


def heading(title: str, note: str, glyphs: Glyphs, width: int) -> Text:
    """A section's heading with a note on its size, drawn out to the measure."""
    text = told((title, "bold"), (f" {note} ", DIM))
    return text.append(glyphs.rule * max(0, min(width, MEASURE) - text.cell_len), DIM)


class Entry(NamedTuple):
    """One finding: its place in the text for the margin, what it is, details beside or below, how deep it is nested."""

    place: str
    body: Text
    aside: Text = Text()
    depth: int = 0


def laid_out(item: Entry, console: Console, margin: int) -> Text:
    """One entry at the console's width: margin, words, and on wide terminals the details in a third column."""
    margin = max(1, min(margin, console.width // 4))
    width = max(2, min(MEASURE, console.width) - margin - 1)
    indent = min(2 * item.depth, width // 3)
    wide = console.width >= WIDE
    places = folded(told((item.place, DIM)), console, margin)
    left = folded(item.body if wide else stacked(item.body, item.aside), console, width - indent)
    right = folded(item.aside, console, console.width - MEASURE - GUTTER) if wide else []
    lines: list[Text] = []
    for place, words, aside in zip_longest(places, left, right, fillvalue=Text()):
        line = Text(" " * (margin - place.cell_len)).append_text(place)
        if words.plain or aside.plain:
            line.append(" " * (1 + indent)).append_text(words)
        if aside.plain:
            line.append(" " * (MEASURE + GUTTER - line.cell_len)).append_text(aside)
        lines.append(line)
    return Text("\n", no_wrap=True, overflow="ignore").join(lines)


def folded(text: Text, console: Console, width: int) -> list[Text]:
    """The text in lines of at most that many cells; a longer word goes on in the next line."""
    lines = list(text.wrap(console, width, overflow="fold")) if text.plain else []
    for line in lines:
        line.rstrip()
    return lines


def bar(value: float, low: float, high: float, glyphs: Glyphs, ends: tuple[str, str] = ("-2", "+2")) -> Text:
    """A figure between -2 and +2 on a line, its interval drawn heavier: ``-2 ┄┄┄┄│┄━━●━ +2``; ``ends`` name the ends of the scale."""
    at, left, right = (cell(figure) for figure in (value, low, high))
    text = told((f"{ends[0]} ", DIM))
    for i in range(STEPS + 1):
        if i == at:
            text.append(glyphs.point, f"bold {shade(value)}")
        elif left <= i <= right:
            text.append(glyphs.reach, shade(value))
        else:
            text.append(glyphs.zero if i == STEPS // 2 else glyphs.track, DIM)
    return text.append(f" {ends[1]}", DIM)


def cell(figure: float) -> int:
    """The cell of a bar that a figure falls into; figures beyond the scale stand at its ends."""
    return round((min(2.0, max(-2.0, figure)) + 2.0) / 4.0 * STEPS)


def shade(value: float) -> str:
    """The colour of a stance; its sign says the same without colour."""
    if abs(value) < 0.25:  # the same quarter point on either side that reads as neither warm nor hostile
        return "default"
    return WARM if value > 0 else HOSTILE


def put(shown: RenderableType, console: Console) -> None:
    """Print on the console, in letters that its encoding has: others become question marks instead of a crash."""
    if console.options.ascii_only:
        encoding = console.encoding
        segments = console.render_lines(shown, pad=False, new_lines=True)
        shown = Segments([Segment(s.text.encode(encoding, "replace").decode(encoding), s.style) for line in segments for s in line])
        console.print(shown, end="")
    else:
        console.print(shown)
