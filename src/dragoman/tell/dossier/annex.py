"""The annexes of the HTML dossier: every quotation by its number, the documents, and how each figure adds up."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.records import Evidence, Relation
from dragoman.tell import phrases
from dragoman.tell.dossier.contents import names_of
from dragoman.tell.dossier.figures import day, signed
from dragoman.tell.dossier.links import web_address
from dragoman.tell.dossier.register import Cited, Note, Register, place
from dragoman.tell.markup import apart, plain
from dragoman.tell.phrases import Names

PLACES = 4  # of weights and contributions: a thousand of them, each rounded, add up within 0.05 at worst and 0.001 as a rule


def evidence(held: Register, relation: Relation) -> str:
    """The numbered quotations and the documents they stand in."""
    if not held.notes:
        return '<section id="evidence" aria-labelledby="h-evidence">\n<h2 id="h-evidence">Evidence</h2>\n<p class="dim">No evidence was found.</p>\n</section>\n'
    names = names_of(relation)
    notes = "".join(note(one, names) for one in held.notes)
    sources = "".join(source(number, one) for number, one in enumerate(held.sources, 1))
    return (
        '<section id="evidence" aria-labelledby="h-evidence">\n<h2 id="h-evidence">Evidence</h2>\n'
        '<p class="dim">The words as they stand, by the numbers above. D1:10–20 is characters 10 to 20 of document 1, counted from 0, the last not '
        "included; a figure is value × weight = contribution.</p>\n"
        f'<ol class="quotes">\n{notes}</ol>\n<h3 id="documents">Documents</h3>\n<ol class="documents">\n{sources}</ol>\n</section>\n'
    )


def note(one: Note, names: Names) -> str:
    """One quotation: the words, whose they are, where they stand, what they count in."""
    held = one.evidence
    title = link(held.url, held.title) if held.title else link(held.url, None)
    came = [
        apart(whose(held, names)),
        apart(held.publisher or "publisher not told"),
        f'<time datetime="{plain(held.published)}">{plain(day(held.published))}</time>' if held.published else "no day",
        title,
        f'<a href="#d{one.source}">D{one.source}</a>:{held.span.start}–{held.span.end}',
    ]
    read_as = sorted({e.read_as for _, e in one.uses if e.read_as})
    read = f'<span class="dim">read as {plain(", ".join(read_as).replace("_", " "))}</span> · ' if read_as else ""
    return (
        f'<li id="n{one.number}" value="{one.number}"><blockquote>“{apart(held.quote)}”</blockquote>\n'
        f'<p>{" · ".join(part for part in came if part)}</p>\n<p class="uses">{read}{"; ".join(use(c, e) for c, e in one.uses)}</p></li>\n'
    )


def whose(held: Evidence, names: Names) -> str:
    """Whose words they are."""
    if held.speaker:
        return phrases.named(names, held.speaker)
    return "a speaker not identified" if (held.item or "").startswith("s") else "the outlet's own words"


def use(cited: Cited, held: Evidence) -> str:
    """What a quotation counts in, and with how much."""
    target = f"r-{cited.key}" if cited.value is not None else cited.section
    return f'<a href="#{target}">{plain(cited.label)}</a>{reckoned(held)}'


def reckoned(held: Evidence) -> str:
    """Value times weight is contribution; nothing where nothing is summed."""
    if held.value is None or held.weight is None or held.contribution is None:
        return ""
    return f' <span class="sum">{signed(held.value)} × {held.weight:.{PLACES}f} = {signed(held.contribution, PLACES)}</span>'


def link(url: str | None, title: str | None) -> str:
    """A title that leads to its page on the web where it has one; any other address is told in words."""
    shown = f"“{apart(title)}”" if title else apart(url or "")
    address = web_address(url)
    if address:
        return f'<a href="{plain(address)}" rel="noreferrer noopener nofollow">{shown}</a>'
    return shown


def source(number: int, held: Evidence) -> str:
    """A document: title, publisher, day, the name it was added by, and its id."""
    came = [
        link(held.url, held.title),
        apart(held.publisher or "publisher not told"),
        plain(day(held.published)) if held.published else "no day",
        apart(held.ref),
    ]
    return (
        f'<li id="d{number}" value="{number}">{" · ".join(part for part in came if part)} <code>{plain(held.document)}</code></li>\n'
    )


# ---- how each figure adds up


def reckoning(held: Register) -> str:
    """A table for each figure, folded: what its quotations say, weigh and contribute, and their sum."""
    summed = [cited for cited in held.cited.values() if cited.value is not None]
    more = [cited for cited in held.cited.values() if cited.value is None]
    if not summed and not more:
        return ""
    return (
        '<section id="reckoning" aria-labelledby="h-reckoning">\n<h2 id="h-reckoning">How each figure adds up</h2>\n'
        + "".join(figure(cited, held) for cited in summed)
        + '<details><summary>All evidence of the other entries</summary>\n<ul class="plain">\n'
        + "".join(f'<li id="r-{cited.key}">{plain(cited.label)}: {numbers(cited.evidence, held)}</li>\n' for cited in more)
        + "</ul>\n</details>\n</section>\n"
    )


def figure(cited: Cited, held: Register) -> str:
    """One figure as a sum."""
    rows = "".join(
        f'<tr><th scope="row"><a href="#n{held.numbers[place(e)]}">{held.numbers[place(e)]}</a></th>{cells(e)}</tr>\n' for e in cited.evidence
    )
    total = sum(e.contribution or 0.0 for e in cited.evidence)
    value = signed(cited.value, PLACES) if cited.value is not None else ""
    return (
        f'<details id="r-{cited.key}"><summary>{plain(cited.label)} <span class="figure">{value}</span></summary>\n'
        f'<table class="sums"><caption class="unseen">{plain(cited.label)} as a sum</caption>\n'
        '<thead><tr><th scope="col">Note</th><th scope="col">Value</th><th scope="col">Weight</th><th scope="col">Contribution</th></tr></thead>\n'
        f'<tbody>\n{rows}</tbody>\n<tfoot><tr><th scope="row" colspan="3">Sum</th><td>{signed(total, PLACES)}</td></tr></tfoot></table>\n</details>\n'
    )


def cells(held: Evidence) -> str:
    """Value, weight and contribution, or a dash where one is not told."""
    told = [
        signed(held.value) if held.value is not None else "–",
        f"{held.weight:.{PLACES}f}" if held.weight is not None else "–",
        signed(held.contribution, PLACES) if held.contribution is not None else "–",
    ]
    return "".join(f"<td>{each}</td>" for each in told)


def numbers(found: Sequence[Evidence], held: Register) -> str:
    """Links to every note of an entry."""
    return " ".join(f'<a href="#n{n}">{n}</a>' for n in sorted({held.numbers[place(e)] for e in found}))
