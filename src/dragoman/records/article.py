"""What an article is and what can be found in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol


class Span(NamedTuple):
    """A half-open stretch of ``Document.text``."""

    start: int
    end: int

    def covers(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


# ---- what the text alone tells


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or punctuation mark; ``norm`` is its casefolded form with straight apostrophes."""

    span: Span
    norm: str
    word: bool


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks.

    ``span`` holds the marks, ``inner`` does not. ``depth`` is 0 for the outermost. ``opened`` is false where the
    quotation runs on from the paragraph before, ``closed`` where it runs on or its closing mark is missing.
    """

    span: Span
    inner: Span
    depth: int = 0
    opened: bool = True
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names something.

    ``kind`` is name, nominal ("the diplomat") or pronoun; ``type`` person, state, organisation, group, place, event
    or other; ``subtype`` is finer: demonym, capital, government, media, party, people, role ... ``actor`` is the id of
    what it names, ``members`` those of a plural mention, ``candidates`` those that fit equally well.
    """

    span: Span
    kind: str
    type: str
    subtype: str | None = None
    actor: str | None = None
    members: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    score: float = 1.0
    by: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """An expression of office: "former Turkish Foreign Minister".

    ``title`` is its normal form ("foreign minister"), ``of`` the state or body id it belongs to if the words tell,
    ``status`` current, former, acting, elect or self-proclaimed, ``plural`` true for "Presidents X and Y".
    ``holders`` are the spans of the person names that the words attach it to; empty for a bare "the minister".
    """

    span: Span
    title: str
    of: str | None
    status: str
    holders: tuple[Span, ...] = ()
    plural: bool = False
    by: str = ""


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression. ``value`` is TIMEX3, ``begins`` and ``ends`` are ISO days.

    ``form`` is what the grammar understood, for the resolver to turn into a value: a rule name and its arguments,
    for instance ``("weekday", "2", "last")``.
    """

    span: Span
    type: str
    value: str | None = None
    begins: str | None = None
    ends: str | None = None
    anniversary_of: str | None = None
    form: tuple[str, ...] = ()
    by: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A place name; ``reading`` is "place", or "government" where a capital or country stands for its government."""

    span: Span
    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    reading: str = "place"
    by: str = ""


@dataclass(frozen=True, slots=True)
class Stance:
    """How warmly a statement speaks of an actor, from -2 (hostile) to +2 (strongly positive), with an interval."""

    toward: str
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Occasion:
    """When, where and at what event something was said."""

    date: str | None = None
    place: str | None = None
    occasion: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One attributed proposition: source, cue and content (PARC attribution relation).

    ``kind`` is direct (all of the content is quoted), mixed or indirect. ``quoted`` are the verbatim parts. What
    comes after ``cue`` is filled by the resolving room.
    """

    id: str
    kind: str
    content: tuple[Span, ...]
    quoted: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    cue_word: str | None = None
    addressee: str | None = None
    addressee_span: Span | None = None
    media: tuple[Span, ...] = ()
    speaker: str | None = None
    co_speakers: tuple[str, ...] = ()
    standing: str | None = None
    office: str | None = None
    voice_of: str | None = None
    via: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    stance: tuple[Stance, ...] = ()
    within: str | None = None
    said: Occasion = Occasion()
    score: float = 0.5
    by: str = ""

    @property
    def hull(self) -> Span:
        """The smallest span that holds all of the content."""
        return Span(self.content[0].start, self.content[-1].end)


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom (PLOVER).

    ``trigger`` is the shortest words that name the deed. ``via`` is the statement through which it reaches us, or
    ``None`` when the outlet itself reports it; ``performed_by`` the statement that is the deed (an accusation).
    """

    id: str
    type: str
    trigger: Span
    mode: str | None = None
    context: tuple[str, ...] = ()
    cameo: str | None = None
    quad: int | None = None
    intensity: float | None = None
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    actor_span: tuple[Span, ...] = ()
    recipient_span: tuple[Span, ...] = ()
    date: str | None = None
    date_span: Span | None = None
    place: str | None = None
    factuality: str = "actual"
    via: str | None = None
    performed_by: str | None = None
    score: float = 0.5
    by: str = ""


# ---- who, and the registers of an article


