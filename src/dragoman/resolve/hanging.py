"""Names in a source that are not its speaker's: possessors, and those on whom or behind whom another noun stands."""

from __future__ import annotations

import re

from dragoman.knowledge.actors import is_state
from dragoman.knowledge.language import title_words, word_set
from dragoman.records import Document, Mention, Span

HANGING = ("of", "for", "to", "by", "from", "with", "in", "at", "near", "outside")  # before a name that only says whose or where
REGIME = re.compile(r"(?:['\u2019]s)? (?:administration|government|cabinet)")
NOUN_BEHIND = re.compile(r" (?:[a-z]+ )?([a-z]{4,})(?=$|[ ,])")  # "campaign manager" has a word before its head


def hangs(document: Document, source: Span, mention: Mention) -> bool:
    """Whether a name is only a possessor or hangs on another noun: "Putin's spokesman", "a Putin aide", "a spokesman for X"."""
    after = document.text[mention.span.end : source.end]
    if (after.startswith(("'s", "\u2019s")) and len(after) > 2) or modifies(after):
        return True
    words = document.text[source.start : mention.span.start].casefold().replace(",", " , ").split()
    back = [w for w in words if w not in ("mr", "mrs", "ms", "dr", "mr.", "mrs.", "president", "minister", "the", "prime")]
    if bool(back) and back[-1] in HANGING and len(back) > 1:
        return True
    return of_kin(words) and not any(mention.span in t.holders and t.span.start == source.start for t in document.titles)


def modifies(after: str) -> bool:
    """Whether a common noun follows a name at once, on which it hangs: "a Clinton spokeswoman", "Trump donor X"."""
    match = NOUN_BEHIND.match(after)
    return match is not None and match.group(1) in title_words().person_nouns | word_set("nominals", "followers")


def regime(document: Document, source: Span, hung: list[Mention]) -> str | None:
    """The state of "the Obama administration", "Merkel's government": that at whose head the person stands."""
    if not hung or not REGIME.fullmatch(document.text, hung[0].span.end, source.end):
        return None
    person = next((a for a in document.actors if a.id == hung[0].actor), None)
    offices = person.offices if person is not None else ()
    of = next((o.of for o in offices if o.of and {*o.title.split()} & {"president", "premier", "chancellor", "minister"}), None)
    return of if of and is_state(of) else None


def of_kin(words: list[str]) -> bool:
    """Whether other people than the one named behind "of" speak: "the parents of American student X", "documents from law firm X"."""
    link = next((i for i, w in enumerate(words) if w in ("of", "from")), len(words))
    if link == len(words) or "," in words[link:]:
        return False
    return bool({*words[:link]} & (word_set("nominals", "kin") | word_set("nominals", "documents") | {"documents", "statements"}))
