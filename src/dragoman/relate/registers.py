"""The registers of a dyad: what its relations rest on and suffer from, who promised what, who mediates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import cast

from dragoman.knowledge.language import table
from dragoman.knowledge.phrases import phrase
from dragoman.records import Document, Evidence, Ground, Mediating, Mediation, Mention, Promise, Span, Statement, Story, Theme, Undertaking
from dragoman.relate import days, model
from dragoman.relate.grounding import names, stands_for, touching
from dragoman.relate.measures import ranked
from dragoman.relate.sayings import day_said
from dragoman.relate.signals import Report, evidence, independent
from dragoman.relate.wording import runs, sentence_at, wording

SUBJECT = 40  # characters before a verb in which its subject is looked for

Entry = tuple[int, Report, Statement | None]
"""The day an entry was told, where it stands, and the statement that says so, if one does."""


# ---- foundations and frictions


def themes(stories: Iterable[Story], sides: tuple[str, str], layer: str) -> tuple[Theme, ...]:
    """The foundations or the frictions of a dyad by theme, what most outlets tell of first; those without a theme last."""
    found: dict[str | None, list[Entry]] = {}
    for story in stories:
        grounds: tuple[Ground, ...] = story.document.foundations if layer == "foundations" else story.document.frictions
        for ground in grounds:
            entry = (
                entered(story, sentence_at(story.document, ground.span), ground.statement, ground.theme)
                if set(ground.dyad) == set(sides)
                else None
            )
            if entry is not None and all_named(entry, sides) and (layer == "frictions" or of_relations(entry)):
                found.setdefault(ground.theme, []).append(entry)
    told = [theme(name, entries) for name, entries in found.items()]
    return tuple(sorted(told, key=lambda t: (t.theme is None, -t.publishers, -len(t.evidence), t.theme or "")))


def theme(name: str | None, entries: list[Entry]) -> Theme:
    """One theme with who named it and where."""
    said_by = {who for _, _, statement in entries if (who := speaker(statement))}
    return Theme(name, tuple(sorted(said_by)), independent(report for _, report, _ in entries), newest(entries))


def entered(story: Story, span: Span, said: str | None, read_as: str | None) -> Entry | None:
    """An entry of a register with its words; None where no day tells when."""
    document = story.document
    statement = next((s for s in document.statements if s.id == said), None)
    day = day_said(document, statement) if statement else days.number(document.published) if document.published else None
    if day is None:
        return None
    return day, Report(story, span, said, None, 1.0, speaker(statement), read_as, wording(document, span)), statement


def all_named(entry: Entry, sides: tuple[str, ...]) -> bool:
    """Whether an entry's sentence names all of some parties; the speaker's own side need not be named."""
    _, report, statement = entry
    document = report.story.document
    own = statement.voice_of if statement else None
    return all(side == own or stands_for(document, (sentence_at(document, report.span),), side) for side in sides)


def of_relations(entry: Entry) -> bool:
    """Whether an entry's words speak of relations at all: "based on hard work" rests on something else."""
    return not relation_words().isdisjoint(entry[1].wording)


@cache
def relation_words() -> frozenset[str]:
    """Words without which a sentence is not about relations."""
    return frozenset(cast("dict[str, list[str]]", table("registers")["foundations"])["relations"])


def official(entry: Entry) -> bool:
    """Whether an entry is told in words that bind a side: those of its office."""
    statement = entry[2]
    return statement is not None and model.voice(statement.standing, statement.office) >= model.UNTOLD


def speaker(statement: Statement | None) -> str | None:
    """Who says so: the speaker, else whom he speaks for; None for the outlet itself."""
    return (statement.speaker or statement.voice_of) if statement else None


def newest(entries: Iterable[Entry]) -> tuple[Evidence, ...]:
    """The evidence of some entries, the newest first; what one story tells twice in one sentence stands once."""
    return tuple(dict.fromkeys(ranked(evidence(report) for _, report, _ in entries)))


