"""Quotations that no cue claims, and the person whom an interview questions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from dragoman.records import Document, Mention, Span, Statement
from dragoman.resolve.index import inside, paragraph_index, quoted, sentence_index
from dragoman.resolve.said import Said

QUESTION = re.compile(r"(?:Q|Question)\s*[:.]\s")
WITH_THAT = ("With that", "With these words", "With those words", "With this", "So saying", "Thus ", "So spoke")
SHARE = 0.6  # of the named sources: from here on a document is one person's conversation


def before_floating(document: Document, statement: Statement, last: Statement | None) -> Said | None:
    """Who signs a quotation; else who opens the sentence right before it, in the same paragraph and after the last statement."""
    content = statement.content[0]
    if (signer := signature(document, statement.content[-1].end)) is not None:
        return Said(signer, None, (), "subject")
    index = sentence_index(document, content.start)
    number = max(0, paragraph_index(document, content.start))
    paragraph = document.paragraphs[number]
    opens = content.start - paragraph.start < 4
    begin = document.paragraphs[number - 1].start if opens and number else paragraph.start
    floor = max(begin, last.hull.end if last is not None and last.hull.end <= content.start else begin)
    for number in (index, index - 1):
        if number < 0:
            continue
        sentence = document.sentences[number]
        if sentence.start < floor or sentence.start >= content.start or quoted(document, sentence.start):
            continue
        head = subject(document, Span(sentence.start, min(sentence.end, content.start)))
        if head is not None and head.actor:
            voice = None if head.actor.startswith("person:") else head.actor
            return Said(head.actor, voice, (), "subject")
    return behind(document, content)


SIGNED = re.compile(r"[\"\u201d\u00bb'\u2019]?\s{0,4}(?P<dash>[\u2014\u2013-]{1,2}\s?)?(?=[^\W\d_])")
AUTHORS = re.compile(r"(?:(?:,| and) [A-Z][^.;:!?\n]{1,40}){0,6}[ ]*(?=\n|$)")  # "X, The Nation", "X and Y, Politico"


def signature(document: Document, end: int) -> str | None:
    """The person whose name stands alone behind a quotation that ends here, with his paper or colleagues: "... X, The Nation"."""
    opening = SIGNED.match(document.text, end)
    if opening is None:
        return None
    start = bisect_left(document.mentions, opening.end(), key=lambda m: m.span.start)
    here = (m for m in document.mentions[start : start + 3] if m.span.start == opening.end() and m.type == "person" and m.kind == "name")
    name = next(here, None)
    if name is None or (match := AUTHORS.match(document.text, name.span.end)) is None:
        return None
    return name.actor if match.group().strip() or opening["dash"] else None


IMPERSONAL = re.compile(r"\b[Ii]t (?:was|is|has been)\b(?: \w+){0,3}$")  # "It was stressed that": those who met say it together


ADVERBIAL = re.compile(r", (?:and )?\w+ing$")  # "..., saying that": whoever is the subject says it


def agentless(document: Document, statement: Statement, last: Statement | None) -> bool:
    """Whether reported words have a cue but no source, and no speaker in their sentence: "is expected to visit", "the proposal"."""
    if not statement.cue or statement.kind != "indirect" or statement.by == "interview-answer":
        return False
    if last is None:
        return True
    cue = statement.cue[0]
    if IMPERSONAL.search(document.text, max(0, cue.start - 40), cue.end) or ADVERBIAL.search(
        document.text, max(0, cue.start - 12), cue.end
    ):
        return False
    return sentence_index(document, cue.start) != sentence_index(document, (last.cue or last.content)[0].start)


def behind(document: Document, content: Span) -> Said | None:
    """The person of "With these words X opened his lecture" behind a quotation."""
    number = sentence_index(document, content.end) + 1
    for sentence in document.sentences[number : number + 2]:
        if document.words(sentence).lstrip().startswith(WITH_THAT):
            head = subject(document, sentence)
            return Said(head.actor, None, (), "subject") if head is not None else None
    return None


def subject(document: Document, sentence: Span) -> Mention | None:
    """The person that opens a sentence, by name, title or pronoun; else nobody."""
    opening = [m for m in inside(document, sentence) if m.span.start - sentence.start < 90 and m.type == "person" and m.actor]
    names = [m for m in opening if m.kind == "name"]
    return next(iter(names or opening), None)


def labelled(document: Document) -> str | None:
    """The person whose name and a colon open most paragraphs of a conversation, if any does."""
    opening: Counter[str] = Counter()
    starts = {p.start for p in document.paragraphs}
    for mention in document.mentions:
        named = mention.type == "person" and mention.kind == "name" and mention.actor
        if named and mention.span.start in starts and document.text[mention.span.end : mention.span.end + 1] == ":":
            opening[mention.actor or ""] += 1
    return max(opening, key=lambda who: (opening[who], who), default=None)


def interviewee(document: Document) -> str | None:
    """The person whom the whole conversation is with: questions and answers, or one person behind most of the named sources."""
    named = Counter(
        m.actor for s in document.statements for source in s.source for m in inside(document, source) if m.type == "person" and m.actor
    )
    asked = any(QUESTION.match(document.text, p.start) for p in document.paragraphs)
    if asked and (answering := labelled(document)) is not None:
        return answering
    floats = sum(1 for s in document.statements if not s.source and s.by in ("floating-quotation", "interview-answer"))
    loose = sum(1 for s in document.statements if not s.source and s.by != "it-was-said")
    if named and (asked or loose >= 2):
        best, count = max(named.items(), key=lambda item: (item[1], item[0]))
        if count == 1 and not asked and floats < 2:
            return None  # a speech that names one speaker is not his
        if asked or count >= SHARE * sum(named.values()):
            return best
    if named or (not asked and floats < 2):
        return None  # others speak, and none of them most: the quotations have their speakers around them
    titled = [h for t in document.titles for h in t.holders]
    first = min(titled, default=None)
    if first is None:
        return next((m.actor for m in document.mentions if m.type == "person" and m.kind == "name"), None)
    start = bisect_left(document.mentions, first.start, key=lambda m: m.span.start)
    return next((m.actor for m in document.mentions[start : start + 3] if m.span == first and m.type == "person"), None)
