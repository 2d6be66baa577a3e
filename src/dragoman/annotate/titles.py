"""Expressions of office: "former Turkish Foreign Minister and head of the delegation to the NATO Parliamentary Assembly".

A title grows from its head word ("minister", "head") to the left over fields, states and status words, and to the
right over "of", "for" and "to" phrases.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from dragoman.annotate.holders import coordinated, holders_of, mention_ending
from dragoman.annotate.stream import first_at, norm, one_line, raw, span_of
from dragoman.knowledge.actors import organisations
from dragoman.knowledge.language import closed, cue_forms, title_words, word_set
from dragoman.records import Document, Mention, Title

RIGHT_LINKS = frozenset({"of", "for", "to"})
SENT = frozenset({"ambassador", "envoy", "consul", "charge d'affaires", "nuncio"})  # they belong to the sender, not to whom they are sent
LEADERS = frozenset(
    {"head", "deputy head", "chief", "chairman", "chair", "co-chair", "member", "leader", "director"}
)  # "head of delegation" stays so
DEPUTIES = frozenset({"deputy", "assistant", "vice"})
OBJECT_VERBS = frozenset({"heads", "headed", "leads", "led", "leading", "chairs", "chaired", "represents", "represented", "for"})
LONGEST_TAIL = 12  # tokens of an "of" phrase
LONGEST_LEFT = 12  # tokens before a head word; of 536 titles in the training articles none has more than 5
FIELDED = frozenset(
    {
        "minister",
        "ministers",
        "secretary",
        "undersecretary",
        "commissioner",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "adviser",
        "advisor",
    }
)  # heads before which any noun is a field of government: "integration minister"
FIELD_WORDS = 3  # of a field that no list has: "international relations minister"
PLAIN_WORDS = 3  # words in small letters that may stand in it before its noun: "the joint historical commission"


@dataclass(frozen=True, slots=True)
class Draft:
    """A title while it is being read: token range, head range, and what was found in it."""

    start: int
    end: int
    head_start: int
    head_end: int
    head: str
    field: str | None
    status: str
    of: str | None
    tail: str


def titles(document: Document) -> Document:
    """Fill ``titles`` in the order of the text."""
    named = {m.span.start: m for m in document.mentions if m.kind == "name"}
    found: list[Title] = []
    at = 0
    while at < len(document.tokens):
        draft = read_title(document, at, named)
        if draft is None:
            at += 1
            continue
        found.append(finished(document, draft, named))
        at = draft.end + 1
    return replace(document, titles=coordinated(document, tuple(found)))


def read_title(document: Document, at: int, named: dict[int, Mention]) -> Draft | None:
    """The title whose head word stands at a token."""
    head = head_at(document, at)
    if head is None or in_name(document, at, named):
        return None
    length = head[1]
    normal = surface(document, at, *head)
    if length == 1 and norm(document, at) in title_words().fillers and office_follows(document, at + 1):
        return None
    start, field, status, of = leftward(document, at, named)
    end, tail, tail_of = rightward(document, at + length - 1, named)
    if norm(document, end + 1) == "-" and norm(document, end + 2) in ("elect", "designate"):
        end, status = end + 2, "elect"
    return Draft(start, end, at, at + length - 1, normal, field, status, of or tail_of, tail)


def surface(document: Document, at: int, normal: str, length: int) -> str:
    """The words of a head as the text has them, in small letters; plurals, abbreviations and relative clauses in their normal form."""
    words = [norm(document, i) for i in range(at, at + length)]
    if "." in words or "who" in words or len(words[0]) < 4 or words[-1] in word_set("titles", "plurals") or normal in ("interlocutor",):
        return normal
    return " ".join(words).replace(" - ", "-")


def office_follows(document: Document, at: int) -> bool:
    """Whether an office goes on here, so that "deputy" before it is no office of its own: "deputy foreign minister"."""
    for length in (3, 2, 1):
        if tuple(norm(document, i) for i in range(at, at + length)) in title_words().fields:
            return head_at(document, at + length) is not None
    return head_at(document, at) is not None and norm(document, at) not in ("general",)


def in_name(document: Document, at: int, named: dict[int, Mention]) -> bool:
    """Whether a token lies inside a person's or a body's name ("European Union High Representative" is none of these)."""
    here = document.tokens[at].span
    for back in range(at, max(-1, at - 9), -1):
        mention = named.get(document.tokens[back].span.start)
        if mention is not None and mention.span.covers(here):
            if mention.by == "encoder" and mention.type == "organisation" and ends_before_person(document, at, mention, named):
                return False
            return mention.type in ("person", "organisation", "event", "state", "place") and mention.span != here
    return False


def ends_before_person(document: Document, at: int, mention: Mention, named: dict[int, Mention]) -> bool:
    """Whether a body's guessed name ends with a token right before a person's: "Foreign Affairs Undersecretary" before "X" is a title."""
    if mention.span.end != document.tokens[at].span.end or at + 1 >= len(document.tokens):
        return False
    behind = named.get(document.tokens[at + 1].span.start)
    return behind is not None and behind.type == "person"


@cache
def head_lengths() -> dict[str, tuple[int, ...]]:
    """How many words the office words have that begin with a word, longest first."""
    found: dict[str, set[int]] = {}
    for words in title_words().heads:
        found.setdefault(words[0], set()).add(len(words))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


def head_at(document: Document, at: int) -> tuple[str, int] | None:
    """(normal form, tokens) of the longest office word that begins at a token; "MP" and "FM" only in capitals."""
    heads = title_words().heads
    for length in head_lengths().get(norm(document, at), ()):
        words = tuple(norm(document, i) for i in range(at, at + length))
        if words in heads and one_stretch(document, at, at + length - 1):
            if length == 1 and len(words[0]) <= 3 and not raw(document, at).isupper():
                return None
            return heads[words], length
    return None


def one_stretch(document: Document, start: int, end: int) -> bool:
    """Whether tokens stand on one line."""
    return end < len(document.tokens) and all(one_line(document, i, i + 1) for i in range(start, end))


# ---- to the left


def leftward(document: Document, head: int, named: dict[int, Mention]) -> tuple[int, str | None, str, str | None]:
    """First token of the title, its field, status and state, read from the head to the left."""
    at, field, status, of = head, None, "current", None
    fillers: list[str] = []
    while at > max(0, head - LONGEST_LEFT) and one_line(document, at - 1, at):
        mention = mention_ending(document, at - 1, named)
        if mention is not None and mention.type in ("state", "organisation") and of is None and joins(document, at):
            of = mention.actor
            at = first_at(document.tokens, mention.span.start)
            continue
        if mention is not None and mention.type in ("place", "event", "other") and joins(document, at):
            at = first_at(document.tokens, mention.span.start)
            continue
        organ = 1 if norm(document, at - 2) in body_words() and joins(document, at - 2) else 0  # "the AU panel's spokeswoman"
        if norm(document, at - 1) == "'s" and (owner := mention_ending(document, at - 2 - organ, named)) is not None and of is None:
            if owner.type not in ("state", "organisation"):
                break
            of = owner.actor
            at = first_at(document.tokens, owner.span.start)
            continue
        grown = grow_left(document, at) or (unlisted_field(document, head, named) if at == head else None)
        if grown is None:
            break
        kind, value, at = grown
        if kind == "field" and field is None:
            field = value
        elif kind == "status":
            status = value
        elif kind == "filler":
            fillers.append(value)
    rank = [f for f in reversed(fillers) if f in DEPUTIES]
    return at, " ".join([*rank[:1], *([field] if field else [])]) or None, status, of


def joins(document: Document, at: int) -> bool:
    """Whether no comma or other mark parts a name from the title behind it."""
    return document.tokens[at].word and document.tokens[at - 1].word


def grow_left(document: Document, at: int) -> tuple[str, str, int] | None:
    """(kind, value, new start) of the title word left of a token."""
    words = title_words()
    for length in (4, 3, 2, 1):
        if at - length < 0 or not one_stretch(document, at - length, at):
            continue
        spelling = tuple(norm(document, i) for i in range(at - length, at))
        if spelling in words.status and not (spelling == ("then",) and raw(document, at - 1)[:1].isupper()):
            return "status", words.status[spelling], at - length
        if spelling in words.fields:
            return "field", " ".join(w for w in spelling if w != "affairs").replace(" 's", "'s"), at - length
    word = norm(document, at - 1)
    if word in words.fillers or word == "affairs":
        return "filler", word, at - 1
    if word == "-" and norm(document, at - 2) in ("vice", "ex", "co", "under", "then"):
        return ("status", "former", at - 2) if norm(document, at - 2) in ("ex", "then") else ("filler", "deputy", at - 2)
    if word == "and" and field_before(document, at - 1):
        return "filler", "and", at - 1
    return None


def unlisted_field(document: Document, head: int, named: dict[int, Mention]) -> tuple[str, str, int] | None:
    """The field of a head such as "minister" that is in no list, where an article, a state or a possessive stands before it.

    "the integration minister", "Australian Immigration Minister", "France's industry minister".
    """
    if norm(document, head) not in FIELDED:
        return None
    words = title_words()
    for length in range(1, FIELD_WORDS + 1):
        at = head - length
        if at < 1 or not one_stretch(document, at, head) or not field_noun(document, at):
            return None
        owner = mention_ending(document, at - 1, named)
        owned = owner is not None and owner.type in ("state", "organisation", "group")
        word = norm(document, at - 1)
        if owned or word in ("the", "a", "an", "'s", "its", "their", "his", "her") or word in words.fillers or (word,) in words.status:
            return "field", " ".join(norm(document, i) for i in range(at, head)), at
    return None


def field_noun(document: Document, at: int) -> bool:
    """Whether a word can be part of a field of government: a noun or adjective, not "two", "same" or "visiting"."""
    word = norm(document, at)
    return (
        len(word) > 3
        and word.isalpha()
        and word not in title_words().fillers
        and (word,) not in title_words().status
        and word not in word_set("titles", "no_fields")
        and (plain_noun(document, at) or raw(document, at)[:1].isupper())
    )


def field_before(document: Document, at: int) -> bool:
    """Whether a field word ends before a token."""
    return any(tuple(norm(document, i) for i in range(at - n, at)) in title_words().fields for n in (1, 2, 3) if at >= n)


# ---- to the right


def rightward(document: Document, head: int, named: dict[int, Mention]) -> tuple[int, str, str | None]:
    """Last token of the title, the words of its "of" phrase, and the state or body in it."""
    end, tail, of = head, [], None
    if norm(document, head) in OBJECT_VERBS:
        stop, words, owner = tail_phrase(document, head + 1, named, False)
        if stop is not None:
            end, tail, of = stop, [f"of {words}"] if words else [], owner
    sent = norm(document, head) in (
        "ambassador",
        "envoy",
        "consul",
        "correspondent",
        "negotiator",
        "spokesperson",
        "spokesman",
        "spokeswoman",
    )
    while norm(document, end + 1) in RIGHT_LINKS or (norm(document, end + 1) in ("in", "with", "at") and sent):
        if not one_line(document, end, end + 1):
            break
        stop, words, owner = tail_phrase(document, end + 2, named, sent and norm(document, end + 1) in ("to", "in"))
        if stop is None:
            break
        link = norm(document, end + 1)
        if words:
            tail.append(f"{link} {words}")
        of = owner if owner is not None and (of is None or (link == "of" and guessed_body(of))) else of
        end = stop
    return end, " ".join(tail), of


def guessed_body(actor: str) -> bool:
    """Whether an actor is a body that no list knows: the state behind it says more ("department of Asia of the Kazakh ministry")."""
    return actor.startswith("org:") and actor not in organisations()


def tail_phrase(document: Document, begin: int, named: dict[int, Mention], sent: bool) -> tuple[int | None, str, str | None]:
    """The noun phrase of a title's "of" phrase: last token, its words without states, and the state or body it names."""
    end, words, of, at, plain = None, [], None, begin, 0
    while at < len(document.tokens) and one_line(document, at - 1, at) and at - begin < LONGEST_TAIL:
        mention = named.get(document.tokens[at].span.start)
        if mention is not None and mention.type in ("state", "organisation", "place", "event", "other"):
            at = first_at(document.tokens, mention.span.end - 1) + 1
            end = at - 1
            of = of or (mention.actor if mention.type in ("state", "organisation") else None)
            if mention.type != "state" or sent:
                words.append(document.words(mention.span))
            continue
        word = norm(document, at)
        length = known_length(document, at)
        if word in ("the", "his", "her", "its", "their", "our", "an", "a") or word == "'s":
            at += 1
        elif length:
            words.append(" ".join(norm(document, i) for i in range(at, at + length)))
            at += length
            end = at - 1
        elif (
            word == "and"
            and end == at - 1
            and head_at(document, at + 1) is None
            and (known_length(document, at + 1) or document.tokens[at + 1].span.start in named)
        ):
            at += 1
        elif plain < PLAIN_WORDS and plain_noun(document, at):
            plain += 1
            words.append(word)
            at += 1
        else:
            break
    if end is None:
        return None, "", None
    return end, " ".join(words[: len(words) - trailing(document, end, at)]), of


