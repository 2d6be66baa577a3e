"""Corpora as examples: words in windows, with what each corpus says of them and silence about the rest.

Offsets of a corpus are laid onto Dragoman's own tokens, so that training and use see the same words.
"""

from __future__ import annotations

import hashlib
import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from dragoman.annotate.quotations import quotations
from dragoman.annotate.sentences import sentences
from dragoman.annotate.tokens import tokens
from dragoman.model.windows import Tokenizer, Words, words_of
from dragoman.records import Document


@dataclass(frozen=True)
class Frame:
    """One cue with its source and content, as sets of token numbers in runs."""

    cue: tuple[int, int]
    source: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Example:
    """A document's words and its labels; ``None`` where the corpus does not annotate a layer."""

    id: str
    words: Words
    names: tuple[str, ...] | None = None
    nominals: tuple[str, ...] | None = None
    frames: tuple[Frame, ...] | None = None
    silent: frozenset[str] = frozenset()


SILENT = {  # what a corpus leaves unannotated: there its O may be one of these
    "ner_gmb": frozenset(),
    "ner_uner_ewt_dev": frozenset({"DEM", "TIME", "OTH"}),
    "ner_wikigold": frozenset({"TIME"}),
    "ner_crossner_politics_train": frozenset({"TIME"}),
    "ner_re3d": frozenset(),
    "ner_redocred_dev": frozenset(),
    "ner_redocred_test": frozenset(),
}


def lines(path: Path) -> Iterator[dict[str, object]]:
    """The records of a JSONL file."""
    with path.open(encoding="utf-8") as stream:
        yield from (json.loads(line) for line in stream if line.strip())


def digest(path: Path) -> str:
    """Digest of a file, or of the files of a folder, for the log."""
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


def layered(text: str) -> Document:
    """A document with tokens, quotations and sentences."""
    bare = Document(id="", ref="", text=text, lang="en")
    return sentences(quotations(tokens(bare)))


# ---- statements


def statement_examples(records: Iterable[dict[str, object]], tokenizer: Tokenizer) -> Iterator[Example]:
    """PolNeAR and authored articles: cue, source and content."""
    for record in records:
        document = layered(str(record["text"]))
        if not document.tokens:
            continue
        frames = [f for s in record["statements"] if (f := frame(document, s)) is not None]
        yield Example(str(record["id"]), words_of(document, tokenizer), frames=tuple(merged(frames)))


def frame(document: Document, statement: dict[str, object]) -> Frame | None:
    """A statement on tokens; one without a cue has no frame."""
    cue = runs(document, pairs(statement.get("cue")))
    content = runs(document, pairs(statement.get("content")))
    if not cue or not content:
        return None
    return Frame((cue[0][0], cue[-1][1]), runs(document, pairs(statement.get("source"))), content)


def pairs(spans: object) -> list[tuple[int, int]]:
    """Spans as pairs, however the corpus writes them."""
    if spans is None:
        return []
    many = spans if isinstance(spans, list) else [spans]
    return [(s["start"], s["end"]) if isinstance(s, dict) else (s[0], s[1]) for s in many]


