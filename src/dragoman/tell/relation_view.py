"""A relation on a terminal: the state in a sentence and on a scale, what moves it most, how it went, the registers, what comes.

What is left out for brevity is counted; all of it stands in the JSON. Every finding shows the words it rests on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

from dragoman.records import Evidence, Measure, Period, Relation, Theme
from dragoman.tell import phrases
from dragoman.tell.phrases import Names
from dragoman.tell.screen import (
    CAUTION,
    DIM,
    KIND,
    NAME,
    QUOTED,
    Entry,
    Glyphs,
    bar,
    dotted,
    glyphs_for,
    heading,
    laid_out,
    put,
    shade,
    stacked,
    told,
)

MOST = 8  # entries of a section: what fits a screen with its quotations
QUOTES = 2  # quotations under a theme
LONG = 280  # characters of a quotation that are shown
DAY = 10  # letters of an ISO day, the margin


class Sheet(NamedTuple):
    """What every section needs."""

    relation: Relation
    names: Names
    glyphs: Glyphs


def show(relation: Relation, console: Console) -> None:
    """Show a relation on a console, at its width."""
    glyphs = glyphs_for(console)
    sheet = Sheet(relation, {actor.id: actor.name for actor in relation.actors}, glyphs)
    put(head(sheet), console)
    empty = []
    for title, entries, count in sections(sheet):
        if not entries:
            empty.append(title.lower())
            continue
        put(Text(), console)
        put(heading(title, str(count), glyphs, console.width), console)
        for entry in entries:
            put(laid_out(entry, console, DAY), console)
        if count > len(entries):
            put(told((f"{'':{DAY}} and {count - len(entries)} more: --json shows all.", DIM)), console)
    put(Text(), console)
    if empty:
        put(told((f"Nothing found for: {', '.join(empty)}.", DIM)), console)
    put(
        told(("Values run from -1 (war) to +1 (alliance), with 90 % intervals; --json has every figure with all of its evidence.", DIM)),
        console,
    )


def sections(sheet: Sheet) -> list[tuple[str, list[Entry], int]]:
    """Every section: its title, the entries that are shown, how many there are."""
    r = sheet.relation
    weeks = [p for p in r.course if p.value is not None]
    return [
        ("What weighs most", [weighing(sheet, e) for e in loudest(r.state.evidence)], len(r.state.evidence)),
        ("Course", [stretch(sheet, p) for p in weeks[-MOST:]], len(weeks)),
        ("Turning points", [turn(sheet, t.date, t.direction, t.size, t.evidence) for t in r.turning_points[-MOST:]], len(r.turning_points)),
        ("Foundations", [theme(sheet, t) for t in r.foundations[:MOST]], len(r.foundations)),
        ("Frictions", [theme(sheet, t) for t in r.frictions[:MOST]], len(r.frictions)),
        ("Promises", [promise(sheet, n) for n in range(len(r.promises[:MOST]))], len(r.promises)),
        ("Mediation", [mediation(sheet, n) for n in range(len(r.mediations[:MOST]))], len(r.mediations)),
        ("Speakers", [speaker(sheet, n) for n in range(len(r.speakers[:MOST]))], len(r.speakers)),
        ("Shifts", [shift(sheet, n) for n in range(len(r.shifts[:MOST]))], len(r.shifts)),
        ("Calendar", [calendar(sheet, n) for n in range(len(r.calendar[:MOST]))], len(r.calendar)),
    ]


# ---- the head


def head(sheet: Sheet) -> Text:
    """Who with whom, as of when, the state in a sentence, the figures, and from how much they are told."""
    r = sheet.relation
    c = r.coverage
    lines = [
        told((phrases.sides(sheet.names, r.dyad), "bold underline")),
        dotted(sheet.glyphs, f"as of {r.as_of}", f"{r.window[0]} to {r.window[1]}"),
        told(r.state.sentence),
        figure(sheet, "state", Measure(r.state.value, r.state.low, r.state.high)),
        figure(sheet, "words", r.words),
        figure(sheet, "deeds", r.deeds),
        *(figure(sheet, f"{one.source} {sheet.glyphs.arrow} {one.toward}", one.measure) for one in r.toward),
        dotted(
            sheet.glyphs,
            (phrases.counted(c.documents, "document"), DIM),
            (f"{phrases.counted(c.duplicates_folded, 'copy', 'copies')} beside them", DIM),
            (phrases.counted(c.publishers, "publisher"), DIM),
            (phrases.counted(c.unresolved_speakers, "speaker") + " not identified", DIM),
            (phrases.counted(c.failures, "failure"), DIM),
        ),
    ]
    return stacked(*lines)


def figure(sheet: Sheet, name: str, m: Measure) -> Text:
    """A figure on its scale with its interval; a figure that is not known says so."""
    label = Text(f"{name:<{DAY}} ", DIM)
    if m.value is None or m.low is None or m.high is None:
        return label.append("not known", CAUTION)
    drawn = bar(2 * m.value, 2 * m.low, 2 * m.high, sheet.glyphs, ends=("-1", "+1"))
    return (
        label.append_text(drawn).append(f" {exact(m.value)}", f"bold {shade(m.value)}").append(f"  {exact(m.low)} to {exact(m.high)}", DIM)
    )


def exact(value: float) -> str:
    """A figure with its sign, to two places."""
    return f"{value:+.2f}" if round(value, 2) else "0.00"


# ---- evidence


def loudest(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence that moves a figure most, each wording once."""
    found: dict[str, Evidence] = {}
    for one in sorted(evidence, key=lambda e: (-abs(e.contribution or 0.0), e.document, e.span)):
        found.setdefault(" ".join(one.quote.split()), one)
    return list(found.values())[:MOST]


