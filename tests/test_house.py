"""The walls of the house: who may import whom, what must not exist, and what a room never does."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import dragoman

HOUSE = Path(dragoman.__file__).parent
FILES = sorted(HOUSE.rglob("*.py"))
ROOMS = {"read", "annotate", "resolve", "store", "relate", "tell"}
GROUND = {"", "records", "errors"}  # "" is the front door, whose version every part may ask for
DOORS = {"cli", "desk", "verbs", "serve", "__main__"}
MAY_IMPORT = {
    "records": set(),
    "errors": set(),
    "plugins": GROUND,
    "knowledge": GROUND,
    "model": GROUND | {"knowledge"},
    **{room: GROUND | {"plugins", "knowledge"} for room in ROOMS},
    "flow": GROUND | {"plugins", "knowledge"} | ROOMS,
    **{door: GROUND | {"plugins", "knowledge", "flow"} | ROOMS | DOORS for door in DOORS},
    "": GROUND | {"verbs"},
}
MAY_IMPORT["annotate"] |= {"model"}
MAY_IMPORT["resolve"] |= {"model"}
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc", "base"}
NETWORK = {"socket", "ssl", "urllib", "http", "httpx", "requests", "aiohttp", "ftplib", "asyncio"}
RANDOM = {"random", "secrets", "uuid"}
CLOCKS = {("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("date", "today"), ("time", "time"), ("time", "localtime")}


def part_of(path: Path) -> str:
    """The part of the house a file belongs to: its room, or its own name for a file beside the rooms."""
    first = path.relative_to(HOUSE).parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


def tree(path: Path) -> ast.Module:
    """A file as Python understands it."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[str]:
    """The full names of all modules that a file imports, wherever in the file."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name} imports relatively"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names if node.module == "dragoman")


def named(path: Path) -> str:
    """A file as a test shows it."""
    return path.relative_to(HOUSE).as_posix()


@pytest.mark.parametrize("path", FILES, ids=named)
def test_no_part_imports_what_stands_above_or_beside_it(path: Path) -> None:
    own = part_of(path)
    for name in imported(path):
        if name.split(".")[0] != "dragoman" or name == "dragoman":
            continue
        other = name.split(".")[1]
        is_name_of_front_door = own in {*DOORS, ""} or other == "__version__"
        if other != own and not (is_name_of_front_door and other not in {f.stem for f in HOUSE.iterdir()}):
            assert other in MAY_IMPORT[own], f"{named(path)} imports {name}"


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert not {p.stem for p in FILES} & FORBIDDEN_NAMES


@pytest.mark.parametrize("path", FILES, ids=named)
def test_only_fetch_opens_a_connection(path: Path) -> None:
    allowed = named(path).startswith("read/fetch") or part_of(path) == "serve"
    assert allowed or not {name.split(".")[0] for name in imported(path)} & NETWORK


@pytest.mark.parametrize("path", [f for f in FILES if part_of(f) in {*ROOMS, "knowledge", "model", "records", "flow"}], ids=named)
def test_no_room_asks_the_clock_or_chance(path: Path) -> None:
    assert not {name.split(".")[0] for name in imported(path)} & RANDOM
    calls = {(n.value.id, n.attr) for n in ast.walk(tree(path)) if isinstance(n, ast.Attribute) and isinstance(n.value, ast.Name)}
    assert not calls & CLOCKS


@pytest.mark.parametrize("path", FILES, ids=named)
def test_everything_public_says_what_it_is(path: Path) -> None:
    module = tree(path)
    assert ast.get_docstring(module), f"{named(path)} opens without a sentence"
    for node in module.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{named(path)}: {node.name}"


def loaded_by(code: str) -> set[str]:
    """The top-level modules that some code loads in a fresh interpreter."""
    script = f"{code}\nimport sys\nprint(' '.join(sorted(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)  # noqa: S603
    return {name.split(".")[0] for name in found.stdout.split()}


def test_the_front_door_loads_nothing_until_it_is_asked() -> None:
    heavy = {
        "typer",
        "rich",
        "msgspec",
        "trafilatura",
        "py3langid",
        "langid",
        "charset_normalizer",
        "numpy",
        "multiprocessing",
        "concurrent",
    }
    assert not loaded_by("import dragoman") & heavy


def test_help_loads_no_room_and_no_reader() -> None:
    loaded = loaded_by("import dragoman.cli")
    assert not loaded & {"rich", "msgspec", "trafilatura", "py3langid", "numpy"}


def test_a_verb_stays_a_verb_when_the_room_of_its_name_is_imported() -> None:
    import dragoman.read.header

    text = "Georgia will keep its word, Foreign Minister Ana Example said in Tbilisi on Friday."
    assert dragoman.read(text).text == text
    assert dragoman.read.header is sys.modules["dragoman.read.header"]


def test_every_name_of_the_front_door_is_there() -> None:
    for name in dragoman.__all__:
        assert getattr(dragoman, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        dragoman.nothing  # noqa: B018