def runs(document: Document, spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """(first token, token behind the last) of each span; marks at the edges of a run are left out."""
    found = []
    for start, end in spans:
        first, last = token_range(document, start, end)
        while first < last and not document.tokens[first].word:
            first += 1
        while last > first and not document.tokens[last - 1].word:
            last -= 1
        if first < last:
            found.append((first, last))
    return tuple(sorted(found))


def token_range(document: Document, start: int, end: int) -> tuple[int, int]:
    """Tokens that share a character with a span."""
    first = bisect_right(document.tokens, start, key=lambda t: t.span.end)
    return first, bisect_left(document.tokens, end, key=lambda t: t.span.start)


def merged(frames: list[Frame]) -> list[Frame]:
    """Frames of one cue as one: what two statements share a cue for is told by it at once."""
    found: dict[tuple[int, int], Frame] = {}
    for item in frames:
        same = found.get(item.cue)
        found[item.cue] = (
            item
            if same is None
            else replace(same, source=tuple(sorted({*same.source, *item.source})), content=tuple(sorted({*same.content, *item.content})))
        )
    return [found[cue] for cue in sorted(found)]


# ---- names


def name_examples(path: Path, tokenizer: Tokenizer, hold: int = 0, packed: int = 6) -> Iterator[Example]:
    """Tokenised sentences with BIO labels, some consecutive ones together; every ``hold``-th line is kept out."""
    texts: list[str] = []
    spans: list[tuple[int, int, str]] = []
    at = 0
    kept = [r for n, r in enumerate(lines(path)) if not hold or n % hold != hold - 1]
    for number, record in enumerate(kept, 1):
        words, labels = record["tokens"], record["ner"]
        for word, label in zip(words, labels, strict=True):
            if label[0] == "B":
                spans.append((at, at + len(word), label[2:]))
            elif label[0] == "I" and spans:
                spans[-1] = (spans[-1][0], at + len(word), spans[-1][2])
            at += len(word) + 1
        texts.append(" ".join(words))
        if number % packed == 0 or number == len(kept):
            yield named("\n".join(texts), spans, path.stem, number, tokenizer)
            texts, spans, at = [], [], 0


def named(text: str, spans: list[tuple[int, int, str]], stem: str, number: int, tokenizer: Tokenizer) -> Example:
    """An example with a label for every token."""
    document = layered(text)
    return Example(f"{stem}:{number}", words_of(document, tokenizer), names=bio(document, spans), silent=SILENT[stem])


def bio(document: Document, spans: list[tuple[int, int, str]]) -> tuple[str, ...]:
    """BIO labels of the tokens under some spans."""
    labels = ["O"] * len(document.tokens)
    for start, end, kind in spans:
        first, last = token_range(document, start, end)
        for token in range(first, last):
            labels[token] = f"{'B' if token == first else 'I'}-{kind}"
    return tuple(labels)


# ---- nominals


ETYPES = {"person": "PER", "organization": "ORG", "place": "LOC"}


def nominal_examples(path: Path, tokenizer: Tokenizer, packed: int = 6) -> Iterator[Example]:
    """GUM: noun phrases without a name as head that mean a person, a body or a place, from their first word to their head."""
    texts: list[str] = []
    spans: list[tuple[int, int, str]] = []
    at = 0
    found = list(conllu(path))
    for number, rows in enumerate(found, 1):
        offsets = []
        for row in rows:
            offsets.append((at, at + len(row[1])))
            at += len(row[1]) + 1
        texts.append(" ".join(row[1] for row in rows))
        spans += [(offsets[a][0], offsets[b][1], kind) for a, b, kind in noun_phrases(rows)]
        if number % packed == 0 or number == len(found):
            document = layered("\n".join(texts))
            yield Example(f"{path.stem}:{number}", words_of(document, tokenizer), nominals=bio(document, spans))
            texts, spans, at = [], [], 0


def conllu(path: Path) -> Iterator[list[list[str]]]:
    """The sentences of a CoNLL-U file as rows of plain words."""
    rows: list[list[str]] = []
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            if line.strip() and not line.startswith("#"):
                row = line.rstrip("\n").split("\t")
                if row[0].isdigit():
                    rows.append(row)
            elif not line.strip() and rows:
                yield rows
                rows = []
    if rows:
        yield rows


def noun_phrases(rows: list[list[str]]) -> list[tuple[int, int, str]]:
    """(first row, head row, type) of the phrases with a noun as head, inner ones first, none overlapping another."""
    open_at: dict[str, list[tuple[int, str]]] = {}
    found: list[tuple[int, int, str]] = []
    for number, row in enumerate(rows):
        entity = next((part[7:] for part in row[9].split("|") if part.startswith("Entity=")), "")
        for piece in re.findall(r"\(\d+-[a-z]+[^()]*\)?|\d+\)", entity):
            group, kind = re.match(r"\(?(\d+)(?:-([a-z]+))?", piece).groups()
            if piece.startswith("("):
                open_at.setdefault(group, []).append((number, kind))
            if piece.endswith(")") and open_at.get(group):
                first, etype = open_at[group].pop()
                found.append((first, number, etype))
    kept: list[tuple[int, int, str]] = []
    for first, last, etype in sorted(found, key=lambda f: (f[1] - f[0], f[0])):
        head = head_of(rows, first, last)
        if etype in ETYPES and rows[head][3] == "NOUN" and not any(a <= head and first <= b for a, b, _ in kept):
            kept.append((first, head, ETYPES[etype]))
    return kept


def head_of(rows: list[list[str]], first: int, last: int) -> int:
    """The row whose governor lies outside of a phrase."""
    inside = {rows[n][0] for n in range(first, last + 1)}
    return next((n for n in range(first, last + 1) if rows[n][6] not in inside), last)