def weighing(sheet: Sheet, e: Evidence) -> Entry:
    """One piece of evidence with its part in the figure."""
    part = exact(e.contribution or 0.0)
    who = phrases.named(sheet.names, e.speaker) if e.speaker else ""
    kind = (e.read_as or "").replace("_", " ")
    return Entry(
        e.published or "",
        stacked(dotted(sheet.glyphs, (part, f"bold {shade(e.value or 0.0)}"), (who, NAME), (kind, KIND)), quoted(sheet, e)),
    )


def quoted(sheet: Sheet, e: Evidence) -> Text:
    """The words, and where they were printed."""
    words = " ".join(e.quote.split())
    shown = words if len(words) <= LONG else words[:LONG].rstrip() + sheet.glyphs.gap
    return told((f"{sheet.glyphs.opens}{shown}{sheet.glyphs.closes}", QUOTED), (f" {e.publisher or e.ref}, {e.published or 'no day'}", DIM))


def quotes(sheet: Sheet, evidence: Iterable[Evidence], most: int = 1) -> list[Text]:
    """The first quotations of some evidence, each wording once, and how many more there are."""
    found: dict[str, Evidence] = {}
    for one in evidence:
        found.setdefault(" ".join(one.quote.split()), one)
    lines = [quoted(sheet, one) for one in list(found.values())[:most]]
    return [*lines, told((f"and {len(found) - most} more", DIM))] if len(found) > most else lines


# ---- sections


def stretch(sheet: Sheet, p: Period) -> Entry:
    """A week or month of the course."""
    value, low, high = p.value or 0.0, p.low or 0.0, p.high or 0.0
    drawn = bar(2 * value, 2 * low, 2 * high, sheet.glyphs, ends=("-1", "+1"))
    counts = f"{phrases.counted(p.happenings, 'happening')}, {phrases.counted(p.documents, 'document')}"
    return Entry(p.begins, drawn.append(f" {exact(value)}", f"bold {shade(value)}").append(f"  {counts}", DIM))


def turn(sheet: Sheet, date: str, direction: str, size: float, evidence: Sequence[Evidence]) -> Entry:
    """A turning point with what weighs most after it."""
    after = [e for e in evidence if (e.weight or 0.0) > 0]
    return Entry(date, stacked(told((f"{direction} by {size:.2f}", NAME)), *quotes(sheet, loudest(after))))


def theme(sheet: Sheet, t: Theme) -> Entry:
    """A foundation or friction with who named it."""
    who = phrases.all_named(sheet.names, t.said_by)
    first = dotted(sheet.glyphs, (t.theme or "no theme", KIND), (who, NAME), (phrases.counted(t.publishers, "independent report"), DIM))
    return Entry(t.evidence[0].published or "", stacked(first, *quotes(sheet, t.evidence, QUOTES)))


def promise(sheet: Sheet, number: int) -> Entry:
    """A promise with its terms."""
    p = sheet.relation.promises[number]
    who = f"{phrases.all_named(sheet.names, p.by)} to {phrases.all_named(sheet.names, p.to)}"
    terms = ", ".join(part for part in (f"due {p.due}" if p.due else "", f"provided that {p.condition}" if p.condition else "") if part)
    by = phrases.named(sheet.names, p.said_by) if p.said_by else ""
    return Entry(p.date or "", stacked(dotted(sheet.glyphs, (who, NAME), (p.kind or "", KIND), by, terms), *quotes(sheet, p.evidence)))


def mediation(sheet: Sheet, number: int) -> Entry:
    """A mediation with its latest status."""
    m = sheet.relation.mediations[number]
    who = f"{phrases.all_named(sheet.names, m.mediators)} between {phrases.sides(sheet.names, m.between)}"
    return Entry(
        m.date or "", stacked(dotted(sheet.glyphs, (who, NAME), (m.status or "status not told", KIND)), *quotes(sheet, m.evidence))
    )


def speaker(sheet: Sheet, number: int) -> Entry:
    """Who spoke, for whom, how often and how warmly."""
    s = sheet.relation.speakers[number]
    post = phrases.post(s.office, s.voice_of, "former" if s.standing == "former" else None, sheet.names) if s.office else s.standing or ""
    warmth = f"{exact(s.stance.value)} toward the other side" if s.stance.value is not None else ""
    line = dotted(sheet.glyphs, (s.name, NAME), post, (phrases.counted(s.statements, "statement"), DIM), warmth)
    return Entry(s.evidence[0].published or "" if s.evidence else "", stacked(line, *quotes(sheet, s.evidence)))


def shift(sheet: Sheet, number: int) -> Entry:
    """Who speaks otherwise than before."""
    s = sheet.relation.shifts[number]
    line = dotted(sheet.glyphs, (s.name, NAME), f"{exact(s.before)} before, {exact(s.after)} since")
    return Entry(s.date, stacked(line, *quotes(sheet, [e for e in s.evidence if (e.weight or 0.0) > 0])))


def calendar(sheet: Sheet, number: int) -> Entry:
    """What comes, and which outlet told of it last."""
    c = sheet.relation.calendar[number]
    told_by = f"{c.evidence[0].publisher or c.evidence[0].ref}, {c.evidence[0].published or 'no day'}" if c.evidence else ""
    return Entry(c.date, dotted(sheet.glyphs, (c.kind, KIND), c.what, (told_by, DIM)))
