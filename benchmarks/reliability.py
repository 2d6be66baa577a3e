"""How well the scores of statements keep their word: for each range of scores, the share that is right.

Usage: python benchmarks/reliability.py GOLD.jsonl READINGS.jsonl [--scorer FOLDER]

GOLD holds articles with statements: whole articles with speakers, or statements with sources alone; a folder of JSON files
will do for the first. FOLDER holds the project's scorers, whose rules say what is right: a content shares .8 of its words
with a labelled one (F1 over tokens); a speaker is the one labelled, and where nobody labelled speakers, the source is.
The expected calibration error is the mean gap between score and share right of both, weighted by the statements in a range.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

RANGES = (0.0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 1.01)
ENOUGH = 0.8  # F1 of tokens from which a content is right
SCORERS = Path("../shared/score")


class Verdict(NamedTuple):
    """One statement of a reading: its score, whether its content is right, and whether its speaker is (None: not asked)."""

    score: float
    content: bool
    speaker: bool | None
    wrong: bool


def of_articles(gold: list[dict[str, Any]], readings: list[dict[str, Any]]) -> Iterator[Verdict]:
    """The verdicts on articles whose speakers are labelled; optional labels are left out."""
    articles, read = importlib.import_module("articles"), importlib.import_module("readings")
    for record, reading in read.join(gold, readings).pairs:
        article = articles.Article(record, reading)
        matched = {j: i for i, j in articles.statement_pairs(article, record["statements"], reading["statements"])}
        for number, found in enumerate(reading["statements"]):
            label = record["statements"][matched[number]] if number in matched else None
            if label is not None and label.get("optional"):
                continue
            asked = label is not None and articles.asks_speaker(label)
            right = articles.speaker_right(article, label, found) if asked else None
            wrong = right is False and bool(articles.speakers_named(found))
            yield Verdict(found["score"], label is not None, right, wrong)


def of_sources(gold: list[dict[str, Any]], readings: list[dict[str, Any]]) -> Iterator[Verdict]:
    """The verdicts on documents whose sources are labelled and whose speakers are not."""
    scorer, spans, measures, read = (importlib.import_module(n) for n in ("statements", "spans", "measures", "readings"))
    for record, reading in read.join(gold, readings).pairs:
        words = spans.Words(record["text"])
        wanted = [(words.cover(s["content"]), words.cover(s.get("source"))) for s in record["statements"]]
        offered = [(words.cover(s["content"]), words.cover(s.get("source"))) for s in reading["statements"]]
        shares = {
            (i, j): spans.token_f1(g[0], p[0]) for i, g in enumerate(wanted) for j, p in enumerate(offered) if g[0] & p[0]
        }  # fmt: skip
        matched = {j: i for i, j in measures.one_to_one((share, i, j) for (i, j), share in shares.items() if share >= ENOUGH)}
        for number, found in enumerate(reading["statements"]):
            label = matched.get(number)
            right = None if label is None else scorer.source_right(wanted[label][1], offered[number][1], words)
            yield Verdict(found["score"], label is not None, right, right is False)


def table(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """The lines of the reliability table and the expected calibration error below it."""
    yield f"{'score':<12}{'statements':>11}{'mean score':>12}{'content':>9}{'speaker':>9}{'both':>7}{'wrong, named':>14}"
    gap = 0.0
    for low, high in pairwise(RANGES):
        inside = [v for v in verdicts if low <= v.score < high]
        if not inside:
            continue
        asked = [v for v in inside if v.speaker is not None]
        mean = sum(v.score for v in inside) / len(inside)
        both = share([v.content and v.speaker is not False for v in inside])
        gap += abs(mean - both) * len(inside)
        speaker = f"{share([bool(v.speaker) for v in asked]):.2f}" if asked else "-"
        wrong = f"{sum(v.wrong for v in inside)} of {len(asked)}"
        name = f"{low:.1f} to {min(high, 1.0):.1f}"
        yield f"{name:<12}{len(inside):>11}{mean:>12.2f}{share([v.content for v in inside]):>9.2f}{speaker:>9}{both:>7.2f}{wrong:>14}"
    yield f"expected calibration error {gap / max(1, len(verdicts)):.3f} over {len(verdicts)} statements"


def share(values: Sequence[bool]) -> float:
    """The share that is true."""
    return sum(values) / len(values)


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("readings", type=Path)
    parser.add_argument("--scorer", type=Path, default=SCORERS, metavar="FOLDER")
    options = parser.parse_args(arguments)
    sys.path.insert(0, str(options.scorer))
    read = importlib.import_module("readings")
    readings = read.load(options.readings)
    whole = options.gold.is_dir() or any("speaker" in s for s in read.load(options.gold)[0]["statements"][:1])
    gold = importlib.import_module("article_gold").load_articles(options.gold) if whole else read.load(options.gold)
    for line in table(list((of_articles if whole else of_sources)(gold, readings))):
        print(line)


if __name__ == "__main__":
    main()
