"""Whose officer somebody is when his title does not say it: "In Quito, army spokesman X", "its envoy, Y", "deputy minister Z".

A possessive or an institution before the title tells it. Else the states of the document are weighed: a place or a state in the
sentence, the dateline, how the name is spelt; one that has officers already weighs less.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import chain

from dragoman.knowledge.actors import capital_of, heirs, is_state, state_on
from dragoman.knowledge.language import closed, cue_forms, region_codes, word_set
from dragoman.knowledge.offices import in_office, same_title, terms_of
from dragoman.knowledge.offices.origins import likeness
from dragoman.records import Document, Mention, Place, Span, Title
from dragoman.resolve.chains import Person
from dragoman.resolve.index import before, inside, opens_sentence, places_in, sentence_index

# Weights of a conditional logit (McFadden 1974) over the states of an article, rounded, fitted on 858 officers of 615 training articles: it
# gives 85 in 100 of them their state, and 78 in 100 of 172 in articles that it did not see (the weights before it gave 72).
SENTENCE, DATELINE, SUBJECT, LAST, LAST_PLACE, FIRST, LEADING, OTHERS = 1.0, 2.0, 2.0, 1.0, 1.0, 0.5, 1.0, 1.5
NAMED_LIKE, CERTAIN = 2.5, 10.0  # the weight of a name's spelling, and the log-odds from which it weighs whole
REACH = 2  # sentences back
OWNER_REACH = 60  # characters back to the body or place whose officer somebody is
AMERICA = "USA"
PARTY_TAG = re.compile(r",? \(?[DRI]-[A-Z]")  # behind a legislator's name: "R-Ohio", "(D-Calif.)"
# "Senator X, Republican of Connecticut", "X, a Georgia Democrat"; Social and Christian Democrats sit elsewhere.
PARTY_MEMBER = re.compile(r",? (?:an? |the )?(?:(?!(?:Social|Christian|Liberal|Free)\b)\w+ ){0,2}(?:Republican|Democrat)s?\b")
LEGISLATORS = frozenset({"senator", "congressman", "congresswoman", "rep."})
PARTIES = re.compile(r"(?:house|senate) (?:majority|minority|democrat|republican)")
SECRETARIES = frozenset({"assistant secretary of state", "deputy assistant secretary of state", "undersecretary of state"})
REGION_BEFORE = 16  # characters: "North Carolina "
REGION_BEHIND = 25  # characters behind a name in which "of South Carolina" may stand
TAGGED = re.compile(r"[a-z](?:, | \()[DRI]-[A-Z]")
CONGRESS = re.compile(r"\b(?:White House|Capitol Hill|GOP|U\.?S\.? (?:Senat|Congress|House)|(?:House|Senate) (?:Republic|Democrat))")


@dataclass(frozen=True, slots=True)
class Ground:
    """What a document offers for guessing a home: its states in order, how often each is named, and its dateline's state."""

    states: tuple[Mention, ...]
    counts: Counter[str]
    dateline: str | None
    places: tuple[Place, ...]
    american: bool


def ground(document: Document) -> Ground:
    """The ground of a document."""
    found = tuple(m for m in document.mentions if m.type == "state" and m.kind == "name" and m.actor and is_state(m.actor[:3]))
    place = document.place or ""
    towns = tuple(p for p in document.places if p.by != "state" and p.country)
    dateline = capital_of().get(place) or next((p.country for p in towns[:8] if p.name == place), None)
    dateline = state_on(dateline, document.published) if dateline and document.published else dateline
    counts = Counter(m.actor for m in found if m.actor)
    american = AMERICA in [state for state, _ in counts.most_common(2)] and CONGRESS.search(document.text) is not None
    american = american or TAGGED.search(document.text) is not None
    return Ground(found, counts, dateline, towns, american)


