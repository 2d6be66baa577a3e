"""What was said is found again by its words, the same on every database, and no query does harm."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import postgres
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from dragoman import flow
from dragoman.errors import UsageError
from dragoman.read import read_text
from dragoman.store import Archive, add, find, open_archive
from dragoman.store.archive import reading, writing
from dragoman.store.duplicates import unfold
from dragoman.store.index import PART
from dragoman.store.query import MOST, for_fts5, for_tsquery, matching, understood

# title, day, publisher, text
ARTICLES = {
    "grain": (
        "Corridor for grain",
        "2025-03-01",
        "Steppe Courier",
        "Turkey will reopen the Black Sea grain corridor, Foreign Minister G\u00fcl\u015fah \u00d6rneko\u011flu said in \u0130stanbul "
        "on Saturday.\n"
        '"We shall sign the grain deal before summer," \u00d6rneko\u011flu told reporters. Wheat prices did not move.',
    ),
    "border": (
        "Border",
        "2025-03-05",
        "Daily Sample",
        "Georgia will reopen the border, Foreign Minister Ana Example said in Tbilisi on Wednesday. "
        "She criticised sanctions against Georgia.",
    ),
    "later": (
        None,
        "2025-04-02",
        "Steppe Courier",
        "Kazakhstan has no plans for the grain corridor, Foreign Minister Boris Sample said in Astana on Wednesday. "
        "He rejected sanctioning Turkey.",
    ),
    "undated": ("A walk", None, None, "The corridor of the old palace is closed. Its caf\u00e9 serves na\u00efve visitors."),
}
HOSTILE = (
    "",
    " ",
    '"',
    '""',
    '"unclosed',
    "'",
    "';--",
    "'; DROP TABLE documents; --",
    "*",
    "**",
    "a*b*",
    "* grain",
    "-",
    "--",
    "-grain",
    "- grain",
    "NEAR",
    "NEAR(grain corridor, 5)",
    "grain NEAR/2 corridor",
    "words:grain",
    "{words heading}: grain",
    "^grain",
    "grain^2",
    "AND",
    "OR",
    "NOT",
    "AND OR NOT",
    "grain AND",
    "OR grain",
    "grain OR",
    "NOT NOT grain",
    "(",
    ")",
    "((grain",
    "grain))",
    "(grain OR",
    "%",
    "_",
    "100%",
    "\\",
    "\\'",
    "grain\x00corridor",
    "\x00",
    "\U0001f33e",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 grain",
    "the of and",
    "grain\ncorridor\r\n",
    "\t",
    "\ufeffgrain",
    "\u202egrain",
    "\ud800",
    "a" * 100_000,
    "grain " * 20_000,
    '"' * 100_000,
    "(" * 50_000,
    "-" * 50_000,
    "OR " * 30_000,
    "grain | corridor & !x",
    "grain <-> corridor",
    "grain:*",
    ":*",
    "1e400",
    "0x41",
    "http://a.b/c?d=e&f=g",
    "e\u0301" * 50,
    "\u0130\u0131iI",
    "$$grain$$",
    "{}",
    "[grain]",
    "grain; SELECT 1",
    "?",
    ":query",
    "%s %(x)s",
    "\u0640\u064b",
    "#",
    "@a",
    "~",
)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def archive(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of the articles, on both databases."""
    if request.param == "sqlite":
        url: str | Path = tmp_path_factory.mktemp("search") / "archive.db"
    else:
        url = postgres.create(request.getfixturevalue("server"), "search")
    with open_archive(url) as opened:
        for name, (title, day, publisher, words) in ARTICLES.items():
            add(
                opened, flow.understand(read_text(words, name, published=day, publisher=publisher, title=title, lang="en"), "rules"), "test"
            )
        yield opened


def found(archive: Archive, query: str, **narrowed: str | int) -> list[tuple[str, str | None]]:
    """The hits of a query: the article's name and the statement's number."""
    return [(hit.ref, hit.statement) for hit in find(archive, query, **narrowed)]  # type: ignore[arg-type]


