"""What is said: the content that belongs to a reporting clause, before it, behind it, or on both sides.

A clause that opens its sentence has its content behind it; one that hangs on a comma or a closing mark has it before;
one in the middle of a quotation or a sentence has both. A second clause of the same rank ends the first one's content.
"""

from __future__ import annotations

from dragoman.annotate.statements.before import left_content, left_start, previous_quotation
from dragoman.annotate.statements.behind import ADDRESSEE_MAX, after, content_stop
from dragoman.annotate.statements.clauses import Clause, adjuncts_end
from dragoman.annotate.statements.extents import CLOSERS, Content, stretch
from dragoman.annotate.stream import first_at, norm, quotation_at, raw
from dragoman.knowledge.language import clause_words, closed
from dragoman.records import Document, Span


def content_of(document: Document, clause: Clause, others: list[Clause], sentence: range) -> Content | None:
    """The content of a reporting clause, or ``None`` when it reports nothing."""
    if clause.by == "cue-subject":
        return both_sides(document, clause, others, sentence)
    if clause.by in ("set-phrase", "possessive-phrase"):
        return of_phrase(document, clause, others, sentence)
    before = hangs_on(document, clause, sentence)
    if before and not direct_follow(document, clause, sentence):
        found = both_sides(document, clause, others, sentence)
        if found is not None:
            return found
    return after(document, clause, others, sentence)


def hangs_on(document: Document, clause: Clause, sentence: range) -> bool:
    """Whether a clause stands after its content: a comma or a closing mark parts the two."""
    at = clause.start - 1
    if clause.by in ("shared-subject", "participle", "noun-cue"):
        return False
    if at < sentence.start:
        return previous_quotation(document, clause, sentence) is not None and not rest(document, clause, sentence)
    return (raw(document, at) in (",", "\u2014", "\u2013") or raw(document, at) in CLOSERS) and content_left(document, sentence.start, at)


def rest(document: Document, clause: Clause, sentence: range) -> bool:
    """Whether words follow a clause in its sentence that could be content."""
    at = adjuncts_end(document, clause.end + 1, sentence.stop)
    return any(document.tokens[i].word for i in range(at, sentence.stop))


def content_left(document: Document, start: int, end: int) -> bool:
    """Whether the words before a comma can be content: more than an adverbial such as "On Tuesday"."""
    words = [i for i in range(start, end) if document.tokens[i].word]
    if raw(document, end) in CLOSERS or raw(document, end - 1) in CLOSERS:
        return bool(words)
    first = norm(document, words[0]) if words else ""
    if first in closed("prepositions") or first in clause_words("no_content") or first in clause_words("circumstances"):
        return False
    return len(words) >= 3


def direct_follow(document: Document, clause: Clause, sentence: range) -> bool:
    """Whether content follows at once, marked by "that" or a colon: then what stands before is none."""
    return norm(document, clause.end + 1) in clause_words("links") or raw(document, clause.end + 1) == ":"


def both_sides(document: Document, clause: Clause, others: list[Clause], sentence: range) -> Content | None:
    """The content before a clause, and behind it where the sentence goes on after a comma."""
    left = left_content(document, clause, others, sentence)
    if left is None:
        return None
    right = right_rest(document, clause, others, sentence)
    addressee = None
    if "tell" in clause.frames:
        addressee = told_after(document, clause, sentence)
    return Content((*left, *right), addressee)


def told_after(document: Document, clause: Clause, sentence: range) -> Span | None:
    """The addressee after a postposed cue: "..., X told the assembly."""
    begin = end = clause.cue[1] + 1
    while (
        end < sentence.stop
        and raw(document, end) not in (",", ".", ";", ":")
        and norm(document, end) not in ("on", "in", "during", "after", "before")
        and end - begin < ADDRESSEE_MAX
    ):
        end += 1
    return Span(document.tokens[begin].span.start, document.tokens[end - 1].span.end) if end > begin else None


def right_rest(document: Document, clause: Clause, others: list[Clause], sentence: range) -> tuple[Span, ...]:
    """What goes on behind a parenthetical clause: "A," he said, "b." or "X, he said, will come"."""
    at = adjuncts_end(document, clause.end + 1, sentence.stop)
    if "tell" in clause.frames and (told := told_after(document, clause, sentence)) is not None:
        at = max(at, first_at(document.tokens, told.end - 1) + 1)
        at = adjuncts_end(document, at, sentence.stop)
    if raw(document, at) not in (",", "\u2014", "\u2013") or at + 1 >= sentence.stop:
        return ()
    begin = at + 1
    quoted = quotation_at(document, document.tokens[begin].span.start)
    if quoted is not None:
        last = first_at(document.tokens, quoted.span.end - 1)
        return stretch(document, begin, last)
    if any(o.start <= begin + 2 and o.start > clause.end for o in others):
        return ()
    word = norm(document, begin)
    if word in closed("relatives") or word in clause_words("no_resumption") or word.endswith("ing"):
        return ()
    stop = content_stop(document, clause, others, sentence)
    return stretch(document, begin, stop - 1)


def of_phrase(document: Document, clause: Clause, others: list[Clause], sentence: range) -> Content | None:
    """The content round "according to X": behind it when it opens the sentence, else before it."""
    after_at = clause.end + 1
    opens = clause.start <= sentence.start + 1
    if opens:
        begin = after_at + 1 if raw(document, after_at) == "," else after_at
        stop = content_stop(document, clause, others, sentence)
        spans = stretch(document, begin, stop - 1) if begin < stop else ()
        return Content(spans) if spans else None
    end = clause.start - 1
    while end > sentence.start and raw(document, end) in (",", "\u2014", "\u2013"):
        end -= 1
    begin = left_start(document, clause, others, sentence)
    if begin > end:
        return None
    right: tuple[Span, ...] = ()
    if raw(document, after_at) == "," and raw(document, clause.start - 1) == "," and after_at + 1 < sentence.stop:
        stop = content_stop(document, clause, others, sentence)
        right = stretch(document, after_at + 1, stop - 1)
    left = stretch(document, begin, end)
    return Content((*left, *right)) if left else None
