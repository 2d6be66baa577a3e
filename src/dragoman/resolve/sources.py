"""What a source's words say: a person, a state or body, a text that speaks for its issuer, several at once, or nobody by name."""

from __future__ import annotations

import re

from dragoman.knowledge.language import word_set
from dragoman.records import Document, Mention, Span, Statement
from dragoman.resolve.bodies import described
from dragoman.resolve.halves import half_state
from dragoman.resolve.hanging import hangs, regime
from dragoman.resolve.index import before, inside, sentence_index, turn_holder
from dragoman.resolve.joint import Several, several
from dragoman.resolve.media import is_medium
from dragoman.resolve.press import medium_said
from dragoman.resolve.said import Said, voice_of
from dragoman.resolve.texts import HEAD_END, issued

CERTAIN, LIKELY = 0.95, 0.85  # a mention's score where nobody else was in question, and where one person fits
JOINT = ("both", "the two", "the three", "the four")  # also before kinds of people: "both ministers"
CLAUSE = re.compile(
    r", (?:who|whom|whose|which|where|speaking|citing|quoting|seen|asked|reached|monitored|headed|led|chaired|flanked|including"
    r"|accompanied)\b"
)
WHOLE = {
    "org:un-security-council": "org:un",
    "org:un-general-assembly": "org:un",
    "org:european-commission": "org:eu",
    "org:european-parliament": "org:eu",
    "org:european-council": "org:eu",
}  # organs speak for the whole
PAIR_REACH = 400  # characters back to the two of whom "the latter" is one: two long sentences
HANGING = ("of", "for", "to", "by", "from", "with", "in", "at", "near", "outside")  # before a name that only says whose or where


def of_source(document: Document, statement: Statement, last: Statement | None, guest: str | None, nameless: Statement | None) -> Said:
    """What the source of a statement tells.

    ``last`` is the statement before it, ``guest`` the person interviewed, ``nameless`` the last statement if it is an
    unnamed person's: "an official said ... He added".
    """
    source = main_part(document, statement.source[0])
    mentions = inside(document, source)
    words = document.words(source).casefold().replace("\u2019", "'")
    if nameless is not None and goes_on(document, source, words, nameless):
        return Said(nameless.speaker, nameless.voice_of, (), "unnamed-again")
    if words in ("i", "we") and (here := turn_holder(document, source.start) or guest):
        return Said(here, None, (), "interviewee")
    if words == "it" and last is not None and text_before(document, source, last):
        return Said(last.speaker, last.voice_of, last.co_speakers, "text-again")
    if (antecedent := clause_owner(document, statement, source)) is not None:
        return Said(antecedent, None, (), "relative-clause")
    hung = [m for m in mentions if m.type == "person" and m.kind == "name" and hangs(document, source, m)]
    mentions = [m for m in mentions if m not in hung]
    named = [m for m in mentions if m.type == "person" and m.kind == "name" and m.actor]
    if named or (state := regime(document, source, hung)) is not None:
        return person_said(document, source, named) if named else Said(state, state, (), "institution-again")
    if words == "which" and (body := antecedent_of_which(document, source)) is not None:
        return body
    if words in ("the latter", "the former"):
        return one_of_two(document, source, words)
    joint = several(document, source, words, mentions, last) if not unnamed(words) or words.startswith(JOINT) or officers(words) else None
    if joint is not None:
        return joint_said(joint)
    head = head_mention(document, source, mentions)
    if head is not None and head.type == "person":
        return nominal_said(document, source, head, mentions, words)
    text = (
        half_said(document, source) or medium_said(document, source, words, mentions) or text_said(document, source, words, mentions, last)
    )
    if text is not None:
        return text
    if unnamed(words):
        return Said(None, voice_in(document, source, words, mentions), (), unnamed_way(words))
    return body_said(document, source, head, words)


def text_before(document: Document, source: Span, last: Statement) -> bool:
    """Whether the statement before is a text's, which "it" then means: "The note said ... It added"."""
    if not last.source or sentence_index(document, source.start) - sentence_index(document, last.hull.end - 1) > 2:
        return False
    words = HEAD_END.split(document.words(last.source[0]).casefold(), maxsplit=1)[0].split()
    return bool(words) and bool({*words} & word_set("nominals", "documents"))


