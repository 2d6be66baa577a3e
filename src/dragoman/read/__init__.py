"""The first room: bytes become documents. Nothing here opens a socket."""

from __future__ import annotations

from dragoman.read.document import MAX_CHARACTERS, Given, day_of, read_text
from dragoman.read.sources import read_bytes, read_path, read_stream

__all__ = ["MAX_CHARACTERS", "Given", "day_of", "read_bytes", "read_path", "read_stream", "read_text"]
