"""What is said: the content that belongs to a reporting clause, before it, after it, or on both sides.

A clause that opens its sentence has its content behind it; one that hangs on a comma or a closing mark has it before;
one in the middle of a quotation or a sentence has both. A second clause of the same rank ends the first one's content.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from dragoman.annotate.statements.clauses import Clause, adjuncts_end
from dragoman.annotate.statements.phrases import QUOTE_MARKS, opens_clause
from dragoman.annotate.stream import first_at, norm, one_line, paragraph_at, quotation_at, raw, sentence_at, time_at
from dragoman.knowledge.language import clause_words, closed
from dragoman.records import Document, Quotation, Span

ADDRESSEE_MAX = 16  # tokens between "told" and its content; the longest of the training articles has 14
CLOSERS = frozenset("\"\u201d\u00bb\u201c\u2019'")


@dataclass(frozen=True, slots=True)
class Content:
    """The spans of a content, and whom it was told."""

    spans: tuple[Span, ...]
    addressee: Span | None = None


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


# ---- after the clause


def after(document: Document, clause: Clause, others: list[Clause], sentence: range) -> Content | None:
    """The content behind a clause."""
    stop = content_stop(document, clause, others, sentence)
    begin, addressee = content_start(document, clause, stop)
    if begin is None or begin >= stop:
        return None
    spans = stretch(document, begin, stop - 1)
    if not spans or too_thin(document, clause, begin, stop):
        return None
    return Content(spans, addressee)


def too_thin(document: Document, clause: Clause, begin: int, stop: int) -> bool:
    """Whether what follows a cue is no proposition: nothing, a lone adverb, a place or a time."""
    words = [i for i in range(begin, stop) if document.tokens[i].word]
    if not words:
        return True
    if "object" in clause.frames or quotation_at(document, document.tokens[words[0]].span.start) is not None:
        return False
    return len(words) < 2 or (
        norm(document, words[0])
        in closed("prepositions")
        - {"after", "before", "under", "despite", "without", "for", "in", "if", "of", "to", "by", "between", "with"}
        and len(words) < 6
    )


def content_start(document: Document, clause: Clause, stop: int) -> tuple[int | None, Span | None]:
    """First token of the content behind a cue, and the addressee that stands between."""
    at = clause.end + 1
    if raw(document, at) in (":", "\u2014", "\u2013") or (
        norm(document, at) in clause_words("links") | {"as"} and norm(document, at + 1) == "saying"
    ):
        return at + (2 if norm(document, at) == "as" else 1), None
    if norm(document, at) in clause_words("links"):
        return (at + 1 if norm(document, at) == "that" else at), None
    if "tell" in clause.frames:
        told = addressee_then(document, at, stop)
        if told is not None:
            return told
        if clause.lemma == "tell":
            return None, None
    if "say" in clause.frames:
        link = linked_ahead(document, at, stop)
        if link is not None:
            return link, None
        begin = adjuncts_end(document, at, stop)
        if raw(document, begin) in (",", ":") and quotation_at(document, document.tokens[min(begin + 1, stop - 1)].span.start) is not None:
            return begin + 1, None
        if begin < stop and starts_proposition(document, begin, clause):
            return begin, None
    if "object" in clause.frames:
        begin = at
        if norm(document, begin) in clause_words("object_links"):
            begin += 1
        return (begin, None) if (begin < stop and document.tokens[begin].word) or raw(document, begin) in QUOTE_MARKS else (None, None)
    return None, None


def addressee_then(document: Document, at: int, stop: int) -> tuple[int, Span | None] | None:
    """The content behind "told the assembly that", with the assembly; ``None`` when there is no sign of a content."""
    for here in range(at, min(stop, at + ADDRESSEE_MAX)):
        quoted = quotation_at(document, document.tokens[here].span.start)
        if norm(document, here) in clause_words("links") or raw(document, here) in (":", ",") or quoted is not None:
            addressee = Span(document.tokens[at].span.start, document.tokens[here - 1].span.end) if here > at else None
            if raw(document, here) == ",":
                following = quotation_at(document, document.tokens[here + 1].span.start) if here + 1 < stop else None
                if following is None:
                    return None
            return here + (0 if quoted is not None else 1), addressee
    return None


def linked_ahead(document: Document, at: int, stop: int) -> int | None:
    """The token behind a "that" which a few adjunct words part from the cue ("said on Thursday in Geneva that")."""
    for here in range(at, min(stop, at + 14)):
        if norm(document, here) == "that" and here > at:
            lead = norm(document, at)
            return (
                here + 1
                if lead in closed("prepositions")
                or lead in closed("adverbs")
                or time_at(document, document.tokens[at].span.start) is not None
                else None
            )
        if raw(document, here) in (";", ":") or quotation_at(document, document.tokens[here].span.start) is not None:
            return None
    return None


def starts_proposition(document: Document, at: int, clause: Clause) -> bool:
    """Whether a bare clause or a quotation begins here rather than an object or an adjunct."""
    if quotation_at(document, document.tokens[at].span.start) is not None or raw(document, at) in QUOTE_MARKS:
        return True
    word = norm(document, at)
    return not (raw(document, at) in (",", ".", ";", ")") or word in ("by", "with", "of", "and", "or", "but", "about", "as"))


def content_stop(document: Document, clause: Clause, others: list[Clause], sentence: range) -> int:
    """The token where the content behind a clause ends: the sentence's stop, or a clause of the same rank."""
    stop = sentence.stop
    closing = quote_extent(document, clause, sentence)
    if closing is not None:
        return closing
    for other in others:
        if other.start <= clause.end or not same_rank(document, clause, other):
            continue
        stop = min(stop, link_start(document, other))
        break
    while (
        stop > clause.end + 1
        and raw(document, stop - 1) in (".", ",", ";", "!", "?", "\u2026", ":")
        and not (raw(document, stop - 1) == "." and len(raw(document, stop - 2)) == 1)
    ):
        stop -= 1
    return stop