def goes_on(document: Document, source: Span, words: str, nameless: Statement) -> bool:
    """Whether "he", "she", "the official" goes on with an unnamed person: nobody was named in between."""
    if words not in ("he", "she", "him", "her") and not words.startswith(
        ("the source", "the same", "the official", "the diplomat", "the envoy", "one of them")
    ):
        return False
    here = nameless.source[0]
    if sentence_index(document, source.start) - sentence_index(document, max(here.end, nameless.hull.end) - 1) > 2:
        return False
    between = inside(document, Span(here.start, source.start))
    return not any(m.type == "person" and m.kind == "name" and not held(nameless, m.span) for m in between)


def held(statement: Statement, span: Span) -> bool:
    """Whether a span lies in a statement's content."""
    return any(c.covers(span) for c in statement.content)


def clause_owner(document: Document, statement: Statement, source: Span) -> str | None:
    """The person of the relative clause at whose end a source was cut: "The former minister, who held the post in ..., noted"."""
    sentence = document.sentences[max(0, sentence_index(document, source.start))]
    opened = document.text.rfind(", who ", sentence.start, source.start)
    if opened < 0 or not statement.cue or "," in document.text[opened + 1 : source.start]:
        return None
    if not document.text[source.end : statement.cue[0].start].lstrip().startswith(","):
        return None
    who = [m for m in inside(document, Span(opened, opened + 6)) if m.kind == "pronoun" and m.actor]
    return who[0].actor if who else None


def main_part(document: Document, source: Span) -> Span:
    """A source without the relative clause behind it."""
    match = CLAUSE.search(document.text, source.start, source.end)
    return Span(source.start, match.start()) if match and match.start() > source.start else source


# ---- persons


def person_said(document: Document, source: Span, named: list[Mention]) -> Said:
    """One or several persons named in the source."""
    first = named[0]
    others = tuple(dict.fromkeys(m.actor for m in named[1:] if m.actor and m.actor != first.actor and coordinated(document, m)))
    return Said(first.actor, None, others, name_way(document, source, first, others))


def name_way(document: Document, source: Span, name: Mention, others: tuple[str, ...]) -> str:
    """How a person is named in a source: with several others, by all of his names, with a title, or by his family name alone."""
    if others:
        return "names"
    if name.by == "encoder":
        return "name-guessed"
    if " " in document.words(name.span):
        return "full-name" if name.span == source else "full-name-titled"
    return "family-name" if name.span == source else "family-name-titled"


def anaphor_way(head: Mention) -> str:
    """How a nominal or pronoun was read: nobody else in question, one who fits best, or the last who fits."""
    kind = "pronoun" if head.kind == "pronoun" else "nominal"
    return f"{kind}-alone" if head.score >= CERTAIN else f"{kind}-fitting" if head.score >= LIKELY else f"{kind}-last"


def coordinated(document: Document, mention: Mention) -> bool:
    """Whether "and" or a comma joins a name to one before it, perhaps over a title."""
    gap = document.text[max(0, mention.span.start - 60) : mention.span.start]
    return " and " in gap[-60:] or gap.endswith((", ", "& "))


def nominal_said(document: Document, source: Span, head: Mention, mentions: list[Mention], words: str) -> Said:
    """A person by nominal or pronoun, or an officer whom nobody names."""
    if head.actor:
        return Said(head.actor, None, (), anaphor_way(head))
    if head.kind == "pronoun":
        return Said(None, None, (), "pronoun-unresolved")
    voice = voice_in(document, source, words, mentions)
    if voice is not None and any(w.startswith("spokes") for w in words.split()):
        return Said(voice, voice, (), "spokesman")  # his words are the body's, whoever he is
    if voice is not None and definite(document, source, head, mentions) and {*words.split()} & word_set("nominals", "offices"):
        return Said(voice, voice, (), "office-of-state")
    return Said(None, voice, (), unnamed_way(words))


def antecedent_of_which(document: Document, source: Span) -> Said | None:
    """The state or body right before a comma and "which": "Rwanda, which has denied"."""
    for mention in before(document, source.start, 80):
        if document.text[mention.span.end : source.start] == ", " and mention.type in ("state", "organisation") and mention.actor:
            return Said(mention.actor, mention.actor, (), "relative-clause")
    return None


