"""Stretches between quotation marks of every style: mismatched, nested, interrupted, running over paragraphs.

One odd mark never costs the rest of a document: every paragraph starts afresh, what cannot be closed ends with its
paragraph, and a straight mark is read by what stands beside it, not by counting.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.records import Document, Quotation, Span

DOUBLE = frozenset('"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02\u301d\u301e')
SINGLE = frozenset("'\u2018\u2019\u201a\u201b\u2039\u203a`")
OPENS = frozenset("\u201c\u201e\u00ab\u201a\u2018\u2039\u201f\u301d")  # as a rule; German and mismatched copy differ
BLANK_BEFORE = frozenset(" \t\n\r\u00a0([{\u2014\u2013-/:;,>\u2009\u202f")
BLANK_AFTER = frozenset(" \t\n\r\u00a0)]},.;:!?\u2014\u2013-/\u2026<\u2009\u202f")
MOST_INNER = 50  # quotations inside one; more are a broken file, and every look-up walks over them


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark: where it stands, its width (two for ``''``), and what its neighbours let it be."""

    at: int
    width: int
    double: bool
    can_open: bool
    can_close: bool


def quotations(document: Document) -> Document:
    """Fill ``quotations``, outer before inner, in the order of the text."""
    found: list[Quotation] = []
    carried = False  # a quotation that its paragraph left open and the next one opens again
    for number, paragraph in enumerate(document.paragraphs):
        marks = list(marks_in(document.text, paragraph))
        own = pair(document.text, paragraph, marks)
        if own and carried and own[0].span.start == paragraph.start:
            own[0] = replace(own[0], opened=False)
        carried = bool(own) and not own[-1].closed and own[-1].depth == 0 and reopens(document, number + 1)
        found += outermost_first(own)
    return replace(document, quotations=tuple(sorted(found, key=lambda q: (q.span.start, -q.span.end))))


def outermost_first(own: list[Quotation]) -> list[Quotation]:
    """The quotations of a paragraph in their order, each outermost one with no more inner ones than people write."""
    kept: list[Quotation] = []
    inner = 0
    for item in own:
        inner = inner + 1 if item.depth else 0
        if inner <= MOST_INNER:
            kept.append(item)
    return kept


def reopens(document: Document, number: int) -> bool:
    """Whether the paragraph of this number begins with a quotation mark."""
    return number < len(document.paragraphs) and document.text[document.paragraphs[number].start] in DOUBLE


def marks_in(text: str, paragraph: Span) -> list[Mark]:
    """The quotation marks of a paragraph; apostrophes and inches are none."""
    found = []
    at = paragraph.start
    while at < paragraph.end:
        char = text[at]
        if char not in DOUBLE and char not in SINGLE:
            at += 1
            continue
        width = 2 if char in SINGLE and text[at : at + 2] in ("''", "``", "\u2019\u2019", "\u2018\u2018") else 1
        mark = look(text, paragraph, at, width)
        if mark is not None:
            found.append(mark)
        at += width
    return found


def look(text: str, paragraph: Span, at: int, width: int) -> Mark | None:
    """Read a mark by its neighbours; ``None`` for an apostrophe or an inch."""
    double = text[at] in DOUBLE or width == 2
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + width] if at + width < paragraph.end else " "
    free_before = before in BLANK_BEFORE or before in DOUBLE or before in SINGLE
    free_after = after in BLANK_AFTER or after in DOUBLE or after in SINGLE
    if not double:
        if before.isalnum() and after.isalnum():
            return None  # don't, O'Brien
        if not free_before and not free_after:
            return None
        return Mark(at, width, False, free_before and not after.isspace(), free_after and not before.isspace())
    if text[at] == '"' and before.isdigit() and after.isalnum():
        return None
    can_open = (free_before and not after.isspace()) or (text[at] in "\u201c\u201e\u00ab" and not after.isspace())
    can_close = (free_after and not before.isspace()) or (at > paragraph.start and text[at] in "\u201d\u00bb" and not free_before)
    if not can_open and not can_close:  # blanks on both sides: either
        can_open = can_close = True
    return Mark(at, width, True, can_open, can_close)


def pair(text: str, paragraph: Span, marks: list[Mark]) -> list[Quotation]:
    """Pair the marks of one paragraph; what stays open runs to its end."""
    found: list[Quotation] = []
    stack: list[Mark] = []
    for mark in marks:
        if stack and closes(text, stack, mark):
            while stack[-1].double != mark.double:
                stack.pop()  # a single mark inside that was an apostrophe after all
            opened = stack.pop()
            found.append(quotation(opened, mark, depth=len(stack)))
        elif mark.can_open and opens(stack, mark):
            stack.append(mark)
    doubles = [mark for mark in stack if mark.double]
    if doubles:
        first = doubles[0]
        inner = Span(first.at + first.width, paragraph.end)
        if inner.start < inner.end:
            found = [q for q in found if q.span.start < first.at] + [
                replace(q, depth=max(1, q.depth)) for q in found if q.span.start > first.at
            ]
            found.append(Quotation(Span(first.at, paragraph.end), inner, 0, True, False))
    return sorted((q for q in found if q.inner.start < q.inner.end), key=lambda q: (q.span.start, -q.span.end))


def closes(text: str, stack: list[Mark], mark: Mark) -> bool:
    """Whether a mark ends the innermost quotation of its kind."""
    if not mark.can_close or all(m.double != mark.double for m in reversed(stack)):  # kinds alternate: the answer is near the top
        return False
    if not mark.can_open:
        return True
    top = stack[-1]
    if top.double != mark.double:
        return text[mark.at] not in OPENS
    # Marks that could be either: an opening form right after an opening one nests, everything else closes.
    return text[mark.at] not in OPENS or text[top.at] == "\u201e" or text[top.at] == "\u00bb"


def opens(stack: list[Mark], mark: Mark) -> bool:
    """Whether a mark may begin a quotation here: the same kind does not nest directly unless its form says so."""
    if not stack:
        return True
    return stack[-1].double != mark.double or (len(stack) < 3 and not mark.can_close)


def quotation(opened: Mark, closed: Mark, depth: int) -> Quotation:
    """The quotation between two marks."""
    return Quotation(Span(opened.at, closed.at + closed.width), Span(opened.at + opened.width, closed.at), depth)