def trailing(document: Document, end: int, at: int) -> int:
    """How many plain words were read behind the last word that belongs to the phrase."""
    return sum(1 for i in range(end + 1, at) if plain_noun(document, i))


def known_length(document: Document, at: int) -> int:
    """How many tokens from here on are a field, a body word or an office; 0 for none."""
    for length in (3, 2, 1):
        spelling = tuple(norm(document, i) for i in range(at, at + length))
        if spelling in title_words().fields or spelling in title_words().heads:
            return length
    return 1 if norm(document, at) in body_words() else 0


@cache
def body_words() -> frozenset[str]:
    """Nouns for bodies that an officer is "of": delegation, committee, party ..."""
    return word_set("titles", "bodies")


def plain_noun(document: Document, at: int) -> bool:
    """Whether a small word may be an adjective or noun of a title's phrase: no closed class, no verb of saying, no -ed form."""
    word = norm(document, at)
    if not document.tokens[at].word or raw(document, at)[:1].isupper() or word.isdigit() or word in cue_forms():
        return False
    shut = any(
        word in closed(c)
        for c in ("determiners", "prepositions", "conjunctions", "auxiliaries", "pronouns_subject", "relatives", "adverbs", "possessives")
    )
    return not shut and not word.endswith(("ed", "ly", "ing"))


