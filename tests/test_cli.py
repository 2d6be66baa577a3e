"""The command line as a shell sees it: what goes to which stream, the exit status, and how it ends when something breaks."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import types
from collections.abc import Iterator
from pathlib import Path

import pytest

import dragoman
from dragoman import Document, Failure, cli
from dragoman.desk import facts
from dragoman.desk.reading import Wanted, read_files
from dragoman.read import Given

TEXT = "Georgia will keep its word, Foreign Minister Ana Example said in Tbilisi on Friday.\n"


def run(*words: str, text: str | bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a shell would."""
    given = text.encode() if isinstance(text, str) else text
    command = [sys.executable, "-m", "dragoman", *words]
    return subprocess.run(command, input=given, capture_output=True, check=False, env={**os.environ, **environment})  # noqa: S603


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A file with one sentence of news."""
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_json_goes_to_standard_output_and_the_status_is_0(article: Path) -> None:
    done = run("read", "--json", str(article))
    assert (done.returncode, done.stderr) == (0, b"")
    reading = json.loads(done.stdout)
    assert (reading["format"], reading["document"]["ref"]) == ("reading/1", str(article))
    assert reading["statements"][0]["speaker"] == "person:ana-example"


def test_what_cannot_be_read_is_told_on_standard_error_and_the_rest_goes_on(article: Path, tmp_path: Path) -> None:
    (empty := tmp_path / "empty").mkdir()
    done = run("read", "--json", str(tmp_path / "nothing.txt"), str(article), str(empty))
    assert done.returncode == 1
    failures = [json.loads(line) for line in done.stderr.splitlines()]
    assert [f["format"] for f in failures] == ["failure/1", "failure/1"]
    assert [f["ref"] for f in failures] == [str(tmp_path / "nothing.txt"), str(empty)]
    assert all(f["error"] and f["advice"] for f in failures)
    assert len(done.stdout.splitlines()) == 1


def test_a_dash_is_standard_input_for_text_and_for_jsonl() -> None:
    as_text = json.loads(run("read", "--json", "-", text=TEXT).stdout)
    assert (as_text["document"]["ref"], as_text["document"]["text"]) == ("-", TEXT)
    lines = "".join(json.dumps({"id": i, "text": TEXT}) + "\n" for i in ("a", "b"))
    refs = [json.loads(line)["document"]["ref"] for line in run("read", "--json", "-", text=lines).stdout.splitlines()]
    assert refs == ["a", "b"]


def test_what_the_caller_knows_enters_the_reading(article: Path) -> None:
    options = ("--published", "2025-11-07", "--publisher", "Steppe Courier", "--url", "https://example.org/1", "--title", "Word kept")
    document = json.loads(run("read", "--json", *options, str(article)).stdout)["document"]
    assert (document["published"], document["publisher"]) == ("2025-11-07", "Steppe Courier")
    assert (document["url"], document["title"]) == ("https://example.org/1", "Word kept")


@pytest.mark.parametrize(
    "words",
    [
        ("read",),
        ("read", "--published", "2025-13-45", "x"),
        ("read", "--workers", "0", "x"),
        ("reed",),
        ("read", "--html", "no/such/page", "x"),
    ],
    ids=" ".join,
)
def test_a_call_that_makes_no_sense_gives_one_line_and_status_2(words: tuple[str, ...]) -> None:
    done = run(*words)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"dragoman: ")
    assert done.stderr.count(b"\n") == 1


def test_output_is_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("Türkiye will keep its word, Foreign Minister Şule Örnek said in Ankara on Friday.", encoding="utf-8")
    done = run("read", "--json", str(path), LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert "Türkiye" in json.loads(done.stdout.decode("utf-8"))["document"]["text"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk to write to")
def test_a_full_disk_gives_one_clear_line(article: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "dragoman", "read", "--json", str(article)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)  # noqa: S603
    assert done.returncode == 1
    assert done.stderr.startswith(b"dragoman: The output cannot be written")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("form", [["--json"], []], ids=["readings", "views"])
def test_a_reader_that_goes_away_ends_the_program_without_a_word(tmp_path: Path, form: list[str]) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text("".join(json.dumps({"id": i, "text": TEXT * 40}) + "\n" for i in range(30)), encoding="utf-8")
    command = [sys.executable, "-m", "dragoman", "read", *form, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:  # noqa: S603
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(10)
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141


@pytest.fixture
def heeded() -> Iterator[None]:
    """Interrupts reach the children even where the tests themselves run in the background, with interrupts ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heeded")