def quote_extent(document: Document, clause: Clause, sentence: range) -> int | None:
    """Where a quotation that opens right behind a clause ends, when it runs on over further sentences."""
    for at in range(clause.end + 1, min(clause.end + ADDRESSEE_MAX, sentence.stop)):
        quoted = quotation_at(document, document.tokens[at].span.start)
        if quoted is not None and raw(document, at) in QUOTE_MARKS:
            last = sentence.stop - 1
            if quoted.span.end > document.tokens[last].span.end:
                return first_at(document.tokens, quoted.span.end - 1) + 1
            return None
    return None


def same_rank(document: Document, clause: Clause, other: Clause) -> bool:
    """Whether a later clause stands beside a clause, not inside its content."""
    if other.by in ("shared-subject", "participle"):
        return other.source == clause.source and (
            norm(document, other.start - 1) in ("and", "but", ",", "while", "or", "then") or raw(document, other.start) == ","
        )
    before = norm(document, other.start - 1)
    if before in ("while", "whereas", "but", ";", "though", "although"):
        return True
    if before == "and":
        return raw(document, other.start - 2) == "," or raw(document, other.start - 2) in CLOSERS
    return False


def link_start(document: Document, other: Clause) -> int:
    """The token of the link words before a clause of the same rank."""
    at = other.start
    while at > 0 and (opens_clause(document, at - 1) or raw(document, at - 1) in (",",)) and one_line(document, at - 1, at):
        at -= 1
    return at


# ---- before the clause


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


def previous_quotation(document: Document, clause: Clause, sentence: range) -> Quotation | None:
    """The quotation that ends right before a clause, in the same paragraph, be it in the sentence before."""
    at = clause.start - 1
    while at >= 0 and raw(document, at) in (",", "\u2014", "\u2013", "-"):
        at -= 1
    if at < 0 or raw(document, at) not in CLOSERS or not one_line(document, at, at + 1):
        return None
    quoted = quotation_at(document, document.tokens[at].span.start)
    return quoted if quoted is not None and quoted.span.end >= document.tokens[at].span.end else None


