"""The tables of an archive, the same on SQLite and PostgreSQL.

``document`` is everywhere the first sixteen hexadecimal digits of the document's id; what lies in a document has the key
(document, its own id there), so that the same articles give the same rows in whatever order they came. Spans are JSON
pairs of code-point offsets into ``documents.text``; next to them stand their verbatim words. Days are ISO texts. Lists
that nobody joins on are JSON; who takes part in what stands in ``parties``.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Float, ForeignKey, Index, Integer, MetaData, Table, Text

VERSION = "0002"  # of the schema, and the name of its last migration; a change comes with a new one
VERSION_TABLE = "dragoman_version"
KEY = 16  # digits of the id that serve as key

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMING)


def of_document() -> Column[str]:
    """The key of the document a row belongs to; the row goes when the document goes."""
    return Column(
        "document",
        Text,
        ForeignKey("documents.document", ondelete="CASCADE"),
        primary_key=True,
        comment="the document's key",
    )


def numbered(name: str, comment: str) -> Column[int]:
    """A row's place among those of its document."""
    return Column(name, Integer, primary_key=True, autoincrement=False, comment=comment)


def span_columns() -> tuple[Column[int], Column[int], Column[str]]:
    """Where a row stands in the text, and its words."""
    return (
        Column("begin", Integer, nullable=False, comment="first character, counted in code points from 0"),
        Column("end", Integer, nullable=False, comment="behind the last character"),
        Column("words", Text, nullable=False, comment="the verbatim words"),
    )


documents = Table(
    "documents",
    metadata,
    Column("document", Text, primary_key=True, comment="the key: sixteen hexadecimal digits of the id"),
    Column("id", Text, nullable=False, unique=True, comment="sha256: of the text and the URL"),
    Column("ref", Text, nullable=False, comment="the caller's name for it, of the appearance that was read"),
    Column("title", Text),
    Column("publisher", Text),
    Column("url", Text),
    Column("published", Text, index=True, comment="ISO day"),
    Column("place", Text, comment="dateline"),
    Column("lang", Text),
    Column("text", Text, nullable=False),
    Column("characters", Integer, nullable=False, comment="length of the text in code points"),
    Column("header", Text, nullable=False, comment="JSON spans of metadata inside the text"),
    Column("paragraphs", Text, nullable=False, comment="JSON spans"),
    Column("sentences", Text, nullable=False, comment="JSON spans"),
    Column("warnings", Text, nullable=False, comment="JSON list of kind, message, spans"),
    Column("read_by", Text, nullable=False, comment="version and encoder that read it"),
    Column("duplicate_of", Text, ForeignKey("documents.document"), index=True, comment="key of the document that stands for it"),
    comment="articles, each text at one address once",
)

appearances = Table(
    "appearances",
    metadata,
    of_document(),
    Column("appearance", Text, primary_key=True, comment="sixteen hexadecimal digits of all that was known of the text there"),
    Column("published", Text, comment="ISO day"),
    Column("publisher", Text),
    Column("title", Text),
    Column("ref", Text, nullable=False, comment="the caller's name for it"),
    comment="where and when the same text was met; the document bears the first of them",
    sqlite_with_rowid=False,  # small rows lie in the tree of their key itself: half the size
)

signatures = Table(
    "signatures",
    metadata,
    of_document(),
    numbered("band", "which part of the signature"),
    Column("hash", Text, nullable=False, comment="of the band"),
    Index("ix_signatures_band_hash", "band", "hash"),
    comment="MinHash bands, by which near copies are found",
    sqlite_with_rowid=False,
)

statements = Table(
    "statements",
    metadata,
    of_document(),
    numbered("statement", "its number in the document: 3 is s3"),
    Column("day", Text, index=True, comment="ISO day it was said, else published"),
    Column("kind", Text, nullable=False, comment="direct, indirect or mixed"),
    *span_columns(),
    Column("content", Text, nullable=False, comment="JSON spans; words holds them joined by a blank"),
    Column("quoted", Text, nullable=False, comment="JSON spans of the verbatim parts"),
    Column("source_words", Text, comment="the words that name the source"),
    Column("source", Text, nullable=False, comment="JSON spans"),
    Column("cue_words", Text, comment="the words that report"),
    Column("cue", Text, nullable=False, comment="JSON spans"),
    Column("cue_word", Text, comment="its dictionary form"),
    Column("speaker", Text, index=True, comment="actor"),
    Column("standing", Text),
    Column("office", Text),
    Column("voice_of", Text, comment="actor for whom he speaks"),
    Column("addressee", Text, comment="actor"),
    Column("addressee_span", Text, comment="JSON span"),
    Column("media", Text, nullable=False, comment="JSON spans of the outlets that relay it"),
    Column("act", Text, comment="the main act"),
    Column("acts", Text, nullable=False, comment="JSON list, the main one first"),
    Column("within", Integer, comment="number of the statement that holds this one"),
    Column("said_date", Text),
    Column("said_place", Text),
    Column("said_occasion", Text),
    Column("score", Float, nullable=False),
    Column("by", Text, nullable=False, comment="rule or model"),
    CheckConstraint('begin >= 0 AND begin <= "end"', name="span"),
    comment="who said what: one attributed proposition each",
)

