"""Noun phrases beside a cue: where a subject begins and ends, without a parser.

The closed classes of words mark the edges; names, titles and nominals that are already known are crossed as a whole.
"""

from __future__ import annotations

from bisect import bisect_left

from dragoman.annotate.stream import in_time, norm, one_line, quotation_at, raw, time_at
from dragoman.knowledge.language import clause_words, closed, cue_forms, title_words, word_set
from dragoman.records import Document, Mention

MAX_PHRASE = 40  # tokens; the longest source in the training articles has 34
QUOTE_MARKS = frozenset("\"\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019'")


def skip_adverbs_left(document: Document, at: int) -> int:
    """The token where the verb group ending before ``at`` begins: adverbs, auxiliaries and time words are crossed."""
    begin = at
    while begin > 0 and one_line(document, begin - 1, begin):
        word = norm(document, begin - 1)
        time = time_ending(document, begin - 1)
        if time is not None and time > 0:
            begin = time - 1 if norm(document, time - 1) in ("on", "in", "at", "late", "early") else time
            continue
        adverb = word in closed("adverbs") - {"all", "both", "each", "there", "here", "no"} or (
            word.endswith("ly") and word not in ("italy", "july", "assembly", "family")
        )
        helper = word in ("has", "have", "had", "did", "does", "do", "will", "would", "n't") and begin - 1 > 0
        if not adverb and not helper:
            break
        begin -= 1
    return begin


def time_ending(document: Document, at: int) -> int | None:
    """First token of the time expression that ends with a token."""
    end = document.tokens[at].span.end
    index = bisect_left(document.times, end, key=lambda t: t.span.end)
    if index >= len(document.times) or document.times[index].span.end != end:
        return None
    start = document.times[index].span.start
    while at > 0 and document.tokens[at].span.start > start:
        at -= 1
    return at


def left_phrase(document: Document, cue: int, floor: int) -> tuple[int, int] | None:
    """(first, last) token of the subject that ends before a cue; ``floor`` is the first token it may hold."""
    end = skip_adverbs_left(document, cue) - 1
    if end < floor:
        return None
    if raw(document, end) == ",":
        return over_parenthesis(document, end, floor)
    if raw(document, end) == ")":
        opened = next((i for i in range(end, max(floor, end - 20), -1) if raw(document, i) == "("), None)
        end = opened - 1 if opened is not None and opened > floor else end
    start = phrase_start(document, end, floor)
    if start > end:
        return None
    return with_head(document, start, end, floor)


def phrase_start(document: Document, end: int, floor: int) -> int:
    """First token of the noun phrase that ends here."""
    at = end + 1
    while at - 1 >= floor and end - at < MAX_PHRASE:
        whole = mention_start(document, at - 1)
        if whole is not None and whole >= floor:
            at = whole
            continue
        if not inside_phrase(document, at - 1, end, floor):
            break
        at -= 1
    while at <= end and (
        norm(document, at) in closed("subordinators") | {"and", "or", "nor"}
        or norm(document, at) in ("in", "on", "of", "to", "for", "at", "from", "with")
    ):
        at += 1
    return at


def mention_start(document: Document, at: int) -> int | None:
    """First token of the longest known mention that ends with a token."""
    end = document.tokens[at].span.end
    best: Mention | None = None
    for mention in near(document, end):
        if mention.span.end == end and (best is None or mention.span.start < best.span.start):
            best = mention
    if best is None:
        return None
    while at > 0 and document.tokens[at].span.start > best.span.start:
        at -= 1
    return at


def near(document: Document, end: int) -> list[Mention]:
    """Mentions that start within the last two hundred characters before an offset."""
    low = bisect_left(document.mentions, end - 200, key=lambda m: m.span.start)
    high = bisect_left(document.mentions, end, key=lambda m: m.span.start)
    return list(document.mentions[low:high])


def inside_phrase(document: Document, at: int, end: int, floor: int) -> bool:
    """Whether a token belongs to the noun phrase to its right."""
    if not one_line(document, at, at + 1):
        return False
    word, mark = norm(document, at), raw(document, at)
    if not document.tokens[at].word:
        return (mark == "-" and tight(document, at)) or (
            mark == "."
            and len(raw(document, at - 1)) <= 4
            and one_line(document, at, at + 1)
            and norm(document, at - 1) in clause_words("abbreviated")
        )
    if (
        word in closed("auxiliaries")
        or word in closed("subordinators") - {"as", "before", "after", "so", "since", "until", "once"}
        or word in closed("relatives")
    ):
        return False
    if word == "and":
        return coordinates(document, at)
    if word in closed("prepositions") | {"as"}:
        return word in clause_words("inner_links") and at > floor and is_nounlike(document, at - 1)
    if word in closed("pronouns_subject") and word not in closed("determiners"):
        return at == end
    if finite_verb(document, at) and at != end:
        return False
    return quotation_at(document, document.tokens[at].span.start) is None or at == end


