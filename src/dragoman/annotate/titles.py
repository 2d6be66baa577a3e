"""Expressions of office: "former Turkish Foreign Minister and head of the delegation to the NATO Parliamentary Assembly".

A title grows from its head word ("minister", "head") to the left over fields, states and status words, and to the
right over "of", "for" and "to" phrases. Its holders are the person names that stand right after it or, between
commas, right before it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.annotate.stream import first_at, norm, one_line, raw, span_of
from dragoman.knowledge.actors import is_state
from dragoman.knowledge.language import closed, title_words
from dragoman.records import Document, Mention, Span, Title

RIGHT_LINKS = frozenset({"of", "for", "to"})
BODY_WORDS = frozenset(
    [
        "delegation",
        "mission",
        "party",
        "committee",
        "commission",
        "council",
        "parliament",
        "assembly",
        "ministry",
        "department",
        "office",
        "cabinet",
        "government",
        "staff",
        "state",
        "army",
        "forces",
        "navy",
        "republic",
        "kingdom",
        "federation",
        "bank",
        "board",
        "agency",
        "union",
        "directorate",
        "section",
        "bureau",
        "community",
        "institute",
        "centre",
        "center",
        "university",
        "group",
        "bloc",
        "alliance",
        "front",
        "movement",
        "secretariat",
        "embassy",
        "presidency",
        "chamber",
        "senate",
        "house",
        "court",
        "diplomacy",
        "administration",
        "affairs",
        "relations",
    ]
)
PLURALS = frozenset(
    {
        "presidents",
        "ministers",
        "premiers",
        "ambassadors",
        "envoys",
        "leaders",
        "heads",
        "chiefs",
        "senators",
        "deputies",
        "secretaries",
        "spokesmen",
    }
)


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
    normal, length = head
    start, field, status, of = leftward(document, at, named)
    end, tail, tail_of = rightward(document, at + length - 1, named)
    return Draft(start, end, at, at + length - 1, normal, field, status, of or tail_of, tail)


def in_name(document: Document, at: int, named: dict[int, Mention]) -> bool:
    """Whether a token lies inside a person's or a body's name ("European Union High Representative" is none of these)."""
    here = document.tokens[at].span
    for back in range(at, max(-1, at - 9), -1):
        mention = named.get(document.tokens[back].span.start)
        if mention is not None and mention.span.covers(here):
            return mention.type in ("person", "organisation", "event") and mention.span != here
    return False


def head_at(document: Document, at: int) -> tuple[str, int] | None:
    """(normal form, tokens) of the longest office word that begins at a token."""
    heads = title_words().heads
    for length in (5, 4, 3, 2, 1):
        words = tuple(norm(document, i) for i in range(at, at + length))
        if words in heads and one_stretch(document, at, at + length - 1):
            return heads[words], length
    return None


def one_stretch(document: Document, start: int, end: int) -> bool:
    """Whether tokens stand on one line."""
    return end < len(document.tokens) and all(one_line(document, i, i + 1) for i in range(start, end))


def leftward(document: Document, head: int, named: dict[int, Mention]) -> tuple[int, str | None, str, str | None]:
    """First token of the title, its field, status and state, read from the head to the left."""
    at, field, status, of = head, None, "current", None
    fillers: list[str] = []
    while at > 0 and one_line(document, at - 1, at):
        mention = mention_ending(document, at - 1, named)
        if mention is not None and mention.type in ("state", "organisation") and of is None:
            of = mention.actor
            at = first_at(document.tokens, mention.span.start)
            continue
        if norm(document, at - 1) == "'s" and (owner := mention_ending(document, at - 2, named)) is not None and of is None:
            if owner.type not in ("state", "organisation"):
                break
            of = owner.actor
            at = first_at(document.tokens, owner.span.start)
            continue
        grown = grow_left(document, at)
        if grown is None:
            break
        kind, value, at = grown
        if kind == "field" and field is None:
            field = value
        elif kind == "status":
            status = value
        elif kind == "filler":
            fillers.append(value)
    field = " ".join([*[f for f in reversed(fillers) if f == "deputy"], *([field] if field else [])]) or None
    return at, field, status, of


def grow_left(document: Document, at: int) -> tuple[str, str, int] | None:
    """(kind, value, new start) of the title word left of a token."""
    words = title_words()
    for length in (4, 3, 2, 1):
        if at - length < 0 or not one_stretch(document, at - length, at):
            continue
        spelling = tuple(norm(document, i) for i in range(at - length, at))
        for kind, group in (("status", words.status), ("field", words.fields)):
            if spelling in group:
                return kind, group[spelling], at - length
    word = norm(document, at - 1)
    if word in words.fillers or word == "affairs":
        return "filler", word, at - 1
    if word == "-" and norm(document, at - 2) in ("vice", "ex", "co", "under", "then"):
        return ("status", "former", at - 2) if norm(document, at - 2) in ("ex", "then") else ("filler", "deputy", at - 2)
    if word == "and" and grow_left(document, at - 1) and grow_left(document, at - 1)[0] == "field":  # type: ignore[index]
        return "filler", "and", at - 1
    return None


def mention_ending(document: Document, at: int, named: dict[int, Mention]) -> Mention | None:
    """The name that ends with a token."""
    if at < 0:
        return None
    end = document.tokens[at].span.end
    for back in range(at, max(-1, at - 9), -1):
        mention = named.get(document.tokens[back].span.start)
        if mention is not None and mention.span.end == end:
            return mention
    return None


def rightward(document: Document, head: int, named: dict[int, Mention]) -> tuple[int, str, str | None]:
    """Last token of the title, the words of its "of" phrase, and the state or body in it."""
    end, tail, of = head, [], None
    while norm(document, end + 1) in RIGHT_LINKS or (
        norm(document, end + 1) == "in" and norm(document, head) in ("ambassador", "envoy", "consul")
    ):
        if not one_line(document, end, end + 1):
            break
        stop, words, owner = tail_phrase(document, end + 2, named)
        if stop is None:
            break
        tail.append(f"{norm(document, end + 1)} {words}")
        of = of or owner
        end = stop
    return end, " ".join(tail), of


def tail_phrase(document: Document, at: int, named: dict[int, Mention]) -> tuple[int | None, str, str | None]:
    """The noun phrase of a title's "of" phrase: last token, its words without states, and the state or body it names."""
    end, words, of = None, [], None
    begin = at
    while at < len(document.tokens) and one_line(document, at - 1, at) and at - begin < 12:
        mention = named.get(document.tokens[at].span.start)
        if mention is not None and mention.type in ("state", "organisation", "place", "event", "other"):
            at = first_at(document.tokens, mention.span.end - 1) + 1
            end = at - 1
            of = of or (mention.actor if mention.type in ("state", "organisation") else None)
            if mention.type != "state":
                words.append(document.words(mention.span))
            continue
        word = norm(document, at)
        field = next((n for n in (3, 2, 1) if tuple(norm(document, i) for i in range(at, at + n)) in title_words().fields), 0)
        if word in ("the", "his", "her", "its", "their", "our"):
            at += 1
        elif field or word in BODY_WORDS:
            words.append(" ".join(norm(document, i) for i in range(at, at + max(1, field))))
            at += max(1, field)
            end = at - 1
        elif word == "'s" or (
            word == "and" and end == at - 1 and norm(document, at + 1) in BODY_WORDS | {w for f in title_words().fields for w in f}
        ):
            at += 1
        else:
            break
    return end, " ".join(words), of


