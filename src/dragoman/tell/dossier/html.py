"""The dossier as one HTML file: no script, nothing from outside, readable on a phone and on paper."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files

from dragoman.records import Relation
from dragoman.tell.dossier import annex
from dragoman.tell.dossier.contents import Contents, contents
from dragoman.tell.dossier.drawing import bar, courses
from dragoman.tell.dossier.figures import APOSTROPHE, DASH, NO_EVIDENCE, day, shade, signed, with_interval
from dragoman.tell.dossier.parts import Block, Day, Figure, Folded, Jump, Line, Lines, Notes, Piece, Section, Table, Words
from dragoman.tell.dossier.register import Register, numbers_of, place, register, runs
from dragoman.tell.markup import apart, opening_of_page, plain

SHOWN = 5  # runs of notes beside a figure; the rest is in the reckoning, which a link leads to
WRAPPED = {"strong": ("<b>", "</b>"), "dim": ('<span class="dim">', "</span>"), "name": ("", "")}


def file_of(relation: Relation) -> str:
    """The whole file."""
    told = contents(relation)
    held = register(relation)
    style = files("dragoman.tell.dossier").joinpath("dossier.css").read_text(encoding="utf-8")
    as_of = day(relation.as_of)
    parts = [section(one, held, relation) for one in told.sections]
    return (
        '<!doctype html>\n<html lang="en">\n'
        + opening_of_page(f"{told.title}, as of {as_of} - Dragoman", style)
        + '<body>\n<a class="skip" href="#state">Skip to the figures</a>\n'
        + head(told, held, relation, as_of)
        + navigation(told)
        + "<main>\n"
        + "".join(parts)
        + annex.evidence(held, relation)
        + annex.reckoning(held)
        + "</main>\n</body>\n</html>\n"
    )


def head(told: Contents, held: Register, relation: Relation, as_of: str) -> str:
    """The title, the state in a word, its sentence, and what to know first."""
    value = told.state.value
    kind = f' class="level {shade(value)}"' if value is not None else ' class="level"'
    moving = f' <span class="moving">{told.direction}</span>' if told.direction else ""
    drawn = bar(value, told.state.low, told.state.high, told.norm) if value is not None else ""
    digits = f'<p class="digits">{figure(Figure(value, told.state.low, told.state.high, bare=True))}{notes(Notes("state"), held)}</p>\n'
    known = f'<p class="scale"><span>war</span>{drawn}<span>alliance</span></p>\n' if drawn else ""
    norm = ""
    if drawn and told.norm is not None:
        usual = f"{signed(told.norm)}{notes(Notes('norm'), held)}"
        norm = f'<p class="dim norm">The long upright mark is the pair{APOSTROPHE}s past year: {usual}</p>\n'
    wide = f'<p class="dim norm">{plain(told.caution)}</p>\n' if told.caution else ""
    rows = "".join(f"<div><dt>{plain(label)}</dt>\n<dd>{line(pieces, held)}</dd></div>\n" for label, pieces in told.summary)
    return (
        f'<header>\n<p class="kicker">Relations</p>\n<h1>{apart(told.title)}</h1>\n'
        f'<p class="asof">As of <time datetime="{plain(relation.as_of)}">{plain(as_of)}</time></p>\n'
        f'<div class="lead">\n<div class="card">\n<p{kind}>{plain(told.level)}{moving}</p>\n{known}{digits if drawn else ""}'
        f'<p class="sentence">{line(told.sentence, held)}</p>\n{norm}{wide}</div>\n'
        + (f"<dl>\n{rows}</dl>\n" if rows else "")
        + "</div>\n</header>\n"
    )


def navigation(told: Contents) -> str:
    """The sections by name."""
    links = [*((one.key, one.title) for one in told.sections), ("evidence", "Evidence")]
    items = "".join(f'<li><a href="#{key}">{plain(title)}</a></li>\n' for key, title in links)
    return f'<nav aria-label="Contents"><ul>\n{items}</ul></nav>\n'


def section(one: Section, held: Register, relation: Relation) -> str:
    """A section with its heading."""
    blocks = "".join(block(each, held, relation) for each in one.blocks)
    return annex.part(one.key, one.title, blocks)


def block(one: Block, held: Register, relation: Relation) -> str:
    """A block of a section."""
    if isinstance(one, Table):
        return table(one, held)
    if isinstance(one, Lines):
        return lines(one, held)
    if isinstance(one, Folded):
        return f'<details class="more"><summary>{plain(one.label)}</summary>\n{table(one.block, held)}</details>\n'
    return courses(relation)


def lines(one: Lines, held: Register) -> str:
    """A list, or paragraphs."""
    if one.listed:
        return "<ul>\n" + "".join(f"<li>{line(each, held)}</li>\n" for each in one.lines) + "</ul>\n"
    return "".join(f"<p>{line(each, held)}</p>\n" for each in one.lines)


def table(one: Table, held: Register) -> str:
    """A table; on a narrow screen each cell bears the head of its column, and the roles keep it a table there."""
    kinds = ["num" if column in one.numeric else "" for column in range(len(one.heads))]
    heads = "\n".join(
        f'<th scope="col" role="columnheader"{classed(kind)}>{plain(h)}</th>' for h, kind in zip(one.heads, kinds, strict=True)
    )
    body = "".join(row(each, one, kinds, held) for each in one.rows)
    return (
        f'<table role="table"><caption class="unseen">{plain(one.caption)}</caption>\n'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>\n'
        f'<tbody role="rowgroup">\n{body}</tbody></table>\n'
    )


def row(cells: Iterable[Line], of: Table, kinds: list[str], held: Register) -> str:
    """A row of a table; the cell it is known by is its head."""
    told = []
    for column, cell in enumerate(cells):
        tag, role = ('th scope="row"', "rowheader") if column == of.lead else ("td", "cell")
        told.append(
            f'<{tag} role="{role}" data-head="{plain(of.heads[column])}"{classed(kinds[column])}><div>{line(cell, held)}</div></{tag[:2]}>'
        )
    return '<tr role="row">' + "\n".join(told) + "</tr>\n"


def classed(kind: str) -> str:
    """The class attribute, if there is a class."""
    return f' class="{kind}"' if kind else ""


# ---- the pieces of a line


def line(pieces: Iterable[Piece], held: Register) -> str:
    """The pieces of a line one after the other."""
    return "".join(piece(one, held) for one in pieces)


def piece(one: Piece, held: Register) -> str:
    """One piece as HTML."""
    if isinstance(one, Words):
        return words(one)
    if isinstance(one, Figure):
        return figure(one)
    if isinstance(one, Day):
        return f'<time datetime="{plain(one.iso)}">{plain(day(one.iso))}</time>'
    if isinstance(one, Jump):
        return f'<a href="#{one.section}">{plain(one.text)}</a>'
    return notes(one, held)


def words(one: Words) -> str:
    """Words in their style; those that may come from a text keep their direction of writing to themselves."""
    if not one.text.strip():
        return one.text
    if one.style == "quote":
        return f"<q>{annex.quoted(apart(one.text), one.text)}</q>"
    before, after = WRAPPED.get(one.style, ("", ""))
    lead, trail = (" " if one.text[:1] == " " else ""), (" " if one.text[-1:] == " " else "")
    return f"{lead}{before}{apart(one.text.strip()) if one.style != 'plain' else plain(one.text.strip())}{after}{trail}"


def figure(one: Figure) -> str:
    """A figure drawn and in digits."""
    if one.value is None:
        return f'<span class="dim">{NO_EVIDENCE}</span>'
    drawn = "" if one.bare else bar(one.value, one.low, one.high) + " "
    return f'<span class="drawn">{drawn}<span class="figure {shade(one.value)}">{with_interval(one.value, one.low, one.high)}</span></span>'


def notes(one: Notes, held: Register) -> str:
    """Links to the notes; where they are many, the first of them and a link to the reckoning."""
    numbers = numbers_of(held, one.key)
    found = runs((held.numbers[place(one.lead)],) if one.lead else numbers)
    if not found:
        return ""
    links = [annex.to_note(first) + (f"{DASH}{annex.to_note(last)}" if last > first else "") for first, last in found[:SHOWN]]
    cut = len(found) > SHOWN or (one.lead is not None and len(numbers) > 1)
    summed = held.cited[one.key].value is not None if one.key in held.cited else False
    more = f'<span class="more">, <a href="#r-{one.key}">{"all" if cut else "sum"}</a></span>' if cut or summed else ""
    return f' <span class="notes" role="group" aria-label="evidence">{", ".join(links)}{more}</span>'
