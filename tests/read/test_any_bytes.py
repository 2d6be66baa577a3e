"""Whatever bytes come under whatever name, the reading room answers with documents and failures, each of which can be told."""

from __future__ import annotations

import gzip
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman import Document, Failure
from dragoman.read import read_bytes
from dragoman.read.kinds import NAMES

ENDINGS = sorted({ending for endings in NAMES.values() for ending in endings} | {"", ".gz", ".csv.gz", ".dat"})
NEWS = "Georgia will keep its word, Foreign Minister Ana Example said in Tbilisi on Friday."
FEED = f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Steppe Courier</title><item>
<title>Word &amp; deed</title><link>https://example.org/1</link><pubDate>Fri, 07 Nov 2025 23:30:00 +0400</pubDate>
<description>&lt;p&gt;{NEWS}&lt;/p&gt;</description></item>
<item><guid>b</guid><content:encoded><![CDATA[<p>{NEWS}</p>]]></content:encoded></item></channel></rss>""".encode()
TABLE = f'id,text,date\na,"{NEWS}",2025-11-07\nb,"He said ""no"" and\nleft.",7 November 2025\n'.encode()
SEEDS = [
    FEED,
    TABLE,
    TABLE.decode().encode("utf-16"),
    TABLE.replace(b",", b";") + "c;\u00e9t\u00e9;1990\n".encode("cp1252"),
    gzip.compress(TABLE, mtime=0),
    f'{{"id": "a", "content": "{NEWS}", "source": {{"name": "Steppe Courier"}}}}\n'.encode() * 2,
    f'[{{"text": "{NEWS}"}}, 5, {{}}]'.encode(),
    f"<!DOCTYPE html><html><body><article><p>{NEWS * 3}</p></article></body></html>".encode(),
    b'<?xml version="1.0"?><!DOCTYPE feed [<!ENTITY a "x"><!ENTITY b SYSTEM "file:///etc/hostname">]><feed><entry>&a;&b;</entry></feed>',
    NEWS.encode(),
]


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """Good input with pieces cut out, doubled, swapped or overwritten; or any bytes at all."""
    data = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(data)))
        length = draw(st.integers(0, 40))
        signs = [b'"', b"\n", b"\x00", b"<", b"]]>", b'""', b",", bytes(data[at : at + 80])]
        piece = draw(st.one_of(st.binary(max_size=12), st.sampled_from(signs)))
        data[at : at + length] = piece
    return bytes(data[: draw(st.integers(0, len(data)))]) if draw(st.booleans()) else bytes(data)


def parquet() -> bytes:
    """A small Parquet file."""
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow.parquet import write_table

    sink = BytesIO()
    write_table(pyarrow.table({"id": [1, 2], "body": [NEWS, None], "date": ["2025-11-07", "x"]}), sink, row_group_size=1)
    return sink.getvalue()


def answers(data: bytes, ending: str) -> None:
    """Read some bytes; every answer can be written down."""
    for item in read_bytes(data, f"input{ending}"):
        assert isinstance(item, Document | Failure)
        if isinstance(item, Failure):
            assert item.ref.startswith("input")
            assert item.error
            assert item.advice
        repr(item).encode()
        item.ref.encode()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], derandomize=True)
@given(st.one_of(st.binary(max_size=400), damaged()), st.sampled_from(ENDINGS))
def test_any_bytes_under_any_name_give_documents_and_failures(data: bytes, ending: str) -> None:
    answers(data, ending)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=30), st.booleans())
def test_a_damaged_parquet_file_is_a_failure_and_never_a_crash(at: int, piece: bytes, cut: bool) -> None:
    data = bytearray(parquet())
    at %= len(data)
    data[at : at + len(piece)] = piece
    answers(bytes(data[:at] if cut else data), ".parquet")


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), min_size=3, max_size=3), min_size=1, max_size=6))
def test_every_table_that_a_spreadsheet_writes_is_read_back_cell_for_cell(cells: list[list[str]]) -> None:
    import csv
    from io import StringIO

    from dragoman.read.rows import Dialect, numbered, rows

    written = StringIO(newline="")
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows(cells)
    written.seek(0)
    found = list(rows(numbered(written), Dialect(",")))
    assert [row.fields for row in found if not row.fault] == cells
