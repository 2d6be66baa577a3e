"""The findings of a document as HTML, in the order of the terminal's view; each leads to its place in the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from dragoman.records import Document, Dyad, Event, Ground, Mention, Office, Span, Statement
from dragoman.tell import phrases
from dragoman.tell.lines import place_at
from dragoman.tell.marks import offices
from dragoman.tell.markup import apart, plain
from dragoman.tell.phrases import Names
from dragoman.tell.voices import Voice, in_tree, pieces, voices


class Desk(NamedTuple):
    """What every section needs: the document, its actors' names, where lines start, mentions by span."""

    document: Document
    names: Names
    starts: tuple[int, ...]
    mentions: dict[Span, Mention]


def findings(desk: Desk) -> str:
    """All sections that found something, and a line on those that did not."""
    found = [(title, section(desk)) for title, section in SECTIONS]
    parts = [
        f'<section aria-labelledby="h{i}"><h2 id="h{i}">{title} <small>{len(items)}</small></h2>\n<ul>\n{"".join(items)}</ul></section>\n'
        for i, (title, items) in enumerate(found, 1)
        if items
    ]
    empty = ", ".join(title.lower() for title, items in found if not items)
    return "".join(parts) + (f'<p class="dim">Nothing found for: {empty}.</p>\n' if empty else "")


# ---- small parts


def item(anchor: str, back: str, *lines: str, depth: int = 0) -> str:
    """One finding with its links back to the text; ``depth`` indents it under the one it is nested in."""
    kept = "".join(f"<div>{line}</div>" for line in lines if line)
    nested = f' class="nest n{min(depth, 4)}"' if depth else ""
    return f'<li id="{plain(anchor)}" tabindex="-1"{nested}>{back}{kept}</li>\n'


def dots(*parts: str) -> str:
    """Those parts that say something, with a dot between them."""
    return ' <span class="dim">·</span> '.join(part for part in parts if part)


def name(words: str) -> str:
    """A name that stands out."""
    return f"<b>{apart(words)}</b>" if words else ""


def kind(words: str) -> str:
    """A word of the field: an act, a type, a theme."""
    return f'<span class="kind">{plain(words)}</span>' if words else ""


def dim(words: str) -> str:
    """Words that stand back."""
    return f'<span class="dim">{apart(words)}</span>' if words else ""


def quote(desk: Desk, span: Span) -> str:
    """The words of a span."""
    return f"<q>{apart(desk.document.words(span))}</q>"


def to_text(desk: Desk, anchor: str, span: Span) -> str:
    """A link to a place in the text, labelled with its line and column."""
    place = place_at(desk.starts, span.start)
    return f'<a class="at" href="#{plain(anchor)}" aria-label="to the text, line {place.replace(":", " column ")}">{place}</a>'


def to_finding(finding: str) -> str:
    """A link to another finding."""
    return f'<a href="#{plain(finding)}">{plain(finding)}</a>'


def links(ids: Iterable[str]) -> str:
    """Links to several findings."""
    return " ".join(to_finding(one) for one in sorted(set(ids), key=lambda i: (phrases.number(i), i)))


def on_word_of(statement: str | None) -> str:
    """On whose word a finding stands."""
    return f"says {to_finding(statement)}" if statement else dim("the outlet's words")


# ---- who speaks, what was said


def who_speaks(desk: Desk) -> list[str]:
    """Each who speaks, with offices or standing, occasions and statements."""
    held = {office: finding for _, office, finding in offices(desk.document, desk.names)}
    return [voice(desk, one, f"v{number}", held) for number, one in enumerate(voices(desk.document), 1)]


def voice(desk: Desk, one: Voice, anchor: str, held: dict[Office, str]) -> str:
    """One who speaks; an office of his links to the words that tell of it."""
    first = one.statements[0]
    who = phrases.named(desk.names, one.speaker) if one.speaker else phrases.speaker(first, desk.document, desk.names)
    maybe = "" if one.speaker else phrases.candidates(first, desk.mentions, desk.names)
    posts = [
        (to_text(desk, f"at-{held[office]}", office.evidence) if office.evidence else "") + plain(phrases.office(office, desk.names))
        for office in one.offices
    ]
    return item(
        anchor,
        to_text(desk, f"at-{first.id}", first.content[0]),
        dots(name(who), "" if posts else plain(phrases.standing(first, desk.names)), dim(f"may be {maybe}" if maybe else "")),
        *posts,
        *(dim(phrases.occasion(said)) for said in one.occasions),
        f"says {links(s.id for s in one.statements)}",
    )