@dataclass(frozen=True, slots=True)
class Office:
    """A post as an article attests it: title, of which state or body, and whether it is held now or was before."""

    title: str
    of: str | None
    status: str | None
    begins: str | None = None
    ends: str | None = None
    attested: tuple[str, ...] = ()
    evidence: Span | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, state, organisation or group."""

    id: str
    type: str
    name: str
    offices: tuple[Office, ...] = ()


@dataclass(frozen=True, slots=True)
class Dyad:
    """An ordered pair of actors: who, toward whom; and how warmly, as the article's statements have it."""

    source: str
    toward: str
    stance: float | None
    low: float | None
    high: float | None
    statements: tuple[str, ...] = ()
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ground:
    """A foundation or a friction: what the relations of two parties are said to rest on, or to suffer from."""

    dyad: tuple[str, ...]
    span: Span
    theme: str | None
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """What one party undertakes toward others."""

    by: tuple[str, ...]
    to: tuple[str, ...]
    span: Span
    kind: str | None = "cooperative"
    due: str | None = None
    condition: str | None = None
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Mediation:
    """Who mediates between whom, and how far it has come."""

    mediators: tuple[str, ...]
    between: tuple[str, ...]
    span: Span
    status: str | None
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Warning:  # noqa: A001 - the field's word, and the name of the layer in reading/1
    """Something a reader should know: a contradiction, damage, a language that is not read."""

    kind: str
    message: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposals:
    """What a learned encoder offers for one document: candidates with scores, which the rules weigh against theirs."""

    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A text, where it came from, and the layers found in it (stand-off annotation).

    ``published`` is an ISO day. ``place`` is the dateline or the place of the conversation. ``header`` are the spans of
    metadata inside the text (date lines, tags, datelines, bylines): never statements, never events. ``source_map``
    leads back to the file where a reader cleaned something: (offset in text, offset in the source, length) runs.
    ``proposals`` are an encoder's candidates, for the steps that weigh them.
    """

    id: str
    ref: str
    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    place: str | None = None
    lang: str | None = None
    header: tuple[Span, ...] = ()
    source_map: tuple[tuple[int, int, int], ...] = ()
    paragraphs: tuple[Span, ...] = ()
    sentences: tuple[Span, ...] = ()
    tokens: tuple[Token, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    titles: tuple[Title, ...] = ()
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    times: tuple[Timex, ...] = ()
    places: tuple[Place, ...] = ()
    dyads: tuple[Dyad, ...] = ()
    foundations: tuple[Ground, ...] = ()
    frictions: tuple[Ground, ...] = ()
    promises: tuple[Promise, ...] = ()
    mediations: tuple[Mediation, ...] = ()
    warnings: tuple[Warning, ...] = ()
    proposals: Proposals = Proposals()

    def words(self, span: Span) -> str:
        """The verbatim words of a span."""
        return self.text[span.start : span.end]


Step = Callable[[Document], Document]
"""One step of a room: a document goes in, the same document with one more layer comes out."""


class Encoder(Protocol):
    """The seam for a learned reader: it sees a document once and offers candidates."""

    def __call__(self, document: Document) -> Proposals:
        """Candidates for one document, a pure function of its text."""
        ...


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read: which, why, and what would mend it."""

    ref: str
    error: str
    advice: str


def covering(spans: Sequence[Span], span: Span) -> Span | None:
    """The one of some sorted, disjoint spans that covers another."""
    index = bisect_right(spans, span.start, key=lambda s: s.start) - 1
    return spans[index] if index >= 0 and spans[index].covers(span) else None


def starting_at(spans: Sequence[Span], offset: int) -> Span | None:
    """The first of some sorted spans that starts at an offset."""
    index = bisect_left(spans, offset, key=lambda s: s.start)
    return spans[index] if index < len(spans) and spans[index].start == offset else None


def united(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same stretches as disjoint spans in the order of the text."""
    done: list[Span] = []
    for span in sorted(spans):
        if done and span.start < done[-1].end:
            done[-1] = Span(done[-1].start, max(done[-1].end, span.end))
        else:
            done.append(span)
    return tuple(done)


def touched(spans: Sequence[Span], span: Span) -> bool:
    """Whether a span shares a character with one of some sorted, disjoint spans."""
    index = bisect_left(spans, span.end, key=lambda s: s.start) - 1
    return index >= 0 and spans[index].touches(span)


def by_start(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in the order of the text, each once."""
    return tuple(sorted(set(spans)))