def officers(words: str) -> bool:
    """Whether holders of an office of several states speak: "the foreign ministers of Chad and Niger"."""
    return " and " in words and bool({*words.split()} & word_set("titles", "plurals"))


def one_of_two(document: Document, source: Span, words: str) -> Said:
    """ "The latter", "the former": the last or the last but one of the persons or states named before."""
    near = before(document, source.start, PAIR_REACH)
    for kind in ("person", "state"):
        named = list(dict.fromkeys(m.actor for m in near if m.type == kind and m.kind == "name" and m.actor))
        if len(named) >= 2:
            who = named[0 if words == "the latter" else 1]
            return Said(who, voice_of(who), (), "nominal-fitting")
    return Said(None, None)


def definite(document: Document, source: Span, head: Mention, mentions: list[Mention]) -> bool:
    """Whether a nominal is of one holder of an office: "Turkey's foreign minister", "the Belgian foreign minister"."""
    first = document.words(source).casefold().split()[0]
    return first == "the" or any(possessor(document, source, m) and m.kind == "name" for m in mentions if m.span.start == source.start)


def head_mention(document: Document, source: Span, mentions: list[Mention]) -> Mention | None:
    """The mention that a source is about: the first that is neither an adjective nor a possessor, the longest at its place."""
    ordered = sorted(
        (m for m in mentions if m.subtype != "demonym" and not possessor(document, source, m)), key=lambda m: (m.span.start, -m.span.end)
    )
    people = [m for m in ordered if m.type == "person" and m.kind == "nominal"]
    if people and not (ordered[0].type in ("state", "organisation") and ordered[0].span.end > people[0].span.end):
        return people[0]
    return ordered[0] if ordered else None


def possessor(document: Document, source: Span, mention: Mention) -> bool:
    """Whether a mention is only a possessor inside a source: "Putin's", "his", "its"."""
    if mention.kind == "pronoun":
        return document.words(mention.span).casefold() in ("his", "her", "its", "their", "our", "my") and mention.span != source
    return document.text[mention.span.end : mention.span.end + 2] in ("'s", "\u2019s") and mention.span.end + 2 < source.end


def joint_said(joint: Several) -> Said:
    """Several who speak with one voice: the first as the speaker, the others beside him."""
    return Said(joint.members[0], joint.voice, joint.members[1:], joint.way)


# ---- states, bodies and texts


def body_said(document: Document, source: Span, head: Mention | None, words: str) -> Said:
    """A state or body; a people's adjective that stands alone ("the Afghan charge") is its state."""
    if head is None:
        return people_said(document, source) or organ_said(document, source) or described_said(document, source) or called(document, source)
    if head.kind == "pronoun":
        return Said(head.actor, voice_of(head.actor), (), "it") if head.actor else Said(None, None)
    if head.type in ("state", "organisation") and head.actor:
        if head.kind == "name" and head.type == "state" and located(document, source, head):
            return Said(None, None)
        if is_medium(document, head):
            return Said(head.actor, None, (), "medium", True)
        return Said(head.actor, WHOLE.get(head.actor, head.actor), (), body_way(document, source, head))
    return Said(None, None)


def people_said(document: Document, source: Span) -> Said | None:
    """ "The Russians", "the Eritrean": a people's name with nothing behind it is its state."""
    for mention in inside(document, source):
        before_it = document.text[source.start : mention.span.start].casefold().strip()
        if mention.subtype == "demonym" and mention.actor and mention.span.end == source.end and before_it in ("", "the"):
            return Said(mention.actor, mention.actor, (), "people")
    return None


def half_said(document: Document, source: Span) -> Said | None:
    """ "The North", "the South"."""
    state = half_state(document, source)
    return Said(state, state, (), "state-in-words") if state else None


def organ_said(document: Document, source: Span) -> Said | None:
    """ "SADC's executive secretariat", "a panel of UN experts", "the Tongan position": the state or body whose organ or word it is."""
    words = document.words(source).casefold().replace("\u2019", "'").split()
    owners = [m for m in inside(document, source) if m.type in ("state", "organisation") or m.subtype == "demonym"]
    owner = next((m for m in owners if m.actor and not is_medium(document, m) and not located(document, source, m)), None)
    if owner is None or owner.actor is None or not {w.strip(",.") for w in words} & word_set("nominals", "organs"):
        return None
    return Said(WHOLE.get(owner.actor, owner.actor), owner.actor, (), "organ")


