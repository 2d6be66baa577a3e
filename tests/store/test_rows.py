"""What goes into an archive comes out as it was, and the words of every row are those of the text."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from dragoman import flow
from dragoman.read import read_text
from dragoman.records import Document
from dragoman.store import Archive, add, documents, open_archive
from dragoman.store.archive import reading
from dragoman.store.loading import kept
from dragoman.store.rows import appearance, rows_of
from dragoman.store.schema import metadata

SENTENCES = (
    "TBILISI, May 9, 2025 (Steppe Courier) - Georgia and Armenia signed a border treaty on Friday.",
    '"We will never recognise the annexation," Foreign Minister Ana Example told reporters in Riga on 3 May 2025.',
    'Former Turkish Foreign Minister Cem Örnek said Türkiye and Russia share "a common history of five centuries" \N{EM DASH} and a sea.',
    "According to the Caspian Wire, President Boris Sample of Kazakhstan promised Poland to open the border if the talks succeed.",
    "The United States imposed sanctions on Iran last week; Tehran denied the accusation and threatened to close the strait.",
    "She said that NATO, which met in Vilnius in 2023, was ready to mediate between Azerbaijan and Armenia.",
    "A diplomat who declined to be named criticised Moscow. 🕊 He praised the “spirit of Helsinki”, said Dora Beispiel.",
)


def composed(sentences: list[str], joint: str, title: str | None, published: str | None) -> Document:
    """The reading of some sentences."""
    text = joint.join(sentences)
    return flow.understand(read_text(text, "a", title=title, published=published, publisher="Courier", lang="en"), "rules")


readings = st.builds(
    composed,
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5),
    st.sampled_from([" ", "\n\n", "\r\n"]),
    st.none() | st.sampled_from(["Talks in Riga", "Ω\N{COMBINING ACUTE ACCENT}"]),
    st.none() | st.just("2025-05-10"),
)


@settings(max_examples=20, deadline=None)
@given(document=readings)
def test_a_document_comes_back_as_it_went_in(document: Document, tmp_path_factory: object) -> None:
    path = Path(tmp_path_factory.mktemp("archive")) / "a.db"  # type: ignore[attr-defined]
    with open_archive(path) as archive:
        add(archive, document, "test")
        assert list(documents(archive)) == [kept(document)]


def test_the_sample_interview_comes_back_as_it_went_in(archive: Archive, interview: Document) -> None:
    add(archive, interview, "test")
    assert list(documents(archive)) == [kept(interview)]


@settings(max_examples=20, deadline=None)
@given(document=readings)
def test_the_words_of_every_row_stand_at_its_span(document: Document) -> None:
    for table, rows in rows_of(document, "test").items():
        for row in rows:
            if "begin" in row:
                spans = json.loads(str(row["content"])) if table == "statements" else [[row["begin"], row["end"]]]
                assert row["words"] == " ".join(document.text[start:end] for start, end in spans)


def test_reading_a_document_does_not_change_where_it_appeared(interview: Document) -> None:
    unread = read_text(interview.text, interview.ref, lang=interview.lang)
    assert appearance(unread) == appearance(interview)


def test_every_layer_has_rows(archive: Archive, interview: Document) -> None:
    add(archive, interview, "test")
    with reading(archive) as connection:
        filled = {name for name, table in metadata.tables.items() if connection.execute(select(table).limit(1)).first()}
    assert {"documents", "appearances", "signatures", "statements", "parties", "mentions", "actors", "offices", "times", "places"} <= filled
