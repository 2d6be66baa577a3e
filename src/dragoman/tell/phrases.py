"""Findings in words: what the terminal and the page both say about an actor, an office, a statement, an event.

The strings may hold anything that stood in the text; whoever shows them makes them plain first (``plain``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from dragoman.records import Document, Event, Mediation, Mention, Occasion, Office, Place, Promise, Span, Statement, Timex

Names = Mapping[str, str]

LANGUAGES = {
    "ar": "Arabic", "az": "Azerbaijani", "bg": "Bulgarian", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "fa": "Persian", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hy": "Armenian", "it": "Italian", "ja": "Japanese",
    "ka": "Georgian", "kk": "Kazakh", "ko": "Korean", "ku": "Kurdish", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "sr": "Serbian", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "zh": "Chinese",
}  # fmt: skip
QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
STANDINGS = {"office": "in office", "anonymous": "not named", "media": "medium"}
REFERENCES = {"PAST_REF": "some time past", "PRESENT_REF": "the present", "FUTURE_REF": "some time to come"}
SOMEBODY = "somebody not named"


# ---- actors


def names_of(document: Document) -> Names:
    """Actor id -> the name it is shown by; two actors of one name keep their ids beside it."""
    count = Counter(actor.name for actor in document.actors)
    return {a.id: a.name if count[a.name] == 1 else f"{a.name} ({a.id})" for a in document.actors}


def named(names: Names, actor: str) -> str:
    """The name of an actor; the id where none is declared."""
    return names.get(actor) or (SOMEBODY if actor == "unknown" else actor)


def all_named(names: Names, actors: Iterable[str]) -> str:
    """The names of several actors in their order: "Russia, Türkiye"."""
    return ", ".join(named(names, actor) for actor in actors)


def office(held: Office, names: Names) -> str:
    """An office with its status, dates and the days it is attested for."""
    parts = [post(held.title, held.of, held.status, names)]
    if held.begins or held.ends:
        parts.append(f"{held.begins or '?'} to {held.ends or '?'}")
    if held.attested:
        parts.append(f"attested {', '.join(held.attested)}")
    return ", ".join(parts)


def post(title: str, of: str | None, status: str | None, names: Names) -> str:
    """A post in words: "former foreign minister of Türkiye", "president-elect of Moldova"."""
    words = f"{title}-elect" if status == "elect" else title
    if status and status not in ("current", "elect"):
        words = f"{status} {words}"
    return f"{words} of {named(names, of)}" if of else words


# ---- statements


def standing(statement: Statement, names: Names, full: bool = True) -> str:
    """In what capacity somebody speaks: "former foreign minister of Türkiye"; only "former" unless ``full``."""
    known = STANDINGS.get(statement.standing or "", statement.standing or "")
    if statement.standing == "office" and statement.speaker and not statement.speaker.startswith("person:"):
        known = "officially"  # a state or body holds no office: it speaks by those who do
    if not full:
        return known
    if statement.office:
        status = "former" if statement.standing == "former" else None
        return post(statement.office, statement.voice_of, status, names)
    if statement.voice_of and statement.voice_of != statement.speaker:
        return f"{known}, for {named(names, statement.voice_of)}".removeprefix(", ")
    return known


def speaker(statement: Statement, document: Document, names: Names) -> str:
    """Who says it; where nobody is identified, the words that stand for him and whoever they may mean."""
    if statement.speaker:
        return all_named(names, (statement.speaker, *statement.co_speakers))
    words = "; ".join(document.words(span) for span in statement.source)
    return f"“{words}”" if words else "speaker not told"


def candidates(statement: Statement, by_span: Mapping[Span, Mention], names: Names) -> str:
    """The actors that an unresolved source may mean equally well: "X or Y"; empty where there are none."""
    found = [by_span[span].candidates for span in statement.source if span in by_span]
    return " or ".join(named(names, actor) for actor in next((ids for ids in found if ids), ()))


def cue(statement: Statement, document: Document) -> str:
    """The words that say that something is said."""
    return " … ".join(document.words(span) for span in statement.cue)


def occasion(said: Occasion) -> str:
    """When, where and on what occasion something was said."""
    return " · ".join(part for part in (said.date, said.place, said.occasion) if part)


def acts(statement: Statement) -> str:
    """What is done by saying it, the main act first: "offer, also commitment"."""
    main, *others = [act.replace("_", " ") for act in statement.acts] or [""]
    return f"{main}, also {', '.join(others)}" if others else main


# ---- figures


def signed(value: float) -> str:
    """A figure with its sign, to one place: "+1.9"; nought has none."""
    return f"{value:+.1f}" if round(value, 1) else "0.0"


def interval(low: float | None, high: float | None) -> str:
    """A figure's interval: "+1.4 to +2.0"."""
    return f"{signed(low)} to {signed(high)}" if low is not None and high is not None else ""


