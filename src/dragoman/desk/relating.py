"""Behind the counter of the command line: how two actors of an archive stand."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from dragoman.verbs import relation as related


@dataclass(frozen=True, slots=True)
class Asked:
    """Which relation is wanted, of what archive, as of when, and in what form."""

    a: str
    b: str
    archive: str
    as_of: str | None = None
    window: int | None = None
    as_json: bool = False


def tell_relation(asked: Asked) -> None:
    """Tell how two actors stand. Raises UsageError for actors that an archive does not know, StoreError where there is none."""
    from dragoman.store import open_archive

    with open_archive(asked.archive, create=False) as archive:
        relation = related(archive, asked.a, asked.b, as_of=asked.as_of, window_days=asked.window)
    if asked.as_json:
        from dragoman.tell.relation_json import encode

        sys.stdout.buffer.write(encode(relation))
        sys.stdout.buffer.flush()
        return
    from dragoman.desk.reading import console
    from dragoman.tell.relation_view import show

    show(relation, console())
