"""The annexes of the HTML dossier: every quotation by its number, the documents, and how each figure adds up."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.records import Evidence, Relation
from dragoman.tell import phrases
from dragoman.tell.dossier.contents import names_of
from dragoman.tell.dossier.figures import DASH, TIMES, amount, day, signed, weighed
from dragoman.tell.dossier.links import web_address
from dragoman.tell.dossier.register import Cited, Note, Register, place
from dragoman.tell.markup import apart, plain
from dragoman.tell.phrases import Names

PLACES = 4  # of weights and contributions: a thousand of them, each rounded, add up within 0.05 at worst and 0.001 as a rule

HOW_PLACED = f"D1:10{DASH}20 is characters 10 to 20 of document 1, counted from 0, the last not included."

MARKS = '"“”„«»'


def evidence(held: Register, relation: Relation) -> str:
    """The numbered quotations and the documents they stand in."""
    if not held.notes:
        return part("evidence", "Evidence", '<p class="dim">No evidence was found.</p>\n')
    names = names_of(relation)
    notes = "".join(note(one, names) for one in held.notes)
    sources = "".join(source(number, one) for number, one in enumerate(held.sources, 1))
    reading = f"The words as they stand, by the numbers above. {HOW_PLACED} Beside a figure: value {TIMES} weight = contribution."
    return part(
        "evidence",
        "Evidence",
        f'<p class="dim">{reading}</p>\n<ol class="quotes">\n{notes}</ol>\n'
        f'<h3 id="documents">Documents</h3>\n<ol class="documents">\n{sources}</ol>\n',
    )


def part(key: str, title: str, body: str) -> str:
    """A headed part of the page."""
    return f'<section id="{key}" aria-labelledby="h-{key}">\n<h2 id="h-{key}">{plain(title)}</h2>\n{body}</section>\n'


def note(one: Note, names: Names) -> str:
    """One quotation: the words, whose they are, where they stand, what they count in."""
    held = one.evidence
    title = link(held.url, held.title) if held.title else link(held.url, None)
    came = [
        apart(whose(held, names)),
        apart(held.publisher or "publisher not told"),
        when(held.published),
        title,
        f'<a href="#d{one.source}">D{one.source}</a>:{held.span.start}{DASH}{held.span.end}',
    ]
    read_as = sorted({e.read_as for _, e in one.uses if e.read_as})
    read = f'<span class="dim">read as {plain(", ".join(read_as).replace("_", " "))}</span> · ' if read_as else ""
    return (
        f'<li id="n{one.number}" value="{one.number}"><blockquote>{quoted(apart(held.quote), held.quote)}</blockquote>\n'
        f'<p>{" · ".join(part for part in came if part)}</p>\n<p class="uses">{read}{"; ".join(uses(one))}</p></li>\n'
    )


def when(iso: str | None) -> str:
    """The day on which a document was published."""
    return f'<time datetime="{plain(iso)}">{plain(day(iso))}</time>' if iso else "no day"


def quoted(shown: str, words: str) -> str:
    """Words in quotation marks, unless they bring their own: nothing is set twice, nothing in them is altered."""
    return shown if any(mark in words for mark in MARKS) else f"“{shown}”"


def whose(held: Evidence, names: Names) -> str:
    """Whose words they are."""
    if held.speaker:
        return phrases.named(names, held.speaker)
    return "a speaker not identified" if (held.item or "").startswith("s") else "the outlet's own words"


def uses(one: Note) -> list[str]:
    """All that a quotation counts in; the periods of the course, of which there may be a hundred, as one."""
    told = [use(cited, held) for cited, held in one.uses if not cited.key.startswith("period-")]
    return [*told, '<a href="#course">the course</a>'] if len(told) < len(one.uses) else told


def use(cited: Cited, held: Evidence) -> str:
    """What a quotation counts in, and with how much."""
    target = f"r-{cited.key}" if cited.value is not None else cited.section
    return f'<a href="#{target}">{plain(cited.label)}</a>{reckoned(held)}'


def reckoned(held: Evidence) -> str:
    """Value times weight is contribution; nothing where nothing is summed."""
    if held.value is None or held.weight is None or held.contribution is None:
        return ""
    if not float(f"{held.weight:.{PLACES}f}"):
        return ' <span class="sum">next to nothing</span>'
    return f' <span class="sum">{signed(held.value)} {TIMES} {weighed(held.weight)} = {signed(held.contribution, PLACES)}</span>'


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
        when(held.published),
        apart(held.ref),
    ]
    return f'<li id="d{number}" value="{number}">{" · ".join(part for part in came if part)} <code>{plain(held.document)}</code></li>\n'


# ---- how each figure adds up


def reckoning(held: Register) -> str:
    """A table for each figure, folded: what its quotations say, weigh and contribute, and their sum."""
    summed = "".join(figure(cited, held) for cited in held.cited.values() if cited.value is not None)
    more = "".join(
        f'<li id="r-{cited.key}">{plain(cited.label)}: {numbers(cited.evidence, held)}</li>\n'
        for cited in held.cited.values()
        if cited.value is None
    )
    if more:
        more = f'<details><summary>All evidence of the other entries</summary>\n<ul class="plain">\n{more}</ul>\n</details>\n'
    return part("reckoning", "How each figure adds up", summed + more) if summed or more else ""


def figure(cited: Cited, held: Register) -> str:
    """One figure as a sum."""
    rows = "".join(f'<tr><th scope="row">{to_note(held.numbers[place(e)])}</th>{cells(e)}</tr>\n' for e in cited.evidence)
    total = sum(e.contribution or 0.0 for e in cited.evidence)
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("Note", "Value", "Weight", "Contribution"))
    return (
        f'<details id="r-{cited.key}"><summary>{plain(cited.label)} <span class="figure">{amount(cited.value, 2)}</span></summary>\n'
        f'<table class="sums"><caption class="unseen">{plain(cited.label)} as a sum</caption>\n<thead><tr>{heads}</tr></thead>\n'
        f"<tbody>\n{rows}</tbody>\n"
        f'<tfoot><tr><th scope="row" colspan="3">Sum</th><td>{signed(total, PLACES)}</td></tr></tfoot></table>\n</details>\n'
    )


def cells(held: Evidence) -> str:
    """Value, weight and contribution, or a dash where one is not told."""
    told = [
        amount(held.value, 2),
        weighed(held.weight),
        amount(held.contribution, PLACES),
    ]
    return "".join(f"<td>{each}</td>" for each in told)


def numbers(found: Sequence[Evidence], held: Register) -> str:
    """Links to every note of an entry."""
    return " ".join(to_note(n) for n in sorted({held.numbers[place(e)] for e in found}))


def to_note(number: int) -> str:
    """A link to a note."""
    return f'<a href="#n{number}">{number}</a>'