def runs(ids: Iterable[str]) -> str:
    """Ids with neighbours drawn together: "s1-s3, s7"."""
    groups: list[list[str]] = []
    for one in sorted(set(ids), key=lambda i: (number(i), i)):
        if groups and number(one) == number(groups[-1][-1]) + 1:
            groups[-1].append(one)
        else:
            groups.append([one])
    # Two neighbours stay apart by a comma: "s1, s2" is no longer than "s1-s2" and links better.
    return ", ".join(f"{g[0]}-{g[-1]}" if len(g) > 2 else ", ".join(g) for g in groups)


def number(identifier: str) -> int:
    """The number in "s12"; 0 where there is none."""
    digits = identifier[1:]
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 10 else 0


def counted(count: int, one: str, many: str = "") -> str:
    """A number of things: "1 event", "3 events"."""
    return f"{count} {one if count == 1 else many or one + 's'}"


# ---- events, promises, dates, places


def parties(event: Event, names: Names, arrow: str = "→") -> str:
    """Who did it and to whom; nobody named stays nobody."""
    actor = all_named(names, event.actor) or SOMEBODY
    return f"{actor} {arrow} {all_named(names, event.recipient)}" if event.recipient else actor


def deed(event: Event) -> str:
    """What kind of deed: "CONSULT · third-party · diplomatic"."""
    return " · ".join(part for part in (event.type, event.mode, *event.context) if part)


def scale(event: Event) -> str:
    """Where a deed stands on the field's scales: "material conflict, CAMEO 190, intensity -10.0"."""
    parts = [QUADS.get(event.quad or 0, ""), f"CAMEO {event.cameo}" if event.cameo else ""]
    if event.intensity is not None:
        parts.append(f"intensity {signed(event.intensity)}")
    return ", ".join(part for part in parts if part)


def authority(event: Event) -> str:
    """On whose word an event stands: a claim ("says s5"), a deed done by words, or the outlet's own report."""
    if event.via:
        return f"claim: says {event.via}"
    return f"done by saying {event.performed_by}" if event.performed_by else "fact as the outlet reports it"


def sides(names: Names, actors: Iterable[str]) -> str:
    """The sides of a relation: "Russia and Türkiye"."""
    return " and ".join(named(names, actor) for actor in actors)


def promisers(promised: Promise, names: Names) -> str:
    """Who promises whom: "Türkiye to Russia"."""
    return " to ".join(part for part in (all_named(names, promised.by) or SOMEBODY, all_named(names, promised.to)) if part)


def terms(promised: Promise) -> str:
    """By when, and on what condition, a promise is to be kept."""
    due = f"due {promised.due}" if promised.due else ""
    condition = f"provided that {promised.condition}" if promised.condition else ""
    return ", ".join(part for part in (due, condition) if part)


def mediators(mediation: Mediation, names: Names) -> str:
    """Who mediates between whom: "Türkiye between Russia and Ukraine"."""
    who = all_named(names, mediation.mediators) or SOMEBODY
    return f"{who} between {sides(names, mediation.between)}" if mediation.between else who


def meaning(time: Timex) -> str:
    """What a time expression stands for: its value, its days where the value does not say them, and what it commemorates."""
    value = REFERENCES.get(time.value or "", time.value) or "not resolved"
    days = "" if time.begins is None or time.begins == time.ends else f" ({time.begins} to {time.ends or '?'})"
    return f"{value}{days}" + (f", anniversary of {time.anniversary_of}" if time.anniversary_of else "")


def situated(place: Place, names: Names) -> str:
    """What is known of a place: "Türkiye · 36.54 N 32.00 E", and whether it stands for its government."""
    country = named(names, place.country) if place.country and place.country != place.name else ""
    point = f"{degrees(place.lat, 'NS')} {degrees(place.lon, 'EW')}" if place.lat is not None and place.lon is not None else ""
    return " · ".join(part for part in (country, point, "for its government" if place.reading == "government" else "") if part)


def degrees(value: float, sides: str) -> str:
    """A coordinate with the letter of its side: "36.54 N"."""
    return f"{abs(value):.2f} {sides[value < 0]}"


def language(code: str | None) -> str:
    """The name of a language; its code where we have no name."""
    return LANGUAGES.get(code, code) if code else "language not told"


def same_places(document: Document) -> list[list[Place]]:
    """The places of a text, those of one name and one reading together, by their first."""
    groups: dict[tuple[object, ...], list[Place]] = {}
    for p in sorted(document.places, key=lambda p: p.span):
        groups.setdefault((p.name, p.country, p.lat, p.lon, p.reading), []).append(p)
    return list(groups.values())
