"""The command line: one verb per room and per question; JSON lines out, "-" is standard input.

Everything heavy is imported inside the commands, so that ``--help`` answers at once.
"""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from dragoman import __version__
from dragoman.errors import DragomanError

FAILED = 1  # some input could not be read; the others were
USAGE = 2
CLOSED = 141  # 128 + SIGPIPE, as the shell has it
INTERRUPTED = 130  # 128 + SIGINT
EXAMPLE = "For example: dragoman read article.txt, or dragoman read --json articles.jsonl."
REPORT = "Please report it with the input to the makers of Dragoman; DRAGOMAN_DEBUG=1 shows where it happened."

app = typer.Typer(
    name="dragoman",
    help="Reads diplomatic news: who said what about whom, who did what to whom, when and where.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def tell_version(asked: bool) -> None:
    """Print the version and end."""
    if asked:
        sys.stdout.write(f"dragoman {__version__}\n")
        raise typer.Exit


@app.callback()
def dragoman(
    version: Annotated[bool, typer.Option("--version", help="Show the version and end.", callback=tell_version, is_eager=True)] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the full trace of a fault, as DRAGOMAN_DEBUG=1 does.")] = False,
) -> None:
    """Reads diplomatic news: who said what about whom, who did what to whom, when and where."""
    if debug:
        os.environ["DRAGOMAN_DEBUG"] = "1"


@app.command()
def read(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE", help="Texts, pages, feeds, JSON, JSONL, tables or folders; - is standard input.", show_default=False
        ),
    ],
    json: Annotated[bool, typer.Option("--json", help="Print reading/1, one JSON object a line.")] = False,
    html: Annotated[str | None, typer.Option("--html", metavar="FILE", help="Write the reading as a page, too.")] = None,
    workers: Annotated[int, typer.Option("--workers", min=1, max=256, metavar="N", help="How many processes read.")] = 1,
    published: Annotated[str | None, typer.Option("--published", metavar="DAY", help="When the text appeared: 2025-11-07.")] = None,
    publisher: Annotated[str | None, typer.Option("--publisher", metavar="NAME", help="The outlet.")] = None,
    url: Annotated[str | None, typer.Option("--url", metavar="URL", help="Where the text came from.")] = None,
    lang: Annotated[str | None, typer.Option("--lang", metavar="CODE", help="The language of the text: en.")] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="WORDS", help="The headline.")] = None,
    encoder: Annotated[str, typer.Option("--encoder", metavar="NAME", help="int8, fp32, or rules for none.")] = "int8",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Show no reading and no progress; failures are told.")] = False,
) -> None:
    """Read articles and show who said and did what.

    A file is read by its name and first bytes, a folder with all below it. A line of JSONL or a row of a table is an
    article, with the keys or columns text and, if known, id, title, date, publisher, url, lang. What the options say
    wins over what a text or page says of itself, and fills what a line, a row or an entry of a feed leaves out. A file
    that cannot be read is named on standard error, the rest goes on, and the exit status is 1.
    """
    from dragoman.desk.reading import Wanted, read_files
    from dragoman.read import Given

    given = Given(title, publisher, published, url, lang)
    try:
        whole = read_files(
            files, given, Wanted(as_json=json, page=Path(html) if html else None, workers=workers, quiet=quiet, encoder=encoder)
        )
    except (BrokenPipeError, SystemExit):  # who read our output went away (rich ends with SystemExit): no fault, and no more to do
        raise typer.Exit(CLOSED) from None
    raise typer.Exit(0 if whole else FAILED)


@app.command()
def add(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE", help="Texts, pages, JSON or JSONL; - is standard input.", show_default=False)
    ],
    to: Annotated[str, typer.Option("--to", metavar="ARCHIVE", help="A file, or postgresql://USER@HOST/NAME.")] = "dragoman.db",
    workers: Annotated[int, typer.Option("--workers", min=1, max=256, metavar="N", help="How many processes read.")] = 1,
    published: Annotated[str | None, typer.Option("--published", metavar="DAY", help="When the texts appeared: 2025-11-07.")] = None,
    publisher: Annotated[str | None, typer.Option("--publisher", metavar="NAME", help="The outlet.")] = None,
    lang: Annotated[str | None, typer.Option("--lang", metavar="CODE", help="The language of the texts: en.")] = None,
    encoder: Annotated[str, typer.Option("--encoder", metavar="NAME", help="int8, fp32, or rules for none.")] = "int8",
    json: Annotated[bool, typer.Option("--json", help="Print what became of each article, one JSON object a line.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Show no summary and no progress; refusals are told.")] = False,
) -> None:
    """Read articles into an archive: one SQLite file, or a PostgreSQL database.

    Each article is stored in a transaction of its own. What the archive has is not read again, so that a run that was cut
    off is completed by giving the same sources again. The summary accounts for every article.
    """
    from dragoman.desk.adding import Wanted, add_files
    from dragoman.read import Given

    try:
        whole = add_files(sources, Given(None, publisher, published, None, lang), Wanted(to, workers, encoder, json, quiet))
    except (BrokenPipeError, SystemExit):  # as in ``read``
        raise typer.Exit(CLOSED) from None
    raise typer.Exit(0 if whole else FAILED)


