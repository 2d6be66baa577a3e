"""Behind the counter of ``dragoman dossier``: a relation of an archive as a file, whole or not at all."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import UsageError
from dragoman.records import Relation
from dragoman.verbs import relation as related

STANDARD_OUTPUT = "-"
HTML = (".html", ".htm")
MARKDOWN = (".md", ".markdown")


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose dossier is wanted, of what archive, as of when, and where it goes."""

    a: str
    b: str
    archive: str
    output: str = STANDARD_OUTPUT
    as_of: str | None = None
    window: int | None = None


def write_dossier(asked: Asked) -> None:
    """Write the dossier of two actors.

    Raises UsageError, before the archive is opened, for a file of no known form and for a folder that is not there; for actors
    that the archive does not know; and for a file that cannot be written. Raises StoreError for what is no archive.
    """
    from dragoman.store import open_archive

    checked(asked.output)
    with open_archive(asked.archive, create=False) as archive:
        relation = related(archive, asked.a, asked.b, as_of=asked.as_of, window_days=asked.window)
    told = form_of(asked.output, relation).encode("utf-8", "xmlcharrefreplace")
    if asked.output == STANDARD_OUTPUT:
        sys.stdout.buffer.write(told)
        sys.stdout.buffer.flush()
    else:
        write_whole(Path(asked.output), told)


def checked(output: str) -> None:
    """Refuse a file of no known form, and one that lies in no folder."""
    if output == STANDARD_OUTPUT:
        return
    path = Path(output)
    if path.suffix.lower() not in HTML + MARKDOWN:
        raise UsageError(
            f"A dossier is written as HTML or Markdown, and {output!r} is neither by its name.", "Name a file.html or a file.md."
        )
    if path.is_dir() or not path.absolute().parent.is_dir():
        raise UsageError(f"--output {output!r} is a folder, or lies in none.", "Name a file in a folder that is there.")


def form_of(output: str, relation: Relation) -> str:
    """The dossier in the form that the file's name asks for; Markdown for standard output."""
    from dragoman.tell.dossier import as_html, as_markdown

    return as_html(relation) if Path(output).suffix.lower() in HTML else as_markdown(relation)


def write_whole(path: Path, told: bytes) -> None:
    """Write a file beside its place and move it there when it is whole: what stood there before stands until then."""
    path = path.resolve()
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("xb") as stream:
            stream.write(told)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except OSError as fault:
        with suppress(OSError):
            part.unlink()
        raise UsageError(f"The dossier {str(path)!r} cannot be written: {fault.strerror or fault}.", "Name another file.") from fault