# ---- the whole


def finished(document: Document, draft: Draft, named: dict[int, Mention]) -> Title:
    """The title with its normal form and its holders."""
    span = span_of(document, draft.start, draft.end)
    plural = norm(document, draft.head_end) in word_set("titles", "plurals")
    holders = holders_of(document, draft.start, draft.end, named, plural)
    status = "former" if draft.status == "current" and is_past(document, draft) else draft.status
    return Title(span, normal_form(draft), owner(draft, document, named), status, holders, plural, by="title-grammar")


def is_past(document: Document, draft: Draft) -> bool:
    """Whether the words round a title say that it is held no more: "who was ambassador", "minister until 2009", "who led the ministry"."""
    at = draft.start - 1
    while norm(document, at) in closed("determiners"):
        at -= 1
    if norm(document, at) == "as" and any(norm(document, i) in ("spent", "served", "worked") for i in range(max(0, at - 6), at)):
        return True
    if norm(document, at) == "been" or (norm(document, at) in ("was", "as") and norm(document, at - 1) in ("who", "he", "she", "served")):
        return True
    led = norm(document, draft.head_end) in ("led", "headed") and draft.field is None and "ministry" in draft_words(document, draft)
    after = norm(document, draft.end + 1)
    return led or (after in ("until", "till", "from", "between") and norm(document, draft.end + 2)[:2] in ("19", "20"))


