"""The corridor: one bad document harms only itself, and the same input gives the same bytes however it is read."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

import dragoman
from dragoman import Document, Failure, flow
from dragoman.read import read_text
from dragoman.tell.reading import encode

TEXTS = (
    "Georgia will keep its word, Foreign Minister Ana Example said in Tbilisi on Friday. She thanked Kazakhstan and Armenia.",
    'ANKARA, May 3 (Steppe Courier) - "We are ready to mediate between Armenia and Azerbaijan," the minister told reporters.',
    "On May 9, 2024 Poland, Latvia and Estonia condemned the attack. Moscow denied it. A diplomat said talks would go on in Vienna.",
)


def breaking(document: Document, encoder: object = None) -> Document:
    """A rule that fails on one document and works on the others."""
    if document.ref == "b":
        raise IndexError("rule")
    return document


def test_a_fault_in_a_rule_costs_its_document_and_tells_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flow, "understand", breaking)
    done = list(flow.read([read_text(TEXTS[0], ref) for ref in "abc"]))
    assert [item.ref for item in done] == ["a", "b", "c"]
    assert isinstance(done[1], Failure)
    assert "IndexError" in done[1].error
    assert "test_flow.py" in done[1].error


def test_a_fault_in_a_reader_costs_its_source(monkeypatch: pytest.MonkeyPatch) -> None:
    def items() -> object:
        yield read_text(TEXTS[0], "a")
        raise ImportError("parser")

    first, second = flow.survived(items(), "file")  # type: ignore[arg-type]
    assert isinstance(first, Document)
    assert isinstance(second, Failure)
    assert second.ref == "file"


def test_repeated_ids_are_told_apart_and_said() -> None:
    documents = [read_text(TEXTS[0], ref) for ref in ("a", "a#2", "a", "a")]
    done = list(flow.distinct_refs(documents))
    assert [item.ref for item in done] == ["a", "a#2", "a#3", "a#4"]
    assert [w.kind for item in done[2:] if isinstance(item, Document) for w in item.warnings] == ["repeated-id"] * 2


def test_a_language_that_is_not_read_keeps_its_text_and_gets_no_layers() -> None:
    document = dragoman.read("Dışişleri Bakanı Türkiye ile Rusya arasındaki ilişkilerin iyi olduğunu söyledi.")
    assert document.lang == "tr"
    assert [w.kind for w in document.warnings] == ["language-not-read"]
    assert not any((document.sentences, document.mentions, document.statements, document.events))


def test_annotating_and_resolving_again_changes_nothing(interview: Document) -> None:
    assert dragoman.resolve(dragoman.annotate(interview)) == interview


def test_processes_give_what_one_process_gives_and_survive_the_death_of_one() -> None:
    items = [Failure("f", "e", "a"), *(read_text(text, str(n)) for n, text in enumerate(TEXTS * 4))]
    assert list(flow.read(items, workers=2)) == list(flow.read(items))
    done = list(flow.each(dying, items[:4], workers=2))
    assert [getattr(item, "error", None) for item in done] == ["e", None, "The process that read this was ended by the system.", None]


def dying(item: Document | Failure) -> Document | Failure:
    """Work that ends its process at one document, as the system does when memory runs out."""
    if isinstance(item, Document) and item.ref == "1":
        os._exit(9)
    return item


def readings(path: Path, *options: str, **environment: str) -> dict[str, bytes]:
    """The lines of reading/1 for the articles of a file, by id."""
    command = [sys.executable, "-m", "dragoman", "read", "--json", *options, str(path)]
    done = subprocess.run(command, capture_output=True, check=True, env={**os.environ, **environment})  # noqa: S603
    return {json.loads(line)["document"]["ref"]: line for line in done.stdout.splitlines()}


def test_the_same_input_gives_the_same_bytes(tmp_path: Path, sample_path: Path) -> None:
    """For any hash seed, locale, time zone, number of processes and order of the input."""
    texts = [sample_path.read_text(encoding="utf-8"), *TEXTS]
    articles = [json.dumps({"id": str(n), "text": text, "date": "2026-05-20"}) for n, text in enumerate(texts)]
    straight, shuffled = tmp_path / "straight.jsonl", tmp_path / "shuffled.jsonl"
    straight.write_text("\n".join(articles), encoding="utf-8")
    random.Random(7).shuffle(articles)  # noqa: S311
    shuffled.write_text("\n".join(articles), encoding="utf-8")
    first = readings(straight, PYTHONHASHSEED="1", LC_ALL="C", TZ="UTC")
    assert len(first) == len(texts)
    assert readings(shuffled, "--workers", "2", PYTHONHASHSEED="99", LC_ALL="C.UTF-8", TZ="Pacific/Auckland") == first
    here = dragoman.read(texts[0], published="2026-05-20", ref="0")
    assert encode(here).rstrip() == first["0"]
