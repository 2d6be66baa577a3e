"""Whether the name of a capital or a state stands for its government: "Moscow said", against "in Moscow".

Who does, says, owns a policy or is one of two sides is a government. A state is a place unless its words make it one of
these; a capital in diplomatic news is a government unless its words make it a place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from dragoman.knowledge.language import closed, cue_forms, word_set
from dragoman.records import Document, Place, covering, starting_at

FAR = 4  # words before a name in which a noun decides what "to" and "from" mean


def acts(document: Document, place: Place) -> bool:
    """Whether the name of a state or capital stands for its government here."""
    if covering(document.header, place.span) is not None or is_dateline(document, place):
        return False
    first, last = joined(document, place)
    before = [document.tokens[i].norm for i in range(max(0, first - FAR - 1), first)]
    if before and before[-1] == "the":
        before.pop()
    behind = [document.tokens[i].norm for i in range(last + 1, min(last + 1 + FAR, len(document.tokens)))]
    if place.by != "state":
        return capital_acts(document, last, before, behind)
    told = by_words_before(before)
    if behind[:1] == ["'s"] and on_land(behind[1:3]):
        return False
    if told is not None:
        return told
    return is_addressed(before) or by_words_behind(
        behind, opens=starting_at(document.sentences, document.tokens[first].span.start) is not None
    )


def joined(document: Document, place: Place) -> tuple[int, int]:
    """First and last token of the row of places in which a name stands: "Russia, Iran and Turkey"."""
    first = bisect_left(document.tokens, place.span.start, key=lambda t: t.span.start)
    last = bisect_right(document.tokens, place.span.end - 1, key=lambda t: t.span.start) - 1
    number = bisect_left(document.places, place.span, key=lambda p: p.span)
    for other in reversed(document.places[max(0, number - FAR) : number]):
        between = document.text[other.span.end : document.tokens[first].span.start].split()
        if between not in (["and"], ["or"], [","], [",", "and"]):
            break
        first = bisect_left(document.tokens, other.span.start, key=lambda t: t.span.start)
    for other in document.places[number + 1 : number + 1 + FAR]:
        between = document.text[document.tokens[last].span.end : other.span.start].split()
        if between not in (["and"], ["or"], [","], [",", "and"]):
            break
        last = bisect_right(document.tokens, other.span.end - 1, key=lambda t: t.span.start) - 1
    return first, last


def by_words_before(before: list[str]) -> bool | None:
    """What the words before a state tell; ``None`` where they leave it open."""
    word, earlier = (before[-1], before[:-1]) if before else ("", [])
    if word in ("on", "about"):
        return True  # one is on an island only: what is "on Iran" is a burden or a subject
    if word == "for":
        return not any(w in word_set("places", "travel") for w in earlier)
    if word in ("to", "from", "of"):
        serves = word != "from" and any(w in word_set("places", "serving") for w in earlier)
        return serves or any(w in word_set("places", "dealing") for w in earlier)
    if word in word_set("places", "place_before"):
        return False
    if word in word_set("places", "sides") or (word == "and" and "between" in earlier):
        return True
    return None


def is_addressed(before: list[str]) -> bool:
    """Whether a state is the object of an address: "urged Iran"."""
    return bool(before) and before[-1] in word_set("places", "addressing")


def by_words_behind(behind: list[str], opens: bool) -> bool:
    """Whether the words behind a state make it the subject of a deed, the owner of a policy or a modifier of its servants."""
    words = [word for word in behind if word not in closed("adverbs")]
    if not words:
        return False
    if words[0] in ("'s", "'"):
        return not on_land(words[1:3])
    if words[0] in ("is", "are", "was", "were"):
        return len(words) > 1 and (words[1] in word_set("places", "acting_behind_be") or words[1].endswith(("ing", "ed")))
    if words[0] == "-":
        return "border" not in words and (words[1:2] == ["led"] or is_deed(words[1:2]) or words[1:2] == ["run"])
    if (words[0] == "," and words[1:2] == ["which"]) or words[0] in ("and", "or"):
        return is_deed(words[2:3])  # "Turkey, which holds ...", "Turkey and NATO agreed"
    if words[0] == "to":
        return opens  # "Turkey to host talks"
    return is_deed(words[:1]) or is_servant(words[0])


def is_deed(words: list[str]) -> bool:
    """Whether a word is a verb of saying or doing."""
    return any(w in word_set("places", "acting") or w in cue_forms() or (w.endswith("ed") and len(w) > 3) for w in words)


def is_servant(word: str) -> bool:
    """Whether a word right behind a state is a noun that the state modifies: "U.S. officials"; not one of its land."""
    classes = ("prepositions", "conjunctions", "determiners", "auxiliaries", "relatives", "pronouns_subject", "possessives")
    return word[:1].isalpha() and not on_land([word]) and not any(word in closed(name) for name in classes)


def on_land(words: list[str]) -> bool:
    """Whether one of some words is a part of a land or town, or its people."""
    return any(word in word_set("places", "of_the_land") or word in word_set("places", "after_town") for word in words)


def capital_acts(document: Document, last: int, before: list[str], behind: list[str]) -> bool:
    """Whether a capital stands for its government."""
    word, earlier = (before[-1], before[:-1]) if before else ("", [])
    if word in word_set("places", "place_before"):
        return False
    if behind[:1] == ["'s"] and on_land(behind[1:3]):
        return False
    if on_land(behind[:1]) or behind[:2] == ["-", "based"] or among_towns(document, last):
        return False
    if word in ("from", "via"):
        return any(w in word_set("places", "dealing") or w in word_set("places", "serving") for w in earlier)
    if word in ("to", "of", "for", "and", "on"):
        return not any(w in word_set("places", "travel") for w in earlier[1 - FAR :])
    return not (behind[:1] == [","] and last + 2 < len(document.tokens) and document.text[document.tokens[last + 2].span.start].isdigit())


def among_towns(document: Document, last: int) -> bool:
    """Whether a row of places ends with a town that is no capital, or the state of a town: "Cairo and Jeddah", "Paris, France"."""
    number = bisect_left(document.places, document.tokens[last].span.end, key=lambda p: p.span.end)
    closing = document.places[number : number + 1]
    if any(p.by.startswith("gazetteer") for p in closing):
        return True
    row = document.places[max(0, number - 1) : number]
    return any(p.by.startswith("gazetteer") and document.text[p.span.end : closing[0].span.start] == " and " for p in row if closing)


def is_dateline(document: Document, place: Place) -> bool:
    """Whether a place opens its line and a date, a dash or an agency follows."""
    opens = starting_at(document.paragraphs, place.span.start) is not None
    after = document.text[place.span.end : place.span.end + 3]
    return (
        opens
        and (after.startswith((" (", ", ", " -", " \u2014", " \u2013", " /", ". ")) or after[:1] in ("\n", ""))
        and document.words(place.span).isupper()
    )