@app.command()
def find(
    query: Annotated[str, typer.Argument(metavar="QUERY", help='Words, "phrases", prefix*, OR, -not.', show_default=False)],
    place: Annotated[str, typer.Option("--in", metavar="ARCHIVE", help="A file, or postgresql://USER@HOST/NAME.")] = "dragoman.db",
    speaker: Annotated[str | None, typer.Option("--speaker", metavar="ACTOR", help="Said by, or on behalf of: a name or an id.")] = None,
    actor: Annotated[str | None, typer.Option("--actor", metavar="ACTOR", help="Who takes part: a name or an id.")] = None,
    publisher: Annotated[str | None, typer.Option("--publisher", metavar="NAME", help="The outlet, or a word of its name.")] = None,
    begins: Annotated[str | None, typer.Option("--from", metavar="DAY", help="Not before: 2025-11-07.")] = None,
    ends: Annotated[str | None, typer.Option("--to", metavar="DAY", help="Not after.")] = None,
    kind: Annotated[str | None, typer.Option("--kind", metavar="KIND", help="statement, text, direct, indirect or mixed.")] = None,
    copies: Annotated[bool, typer.Option("--copies", help="Look into copies of articles, too.")] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, max=10_000, metavar="N", help="How many hits.")] = 20,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
) -> None:
    """Find statements and texts in an archive, with who said them, when, and where they stand."""
    from dragoman.desk.finding import Asked, find_words

    find_words(place, query, Asked(speaker, actor, publisher, begins, ends, kind, copies, limit), json)