def articles(archive: Archive, query: str, **narrowed: str | int) -> set[str]:
    return {ref for ref, _ in found(archive, query, **narrowed)}


@pytest.mark.parametrize("name", ["\u00d6rneko\u011flu", "ornekoglu", "ORNEKOGLU", "\u00f6rnekoglu", "o\u0308rnekog\u0306lu"])
def test_a_speaker_is_found_however_the_name_is_written(archive: Archive, name: str) -> None:
    assert ("grain", "s1") in found(archive, name)


@pytest.mark.parametrize("name", ["\u0130stanbul", "istanbul", "ISTANBUL", "\u0131stanbul"])
def test_the_turkish_dots_make_no_difference(archive: Archive, name: str) -> None:
    assert articles(archive, name) == {"grain"}


def test_every_word_must_be_there_unless_or_stands_between(archive: Archive) -> None:
    assert articles(archive, "grain corridor") == {"grain", "later"}
    assert articles(archive, "grain border") == set()
    assert articles(archive, "grain OR border") == {"grain", "later", "border"}
    assert articles(archive, "Ornekoglu OR Sample corridor") == {"grain", "later"}


def test_phrases_beginnings_and_exclusions(archive: Archive) -> None:
    assert articles(archive, '"sea grain"') == {"grain"}
    assert articles(archive, '"grain sea"') == set()
    assert articles(archive, "sanction*") == {"border", "later"}
    assert articles(archive, "sanction") == set()
    assert articles(archive, "corridor -palace -kazakhstan") == {"grain"}
    assert articles(archive, '\u201cgrain corridor\u201d -"no plans"') == {"grain"}


def test_only_excluded_words_find_nothing(archive: Archive) -> None:
    assert found(archive, "-grain") == []


def test_hits_are_narrowed_by_speaker_actor_publisher_day_and_kind(archive: Archive) -> None:
    assert articles(archive, "corridor", speaker="Boris Sample") == {"later"}
    assert articles(archive, "corridor", speaker="Kazakhstan") == {"later"}
    assert articles(archive, "sanction*", actor="GEO") == {"border"}
    assert articles(archive, "corridor", publisher="steppe") == {"grain", "later"}
    assert articles(archive, "corridor", begins="2025-03-02") == {"later"}
    assert articles(archive, "corridor", ends="2025-03-31") == {"grain"}
    assert found(archive, "deal", kind="direct") == [("grain", "s2")]
    assert articles(archive, "wheat", kind="statement") == set()


def test_who_is_not_known_is_said(archive: Archive) -> None:
    with pytest.raises(UsageError, match="Nobody of the name"):
        find(archive, "grain", speaker="Nobody Atall")
    with pytest.raises(UsageError, match="no kind"):
        find(archive, "grain", kind="poem")


def test_a_text_stands_among_the_hits_where_no_statement_of_it_does(archive: Archive) -> None:
    assert found(archive, "wheat") == [("grain", None)]
    assert all(statement for ref, statement in found(archive, "reopen"))
    assert articles(archive, "naive") == {"undated"}
    assert articles(archive, "walk") == {"undated"}, "a title is found, too"


def test_a_hit_holds_the_verbatim_words_their_place_and_the_matches(archive: Archive) -> None:
    hit = find(archive, "GRAIN", speaker="ornekoglu")[0]
    title, day, publisher, words = ARTICLES["grain"]
    assert words[hit.span.start : hit.span.end] == hit.quote
    assert {words[mark.start : mark.end] for mark in hit.marks} == {"grain"}
    assert (hit.title, hit.published, hit.publisher, hit.office) == (title, day, publisher, "foreign minister")
    assert hit.speaker_name == "G\u00fcl\u015fah \u00d6rneko\u011flu"
    line, column = map(int, hit.place.split(":"))
    assert words.split("\n")[line - 1][column - 1 :].startswith(hit.quote[:10])