def settle_homes(document: Document, persons: list[Person]) -> None:
    """Give every person with a title the state or body he is an officer of, if the text or the table of holders tells it."""
    soil = ground(document)
    taken = Counter(state for p in persons for state in {*p.states})
    for person in persons:
        if person.states or not person.titles:
            continue
        title = person.titles[0]
        home = (
            from_table(document, person.name, title) or legislator(document, person, title, soil) or guessed(document, person, soil, taken)
        )
        if home is not None:
            person.states.append(home)


def guessed(document: Document, person: Person, soil: Ground, taken: Counter[str]) -> str | None:
    """The state of an officer by what stands around his title; of scholars, and of a zoo's director or a board's chairman, none."""
    title = person.titles[0]
    if (body := body_in(document, title)) is not None:
        return body
    if {*title.title.split()} & word_set("titles", "private") or of_something(document, title):
        return None
    return beside(document, title, soil) or weighed(document, person, title, soil, taken)


def body_in(document: Document, title: Title) -> str | None:
    """The body whose name stands in the words of an office that any body has: "SAS President", "chairman of the Securities Commission"."""
    if title.title.split(" of ")[0] not in word_set("titles", "bare") - {"member"}:
        return None
    organs = tuple(sorted(word_set("nominals", "institutions") | word_set("nominals", "organs")))
    bodies = [m for m in inside(document, title.span) if m.type == "organisation" and m.kind == "name" and m.subtype is None]
    named = [m for m in bodies if not document.words(m.span).casefold().endswith(organs)]
    return named[0].actor if named else None


def of_something(document: Document, title: Title) -> bool:
    """Whether a common noun before a bare office says whose it is: "zoo director", "council president", "board chairman"."""
    if title.title not in word_set("titles", "bare"):
        return False
    words = document.text[max(0, title.span.start - 30) : title.span.start].split()
    word = words[-1] if words and document.text[title.span.start - 1] == " " else ""
    return word.isalpha() and word.islower() and not is_function_word(word)


def is_function_word(word: str) -> bool:
    """Whether a word is of a closed class or a verb of saying: what stands before an office without saying whose it is."""
    classes = ("determiners", "prepositions", "conjunctions", "possessives", "adverbs", "auxiliaries", "relatives", "pronouns_subject")
    return word in cue_forms() or any(word in closed(c) for c in classes)


def legislator(document: Document, person: Person, title: Title, soil: Ground) -> str | None:
    """The United States for their secretaries and legislators.

    These are told by a party and region behind the name, a region beside it, or by what the article is about.
    """
    words = document.words(title.span).casefold()
    chambers = words.startswith(("house ", "senate "))
    if title.title in SECRETARIES and soil.counts[AMERICA]:
        return AMERICA
    kinds = {*title.title.split()}
    by_party = any(tag.match(document.text, span.end) for span in person.spans for tag in (PARTY_TAG, PARTY_MEMBER))
    if by_party and kinds & (LEGISLATORS | {"representative", "governor"}):
        return AMERICA
    if not chambers and not kinds & LEGISLATORS:
        return None
    if by_party or PARTIES.match(words):
        return AMERICA
    first = document.sentences[max(0, sentence_index(document, title.span.start))].start
    start = max(first, title.span.start - REGION_BEFORE)
    near = " ".join(document.text[start : span.end + REGION_BEHIND] for span in title.holders[:1])
    return AMERICA if soil.american or any(re.search(rf"\b{region}\b", near) for region in sorted({*region_codes().values()})) else None


def from_table(document: Document, name: str, title: Title) -> str | None:
    """The state of a bare title by the table of holders, if all terms of that name and title agree."""
    rows = [t for t in terms_of(name) if same_title(t.title, t.of, title.title)]
    day = document.published
    running = [t for t in rows if day and in_office(t, day)] or rows
    found = sorted({t.of for t in running})
    return found[0] if len(found) == 1 else None


