"""The search index: FTS5 on SQLite, a tsvector with GIN on PostgreSQL."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

SQLITE = (
    """CREATE TABLE search_rows (
        row INTEGER PRIMARY KEY,
        document TEXT NOT NULL REFERENCES documents (document) ON DELETE CASCADE,
        layer TEXT NOT NULL,
        item INTEGER NOT NULL,
        day TEXT,
        kind TEXT)""",
    "CREATE INDEX ix_search_rows_document ON search_rows (document)",
    "CREATE VIRTUAL TABLE search_words USING fts5(words, heading, tokenize = 'ascii')",
    "CREATE TRIGGER search_rows_gone AFTER DELETE ON search_rows BEGIN DELETE FROM search_words WHERE rowid = old.row; END",
)
POSTGRESQL = (
    """CREATE TABLE search_rows (
        row BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        document TEXT NOT NULL REFERENCES documents (document) ON DELETE CASCADE,
        layer TEXT NOT NULL,
        item INTEGER NOT NULL,
        day TEXT,
        kind TEXT,
        words TSVECTOR NOT NULL)""",
    "CREATE INDEX ix_search_rows_document ON search_rows (document)",
    "CREATE INDEX ix_search_rows_words ON search_rows USING gin (words)",
)


def upgrade() -> None:
    """Make the index; an archive of version 0001 holds no documents that would have to go into it."""
    for command in POSTGRESQL if op.get_bind().dialect.name == "postgresql" else SQLITE:
        op.execute(command)