def test_the_same_question_gets_the_same_answer(archive: Archive) -> None:
    assert find(archive, "corridor OR grain OR the") == find(archive, "corridor OR grain OR the")
    assert len(find(archive, "the", limit=2)) == 2


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_query_is_only_words(archive: Archive, query: str) -> None:
    assert isinstance(find(archive, query), tuple)
    for narrowed in ("speaker", "actor", "begins", "ends", "kind"):
        with suppress(UsageError):  # nobody bears such a name, and no day
            find(archive, "grain", **{narrowed: query})  # type: ignore[arg-type]
    assert isinstance(find(archive, "grain", publisher=query), tuple)
    assert articles(archive, "grain corridor") == {"grain", "later"}


@given(st.text(max_size=60))
def test_nothing_but_folded_words_reaches_a_database(query: str) -> None:
    meant = understood(query)
    allowed = set('"() *')
    assert all(sign.isalnum() or sign in allowed for sign in for_fts5(meant))
    assert all(sign.isalnum() or sign in set("'()|&!<->:* ") for sign in for_tsquery(meant))


def test_the_words_of_a_query_are_bounded() -> None:
    meant = understood("grain " * 1000)
    assert meant.cut
    assert len(meant.wanted) == MOST


def test_matches_are_told_word_by_word() -> None:
    words = ["the", "grain", "corridor", "of", "the", "black", "sea", "grains"]
    assert matching(understood('"black sea" grain*'), words) == [1, 5, 6, 7]
    assert matching(understood("-grain sea"), words) == [6]


def test_both_databases_answer_alike(tmp_path: Path, server: postgres.Server) -> None:
    queries = ("grain", "corridor OR border", "sanction*", '"grain corridor"', "the -grain", "ornekoglu", "foreign minister", "g*", "in on")
    answers = []
    for url in (tmp_path / "a.db", postgres.create(server, "alike")):
        with open_archive(url) as opened:
            for name, (title, day, publisher, words) in ARTICLES.items():
                add(
                    opened,
                    flow.understand(read_text(words, name, published=day, publisher=publisher, title=title, lang="en"), "rules"),
                    "t",
                )
            answers.append([{(h.ref, h.statement, h.span, h.quote, h.marks) for h in find(opened, query)} for query in queries])
    assert answers[0] == answers[1]
    assert all(answers[0])


def test_a_phrase_is_found_across_the_parts_of_a_long_text(tmp_path: Path) -> None:
    words = [f"w{number}" for number in range(3 * PART)]
    with open_archive(tmp_path / "a.db") as opened:
        add(opened, read_text(" ".join(words), "long", lang="en"), "test")
        for start in (0, PART - 40, PART - 20, PART - 3, PART, 2 * PART - 50, 3 * PART - 5):
            assert articles(opened, f'"{" ".join(words[start : start + 5])}"') == {"long"}, start


def test_what_is_taken_out_is_found_no_more(tmp_path: Path) -> None:
    with open_archive(tmp_path / "a.db") as opened:
        add(opened, flow.understand(read_text(ARTICLES["grain"][3], "grain", lang="en"), "rules"), "test")
        key = find(opened, "grain")[0].document.removeprefix("sha256:")[:16]
        with writing(opened) as connection:
            unfold(connection, key)
            connection.execute(text("DELETE FROM documents WHERE document = :key"), {"key": key})
        assert find(opened, "grain") == ()
        with reading(opened) as connection:
            assert connection.execute(text("SELECT count(*) FROM search_words")).scalar() == 0
            connection.execute(text("INSERT INTO search_words (search_words) VALUES ('integrity-check')"))


def test_copies_are_passed_over_unless_asked_for(tmp_path: Path) -> None:
    with open_archive(tmp_path / "a.db") as opened:
        words = ARTICLES["grain"][3]
        for name, more in (("short", ""), ("full", " " * 3)):
            add(opened, flow.understand(read_text(words + more, name, publisher=name, published="2025-03-01", lang="en"), "rules"), "test")
        assert articles(opened, "grain") == {"full"}
        assert articles(opened, "grain", copies=True) == {"full", "short"}  # type: ignore[arg-type]
        assert articles(opened, "grain", publisher="short") == {"short"}
