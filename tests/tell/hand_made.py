"""A relation made by hand for the tests of the dossier: two real states, invented persons and outlets, every section filled."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.records import (
    Actor,
    CalendarEntry,
    Coverage,
    Evidence,
    Measure,
    Mediating,
    Period,
    Relation,
    Shift,
    Span,
    Speaker,
    State,
    Theme,
    Toward,
    TurningPoint,
    Undertaking,
)

HOLT, LIE, BERIDZE = "person:maren-holt", "person:oda-lie", "person:nino-beridze"


def said(number: int, quote: str, value: float, weight: float, speaker: str | None = HOLT, read_as: str = "praise") -> Evidence:
    """Words of the document of that number, with their part in a figure."""
    return Evidence(
        document=f"sha256:{number:064x}",
        ref=f"wire-{number}",
        url=f"https://example.org/{number}?a=1&b=2" if number % 3 else None,
        title=f"Report {number} on the ferry",
        publisher="Fjord Wire" if number % 2 else "Rioni Post",
        published=(date(2026, 1, 5) + timedelta(days=9 * number)).isoformat(),
        span=Span(100 + number, 100 + number + len(quote)),
        quote=quote,
        item=f"s{number}" if speaker else f"e{number}",
        value=value,
        weight=weight,
        contribution=value * weight,
        speaker=speaker,
        read_as=read_as,
    )


def measure(*evidence: Evidence, spread: float = 0.2) -> Measure:
    """The sum of some evidence, with an interval."""
    value = sum(e.contribution or 0.0 for e in evidence)
    return Measure(value, max(-1.0, value - spread), min(1.0, value + spread), evidence)


def bare(evidence: Evidence) -> Evidence:
    """The same words where nothing is summed."""
    return Evidence(evidence.document, evidence.ref, evidence.url, evidence.title, evidence.publisher, evidence.published, evidence.span,
                    evidence.quote, evidence.item, speaker=evidence.speaker, read_as=evidence.read_as)  # fmt: skip


PRAISE = said(1, "Norway will remain a reliable neighbour of Georgia", 0.8, 0.5)
BLAME = said(2, "the tariff on hazelnuts is a thorn in an old friendship", -0.5, 0.2, BERIDZE, "criticism")
SIGNED = said(4, "Norway and Georgia signed an agreement on ferries in Batumi on Tuesday.", 0.6, 0.3, None, "AGREE")
OFFER = bare(said(8, "ready to mediate if asked", 0.3, 0.1, LIE, "offer"))
ALL = (PRAISE, BLAME, SIGNED)


def course() -> tuple[Period, ...]:
    """Weeks from cool to warm, with a gap of three."""
    first = date(2026, 1, 5)
    found = []
    for week in range(24):
        begins = first + timedelta(weeks=week)
        value = None if 9 <= week < 12 else round(-0.2 + 0.03 * week, 2)
        one = Evidence(**{**{f: getattr(PRAISE, f) for f in PRAISE.__slots__}, "value": value, "weight": 1.0, "contribution": value})
        low, high = (None, None) if value is None else (round(value - 0.15, 2), round(value + 0.15, 2))
        evidence = () if value is None else (one,)
        found.append(
            Period(
                begins.isoformat(),
                (begins + timedelta(days=6)).isoformat(),
                value,
                low,
                high,
                len(evidence) * (week % 4),
                week % 5,
                evidence,
            )
        )
    return tuple(found)


def relation() -> Relation:
    """Georgia and Norway as of a day in summer."""
    state = measure(*ALL)
    return Relation(
        dyad=("GEO", "NOR"),
        names=("Georgia", "Norway"),
        as_of="2026-06-21",
        window=("2024-06-21", "2026-06-21"),
        state=State(
            state.value, state.low, state.high, "cooperative", "warming", 0.25,
            "Relations of Georgia and Norway are cooperative and warmer than over the past year.", state.evidence,
            (said(3, "Norway keeps its word", 0.25, 1.0),),
        ),
        words=measure(said(1, PRAISE.quote, 0.8, 0.7), said(2, BLAME.quote, -0.5, 0.3, BERIDZE, "criticism")),
        deeds=measure(said(4, SIGNED.quote, 0.6, 1.0, None, "AGREE")),
        toward=(
            Toward("GEO", "NOR", measure(said(2, BLAME.quote, -0.5, 1.0, BERIDZE, "criticism"))),
            Toward("NOR", "GEO", measure(said(1, PRAISE.quote, 0.8, 1.0))),
        ),
        course=course(),
        turning_points=(
            TurningPoint("2026-02-12", "down", 1.3, (said(2, BLAME.quote, -0.5, 1.0, BERIDZE), said(1, PRAISE.quote, 0.8, -1.0))),
            TurningPoint("2026-04-14", "up", 1.1, (said(4, SIGNED.quote, 0.6, 1.0, None), said(2, BLAME.quote, -0.5, -1.0, BERIDZE))),
        ),
        foundations=(Theme("neighbourhood", (HOLT,), 2, (bare(PRAISE),)), Theme(None, (), 1, (bare(SIGNED),))),
        frictions=(Theme("trade", (BERIDZE,), 2, (bare(BLAME),)),),
        promises=(
            Undertaking(("NOR",), ("GEO",), "cooperative", None, None, HOLT, "2026-03-01", (bare(PRAISE),)),
            Undertaking(("NOR",), ("GEO",), "cooperative", "2028", "the port is deepened", LIE, "2026-03-01",
                        (bare(said(5, "We will build a second terminal by 2028", 0.5, 0.1, LIE, "commitment")),)),
            Undertaking(("GEO",), ("NOR",), "cooperative", "2026-05-01", None, BERIDZE, "2026-02-01",
                        (bare(said(7, "Georgia will lift the tariff by May", 0.5, 0.1, BERIDZE, "commitment")),)),
        ),
        mediations=(Mediating(("NOR",), ("ARM", "GEO"), "offered", "2026-05-10", (OFFER,)),),
        speakers=(
            Speaker(HOLT, "Maren Holt", "foreign minister", "former", "NOR", 3, measure(said(1, PRAISE.quote, 0.8, 1.0)), (bare(PRAISE),)),
            Speaker(BERIDZE, "Nino Beridze", "trade minister", "office", "GEO", 2,
                    measure(said(2, BLAME.quote, -0.5, 1.0, BERIDZE)), (bare(BLAME),)),
            Speaker(LIE, "Oda Lie", None, "expert", None, 1, Measure(), (OFFER,)),
        ),
        shifts=(Shift(BERIDZE, "Nino Beridze", "2026-04-14", -0.5, 0.2,
                      (said(9, "Georgia is glad of the ferry", 0.2, 1.0, BERIDZE), said(2, BLAME.quote, -0.5, -1.0, BERIDZE))),),
        calendar=(
            CalendarEntry("2026-05-26", "anniversary", "34 years of diplomatic relations", (bare(SIGNED),)),
            CalendarEntry("2026-09-14", "planned", "a meeting of the joint commission in Tbilisi", (bare(SIGNED),)),
        ),
        coverage=Coverage(1412, 97, 18, 21, 2),
        actors=(
            Actor("ARM", "state", "Armenia"),
            Actor("GEO", "state", "Georgia"),
            Actor("NOR", "state", "Norway"),
            Actor(HOLT, "person", "Maren Holt"),
            Actor(BERIDZE, "person", "Nino Beridze"),
            Actor(LIE, "person", "Oda Lie"),
        ),
    )  # fmt: skip


def empty() -> Relation:
    """Two actors of whom an archive knows nothing."""
    return Relation(
        dyad=("GEO", "NOR"),
        names=("Georgia", "Norway"),
        as_of="2026-06-21",
        window=("2024-06-21", "2026-06-21"),
        state=State(None, None, None, None, "no evidence", None, "Nothing is known of the relations of Georgia and Norway."),
        words=Measure(),
        deeds=Measure(),
    )
