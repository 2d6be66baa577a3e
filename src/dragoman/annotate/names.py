"""Names: states and bodies that the knowledge files list, and what capitals and their neighbours tell of the rest.

A capitalised stretch is first cut where a known name or a title ends, then typed by its head word ("Ministry",
"River"), by a given name or a title beside it, or by what it does ("..., said X").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from dragoman.annotate.lookup import known_at
from dragoman.annotate.stream import adjacent, capital, norm, one_line, raw, sorted_mentions, span_of
from dragoman.knowledge.actors import ActorName
from dragoman.knowledge.language import closed, cue_forms, name_heads, name_words, title_words
from dragoman.records import Document, Mention, Span

HEADS = ("organisation", "event", "place")
LOOSE_PARTICLES = frozenset(
    {"van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "bin", "ibn", "bint", "abu", "ben", "ter", "zu", "ul", "la"}
)
SHOUTING_SHARE = 0.7  # of the letters of a line: below it, mixed headlines keep their names


def names(document: Document) -> Document:
    """Fill ``mentions`` with names; state and body names carry their ids at once."""
    shouting = shouting_lines(document)
    known = list(known_names(document, shouting))
    taken = {i: length for i, length, _ in known}
    chunks = list(capital_chunks(document, shouting, taken))
    surnames = surnames_of(document, chunks)
    found = [m for _, _, m in known if m is not None]
    for start, end in chunks:
        mention = typed(document, start, end, surnames)
        if mention is not None:
            found.append(mention)
    return replace(document, mentions=settled(found))


def settled(found: list[Mention]) -> tuple[Mention, ...]:
    """Names without those that lie inside a person's or a longer known name."""
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.span.start, -m.span.end)):
        outer = next((k for k in reversed(kept[-4:]) if k.span.covers(mention.span) and k.span != mention.span), None)
        if outer is not None and (outer.type == "person" or outer.by == "known-name"):
            continue
        kept.append(mention)
    return sorted_mentions(kept)


def shouting_lines(document: Document) -> tuple[Span, ...]:
    """Paragraphs in capitals throughout, where a capital tells nothing."""
    found = []
    for paragraph in document.paragraphs:
        letters = [c for c in document.words(paragraph) if c.isalpha()]
        if len(letters) > 7 and sum(c.isupper() for c in letters) > SHOUTING_SHARE * len(letters):
            found.append(paragraph)
    return tuple(found)


def is_shouting(lines: tuple[Span, ...], offset: int) -> bool:
    """Whether an offset lies in a line of capitals."""
    at = bisect_right(lines, offset, key=lambda s: s.start) - 1
    return at >= 0 and offset < lines[at].end


# ---- known names


def known_names(document: Document, shouting: tuple[Span, ...]) -> Iterator[tuple[int, int, Mention | None]]:
    """(first token, number of tokens, mention) of every known name; the mention is ``None`` where it is part of another."""
    at = 0
    while at < len(document.tokens):
        token = document.tokens[at]
        hit = known_at(document, at, is_shouting(shouting, token.span.start)) if token.word else None
        if hit is None or inside_word(document, at, hit[0]):
            at += 1
            continue
        yield at, hit[0], known_mention(document, at, *hit)
        at += hit[0]


def inside_word(document: Document, at: int, length: int) -> bool:
    """Whether a known name is only part of a longer hyphenated name ("Al-Quds", "Jordan-Smith")."""
    last = at + length - 1
    after = last + 2 < len(document.tokens) and raw(document, last + 1) == "-" and adjacent(document, last, last + 1)
    before = at >= 2 and raw(document, at - 1) == "-" and adjacent(document, at - 1, at)
    if before and norm(document, at - 2) in ("al", "el"):
        return True
    return after and norm(document, last + 2) in ("al", "el")


def known_mention(document: Document, at: int, length: int, names: tuple[ActorName, ...]) -> Mention:
    """The mention of a known name; one that fits several actors lists them as candidates."""
    span = span_of(document, at, at + length - 1)
    first = names[0]
    ids = tuple(dict.fromkeys(name.id for name in names))
    actor = first.id if len(ids) == 1 else None
    return Mention(
        span,
        "name",
        first.type,
        first.subtype if first.subtype != "name" else None,
        actor,
        (),
        ids if actor is None else (),
        0.95,
        "known-name",
    )


# ---- capitalised stretches


def capital_chunks(document: Document, shouting: tuple[Span, ...], taken: dict[int, int]) -> Iterator[tuple[int, int]]:
    """(first, last) token of every capitalised stretch that may be a name."""
    at = 0
    while at < len(document.tokens):
        if at in taken and not longer_name(document, at, taken[at]):
            at += taken[at]
            continue
        if is_shouting(shouting, document.tokens[at].span.start) or not starts_name(document, at):
            at += 1
            continue
        end = chunk_end(document, at)
        yield from pieces(document, at, end, taken)
        at = end + 1


def longer_name(document: Document, at: int, length: int) -> bool:
    """Whether a known name is the beginning of a longer capitalised stretch ("Turkish Airlines", "Jordan Smith")."""
    after = at + length
    return after < len(document.tokens) and capital(document, after) and one_line(document, after - 1, after)


