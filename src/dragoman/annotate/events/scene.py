"""One sentence as the event rules see it: its tokens and the phrases in it that name parties."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from dragoman.annotate.stream import first_at, norm, raw, span_of, within
from dragoman.knowledge.language import closed
from dragoman.records import Document, Mention, Span

RELATIVES = frozenset({"who", "whom", "whose", "which", "i", "me", "my"})
OWNERS = frozenset({"his", "her", "its", "their", "our", "my", "your"})
LIST_MAX = 16  # parties that one list names; the longest communiqué of the training articles has eleven
PHRASE_MAX = 3  # words between a preposition and the name that hangs on it: "with its old neighbour Uganda"


@dataclass(frozen=True, slots=True)
class Party:
    """A phrase that names a party.

    ``start`` and ``end`` are its first and last token, ``code`` whom it names as far as its own words tell, ``shape``
    is person, state, adjective, group, pronoun, owner (a possessive pronoun) or place.
    """

    start: int
    end: int
    span: Span
    code: str | None
    shape: str


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with its parties in order.

    ``ending`` and ``beginning`` find a party by its last and first token, ``order`` its number by its first; ``cues`` are
    the tokens that report speech.
    """

    document: Document
    tokens: range
    parties: tuple[Party, ...]
    ending: dict[int, Party]
    beginning: dict[int, Party]
    order: dict[int, int]
    cues: frozenset[int]

    def word(self, at: int) -> str:
        """The folded word at a token of the sentence; empty outside it."""
        return norm(self.document, at) if at in self.tokens else ""


def scene(document: Document, sentence: Span, cues: frozenset[int], known: dict[str, str]) -> Scene:
    """The scene of a sentence; ``known`` gives the states that titles tie to family names."""
    tokens = within(document, sentence)
    parties = tuple(merged(document, sentence, known))
    return Scene(
        document,
        tokens,
        parties,
        {p.end: p for p in parties},
        {p.start: p for p in parties},
        {p.start: n for n, p in enumerate(parties)},
        cues,
    )


def names_of_office(document: Document) -> dict[str, str]:
    """The state of office for the last word of every name that a title stands beside; names of two states are left out."""
    found: dict[str, set[str]] = {}
    for title in document.titles:
        for holder in title.holders:
            words = document.words(holder).casefold().split()
            if title.of and words and title.status != "former":
                found.setdefault(words[-1], set()).add(title.of)
    return {name: next(iter(states)) for name, states in found.items() if len(states) == 1}


def cue_tokens(document: Document) -> frozenset[int]:
    """The tokens of the cues of all statements."""
    return frozenset(at for s in document.statements for cue in s.cue for at in within(document, cue))


# ---- phrases


def merged(document: Document, sentence: Span, known: dict[str, str]) -> list[Party]:
    """The parties of a sentence: mentions side by side make one phrase ("Turkish Deputy Foreign Minister Kerem Alpagut")."""
    runs: list[list[Mention]] = []
    stop = -1
    for mention in usable(document, sentence):
        start = first_at(document.tokens, mention.span.start)
        end = first_at(document.tokens, mention.span.end - 1)
        owned = norm(document, stop + 1) == "'s" and start == stop + 2 and mention.type == "person"
        if runs and (start <= stop + 1 or owned) and not (runs[-1][-1].kind == "pronoun" and not owner(document, runs[-1][-1])):
            runs[-1].append(mention)
        else:
            runs.append([mention])
        stop = max(stop, end)
    return [party(document, run, known) for run in runs]


def usable(document: Document, sentence: Span) -> list[Mention]:
    """The mentions of a sentence that can be a party or a place of a deed, in order."""
    at = bisect_left(document.mentions, sentence.start, key=lambda m: m.span.start)
    found = []
    while at < len(document.mentions) and document.mentions[at].span.start < sentence.end:
        mention = document.mentions[at]
        at += 1
        if mention.span.end <= sentence.end and is_party(document, mention):
            found.append(mention)
    return found


