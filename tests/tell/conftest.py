"""An invented reading with something in every layer, and one whose every word is hostile."""

from __future__ import annotations

import pytest

from dragoman.records import (
    Actor,
    Document,
    Dyad,
    Event,
    Ground,
    Mediation,
    Mention,
    Occasion,
    Office,
    Place,
    Promise,
    Span,
    Stance,
    Statement,
    Timex,
    Warning,
)

TEXT = (
    "TBILISI, March 4, 2024. The former foreign minister of Norway, Maren Holt, spoke at the Rioni Forum.\n\n"
    '"Norway will remain a reliable neighbour of Georgia," Holt said. '
    'She added that the envoy had called the border dispute "a thorn in old friendship".\n\n'
    "The diplomat offered to mediate between Georgia and Armenia. Norway signed a treaty with Georgia in 1998.\n"
)

# Markup, console markup, escapes, a NUL, direction overrides, line separators, a lone surrogate, wide and right-to-left letters.
HOSTILE = "<script>alert('x')</script> \"&amp; [red]no[/red] \x1b[31m \x00 \u202eevil\u2066 \u2028 \ud800 \x9b1m 漢字 שלום :smile:"


def words(text: str, part: str, turn: int = 0) -> Span:
    """Where the words stand in the text, the first time or a later one."""
    at = -1
    for _ in range(turn + 1):
        at = text.index(part, at + 1)
    return Span(at, at + len(part))


@pytest.fixture
def interview() -> Document:
    """An interview with a direct, a mixed and a nested statement, one unresolved speaker, and every register."""

    def at(part: str, turn: int = 0) -> Span:
        return words(TEXT, part, turn)

    said = Occasion("2024-03-04", "Tbilisi", "Rioni Forum")
    holt = {"speaker": "person:maren-holt", "standing": "former", "office": "foreign minister", "voice_of": "NOR", "said": said}
    first = at("Norway will remain a reliable neighbour of Georgia,")
    second = at('the envoy had called the border dispute "a thorn in old friendship"')
    thorn = at("a thorn in old friendship")
    third = at('the border dispute "a thorn in old friendship"')
    offer = at("to mediate between Georgia and Armenia")
    return Document(
        id="sha256:0",
        ref="forum.txt",
        text=TEXT,
        title="Norway stays a neighbour",
        publisher="Fjord Wire",
        published="2024-03-04",
        place="Tbilisi",
        lang="en",
        url="https://example.org/a?b=1&c=2",
        mentions=(Mention(at("The diplomat"), "nominal", "person", candidates=("person:maren-holt", "person:oda-lie")),),
        actors=(
            Actor("ARM", "state", "Armenia"),
            Actor("GEO", "state", "Georgia"),
            Actor("NOR", "state", "Norway"),
            Actor("org:fjord-wire", "organisation", "Fjord Wire"),
            Actor(
                "person:maren-holt",
                "person",
                "Maren Holt",
                (Office("foreign minister", "NOR", "former", attested=("2019-05-01",), evidence=at("former foreign minister of Norway")),),
            ),
            Actor("person:oda-lie", "person", "Oda Lie", (Office("envoy", "NOR", "current", evidence=at("the envoy")),)),
        ),
        statements=(
            Statement(
                "s1",
                "direct",
                (first,),
                (first,),
                (at("Holt", 1),),
                (at("said"),),
                about=("GEO", "NOR"),
                acts=("commitment", "praise"),
                stance=(Stance("GEO", 1.4, 0.9, 1.8),),
                **holt,
            ),
            Statement(
                "s2", "mixed", (second,), (thorn,), (at("She"),), (at("added"),), acts=("assessment",), via=("org:fjord-wire",), **holt
            ),
            Statement(
                "s3",
                "mixed",
                (third,),
                (thorn,),
                (at("the envoy"),),
                (at("called"),),
                speaker="person:oda-lie",
                standing="office",
                within="s2",
            ),
            Statement(
                "s4",
                "indirect",
                (offer,),
                (),
                (at("The diplomat"),),
                (at("offered"),),
                standing="anonymous",
                acts=("offer",),
                addressee="both sides",
            ),
        ),
        events=(
            Event(
                "e1",
                "COOPERATE",
                at("signed"),
                None,
                ("diplomatic",),
                "057",
                2,
                8.0,
                ("NOR",),
                ("GEO",),
                date="1998",
                factuality="historical",
            ),
            Event(
                "e2",
                "CONSULT",
                at("mediate"),
                "third-party",
                (),
                "045",
                1,
                1.0,
                ("NOR",),
                ("ARM", "GEO"),
                factuality="planned",
                performed_by="s4",
            ),
            Event("e3", "REJECT", thorn, actor=("unknown",), recipient=("GEO",), via="s3"),
        ),
        times=(
            Timex(at("March 4, 2024"), "DATE", "2024-03-04", "2024-03-04", "2024-03-04"),
            Timex(at("1998"), "DATE", "1998", "1998-01-01", "1998-12-31"),
        ),
        places=(
            Place(at("TBILISI"), "Tbilisi", "GEO", 41.69, 44.83),
            Place(at("Georgia"), "Georgia", "GEO"),
            Place(at("Georgia", 1), "Georgia", "GEO"),
            Place(at("Armenia"), "Armenia", "ARM"),
        ),
        dyads=(Dyad("NOR", "GEO", 1.4, 0.9, 1.8, ("s1",), ("e1",)), Dyad("NOR", "ARM", None, None, None, ("s4",))),
        foundations=(Ground(("GEO", "NOR"), at("reliable neighbour"), "neighbourhood", "s1"),),
        frictions=(Ground(("ARM", "GEO"), at("border dispute"), "borders", "s3"),),
        promises=(Promise(("NOR",), ("GEO",), first, due="2025-01-01", condition="peace holds", statement="s1"),),
        mediations=(Mediation(("NOR",), ("ARM", "GEO"), offer, "offered", "s4"),),
        warnings=(Warning("date-conflict", "two dates do not agree", (at("March 4, 2024"), at("1998"))),),
    )


