"""Folders, tables, Parquet, feeds and gzip: what each gives, and what is refused with file, line and reason."""

from __future__ import annotations

import csv
import gzip
import json
import socket
import sys
from io import BytesIO, StringIO
from pathlib import Path

import pytest

from dragoman import Document, Failure
from dragoman.read import Given, day_of, read_bytes, read_path
from dragoman.read.rows import MAX_ROW

NEWS = "Georgia will keep its word, Foreign Minister Ana Example said in Tbilisi on Friday."
MORE = "He said \u201cno\u201d and left.\nNobody, he added, was asked."


def read(data: bytes, name: str) -> list[Document | Failure]:
    """What the reading room makes of some bytes under a name."""
    return list(read_bytes(data, name))


def read_documents(data: bytes, name: str) -> list[Document]:
    """The same where all of it can be read."""
    found = read(data, name)
    assert not [item for item in found if isinstance(item, Failure)]
    return [item for item in found if isinstance(item, Document)]


def refused(data: bytes, name: str) -> Failure:
    """The one failure that some bytes are."""
    (failure,) = read(data, name)
    assert isinstance(failure, Failure)
    assert failure.advice
    return failure


def table(*rows: list[str], delimiter: str = ",") -> bytes:
    """A table as spreadsheets write it."""
    written = StringIO(newline="")
    csv.writer(written, delimiter=delimiter).writerows(rows)
    return written.getvalue().encode()


# ---- tables


@pytest.mark.parametrize(("name", "delimiter"), [("in.csv", ","), ("in.csv", ";"), ("in.csv", "|"), ("in.tsv", "\t"), ("-", ";")])
def test_a_table_gives_what_the_same_lines_of_json_give(name: str, delimiter: str) -> None:
    rows = [["a", "Word kept", "7 November 2025", "Steppe Courier", NEWS], ["b", "No", "2025-11-08T01:00:00+04:00", "", MORE]]
    keys = ["id", "title", "date", "publisher", "text"]
    lines = b"".join(json.dumps(dict(zip(keys, row, strict=True))).encode() + b"\n" for row in rows)
    documents = read_documents(table(keys, *rows, delimiter=delimiter), name)
    assert documents == read_documents(lines, "in.jsonl")
    assert [(d.ref, d.published) for d in documents] == [("a", "2025-11-07"), ("b", "2025-11-08")]


def test_columns_are_known_under_the_names_that_others_give_them() -> None:
    head = ["Article ID", "Headline", "Publication date", "Source name", "Link", "Language", "Body", "Words"]
    (document,) = read_documents(
        table(head, ["a1", "Kept", "2025/11/07", "Meridian", "https://example.org/1", "eng", NEWS, "14"]), "in.csv"
    )
    told = (document.ref, document.title, document.published, document.publisher, document.url, document.lang)
    assert told == ("a1", "Kept", "2025-11-07", "Meridian", "https://example.org/1", "en")
    (line,) = read_documents(json.dumps({"headline": "Kept", "source": {"name": "Meridian"}, "content": NEWS}).encode(), "in.jsonl")
    assert (line.title, line.publisher, line.text) == ("Kept", "Meridian", NEWS)


def test_a_table_without_a_text_names_the_columns_that_came() -> None:
    failure = refused(table(["id", "Overskrift"], ["1", "x"]), "in.csv")
    assert failure.ref == "in.csv"
    assert "'id', 'Overskrift'" in failure.error


