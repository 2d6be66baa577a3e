"""The fourth room: documents go into an archive and are found again, on SQLite or PostgreSQL."""