def starts_name(document: Document, at: int) -> bool:
    """Whether a name may begin here: a capital, or a small particle tied to one ("el-Deeb")."""
    token = document.tokens[at]
    if not token.word:
        return False
    if capital(document, at):
        return True
    tied = token.norm in name_words("particles") and raw(document, at + 1) == "-" and capital(document, at + 2)
    return tied and adjacent(document, at, at + 1) and adjacent(document, at + 1, at + 2)


def chunk_end(document: Document, at: int) -> int:
    """Last token of the capitalised stretch that begins here."""
    end = at if capital(document, at) else at + 2
    while (step := next_part(document, at, end)) is not None:
        end = step
    return end


def next_part(document: Document, start: int, end: int) -> int | None:
    """The token to which a stretch goes on, or ``None``."""
    after = end + 1
    if after >= len(document.tokens) or not one_line(document, end, after):
        return None
    if capital(document, after) and document.tokens[after].word and not opens_sentence(document, after):
        return after
    if raw(document, after) == "-" and adjacent(document, end, after):
        return hyphenated(document, start, end, after)
    if raw(document, after) == "." and adjacent(document, end, after) and len(raw(document, end)) == 1 and capital(document, after + 1):
        return after
    if norm(document, after) in LOOSE_PARTICLES and (capital(document, after + 1) or norm(document, after + 1) in LOOSE_PARTICLES):
        return after + 1 if capital(document, after + 1) else (after + 2 if capital(document, after + 2) else None)
    if norm(document, after) in name_words("particles") and raw(document, after + 1) == "-" and capital(document, after + 2):
        return after + 2
    if norm(document, after) in ("of", "for", "and", "on", "&") and has_head(document, start, end):
        return linked(document, start, after)
    return None


def hyphenated(document: Document, start: int, end: int, hyphen: int) -> int | None:
    """The part behind a hyphen that belongs to a name: "Ilagan-Reyes", "Abd al-Rahman", "Un-gyu"; not "Russian-backed"."""
    part = hyphen + 1
    if part >= len(document.tokens) or not adjacent(document, hyphen, part) or not document.tokens[part].word:
        return None
    if capital(document, part):
        return part
    short = len(norm(document, part)) <= 6 and norm(document, part).isalpha() and norm(document, part) not in name_words("compounds")
    return part if short and start < end else None


def opens_sentence(document: Document, at: int) -> bool:
    """Whether a token is the first of a sentence."""
    index = bisect_right(document.sentences, document.tokens[at].span.start, key=lambda s: s.start) - 1
    return index >= 0 and document.sentences[index].start == document.tokens[at].span.start


def has_head(document: Document, start: int, end: int) -> bool:
    """Whether a stretch holds a word that makes it a body, a place or an event."""
    return any(norm(document, i) in name_heads(kind) for i in range(start, end + 1) for kind in HEADS)


def linked(document: Document, start: int, link: int) -> int | None:
    """Where "of", "for" or "and" ties another capitalised word to a body's name ("Ministry of Trade and Industry")."""
    word = norm(document, link)
    after = link + 2 if norm(document, link + 1) == "the" else link + 1
    if not capital(document, after) or after >= len(document.tokens) or not one_line(document, link, after):
        return None
    if word in ("and", "&", "on"):
        chained = any(norm(document, i) in ("of", "for", "on") for i in range(start, link))
        known = known_at(document, after, False)
        return after if chained and known is None else None
    return after


def pieces(document: Document, start: int, end: int, taken: dict[int, int]) -> Iterator[tuple[int, int]]:
    """A stretch cut at known names and titles, unless it is one name as a whole."""
    if has_head(document, start, end) and norm(document, end) not in ("minister", "president"):
        yield trim_start(document, start, end)
        return
    begin = start
    at = start
    while at <= end:
        skip = taken.get(at, 0)
        if not skip and is_title_word(document, at) and not (begin < at and at == end):
            skip = 1
        if skip and at + skip - 1 < end and skip == taken.get(at) and jordan(document, at, skip, end):
            skip = 0
        if skip:
            if begin < at:
                yield begin, at - 1
            begin = at = at + skip
            continue
        at += 1
    if begin <= end:
        yield begin, end


def jordan(document: Document, at: int, length: int, end: int) -> bool:
    """Whether a one-word state name or capital is somebody's first name here ("Jordan Smith", "Chad Wolf")."""
    if length != 1 or norm(document, at) not in (
        "jordan",
        "chad",
        "georgia",
        "israel",
        "paris",
        "india",
        "sydney",
        "vienna",
        "florence",
        "charlotte",
        "austin",
    ):
        return False
    return capital(document, at + 1) and norm(document, at + 1) not in all_title_words() and not has_head(document, at, end)


def trim_start(document: Document, start: int, end: int) -> tuple[int, int]:
    """A body's name without a leading article or sentence opener."""
    while start < end and norm(document, start) in (closed("determiners") | closed("prepositions") | closed("conjunctions")):
        start += 1
    return start, end