def described_said(document: Document, source: Span) -> Said | None:
    """ "The university", "the airline": the body that was named before."""
    body = described(document, source)
    return Said(body, WHOLE.get(body, body), (), "institution-again") if body else None


def called(document: Document, source: Span) -> Said:
    """A source that is all a proper name: the person who bears it, if one does; else what is so called speaks for itself."""
    words = document.words(source).removeprefix("the ").removeprefix("The ").split()
    if not words or len(words) > 4 or not all(w[:1].isupper() and w.isalpha() and not w.isupper() for w in words):
        return Said(None, None)
    bearers = {
        m.actor
        for m in document.mentions
        if m.type == "person" and m.kind == "name" and m.actor and {*words} <= {*document.words(m.span).split()}
    }
    if len(bearers) == 1:
        return Said(bearers.pop(), None, (), "name-guessed")
    return Said(None, None)


def body_way(document: Document, source: Span, head: Mention) -> str:
    """How a state or body is told: an institution with its state, without it, by name, or by a name among other words."""
    if head.subtype == "government" or head.kind != "name":
        return ("institution" if head.span == source else "institution-in-words") if explicit(document, head) else "institution-again"
    kind = "state" if head.type == "state" else "body"
    return f"{kind}-guessed" if head.by == "encoder" else kind if head.span == source else f"{kind}-in-words"


def explicit(document: Document, head: Mention) -> bool:
    """Whether a body's own words name its state: "the Turkish Foreign Ministry"."""
    return any(
        m.kind == "name" and m.subtype != "government" and m.actor == head.actor and m.span != head.span
        for m in inside(document, head.span)
    )


def located(document: Document, source: Span, head: Mention) -> bool:
    """Whether a state's or capital's name only tells where somebody is: "a rights association in Rome"."""
    before_it = document.text[source.start : head.span.start].casefold().split()
    return bool(before_it) and before_it[-1] in ("in", "at", "near", "from", "outside", "on", "around", "to")


def text_said(document: Document, source: Span, words: str, mentions: list[Mention], last: Statement | None) -> Said | None:
    """ "The statement", "the communique's last line", "his letter": who issued it; nobody where no text speaks."""
    found = issued(document, source, words, mentions, last)
    if found is None:
        return None
    if found.issuer is None:
        return Said(None, None)
    voice = None if found.issuer.startswith("person:") else WHOLE.get(found.issuer, found.issuer)
    return Said(found.issuer, found.voice or voice, found.others, found.way)


# ---- the unnamed


def unnamed(words: str) -> bool:
    """Whether a source names a kind of people, not an actor."""
    plain = [w.strip(".,") for w in words.replace("'s", "").split()[:8]]
    return any(w in word_set("nominals", "anonymous") for w in plain)


def unnamed_way(words: str) -> str:
    """How nobody is named: one or some of a kind ("a diplomat", "officials"), or one who is known ("the source")."""
    first = words.split(maxsplit=1)[0]
    return "unnamed-known" if first in ("the", "this", "that", "his", "her", "its", "their", "he", "she") else "unnamed"


def voice_in(document: Document, source: Span, words: str, mentions: list[Mention]) -> str | None:
    """The state or body that unnamed officials speak for; reporters, experts and residents speak for none."""
    if {w.strip(".,'") for w in words.split()} & word_set("nominals", "silent"):
        bodies = [m.actor for m in mentions if m.type == "organisation" and m.kind == "name" and m.by == "known-name"]
        return bodies[0] if bodies and "expert" in words else None
    official = bool({w.strip(".,'") for w in words.split()} & {"official", "officials", "authorities", "government", "ministry"})
    own = [
        m
        for m in mentions
        if m.type in ("state", "organisation") and m.actor and m.subtype != "media" and (official or not located(document, source, m))
    ]
    if own:
        return own[0].actor
    title = next((m for m in mentions if m.kind == "pronoun" and m.actor and not m.actor.startswith("person:")), None)
    return title.actor if title is not None else None
