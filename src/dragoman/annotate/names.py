"""Names: states and bodies that the knowledge files list, and what capitals and their neighbours tell of the rest.

A capitalised stretch is first cut where a known name or a title ends, then typed by its head word ("Ministry",
"River"), by a given name or a title beside it, or by what it does ("..., said X").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from dragoman.annotate.lookup import known_at
from dragoman.annotate.namesakes import settled_states, without_namesakes
from dragoman.annotate.persons import (
    HEADS,
    after_title,
    all_title_words,
    given,
    has_head,
    is_title_word,
    opens_sentence,
    small_words,
    surnames_of,
    typed,
)  # fmt: skip
from dragoman.annotate.stream import adjacent, capital, first_at, is_dateline, norm, one_line, raw, sorted_mentions, span_of
from dragoman.knowledge.actors import ActorName
from dragoman.knowledge.language import closed, cue_forms, name_heads, name_words, title_words
from dragoman.records import Document, Mention, Span

LOOSE_PARTICLES = frozenset(
    {"van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "bin", "ibn", "bint", "abu", "ben", "ter", "zu", "ul", "la"}
)
LONGEST_SHOUTED = 5  # tokens of a name in a line of capitals
SHOUTING_SHARE = 0.7  # of the letters of a line: below it, mixed headlines keep their names


def names(document: Document) -> Document:
    """Fill ``mentions`` with names; state and body names carry their ids at once."""
    shouting = shouting_lines(document)
    known = without_namesakes(document, known_names(document, shouting))
    taken = {i: length for i, length, _ in known}
    chunks = sorted([*capital_chunks(document, shouting, taken), *shouted(document, shouting, taken)])
    surnames = surnames_of(document, chunks)
    found = settled_states(document, [m for _, _, m in known if m is not None], surnames)
    for start, end in chunks:
        if is_dateline(document, span_of(document, start, end)):
            continue  # "MOSCOW, April 3 - Spokesman X": no person of that name
        mention = typed(document, start, end, surnames)
        if mention is not None:
            found.append(mention)
    return replace(document, mentions=settled(found))


def settled(found: list[Mention]) -> tuple[Mention, ...]:
    """Names without those that lie inside a person's or a known name, or repeat one."""
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.span.start, -m.span.end, m.by != "known-name")):
        outer = next((k for k in reversed(kept[-4:]) if k.span.covers(mention.span)), None)
        if outer is None or not hides(outer, mention):
            kept.append(mention)
    return sorted_mentions(kept)


def hides(outer: Mention, mention: Mention) -> bool:
    """Whether a name inside another, or of the same words, is none beside it; a person may be called like a state ("Jordan")."""
    if outer.span == mention.span:
        return outer.by == "known-name" and mention.type != "person"
    return outer.type == "person" or outer.by == "known-name"


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


def shouted(document: Document, shouting: tuple[Span, ...], taken: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Names in lines of capitals: the unknown words right behind an office, up to a verb of saying or another known word."""
    full: set[str] = set()
    for line in shouting:
        at = first_at(document.tokens, line.start)
        while at < len(document.tokens) and document.tokens[at].span.end <= line.end:
            begin, behind = at, False
            if at not in taken and nameable(document, at):
                behind = after_title(document, at) and raw(document, at - 1) != ","
                while behind and at + 1 not in taken and at - begin < LONGEST_SHOUTED and nameable(document, at + 1):
                    at += 1
                if behind or norm(document, at) in full:
                    full |= {norm(document, i) for i in range(begin + (at > begin), at + 1)} - {"-", "."}
                    yield begin, at
            at += 1


def nameable(document: Document, at: int) -> bool:
    """Whether a shouted token may be part of a name: a word that no closed class, title or cue has, or a hyphen inside a name."""
    word = norm(document, at)
    if raw(document, at) == "-":
        return 0 < at < len(document.tokens) - 1 and adjacent(document, at - 1, at) and adjacent(document, at, at + 1)
    if at >= len(document.tokens) or not document.tokens[at].word or word.isdigit() or word.endswith("ed"):
        return False
    return word not in small_words() and word not in all_title_words() and word not in cue_forms()


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
    word = norm(document, part)
    short = len(word) <= 6 and word.isalpha() and (word not in name_words("compounds") or (word == "in" and len(raw(document, end)) < 5))
    return part if short and start < end else None  # "Moon Jae-in", "Bae Un-gyu"


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
    split = title_inside(document, start, end)
    if split is not None:
        title, after = split
        if title > start and not all(i in covered_by(start, title, taken) or is_title_word(document, i) for i in range(start, title)):
            yield from pieces(document, start, title - 1, taken)
        yield from pieces(document, after, end, taken)
        return
    if has_head(document, start, end) and norm(document, end) not in ("minister", "president"):
        person = behind_head(document, start, end, taken)
        yield trim_start(document, start, end if person is None else person - 1)
        if person is not None:
            yield person, end
        return
    begin = start
    at = start
    while at <= end:
        skip = taken.get(at, 0)
        if not skip and is_title_word(document, at) and not (begin < at and at == end):
            skip = 1
        if skip and at + skip - 1 < end and skip == taken.get(at) and jordan(document, at, skip, end):
            skip = 0
        if skip and skip == taken.get(at) and surname_of_state(document, begin, at, skip):
            skip = 0
        if skip:
            if begin < at:
                yield begin, at - 1
            begin = at = at + skip + (raw(document, at + skip) == "-")
            continue
        at += 1
    if begin <= end:
        yield begin, end


def covered_by(start: int, stop: int, taken: dict[int, int]) -> set[int]:
    """The tokens of a stretch that known names cover."""
    return {i for at in range(start, stop) for i in range(at, at + taken.get(at, 0))}


def title_inside(document: Document, start: int, end: int) -> tuple[int, int] | None:
    """The tokens of a stretch where an office begins and where a name begins behind it: "Energy | Secretary of State | Horia V."."""
    heads = title_words().heads
    for at in range(start, end):
        for length in (4, 3, 2, 1):
            after = at + length
            if after > end or tuple(norm(document, i) for i in range(at, after)) not in heads:
                continue
            if capital(document, after) and not has_head(document, after, end) and not is_title_word(document, after):
                return at, after
            break
    return None


def behind_head(document: Document, start: int, end: int, taken: dict[int, int]) -> int | None:
    """The token where a person's name begins behind a body's: "the NATO Parliamentary Assembly | Mevlüt Ç."."""
    last = max(i for i in range(start, end + 1) if any(norm(document, i) in name_heads(kind) for kind in HEADS))
    last = max(last, start + taken.get(start, 1) - 1)
    if last >= end - 1 or not all(capital(document, i) for i in range(last + 1, end + 1)):
        return None
    whole = taken.get(start, 0) > 1 and start + taken[start] - 1 == last
    return last + 1 if norm(document, last + 1) in given() or whole else None


def surname_of_state(document: Document, begin: int, at: int, length: int) -> bool:
    """Whether a state or capital is a family name here: it closes a stretch that begins with a given name ("Marlene Jordan")."""
    return length == 1 and begin < at and norm(document, begin) in given()


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