@cache
def all_title_words() -> frozenset[str]:
    """Single words that titles are made of."""
    words = title_words()
    parts = {w for group in (words.heads, words.fields, words.status) for spelling in group for w in spelling}
    return frozenset(parts | words.fillers | name_words("honorifics") | {"minister", "affairs"}) - {"house", "de"}


def is_title_word(document: Document, at: int) -> bool:
    """Whether a capitalised word belongs to a title, not to a name."""
    word = norm(document, at)
    return word in all_title_words() or word in small_words()


@cache
def small_words() -> frozenset[str]:
    """Words that are capitalised only where they open a sentence or a headline."""
    classes = ("determiners", "prepositions", "conjunctions", "possessives", "pronouns_subject", "adverbs", "auxiliaries")
    return frozenset().union(*(closed(name) for name in classes)) | name_words("not_names")


# ---- what kind of name


def surnames_of(document: Document, chunks: list[tuple[int, int]]) -> frozenset[str]:
    """Family names of the persons that are named in full somewhere in the text."""
    found = set()
    for start, end in chunks:
        if end > start and person_evidence(document, start, end):
            found.add(norm(document, end))
            if raw(document, end - 1) == "-":
                found.add(norm(document, end - 2))
    return frozenset(found)


def typed(document: Document, start: int, end: int, surnames: frozenset[str]) -> Mention | None:
    """The mention that a capitalised stretch is, or ``None`` when nothing speaks for a name."""
    span = span_of(document, start, end)
    words = [norm(document, i) for i in range(start, end + 1)]
    kind = head_type(words)
    if kind and (end > start or not opens_sentence(document, start)):
        return Mention(span, "name", kind, None, score=0.8, by=f"head-word-{kind}") if end > start else None
    if words[-1] in surnames and not any(w in name_words("not_names") for w in words):
        return Mention(span, "name", "person", score=0.9, by="family-name")
    if person_evidence(document, start, end):
        return Mention(span, "name", "person", score=0.9, by="person-evidence")
    if end > start and not opens_sentence(document, start) and all(w not in name_words("not_names") for w in words):
        return Mention(span, "name", "other", score=0.4, by="capitals")
    return None


def head_type(words: list[str]) -> str | None:
    """Organisation, event or place by the head word of a capitalised phrase: the last before "of", or the last of all."""
    stop = next((i for i, w in enumerate(words) if w in ("of", "for", "on")), len(words))
    for word in (words[stop - 1] if stop else "", words[-1], words[0]):
        for kind in HEADS:
            if word in name_heads(kind):
                return kind
    return None


def person_evidence(document: Document, start: int, end: int) -> bool:
    """Whether something beside or inside a stretch says that it is a person."""
    first = norm(document, start)
    if any(norm(document, i) in name_words("not_names") for i in range(start, end + 1)):
        return False
    if end > start and first in name_words("given"):
        return True
    return after_title(document, start) or before_apposition(document, end) or (says(document, start, end) and end - start >= 1)


def after_title(document: Document, start: int) -> bool:
    """A title or an honorific stands right before: "Minister Hajizade", "Mr. Speaker"."""
    before = start - 1
    if before < 0 or not one_line(document, before, start):
        return False
    if raw(document, before) == "." and norm(document, before - 1) + "." in name_words("honorifics") | frozenset(
        {"gen.", "col.", "sen.", "rep.", "adm.", "lt."}
    ):
        return True
    word = norm(document, before)
    return word in name_words("honorifics") or word in person_titles() or title_behind(document, before)


def title_behind(document: Document, at: int) -> bool:
    """Whether a title ends with this token: "Minister of External Relations X", "the ministry's spokesman, X"."""
    if raw(document, at) == ",":
        at -= 1
    for back in range(at, max(-1, at - 10), -1):
        word = norm(document, back)
        if word in person_titles():
            return True
        if not document.tokens[back].word and raw(document, back) != "-" and word != "'s":
            return False
        if word in small_words() and word not in ("of", "for", "the", "to", "and", "in", "at", "its", "his", "her", "their", "on"):
            return False
    return False


@cache
def person_titles() -> frozenset[str]:
    """Last words of offices that a name may follow."""
    words = title_words()
    return frozenset(spelling[-1] for spelling in words.heads) | words.person_nouns


def before_apposition(document: Document, end: int) -> bool:
    """A title in apposition follows: "Apollo Ssenkungu, the permanent secretary"."""
    if raw(document, end + 1) != ",":
        return False
    at = end + 2
    for step in range(at, min(at + 7, len(document.tokens))):
        if not document.tokens[step].word and raw(document, step) not in ("-", "'s", "\u2019s"):
            return False
        if norm(document, step) in person_titles():
            return True
        if norm(document, step) in closed("auxiliaries"):
            return False
    return False


def says(document: Document, start: int, end: int) -> bool:
    """A verb of saying stands right before or after: "..., said Ljiljana Marović"."""
    for at in (start - 1, end + 1):
        for form in cue_forms().get(norm(document, at), ()):
            if "say" in form.frames and len(form.words) == 1 and form.shape in ("past", "s"):
                return True
    return False