@pytest.mark.parametrize(
    "row",
    [
        b"b,too,many,fields\n",
        b"b\n",
        b'b,"a mark that nobody closes\n',
        b'"b,a mark that nobody closes at the head\n',
        b"b, \n",
        b'b,"' + b"a b " * (MAX_ROW // 4 + 1) + b'"\n',
    ],
    ids=["too many fields", "too few", "an open mark", "an open mark at the head", "no words", "too many characters"],
)
def test_a_broken_row_is_named_by_its_line_and_the_others_are_read(row: bytes) -> None:
    before = f'id,text\na,"{NEWS}\n{NEWS}"\n'.encode()
    items = read(before + row + f'c,"{NEWS}"\n"d","{NEWS}"\n'.encode(), "in.csv")
    assert [item.ref for item in items] == ["a", "in.csv:4", "c", "d"]
    assert [type(item) for item in items] == [Document, Failure, Document, Document]


def test_the_last_row_of_a_table_that_is_cut_off_is_a_failure() -> None:
    data = table(["id", "text"], ["a", NEWS], ["b", NEWS])
    first, second = read(data[:-20], "in.csv")
    assert first.ref == "a"
    assert isinstance(second, Failure)
    assert second.ref == "in.csv:3"


def test_quotation_marks_inside_the_words_are_theirs() -> None:
    rows = b'id,text\na,"He said ""no"" and left."\nb,"He said "no" and left."\nc,He said "no" and left.\n'
    assert [d.text for d in read_documents(rows, "in.csv")] == ['He said "no" and left.'] * 3
    (escaped,) = read_documents(b'id,text\na,"He said \\"no\\", and left."\n', "in.csv")
    assert escaped.text == 'He said "no", and left.'


def test_every_row_is_read_in_its_own_encoding() -> None:
    head, first, second = b"id,text\n", f"a,Mevl\u00fct \u00d6rnek met Ana Example. {NEWS}".encode(), f"b,\u201cNo\u201d is a word. {NEWS}"
    one, two = read(head + first.replace(b"word,", b"word") + b"\n" + second.replace("word,", "word").encode("cp1252") + b"\n", "in.csv")
    assert isinstance(one, Document)
    assert isinstance(two, Document)
    assert one.text.startswith("Mevl\u00fct \u00d6rnek")
    assert two.text.startswith("\u201cNo\u201d")
    assert [w.kind for w in two.warnings] == ["encoding-guessed"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_marked_table_is_read_as_it_is_marked(encoding: str) -> None:
    (document,) = read_documents(table(["text", "id"], [MORE, "a"]).decode().encode(encoding), "in.csv")
    assert (document.ref, document.text) == ("a", MORE)


def test_nuls_in_a_row_are_kept_and_told() -> None:
    (document,) = read_documents(b"id,text\na,Georgia will\x00 keep its word said Ana Example.\n", "in.csv")
    assert "\x00" in document.text
    assert [w.kind for w in document.warnings] == ["text-damaged"]


# ---- wrongly declared, empty, without what is needed

FEED = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>
<title>Steppe Courier</title><language>en-GB</language>{}</channel></rss>"""
WRONG = {
    "JSONL called a table": (b'{"text": "x"}\n', "in.csv", "holds JSON"),
    "a page called JSONL": (b"<!DOCTYPE html><html><body>x</body></html>", "in.jsonl", "web page"),
    "a page called a table": (b"<html><body>x</body></html>", "in.csv", "web page"),
    "a picture called a table": (b"\x89PNG\r\n\x1a\n", "in.csv", "PNG"),
    "a text called Parquet": (NEWS.encode(), "in.parquet", "Parquet"),
    "half a Parquet file": (b"PAR1" + b"\x00" * 60, "in.parquet", "Parquet"),
    "a text called XML": (NEWS.encode(), "in.xml", "XML"),
    "XML that is no feed": (b'<?xml version="1.0"?><newsItem><headline>x</headline></newsItem>', "in.xml", "'newsItem'"),
    "XML without a name": (b'<?xml version="1.0"?><newsItem/>', "-", "'newsItem'"),
    "an empty table": (b"", "in.csv", "empty"),
    "a table without rows": (b"id,text\n\n", "in.csv", "empty"),
    "an empty feed file": (b"", "in.rss", "empty"),
    "a feed without entries": (FEED.format("").encode(), "in.xml", "empty"),
    "an archive cut off": (gzip.compress(NEWS.encode())[:-12], "in.txt.gz", "cut off"),
    "an archive that is damaged": (gzip.compress(NEWS.encode())[:10] + b"\xff" * 40, "in.txt.gz", "damaged"),
    "an archive of nothing": (gzip.compress(b""), "in.txt.gz", "empty"),
    "an archive that swells": (gzip.compress(b"a" * 60_000_000), "in.jsonl.gz", "200 times"),
    "keys without a text": (b'{"Kop": "x"}', "in.json", "'Kop'"),
}


@pytest.mark.parametrize(("data", "name", "words"), WRONG.values(), ids=list(WRONG))
def test_what_is_not_what_it_is_called_is_refused_once_and_by_name(data: bytes, name: str, words: str) -> None:
    if name.endswith(".parquet"):
        pytest.importorskip("pyarrow")
    failure = refused(data, name)
    assert failure.ref.startswith(name)
    assert words in failure.error


def test_lines_of_json_in_a_file_that_is_called_json_are_read() -> None:
    assert len(read_documents(json.dumps({"text": NEWS}).encode() + b"\n" + json.dumps({"body": NEWS}).encode(), "in.json")) == 2


def test_packed_lines_pages_and_tables_are_read_as_what_they_hold() -> None:
    assert [d.ref for d in read_documents(gzip.compress(table(["id", "text"], ["a", NEWS])), "in.csv.gz")] == ["a"]
    assert [d.ref for d in read_documents(gzip.compress(json.dumps({"text": NEWS}).encode()), "in.jsonl.gz")] == ["in.jsonl.gz:1"]


# ---- Parquet


def parquet(columns: dict[str, list[object]], rows: int = 2) -> bytes:
    """A Parquet file of some columns, a few rows in each group."""
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow.parquet import write_table

    sink = BytesIO()
    write_table(pyarrow.table(columns), sink, row_group_size=rows)
    return sink.getvalue()


def test_a_parquet_file_gives_its_rows_and_names_the_one_that_is_none() -> None:
    from datetime import UTC, date, datetime

    day, moment = date(2025, 11, 7), datetime(2025, 11, 8, 1, 0, tzinfo=UTC)
    data = parquet(
        {"content": [NEWS, None, NEWS], "id": [1, 2, 3], "published": [day, day, day], "datetime": [moment] * 3, "tags": [["x"]] * 3}
    )
    first, second, third = read(data, "in.parquet")
    assert isinstance(first, Document)
    assert (first.ref, first.published) == ("1", "2025-11-07")
    assert isinstance(second, Failure)
    assert second.ref == "in.parquet:2"
    assert third.ref == "3"
    assert "'a', 'b'" in refused(parquet({"a": [1], "b": ["x"]}), "in.parquet").error
    assert "int" in refused(parquet({"text": [1]}), "in.parquet").error


def test_a_damaged_row_group_costs_its_rows_alone() -> None:
    data = bytearray(parquet({"text": [f"{NEWS} {n}" for n in range(6)]}))
    data[4:30] = b"\xff" * 26
    items = read(bytes(data), "in.parquet")
    assert [type(item) for item in items] == [Failure, *[Document] * 4]
    assert items[0].ref == "in.parquet:1"


def test_without_pyarrow_the_way_to_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert "pip install 'dragoman[parquet]'" in refused(b"PAR1", "in.parquet").advice


# ---- feeds

ITEM = """<item><title>Word &amp; deed</title><link>https://example.org/1</link><guid>urn:1</guid>
<pubDate>Fri, 07 Nov 2025 23:30:00 +0400</pubDate>
<description>Short.</description><content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[<p>{}</p><script>x()</script>
<p>&quot;We thank T&uuml;rkiye,&quot; she said.</p>]]></content:encoded></item>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Meridian</title>
<entry><id>urn:2</id><title type="html">A &lt;b&gt;word&lt;/b&gt;</title>
<link href="https://example.org/2"/><published>2025-11-07T23:30:00Z</published>
<source><title>Caspian Wire</title></source><summary>{NEWS}</summary></entry></feed>"""


def refuse(*_: object, **__: object) -> None:
    """In the place of a connection or of a file that nobody named."""
    raise AssertionError("something was opened")


def test_a_feed_gives_its_entries_with_their_words_and_days_and_opens_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("trafilatura", exc_type=ImportError)
    read(FEED.format(ITEM.format(NEWS)).encode(), "in.rss")  # loads what is needed
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr("builtins.open", refuse)
    (rss,) = read_documents(FEED.format(ITEM.format(NEWS)).encode(), "in.rss")
    told = (rss.ref, rss.title, rss.url, rss.published, rss.publisher, rss.lang)
    assert told == ("urn:1", "Word & deed", "https://example.org/1", "2025-11-07", "Steppe Courier", "en")
    assert rss.text.split("\n") == [NEWS, '"We thank T\u00fcrkiye," she said.']
    (atom,) = read_documents(ATOM.encode(), "in.atom")
    assert (atom.ref, atom.title, atom.published, atom.publisher, atom.text) == ("urn:2", "A word", "2025-11-07", "Caspian Wire", NEWS)
    assert read(b"http://127.0.0.1:9/feed.xml", "in.rss")
    assert read(b"/etc/hostname", "in.xml")


def test_what_the_caller_knows_of_a_feed_gives_way_to_what_an_entry_says() -> None:
    (atom,) = read_bytes(ATOM.encode(), "in.atom", Given(publisher="Steppe Courier"))
    (rss,) = read_bytes(FEED.format(ITEM.format(NEWS)).encode(), "in.rss", Given(publisher="Meridian"))
    assert isinstance(atom, Document)
    assert isinstance(rss, Document)
    assert (atom.publisher, rss.publisher) == ("Caspian Wire", "Meridian")


def test_a_feed_that_is_cut_off_is_read_with_a_warning_and_an_empty_entry_is_named() -> None:
    whole = FEED.format(ITEM.format(NEWS) + "<item><title>x</title></item>" + ITEM.format(NEWS))
    first, second, third = read(whole[:-60].encode(), "in.rss")
    assert isinstance(first, Document)
    assert [w.kind for w in first.warnings] == ["feed-damaged"]
    assert isinstance(second, Failure)
    assert second.ref == "in.rss:2"
    assert isinstance(third, Document)


def test_entities_neither_open_files_nor_swell() -> None:
    head = '<?xml version="1.0"?><!DOCTYPE rss [{}]>'
    item = "<rss version='2.0'><channel><item><description>{} and then she left.</description></item></channel></rss>"
    (outer,) = read((head.format('<!ENTITY a SYSTEM "/etc/passwd">') + item.format("Before &a; behind")).encode(), "in.xml")
    assert isinstance(outer, Document)
    assert outer.text == "Before  behind and then she left."
    bomb = head.format(f'<!ENTITY a "{"x" * 90_000}">') + item.format("&a;" * 90_000)
    assert "entities" in refused(bomb.encode(), "in.xml").error
    nested = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    (laugh,) = read((head.format(f'<!ENTITY a0 "ha">{nested}') + item.format("&a11;")).encode(), "in.xml")
    assert isinstance(laugh, Document)
    assert len(laugh.text) < 100


# ---- folders


def test_a_folder_is_read_in_the_order_of_names_without_what_is_hidden_or_no_article(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/y.jsonl", "a/.hidden.txt", ".git/c.txt", "c.png", "d.css", "README.md", "0001"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps({"text": NEWS}) if name.endswith("jsonl") else NEWS, encoding="utf-8")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "again").symlink_to(tmp_path / "a")
    items = list(read_path(str(tmp_path)))
    assert [item.ref.removeprefix(f"{tmp_path}/") for item in items] == ["0001", "a/y.jsonl:1", "a/z.txt", "b.txt"]
    assert all(isinstance(item, Document) for item in items)


def test_what_a_folder_holds_and_cannot_be_read_is_named_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "b.xyz").write_text(NEWS, encoding="utf-8")
    (tmp_path / "c.txt").symlink_to(tmp_path / "nothing")
    (tmp_path / "d.txt").write_text(NEWS, encoding="utf-8")
    first, second, third, fourth = read_path(str(tmp_path))
    assert [isinstance(item, Failure) and item.error for item in (first, second, third)] == [
        "This is a PDF, not a text.",
        "Files named '.xyz' are not read from a folder.",
        "There is no such file.",
    ]
    assert isinstance(fourth, Document)


def test_a_folder_without_files_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (failure,) = read_path(str(tmp_path))
    assert isinstance(failure, Failure)
    assert "no file" in failure.error


def test_a_file_that_vanishes_or_may_not_be_read_costs_itself_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt", "c.txt", "d.txt"):
        (tmp_path / name).write_text(NEWS, encoding="utf-8")
    opened = Path.open

    def guarded(path: Path, *args: object, **options: object) -> object:
        if path.name == "b.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, *args, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", guarded)
    items = []
    for item in read_path(str(tmp_path)):
        items.append(item)
        (tmp_path / "c.txt").unlink(missing_ok=True)
    assert [getattr(item, "error", "") for item in items] == [
        "",
        "The file may not be read: permission denied.",
        "There is no such file.",
        "",
    ]


# ---- days

DAYS = {
    "Fri, 07 Nov 2025 23:30:00 -0500": "2025-11-07",
    "2025-11-07T23:30:00+05:00": "2025-11-07",
    "20251107": "2025-11-07",
    "7 November 2025": "2025-11-07",
    "Nov. 7, 2025 10:00": "2025-11-07",
    "Friday, November 7th, 2025": "2025-11-07",
    "Fri Nov  7 10:00:00 2025": "2025-11-07",
    "07-Nov-25": "2025-11-07",
    "7.11.2025": "2025-11-07",
    "25/11/2025": "2025-11-25",
    "7/11/2025": None,
    "31 February 2025": None,
    "November 2025": None,
    "1762500000": None,
}


@pytest.mark.parametrize("words", DAYS)
def test_a_date_is_the_day_that_it_names_and_never_a_guess(words: str) -> None:
    day, warnings = day_of(words)
    assert day == DAYS[words]
    assert [w.kind for w in warnings] == ([] if day else ["date-unreadable"])