def is_party(document: Document, mention: Mention) -> bool:
    """Whether a mention can be a side of an event."""
    if mention.kind == "pronoun":
        return document.words(mention.span).casefold() not in RELATIVES
    if mention.type in ("state", "organisation"):
        return mention.subtype not in ("media", "company", "ngo")
    return mention.type in ("person", "group", "place")


def owner(document: Document, mention: Mention) -> bool:
    """Whether a mention is a possessive pronoun."""
    return mention.kind == "pronoun" and document.words(mention.span).casefold() in OWNERS


def party(document: Document, run: list[Mention], known: dict[str, str]) -> Party:
    """The party that a run of mentions names."""
    named = [m for m in run if not owner(document, m)] or run
    start = first_at(document.tokens, named[0].span.start)
    end = max(first_at(document.tokens, m.span.end - 1) for m in named)
    return Party(start, end, span_of(document, start, end), code(document, named, known), shape(document, named))


def shape(document: Document, named: list[Mention]) -> str:
    """How a party stands."""
    kinds = {m.type for m in named}
    if named[0].kind == "pronoun":
        return "owner" if owner(document, named[0]) else "pronoun"
    if "person" in kinds:
        return "person"
    if kinds & {"state", "organisation"}:
        return "adjective" if all(m.subtype == "demonym" for m in named) else "state"
    return "group" if "group" in kinds else "place"


def code(document: Document, named: list[Mention], known: dict[str, str]) -> str | None:
    """Whom a phrase names as far as its own words, and titles elsewhere, tell."""
    of = next((m.actor for m in named if m.type in ("state", "organisation") and m.actor), None)
    if of is not None:
        return of
    last = document.words(named[-1].span).casefold().split()
    return known.get(last[-1]) if last else None


# ---- how a phrase hangs


def link(scene: Scene, party: Party) -> str:
    """The preposition that a phrase hangs on, over articles and a few adjectives; empty for none."""
    skipped = 0
    for at in range(party.start - 1, scene.tokens.start - 1, -1):
        word = scene.word(at)
        if word in closed("prepositions"):
            return word
        if word in closed("determiners") or word in closed("possessives"):
            continue
        skipped += 1
        plain = scene.document.tokens[at].word and raw(scene.document, at).islower() and word not in closed("conjunctions")
        if skipped > PHRASE_MAX or not plain or word in closed("auxiliaries") or verbal(word):
            return ""
    return ""


def verbal(word: str) -> bool:
    """Whether a word looks like a verb form: by its ending, or because it is one of the known verbs."""
    return word.endswith(("ed", "ing")) or word in closed("auxiliaries")


def group(scene: Scene, party: Party) -> tuple[Party, ...]:
    """A party with those joined to it: "A, B and C", "Turkish and Greek", "Russian-Turkish"."""
    at = scene.order[party.start]
    first = last = at
    while first > 0 and at - first < LIST_MAX and joined(scene, scene.parties[first - 1], scene.parties[first]):
        first -= 1
    while last + 1 < len(scene.parties) and last - at < LIST_MAX and joined(scene, scene.parties[last], scene.parties[last + 1]):
        last += 1
    found = scene.parties[first : last + 1]
    listed = any(scene.word(i) in ("and", "-", "&", "with") for i in range(found[0].end + 1, found[-1].start))
    return found if listed else (party,)


def joined(scene: Scene, left: Party, right: Party) -> bool:
    """Whether only commas, "and", articles and the possessive lie between two parties of a kind."""
    gap = [scene.word(i) for i in range(left.end + 1, right.start)]
    if not gap or len(gap) > 4 or "place" in (left.shape, right.shape):
        return False
    return any(w in ("and", ",", "-", "&") for w in gap) and all(
        w in ("and", ",", "-", "&", "the", "his", "its", "their", "together", "with", "'s", "both") for w in gap
    )
