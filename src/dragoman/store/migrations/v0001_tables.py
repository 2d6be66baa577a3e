"""The tables of the first release."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables and the view of names."""
    create_documents()
    create_failures()
    create_runs()
    create_actors()
    create_appearances()
    create_dyads()
    create_events()
    create_foundations()
    create_frictions()
    create_mediations()
    create_mentions()
    create_offices()
    create_parties()
    create_places()
    create_promises()
    create_signatures()
    create_stances()
    create_statements()
    create_times()
    op.execute(ACTOR_NAMES)


ACTOR_NAMES = """
CREATE VIEW actor_names AS
SELECT actor, type, name, documents FROM (
    SELECT actor, type, name, sum(count(*)) OVER (PARTITION BY actor) AS documents,
        row_number() OVER (PARTITION BY actor ORDER BY count(*) DESC, name, type) AS rank
    FROM actors GROUP BY actor, type, name
) AS named WHERE rank = 1
"""


def create_documents() -> None:
    """Make ``documents``."""
    op.create_table(
        "documents",
        sa.Column("document", sa.Text(), nullable=False, comment="the key: sixteen hexadecimal digits of the id"),
        sa.Column("id", sa.Text(), nullable=False, comment="sha256: of the text and the URL"),
        sa.Column("ref", sa.Text(), nullable=False, comment="the caller's name for it, of the appearance that was read"),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True, comment="ISO day"),
        sa.Column("place", sa.Text(), nullable=True, comment="dateline"),
        sa.Column("lang", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("characters", sa.Integer(), nullable=False, comment="length of the text in code points"),
        sa.Column("header", sa.Text(), nullable=False, comment="JSON spans of metadata inside the text"),
        sa.Column("paragraphs", sa.Text(), nullable=False, comment="JSON spans"),
        sa.Column("sentences", sa.Text(), nullable=False, comment="JSON spans"),
        sa.Column("warnings", sa.Text(), nullable=False, comment="JSON list of kind, message, spans"),
        sa.Column("read_by", sa.Text(), nullable=False, comment="version and encoder that read it"),
        sa.Column("duplicate_of", sa.Text(), nullable=True, comment="key of the document that stands for it"),
        sa.ForeignKeyConstraint(["duplicate_of"], ["documents.document"], name=op.f("fk_documents_duplicate_of")),
        sa.PrimaryKeyConstraint("document", name=op.f("pk_documents")),
        sa.UniqueConstraint("id", name=op.f("uq_documents_id")),
        comment="articles, each text at one address once",
    )
    op.create_index(op.f("ix_documents_duplicate_of"), "documents", ["duplicate_of"], unique=False)
    op.create_index(op.f("ix_documents_published"), "documents", ["published"], unique=False)