def in_office(desk: Desk) -> list[str]:
    """Every office that the text tells of."""
    return [
        item(
            finding,
            to_text(desk, f"at-{finding}", held.evidence) if held.evidence else "",
            dots(name(who), plain(phrases.office(held, desk.names))),
        )
        for who, held, finding in offices(desk.document, desk.names)
    ]


def what_was_said(desk: Desk) -> list[str]:
    """Every statement, nested ones indented."""
    return [statement(desk, s, depth) for depth, s in in_tree(desk.document.statements)]


def statement(desk: Desk, s: Statement, depth: int) -> str:
    """One statement: who, in what capacity, how, to what end, the words, about whom, how warmly."""
    about = phrases.all_named(desk.names, s.about)
    cue = phrases.cue(s, desk.document)
    who = name(phrases.speaker(s, desk.document, desk.names))
    capacity = phrases.standing(s, desk.names)
    return item(
        s.id,
        to_text(desk, f"at-{s.id}", s.content[0]),
        f'<span class="id">{plain(s.id)}</span> {who}' + (f", {plain(capacity)}" if capacity else ""),
        dots(plain(s.kind), kind(phrases.acts(s)), f"<i>{apart(cue)}</i>" if cue else ""),
        f"<blockquote>{words(desk, s)}</blockquote>",
        dots(
            dim(f"about {about}" if about else ""),
            dim(f"to {s.addressee}" if s.addressee else ""),
            dim(f"via {phrases.all_named(desk.names, s.via)}" if s.via else ""),
            f"within {to_finding(s.within)}" if s.within else "",
        ),
        *(f"{figure(x.value, x.low, x.high)} {dim('toward')} {apart(phrases.named(desk.names, x.toward))}" for x in s.stance),
        depth=depth,
    )


def words(desk: Desk, s: Statement) -> str:
    """The words of a statement with the verbatim parts set off."""
    stretches = []
    for content in s.content:
        parts = []
        for piece in pieces(content, s.quoted, desk.document.text):
            shown = apart(desk.document.words(piece.span))
            opens, closes = "“" if piece.opens else "", "”" if piece.closes else ""
            parts.append(f'<span class="verbatim">{opens}{shown}{closes}</span>' if piece.quoted else shown)
        stretches.append("".join(parts))
    return ' <span class="dim">…</span> '.join(stretches)


# ---- how warmly


def figure(value: float, low: float | None, high: float | None) -> str:
    """A stance drawn between -2 and +2 with its interval, and in figures."""
    left, right = (value if end is None else end for end in (low, high))
    shade = "warm" if value >= 0.25 else "hostile" if value <= -0.25 else "even"
    told = f"{phrases.signed(value)} ({phrases.interval(left, right)})"
    return (
        f'<svg class="bar {shade}" viewBox="0 0 120 16" width="120" height="16" aria-hidden="true">'
        '<line class="track" x1="6" y1="8" x2="114" y2="8"/><line class="zero" x1="60" y1="2" x2="60" y2="14"/>'
        f'<line class="reach" x1="{across(left)}" y1="8" x2="{across(right)}" y2="8"/>'
        f'<circle class="point" cx="{across(value)}" cy="8" r="4.5"/></svg> <span class="figure {shade}">{told}</span>'
    )


def across(value: float) -> str:
    """Where a figure from -2 to +2 stands on a bar 120 units wide with margins of 6."""
    return f"{6 + (min(2.0, max(-2.0, value)) + 2.0) * 27:.1f}"


def dyads(desk: Desk) -> list[str]:
    """Each directed dyad with its figure and what it rests on."""
    return [dyad(desk, d, f"d{number}") for number, d in enumerate(desk.document.dyads, 1)]


def dyad(desk: Desk, d: Dyad, anchor: str) -> str:
    """Who toward whom and how warmly."""
    rests = " ".join(part for part in (links(d.statements), links(d.events)) if part)
    return item(
        anchor,
        "",
        f"{name(phrases.named(desk.names, d.source))} → {name(phrases.named(desk.names, d.toward))}",
        dim("no stance told") if d.stance is None else figure(d.stance, d.low, d.high),
        f"rests on {rests}" if rests else "",
    )


# ---- the registers


