"""Reporting clauses: a cue, and the noun phrase that is its source.

The source of a finite cue stands left of it (the subject), right of it ("..., said X") or is shared with the cue
before it ("told a briefing, and warned that ..."). Phrases such as "according to" carry theirs behind them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from dragoman.annotate.statements.phrases import (
    left_phrase,
    right_phrase,
    skip_adverbs_left,
    speaks,
)
from dragoman.annotate.stream import in_header, norm, quotation_at, raw, time_at, within
from dragoman.knowledge.language import CueForm, clause_words, closed, cue_forms, cue_list, phrases_by_first_word
from dragoman.records import Document, Span

FINITE = frozenset({"past", "s", "base"})
# Reporting clauses of one sentence, each weighed against each; no sentence of the training articles and corpora has more than six.
MOST = 24


@dataclass(frozen=True, slots=True)
class Clause:
    """A reporting clause: token range of the whole, of its cue and of its source, and how it takes its content."""

    start: int
    end: int
    cue: tuple[int, int]
    source: tuple[int, int] | None
    lemma: str
    frames: frozenset[str]
    shape: str
    by: str


def clauses(document: Document, sentence: Span) -> list[Clause]:
    """The reporting clauses of a sentence, in order, none overlapping another."""
    tokens = within(document, sentence)
    if not tokens or in_header(document, sentence.start):
        return []
    found: list[Clause] = []
    at = tokens.start
    while at < tokens.stop and len(found) < MOST:
        clause = clause_at(document, at, tokens, found)
        if clause is None:
            at += 1
            continue
        found.append(clause)
        at = clause.end + 1
    return found


def clause_at(document: Document, at: int, tokens: range, before: list[Clause]) -> Clause | None:
    """The reporting clause whose cue begins at a token."""
    if quotation_at(document, document.tokens[at].span.start) is not None:
        return None
    phrase = set_phrase(document, at, tokens) or possessive_phrase(document, at, tokens)
    if phrase is not None:
        return phrase
    for form in cue_forms().get(norm(document, at), ()):
        if not spelled(document, at, form, tokens):
            continue
        for rule in RULES:
            clause = rule(document, at, form, tokens, before)
            if clause is not None:
                return clause
    return noun_cue(document, at, tokens)


def spelled(document: Document, at: int, form: CueForm, tokens: range) -> bool:
    """Whether all words of a cue stand here; a pronoun may part a verb from its particle ("brushed that aside")."""
    return at + len(form.words) <= tokens.stop and all(norm(document, at + i) == word for i, word in enumerate(form.words))


# ---- verbs


def verb_allowed(document: Document, at: int, form: CueForm) -> bool:
    """Whether a form stands here as a finite verb of its own, not as a noun, a passive or an infinitive."""
    before = norm(document, skip_adverbs_left(document, at) - 1)
    if before in clause_words("before_no_verb") or before in closed("determiners") - clause_words("lone_subjects"):
        return False
    if before in closed("possessives") or before == "'":
        return False
    if form.lemma in cue_list("linked") and not link_follows(document, at + len(form.words)):
        return False
    return form.shape != "base" or before in clause_words("before_base") or plural_before(document, at)


def link_follows(document: Document, at: int) -> bool:
    """Whether "that", a colon or a quotation follows: what a verb of many meanings needs to be a cue ("the court held that")."""
    if norm(document, at) == "that" or raw(document, at) == ":":
        return True
    return any(i < len(document.tokens) and quotation_at(document, document.tokens[i].span.start) is not None for i in (at, at + 1))


def plural_before(document: Document, at: int) -> bool:
    """Whether the noun before a base form looks plural ("officials say")."""
    before = norm(document, skip_adverbs_left(document, at) - 1)
    return (before.endswith("s") and not before.endswith(("ss", "us", "'s", "is"))) or before in ("media", "police", "press", "people")


def subject_left(document: Document, at: int, form: CueForm, tokens: range, before: list[Clause]) -> Clause | None:
    """ "The foreign ministry said ...": the subject stands left of the verb."""
    if form.shape not in FINITE or not verb_allowed(document, at, form):
        return None
    floor = before[-1].end + 1 if before else tokens.start
    phrase = left_phrase(document, at, max(floor, tokens.start))
    if phrase is None or not accepts(document, phrase, form):
        return None
    return Clause(
        phrase[0], at + len(form.words) - 1, (at, at + len(form.words) - 1), phrase, form.lemma, form.frames, form.shape, "subject-cue"
    )


def subject_right(document: Document, at: int, form: CueForm, tokens: range, before: list[Clause]) -> Clause | None:
    """ "..., said Adela Quiñones": the subject stands right of the verb, the content before it."""
    if "say" not in form.frames or form.shape not in ("past", "s") or at == tokens.start or len(form.words) > 2:
        return None
    last = raw(document, at - 1)
    if not (last == "," or last in "\"\u201d\u00bb\u2019'\u201c" or last in ("-", "\u2014", "\u2013")):
        return None
    phrase = right_phrase(document, at + len(form.words), tokens.stop)
    if phrase is None or not speaks(document, phrase, strict=form.lemma not in clause_words("core")):
        return None
    return Clause(at, phrase[1], (at, at + len(form.words) - 1), phrase, form.lemma, form.frames, form.shape, "cue-subject")


def shared_subject(document: Document, at: int, form: CueForm, tokens: range, before: list[Clause]) -> Clause | None:
    """ "..., adding that", "... and warned that": the subject of the clause before it goes on."""
    if not before or before[-1].source is None or form.shape not in ("past", "s", "ing"):
        return None
    start = skip_adverbs_left(document, at)
    link = norm(document, start - 1)
    if link not in ("and", "but", ",", "while", "before", "then", "or") or (start - 1 <= before[-1].end - 1 and link != ","):
        return None
    if form.shape != "ing" and link == "," and norm(document, at) not in ("added",):
        return None
    if form.shape == "ing" and form.lemma in ("be", "have"):
        return None
    return Clause(
        start,
        at + len(form.words) - 1,
        (at, at + len(form.words) - 1),
        before[-1].source,
        form.lemma,
        form.frames,
        form.shape,
        "shared-subject",
    )


def participle(document: Document, at: int, form: CueForm, tokens: range, before: list[Clause]) -> Clause | None:
    """ "An Iranian warship turned them away, threatening to fire": a participle takes the sentence's subject."""
    if form.shape != "ing" or at == tokens.start or raw(document, at - 1) != ",":
        return None
    phrase = first_subject(document, tokens, at)
    if phrase is None or not speaks(document, phrase, strict=True):
        return None
    return Clause(at, at + len(form.words) - 1, (at, at + len(form.words) - 1), phrase, form.lemma, form.frames, form.shape, "participle")


