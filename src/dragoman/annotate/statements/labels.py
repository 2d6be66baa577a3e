"""Labels that open the turns of a conversation: "Q:", "M:", "MODERATOR:", "RENEE MARSH, HOST:", "Milutinac:"."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from dragoman.annotate.statements.spoken import speech_words
from dragoman.annotate.stream import mentions_in
from dragoman.records import Document, Mention, Span

LABEL = re.compile(r"[*_]{0,2}(?P<label>[^\W\d_][^:;?!\n\"\u201c\u201d\u00ab\u00bb]{0,79}?)[*_]{0,2}(?P<mark>:)[*_]{0,2}(?=\s|$)")
PAIRED = re.compile(r"(?P<label>Q|A|Question|Answer|Reply)(?P<mark>[.:])\s")
BESIDE = re.compile(r",\s|\s*\(")  # what parts a name from its description
MOST_WORDS = 6  # of a name with its title
MOST_HEADS = 50  # speakers of one conversation among whom a new label is looked for


@dataclass(frozen=True, slots=True)
class Label:
    """A label: the number of its paragraph, the words that name the speaker, where his words begin, and its kind.

    ``kind`` is question, answer, press, named (a person whom the names show) or capitals.
    """

    paragraph: int
    name: Span
    begins: int
    kind: str
    words: tuple[str, ...]


def labels(document: Document) -> list[Label]:
    """The labels of a document's paragraphs, in their order."""
    return [found for number in range(len(document.paragraphs)) if (found := label_at(document, number)) is not None]


def label_at(document: Document, number: int) -> Label | None:
    """The label of a paragraph, if it has one."""
    paragraph = document.paragraphs[number]
    match = PAIRED.match(document.text, paragraph.start, paragraph.end) or LABEL.match(document.text, paragraph.start, paragraph.end)
    if match is None:
        return None
    whole = Span(*match.span("label"))
    parted = BESIDE.search(document.text, whole.start, whole.end)
    name = Span(whole.start, parted.start() if parted else whole.end)
    kind = kind_of(document, whole, name)
    if kind is None:
        return None
    return Label(number, name, match.end(), kind, tuple(folded(document.words(name)).split()))


def folded(words: str) -> str:
    """Words as they are compared: folded, without dots."""
    return words.casefold().replace(".", "")


def kind_of(document: Document, whole: Span, name: Span) -> str | None:
    """What a label is, or nothing where no speaker is named so."""
    words = folded(document.words(name)).split()
    if not words or len(words) > MOST_WORDS or {*words} & speech_words("nobody"):
        return None
    if len(words) == 1 and words[0] in speech_words("questions"):
        return "question"
    if len(words) == 1 and words[0] in speech_words("answers"):
        return "answer"
    capitals = document.words(name).isupper()
    if {w.strip(",()") for w in folded(document.words(whole)).split()} & speech_words("press") and (capitals or len(words) == 1):
        return "press"
    if is_publisher(document, words):
        return "press"
    if person_of(document, name) is not None:
        return "named"
    return "capitals" if capitals else None


def is_publisher(document: Document, words: list[str]) -> bool:
    """Whether a label is the outlet's name or its initials."""
    outlet = folded(document.publisher or "").split()
    return bool(outlet) and (words == outlet or (len(words) == 1 and len(outlet) > 1 and words[0] == "".join(w[0] for w in outlet)))


def person_of(document: Document, name: Span) -> Mention | None:
    """The person named at the end of a label, behind nothing but words in capitals: "Secretary Marsh"."""
    ending = [m for m in mentions_in(document, name) if m.type == "person" and m.kind == "name" and m.span.end == name.end]
    if not ending:
        return None
    before = document.text[name.start : ending[0].span.start].split()
    return ending[0] if all(w[0].isupper() or w in ("of", "the", "and") for w in before) else None


def same_party(one: Label, other: Label) -> bool:
    """Whether two labels name one speaker: the same family name, or one has the initials of the other."""
    if one.kind in ("question", "answer") or other.kind in ("question", "answer"):
        return one.kind == other.kind
    short, full = sorted((one.words, other.words), key=lambda w: len("".join(w)))
    if short[-1] == full[-1]:
        return True
    letters = "".join(short)
    return len(letters) <= MOST_WORDS and letters in (initials(full), full[-1][0])


def initials(words: tuple[str, ...]) -> str:
    """The first letters of a name."""
    return "".join(w[0] for w in words)


def parties(found: list[Label]) -> list[int]:
    """For each label the number of its speaker, in the order in which speakers first speak."""
    heads: list[Label] = []
    numbers: dict[tuple[str, tuple[str, ...]], int] = {}
    done = []
    for label in found:
        key = (label.kind, label.words)
        if key not in numbers:
            known = [n for n, head in enumerate(heads[:MOST_HEADS]) if same_party(head, label)]
            if not known:
                heads.append(label)
            numbers[key] = known[0] if known else len(heads) - 1
        done.append(numbers[key])
    return done


def has_mention(document: Document, span: Span) -> bool:
    """Whether a person is named in a span."""
    at = bisect_left(document.mentions, span.start, key=lambda m: m.span.start)
    return any(m.type == "person" and m.span.start < span.end for m in document.mentions[at : at + 4])