def register(desk: Desk, anchor: str, span: Span, statement: str | None, *parts: str) -> str:
    """One entry of a register: what it is, on whose word, the words."""
    return item(anchor, to_text(desk, f"at-{anchor}", span), dots(*parts, on_word_of(statement)), quote(desk, span))


def grounds(desk: Desk, found: Iterable[Ground], letter: str) -> list[str]:
    """What relations rest on or suffer from."""
    return [
        register(desk, f"{letter}{number}", g.span, g.statement, name(phrases.sides(desk.names, g.dyad)), kind(g.theme or ""))
        for number, g in enumerate(found, 1)
    ]


def foundations(desk: Desk) -> list[str]:
    """What relations are said to rest on."""
    return grounds(desk, desk.document.foundations, "f")


def frictions(desk: Desk) -> list[str]:
    """What relations are said to suffer from."""
    return grounds(desk, desk.document.frictions, "x")


def promises(desk: Desk) -> list[str]:
    """Who undertakes what toward whom."""
    return [
        register(
            desk, f"r{number}", p.span, p.statement, name(phrases.promisers(p, desk.names)), kind(p.kind or ""), apart(phrases.terms(p))
        )
        for number, p in enumerate(desk.document.promises, 1)
    ]


def mediations(desk: Desk) -> list[str]:
    """Who mediates between whom."""
    return [
        register(desk, f"m{number}", m.span, m.statement, name(phrases.mediators(m, desk.names)), kind(m.status or ""))
        for number, m in enumerate(desk.document.mediations, 1)
    ]


# ---- events, dates, places, warnings


def events(desk: Desk) -> list[str]:
    """Each event: date, who toward whom, type, factuality, on whose word."""
    return [event(desk, e) for e in sorted(desk.document.events, key=lambda e: (e.trigger, phrases.number(e.id)))]


def event(desk: Desk, e: Event) -> str:
    """One event."""
    if e.via:
        authority = f'<span class="claim">claim</span>: says {to_finding(e.via)}'
    else:
        authority = f"done by saying {to_finding(e.performed_by)}" if e.performed_by else plain(phrases.authority(e))
    return item(
        e.id,
        to_text(desk, f"at-{e.id}", e.trigger),
        f'<span class="id">{plain(e.id)}</span> {dots(plain(e.date or "undated"), name(phrases.parties(e, desk.names)))}',
        dots(kind(phrases.deed(e)), plain(e.factuality), authority, apart(e.place or "")),
        dots(quote(desk, e.trigger), dim(phrases.scale(e))),
    )


def dates(desk: Desk) -> list[str]:
    """Each time expression and what it stands for."""
    return [
        item(f"t{number}", to_text(desk, f"at-t{number}", t.span), f"{quote(desk, t.span)} → {name(phrases.meaning(t))}")
        for number, t in enumerate(sorted(desk.document.times, key=lambda t: t.span), 1)
    ]


def places(desk: Desk) -> list[str]:
    """Each place once per reading of it, with a link to every stretch that names it."""
    return [
        item(
            f"p{number}",
            to_all(desk, f"at-p{number}", [p.span for p in same]),
            dots(name(same[0].name), apart(phrases.situated(same[0], desk.names))),
        )
        for number, same in enumerate(phrases.same_places(desk.document), 1)
    ]


def warnings(desk: Desk) -> list[str]:
    """What a reader should know about the text."""
    return [
        item(f"w{number}", to_all(desk, f"at-w{number}", w.spans), f"<b>{plain(w.kind.replace('-', ' '))}</b>: {apart(w.message)}")
        for number, w in enumerate(desk.document.warnings, 1)
    ]


def to_all(desk: Desk, anchor: str, spans: Iterable[Span]) -> str:
    """Links to every stretch of one finding."""
    turns = [to_text(desk, f"{anchor}-{turn}", span) for turn, span in enumerate(spans, 1)]
    return f'<span class="all">{" ".join(turns)}</span>' if turns else ""


SECTIONS: tuple[tuple[str, Callable[[Desk], list[str]]], ...] = (
    ("Who speaks", who_speaks),
    ("What was said", what_was_said),
    ("Who toward whom", dyads),
    ("Foundations", foundations),
    ("Frictions", frictions),
    ("Promises", promises),
    ("Mediation", mediations),
    ("Events", events),
    ("Offices", in_office),
    ("Dates", dates),
    ("Places", places),
    ("Warnings", warnings),
)
