"""The dossier as Markdown: CommonMark with tables, for those who go on writing with it.

Whatever comes from a text is escaped: it cannot begin a heading, a link, a table cell, an entity or a tag. Notes are
links to anchors rather than footnotes of a dialect, so that their numbers are the same wherever the file is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.records import Evidence, Relation
from dragoman.tell.dossier.annex import HOW_PLACED, PLACES, quoted, whose
from dragoman.tell.dossier.contents import Contents, contents, names_of
from dragoman.tell.dossier.figures import DASH, amount, day, signed, weighed, with_interval
from dragoman.tell.dossier.links import web_address
from dragoman.tell.dossier.parts import Block, Day, Figure, Folded, Jump, Lines, Notes, Piece, Section, Table, Words
from dragoman.tell.dossier.register import Cited, Note, Register, numbers_of, place, register, runs
from dragoman.tell.phrases import Names
from dragoman.tell.plain import one_line

# Every sign that means something to Markdown, GitHub's autolinks and TeX-minded readers; a backslash before it takes that away.
SIGNS = re.compile(r"[\\`*_{}\[\]<>#|~&$^@]|:(?=//)|(?<=mailto):|(?<=xmpp):|(?<=www)\.", re.IGNORECASE)
SHOWN = 5  # runs of notes beside a figure; the sums list all


def text_of(relation: Relation) -> str:
    """The whole text."""
    told = contents(relation)
    held = register(relation)
    parts = [
        head(told, held, relation),
        *(section(one, held) for one in told.sections),
        evidence(held, names_of(relation)),
        sums(held),
    ]
    return "\n".join(part for part in parts if part)


def escaped(text: str) -> str:
    """Words in one line that Markdown shows as they are; they never begin a line of the file."""
    return SIGNS.sub(r"\\\g<0>", one_line(text))


def head(told: Contents, held: Register, relation: Relation) -> str:
    """The title, the state, the sentence, and what to know first."""
    state = f"**{escaped(told.level)}**" + (f", {told.direction}" if told.direction else "")
    if told.state.value is not None:
        state += f": {figure(told.state)}{notes(Notes('state'), held)}"
    norm = f" Past year: {signed(told.norm)}{notes(Notes('norm'), held)}." if told.norm is not None else ""
    summary = "".join(f"- {label}: {line(pieces, held)}\n" for label, pieces in told.summary)
    parts = [
        f"# {escaped(told.title)}\n",
        f"Relations as of {day(relation.as_of)}\n",
        f"{state}\n",
        f"> {line(told.sentence, held)}{norm}\n",
        f"{told.caution}\n" if told.caution else "",
        summary,
    ]
    return "\n".join(part for part in parts if part)


def section(one: Section, held: Register) -> str:
    """A section with its heading."""
    return f"## {one.title}\n\n" + "\n".join(told for each in one.blocks if (told := block(each, held)))


def block(one: Block, held: Register) -> str:
    """A block of a section; what a page folds away stands open here, and drawings are left out."""
    if isinstance(one, Table):
        return table(one, held)
    if isinstance(one, Folded):
        return f"{one.label}:\n\n{table(one.block, held)}"
    if isinstance(one, Lines):
        return "".join(f"{'- ' if one.listed else ''}{line(each, held)}\n" + ("" if one.listed else "\n") for each in one.lines)
    return ""


def table(one: Table, held: Register) -> str:
    """A table."""
    rule = "|".join("---:" if column in one.numeric else "---" for column in range(len(one.heads)))
    rows = "".join(f"| {' | '.join(line(cell, held).strip() for cell in row)} |\n" for row in one.rows)
    return f"| {' | '.join(one.heads)} |\n|{rule}|\n{rows}"


# ---- the pieces of a line


def line(pieces: Iterable[Piece], held: Register) -> str:
    """The pieces of a line one after the other."""
    return "".join(piece(one, held) for one in pieces)


def piece(one: Piece, held: Register) -> str:
    """One piece as Markdown."""
    if isinstance(one, Words):
        return words(one)
    if isinstance(one, Figure):
        return figure(one)
    if isinstance(one, Day):
        return escaped(day(one.iso))
    if isinstance(one, Jump):
        return escaped(one.text)
    return notes(one, held)


def words(one: Words) -> str:
    """Words in their style."""
    lead, trail = (" " if one.text[:1] == " " else ""), (" " if one.text[-1:] == " " else "")
    told = escaped(one.text.strip())
    if not told:
        return one.text
    if one.style == "strong":
        told = f"**{told}**"
    elif one.style == "quote":
        told = quoted(told, one.text)
    elif one.style == "dim" and lead and not trail:
        told = f"({told})"
    return f"{lead}{told}{trail}"


def figure(one: Figure) -> str:
    """A figure and its interval."""
    return with_interval(one.value, one.low, one.high)


def notes(one: Notes, held: Register) -> str:
    """Links to the notes, in brackets."""
    numbers = numbers_of(held, one.key)
    found = runs((held.numbers[place(one.lead)],) if one.lead else numbers)
    if not found:
        return ""
    links = [to_note(first) + (f"{DASH}{to_note(last)}" if last > first else "") for first, last in found[:SHOWN]]
    more = ", …" if len(found) > SHOWN or (one.lead and len(numbers) > 1) else ""
    return f" \\[{', '.join(links)}{more}\\]"


def to_note(number: int) -> str:
    """A link to a note."""
    return f"[{number}](#n{number})"


# ---- evidence and sums


def evidence(held: Register, names: Names) -> str:
    """The quotations by number, and the documents."""
    if not held.notes:
        return "## Evidence\n\nNo evidence was found.\n"
    quotes = "\n".join(note(one, names) for one in held.notes)
    sources = "\n".join(source(number, one) for number, one in enumerate(held.sources, 1))
    return f"## Evidence\n\n{HOW_PLACED}\n\n{quotes}\n## Documents\n\n{sources}"


def note(one: Note, names: Names) -> str:
    """One quotation."""
    held = one.evidence
    came = [
        whose(held, names),
        held.publisher or "publisher not told",
        day(held.published) if held.published else "no day",
    ]
    where = f"D{one.source}:{held.span.start}{DASH}{held.span.end}"
    read_as = ", ".join(sorted({e.read_as.replace("_", " ") for _, e in one.uses if e.read_as}))
    read = f" Read as {escaped(read_as)}." if read_as else ""
    title = f" · {link(held)}" if held.title or held.url else ""
    return (
        f'<a id="n{one.number}"></a>**{one.number}.** {quoted(escaped(held.quote), held.quote)}  \n'
        f"{' · '.join(escaped(part) for part in came)}{title} · {where}.{read}\n"
    )


def link(held: Evidence) -> str:
    """The title of a document, as a link where it has an address on the web."""
    shown = f"“{escaped(held.title)}”" if held.title else escaped(held.url or "")
    address = web_address(held.url)
    # Brackets would end the address; everything else that could is not let through by web_address.
    return f"[{shown}](<{address}>)" if address else shown


def source(number: int, held: Evidence) -> str:
    """A document: title, publisher, day, the name it was added by, and its id."""
    came = [
        escaped(held.publisher or "publisher not told"),
        escaped(day(held.published)) if held.published else "no day",
        escaped(held.ref),
    ]
    title = [link(held)] if held.title or held.url else []
    return f"**D{number}.** {' · '.join([*title, *came])} `{re.sub('[^0-9A-Za-z:._-]', '?', held.document)}`\n"


def sums(held: Register) -> str:
    """How each figure adds up."""
    told = "\n".join(summed(cited, held) for cited in held.cited.values() if cited.value is not None)
    return f"## How each figure adds up\n\n{told}" if told else ""


def summed(cited: Cited, held: Register) -> str:
    """One figure: value, weight and contribution of each of its quotations, and their sum."""
    rows = "".join(
        f"| {to_note(held.numbers[place(e)])} | {amount(e.value, 2)} | {weighed(e.weight)} | {amount(e.contribution, PLACES)} |\n"
        for e in cited.evidence
    )
    total = sum(e.contribution or 0.0 for e in cited.evidence)
    return (
        f"### {escaped(cited.label)}\n\n| Note | Value | Weight | Contribution |\n|---|---:|---:|---:|\n{rows}"
        f"| Sum | | | {signed(total, PLACES)} |\n"
    )
