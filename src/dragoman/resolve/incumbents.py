"""What a text says of somebody's office, held against the table of offices on the day of the text.

Agreement confirms a person. Contradiction is a warning, and only where nothing else can explain it: the person is named in
full and is one alone in the table, the days of his terms are known, the office has one holder at a time, and the text
calls him "former" in so many words or has him speak now, beside no date or word of another time. News tells of "President
Clinton" and "Prime Minister Thatcher" long after they left: such words about the past contradict nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from dragoman.knowledge.language import word_set
from dragoman.knowledge.offices import SINGLE, Term, holder_of, kind_of, later, normal, status_on, stretches
from dragoman.records import Actor, Document, Office, Span, Title, Warning, by_start
from dragoman.resolve.chains import Person, persons_of
from dragoman.resolve.index import paragraph_index, quoted, sentence_index

# In the weeks round a change both words are used: from the vote to the oath the table has up to two months.
NEAR_A_CHANGE = 60  # days
# Who names somebody by an office that he left longer ago than this tells history, whatever the words beside it.
LONG_AGO = 3653  # days: ten years
VAGUE = frozenset({"minister", "leader", "chief", "head", "boss"})


def office_conflicts(document: Document) -> Document:
    """Add an ``office-conflict`` warning for each person whose office the table of offices contradicts."""
    if document.published is None or len(document.published) != 10:
        return document
    found = [warning for person in persons_of(document) if (warning := contradicted(document, person, document.published))]
    return replace(document, warnings=(*document.warnings, *found))


def confirmed(document: Document, actor: Actor | None) -> bool:
    """Whether the table of offices has somebody in an office, or out of it, just as the text does."""
    if actor is None or document.published is None or holder_of(actor.name) is None:
        return False
    return any(o.evidence and o.status == table_status(o, actor.name, document.published) for o in actor.offices)


def table_status(office: Office, name: str, day: str) -> str | None:
    """The status of an office by the table, in the word of the text where it says that a holder is acting."""
    found = status_on(name, office.title, office.of, day)
    return "acting" if found == "current" and office.status == "acting" else found


def contradicted(document: Document, person: Person, day: str) -> Warning | None:
    """The warning for one person, at the first of his titles that cannot be right; none where the text itself says both."""
    holder = holder_of(person.name)
    if holder is None or len({t.status for t in person.titles}) != 1:
        return None
    for title in person.titles:
        terms = stretches(holder, title.title, title.of)
        if not terms or len({t.of for t in terms}) != 1:
            continue
        if not {kind_of(t.title, t.of) for t in terms} <= SINGLE or normal(title.title) in VAGUE:
            continue
        told = (
            against_former(terms, day)
            if called_former(document, title)
            else against_current(terms, day)
            if title.status == "current"
            else None
        )
        if told and (title.status == "former" or speaks_now(document, title, day)):
            spans = [title.span, *(span for span in title.holders if span in person.spans)]
            return Warning(
                "office-conflict", f'"{words(document, by_start(spans))}": by the table of offices {person.name} {told}', by_start(spans)
            )
    return None


def words(document: Document, spans: tuple[Span, ...]) -> str:
    """The words from the first span to the last."""
    return " ".join(document.words(Span(spans[0].start, max(s.end for s in spans))).split())


def against_former(terms: list[Term], day: str) -> str | None:
    """What the table says against "former": that he is in office, and has been for weeks."""
    for term in terms:
        sure = later(term.ends, -NEAR_A_CHANGE) if term.ends else term.checked
        if len(term.begins) == 10 and later(term.begins, NEAR_A_CHANGE) <= day <= sure:
            return f"held that office on {day}, since {term.begins}"
    return None


def against_current(terms: list[Term], day: str) -> str | None:
    """What the table says against a title without "former": that he had left it long ago, or was long not to have it."""
    if any(not t.ends or not t.begins for t in terms):
        return None
    left = max(t.ends for t in terms)
    if all(later(t.ends, NEAR_A_CHANGE) < day for t in terms):
        return f"left that office on {left}" if later(left, LONG_AGO) > day else None
    if all(t.begins > later(day, NEAR_A_CHANGE) for t in terms):
        return f"came to that office only on {min(t.begins for t in terms)}"
    return None


def called_former(document: Document, title: Title) -> bool:
    """Whether a title says "former" itself, and no verb ("was", "served as") that the office was held."""
    return title.status == "former" and bool({*document.words(title.span).casefold().replace("-", " ").split()} & {"former", "ex"})


def speaks_now(document: Document, title: Title, day: str) -> bool:
    """Whether a title stands in the source of a statement of the day of the text, beside no date or word of another time."""
    start = title.span.start
    said = [s for s in document.statements if s.cue and s.said.date == day and any(part.covers(title.span) for part in s.source)]
    if not said or quoted(document, start):
        return False
    here = sentence_index(document, start)
    paragraph = document.paragraphs[max(0, paragraph_index(document, start))]
    around = Span(min(paragraph.start, document.sentences[max(0, here - 1)].start), max(paragraph.end, document.sentences[here].end))
    return not past_day(document, around, later(day, -NEAR_A_CHANGE)) and not elsewhen(document, document.sentences[here])


def past_day(document: Document, span: Span, before: str) -> bool:
    """Whether a date in a stretch lies before a day, or cannot be placed."""
    start = bisect_left(document.times, span.start, key=lambda t: t.span.start)
    stop = bisect_left(document.times, span.end, key=lambda t: t.span.start)
    dated = (t for t in document.times[start:stop] if t.type in ("DATE", "TIME") and t.value not in ("PRESENT_REF", "FUTURE_REF"))
    return any(t.begins is None or t.begins < before for t in dated)


def elsewhen(document: Document, sentence: Span) -> bool:
    """Whether a word of a sentence says that it tells of another time: "during", "once", "era"."""
    start = bisect_left(document.tokens, sentence.start, key=lambda t: t.span.start)
    stop = bisect_left(document.tokens, sentence.end, key=lambda t: t.span.start)
    return any(t.norm in word_set("titles", "elsewhen") for t in document.tokens[start:stop])