def finished(document: Document, draft: Draft, named: dict[int, Mention]) -> Title:
    """The title with its normal form and its holders."""
    span = span_of(document, draft.start, draft.end)
    plural = norm(document, draft.head_end) in PLURALS
    holders = holders_of(document, draft, named, plural)
    return Title(span, normal_form(draft), owner(draft, document, named), draft.status, holders, plural, by="title-grammar")


def owner(draft: Draft, document: Document, named: dict[int, Mention]) -> str | None:
    """The state or body a title belongs to; an ambassador "to X" belongs to the sender, not to X."""
    if draft.head in ("ambassador", "envoy", "consul") and draft.tail.startswith(("to", "in")) and draft.of is not None:
        inside = {m.actor for m in named.values() if span_of(document, draft.start, draft.head_end).covers(m.span)}
        return draft.of if draft.of in inside else None
    return draft.of


def normal_form(draft: Draft) -> str:
    """The title in plain words: "foreign minister", "head of delegation to the NATO Parliamentary Assembly"."""
    head = draft.head
    tail = draft.tail.strip()
    words = title_words().fields
    field = draft.field
    if (
        field is None
        and tail.startswith(("of ", "for "))
        and head in ("minister", "deputy minister", "secretary", "deputy head", "head", "chief", "director")
    ):
        spelled = tuple(w for w in tail.split()[1:] if w != "the")
        if spelled in words:
            field, tail = words[spelled], ""
    if field == "foreign" and head == "head":
        return "foreign minister"  # "head of X diplomacy" is what the press calls a foreign minister
    if field and head == "deputy minister":
        return f"deputy {field} minister"
    if field and field not in head:
        head = f"{field} {head}"
    return (
        f"{head} {tail}".strip()
        if draft.head in ("head", "deputy head", "chief", "member of parliament", "ambassador", "envoy", "director", "chairman")
        else head
    )