def together(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Entries that share a run of words, which are the same said again, together; by day."""
    groups: list[list[Entry]] = []
    first: dict[tuple[str, ...], list[Entry]] = {}
    for entry in sorted(entries, key=lambda e: (e[0], e[1].story.document.id, e[1].span)):
        shared = runs(entry[1].wording)
        group = next((first[run] for run in shared if run in first), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(entry)
        for run in shared:
            first.setdefault(run, group)
    return groups


# ---- promises


def promises(stories: Iterable[Story], a: str, b: str) -> tuple[Undertaking, ...]:
    """What one side undertook toward the other, the newest first; the same words again are the same promise."""
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], list[tuple[Entry, Promise]]] = {}
    for story in stories:
        for promise in story.document.promises:
            if not ((a in promise.by and b in promise.to) or (b in promise.by and a in promise.to)):
                continue
            entry = entered(story, promise.span, promise.statement, promise.kind)
            if entry is not None and all_named(entry, (a, b)) and official(entry) and undertaken(story.document, promise):
                found.setdefault((promise.by, promise.to), []).append((entry, promise))
    told = [one for given in found.values() for one in undertakings(given)]
    return tuple(sorted(told, key=lambda u: (u.date or "", u.by, u.evidence[0].document, u.evidence[0].span), reverse=True))


def undertaken(document: Document, promise: Promise) -> bool:
    """Whether the words undertake something, and do not foresee what others do: the side that promises is the subject, or none is told."""
    if phrase("promises", "undertakes").search(document.text, *promise.span):
        return True
    verb = phrase("promises", "will").search(document.text, *promise.span)
    if verb is None:
        return False
    subject = Span(max(promise.span.start, verb.start() - SUBJECT), verb.start())
    words = document.words(subject).split()
    own = any(phrase("promises", "self").fullmatch(word.strip(",'\"\u201c\u201d")) for word in words[-2:])
    return (
        not words or own or any(names(document, m, side) for m in touching(document, subject) if heads(document, m) for side in promise.by)
    )


def heads(document: Document, mention: Mention) -> bool:
    """Whether a mention can be a subject: none hangs on a preposition."""
    before = document.text[max(0, mention.span.start - SUBJECT) : mention.span.start].removesuffix("the ").rstrip()
    found = [match.end() for match in phrase("promises", "not_subject").finditer(before)]
    return not found or found[-1] < len(before)


def undertakings(given: list[tuple[Entry, Promise]]) -> Iterator[Undertaking]:
    """The promises of one side, each once, with the term and condition that any report of it tells."""
    promise_of = {id(entry): promise for entry, promise in given}
    for group in together(entry for entry, _ in given):
        made = [promise_of[id(entry)] for entry in group]
        day, _, statement = group[0]
        due = next((p.due for p in made if p.due), None)
        condition = next((p.condition for p in made if p.condition), None)
        yield Undertaking(
            single(made[0].by), single(made[0].to), made[0].kind, due, condition, speaker(statement), days.iso(day), newest(group)
        )


def single(actors: tuple[str, ...]) -> tuple[str, ...]:
    """Some actors without the collectives beside them: "Georgia, Georgia and Norway" is Georgia."""
    return tuple(actor for actor in actors if not actor.startswith("group:")) or actors


# ---- mediation


def mediations(stories: Iterable[Story], a: str, b: str) -> tuple[Mediating, ...]:
    """Who mediates between the two, or one of them between the other and a third; the status is that of the last report."""
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], list[tuple[Entry, str | None]]] = {}
    for story in stories:
        for mediation in story.document.mediations:
            if not {a, b} <= {*mediation.mediators, *mediation.between} or within_one(mediation):
                continue
            entry = entered(story, sentence_at(story.document, mediation.span), mediation.statement, mediation.status)
            if entry is not None and all_named(entry, (*mediation.mediators, *mediation.between)):
                found.setdefault((mediation.mediators, mediation.between), []).append((entry, mediation.status))
    told = []
    for (mediators, between), entries in found.items():
        day, status = max((entry[0], status or "") for entry, status in entries)
        told.append(Mediating(mediators, between, status or None, days.iso(day), newest(entry for entry, _ in entries)))
    return tuple(sorted(told, key=lambda m: (not {a, b} <= set(m.between), -days.number(m.date or ""), m.mediators, m.between)))


def within_one(mediation: Mediation) -> bool:
    """Whether somebody is said to mediate with a part of himself: Ukraine between Russia and Ukraine's separatists."""
    return any(side.startswith(f"{mediator}:") for mediator in mediation.mediators for side in mediation.between)