def first_subject(document: Document, tokens: range, limit: int) -> tuple[int, int] | None:
    """The noun phrase that opens a sentence, up to its first verb."""
    for at in range(tokens.start + 1, limit):
        if norm(document, at) in closed("auxiliaries") or norm(document, at).endswith("ed") or norm(document, at) in cue_forms():
            return left_phrase(document, at, tokens.start)
    return None


Rule = Callable[[Document, int, CueForm, range, list[Clause]], "Clause | None"]
RULES: tuple[Rule, ...] = (subject_right, subject_left, shared_subject, participle)


def accepts(document: Document, phrase: tuple[int, int], form: CueForm) -> bool:
    """Whether a phrase can be this verb's speaker: any noun phrase for the plain verbs of saying, an actor for the rest."""
    return speaks(document, phrase, strict=form.lemma not in clause_words("core"))


# ---- phrases and nouns


def set_phrase(document: Document, at: int, tokens: range) -> Clause | None:
    """ "According to X", "in the words of X"."""
    for words in phrases_by_first_word("before_source").get(norm(document, at), ()):
        if at + len(words) < tokens.stop and all(norm(document, at + i) == w for i, w in enumerate(words)):
            source = right_phrase(document, at + len(words), tokens.stop)
            if source is None:
                return None
            return Clause(at, source[1], (at, at + len(words) - 1), source, " ".join(words), frozenset({"phrase"}), "phrase", "set-phrase")
    return None