def holders_of(document: Document, draft: Draft, named: dict[int, Mention], plural: bool) -> tuple[Span, ...]:
    """The person names right after a title, or right before it between commas."""
    after = draft.end + 1
    if raw(document, after) == "," and not plural:
        follower = person_at(document, after + 1, named)
        closes = follower is not None and raw(document, first_at(document.tokens, follower.end - 1) + 1) in (
            ",",
            ".",
            "",
            ";",
            "-",
            "\u2014",
            "\u2013",
        )
        if follower is not None and closes:
            return (follower,)
    holder = person_at(document, after, named) if after < len(document.tokens) and one_line(document, draft.end, after) else None
    if holder is None and raw(document, after) in ("'", "\u2019"):
        return ()
    if holder is not None:
        return (holder, *more_holders(document, holder, named)) if plural else (holder,)
    return before_title(document, draft, named)


def more_holders(document: Document, first: Span, named: dict[int, Mention]) -> tuple[Span, ...]:
    """Further names after a plural title: "Presidents X, Y and Z"."""
    found: list[Span] = []
    at = first_at(document.tokens, first.end - 1) + 1
    while norm(document, at) in (",", "and", "&"):
        person = person_at(document, at + 1, named)
        if person is None:
            break
        found.append(person)
        at = first_at(document.tokens, person.end - 1) + 1
    return tuple(found)


def before_title(document: Document, draft: Draft, named: dict[int, Mention]) -> tuple[Span, ...]:
    """The name before an apposition: "Apollo Ssenkungu, the permanent secretary, ..."."""
    at = draft.start - 1
    if norm(document, at) in closed("determiners") | closed("possessives"):
        at -= 1
    if raw(document, at) == ",":
        person = mention_ending(document, at - 1, named)
        if person is not None and person.type == "person":
            return (person.span,)
    return ()


def person_at(document: Document, at: int, named: dict[int, Mention]) -> Span | None:
    """The person's name that begins at a token, an honorific or article before it skipped."""
    if norm(document, at) in ("dr", "mr", "mrs", "ms", "sir", "the"):
        at += 2 if raw(document, at + 1) == "." else 1
    mention = named.get(document.tokens[at].span.start) if 0 <= at < len(document.tokens) else None
    return mention.span if mention is not None and mention.type == "person" else None


def coordinated(document: Document, found: tuple[Title, ...]) -> tuple[Title, ...]:
    """Give "foreign minister and head of the delegation X" both to X: a title before "and" shares the next one's holder."""
    done: list[Title] = []
    for title in reversed(found):
        following = done[-1] if done else None
        if following and not title.holders and following.holders and not following.plural:
            gap = document.text[title.span.end : following.span.start].strip().casefold()
            if gap in ("and", ",", ", and", "and the", "and also", ", the"):
                title = replace(title, holders=following.holders)
                if following.of is None and title.of is not None:
                    done[-1] = replace(following, of=title.of)
        done.append(title)
    return tuple(reversed(done))


def is_state_id(actor: str | None) -> bool:
    """Whether an id names a state or a part of one."""
    return actor is not None and is_state(actor[:3]) and (len(actor) == 3 or actor[3] == ":")