def left_content(document: Document, clause: Clause, others: list[Clause], sentence: range) -> tuple[Span, ...] | None:
    """The content that ends before a clause."""
    quoted = previous_quotation(document, clause, sentence)
    end = clause.start - 1
    while end >= sentence.start and raw(document, end) in (",", "\u2014", "\u2013", "-"):
        end -= 1
    begin = left_start(document, clause, others, sentence)
    if quoted is not None:
        first = first_at(document.tokens, quoted.span.start)
        last = first_at(document.tokens, quoted.span.end - 1)
        home = sentence_start(document, first)
        begin = max(home, left_floor(document, others, clause, home))
        return stretch(document, begin, last)
    if end < begin:
        return None
    return stretch(document, begin, end) or None


def sentence_start(document: Document, token: int) -> int:
    """First token of the sentence in which a token stands; an opening mark counts to the sentence it opens."""
    offset = document.tokens[token].span.start
    home = sentence_at(document, offset)
    return first_at(document.tokens, home.start) if home else token


def left_floor(document: Document, others: list[Clause], clause: Clause, home: int) -> int:
    """Where content before a clause may begin at the earliest: behind the clauses before it."""
    ends = [other.end + 1 for other in others if home <= other.start and other.end < clause.start]
    floor = max(ends, default=home)
    while raw(document, floor) in (",", ".", ";") or (floor > home and norm(document, floor) in ("and", "but", "that")):
        floor += 1
    return floor


def left_start(document: Document, clause: Clause, others: list[Clause], sentence: range) -> int:
    """First token of an unquoted content before a clause."""
    begin = sentence.start
    blocking = [
        o for o in others if o.end < clause.start and o.by in ("subject-cue", "shared-subject") and same_rank_left(document, o, clause)
    ]
    return max([begin, *(link_after(document, o, clause) for o in blocking)])


def same_rank_left(document: Document, other: Clause, clause: Clause) -> bool:
    """Whether an earlier clause's content ends before this one's begins: a semicolon or ", and" parts them."""
    return any(raw(document, i) == ";" for i in range(other.end, clause.start))


def link_after(document: Document, other: Clause, clause: Clause) -> int:
    """The token behind the semicolon that parts two clauses."""
    return next(i for i in range(other.end, clause.start) if raw(document, i) == ";") + 1


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


# ---- phrases


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


# ---- spans


def stretch(document: Document, begin: int, last: int) -> tuple[Span, ...]:
    """The span from one token to another, without enclosing marks, a leading "that" or a closing stop outside of quotes."""
    while begin <= last and (
        raw(document, begin) in (",", ":", ";", "\u2014", "\u2013", ".")
        or (norm(document, begin) == "that" and begin < last and norm(document, begin + 1) not in ("is", "was", "would", "will", "'s"))
    ):
        begin += 1
    while begin <= last and raw(document, last) in (",", ";", ":", "\u2014", "\u2013"):
        last -= 1
    if begin > last:
        return ()
    span = Span(document.tokens[begin].span.start, document.tokens[last].span.end)
    span = inside_marks(document, span)
    home = paragraph_at(document, span.start)
    if home is not None and span.end > home.end:
        return tuple(s for s in split_paragraphs(document, span) if s.start < s.end)
    return (span,) if span.start < span.end else ()


def inside_marks(document: Document, span: Span) -> Span:
    """The span without the quotation marks that enclose all of it, or that have no partner in it."""
    first = quotation_at(document, span.start)
    if first is not None and first.span.start == span.start:
        if first.span.end >= span.end:
            return Span(first.inner.start, min(first.inner.end, span.end))
        return span
    last = quotation_at(document, span.end - 1)
    if last is not None and last.span.start < span.start:
        return Span(span.start, min(span.end, last.inner.end))
    return span


def split_paragraphs(document: Document, span: Span) -> list[Span]:
    """A span over several paragraphs as one span each."""
    first = bisect_right(document.paragraphs, span.start, key=lambda p: p.end)
    stop = bisect_left(document.paragraphs, span.end, key=lambda p: p.start)
    return [Span(max(p.start, span.start), min(p.end, span.end)) for p in document.paragraphs[first:stop]]
