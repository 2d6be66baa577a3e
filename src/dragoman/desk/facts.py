"""What is installed and how much is known."""

from __future__ import annotations

import sys
from pathlib import Path

from dragoman import flow
from dragoman.plugins import names

PACKAGES = (
    "msgspec",
    "typer",
    "rich",
    "onnxruntime",
    "tokenizers",
    "trafilatura",
    "py3langid",
    "charset-normalizer",
    "feedparser",
    "SQLAlchemy",
    "alembic",
    "psycopg",
    "pyarrow",
)


def facts() -> list[tuple[str, str]]:
    """What ``dragoman info`` tells: (name, value) in the order to show them."""
    import platform
    from importlib.metadata import PackageNotFoundError, version

    from dragoman import __version__

    found = [
        ("dragoman", __version__),
        ("python", f"{platform.python_version()} ({sys.executable})"),
        ("languages", ", ".join(flow.READ_LANGUAGES)),
        ("encoders", ", ".join((flow.RULES, *names("encoder")))),
    ]
    for package in PACKAGES:
        try:
            found.append((package, version(package)))
        except PackageNotFoundError:
            found.append((package, "not installed"))
    return [*found, ("own actors", own_actors()), *knowledge_sizes()]


def own_actors() -> str:
    """Where the user's own table of offices lies, and how many rows it has; a faulty one says so."""
    from dragoman.errors import KnowledgeError
    from dragoman.knowledge.offices.own import own_path, own_terms

    path = own_path()
    try:
        rows = len(own_terms())
    except KnowledgeError as fault:
        return f"cannot be used: {fault}"
    return "none wanted" if path is None else f"{path}: {rows:,} rows" if path.is_file() else f"none ({path})"


def knowledge_sizes() -> list[tuple[str, str]]:
    """How many entries every table of knowledge has."""
    from importlib.resources import as_file, files

    with as_file(files("dragoman.knowledge")) as folder:
        return [
            (f"knowledge {path.relative_to(folder).with_suffix('').as_posix()}", f"{entries(path):,} entries")
            for path in sorted([*folder.rglob("*.tsv"), *folder.rglob("*.toml")])
        ]


def entries(path: Path) -> int:
    """Lines that hold something and are no comment; a table's head is no entry."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")]
    return len(lines) - (path.suffix == ".tsv")