def draft_words(document: Document, draft: Draft) -> list[str]:
    """The folded words of a title."""
    return [norm(document, i) for i in range(draft.start, draft.end + 1)]


def owner(draft: Draft, document: Document, named: dict[int, Mention]) -> str | None:
    """The state or body a title belongs to; an ambassador "to X" belongs to the sender, not to X, one "of X in Y" to X."""
    sent_to = draft.tail.startswith(("to", "in")) and norm(document, draft.head_end + 1) != "of"
    if draft.head in SENT and sent_to and draft.of is not None:
        for at in range(draft.start, draft.head_start):
            mention = named.get(document.tokens[at].span.start)
            if mention is not None and mention.actor is not None and mention.type in ("state", "organisation"):
                return mention.actor
        return None
    return draft.of


def normal_form(draft: Draft) -> str:
    """The title in plain words without articles: "foreign minister", "head of delegation to NATO Parliamentary Assembly"."""
    head, field, tail = draft.head, draft.field, draft.tail.strip()
    field, tail = field_of_tail(head, field, tail)
    if field in ("foreign", "diplomacy") and head == "head":
        return "foreign minister"  # "head of X diplomacy" is what the press calls a foreign minister
    if field in ("foreign", "diplomacy") and head == "deputy head":
        return "deputy foreign minister"
    if field and field not in head:
        head = f"{field} {head}"
    return f"{head} {tail}".strip()


def field_of_tail(head: str, field: str | None, tail: str) -> tuple[str | None, str]:
    """(field, rest of the tail) where the "of" phrase names the field: "minister of foreign affairs"."""
    if not tail.startswith(("of ", "for ")):
        return field, tail
    spelled = tuple(w for w in tail.split()[1:] if w != "the")
    inner = tuple(w for w in spelled if w not in ("ministry", "department", "of"))
    plain = " ".join(w for w in inner if w != "affairs")
    if inner not in title_words().fields or head in SENT or (head in LEADERS and plain != "diplomacy") or plain == "external relations":
        return field, tail
    told = plain if len(inner) == len(spelled) else f"{plain} ministry"
    return (f"{field} {told}" if field in DEPUTIES else told), ""