def tight(document: Document, at: int) -> bool:
    """Whether a hyphen joins its neighbours without blanks."""
    if not 0 < at < len(document.tokens) - 1:
        return False
    return (
        document.tokens[at - 1].span.end == document.tokens[at].span.start
        and document.tokens[at].span.end == document.tokens[at + 1].span.start
    )


def coordinates(document: Document, at: int) -> bool:
    """Whether "and" joins two subjects: a name, title or noun phrase on either side, no verb just before."""
    if at < 1 or not document.tokens[at - 1].word:
        return False
    left = mention_start(document, at - 1)
    return left is not None or norm(document, at - 1) in title_words().person_nouns


def is_nounlike(document: Document, at: int) -> bool:
    """Whether a token can end a noun phrase before "of" or "in"."""
    word = norm(document, at)
    return (
        document.tokens[at].word
        and word not in closed("auxiliaries")
        and word not in closed("prepositions")
        and word not in closed("conjunctions")
        and not finite_verb(document, at)
    )


def finite_verb(document: Document, at: int) -> bool:
    """A rough sign of a verb: a cue form or an -ed word that no noun or article introduces."""
    word = norm(document, at)
    if any(form.shape in ("past", "s") and "say" in form.frames for form in cue_forms().get(word, ())):
        return word not in clause_words("noun_forms") and norm(document, at - 1) not in closed("determiners")
    return (
        word.endswith("ed")
        and len(word) > 4
        and norm(document, at - 1) not in closed("determiners") | closed("possessives") | {"-"}
        and not raw(document, at)[:1].isupper()
    )


def over_parenthesis(document: Document, comma: int, floor: int) -> tuple[int, int] | None:
    """ "X, who leads the team, said": the subject with its apposition or relative clause, back over the comma's partner."""
    opened = comma - 1
    while opened > floor and not parting_comma(document, opened) and comma - opened < MAX_PHRASE:
        opened -= 1
    while opened > floor and raw(document, opened) == "," and norm(document, opened + 1) in ("and", "but", "or"):
        opened -= 1
        while opened > floor and raw(document, opened) != ",":
            opened -= 1
    if raw(document, opened) != "," or opened <= floor:
        return None
    start = phrase_start(document, opened - 1, floor)
    if start > opened - 1:
        return None
    return (start, comma - 1) if starts_apposition(document, opened + 1) or with_head(document, start, opened - 1, floor) else None


def parting_comma(document: Document, at: int) -> bool:
    """Whether a token is a comma that parts phrases, not one inside a date ("November 8, 2020")."""
    return raw(document, at) == "," and not in_time(document, document.tokens[at].span.start)


def starts_apposition(document: Document, at: int) -> bool:
    """Whether what follows a comma renames or describes the noun before it."""
    word = norm(document, at)
    return (
        word in closed("relatives")
        or word in closed("determiners")
        or word in closed("possessives")
        or raw(document, at)[:1].isupper()
        or word in title_words().fillers | title_words().person_nouns | {"speaking", "a", "himself", "herself", "former", "head"}
    )


def with_head(document: Document, start: int, end: int, floor: int) -> tuple[int, int] | None:
    """A phrase that holds at least one word that can be a noun."""
    words = range(start, end + 1)
    if not any(
        document.tokens[i].word
        and norm(document, i) not in closed("prepositions") | closed("conjunctions") | closed("adverbs") | closed("auxiliaries")
        for i in words
    ):
        return None
    return start, end


def right_phrase(document: Document, at: int, stop: int) -> tuple[int, int] | None:
    """(first, last) token of the noun phrase that begins here, with a following apposition."""
    end = at - 1
    while end + 1 < stop and end - at < MAX_PHRASE and goes_on(document, at, end + 1, stop):
        end += 1
    if end < at:
        return None
    return at, apposition_end(document, end, stop)


