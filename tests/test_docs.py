"""The manual cannot lie: its examples run, its commands exist, its links lead somewhere, its lists are complete.

Two comments in the Markdown steer this, each for the fence right below it:

    <!-- file: NAME -->   what the fence holds is saved as NAME for the examples of the page
    <!-- run -->          the fence is run and must give what it shows; [...] stands for anything left out
    <!-- sample: L W -->  the fence holds the record of layer L in the reading of the bundled sample whose words begin with W

``console`` fences hold ``$ dragoman ...``, ``$ echo ... | dragoman ...``, ``$ dragoman ... < FILE`` and ``$ echo $?``;
``python`` fences hold ``>>>`` lines. ``python tests/test_docs.py PAGE`` shows what the examples of a page give now, and
writes the records of the sample anew.
"""

from __future__ import annotations

import ast
import contextlib
import doctest
import io
import json
import os
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import pytest
import typer

import dragoman
from dragoman import cli, errors
from dragoman.knowledge.ontologies import QUADS

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted(DOCS.glob("*.md"))
SOURCES = Path(dragoman.__file__).parent
SAMPLE = "src/dragoman/samples/interview.txt"
WIDTH = "80"  # columns of the terminal on which the examples are shown
FENCE = re.compile(r"^(?:<!-- (?P<mark>run|file: (?P<file>[\w.-]+)) -->\n)?```(?P<kind>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
RECORD = re.compile(r"^<!-- sample: (?P<layer>\w+) ?(?P<words>.*?) -->\n```json\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?<!!)\[[^\]\n]+\]\(([^)\s]+)\)")
FLAG = re.compile(r"(?<![\w-])--?[a-z][\w-]*")
OF_OTHERS = frozenset({"--editable", "-m"})  # flags in commands that are not ours


class Fence(NamedTuple):
    """A fenced block: how it is marked, the file it is saved as, its language, its lines."""

    mark: str
    file: str
    kind: str
    body: str


def fences(page: Path) -> list[Fence]:
    """The fenced blocks of a page, in order."""
    found = FENCE.finditer(page.read_text(encoding="utf-8"))
    return [Fence(m["mark"] or "", m["file"] or "", m["kind"], m["body"]) for m in found]


def docs(name: str) -> str:
    """The text of one page of the manual."""
    return (DOCS / name).read_text(encoding="utf-8")


# ---- running the examples


def steps_of(body: str) -> Iterator[tuple[str, str]]:
    """(command, what it shows) of a console block."""
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield command, shown


def run(command: str, status: int) -> tuple[str, int]:
    """(what a command tells on both streams, its exit status), run in this process as a terminal's line would be."""
    if command == "echo $?":
        return f"{status}\n", 0
    words = shlex.split(command)
    given = b""
    if words[0] == "echo":
        given, words = (words[1] + "\n").encode(), words[3:]
    if "<" in words:
        given, words = Path(words[-1]).read_bytes(), words[: words.index("<")]
    assert words[0] == "dragoman", f"the manual runs dragoman alone, not {words[0]}"
    told = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    stdin = io.TextIOWrapper(io.BytesIO(given), encoding="utf-8")
    with (
        patch.multiple(sys, argv=words, stdin=stdin, stdout=told, stderr=told),
        patch.dict(os.environ, {"COLUMNS": WIDTH, "TERM": "dumb"}),
        pytest.raises(SystemExit) as ended,
    ):
        cli.main()
    told.seek(0)
    return told.read(), int(ended.value.code or 0)


def evaluate(source: str, names: dict[str, object]) -> str:
    """What a line at the Python prompt prints."""
    told = io.StringIO()
    with contextlib.redirect_stdout(told):
        exec(compile(source, "<manual>", "single"), names)  # noqa: S102 - our own manual
    return told.getvalue()


def examples(page: Path) -> Iterator[tuple[str, str, str]]:
    """(command, what the page shows, what it gives) for every example of a page, run in the current folder."""
    names: dict[str, object] = {}
    status = 0
    for fence in fences(page):
        if fence.file:
            Path(fence.file).write_text(fence.body, encoding="utf-8")
        elif fence.mark and fence.kind == "console":
            for command, shown in steps_of(fence.body):
                told, status = run(command, status)
                yield command, shown, told
        elif fence.mark:
            for example in doctest.DocTestParser().get_examples(fence.body):
                yield example.source, example.want, evaluate(example.source, names)


@contextlib.contextmanager
def workplace() -> Iterator[None]:
    """An empty folder that holds the samples where the repository has them; the current folder until the end."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / SAMPLE).parent.mkdir(parents=True)
        for name in ("interview.txt", "portugal-morocco.jsonl"):
            shutil.copy(SOURCES / "samples" / name, (Path(folder) / SAMPLE).with_name(name))
        with contextlib.chdir(folder):
            yield


def tidy(shown: str) -> str:
    """Output without the blanks that no reader sees."""
    return "\n".join(line.rstrip() for line in shown.splitlines()).strip("\n")


def fits(shown: str, told: str) -> bool:
    """Whether an output is what is shown, [...] standing for anything."""
    pattern = ".*".join(re.escape(part) for part in tidy(shown).split("[...]"))
    return re.fullmatch(pattern, tidy(told), re.DOTALL) is not None


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_example_of_the_manual_gives_what_it_shows(page: Path) -> None:
    with workplace():
        for command, shown, told in examples(page):
            assert fits(shown, told), f"{page.name}: {command}\nshown:\n{shown}\ngiven:\n{told}"


def test_an_example_that_shows_something_else_is_noticed() -> None:
    assert fits("a [...] d\n", "a b  \nc d")
    assert not fits("a [...] d", "a b c")
    assert not fits("a\n", "a\nb\n")


def test_a_page_runs_its_python_in_python_and_its_commands_on_the_command_line() -> None:
    for page in PAGES:
        assert all(fence.kind in ("console", "python") for fence in fences(page) if fence.mark == "run"), page.name


def test_the_manual_shows_the_readme_a_session_and_a_program() -> None:
    assert {fence.kind for fence in fences(ROOT / "README.md") if fence.mark} == {"console", "python"}


# ---- commands, flags, names


def commands() -> dict[str, set[str]]:
    """Every command with all of its flags."""
    group = typer.main.get_command(cli.app)
    found = {"": {option for param in group.params for option in param.opts}}
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        options = [param for param in command.params if param.param_type_name == "option"]
        found[name] = {option for param in options for option in (*param.opts, *param.secondary_opts)}
    return found


def section(page: str, heading: str) -> str:
    """What stands below a heading of the second rank."""
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    assert found, f"no section {heading!r}"
    return found[1]


def test_every_command_and_flag_is_documented() -> None:
    page = docs("command-line.md")
    for name, flags in commands().items():
        told = section(page, f"dragoman {name}".strip())
        assert flags <= set(FLAG.findall(told)), name


def test_every_flag_that_the_manual_names_exists() -> None:
    known = {flag for flags in commands().values() for flag in flags} | {"-h", "--help"} | OF_OTHERS
    for page in [
        ROOT / "README.md",
        *(DOCS / name for name in ("index.md", "tutorial.md", "dossier.md", "command-line.md", "bad-input.md")),
    ]:
        lines = [line for line in page.read_text(encoding="utf-8").splitlines() if "`-" in line or line.startswith("$ ")]
        assert {flag for line in lines for flag in FLAG.findall(line)} <= known, page.name


def test_every_target_of_make_that_the_manual_names_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in PAGES:
        assert set(re.findall(r"(?:`|^\$ |^)make ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE)) <= targets, page.name


def test_every_name_of_the_front_door_and_every_error_is_documented() -> None:
    page = docs("library.md")
    names = {*dragoman.__all__, *(name for name, thing in vars(errors).items() if isinstance(thing, type))}
    assert {name for name in names if not re.search(rf"`(?:dragoman\.)?{name}\b", page)} == set()


# ---- lists that must be complete


@cache
def all_calls() -> tuple[tuple[str, ast.Call], ...]:
    """Every call of a plain name in the sources, with the name."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SOURCES.rglob("*.py"))]
    nodes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return tuple((node.func.id, node) for node in nodes if isinstance(node.func, ast.Name))


def calls(*names: str) -> list[ast.Call]:
    """Every call of these names in the sources."""
    return [call for name, call in all_calls() if name in names]


def test_every_kind_of_warning_is_documented() -> None:
    page = docs("reading.md") + docs("bad-input.md")
    kinds = {str(kind.value) for call in calls("Warning") if isinstance(kind := call.args[0], ast.Constant)}
    assert kinds
    assert {kind for kind in kinds if f"`{kind}`" not in page} == set()


def longest_words(message: ast.expr) -> str:
    """The longest stretch of a message that stands in the code as it is told."""
    parts = [node.value for node in ast.walk(message) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return max(parts, key=len, default="").strip(" .:(")


def test_every_refusal_is_documented_in_its_own_words() -> None:
    page = " ".join((docs("bad-input.md") + docs("command-line.md") + docs("library.md")).split())
    given = [call.args[1] for call in calls("ReadError", "Failure") if len(call.args) == 3]
    given += [call.args[0] for call in calls("UsageError") if call.args]
    words = {longest_words(message) for message in given}
    assert len(words) > 15
    assert {told for told in words if told and told not in page} == set()


def test_every_knowledge_file_is_documented() -> None:
    page = docs("knowledge.md")
    files = [path for path in (SOURCES / "knowledge").rglob("*") if path.suffix in (".toml", ".tsv", ".md")]
    assert files
    assert {path.name for path in files if f"`{path.name}`" not in page} == set()


def test_every_step_is_documented_in_its_order() -> None:
    page = docs("rooms.md")
    for room in ("annotate", "resolve"):
        told = re.findall(r"^\| `(\w+)` \|", section(page, room), re.MULTILINE)
        assert told == [step.__name__ for step in import_module(f"dragoman.{room}").STEPS]


def test_every_field_of_a_reading_is_documented() -> None:
    page = docs("reading.md")
    module = ast.parse((SOURCES / "tell" / "reading.py").read_text(encoding="utf-8"))
    keys = {str(k.value) for node in ast.walk(module) if isinstance(node, ast.Dict) for k in node.keys if isinstance(k, ast.Constant)}
    assert {key for key in keys if f"`{key}`" not in page} == set()
    assert {kind for kind in QUADS if f"`{kind}`" not in page} == set()


def first_words(record: dict[str, object], text: str) -> str:
    """The words by which a record of a reading is known: those of its span, or its id or kind."""
    place = record.get("span") or record.get("trigger") or record.get("content") or []
    assert isinstance(place, list)
    spot = place[0] if place and isinstance(place[0], list) else place
    return text[slice(*spot)] if spot else str(record.get("id") or record.get("kind") or record.get("from"))


def record_of(reading: dict[str, object], layer: str, words: str) -> str:
    """The JSON of one record of a reading, a field a line."""
    held = reading[layer]
    head = reading["document"]
    assert isinstance(head, dict)
    records = [{**head, "text": words}] if layer == "document" else held
    assert isinstance(records, list)
    record = next(r for r in records if layer == "document" or first_words(r, head["text"]).startswith(words))
    fields = [f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in record.items()]
    return "{\n" + ",\n".join(fields) + "\n}\n"


def sample_reading() -> dict[str, object]:
    """The reading of the bundled sample under the name that it has in the repository, as JSON has it."""
    with workplace():
        document = dragoman.read(Path(SAMPLE))
    held = json.loads(json.dumps(dragoman.reading(document)))
    assert isinstance(held, dict)
    return held


def renewed(page: str, reading: dict[str, object]) -> str:
    """A page with the records of the sample as they are now."""
    return RECORD.sub(lambda m: m[0].replace(m["body"], record_of(reading, m["layer"], m["words"])), page)


def test_the_records_shown_are_those_of_the_sample() -> None:
    page = docs("reading.md")
    reading = sample_reading()
    layers = {match["layer"] for match in RECORD.finditer(page)}
    assert layers >= {"document", "mentions", "actors", "statements", "events", "times", "places", "dyads", "warnings"}
    assert renewed(page, reading) == page, "python tests/test_docs.py docs/reading.md writes them anew"


# ---- links


def anchors(page: Path) -> set[str]:
    """The names under which the headings of a page can be linked to."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_relative_link_leads_to_a_file_and_a_heading(page: Path) -> None:
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, heading = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.is_file(), f"{page.name}: {link}"
        assert page.parent != DOCS or target.is_relative_to(DOCS), f"{page.name}: {link} leaves the manual"
        assert not heading or heading in anchors(target), f"{page.name}: {link}"


def test_the_table_of_contents_names_every_page_once() -> None:
    named = re.findall(r"^\s+- .+: ([\w-]+\.md)$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(named) == sorted(path.name for path in DOCS.glob("*.md"))


def test_the_readme_stays_short() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) < 150


def main() -> None:
    """Show what the examples of some pages give now, and write the records of the sample anew."""
    for page in [Path(name).resolve() for name in sys.argv[1:]]:
        page.write_text(renewed(page.read_text(encoding="utf-8"), sample_reading()), encoding="utf-8")
        with workplace():
            for command, shown, told in examples(page):
                sys.stdout.write(f"{'=' if fits(shown, told) else '!'} {command}\n{told}\n")


if __name__ == "__main__":
    main()