@pytest.fixture
def hostile() -> Document:
    """A document whose every string tries to get out."""
    whole = Span(0, len(HOSTILE))
    return Document(
        id="sha256:0",
        ref=HOSTILE,
        text=HOSTILE,
        title=HOSTILE,
        publisher=HOSTILE,
        url="javascript:alert(1)//" + HOSTILE,
        published="2024-01-01",
        place=HOSTILE,
        lang="en",
        actors=(
            Actor("person:x", "person", HOSTILE, (Office(HOSTILE, "NOR", "current", evidence=whole),)),
            Actor("NOR", "state", "Norway"),
        ),
        statements=(
            Statement(
                "s1",
                "direct",
                (whole,),
                (whole,),
                (whole,),
                (whole,),
                speaker="person:x",
                addressee=HOSTILE,
                about=("person:x",),
                acts=(HOSTILE,),
                said=Occasion("2024-01-01", HOSTILE, HOSTILE),
            ),
            Statement("s2", "direct", (whole,), source=(whole,), within="s3"),
            Statement("s3", "direct", (whole,), within="s2"),
        ),
        events=(Event("e1", HOSTILE, whole, HOSTILE, actor=("person:x",), place=HOSTILE, date=HOSTILE, via="s1"),),
        times=(Timex(whole, "DATE", HOSTILE),),
        places=(Place(whole, HOSTILE),),
        foundations=(Ground(("person:x", "NOR"), whole, HOSTILE),),
        promises=(Promise(("person:x",), ("NOR",), whole, HOSTILE, HOSTILE, HOSTILE),),
        mediations=(Mediation(("person:x",), ("NOR",), whole, HOSTILE),),
        warnings=(Warning(HOSTILE, HOSTILE, (whole,)),),
    )
