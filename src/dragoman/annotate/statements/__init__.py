"""Statements: who is given which words, by which cue.

Reporting clauses are found sentence by sentence; quotations that no clause claims go to the speaker of the quotation
before them, as their own statements. Contents may nest: a statement inside another names it in ``within``.
"""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import replace

from dragoman.annotate.statements.clauses import Clause, clauses
from dragoman.annotate.statements.contents import content_of
from dragoman.annotate.statements.continued import continued
from dragoman.annotate.statements.extents import Content
from dragoman.annotate.statements.framed import SAME, content_tokens, framed, touches_any, weighed
from dragoman.annotate.statements.passive import passives
from dragoman.annotate.statements.relays import BY as RELAYED
from dragoman.annotate.statements.relays import relays
from dragoman.annotate.statements.scored import scored
from dragoman.annotate.statements.uncued import uncued, with_speakers_named
from dragoman.annotate.stream import quotation_at, quotations_in, within
from dragoman.knowledge.scores import chances
from dragoman.records import Document, Span, Statement

KEPT = frozenset({"set-phrase", "quoted-as-saying"})
"""Rules whose statements stand where an encoder sees none."""
SURE = frozenset({RELAYED})
"""Rules whose statements stand before what an encoder sees at their cue."""


def statements(document: Document) -> Document:
    """Fill ``statements`` in the order of their contents; those in too much doubt are left out."""
    by_rule = found = ruled(document)
    if document.proposals.statements:
        seen = [with_kind(document, item) for item in framed(document, document.proposals.statements)]
        found = weighed(document, by_rule, without_those_of(document, seen, by_rule), KEPT | SURE)
    found = continued(document, found)
    found += uncued(document, found)
    document = with_speakers_named(document, found)
    weighted = scored(document, numbered(document, nested(distinct(found))), by_rule)
    least = chances().least["encoder" if document.proposals.statements else "rules"]
    return replace(document, statements=numbered(document, [replace(s, within=None) for s in weighted if s.score >= least]))


def ruled(document: Document) -> list[Statement]:
    """The statements that the reporting clauses of the sentences make."""
    found: list[Statement] = []
    for sentence in document.sentences:
        reporting = clauses(document, sentence)
        tokens = within(document, sentence)
        here: list[Statement] = []
        for clause in reporting:
            others = [c for c in reporting if c is not clause]
            content = content_of(document, clause, others, tokens)
            if content is not None and content.spans:
                here.append(statement(document, clause, content))
        here += passives(document, tokens)
        quoting = relays(document, tokens)
        found += [*without_those_of(document, here, quoting), *quoting]
    return distinct(found)


def without_those_of(document: Document, found: list[Statement], surer: list[Statement]) -> list[Statement]:
    """The statements that share neither cue nor content with one of a surer rule."""
    sure = [item for item in surer if item.by in SURE]
    if not sure:
        return found
    cues = sorted(cue for item in sure for cue in item.cue)
    contents = [content_tokens(document, item) for item in sure]
    owner = {token: number for number, words in enumerate(contents) for token in words}
    return [item for item in found if not touches_any(cues, item.cue) and not rivals(content_tokens(document, item), contents, owner)]


def rivals(words: frozenset[int], contents: list[frozenset[int]], owner: dict[int, int]) -> bool:
    """Whether some words are about those of one of several contents; ``owner`` tells whose each word is."""
    shared = Counter(owner[token] for token in words if token in owner)
    return any(count / (len(words) + len(contents[number]) - count) >= SAME for number, count in shared.items())


def with_kind(document: Document, item: Statement) -> Statement:
    """A statement with its quoted parts and its kind."""
    quoted = quoted_parts(document, item.content)
    return replace(item, quoted=quoted, kind=kind_of(document, item.content, quoted))


def statement(document: Document, clause: Clause, content: Content) -> Statement:
    """The statement of a reporting clause."""
    cue = Span(document.tokens[clause.cue[0]].span.start, document.tokens[clause.cue[1]].span.end)
    source = (Span(document.tokens[clause.source[0]].span.start, document.tokens[clause.source[1]].span.end),) if clause.source else ()
    quoted = quoted_parts(document, content.spans)
    return Statement(
        id="",
        kind=kind_of(document, content.spans, quoted),
        content=content.spans,
        quoted=quoted,
        source=source,
        cue=(cue,),
        cue_word=clause.lemma,
        addressee=document.words(content.addressee) if content.addressee else None,
        addressee_span=content.addressee,
        by=clause.by,
    )


def quoted_parts(document: Document, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The verbatim parts of a content: what stands inside quotation marks, without them."""
    found = []
    for span in spans:
        for quotation in quotations_in(document, span):
            start, end = max(span.start, quotation.inner.start), min(span.end, quotation.inner.end)
            if start < end:
                found.append(Span(start, end))
    return tuple(found)


def kind_of(document: Document, spans: tuple[Span, ...], quoted: tuple[Span, ...]) -> str:
    """Direct when every word is quoted, indirect when none is, else mixed."""
    if not quoted:
        return "indirect"
    outside = 0
    for span in spans:
        for token in within(document, span):
            at = document.tokens[token]
            if at.word and quotation_at(document, at.span.start) is None:
                outside += 1
    return "mixed" if outside else "direct"


def distinct(found: list[Statement]) -> list[Statement]:
    """Statements without those whose content another already has from the same source or a better one."""
    kept: dict[tuple[Span, ...], Statement] = {}
    for item in found:
        kept.setdefault(item.content, item)
    return list(kept.values())


def nested(found: list[Statement]) -> list[Statement]:
    """The statements in the order of the text."""
    return sorted(found, key=lambda s: (s.content[0].start, -s.content[-1].end, s.cue))


def numbered(document: Document, found: list[Statement]) -> tuple[Statement, ...]:
    """Give ids in order, and name the innermost other statement that holds all of a content with its cue.

    ``found`` is in the order of the text, so that one pass keeps the contents that have begun and not yet ended.
    """
    named = [replace(item, id=f"s{number}") for number, item in enumerate(found, 1)]
    coming = deque(sorted(((c, index) for index, item in enumerate(named) for c in item.content), key=lambda pair: pair[0].start))
    running: list[tuple[Span, int]] = []
    done = []
    for item in named:
        parts = [*item.content, *item.cue]
        while coming and coming[0][0].start <= parts[0].start:
            running.append(coming.popleft())
        running = [pair for pair in running if pair[0].end > parts[0].start]
        beside = [named[index] for span, index in running if span.covers(parts[0])]
        outer = [o for o in beside if o.content != item.content and all(any(c.covers(p) for c in o.content) for p in parts)]
        inner = min(outer, key=lambda o: (sum(c.end - c.start for c in o.content), o.id), default=None)
        done.append(replace(item, within=inner.id) if inner else item)
    return tuple(done)