def create_failures() -> None:
    """Make ``failures``."""
    op.create_table(
        "failures",
        sa.Column("failure", sa.Text(), nullable=False, comment="sixteen hexadecimal digits of ref and error"),
        sa.Column("ref", sa.Text(), nullable=False, comment="what could not be read"),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("advice", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("failure", name=op.f("pk_failures")),
        comment="inputs that could not be read; a row goes when its input could be read later",
    )
    op.create_index(op.f("ix_failures_ref"), "failures", ["ref"], unique=False)


def create_runs() -> None:
    """Make ``runs``."""
    op.create_table(
        "runs",
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("began", sa.Text(), nullable=False, comment="ISO time, UTC"),
        sa.Column("ended", sa.Text(), nullable=True, comment="empty while it runs, and for ever if it was cut off"),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("encoder", sa.Text(), nullable=False),
        sa.Column("sources", sa.Text(), nullable=False, comment="JSON list"),
        sa.Column("added", sa.Integer(), nullable=False, comment="documents that were new"),
        sa.Column("known", sa.Integer(), nullable=False, comment="items that brought nothing new"),
        sa.Column("seen", sa.Integer(), nullable=False, comment="known texts met at one more place"),
        sa.Column("renewed", sa.Integer(), nullable=False, comment="read again for an earlier appearance"),
        sa.Column("duplicates", sa.Integer(), nullable=False, comment="of the added, those for which another document stands"),
        sa.Column("refused", sa.Integer(), nullable=False, comment="items that could not be read or kept"),
        sa.PrimaryKeyConstraint("run", name=op.f("pk_runs")),
        comment="when what was added; the one table that differs between two archives of the same articles",
    )


def create_actors() -> None:
    """Make ``actors``."""
    op.create_table(
        "actors",
        sa.Column("document", sa.Text(), nullable=False, comment="the document's key"),
        sa.Column("actor", sa.Text(), nullable=False, comment="RUS, org:nato, person:slug, group:name"),
        sa.Column("type", sa.Text(), nullable=False, comment="person, state, organisation or group"),
        sa.Column("name", sa.Text(), nullable=False, comment="as the document has it"),
        sa.Column("folded", sa.Text(), nullable=False, comment="the name without case and accents, for searching"),
        sa.ForeignKeyConstraint(["document"], ["documents.document"], name=op.f("fk_actors_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "actor", name=op.f("pk_actors")),
        comment="actors of each document; the view actor_names has one row an actor",
        sqlite_with_rowid=False,
    )
    op.create_index("ix_actors_actor", "actors", ["actor"], unique=False)
    op.create_index("ix_actors_folded", "actors", ["folded"], unique=False)


def create_appearances() -> None:
    """Make ``appearances``."""
    op.create_table(
        "appearances",
        sa.Column("document", sa.Text(), nullable=False, comment="the document's key"),
        sa.Column("appearance", sa.Text(), nullable=False, comment="sixteen hexadecimal digits of all that was known of the text there"),
        sa.Column("published", sa.Text(), nullable=True, comment="ISO day"),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("ref", sa.Text(), nullable=False, comment="the caller's name for it"),
        sa.ForeignKeyConstraint(["document"], ["documents.document"], name=op.f("fk_appearances_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "appearance", name=op.f("pk_appearances")),
        comment="where and when the same text was met; the document bears the first of them",
        sqlite_with_rowid=False,
    )


def create_dyads() -> None:
    """Make ``dyads``."""
    op.create_table(
        "dyads",
        sa.Column("document", sa.Text(), nullable=False, comment="the document's key"),
        sa.Column("dyad", sa.Integer(), autoincrement=False, nullable=False, comment="number in the document"),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("toward", sa.Text(), nullable=False),
        sa.Column("stance", sa.Float(), nullable=True),
        sa.Column("low", sa.Float(), nullable=True),
        sa.Column("high", sa.Float(), nullable=True),
        sa.Column("statements", sa.Text(), nullable=False, comment="JSON list of numbers"),
        sa.Column("events", sa.Text(), nullable=False, comment="JSON list of numbers"),
        sa.ForeignKeyConstraint(["document"], ["documents.document"], name=op.f("fk_dyads_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "dyad", name=op.f("pk_dyads")),
        comment="how warmly a document has one actor speak of and act toward another",
        sqlite_with_rowid=False,
    )


def create_events() -> None:
    """Make ``events``."""
    op.create_table(
        "events",
        sa.Column("document", sa.Text(), nullable=False, comment="the document's key"),
        sa.Column("event", sa.Integer(), autoincrement=False, nullable=False, comment="its number in the document: 3 is e3"),
        sa.Column("day", sa.Text(), nullable=True, comment="first ISO day of its date, else published"),
        sa.Column("type", sa.Text(), nullable=False, comment="PLOVER"),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("context", sa.Text(), nullable=False, comment="JSON list"),
        sa.Column("cameo", sa.Text(), nullable=True),
        sa.Column("quad", sa.Integer(), nullable=True, comment="1 words and 2 deeds of cooperation, 3 words and 4 deeds of conflict"),
        sa.Column("intensity", sa.Float(), nullable=True),
        sa.Column("begin", sa.Integer(), nullable=False, comment="first character, counted in code points from 0"),
        sa.Column("end", sa.Integer(), nullable=False, comment="behind the last character"),
        sa.Column("words", sa.Text(), nullable=False, comment="the verbatim words"),
        sa.Column("actor_span", sa.Text(), nullable=False, comment="JSON spans"),
        sa.Column("recipient_span", sa.Text(), nullable=False, comment="JSON spans"),
        sa.Column("date", sa.Text(), nullable=True, comment="TIMEX3"),
        sa.Column("date_span", sa.Text(), nullable=True, comment="JSON span"),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("factuality", sa.Text(), nullable=False),
        sa.Column("via", sa.Integer(), nullable=True, comment="number of the statement that reports it; empty when the outlet does"),
        sa.Column("performed_by", sa.Integer(), nullable=True, comment="number of the statement that is the deed"),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.document"], name=op.f("fk_events_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "event", name=op.f("pk_events")),
        comment="who did what to whom; begin, end and words are the trigger",
    )
    op.create_index(op.f("ix_events_day"), "events", ["day"], unique=False)


def create_foundations() -> None:
    """Make ``foundations``."""
    op.create_table(
        "foundations",
        sa.Column("document", sa.Text(), nullable=False, comment="the document's key"),
        sa.Column("item", sa.Integer(), autoincrement=False, nullable=False, comment="number in the document"),
        sa.Column("begin", sa.Integer(), nullable=False, comment="first character, counted in code points from 0"),
        sa.Column("end", sa.Integer(), nullable=False, comment="behind the last character"),
        sa.Column("words", sa.Text(), nullable=False, comment="the verbatim words"),
        sa.Column("theme", sa.Text(), nullable=True),
        sa.Column("statement", sa.Integer(), nullable=True, comment="number of the statement that says so"),
        sa.ForeignKeyConstraint(["document"], ["documents.document"], name=op.f("fk_foundations_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "item", name=op.f("pk_foundations")),
        comment="what the relations of the parties are said to rest on",
    )


def create_frictions() -> None:
    """Make ``frictions``."""
    op.create_table(
        "frictions",
        sa.Column("document", sa.Text(), nullable=False, comment="the document's key"),
        sa.Column("item", sa.Integer(), autoincrement=False, nullable=False, comment="number in the document"),
        sa.Column("begin", sa.Integer(), nullable=False, comment="first character, counted in code points from 0"),
        sa.Column("end", sa.Integer(), nullable=False, comment="behind the last character"),
        sa.Column("words", sa.Text(), nullable=False, comment="the verbatim words"),
        sa.Column("theme", sa.Text(), nullable=True),
        sa.Column("statement", sa.Integer(), nullable=True, comment="number of the statement that says so"),
        sa.ForeignKeyConstraint(["document"], ["documents.document"], name=op.f("fk_frictions_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "item", name=op.f("pk_frictions")),
        comment="what the relations of the parties are said to suffer from",
    )


def create_mediations() -> None:
    """Make ``mediations``."""
    op.create_table(
        "mediations",
        sa.Column("document", sa.Text(), nullable=False, comment="the document's key"),
        sa.Column("item", sa.Integer(), autoincrement=False, nullable=False, comment="number in the document"),
        sa.Column("begin", sa.Integer(), nullable=False, comment="first character, counted in code points from 0"),
        sa.Column("end", sa.Integer(), nullable=False, comment="behind the last character"),
        sa.Column("words", sa.Text(), nullable=False, comment="the verbatim words"),
        sa.Column("status", sa.Text(), nullable=True, comment="offered, ongoing, accepted, refused, concluded or failed"),
        sa.Column("statement", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["document"], ["documents.document"], name=op.f("fk_mediations_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "item", name=op.f("pk_mediations")),
        comment="who mediates between whom",
    )


def create_mentions() -> None:
    """Make ``mentions``."""
    op.create_table(
        "mentions",
        sa.Column("document", sa.Text(), nullable=False, comment="the document's key"),
        sa.Column("mention", sa.Integer(), autoincrement=False, nullable=False, comment="number in the document"),
        sa.Column("begin", sa.Integer(), nullable=False, comment="first character, counted in code points from 0"),
        sa.Column("end", sa.Integer(), nullable=False, comment="behind the last character"),
        sa.Column("words", sa.Text(), nullable=False, comment="the verbatim words"),
        sa.Column("kind", sa.Text(), nullable=False, comment="name, nominal or pronoun"),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("subtype", sa.Text(), nullable=True),
        sa.Column("actor", sa.Text(), nullable=True),
        sa.Column("members", sa.Text(), nullable=False, comment="JSON list of actors"),
        sa.Column("candidates", sa.Text(), nullable=False, comment="JSON list of actors"),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.document"], name=op.f("fk_mentions_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "mention", name=op.f("pk_mentions")),
        comment="words that name something",
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_mentions_actor"), "mentions", ["actor"], unique=False)


def create_offices() -> None:
    """Make ``offices``."""
    op.create_table(
        "offices",
        sa.Column("document", sa.Text(), nullable=False, comment="the document's key"),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("office", sa.Integer(), autoincrement=False, nullable=False, comment="number among the actor's"),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("of", sa.Text(), nullable=True, comment="state or body"),
        sa.Column("status", sa.Text(), nullable=True, comment="current, former, acting, elect or self-proclaimed"),
        sa.Column("begins", sa.Text(), nullable=True),
        sa.Column("ends", sa.Text(), nullable=True),
        sa.Column("attested", sa.Text(), nullable=False, comment="JSON list of days"),
        sa.Column("evidence", sa.Text(), nullable=True, comment="JSON span"),
        sa.Column("words", sa.Text(), nullable=True, comment="the words of the evidence"),
        sa.ForeignKeyConstraint(["document"], ["documents.document"], name=op.f("fk_offices_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "actor", "office", name=op.f("pk_offices")),
        comment="posts as documents attest them",
        sqlite_with_rowid=False,
    )
    op.create_index("ix_offices_actor", "offices", ["actor"], unique=False)


def create_parties() -> None:
    """Make ``parties``."""
    op.create_table(
        "parties",
        sa.Column("document", sa.Text(), nullable=False, comment="the document's key"),
        sa.Column("layer", sa.Text(), nullable=False, comment="statement, event, dyad, foundation, friction, promise or mediation"),
        sa.Column("item", sa.Integer(), autoincrement=False, nullable=False, comment="number of the statement, event ... in the document"),
        sa.Column(
            "role",
            sa.Text(),
            nullable=False,
            comment="speaker, co_speaker, voice_of, about, toward, via, actor, recipient, source, party, by, to, mediator, between",
        ),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False, comment="place in the list of that role"),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.document"], name=op.f("fk_parties_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "layer", "item", "role", "place", name=op.f("pk_parties")),
        comment="who takes part in what",
        sqlite_with_rowid=False,
    )
    op.create_index("ix_parties_actor", "parties", ["actor", "layer", "role"], unique=False)


def create_places() -> None:
    """Make ``places``."""
    op.create_table(
        "places",
        sa.Column("document", sa.Text(), nullable=False, comment="the document's key"),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False, comment="number in the document"),
        sa.Column("begin", sa.Integer(), nullable=False, comment="first character, counted in code points from 0"),
        sa.Column("end", sa.Integer(), nullable=False, comment="behind the last character"),
        sa.Column("words", sa.Text(), nullable=False, comment="the verbatim words"),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("geonames", sa.Integer(), nullable=True),
        sa.Column("reading", sa.Text(), nullable=False, comment="place or government"),
        sa.Column("by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.document"], name=op.f("fk_places_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "place", name=op.f("pk_places")),
        comment="place names",
        sqlite_with_rowid=False,
    )


def create_promises() -> None:
    """Make ``promises``."""
    op.create_table(
        "promises",
        sa.Column("document", sa.Text(), nullable=False, comment="the document's key"),
        sa.Column("item", sa.Integer(), autoincrement=False, nullable=False, comment="number in the document"),
        sa.Column("begin", sa.Integer(), nullable=False, comment="first character, counted in code points from 0"),
        sa.Column("end", sa.Integer(), nullable=False, comment="behind the last character"),
        sa.Column("words", sa.Text(), nullable=False, comment="the verbatim words"),
        sa.Column("kind", sa.Text(), nullable=True, comment="cooperative, hostile or restraint"),
        sa.Column("due", sa.Text(), nullable=True),
        sa.Column("condition", sa.Text(), nullable=True),
        sa.Column("statement", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["document"], ["documents.document"], name=op.f("fk_promises_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "item", name=op.f("pk_promises")),
        comment="what one party undertakes toward others",
    )


def create_signatures() -> None:
    """Make ``signatures``."""
    op.create_table(
        "signatures",
        sa.Column("document", sa.Text(), nullable=False, comment="the document's key"),
        sa.Column("band", sa.Integer(), autoincrement=False, nullable=False, comment="which part of the signature"),
        sa.Column("hash", sa.Text(), nullable=False, comment="of the band"),
        sa.ForeignKeyConstraint(["document"], ["documents.document"], name=op.f("fk_signatures_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "band", name=op.f("pk_signatures")),
        comment="MinHash bands, by which near copies are found",
        sqlite_with_rowid=False,
    )
    op.create_index("ix_signatures_band_hash", "signatures", ["band", "hash"], unique=False)


def create_stances() -> None:
    """Make ``stances``."""
    op.create_table(
        "stances",
        sa.Column("document", sa.Text(), nullable=False, comment="the document's key"),
        sa.Column("statement", sa.Integer(), autoincrement=False, nullable=False, comment="number of the statement"),
        sa.Column("toward", sa.Text(), nullable=False, comment="actor"),
        sa.Column("value", sa.Float(), nullable=False, comment="-2 hostile to +2 strongly positive"),
        sa.Column("low", sa.Float(), nullable=False),
        sa.Column("high", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.document"], name=op.f("fk_stances_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "statement", "toward", name=op.f("pk_stances")),
        comment="how warmly a statement speaks of an actor",
        sqlite_with_rowid=False,
    )


def create_statements() -> None:
    """Make ``statements``."""
    op.create_table(
        "statements",
        sa.Column("document", sa.Text(), nullable=False, comment="the document's key"),
        sa.Column("statement", sa.Integer(), autoincrement=False, nullable=False, comment="its number in the document: 3 is s3"),
        sa.Column("day", sa.Text(), nullable=True, comment="ISO day it was said, else published"),
        sa.Column("kind", sa.Text(), nullable=False, comment="direct, indirect or mixed"),
        sa.Column("begin", sa.Integer(), nullable=False, comment="first character, counted in code points from 0"),
        sa.Column("end", sa.Integer(), nullable=False, comment="behind the last character"),
        sa.Column("words", sa.Text(), nullable=False, comment="the verbatim words"),
        sa.Column("content", sa.Text(), nullable=False, comment="JSON spans; words holds them joined by a blank"),
        sa.Column("quoted", sa.Text(), nullable=False, comment="JSON spans of the verbatim parts"),
        sa.Column("source_words", sa.Text(), nullable=True, comment="the words that name the source"),
        sa.Column("source", sa.Text(), nullable=False, comment="JSON spans"),
        sa.Column("cue_words", sa.Text(), nullable=True, comment="the words that report"),
        sa.Column("cue", sa.Text(), nullable=False, comment="JSON spans"),
        sa.Column("cue_word", sa.Text(), nullable=True, comment="its dictionary form"),
        sa.Column("speaker", sa.Text(), nullable=True, comment="actor"),
        sa.Column("standing", sa.Text(), nullable=True),
        sa.Column("office", sa.Text(), nullable=True),
        sa.Column("voice_of", sa.Text(), nullable=True, comment="actor for whom he speaks"),
        sa.Column("addressee", sa.Text(), nullable=True, comment="actor"),
        sa.Column("addressee_span", sa.Text(), nullable=True, comment="JSON span"),
        sa.Column("media", sa.Text(), nullable=False, comment="JSON spans of the outlets that relay it"),
        sa.Column("act", sa.Text(), nullable=True, comment="the main act"),
        sa.Column("acts", sa.Text(), nullable=False, comment="JSON list, the main one first"),
        sa.Column("within", sa.Integer(), nullable=True, comment="number of the statement that holds this one"),
        sa.Column("said_date", sa.Text(), nullable=True),
        sa.Column("said_place", sa.Text(), nullable=True),
        sa.Column("said_occasion", sa.Text(), nullable=True),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False, comment="rule or model"),
        sa.CheckConstraint('begin >= 0 AND begin <= "end"', name=op.f("ck_statements_span")),
        sa.ForeignKeyConstraint(["document"], ["documents.document"], name=op.f("fk_statements_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "statement", name=op.f("pk_statements")),
        comment="who said what: one attributed proposition each",
    )
    op.create_index(op.f("ix_statements_day"), "statements", ["day"], unique=False)
    op.create_index(op.f("ix_statements_speaker"), "statements", ["speaker"], unique=False)


def create_times() -> None:
    """Make ``times``."""
    op.create_table(
        "times",
        sa.Column("document", sa.Text(), nullable=False, comment="the document's key"),
        sa.Column("time", sa.Integer(), autoincrement=False, nullable=False, comment="number in the document"),
        sa.Column("begin", sa.Integer(), nullable=False, comment="first character, counted in code points from 0"),
        sa.Column("end", sa.Integer(), nullable=False, comment="behind the last character"),
        sa.Column("words", sa.Text(), nullable=False, comment="the verbatim words"),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=True, comment="TIMEX3"),
        sa.Column("begins", sa.Text(), nullable=True),
        sa.Column("ends", sa.Text(), nullable=True),
        sa.Column("anniversary_of", sa.Text(), nullable=True),
        sa.Column("by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.document"], name=op.f("fk_times_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "time", name=op.f("pk_times")),
        comment="expressions of time",
        sqlite_with_rowid=False,
    )
