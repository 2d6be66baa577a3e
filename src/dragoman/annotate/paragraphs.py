"""Paragraphs: the lines of a text, and in a text whose lines were broken at a fixed width the lines that belong together.

Old wires, speeches and mails break a sentence after some sixty or eighty characters. Such a break is no end of anything;
a blank line, an indent or a line that stops early is.
"""

from __future__ import annotations

import itertools
import re

from dragoman.records import Span

STOPS = frozenset('.!?:;"\u201d\u00bb)*')
LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
FEWEST = 4  # breaks from which a text may be told to be broken at a width
WIDEST = 100  # characters; longer lines are paragraphs
# Of the breaks of a text those before a small letter: .5 to 1 in wires and speeches of fixed width, .25 at most in all others.
SMALL_SHARE = 0.35
FULL = 0.8  # of the width: a sentence that ends earlier, though the next word had room, ends its paragraph
HALF = 0.5  # of the width: what stops before is a heading; the first line of a wire is short by its dateline


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of a text, without the blanks at either end."""
    lines = [stripped for m in LINE.finditer(text) if (stripped := trimmed(text, m.start(), m.end())) is not None]
    width = fixed_width(text, lines)
    if width is None:
        return lines
    found = lines[:1]
    for before, line in itertools.pairwise(lines):
        if goes_on(text, before, line, width):
            found[-1] = Span(found[-1].start, line.end)
        else:
            found.append(line)
    return found


def trimmed(text: str, start: int, end: int) -> Span | None:
    """A line without the blanks at its ends; ``None`` where nothing is left."""
    words = text[start:end]
    left, right = len(words) - len(words.lstrip()), len(words.rstrip())
    return Span(start + left, start + right) if left < right else None


def fixed_width(text: str, lines: list[Span]) -> int | None:
    """The width at which the lines of a text were broken, in characters; ``None`` where each line is a paragraph."""
    breaks = [
        line for before, line in itertools.pairwise(lines) if one_break(text, before, line) and indent(text, line) <= indent(text, before)
    ]
    if len(breaks) < FEWEST or sum(text[line.start].islower() for line in breaks) < SMALL_SHARE * len(breaks):
        return None
    lengths = sorted(line.end - line.start for line in lines)
    width = lengths[len(lengths) * 9 // 10]
    return width if width <= WIDEST else None


def one_break(text: str, before: Span, line: Span) -> bool:
    """Whether no blank line parts two lines."""
    gap = text[before.end : line.start]
    return gap.count("\n") <= 1 and gap.count("\r") <= 1


def goes_on(text: str, before: Span, line: Span, width: int) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    if not one_break(text, before, line):
        return False
    if text[line.start].islower():
        return True
    if indent(text, line) > indent(text, before):
        return False
    room = before.end - before.start + 1 + len(text[line.start : line.end].split(maxsplit=1)[0])
    return room >= (FULL if text[before.end - 1] in STOPS else HALF) * width


def indent(text: str, line: Span) -> int:
    """How many blanks stand before a line."""
    at = line.start
    while at > 0 and text[at - 1] in " \t\u00a0":
        at -= 1
    return line.start - at
