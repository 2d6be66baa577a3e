"""Posts on networks as the press prints them: under a line with name and hour, or before a dash, a name and a handle."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.annotate.statements.labels import has_mention
from dragoman.annotate.statements.spoken import direct, utterance
from dragoman.records import Document, Span, Statement

HEAD = re.compile(
    r"(?P<who>[@A-Z\u00c0-\u017f][^\n,:]{1,60})(?:,\s[^\n,:]{1,60})?,\s(?:at\s)?\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:,\s[^\n.]{1,60})?"
)
SIGNED = re.compile(r"[\u2014\u2013-]{1,2}\s*(?P<who>[^\n\u2014\u2013@()]{2,60}?)\s\(@\w{1,30}\)\s+[A-Z][a-z]{2,8}\.?\s\d{1,2},\s\d{4}")
LINKS = re.compile(r"(?:\s*(?:https?://\S+|pic\.twitter\.com/\S+))+\s*")
SKIP = re.compile(r"Skip \w+ post(?: \d+)? by @?\w+\s+")  # what a page says to those who hear it read
LEAST_HEADS = 2  # of a thread under lines with names and hours
LONGEST = 340  # characters: a post has 280 at most, and a link


def posts(document: Document) -> list[Statement]:
    """The posts that a document prints in full."""
    return [*threaded(document), *signed(document)]


def threaded(document: Document) -> Iterator[Statement]:
    """The posts under lines with a name and an hour."""
    heads = [
        (n, m) for n, p in enumerate(document.paragraphs) if (m := HEAD.fullmatch(document.text, p.start, p.end)) and names(document, m)
    ]
    if len(heads) < LEAST_HEADS:
        return
    for number, match in heads:
        body = document.paragraphs[number + 1 : number + 2]
        words = utterance(document, body[0]) if body else None
        if words is not None:
            yield direct((words,), "post", (Span(*match.span("who")),))


def names(document: Document, head: re.Match[str]) -> bool:
    """Whether a line names somebody: an account or a person."""
    return head["who"].startswith("@") or has_mention(document, Span(*head.span("who")))


def signed(document: Document) -> Iterator[Statement]:
    """The posts that end with a dash, the name of an account, its handle and the day."""
    for paragraph in document.paragraphs:
        match = SIGNED.search(document.text, paragraph.start, paragraph.end)
        if match is None:
            continue
        skipped = SKIP.match(document.text, paragraph.start)
        body = without_links(document, Span(skipped.end() if skipped else paragraph.start, match.start()))
        words = utterance(document, body) if 0 < body.end - body.start <= LONGEST else None
        if words is not None:
            yield direct((words,), "post", (Span(*match.span("who")),))


def without_links(document: Document, span: Span) -> Span:
    """A span without the links at its end."""
    links = [m for m in LINKS.finditer(document.text, span.start, span.end) if m.end() == span.end]
    return Span(span.start, links[0].start()) if links else span
