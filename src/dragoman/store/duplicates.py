"""Copies of an article: the same words at another address, and near copies as agencies' reports spread and are edited.

Every document is compared by its shingles, runs of four folded words. MinHash signatures cut into bands find the few
documents worth comparing, their shingles decide. Of all copies the fullest stands for the others. Who folds into whom is
a function of the documents that are there, never of the order in which they came: the documents are taken from the
fullest down, each folds into the first standing one before it that it is a copy of, and stands itself where there is none.
So every copy resembles the one that stands for it, and copies of copies do not chain.

The hashing is written out here because signatures lie in archives for years: they must be the same on every machine and
with every version of any package.
"""

from __future__ import annotations

import heapq
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from sqlalchemy import Connection, Row, Select, and_, bindparam, func, or_, select, update

from dragoman.store.folding import words_of
from dragoman.store.schema import documents, signatures

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

SHINGLE = 4  # words; three find turns of phrase that every report has, five lose copies that were edited throughout
SHORTEST = 50  # words: below, near copies cannot be told from notices that always read alike, and only the same words count
ROWS, BANDS = 3, 20  # of the signature; with AGREEING they find 95 of 100 pairs of resemblance 0.6, 99.7 of 0.7, 0.02 of 0.1
AGREEING = 2  # bands that two documents must share to be compared
COMPARED = 64  # standing documents at most that one is compared with, those with most bands in common first
RESEMBLING = 0.6  # shared part of all shingles of two texts that are copies; see docs/archive.md for how it was found
CONTAINED = 0.85  # shared part of the shorter one's, where the fuller one has paragraphs more
CONTAINED_RESEMBLING = 0.4  # but a brief inside a long digest is not its copy
LENGTHS = 0.3  # of the shorter to the longer text, in characters: below, no resemblance of 0.4 is possible
EXACT = 0  # the band that holds the hash of all the words
NEVER = "9999"  # sorts unknown days behind all others


class Standing(NamedTuple):
    """A document's place in the order in which copies are taken: the fullest, then the earliest, first."""

    shortness: int
    published: str
    key: str


