"""How quickly an archive of 100,000 statements is searched.

Usage: python benchmarks/search.py [--statements N] [--to ARCHIVE] [--in ARCHIVE]

Without --in an archive of invented articles is made, whose words are as frequent as those of a language are (Zipf); with it
an archive that is there is searched. The queries are of the kinds that people type: one word, two, a phrase, a beginning, a
choice, an exclusion, a speaker, a stretch of time; drawn from the statements themselves, without the words that stand in more
than one of twenty ("the", "said"), which are asked for apart.
Milliseconds by the clock and of the processor are told; on PostgreSQL the processor's are those of this side alone.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Row, text

from dragoman.records import Actor, Document, Span, Statement
from dragoman.store import Archive, find, open_archive
from dragoman.store.adding import put
from dragoman.store.archive import reading, writing
from dragoman.store.folding import words_of
from dragoman.store.rows import rows_of

Asked = tuple[str, dict[str, str]]  # a query and what narrows it
VOCABULARY = 30_000  # words; a year of news in English has about as many that occur ten times
SPEAKERS = 400
SAID_IN_ONE = 16  # statements of an article, and words of a statement: as in readings of real articles
WORDS_SAID, WORDS_BETWEEN = 20, 20
AT_ONCE = 200  # articles in one transaction: here the search is measured, not the adding
SEED = 7
QUERIES = 300
COMMON = 0.05  # share of statements: above, a word says nothing


def vocabulary(chance: random.Random) -> list[str]:
    """Invented words, the commonest first and short."""
    syllables = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        words["".join(chance.choice(syllables) for _ in range(2 + min(len(words) // 1000, 2) + chance.randrange(2)))] = None
    return list(words)


def articles(count: int, chance: random.Random) -> Iterator[Document]:
    """Invented articles with that many statements in all."""
    words = vocabulary(chance)
    weights = [1 / rank for rank in range(1, VOCABULARY + 1)]
    speakers = [f"{words[200 + n].title()} {words[2000 + n].title()}" for n in range(SPEAKERS)]
    for number in range(-(-count // SAID_IN_ONE)):
        drawn = chance.choices(words, weights, k=SAID_IN_ONE * (WORDS_SAID + WORDS_BETWEEN))
        yield article(number, drawn, [speakers[int(chance.paretovariate(1)) % SPEAKERS] for _ in range(SAID_IN_ONE)], chance)


def article(number: int, drawn: list[str], speakers: list[str], chance: random.Random) -> Document:
    """One invented article: each speaker says some words, others stand between."""
    told, statements, actors = "", [], {}
    for place, speaker in enumerate(speakers):
        words = drawn[place * (WORDS_SAID + WORDS_BETWEEN) : (place + 1) * (WORDS_SAID + WORDS_BETWEEN)]
        content = Span(len(told), len(told) + len(" ".join(words[:WORDS_SAID])))
        source = Span(content.end + 2, content.end + 2 + len(speaker))
        told += f"{' '.join(words[:WORDS_SAID])}, {speaker} said. {' '.join(words[WORDS_SAID:])}.\n"
        key = f"person:{'-'.join(words_of(speaker))}"
        actors[key] = Actor(key, "person", speaker)
        statements.append(Statement(f"s{place + 1}", "indirect", (content,), source=(source,), speaker=key, by="invented"))
    return Document(
        f"sha256:{chance.getrandbits(256):064x}", f"a{number}", told, " ".join(drawn[:6]), f"Courier {number % 40}", None,
        f"{2000 + chance.randrange(25)}-{1 + chance.randrange(12):02}-{1 + chance.randrange(28):02}", lang="en",
        sentences=(Span(0, len(told)),), actors=tuple(actors.values()), statements=tuple(statements),
    )  # fmt: skip


def fill(archive: Archive, count: int) -> None:
    """Put that many invented statements into an archive."""
    held: list[Document] = []
    for document in articles(count, random.Random(SEED)):  # noqa: S311 - invented words
        held.append(document)
        if len(held) == AT_ONCE:
            store(archive, held)
            held.clear()
    store(archive, held)


def store(archive: Archive, held: list[Document]) -> None:
    """Put some articles into an archive in one transaction."""
    with writing(archive) as connection:
        for document in held:
            put(connection, document, rows_of(document, "invented"), "added")


def queries(rows: Sequence[Row[Any]], common: Collection[str], chance: random.Random) -> list[Asked]:
    """Queries of every kind, from the words of statements drawn by chance."""
    found: list[Asked] = []
    while len(found) < QUERIES:
        row = chance.choice(rows)
        words = [word for word in words_of(row.words) if word not in common]
        if len(words) < 4:
            continue
        one, two, three = chance.sample(words, 3)
        day = row.day or "2015-01-01"
        at = words_of(row.words).index(one)
        found += [
            (one, {}), (f"{one} {two}", {}), (f'"{" ".join(words_of(row.words)[at : at + 3])}"', {}), (f"{one[:4]}*", {}),
            (f"{one} OR {two}", {}), (f"{one} -{two}", {}), (one, {"speaker": row.speaker}),
            (f"{one} OR {two}", {"begins": day, "ends": f"{day[:4]}-12-31"}), (f"{one} {two} {three}", {}), (two, {"kind": "statement"}),
        ]  # fmt: skip
    return found[:QUERIES]


def measure(archive: Archive) -> None:
    """Ask every query and tell how long the answers took."""
    with reading(archive) as connection:
        rows = list(connection.execute(text("SELECT words, day, speaker FROM statements WHERE speaker LIKE 'person:%'")))
        count = connection.execute(text("SELECT count(*) FROM statements")).scalar_one()
    held = Counter(word for row in rows for word in set(words_of(row.words)))
    common = [word for word, number in held.most_common() if number > COMMON * len(rows)]
    chance = random.Random(SEED)  # noqa: S311 - a draw of queries
    sys.stdout.write(f"{count:,} statements\n")
    told("words that people look for", archive, queries(rows, common, chance))
    told(f"the {len(common)} commonest words", archive, [(word, {}) for word in common[:50]])


def told(name: str, archive: Archive, asked: Sequence[Asked]) -> None:
    """Ask and tell how long the answers took."""
    clock, processor, hits = [], [], 0
    for query, narrowed in asked:
        started, spent = time.perf_counter(), time.process_time()
        hits += len(find(archive, query, **narrowed))  # type: ignore[arg-type]
        clock.append((time.perf_counter() - started) * 1000)
        processor.append((time.process_time() - spent) * 1000)
    sys.stdout.write(f"{name}: {len(asked)} queries, {hits / max(len(asked), 1):.1f} hits each\n")
    for kind, taken in (("clock", sorted(clock)), ("processor", sorted(processor))):
        p50, p95, p99 = (taken[int(len(taken) * share)] for share in (0.5, 0.95, 0.99))
        sys.stdout.write(f"  {kind:<10} p50 {p50:.1f} ms  p95 {p95:.1f} ms  p99 {p99:.1f} ms  most {taken[-1]:.1f} ms\n")
    sys.stdout.flush()


def main() -> None:
    """Make or open an archive and measure the search in it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--to", help="where the invented archive is made; a temporary file if not told")
    parser.add_argument("--in", dest="there", help="an archive that is there")
    given = parser.parse_args()
    if given.there:
        with open_archive(given.there, create=False) as archive:
            measure(archive)
        return
    with tempfile.TemporaryDirectory() as folder, open_archive(given.to or Path(folder) / "search.db") as archive:
        started = time.perf_counter()
        fill(archive, given.statements)
        sys.stdout.write(f"filled in {time.perf_counter() - started:.0f} s\n")
        measure(archive)


if __name__ == "__main__":
    main()