def test_an_interrupt_ends_with_a_short_line_and_status_130() -> None:
    command = [sys.executable, "-m", "dragoman", "read", "--json", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:  # noqa: S603
        assert running.stdin is not None
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdin.write((json.dumps({"text": TEXT}) + " " * 70_000 + "\n").encode() * 3)
        running.stdin.flush()
        assert running.stdout.read(1) == b"{"  # it reads now, and waits for more
        running.send_signal(signal.SIGINT)
        assert running.stderr.read() == b"dragoman: Stopped.\n"
        running.wait()
    assert running.returncode == 130


def test_help_and_version_are_short_and_plain() -> None:
    assert run("--version").stdout == f"dragoman {dragoman.__version__}\n".encode()
    told = run("--help").stdout.decode()
    assert "read" in told
    assert "completion" not in told


def test_info_tells_versions_languages_and_how_much_is_known() -> None:
    told = run("info").stdout.decode()
    assert f"dragoman {dragoman.__version__}" in " ".join(told.split())
    assert "languages" in told
    assert "knowledge actors/states" in told


def broken(_: object) -> None:
    """A fault of ours."""
    raise KeyError("rule")


def test_without_arguments_the_whole_help_is_shown(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["dragoman"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    told = capfd.readouterr()
    assert (ended.value.code, told.err) == (2, "")
    assert "Commands:\n" in told.out
    assert told.out.count("\n") > 10


def test_a_call_without_a_file_names_what_is_missing_and_gives_an_example(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["dragoman", "read"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    told = capfd.readouterr()
    assert (ended.value.code, told.out, told.err.count("\n")) == (2, "", 1)
    assert "'FILE'" in told.err
    assert "dragoman read article.txt" in told.err


def test_no_trace_reaches_a_user_unless_asked_for(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(facts, "facts", lambda: broken(None))
    monkeypatch.setattr(sys, "argv", ["dragoman", "info"])
    monkeypatch.delenv("DRAGOMAN_DEBUG", raising=False)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    told = capfd.readouterr().err
    assert (ended.value.code, told.count("\n")) == (1, 1)
    assert "Please report it" in told
    monkeypatch.setenv("DRAGOMAN_DEBUG", "1")
    with pytest.raises(SystemExit):
        cli.main()
    assert "Traceback" in capfd.readouterr().err


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """What the view and the page were asked to show, in their stead."""
    shown: list[tuple[str, str]] = []
    view, page = types.ModuleType("view"), types.ModuleType("page")

    def show(document: Document, console: object) -> None:
        shown.append(("document", document.ref))

    def show_failure(failure: Failure, console: object) -> None:
        shown.append(("failure", failure.ref))

    view.__dict__.update(show=show, show_failure=show_failure)
    page.__dict__.update(page=lambda document: f"<p>{document.ref}</p>")
    monkeypatch.setitem(sys.modules, "dragoman.tell.view", view)
    monkeypatch.setitem(sys.modules, "dragoman.tell.page", page)
    return shown


def test_people_get_a_view_and_a_page_for_each_document(article: Path, tmp_path: Path, told: list[tuple[str, str]]) -> None:
    page = tmp_path / "page.html"
    files = [str(article), str(tmp_path / "nothing"), str(article)]
    assert not read_files(files, Given(), Wanted(page=page))
    assert told == [("document", files[0]), ("failure", files[1]), ("document", f"{files[0]}#2")]
    assert page.read_text(encoding="utf-8") == f"<p>{article}</p>"
    assert (tmp_path / "page-2.html").read_text(encoding="utf-8") == f"<p>{article}#2</p>"


def test_quiet_shows_failures_alone(article: Path, told: list[tuple[str, str]]) -> None:
    assert not read_files([str(article), "nothing"], Given(), Wanted(quiet=True))
    assert told == [("failure", "nothing")]
