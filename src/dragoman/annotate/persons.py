"""What kind of name a capitalised stretch is: a person, a body, a place, an event, or nothing that the words tell.

Surnames are endless, so the evidence is structure: a title before, an apposition behind, a given name, an initial or a
particle inside, a verb of saying beside, or the same family name elsewhere in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cache

from dragoman.annotate.stream import capital, norm, one_line, raw, span_of
from dragoman.knowledge import gazetteer
from dragoman.knowledge.language import closed, cue_forms, name_heads, name_words, title_words, word_set
from dragoman.knowledge.offices import given_names, terms_of
from dragoman.records import Document, Mention

HEADS = ("organisation", "event", "place")
APPOSITION = 9  # tokens after a comma in which the title of an apposition is looked for
BIG = 300_000  # inhabitants from which a town is meant rather than a person of its name
PARTICLES = frozenset({"al", "el", "bin", "ibn", "bint", "van", "von", "de", "da", "del", "ould"})
INITIALS = re.compile(r"(?:[A-Z]\.){2,3}")
Chunk = tuple[int, int]


def typed(document: Document, start: int, end: int, surnames: frozenset[str]) -> Mention | None:
    """The mention that a capitalised stretch is, or ``None`` when nothing speaks for a name."""
    span = span_of(document, start, end)
    words = [norm(document, i) for i in range(start, end + 1)]
    if (
        words[-1] in surnames
        and personal(document, start, end)
        and not (end == start and raw(document, start).isupper() and len(words[0]) < 4)
    ):
        return Mention(span, "name", "person", score=0.9, by="family-name")
    if norm(document, start - 1) in word_set("names", "press"):
        return Mention(span, "name", "organisation", "media", score=0.8, by="named-medium")
    kind = head_type(words)
    if kind:
        return Mention(span, "name", kind, None, score=0.8, by=f"head-word-{kind}") if end > start else None
    if person_evidence(document, start, end):
        return Mention(span, "name", "person", score=0.9, by="person-evidence")
    if end > start and not opens_sentence(document, start) and personal(document, start, end):
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


def surnames_of(document: Document, chunks: list[Chunk]) -> frozenset[str]:
    """Family names of the persons of the text: of those named in full, and of stretches whose last word stands alone again."""
    alone = Counter(norm(document, start) for start, end in chunks if start == end)
    found = set()
    for start, end in chunks:
        words = [norm(document, i) for i in range(start, end + 1)]
        if end == start or (head_type(words) is not None and words[0] not in given()):
            continue
        if person_evidence(document, start, end) or (alone[norm(document, end)] and unplaced(document, start, end)):
            found |= {norm(document, i) for i in name_parts(document, start, end)}
    return frozenset(found)


def name_parts(document: Document, start: int, end: int) -> list[int]:
    """The tokens of a full name by which its bearer may be called: all but the first, particles, initials and common given names."""
    return [
        i
        for i in range(start, end + 1)
        if document.tokens[i].word
        and len(norm(document, i)) > 1
        and norm(document, i) not in PARTICLES
        and (i > start or norm(document, i) not in given())
        and capital(document, i)
    ]


def unplaced(document: Document, start: int, end: int) -> bool:
    """Whether a stretch of two to four words has no word of a body or a title and is no town."""
    words = [norm(document, i) for i in range(start, end + 1)]
    return (
        end - start <= 3
        and personal(document, start, end)
        and head_type(words) is None
        and not gazetteer.known(document.words(span_of(document, start, end)))
        and norm(document, start - 1) not in word_set("places", "certain")
    )


def personal(document: Document, start: int, end: int) -> bool:
    """Whether no word of a stretch is a calendar word, a creed or another word that persons are not called by."""
    return not any(norm(document, i) in name_words("not_names") or norm(document, i) in PLAIN for i in range(start, end + 1))


PLAIN = frozenset(
    {
        "republic", "kingdom", "state", "states", "president", "government", "church", "west", "east", "north", "south", "revolution",
        "constitution", "parliament", "king", "queen", "prime", "foreign", "latin", "congressional", "presidential",
        "parliamentary", "federal",
    }
)  # fmt: skip


@cache
def given() -> frozenset[str]:
    """Given names of many languages, in folded spelling: ours and those of the table of office holders."""
    return (name_words("given") | name_words("women") | name_words("men") | given_names()) - small_words() - all_title_words()


def person_evidence(document: Document, start: int, end: int) -> bool:
    """Whether something beside or inside a stretch says that it is a person."""
    if not personal(document, start, end):
        return False
    if end > start and (norm(document, start) in given() or initialled(document, start, end)):
        return True
    if after_title(document, start):
        return start < end or honoured(document, start) or surname_or_hamlet(raw(document, start))
    if norm(document, start - 1) in word_set("places", "certain") and not before_apposition(document, end):
        return False
    if before_apposition(document, end) or aged(document, end):
        return end > start or not gazetteer.known(raw(document, start))
    if occupied(document, start):
        return end > start or not gazetteer.known(raw(document, start))
    if end > start:
        return says(document, start, end) or particle(document, start, end) or acts(document, start, end)
    return norm(document, start - 1) == "surnamed" or (lone(document, start) and says_after(document, end))


OCCUPATION = ("er", "or", "ist", "man", "woman", "ian", "old")


def occupied(document: Document, start: int) -> bool:
    """Whether a noun of occupation stands right before: "stage manager Beppe L.", "19-year-old Sunna K."."""
    if start == 0 or not one_line(document, start - 1, start) or raw(document, start - 1)[:1].isupper():
        return False
    word = norm(document, start - 1)
    if word == "old":
        return raw(document, start - 2) == "-"
    return len(word) > 4 and word.endswith(OCCUPATION) and word not in name_words("no_occupations")


def acts(document: Document, start: int, end: int) -> bool:
    """Whether a name of two or three unknown words opens a sentence or clause and a finite verb follows: "Beat Z. heads ..."."""
    if (
        end - start > 2
        or not unplaced(document, start, end)
        or not (opens_sentence(document, start) or raw(document, start - 1) in ',"\u201d\u00bb')
    ):
        return False
    word, written = norm(document, end + 1), raw(document, end + 1)
    if not written[:1].islower() or not one_line(document, end, end + 1):
        return False
    plain = word not in closed("prepositions") and word not in closed("conjunctions") and word not in closed("determiners")
    return plain and (word in ("is", "was", "has", "had", "will", "would", "did") or (word.endswith(("s", "ed")) and len(word) > 3))


def lone(document: Document, at: int) -> bool:
    """Whether a single capitalised word may be a family name: no sentence opener, no town, no plural of people, no acronym."""
    word = norm(document, at)
    if raw(document, at).isupper() or gazetteer.known(raw(document, at)) or word in small_words() | all_title_words():
        return False
    return not opens_sentence(document, at) and len(word) > 2 and raw(document, at - 1) not in ('"', "\u201c", "'", "\u2018", "\u00ab")


def initialled(document: Document, start: int, end: int) -> bool:
    """Whether a stretch begins with initials: "Y. Sadybekov", "P.J. Mallory"."""
    if INITIALS.fullmatch(raw(document, start)) and end > start:
        return raw(document, start) not in ("U.S.", "U.N.", "U.K.", "E.U.", "D.C.")
    return len(raw(document, start)) == 1 and raw(document, start + 1) == "." and end > start + 1


def particle(document: Document, start: int, end: int) -> bool:
    """Whether a particle of personal names stands in it: "Muhannad al-Tikreeti"."""
    return any(norm(document, i) in PARTICLES and not capital(document, i) for i in range(start, end)) and raw(document, start) != "Al"


def aged(document: Document, end: int) -> bool:
    """An age or a relative clause for persons follows: "Rashdan Othman, 78, ...", "Perić, who negotiates ..."."""
    if raw(document, end + 1) != ",":
        return False
    word = norm(document, end + 2)
    return word in ("who", "whose", "himself", "herself") or (word.isdigit() and len(word) == 2 and raw(document, end + 3) == ",")


def surname_or_hamlet(word: str) -> bool:
    """Whether a word behind a title is a name though a town may be called like it: "President Obama", or the town is small."""
    towns = gazetteer.cities(word)
    return not gazetteer.known(word) or bool(terms_of(word)) or (bool(towns) and towns[0].population < BIG)


def honoured(document: Document, start: int) -> bool:
    """Whether an honorific, and no mere office, stands before."""
    word = norm(document, start - 1) if raw(document, start - 1) != "." else norm(document, start - 2)
    return word in name_words("honorifics")


def after_title(document: Document, start: int) -> bool:
    """A title or an honorific stands right before: "Minister Hajizade", "Mr. Speaker", "its envoy in the Sahel, M. Benkhelifa"."""
    before = start - 1
    if raw(document, before) == ")":  # "Colonel (ret.) X"
        before = next((i - 1 for i in range(start - 3, max(0, start - 6), -1) if raw(document, i) == "("), before)
    if before < 0 or not one_line(document, before, start):
        return False
    if raw(document, before) == ".":
        return norm(document, before - 1) + "." in name_words("honorifics") or (norm(document, before - 1), ".") in title_words().heads
    if norm(document, before) in name_words("honorifics") or norm(document, before) in person_titles():
        return True
    if raw(document, before) == ",":
        return title_before_comma(document, before - 1)
    return title_ends(document, before)


def title_ends(document: Document, at: int) -> bool:
    """Whether a title with its "of" phrase ends with this token: "Minister of External Relations X", "Ministry spokesman X"."""
    if norm(document, at) in ("of", "for", "and", "the", "&"):
        return False  # "the minister of | Transports"
    for back in range(at, max(-1, at - 8), -1):
        word = norm(document, back)
        if word in person_titles():
            return back < at
        if word in ("of", "for", "and", "the", "&") and back < at:
            continue
        if word not in all_title_words() and word not in ("affairs", "relations", "ministry", "department"):
            return False
    return False


def title_before_comma(document: Document, at: int) -> bool:
    """Whether a title with its complements ends before a comma: "the director of the office for Kosovo, X"."""
    for back in range(at, max(-1, at - 12), -1):
        word = norm(document, back)
        if word in person_titles():
            return True
        if not document.tokens[back].word and raw(document, back) != "-" and word != "'s":
            return False
        if word in closed("auxiliaries") or word in closed("relatives"):
            return False
    return False


@cache
def person_titles() -> frozenset[str]:
    """Last words of offices that a name may follow."""
    words = title_words()
    return (frozenset(spelling[-1] for spelling in words.heads) | words.person_nouns) - {".", "-"}


def before_apposition(document: Document, end: int) -> bool:
    """A title in apposition follows: "Apollo Ssenkungu, the permanent secretary", "Zlatan Horvat, head of ..."."""
    if raw(document, end + 1) != ",":
        return False
    at = end + 2
    first = norm(document, at)
    if first in ("and", "or", "but", "which", "where", "when", "while"):
        return False
    for step in range(at, min(at + APPOSITION, len(document.tokens))):
        word = norm(document, step)
        if not document.tokens[step].word and raw(document, step) not in ("-", "'s", "\u2019s"):
            return False
        if word in person_titles():
            return True
        if word in closed("auxiliaries") or word in ("and", "in", "on", "at", "to", "with"):
            return False
    return False


def says(document: Document, start: int, end: int) -> bool:
    """A verb of saying stands right before or after: "..., said Ljiljana Marović"."""
    return says_at(document, start - 1) or says_after(document, end)


def says_after(document: Document, end: int) -> bool:
    """A verb of saying follows."""
    return says_at(document, end + 1)


def says_at(document: Document, at: int) -> bool:
    """Whether a token is a finite verb of saying."""
    return any("say" in f.frames and len(f.words) == 1 and f.shape in ("past", "s") for f in cue_forms().get(norm(document, at), ()))


# ---- words that are capitalised for other reasons


def opens_sentence(document: Document, at: int) -> bool:
    """Whether a token is the first of a sentence."""
    index = bisect_right(document.sentences, document.tokens[at].span.start, key=lambda s: s.start) - 1
    return index >= 0 and document.sentences[index].start == document.tokens[at].span.start


def has_head(document: Document, start: int, end: int) -> bool:
    """Whether a stretch holds a word that makes it a body, a place or an event."""
    return any(norm(document, i) in name_heads(kind) for i in range(start, end + 1) for kind in HEADS)


@cache
def all_title_words() -> frozenset[str]:
    """Single words that titles are made of."""
    words = title_words()
    parts = {w for group in (words.heads, words.fields, words.status) for spelling in group for w in spelling}
    kept = frozenset(parts | words.fillers | name_words("honorifics") | {"minister", "affairs"})
    return kept - {"house", "de", "-", ".", "d'affaires"}


def is_title_word(document: Document, at: int) -> bool:
    """Whether a capitalised word belongs to a title, not to a name."""
    word = norm(document, at)
    return word in all_title_words() or word in small_words()


@cache
def small_words() -> frozenset[str]:
    """Words that are capitalised only where they open a sentence or a headline."""
    classes = ("determiners", "prepositions", "conjunctions", "possessives", "pronouns_subject", "adverbs", "auxiliaries")
    return frozenset().union(*(closed(name) for name in classes)) | name_words("not_names")