stances = Table(
    "stances",
    metadata,
    of_document(),
    numbered("statement", "number of the statement"),
    Column("toward", Text, primary_key=True, comment="actor"),
    Column("value", Float, nullable=False, comment="-2 hostile to +2 strongly positive"),
    Column("low", Float, nullable=False),
    Column("high", Float, nullable=False),
    comment="how warmly a statement speaks of an actor",
    sqlite_with_rowid=False,
)

events = Table(
    "events",
    metadata,
    of_document(),
    numbered("event", "its number in the document: 3 is e3"),
    Column("day", Text, index=True, comment="first ISO day of its date, else published"),
    Column("type", Text, nullable=False, comment="PLOVER"),
    Column("mode", Text),
    Column("context", Text, nullable=False, comment="JSON list"),
    Column("cameo", Text),
    Column("quad", Integer, comment="1 words and 2 deeds of cooperation, 3 words and 4 deeds of conflict"),
    Column("intensity", Float),
    *span_columns(),
    Column("actor_span", Text, nullable=False, comment="JSON spans"),
    Column("recipient_span", Text, nullable=False, comment="JSON spans"),
    Column("date", Text, comment="TIMEX3"),
    Column("date_span", Text, comment="JSON span"),
    Column("place", Text),
    Column("factuality", Text, nullable=False),
    Column("via", Integer, comment="number of the statement that reports it; empty when the outlet does"),
    Column("performed_by", Integer, comment="number of the statement that is the deed"),
    Column("score", Float, nullable=False),
    Column("by", Text, nullable=False),
    comment="who did what to whom; begin, end and words are the trigger",
)

parties = Table(
    "parties",
    metadata,
    of_document(),
    Column("layer", Text, primary_key=True, comment="statement, event, dyad, foundation, friction, promise or mediation"),
    numbered("item", "number of the statement, event ... in the document"),
    Column(
        "role",
        Text,
        primary_key=True,
        comment="speaker, co_speaker, voice_of, about, toward, via, actor, recipient, source, party, by, to, mediator, between",
    ),
    numbered("place", "place in the list of that role"),
    Column("actor", Text, nullable=False),
    Index("ix_parties_actor", "actor", "layer", "role"),
    comment="who takes part in what",
    sqlite_with_rowid=False,
)

mentions = Table(
    "mentions",
    metadata,
    of_document(),
    numbered("mention", "number in the document"),
    *span_columns(),
    Column("kind", Text, nullable=False, comment="name, nominal or pronoun"),
    Column("type", Text, nullable=False),
    Column("subtype", Text),
    Column("actor", Text, index=True),
    Column("members", Text, nullable=False, comment="JSON list of actors"),
    Column("candidates", Text, nullable=False, comment="JSON list of actors"),
    Column("score", Float, nullable=False),
    Column("by", Text, nullable=False),
    comment="words that name something",
    sqlite_with_rowid=False,
)

actors = Table(
    "actors",
    metadata,
    of_document(),
    Column("actor", Text, primary_key=True, comment="RUS, org:nato, person:slug, group:name"),
    Column("type", Text, nullable=False, comment="person, state, organisation or group"),
    Column("name", Text, nullable=False, comment="as the document has it"),
    Column("folded", Text, nullable=False, comment="the name without case and accents, for searching"),
    Index("ix_actors_actor", "actor"),
    Index("ix_actors_folded", "folded"),
    comment="actors of each document; the view actor_names has one row an actor",
    sqlite_with_rowid=False,
)

