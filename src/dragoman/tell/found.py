"""What an archive answers, on a terminal: the hits of a search, and the portrait of an actor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text

from dragoman.knowledge.actors import actor_name
from dragoman.records import Hit, Portrait, Post
from dragoman.tell import phrases
from dragoman.tell.plain import one_line
from dragoman.tell.screen import DIM, NAME, Entry, Glyphs, dotted, glyphs_for, heading, laid_out, put, stacked, told

MATCH = "bold reverse"


def show_hits(hits: Sequence[Hit], console: Console) -> None:
    """Show what a search found, the best first."""
    glyphs = glyphs_for(console)
    margin = len(str(len(hits)))
    for number, hit in enumerate(hits, 1):
        put(laid_out(Entry(str(number), stacked(origin(hit, glyphs), quoted(hit, glyphs), source(hit, glyphs))), console, margin), console)


def origin(hit: Hit, glyphs: Glyphs) -> Text:
    """Who said it, in which office, when, and where it was printed."""
    who = hit.speaker_name or ("somebody not named" if hit.statement else hit.title or hit.ref)
    title = phrases.post(hit.office, None, None, {}) if hit.office else ""
    voice = (actor_name(hit.voice_of) or hit.voice_of) if hit.voice_of and hit.voice_of != hit.speaker else ""
    office = ", ".join(part for part in (title, voice) if part)
    return dotted(glyphs, (who, NAME), office, hit.day or "day not told", hit.publisher or "publisher not told")


def quoted(hit: Hit, glyphs: Glyphs) -> Text:
    """The verbatim words with the matched ones marked."""
    text = told((f"{glyphs.opens if hit.statement else glyphs.gap}", DIM))
    at = hit.span.start
    for mark in hit.marks:
        text.append(one_line(hit.quote[at - hit.span.start : mark.start - hit.span.start]))
        text.append(one_line(hit.quote[mark.start - hit.span.start : mark.end - hit.span.start]), MATCH)
        at = mark.end
    text.append(one_line(hit.quote[at - hit.span.start :]))
    return text.append(glyphs.closes if hit.statement else glyphs.gap, DIM)


def source(hit: Hit, glyphs: Glyphs) -> Text:
    """Where it stands."""
    where = f"{hit.ref}:{hit.place}"
    return dotted(glyphs, (hit.statement or "", DIM), (where, DIM), (hit.url if hit.url and hit.url != hit.ref else "", DIM))


# ---- an actor


def show_portrait(portrait: Portrait, console: Console) -> None:
    """Show who an actor is by what an archive holds."""
    glyphs = glyphs_for(console)
    put(introduced(portrait, glyphs), console)
    section("Offices", [office(post, post.holder != portrait.actor, glyphs) for post in portrait.offices], "", glyphs, console)
    shown = (("Said", portrait.said, portrait.statements), ("Said of", portrait.said_of, portrait.statements_about))
    for title, hits, count in shown:
        entries = [stacked(origin(hit, glyphs), quoted(hit, glyphs), source(hit, glyphs)) for hit in hits]
        section(title, entries, f"{len(hits)} newest of {count:,}" if count > len(hits) else f"{count:,}", glyphs, console)
    met = [
        dotted(glyphs, (other.name, NAME), phrases.counted(other.documents, "article"), (other.actor, DIM)) for other in portrait.company
    ]
    section("Met with", met, "", glyphs, console)


def introduced(portrait: Portrait, glyphs: Glyphs) -> Text:
    """His name and others, what he is, and in how much he is met."""
    others = ", ".join(name for name in portrait.names if name != portrait.name)
    span = f"{portrait.first} to {portrait.last}" if portrait.first and portrait.last else ""
    met = dotted(
        glyphs,
        phrases.counted(portrait.documents, "article"),
        phrases.counted(portrait.statements, "statement"),
        phrases.counted(portrait.events, "event"),
        span,
    )
    return stacked(
        told((portrait.name, "bold underline")),
        dotted(glyphs, portrait.type, (portrait.actor, DIM)),
        told((f"also {others}" if others else "", DIM)),
        met,
    )


def office(post: Post, of_another: bool, glyphs: Glyphs) -> Text:
    """An office, with its holder if that is another; how well it is attested, and the words that attest it."""
    of = (actor_name(post.of) or post.of) if post.of and " of " not in post.title else None  # "head of NATO" says it
    words = phrases.post(post.title, of, post.status, {})
    days = f"{post.attested[0]} to {post.attested[-1]}" if len(post.attested) > 1 else "".join(post.attested)
    proofs = [
        dotted(glyphs, f"{glyphs.opens}{proof.quote}{glyphs.closes}", (proof.published or "", DIM), (proof.ref, DIM))
        for proof in post.evidence
    ]
    holder = post.name if of_another else ""
    return stacked(
        dotted(glyphs, (words, NAME), holder, f"attested {days}" if days else "", phrases.counted(post.documents, "article")), *proofs
    )


def section(title: str, entries: Iterable[Text], note: str, glyphs: Glyphs, console: Console) -> None:
    """A heading with what stands below it; nothing for no entries."""
    held = list(entries)
    if not held:
        return
    put(Text(), console)
    put(heading(title, note or str(len(held)), glyphs, console.width), console)
    for entry in held:
        put(laid_out(Entry("", entry), console, 1), console)