def mixed(hashes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Every hash spread over all 64 bits (the finalizer of SplitMix64)."""
    hashes = (hashes ^ (hashes >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    hashes = (hashes ^ (hashes >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return hashes ^ (hashes >> np.uint64(31))


def shingles(words: list[str]) -> NDArray[np.uint64]:
    """The hashes of all runs of four words, sorted, each once."""
    known = {word: int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "little") for word in sorted(set(words))}
    single = np.array([known[word] for word in words], dtype=np.uint64)
    runs = np.zeros(max(len(words) - SHINGLE + 1, 0), dtype=np.uint64)
    for place in range(SHINGLE):
        runs = mixed(runs * np.uint64(0x9E3779B97F4A7C15) + single[place : place + len(runs)])
    return np.unique(runs)


def signature(text: str) -> tuple[str, ...]:
    """The bands of a text: the hash of all its words first, then those of near copies unless it is too short for them."""
    words = words_of(text)
    exact = blake2b((" ".join(words) or text).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    if len(words) < SHORTEST:
        return (exact,)
    runs = shingles(words)
    seeds = mixed(np.arange(1, ROWS * BANDS + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15))
    least = [int(np.min(mixed(runs ^ seed))) >> 48 for seed in seeds]
    return (exact, *("".join(f"{value:04x}" for value in least[at : at + ROWS]) for at in range(0, ROWS * BANDS, ROWS)))


def signature_rows(key: str, text: str) -> list[dict[str, object]]:
    """The rows of the table ``signatures`` for a document."""
    return [{"document": key, "band": band, "hash": value} for band, value in enumerate(signature(text))]


def copies(one: NDArray[np.uint64], other: NDArray[np.uint64]) -> bool:
    """Whether two texts of these shingles are near copies."""
    shared = len(np.intersect1d(one, other, assume_unique=True))
    resemblance = shared / max(len(one) + len(other) - shared, 1)
    containment = shared / max(min(len(one), len(other)), 1)
    return resemblance >= RESEMBLING or (containment >= CONTAINED and resemblance >= CONTAINED_RESEMBLING)


# ---- folding in an archive


def fold(connection: Connection, key: str) -> None:
    """Fold a document that was just written, with its signatures, and whatever stands otherwise because of it.

    Sets ``documents.duplicate_of`` of all concerned. Call it in the transaction that wrote the document, alone among
    writers; the document must not be folded or stand for others yet.
    """
    settle(connection, [key], key)


def unfold(connection: Connection, key: str) -> None:
    """Take a document out of its copies, before it is deleted or its day changes; those it stood for find another.

    If the document stays, call ``fold`` when it is as it will be.
    """
    freed = members(connection, key)
    connection.execute(update(documents).where(documents.c.document == key).values(duplicate_of=None))
    settle(connection, freed, gone=key)


def settle(connection: Connection, keys: Iterable[str], new: str | None = None, gone: str | None = None) -> None:
    """Decide for some documents, and for those that their fate concerns, in the order of all.

    ``new`` was not there before, ``gone`` is as good as deleted.
    """
    waiting = [standing(connection, key) for key in keys]
    heapq.heapify(waiting)
    seen: dict[str, NDArray[np.uint64]] = {}
    done = None
    while waiting:
        place = heapq.heappop(waiting)
        if place == done:
            continue
        done = place
        before = duplicate_of(connection, place.key)
        after = original(connection, place, gone, seen)
        if after == before and place.key != new:
            continue
        connection.execute(update(documents).where(documents.c.document == place.key).values(duplicate_of=after))
        if after is None:
            concerned = followers(connection, place)
        elif before is None:
            concerned = members(connection, place.key)
        else:
            concerned = []
        for other in concerned:
            heapq.heappush(waiting, standing(connection, other))


def standing(connection: Connection, key: str) -> Standing:
    """The place of a document among all."""
    row = connection.execute(select(documents.c.characters, documents.c.published).where(documents.c.document == key)).one()
    return Standing(-row.characters, row.published or NEVER, key)


def duplicate_of(connection: Connection, key: str) -> str | None:
    """What stands for a document now."""
    found: str | None = connection.execute(select(documents.c.duplicate_of).where(documents.c.document == key)).scalar_one()
    return found


def members(connection: Connection, key: str) -> list[str]:
    """The documents that one stands for."""
    return list(connection.execute(select(documents.c.document).where(documents.c.duplicate_of == key)).scalars())


def likely() -> Select[tuple[str, str, int, int]]:
    """The documents that share enough bands with ``key``: document, published, characters, bands in common, whether all words are."""
    mine, theirs = signatures.alias("mine"), signatures.alias("theirs")
    return (
        select(
            documents.c.document,
            documents.c.published,
            documents.c.characters,
            func.count().label("shared"),
            (func.min(theirs.c.band) == EXACT).label("same"),
        )
        .select_from(mine.join(theirs, and_(mine.c.band == theirs.c.band, mine.c.hash == theirs.c.hash)))
        .join(documents, documents.c.document == theirs.c.document)
        .where(mine.c.document == bindparam("key"), theirs.c.document != bindparam("key"))
        .group_by(documents.c.document, documents.c.published, documents.c.characters)
        .having(or_(func.count() >= AGREEING, func.min(theirs.c.band) == EXACT))
    )


@cache
def fuller() -> Select[tuple[str, str, int, int]]:
    """The standing documents like ``key`` with as many ``characters`` or more; written once, for that takes longer than asking."""
    return likely().where(documents.c.duplicate_of.is_(None), documents.c.characters >= bindparam("characters"))


@cache
def shorter() -> Select[tuple[str, str, int, int]]:
    """The documents like ``key`` with no more ``characters``, and what stands for each."""
    original_of, own = documents.alias("original_of"), documents.alias("own")
    near = likely().where(documents.c.characters <= bindparam("characters")).subquery()
    return (
        select(near, original_of.c.document.label("stands"), original_of.c.characters.label("stands_characters"))
        .add_columns(original_of.c.published.label("stands_published"))
        .select_from(near.join(own, own.c.document == near.c.document).outerjoin(original_of, own.c.duplicate_of == original_of.c.document))
    )


def original(connection: Connection, place: Standing, gone: str | None, seen: dict[str, NDArray[np.uint64]]) -> str | None:
    """The first standing document before this one in the order that it is a copy of."""
    found_rows = connection.execute(fuller(), {"key": place.key, "characters": -place.shortness})
    rows = [row for row in found_rows if place_of(row) < place and row.document != gone]
    found = sorted((-row.shared, place_of(row), row.same) for row in rows)
    for other, same in sorted((other, same) for _, other, same in found[:COMPARED]):
        if same or are_copies(connection, place, other, seen):
            return other.key
    return None


def place_of(row: Row[tuple[str, str, int, int]]) -> Standing:
    """The place of a document that a query found."""
    return Standing(-row.characters, row.published or NEVER, row.document)


def are_copies(connection: Connection, one: Standing, other: Standing, seen: dict[str, NDArray[np.uint64]]) -> bool:
    """Whether the texts of two documents are near copies; ``one`` is the shorter."""
    if one.shortness > LENGTHS * other.shortness:
        return False
    return copies(shingles_of(connection, one.key, {}), shingles_of(connection, other.key, seen))


def shingles_of(connection: Connection, key: str, seen: dict[str, NDArray[np.uint64]]) -> NDArray[np.uint64]:
    """The shingles of a document, looked up where they were counted before."""
    if key not in seen:
        if len(seen) >= COMPARED:
            seen.clear()
        seen[key] = shingles(words_of(connection.execute(select(documents.c.text).where(documents.c.document == key)).scalar_one()))
    return seen[key]


def followers(connection: Connection, place: Standing) -> list[str]:
    """The documents that could fold into one that now stands: later in the order, and standing or folded into a later one."""
    found = []
    for row in connection.execute(shorter(), {"key": place.key, "characters": -place.shortness}):
        over = Standing(-row.stands_characters, row.stands_published or NEVER, row.stands) if row.stands else None
        if place < place_of(row) and (over is None or place < over):
            found.append(row.document)
    return sorted(found)