@app.command()
def who(
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="A name or an id: Russia, RUS, org:nato, Cavusoglu.", show_default=False)],
    place: Annotated[str, typer.Option("--in", metavar="ARCHIVE", help="A file, or postgresql://USER@HOST/NAME.")] = "dragoman.db",
    limit: Annotated[int, typer.Option("--limit", min=1, max=10_000, metavar="N", help="How many of each are shown.")] = 10,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Show an actor: offices, what he said, what was said of him, with whom he is met."""
    from dragoman.desk.finding import show_actor

    show_actor(place, actor, limit, json)


@app.command()
def export(
    table: Annotated[str | None, typer.Argument(metavar="TABLE", help="Its name; dragoman export lists them.", show_default=False)] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every table, into a folder.")] = False,
    place: Annotated[str, typer.Option("--in", metavar="ARCHIVE", help="A file, or postgresql://USER@HOST/NAME.")] = "dragoman.db",
    form: Annotated[str, typer.Option("--form", metavar="FORM", help="csv, jsonl or parquet.")] = "csv",
    output: Annotated[str, typer.Option("--output", "-o", metavar="TARGET", help="A file, or with --all a folder.")] = "-",
    safe: Annotated[bool, typer.Option("--safe/--raw", help="Keep spreadsheets from taking texts in CSV for formulas, or not.")] = True,
) -> None:
    """Write a table of an archive as CSV, JSON lines or Parquet."""
    from dragoman.desk.exporting import export_tables

    export_tables(place, None if everything else table or "", form, output, safe)


@app.command()
def info() -> None:
    """Show the version, the languages, what is installed and how much is known."""
    from dragoman.desk.facts import facts

    width = max(len(name) for name, _ in facts())
    for name, value in facts():
        sys.stdout.buffer.write(f"{name:<{width}}  {value}\n".encode())


actors = typer.Typer(help="Add a table of offices of your own, or show what is known of a name.", no_args_is_help=True)
app.add_typer(actors, name="actors")


@actors.command("add")
def add_actors(file: Annotated[str, typer.Argument(metavar="FILE", help="CSV, TSV, or a Wikidata query result in CSV or JSON.")]) -> None:
    """Lay a table of offices into your own, which later readings know.

    Columns are of, title, person, wikidata, from, to, status; the first three are needed. Your table lies where
    DRAGOMAN_ACTORS says, else in your data folder; dragoman info tells where. A fault is told with its row and column,
    and then nothing is changed.
    """
    from dragoman.desk.actors import add

    sys.stdout.buffer.write(f"{add(file)}\n".encode())


@actors.command("list")
def list_actors(name: Annotated[str, typer.Argument(metavar="NAME", help="A person, state or body, or a Wikidata id.")]) -> None:
    """Show what is known of a name: the ids it stands for, and the offices of the persons it can mean."""
    from dragoman.desk.actors import known

    found = known(name)
    sys.stdout.buffer.write(
        "".join(f"{line}\n" for line in found or [f"Nothing is known of {name!r}."]).encode("utf-8", "backslashreplace")
    )
    raise typer.Exit(0 if found else FAILED)


@app.command()
def relation(
    a: Annotated[str, typer.Argument(metavar="A", help="An actor: RUS, Russia, org:nato.", show_default=False)],
    b: Annotated[str, typer.Argument(metavar="B", help="The other side.", show_default=False)],
    archive: Annotated[str, typer.Option("--in", metavar="ARCHIVE", help="The archive: a file, or postgresql://...")] = "dragoman.db",
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DAY", help="The day to look from: 2025-11-07.")] = None,
    window: Annotated[int | None, typer.Option("--window", min=1, max=36525, metavar="DAYS", help="How far back to look: 731.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print relation/1.")] = False,
) -> None:
    """Show how two actors stand, with the words that prove it.

    Without --as-of the day is that of the newest story about both.
    """
    from dragoman.desk.relating import Asked, tell_relation

    tell_relation(Asked(a, b, archive, as_of, window, json))


@app.command()
def dossier(
    a: Annotated[str, typer.Argument(metavar="A", help="An actor: RUS, Russia, org:nato.", show_default=False)],
    b: Annotated[str, typer.Argument(metavar="B", help="The other side.", show_default=False)],
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="A file.html or a file.md; - prints Markdown.")] = "-",
    archive: Annotated[str, typer.Option("--in", metavar="ARCHIVE", help="The archive: a file, or postgresql://...")] = "dragoman.db",
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DAY", help="The day to look from: 2025-11-07.")] = None,
    window: Annotated[int | None, typer.Option("--window", min=1, max=36525, metavar="DAYS", help="How far back to look: 731.")] = None,
) -> None:
    """Write how two actors stand as a briefing, every figure with the words that prove it.

    A page loads nothing and can be printed and mailed. Without --as-of the day is that of the newest story about both.
    """
    from dragoman.desk.dossier import Asked, write_dossier

    write_dossier(Asked(a, b, archive, output, as_of, window))


def main() -> NoReturn:
    """Run the command line; every end is a line that people can read, and an exit status."""
    speak_utf8()
    try:
        status = app(standalone_mode=False)
        sys.stdout.flush()
        code = status if isinstance(status, int) else 0
        if code == INTERRUPTED:  # typer turns Ctrl-C into this status without a word
            complain("Stopped.", code)
    except Exception as fault:  # noqa: BLE001 - the outermost guard: no trace reaches a user who did not ask for it
        code = ended(fault)
    except KeyboardInterrupt:
        code = complain("Stopped.", INTERRUPTED)
    leave(code)


def speak_utf8() -> None:
    """Write UTF-8 whatever the locale; end where there is no standard output to write to."""
    if sys.stdout is None:
        sys.exit(complain("Standard output is closed; there is nowhere to write to.", FAILED))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def ended(fault: Exception) -> int:
    """Tell of a fault in one line; the exit status that belongs to it."""
    if os.environ.get("DRAGOMAN_DEBUG"):
        import traceback

        traceback.print_exception(fault)
    # typer carries its own click and does not name its errors in public: they are known by what they can do.
    if type(fault).__name__ == "NoArgsIsHelpError":
        sys.stdout.write(f"{fault.ctx.get_help()}\n" if hasattr(fault, "ctx") else "")
        return USAGE
    if hasattr(fault, "format_message") and hasattr(fault, "exit_code"):
        return usage(fault.format_message())
    if type(fault).__name__ == "Abort":
        return complain("Stopped.", INTERRUPTED)
    if isinstance(fault, BrokenPipeError):
        return CLOSED
    if isinstance(fault, DragomanError):
        return complain(str(fault), USAGE)
    if isinstance(fault, OSError):
        return complain(f"The output cannot be written: {fault.strerror or fault}.", FAILED)
    return complain(f"A fault in Dragoman: {type(fault).__name__}: {' '.join(str(fault).split())[:200]}. {REPORT}", FAILED)


def usage(message: str) -> int:
    """Tell of a call that cannot be carried out."""
    told = " ".join(message.split())
    return complain(f"{told if told.endswith('.') else f'{told}.'} {EXAMPLE} See dragoman --help and dragoman read --help.", USAGE)


def complain(message: str, code: int) -> int:
    """One line on standard error, if there is one; the code is handed on."""
    try:
        sys.stderr.buffer.write(f"dragoman: {message}\n".encode("utf-8", "backslashreplace"))
        sys.stderr.flush()
    except (OSError, AttributeError, ValueError):
        pass
    return code


def leave(code: int) -> NoReturn:
    """End, without the interpreter's own complaint about a standard output that is closed or full."""
    try:
        sys.stdout.flush()
    except (OSError, AttributeError, ValueError) as fault:
        code = code or (CLOSED if isinstance(fault, BrokenPipeError) else complain(f"The output cannot be written: {fault}.", FAILED))
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.exit(code)


if __name__ == "__main__":
    main()
