"""Adding twice adds nothing, no order matters, and a document is in the archive whole or not at all."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import postgres
import pytest
from invented import article, articles

from dragoman import Added, Document, Failure, StoreError, flow
from dragoman.read import read_text
from dragoman.store import Archive, add, coverage, dump, failed_refs, forget_failures, known, open_archive, refuse, stories


def unread(line: dict[str, str]) -> Document:
    """The document of a line, before it is read."""
    return read_text(line["text"], line["id"], published=line["date"], publisher=line["publisher"], lang="en")


def read(line: dict[str, str]) -> Document:
    """The reading of a line, by the rules."""
    return flow.understand(unread(line), "rules")


def filled(archive: Archive, lines: Iterable[dict[str, str]]) -> list[Added | Failure]:
    """Read lines into an archive."""
    return list(flow.add(archive, map(unread, lines), "test", encoder="rules"))


def of(path: Path, lines: Iterable[dict[str, str]]) -> list[bytes]:
    """The dump of a new archive of some lines."""
    with open_archive(path) as archive:
        filled(archive, lines)
        return list(dump(archive))


def test_adding_twice_adds_nothing(archive: Archive) -> None:
    lines = articles(8)
    filled(archive, lines)
    before = list(dump(archive))
    assert {item.status for item in filled(archive, lines) if isinstance(item, Added)} == {"known"}
    assert list(dump(archive)) == before


def test_the_order_of_adding_does_not_matter(tmp_path: Path) -> None:
    lines = articles(16)
    shuffled = random.Random(1).sample(lines, len(lines))  # noqa: S311 - an order, no secret
    dumps = [of(tmp_path / f"{n}.db", order) for n, order in enumerate((lines, lines[::-1], shuffled))]
    assert dumps[0] == dumps[1] == dumps[2]
    assert len(dumps[0]) > 500


def test_a_server_holds_the_same_as_a_file(tmp_path: Path, server: postgres.Server) -> None:
    lines = articles(16)
    with open_archive(postgres.create(server, "same")) as archive:
        filled(archive, lines)
        assert list(dump(archive)) == of(tmp_path / "a.db", lines)


def test_the_earliest_appearance_is_read_whichever_came_first(archive: Archive) -> None:
    late, early = article(1), {**article(1), "id": "early", "date": "2024-01-01"}
    assert add(archive, read(late), "test").status == "added"
    assert known(archive, unread({**late, "publisher": "Zeitung"})) == Added("seen", read(late).id, "a1")
    assert known(archive, unread(early)) is None
    assert add(archive, read(early), "test").status == "renewed"
    assert add(archive, read(late), "test").status == "known"
    story = next(stories(archive, "GEO", "RUS"))
    assert (story.document.ref, story.document.published) == ("early", "2024-01-01")
    assert story.publishers == ("Courier 1", "Zeitung")


def test_copies_are_told_and_folded(archive: Archive) -> None:
    text = " ".join(article(n)["text"] for n in (0, 1, 2))
    full = read({**article(0), "text": text + " Talks go on in Vienna.", "id": "full", "publisher": "Full Post"})
    copy = read({**article(0), "text": text, "id": "copy", "publisher": "Copy Post"})
    assert add(archive, full, "test").duplicate_of is None
    assert add(archive, copy, "test") == Added("added", copy.id, "copy", full.id)
    [story] = stories(archive, "GEO", "RUS")
    assert (story.document.ref, story.publishers, story.copies) == ("full", ("Copy Post", "Full Post"), 1)
    told = coverage(archive, "GEO", "RUS")
    assert (told.documents, told.duplicates_folded, told.publishers) == (1, 1, 2)


def test_stories_are_bounded_by_days_and_by_what_concerns_both(archive: Archive) -> None:
    filled(archive, [article(0), article(1), article(6)])
    assert [s.document.ref for s in stories(archive, "GEO", "RUS")] == ["a0", "a1"]
    assert [s.document.ref for s in stories(archive, "RUS", "GEO", begins="2025-05-02")] == ["a1"]
    assert [s.document.ref for s in stories(archive, "RUS", "GEO", ends="2025-05-01")] == ["a0"]
    assert not list(stories(archive, "GEO", "CHN"))


def test_a_document_is_stored_whole_or_not_at_all(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(archive, [article(0)])
    before = list(dump(archive))

    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("dragoman.store.adding.index_document", broken)
        for line in (article(1), {**article(0), "date": "2020-01-01"}):
            with pytest.raises(KeyboardInterrupt):
                add(archive, read(line), "test")
            assert list(dump(archive)) == before
    assert add(archive, read(article(1)), "test").status == "added"


def test_failures_are_kept_once_and_forgotten_when_mended(archive: Archive) -> None:
    for _ in range(2):
        refuse(archive, Failure("a\x00b.txt", "The input is empty: no words in it.", "Give a text."))
    assert failed_refs(archive) == {"a\\x00b.txt"}
    forget_failures(archive, ["a\\x00b.txt"])
    assert not failed_refs(archive)


@pytest.mark.parametrize("field", ["text", "title", "publisher", "ref"])
def test_a_nul_is_refused_on_every_database(archive: Archive, field: str) -> None:
    document = replace(read(article(0)), **{field: "Words\x00 and words."})
    with pytest.raises(StoreError, match=rf"The {field} holds the character U\+0000 \(after 5 others\)"):
        add(archive, document, "test")
    [failure] = flow.add(archive, [document], "test", encoder="rules")
    assert isinstance(failure, Failure)
    assert not list(stories(archive, "GEO", "RUS"))


def test_an_archive_that_is_locked_says_so_and_takes_the_document_later(archive: Archive) -> None:
    holder = sqlite3.connect(archive.url, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="locked by another program"):
        add(archive, read(article(0)), "test")
    holder.close()
    assert add(archive, read(article(0)), "test").status == "added"


def test_long_names_find_room_on_a_server(server: postgres.Server) -> None:
    endless = "word-" * 20_000
    line = {
        **article(0),
        "id": endless,
        "publisher": endless,
        "text": f"{article(0)['text']} {'Ana ' * 3000}Example said {endless} in Riga.",
    }
    document = replace(read(line), title=endless)
    with open_archive(postgres.create(server, "long")) as archive:
        assert add(archive, document, "test").status == "added"
        refuse(archive, Failure(endless, endless, "Shorten it."))
        assert next(iter(stories(archive, "GEO", "RUS"))).document.title == endless