def possessive_phrase(document: Document, at: int, tokens: range) -> Clause | None:
    """ "in his view", "in Ankara's words", "by their own account"."""
    if norm(document, at) not in ("in", "by", "for", "to"):
        return None
    nouns = cue_list("round_source")
    for end in range(at + 2, min(at + 7, tokens.stop)):
        if norm(document, end) in nouns and norm(document, end + 1) != "of":
            owner = end - 2 if norm(document, end - 1) == "own" else end - 1
            if norm(document, owner) in closed("possessives"):
                return Clause(at, end, (at, end), (owner, owner), "in the words of", frozenset({"phrase"}), "phrase", "possessive-phrase")
            if norm(document, owner) == "'s" and owner - 1 > at:
                return Clause(
                    at, end, (end, end), (at + 1, owner - 1), "in the words of", frozenset({"phrase"}), "phrase", "possessive-phrase"
                )
        if not document.tokens[end].word and raw(document, end) != "-":
            break
    return None


def noun_cue(document: Document, at: int, tokens: range) -> Clause | None:
    """ "Georgetown's claim that ...", "the demand of Tbilisi that ...", "his position is that ..."."""
    if norm(document, at) not in cue_list("nouns") or at + 1 >= tokens.stop:
        return None
    follow = at + 1
    if norm(document, follow) in ("is", "was", "remains") and norm(document, follow + 1) == "that":
        follow += 1
    if norm(document, follow) != "that":
        return None
    source = noun_owner(document, at, tokens)
    if source is None:
        return None
    return Clause(min(source[0], at), follow - 1, (at, at), source, norm(document, at), frozenset({"noun"}), "noun", "noun-cue")


def noun_owner(document: Document, at: int, tokens: range) -> tuple[int, int] | None:
    """Whose claim it is: the possessive before the noun."""
    before = at - 1
    while (
        before > tokens.start and norm(document, before) not in closed("possessives") and norm(document, before) != "'s" and at - before < 4
    ):
        before -= 1
    if norm(document, before) in closed("possessives"):
        return before, before
    if norm(document, before) == "'s":
        return left_phrase(document, before, tokens.start)
    return None


def adjuncts_end(document: Document, at: int, stop: int) -> int:
    """The token after the time and place words that may follow a cue: "on Thursday", "in a statement"."""
    moved = True
    while moved and at < stop:
        moved = False
        for rule in (skip_time, skip_place, skip_adverb):
            after = rule(document, at, stop)
            if after > at:
                at, moved = after, True
    return at


def skip_time(document: Document, at: int, stop: int) -> int:
    """Over "on Tuesday", "earlier this week", "late Saturday"."""
    here = at + 1 if norm(document, at) in ("on", "in", "late", "early", "earlier", "at", "last") and at + 1 < stop else at
    for begin in (at, here):
        time = time_at(document, document.tokens[begin].span.start)
        if time is not None:
            end = begin
            while end < stop and document.tokens[end].span.end <= time.span.end:
                end += 1
            return end
    return at


def in_place(document: Document, offset: int) -> bool:
    """Whether an offset lies in the name of a place."""
    index = bisect_right(document.places, offset, key=lambda p: p.span.start) - 1
    return index >= 0 and offset < document.places[index].span.end


def skip_place(document: Document, at: int, stop: int) -> int:
    """Over "in a statement", "at a news conference in Ankara", "on state television"."""
    if norm(document, at) not in ("in", "at", "on", "during", "after", "through", "via", "for", "to", "before", "by", "from"):
        return at
    for end in range(at + 1, min(at + 9, stop)):
        word = norm(document, end)
        if word in clause_words("occasions") or in_place(document, document.tokens[end].span.start):
            after = end + 1
            if norm(document, after) not in clause_words("occasions") and raw(document, after) != "-":
                return after
        if (
            not document.tokens[end].word
            or word in closed("auxiliaries")
            or word in closed("pronouns_subject") - {"that", "this", "all"}
            or word == "that"
        ):
            return at
    return at


def skip_adverb(document: Document, at: int, stop: int) -> int:
    """Over "also", "dryly", "only"."""
    word = norm(document, at)
    return (
        at + 1
        if at < stop
        and (
            word in closed("adverbs") - {"there", "here", "all", "both", "no", "not", "even", "since", "once", "now", "today"}
            or (word.endswith("ly") and word not in ("only", "italy", "family", "assembly", "july", "early"))
        )
        else at
    )