offices = Table(
    "offices",
    metadata,
    of_document(),
    Column("actor", Text, primary_key=True),
    numbered("office", "number among the actor's"),
    Column("title", Text, nullable=False),
    Column("of", Text, comment="state or body"),
    Column("status", Text, comment="current, former, acting, elect or self-proclaimed"),
    Column("begins", Text),
    Column("ends", Text),
    Column("attested", Text, nullable=False, comment="JSON list of days"),
    Column("evidence", Text, comment="JSON span"),
    Column("words", Text, comment="the words of the evidence"),
    Index("ix_offices_actor", "actor"),
    comment="posts as documents attest them",
    sqlite_with_rowid=False,
)

times = Table(
    "times",
    metadata,
    of_document(),
    numbered("time", "number in the document"),
    *span_columns(),
    Column("type", Text, nullable=False),
    Column("value", Text, comment="TIMEX3"),
    Column("begins", Text),
    Column("ends", Text),
    Column("anniversary_of", Text),
    Column("by", Text, nullable=False),
    comment="expressions of time",
    sqlite_with_rowid=False,
)

places = Table(
    "places",
    metadata,
    of_document(),
    numbered("place", "number in the document"),
    *span_columns(),
    Column("name", Text, nullable=False),
    Column("country", Text),
    Column("lat", Float),
    Column("lon", Float),
    Column("geonames", Integer),
    Column("reading", Text, nullable=False, comment="place or government"),
    Column("by", Text, nullable=False),
    comment="place names",
    sqlite_with_rowid=False,
)

dyads = Table(
    "dyads",
    metadata,
    of_document(),
    numbered("dyad", "number in the document"),
    Column("source", Text, nullable=False),
    Column("toward", Text, nullable=False),
    Column("stance", Float),
    Column("low", Float),
    Column("high", Float),
    Column("statements", Text, nullable=False, comment="JSON list of numbers"),
    Column("events", Text, nullable=False, comment="JSON list of numbers"),
    comment="how warmly a document has one actor speak of and act toward another",
    sqlite_with_rowid=False,
)


def ground(name: str, comment: str) -> Table:
    """What relations are said to rest on, or to suffer from."""
    return Table(
        name,
        metadata,
        of_document(),
        numbered("item", "number in the document"),
        *span_columns(),
        Column("theme", Text),
        Column("statement", Integer, comment="number of the statement that says so"),
        comment=comment,
    )


foundations = ground("foundations", "what the relations of the parties are said to rest on")
frictions = ground("frictions", "what the relations of the parties are said to suffer from")

promises = Table(
    "promises",
    metadata,
    of_document(),
    numbered("item", "number in the document"),
    *span_columns(),
    Column("kind", Text, comment="cooperative, hostile or restraint"),
    Column("due", Text),
    Column("condition", Text),
    Column("statement", Integer),
    comment="what one party undertakes toward others",
)

mediations = Table(
    "mediations",
    metadata,
    of_document(),
    numbered("item", "number in the document"),
    *span_columns(),
    Column("status", Text, comment="offered, ongoing, accepted, refused, concluded or failed"),
    Column("statement", Integer),
    comment="who mediates between whom",
)

failures = Table(
    "failures",
    metadata,
    Column("failure", Text, primary_key=True, comment="sixteen hexadecimal digits of ref and error"),
    Column("ref", Text, nullable=False, index=True, comment="what could not be read"),
    Column("error", Text, nullable=False),
    Column("advice", Text, nullable=False),
    comment="inputs that could not be read; a row goes when its input could be read later",
)

runs = Table(
    "runs",
    metadata,
    Column("run", Integer, primary_key=True),
    Column("began", Text, nullable=False, comment="ISO time, UTC"),
    Column("ended", Text, comment="empty while it runs, and for ever if it was cut off"),
    Column("version", Text, nullable=False),
    Column("encoder", Text, nullable=False),
    Column("sources", Text, nullable=False, comment="JSON list"),
    Column("added", Integer, nullable=False, comment="documents that were new"),
    Column("known", Integer, nullable=False, comment="items that brought nothing new"),
    Column("seen", Integer, nullable=False, comment="known texts met at one more place"),
    Column("renewed", Integer, nullable=False, comment="read again for an earlier appearance"),
    Column("duplicates", Integer, nullable=False, comment="of the added, those for which another document stands"),
    Column("refused", Integer, nullable=False, comment="items that could not be read or kept"),
    comment="when what was added; the one table that differs between two archives of the same articles",
)
