"""What people type to search: words, "phrases", prefix*, OR and -not; anything else is just words.

No query is wrong. Every mark that means nothing here is left out, so that nothing of what was typed reaches a database
but small letters and digits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.store.folding import words_of

MOST = 64  # words of a query that count: FTS5 gives up on a tree of 256 nodes, and nobody types so many
QUOTES = str.maketrans(dict.fromkeys("“”„‟«»\N{FULLWIDTH QUOTATION MARK}", '"'))
PIECE = re.compile(r'(?P<minus>(?<!\S)-+)?(?:"(?P<phrase>[^"]*)(?:"(?P<star>\*?)|\Z)|(?P<word>[^\s"]+))')


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand in a row; of the last only the beginning where ``prefix`` is true."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """All of ``wanted`` must be there, of each any one; nothing of ``excluded``. ``cut`` tells that words were left out."""

    wanted: tuple[tuple[Term, ...], ...] = ()
    excluded: tuple[Term, ...] = ()
    cut: bool = False


def understood(query: str) -> Query:
    """What a query means. OR joins its two neighbours and binds closer than the blank, which means and."""
    wanted: list[list[Term]] = []
    excluded: list[Term] = []
    count, either, without = 0, False, False
    for match in PIECE.finditer(query.translate(QUOTES)):
        word = match["word"] or ""
        if word in ("OR", "AND", "NOT") and not match["minus"]:
            either, without = (word == "OR" or either), (word == "NOT" or without)
            continue
        term = term_of(word or match["phrase"] or "", bool(match["star"]))
        if not term.words:
            continue
        count += len(term.words)
        if count > MOST:
            return Query(tuple(map(tuple, wanted)), tuple(excluded), cut=True)
        if match["minus"] or without:
            excluded.append(term)
        elif either and wanted:
            wanted[-1].append(term)
        else:
            wanted.append([term])
        either = without = False
    return Query(tuple(map(tuple, wanted)), tuple(excluded))


def term_of(written: str, star: bool) -> Term:
    """The words of one piece of a query."""
    words = tuple(words_of(written))
    return Term(words, bool(words) and (star or written.rstrip(".,;:!?)]}").endswith("*")))


def for_fts5(query: Query) -> str:
    """A query as FTS5 reads it."""
    wanted = " AND ".join(f"({' OR '.join(map(fts5_term, terms))})" for terms in query.wanted)
    excluded = " OR ".join(map(fts5_term, query.excluded))
    return f"({wanted}) NOT ({excluded})" if excluded else wanted


def fts5_term(term: Term) -> str:
    """One term as FTS5 reads it; folded words hold no quotation marks."""
    return f'"{" ".join(term.words)}"{" *" if term.prefix else ""}'


def for_tsquery(query: Query) -> str:
    """A query as PostgreSQL reads a tsquery."""
    wanted = " & ".join(f"({' | '.join(map(tsquery_term, terms))})" for terms in query.wanted)
    return wanted + "".join(f" & !({tsquery_term(term)})" for term in query.excluded)


def tsquery_term(term: Term) -> str:
    """One term as PostgreSQL reads it."""
    return " <-> ".join(f"'{word}'" for word in term.words) + (":*" if term.prefix else "")


def matching(query: Query, words: list[str]) -> list[int]:
    """The places of the words that the wanted terms of a query match, in order."""
    terms = sorted({term for group in query.wanted for term in group}, key=lambda term: (term.words, term.prefix))
    firsts: dict[str, list[Term]] = {}
    for term in terms:
        if len(term.words) > 1 or not term.prefix:
            firsts.setdefault(term.words[0], []).append(term)
    prefixes = tuple(term.words[0] for term in terms if len(term.words) == 1 and term.prefix)
    found: set[int] = set()
    for place, word in enumerate(words):
        if prefixes and word.startswith(prefixes):
            found.add(place)
        for term in firsts.get(word, ()):
            if fits(term, words, place):
                found.update(range(place, place + len(term.words)))
    return sorted(found)


def fits(term: Term, words: list[str], place: int) -> bool:
    """Whether a term stands at a place among words."""
    there = words[place : place + len(term.words)]
    if len(there) < len(term.words) or tuple(there[:-1]) != term.words[:-1]:
        return False
    return there[-1].startswith(term.words[-1]) if term.prefix else there[-1] == term.words[-1]