def goes_on(document: Document, start: int, at: int, stop: int) -> bool:
    """Whether a token continues the noun phrase to its left."""
    word, mark = norm(document, at), raw(document, at)
    if at > start and not one_line(document, at - 1, at):
        return False
    if not document.tokens[at].word:
        return (
            (mark == "-" and tight(document, at))
            or mark in ("\u2019", "'")
            or (mark == "." and norm(document, at - 1) in clause_words("abbreviated"))
        )
    if word in closed("pronouns_subject") - closed("determiners"):
        return at == start
    if start < at and norm(document, start) in closed("pronouns_subject") - closed("determiners"):
        return False
    if word in closed("auxiliaries") or word in closed("subordinators") or word in closed("relatives"):
        return False
    if word in ("on", "in", "at", "after", "during", "before", "by", "when", "through", "via"):
        return at > start and word in ("in", "at", "on") and not time_after(document, at) and capital_after(document, at)
    if word == "and":
        return at + 1 < stop and (
            raw(document, at + 1)[:1].isupper() or norm(document, at + 1) in closed("determiners") | title_words().person_nouns
        )
    if time_at(document, document.tokens[at].span.start) is not None:
        return False
    return not (at > start and finite_verb(document, at))


def time_after(document: Document, at: int) -> bool:
    """Whether a time expression follows a preposition."""
    return at + 1 < len(document.tokens) and time_at(document, document.tokens[at + 1].span.start) is not None


def capital_after(document: Document, at: int) -> bool:
    """Whether a capitalised word follows."""
    after = at + 2 if norm(document, at + 1) == "the" else at + 1
    return raw(document, after)[:1].isupper()


def apposition_end(document: Document, end: int, stop: int) -> int:
    """Last token of an apposition or relative clause after a noun phrase: ", who leads the team", ", the spokesman"."""
    if raw(document, end + 1) != "," or end + 2 >= stop or not starts_apposition(document, end + 2):
        return end
    relative = norm(document, end + 2) in closed("relatives")
    for at in range(end + 2, min(stop, end + MAX_PHRASE)):
        mark = raw(document, at)
        if mark in (",", ";", ".") and not (mark == "." and norm(document, at - 1) in clause_words("abbreviated")):
            return at - 1 if relative or describes(document, end + 2, at - 1) else end
        if mark in QUOTE_MARKS or norm(document, at) in closed("subordinators") - {"that", "as"}:
            return end
        if not relative and (
            norm(document, at) in closed("auxiliaries") or norm(document, at) in closed("pronouns_subject") - closed("determiners")
        ):
            return end
    return end


def describes(document: Document, start: int, end: int) -> bool:
    """Whether an apposition holds a title, a person noun or a person's name."""
    span = (document.tokens[start].span.start, document.tokens[end].span.end)
    if any(norm(document, i) in title_words().person_nouns for i in range(start, end + 1)):
        return True
    return any(span[0] <= m.span.start and m.span.end <= span[1] and m.type == "person" for m in near(document, span[1]))


def speaks(document: Document, phrase: tuple[int, int], strict: bool) -> bool:
    """Whether a phrase can be a speaker; ``strict`` asks for an actor, a document or a pronoun for a person."""
    start, end = phrase
    span = (document.tokens[start].span.start, document.tokens[end].span.end)
    words = [norm(document, i) for i in range(start, end + 1)]
    if start == end and words[0] in ("it", "this", "that", "which", "what", "there", "these", "those"):
        return words[0] in ("it", "which") if not strict else words[0] == "it"
    if any(
        w in title_words().person_nouns
        or w in word_set("nominals", "anonymous")
        or w in word_set("nominals", "documents")
        or w in word_set("nominals", "institutions")
        or w in word_set("nominals", "parties")
        for w in words
    ):
        return True
    if any(w in closed("person_pronouns") or w in closed("plural_pronouns") or w in ("we", "i", "both", "whose", "its") for w in words):
        return True
    if any(
        span[0] <= m.span.start and m.span.end <= span[1] and m.kind == "name" and m.subtype != "demonym" for m in near(document, span[1])
    ):
        return True
    if strict:
        return any(
            raw(document, i)[:1].isupper()
            and norm(document, i) not in closed("determiners") | closed("prepositions") | closed("conjunctions")
            for i in range(max(start, start), end + 1)
        )
    return True


def opens_clause(document: Document, at: int) -> bool:
    """Whether a token opens a clause of its own: a subordinator, a semicolon, a dash, a coordinating word."""
    return norm(document, at) in closed("subordinators") | {"and", "but", "or", "nor"} or raw(document, at) in (
        ";",
        ":",
        "\u2014",
        "\u2013",
    )