def beside(document: Document, title: Title, soil: Ground) -> str | None:
    """The state of a possessive, an institution, a place or a state before a title in its sentence."""
    near = [
        m
        for m in before(document, title.span.start, OWNER_REACH)
        if document.text[m.span.end : title.span.start].strip() in ("", "'s", "\u2019s")
    ]
    for mention in near:
        if mention.kind == "pronoun" and mention.type != "person" and mention.actor and not mention.actor.startswith("person:"):
            return mention.actor
        if mention.subtype == "government" and mention.actor:
            return mention.actor
        if mention.type == "organisation" and mention.actor and near_possessor(document, mention):
            return mention.actor
    owners = places_in(document, Span(max(0, title.span.start - OWNER_REACH), title.span.start))
    owner = next((p for p in reversed(owners) if document.text[p.span.end : title.span.start].strip() in ("'s", "\u2019s")), None)
    if owner is not None and owner.country:
        return owner.country  # "Wallonia's minister-president"
    within = [m for m in inside(document, title.span) if m.subtype == "government" and m.actor]
    return within[0].actor if within else None


def in_sentence(document: Document, title: Title, soil: Ground) -> str | None:
    """The state of a place, or the first state, that stands before a title in its sentence."""
    sentence = document.sentences[max(0, sentence_index(document, title.span.start))]
    for place in reversed(places_in(document, Span(sentence.start, title.span.start))):
        if place.country and document.text[max(0, place.span.start - 3) : place.span.start].casefold() == "in ":
            return place.country
    start = bisect_left(soil.states, sentence.start, key=lambda m: m.span.start)
    first = soil.states[start] if start < len(soil.states) else None
    return (
        first.actor if first is not None and first.span.end <= title.span.start and first.actor not in receiving(document, title) else None
    )


def near_possessor(document: Document, mention: Mention) -> bool:
    """Whether a body's name is the possessor of what follows."""
    return document.text[mention.span.end : mention.span.end + 2] in ("'s", "\u2019s")


def alike(name: str, state: str) -> float:
    """How much a name is spelt like those of a state's holders of office, from -1 to 1; 0 for a state with few known names.

    A state that is no more has the names of its heirs.
    """
    best = max(likeness(name, one) or 0.0 for one in heirs().get(state, (state,)))
    return max(-1.0, min(1.0, best / CERTAIN))


def weighed(document: Document, person: Person, title: Title, soil: Ground, others: Counter[str]) -> str | None:
    """The state for which most speaks; one to which he is sent is not his own."""
    score: dict[str, float] = defaultdict(float)
    here_named = in_sentence(document, title, soil)
    if here_named is not None:
        score[here_named] += SENTENCE
    if soil.dateline:
        score[soil.dateline] += DATELINE
    stop = bisect_left(soil.states, title.span.start, key=lambda m: m.span.start)
    here = sentence_index(document, title.span.start)
    recent = [m for m in soil.states[max(0, stop - 12) : stop] if here - sentence_index(document, m.span.start) <= REACH]
    subjects = [m for m in recent if opens_sentence(document, m.span)]
    for mentions, weight in ((subjects[-1:], SUBJECT), (recent[-1:], LAST), (soil.states[:1], FIRST)):
        for mention in mentions:
            score[mention.actor or ""] += weight
    for state, _ in soil.counts.most_common(2):
        score[state] += LEADING
    behind = bisect_left(soil.places, title.span.start, key=lambda p: p.span.start)
    if behind:
        score[soil.places[behind - 1].country or ""] += LAST_PLACE
    sent = {*chain.from_iterable(receiving(document, t) for t in person.titles)}
    score = {state: score.get(state, 0.0) for state in {*score, *soil.counts} - sent}
    for state in score:
        score[state] += NAMED_LIKE * alike(person.name, state) - OTHERS * (state in others)
    best = max(score, key=lambda s: (score[s], soil.counts[s], s), default=None)
    return best if best and score[best] > 0 else None


def receiving(document: Document, title: Title) -> set[str]:
    """The states to which an envoy is sent, which are not his own: "the acting ambassador to Ukraine"."""
    if " to " not in title.title:
        return set()
    return {m.actor for m in inside(document, title.span) if m.type == "state" and m.actor}
