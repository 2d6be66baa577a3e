"""Recounts a dossier from its page alone: its links, its figures, its quotations, its sums. It knows nothing of how it was made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest
from lxml import html as parser

from dragoman.records import Evidence, Relation
from dragoman.tell.dossier.figures import signed
from dragoman.tell.plain import one_line

SUMS = 0.0006  # how far figures rounded to four places may be from their sum, over a dozen of them


def things(record: object) -> Iterator[object]:
    """Everything that a record holds, however deep."""
    yield record
    if is_dataclass(record):
        for field in fields(record):
            yield from things(getattr(record, field.name))
    elif isinstance(record, tuple):
        for one in record:
            yield from things(one)


def cited(told: Relation) -> set[tuple[str, int, int, str]]:
    """Every piece of evidence of a relation: document, place, words."""
    return {(e.document, e.span.start, e.span.end, one_line(e.quote)) for e in things(told) if isinstance(e, Evidence)}


def text_of(element: parser.HtmlElement) -> str:
    """The words of an element."""
    return " ".join(element.text_content().split())


def of_class(tree: parser.HtmlElement, *names: str) -> list[parser.HtmlElement]:
    """Every element of one of these classes."""
    return [e for e in tree.iter() if isinstance(e.tag, str) and set((e.get("class") or "").split()) & set(names)]


def number(words: str) -> float:
    """A number as the dossier writes it."""
    return float(words.replace("\u2212", "-").replace(",", ""))


def check_whole(page: str, told: Relation) -> None:
    """Recompute a page: its links lead somewhere, its figures stand in the relation, its sums are sums, its quotations are the evidence."""
    tree = parser.fromstring(page)
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert {a.get("href")[1:] for a in tree.iter("a") if a.get("href").startswith("#")} <= set(ids)
    check_quotations(tree, told)
    check_figures(tree, told)
    check_sums(tree)


def check_quotations(tree: parser.HtmlElement, told: Relation) -> None:
    """The notes are the evidence of the relation, all of it and nothing else."""
    documents = {li.get("id"): text_of(li.find("code")) for li in (of_class(tree, "documents") or [[]])[0]}
    shown = set()
    for li in (of_class(tree, "quotes") or [[]])[0]:
        where = re.search(r"D(\d+):(\d+)\u2013(\d+)", text_of(li))
        quote = one_line(li.find("blockquote").text_content()).removeprefix("\u201c").removesuffix("\u201d")
        shown.add((documents[f"d{where[1]}"], int(where[2]), int(where[3]), quote.strip()))
    assert shown == {
        (document, start, end, quote.removeprefix("\u201c").removesuffix("\u201d").strip()) for document, start, end, quote in cited(told)
    }


def check_figures(tree: parser.HtmlElement, told: Relation) -> None:
    """Each figure outside the annexes is one of the relation's and has a note in its row or line."""
    known = {signed(thing) for thing in things(told) if isinstance(thing, float)}
    known |= {signed(turn.size) for turn in told.turning_points}
    figures = [f for f in of_class(tree, "figure") if not any(p.get("id") in ("evidence", "reckoning") for p in f.iterancestors())]
    assert figures or told.state.value is None
    for figure in figures:
        assert set(re.findall(r"[+\u2212]?\d\.\d\d", text_of(figure))) <= known, text_of(figure)
        line = next(p for p in figure.iterancestors() if p.tag in ("tr", "p"))
        assert [a for a in line.iter("a") if a.get("href").startswith("#n")], text_of(line)


def check_sums(tree: parser.HtmlElement) -> None:
    """Value times weight is contribution, the contributions sum to the figure, and the notes of the sum are there."""
    for details in tree.xpath("//*[@id='reckoning']/details[@id]"):
        rows = [[text_of(cell) for cell in row] for row in details.findall(".//tbody/tr")]
        assert rows
        for _, value, weight, contribution in rows:
            assert number(value) * number(weight) == pytest.approx(number(contribution), abs=0.006)  # the value has two places
        total = number(text_of(details.find(".//tfoot//td")))
        assert sum(number(row[3]) for row in rows) == pytest.approx(total, abs=len(rows) * SUMS / 10 + SUMS)
        assert total == pytest.approx(number(text_of(of_class(details.find("summary"), "figure")[0])), abs=0.0051)
