"""The sections of the terminal's view, each a list of entries, in the order in which an analyst asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from rich.text import Text

from dragoman.records import Document, Dyad, Event, Ground, Mention, Office, Span, Statement
from dragoman.tell import phrases
from dragoman.tell.lines import place_at
from dragoman.tell.phrases import Names
from dragoman.tell.screen import CAUTION, DIM, KIND, NAME, QUOTED, Entry, Glyphs, Part, bar, dotted, shade, stacked, told
from dragoman.tell.voices import Voice, in_tree, pieces, voices


class Sheet(NamedTuple):
    """What every section needs: the document, its actors' names, where lines start, mentions by span, ornaments."""

    document: Document
    names: Names
    starts: tuple[int, ...]
    mentions: Mapping[Span, Mention]
    glyphs: Glyphs


def at(sheet: Sheet, span: Span | None) -> str:
    """A span's place in the text for the margin."""
    return place_at(sheet.starts, span.start) if span else ""


# ---- who speaks


def who_speaks(sheet: Sheet) -> list[Entry]:
    """Each who speaks, with his offices or standing, when and where, and his statements."""
    return [voice(sheet, one) for one in voices(sheet.document)]


def voice(sheet: Sheet, one: Voice) -> Entry:
    """One who speaks."""
    first = one.statements[0]
    named = phrases.named(sheet.names, one.speaker) if one.speaker else phrases.speaker(first, sheet.document, sheet.names)
    held = "; ".join(phrases.office(office, sheet.names) for office in one.offices) or phrases.standing(first, sheet.names)
    maybe = "" if one.speaker else phrases.candidates(first, sheet.mentions, sheet.names)
    heard = [told((phrases.occasion(said), DIM)) for said in one.occasions]
    return Entry(
        at(sheet, first.source[0] if first.source else first.content[0]),
        stacked(
            dotted(sheet.glyphs, (named, NAME if one.speaker else CAUTION), held, (f"may be {maybe}" if maybe else "", CAUTION)), *heard
        ),
        told((f"says {phrases.runs(s.id for s in one.statements)}", DIM)),
    )


def in_office(sheet: Sheet) -> list[Entry]:
    """Those whose office the text tells though they do not speak."""
    speaking = {one.speaker for one in voices(sheet.document)}
    found = [(office, actor) for actor in sheet.document.actors if actor.id not in speaking for office in actor.offices]
    found.sort(key=lambda pair: (pair[0].evidence or Span(0, 0), pair[1].id))
    return [officeholder(sheet, phrases.named(sheet.names, actor.id), office) for office, actor in found]


def officeholder(sheet: Sheet, named: str, held: Office) -> Entry:
    """One who holds or held an office."""
    return Entry(at(sheet, held.evidence), dotted(sheet.glyphs, (named, NAME), phrases.office(held, sheet.names)))


# ---- what was said


def what_was_said(sheet: Sheet) -> list[Entry]:
    """Every statement, nested ones indented; a speaker's office is told in full where he first speaks in it."""
    found: list[Entry] = []
    told_before: set[tuple[str | None, str]] = set()
    for depth, s in in_tree(sheet.document.statements):
        full = phrases.standing(s, sheet.names)
        before = (s.speaker, full) in told_before
        told_before.add((s.speaker, full))
        capacity = phrases.standing(s, sheet.names, full=False) if before else full
        found.append(Entry(at(sheet, s.content[0]), said(sheet, s, capacity, depth), detail(sheet, s), depth))
    return found


def said(sheet: Sheet, s: Statement, capacity: str, depth: int) -> Text:
    """Who says it in what capacity, how, to what end, and the words."""
    nest = f"{sheet.glyphs.nest} " if depth else ""
    named = phrases.speaker(s, sheet.document, sheet.names)
    cue = phrases.cue(s, sheet.document)
    who = told((f"{nest}{s.id} ", DIM), (named, NAME if s.speaker else CAUTION), f", {capacity}" if capacity else "")
    return stacked(dotted(sheet.glyphs, who, s.kind, (phrases.acts(s), KIND), (cue, "italic")), words(sheet, s))


def words(sheet: Sheet, s: Statement) -> Text:
    """The words of a statement, the verbatim parts in marks and colour, a gap where its stretches part."""
    parts: list[Part] = []
    text = sheet.document.text
    for stretch in s.content:
        if parts:
            parts.append((f" {sheet.glyphs.gap} ", DIM))
        for piece in pieces(stretch, s.quoted, text):
            verbatim = (
                (sheet.glyphs.opens if piece.opens else "")
                + sheet.document.words(piece.span)
                + (sheet.glyphs.closes if piece.closes else "")
            )
            parts.append((verbatim, QUOTED if piece.quoted else ""))
    return told(*parts)


def detail(sheet: Sheet, s: Statement) -> Text:
    """About whom, how warmly, to whom, through which media, within what."""
    about = phrases.all_named(sheet.names, s.about)
    return dotted(
        sheet.glyphs,
        (f"about {about}" if about else "", DIM),
        (f"to {s.addressee}" if s.addressee else "", DIM),
        (f"via {phrases.all_named(sheet.names, s.via)}" if s.via else "", DIM),
        (f"within {s.within}" if s.within else "", DIM),
        *(told((f"toward {phrases.named(sheet.names, x.toward)} ", DIM), *figure(x.value, x.low, x.high)) for x in s.stance),
    )


def figure(value: float, low: float, high: float) -> tuple[Part, Part]:
    """A stance with its interval."""
    return (phrases.signed(value), f"bold {shade(value)}"), (f" ({phrases.interval(low, high)})", DIM)


