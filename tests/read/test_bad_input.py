"""The reading room meets what newsrooms send by mistake: one clear message that names the input and the mend, or a warning."""

from __future__ import annotations

import json
import os
import socket
from io import BytesIO
from pathlib import Path

import pytest

from dragoman import Document, Failure
from dragoman.read import MAX_CHARACTERS, Given, read_bytes, read_path, read_stream
from dragoman.read.html import read_html

NEWS = "Georgia will keep its word, Foreign Minister Ana Example said in Tbilisi on Friday. "


def line(**keys: object) -> bytes:
    """A line of JSONL."""
    return json.dumps(keys).encode() + b"\n"


def read(data: bytes, name: str = "input.txt") -> list[Document | Failure]:
    """What the reading room makes of some bytes under a name."""
    return list(read_stream(BytesIO(data), name))  # type: ignore[arg-type]


REFUSED = {
    "an empty file": (b"", "input.txt", "empty"),
    "a file of blanks": (b" \r\n\t" * 50, "input.txt", "empty"),
    "a byte order mark alone": (b"\xef\xbb\xbf", "input.txt", "empty"),
    "NULs alone": (b"\x00" * 400, "input.txt", "binary"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "input.txt", "PNG"),
    "random bytes": (bytes(range(256)) * 20, "input", "binary"),
    "a text of more characters than are read": (b"a " * (MAX_CHARACTERS // 2 + 1), "input.txt", "characters"),
    "a page without an article": (b"<html><body><nav><a href=/>home</a></nav></body></html>", "page.html", "article"),
    "a page nested beyond reason": (b"<html><body>" + b"<div>" * 5_000 + NEWS.encode(), "page.html", "nests"),
    "JSON nested beyond reason": (b"[" * 100_000, "input.json", "recursion"),
    "an empty list": (b"[]", "input.json", "empty"),
    "lines without an article": (b"\n \n\n", "input.jsonl", "empty"),
    "lines in UTF-16": (line(text=NEWS).decode().encode("utf-16"), "input.jsonl", "UTF-16"),
    "an object without a text": (b'{"title": "x"}', "input.json", "text"),
}


@pytest.mark.parametrize(("data", "name", "word"), REFUSED.values(), ids=list(REFUSED))
def test_what_cannot_be_read_is_named_with_its_mend(data: bytes, name: str, word: str) -> None:
    (failure,) = read(data, name)
    assert isinstance(failure, Failure)
    assert failure.ref.startswith(name)
    assert word.casefold() in failure.error.casefold()
    assert failure.advice


BROKEN_LINES = {
    "no JSON": b"Georgia will keep its word\n",
    "half an object": b'{"text": "Georgia\n',
    "no text": line(title="x"),
    "a number for a text": line(text=5),
    "an empty text": line(text=" "),
    "invalid UTF-8": b'{"text": "' + NEWS.encode() + b'\xff"}\n',
    "a lone surrogate": b'{"text": "' + NEWS.encode() + b' \\ud800 x"}\n',
    "a lone surrogate in the title": b'{"title": "\\udc00", "text": "' + NEWS.encode() + b'"}\n',
    "nesting beyond reason": b'{"text": "' + NEWS.encode() + b'", "x": ' + b"[" * 50_000 + b"]" * 50_000 + b"}\n",
    "too many characters": line(text="a" * (MAX_CHARACTERS + 1)),
    "too many bytes": b'{"text": "' + b"a" * (16 * MAX_CHARACTERS) + b'"}\n',
}


@pytest.mark.parametrize("broken", BROKEN_LINES.values(), ids=list(BROKEN_LINES))
def test_a_broken_line_is_named_by_its_number_and_the_next_one_is_read(broken: bytes) -> None:
    first, second, third = read(line(id="a", text=NEWS) + broken + line(id="b", text=NEWS), "in.jsonl")
    assert isinstance(second, Failure)
    assert second.ref == "in.jsonl:2"
    assert [first.ref, third.ref] == ["a", "b"]
    assert isinstance(third, Document)


def test_a_lone_surrogate_is_called_by_its_name() -> None:
    (failure,) = read(BROKEN_LINES["a lone surrogate"], "in.jsonl")
    assert isinstance(failure, Failure)
    assert "surrogate" in failure.error


def test_a_date_that_is_none_is_a_warning_and_not_a_guess() -> None:
    (document,) = read(line(text=NEWS, date="2025-13-45"), "in.jsonl")
    assert isinstance(document, Document)
    assert document.published is None
    assert [w.kind for w in document.warnings] == ["date-unreadable"]


def test_what_the_caller_knows_fills_what_a_line_leaves_out() -> None:
    given = Given(publisher="Steppe Courier", published="2025-01-02")
    lines = line(text=NEWS) + line(text=NEWS, publisher="Meridian", date="2025-11-07")
    documents = [d for d in read_stream(BytesIO(lines), "in.jsonl", given) if isinstance(d, Document)]  # type: ignore[arg-type]
    assert [(d.publisher, d.published) for d in documents] == [("Steppe Courier", "2025-01-02"), ("Meridian", "2025-11-07")]


def test_a_text_of_digits_has_no_language() -> None:
    (document,) = read(b"12345 " * 100)
    assert isinstance(document, Document)
    assert document.lang is None


def test_utf_8_with_a_spoiled_byte_keeps_its_other_letters() -> None:
    (document,) = read("Mevlüt Örnek met Çiğdem Örnek in Ankara. ".encode() * 3 + b"\xff " + NEWS.encode())
    assert isinstance(document, Document)
    assert "Çiğdem" in document.text
    assert [w.kind for w in document.warnings] == ["text-damaged"]


def test_another_encoding_is_read_with_a_warning_that_names_it() -> None:
    (document,) = read("The minister said “relations” are good — in every field, and he thanked his café. ".encode("cp1252") * 5)
    assert isinstance(document, Document)
    assert "“relations”" in document.text
    assert [w.kind for w in document.warnings] == ["encoding-guessed"]


def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path) -> None:
    """A pipe without a writer would wait for ever, and a device may never end."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path, word in ((pipe, "pipe"), (tmp_path / "none", "no such file"), (Path("/dev/zero"), "device")):
        (failure,) = read_path(str(path))
        assert isinstance(failure, Failure)
        assert failure.ref == str(path)
        assert word in failure.error


def test_a_file_name_that_is_no_text_can_still_be_told(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/news\xff.txt")
    Path(path).write_text(NEWS, encoding="utf-8")
    (document,) = read_path(path)
    assert document.ref.endswith("news\\xff.txt")


def refuse(*_: object) -> None:
    """In the place of a connection."""
    raise AssertionError("a connection was opened")


PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Word kept</title>
<meta property="og:site_name" content="Steppe Courier"><meta property="article:published_time" content="2025-11-07T10:00:00Z"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Word kept</h1>
<p>{NEWS * 3}</p><p>&quot;We thank T&uuml;rkiye &amp; Armenia,&quot; she told the Steppe Courier, and left.</p></article></body></html>"""


def test_a_page_gives_its_article_and_what_it_says_of_itself_without_a_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("trafilatura", exc_type=ImportError)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    document = read_html(PAGE, "page.html")
    assert "Home" not in document.text
    assert '"We thank Türkiye & Armenia,"' in document.text
    assert (document.publisher, document.published, document.lang) == ("Steppe Courier", "2025-11-07", "en")


def test_the_way_back_to_the_source_of_a_page_leads_to_the_same_words() -> None:
    pytest.importorskip("trafilatura", exc_type=ImportError)
    document = read_html(PAGE, "page.html")
    assert document.source_map
    assert all(document.text[at : at + length] == PAGE[there : there + length] for at, there, length in document.source_map)


def test_bytes_are_read_by_what_they_are() -> None:
    (document,) = read_bytes(json.dumps([{"id": "a", "text": NEWS}]).encode(), "in.json")
    assert document.ref == "a"