# ---- how warmly


def dyads(sheet: Sheet) -> list[Entry]:
    """Each directed dyad with its stance on a bar and what it rests on."""
    first = {s.id: s.content[0] for s in sheet.document.statements} | {e.id: e.trigger for e in sheet.document.events}
    found: list[Entry] = []
    for d in sheet.document.dyads:
        spans = sorted(first[i] for i in (*d.statements, *d.events) if i in first)
        rests = ", ".join(part for part in (phrases.runs(d.statements), phrases.runs(d.events)) if part)
        found.append(Entry(at(sheet, spans[0] if spans else None), dyad(sheet, d), told((f"rests on {rests}", DIM)) if rests else Text()))
    return found


def dyad(sheet: Sheet, d: Dyad) -> Text:
    """Who toward whom and how warmly."""
    pair = told((phrases.named(sheet.names, d.source), NAME), f" {sheet.glyphs.arrow} ", (phrases.named(sheet.names, d.toward), NAME))
    if d.stance is None:
        return stacked(pair, told(("no stance told", DIM)))
    low, high = (d.stance if end is None else end for end in (d.low, d.high))
    return stacked(pair, bar(d.stance, low, high, sheet.glyphs).append_text(told("  ", *figure(d.stance, low, high))))


# ---- the registers


def register(sheet: Sheet, span: Span, statement: str | None, *parts: Part) -> Entry:
    """One entry of a register: what it is and on whose word, then the words."""
    source = (f"says {statement}" if statement else "the outlet's words", DIM)
    return Entry(at(sheet, span), stacked(dotted(sheet.glyphs, *parts, source), told((sheet.document.words(span), "italic"))))


def grounds(sheet: Sheet, found: Iterable[Ground]) -> list[Entry]:
    """What relations rest on or suffer from."""
    return [register(sheet, g.span, g.statement, (phrases.sides(sheet.names, g.dyad), NAME), (g.theme or "", KIND)) for g in found]


def foundations(sheet: Sheet) -> list[Entry]:
    """What relations are said to rest on."""
    return grounds(sheet, sheet.document.foundations)


def frictions(sheet: Sheet) -> list[Entry]:
    """What relations are said to suffer from."""
    return grounds(sheet, sheet.document.frictions)


def promises(sheet: Sheet) -> list[Entry]:
    """Who undertakes what toward whom."""
    return [
        register(sheet, p.span, p.statement, (phrases.promisers(p, sheet.names), NAME), (p.kind or "", KIND), phrases.terms(p))
        for p in sheet.document.promises
    ]


def mediations(sheet: Sheet) -> list[Entry]:
    """Who mediates between whom."""
    return [
        register(sheet, m.span, m.statement, (phrases.mediators(m, sheet.names), NAME), (m.status or "", KIND))
        for m in sheet.document.mediations
    ]


# ---- events, dates, places, warnings


def events(sheet: Sheet) -> list[Entry]:
    """Each event: date, who toward whom, type, factuality, on whose word."""
    return [event(sheet, e) for e in sorted(sheet.document.events, key=lambda e: (e.trigger, phrases.number(e.id)))]


def event(sheet: Sheet, e: Event) -> Entry:
    """One event."""
    first = told((f"{e.id} ", DIM), f"{e.date or 'undated'}  ", (phrases.parties(e, sheet.names, sheet.glyphs.arrow), NAME))
    kind = dotted(sheet.glyphs, (phrases.deed(e), KIND), e.factuality, (phrases.authority(e), CAUTION if e.via else ""), e.place or "")
    return Entry(
        at(sheet, e.trigger),
        stacked(first, kind),
        dotted(sheet.glyphs, (sheet.document.words(e.trigger), "italic"), (phrases.scale(e), DIM)),
    )


def dates(sheet: Sheet) -> list[Entry]:
    """Each time expression and what it stands for."""
    return [
        Entry(at(sheet, t.span), told(sheet.document.words(t.span), (f" {sheet.glyphs.arrow} ", DIM), (phrases.meaning(t), NAME)))
        for t in sorted(sheet.document.times, key=lambda t: t.span)
    ]


def places(sheet: Sheet) -> list[Entry]:
    """Each place once per reading of it, with every place in the text where it stands."""
    found: list[Entry] = []
    for same in phrases.same_places(sheet.document):
        also = f"also {', '.join(at(sheet, p.span) for p in same[1:])}" if same[1:] else ""
        label = dotted(sheet.glyphs, (same[0].name, NAME), phrases.situated(same[0], sheet.names), (also, DIM))
        found.append(Entry(at(sheet, same[0].span), label))
    return found


def warnings(sheet: Sheet) -> list[Entry]:
    """What a reader should know about the text."""
    return [
        Entry(
            at(sheet, w.spans[0] if w.spans else None),
            told((w.kind.replace("-", " "), f"bold {CAUTION}"), f": {w.message}"),
            told((f"at {', '.join(at(sheet, span) for span in w.spans)}", DIM)) if len(w.spans) > 1 else Text(),
        )
        for w in sheet.document.warnings
    ]


SECTIONS: tuple[tuple[str, Callable[[Sheet], list[Entry]]], ...] = (
    ("Who speaks", who_speaks),
    ("Other offices", in_office),
    ("What was said", what_was_said),
    ("Who toward whom", dyads),
    ("Foundations", foundations),
    ("Frictions", frictions),
    ("Promises", promises),
    ("Mediation", mediations),
    ("Events", events),
    ("Dates", dates),
    ("Places", places),
    ("Warnings", warnings),
)
