"""Speed and steadiness on a file of articles: crashes, byte identity, violated invariants, articles a second, memory.

Usage: python benchmarks/speed.py ARTICLES.jsonl [--invariants PROGRAM] [--encoder NAME] [--limit N]

The articles are read four times: plainly; with another hash seed, locale and time zone, shuffled; by two processes; and
in this process without its start, the encoder's part timed by itself. Times of one core are CPU times.
The exit status is 1 when an article crashes a rule, when the bytes differ, or when an invariant is violated.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from dragoman import flow
from dragoman.read import read_path
from dragoman.records import Document, Proposals

ARTICLE = 350  # words: a short news report, the unit in which others give their pace


class Run(NamedTuple):
    """One reading of all articles: lines by id, failures, seconds, and the peak memory of all children so far in MB."""

    lines: dict[str, bytes]
    failures: list[str]
    cpu: float
    wall: float
    memory: float


def read(path: Path, *options: str, **environment: str) -> Run:
    """Read a file of articles in a process of its own."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    command = [sys.executable, "-m", "dragoman", "read", "--json", *options, str(path)]
    done = subprocess.run(command, capture_output=True, check=False, env={**os.environ, **environment})
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    lines = {json.loads(line)["document"]["ref"]: line for line in done.stdout.splitlines()}
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(lines, done.stderr.decode().splitlines(), cpu, wall, after.ru_maxrss / 1024)


class Parts(NamedTuple):
    """Words of all articles, CPU seconds of reading them without the start of the process, and the encoder's part of these."""

    words: int
    whole: float
    encoder: float


def parts(path: Path, encoder: str) -> Parts:
    """Read a file of articles in this process, the encoder's share timed apart."""
    flow.ready(encoder)
    asked, spent = flow.chosen(encoder), 0.0

    def timed(document: Document) -> Proposals:
        nonlocal spent
        start = time.process_time()
        found = asked(document) if asked else Proposals()
        spent += time.process_time() - start
        return found

    next(flow.read(read_path(str(path)), encoder=encoder), None)  # what is loaded on first use belongs to the start
    start = time.process_time()
    documents = list(flow.read(read_path(str(path)), encoder=timed if asked else encoder))
    whole = time.process_time() - start
    return Parts(sum(len(d.text.split()) for d in documents if isinstance(d, Document)), whole, spent)


def rows_of(parts: Parts) -> list[tuple[str, str]]:
    """The rows that tell what one core reads in a second."""
    pace = parts.words / parts.whole
    rows = [("words a core-second", f"{pace:.0f}"), ("350-word articles a core-second", f"{pace / ARTICLE:.1f}")]
    if not parts.encoder:
        return rows
    apart = f"{parts.words / parts.encoder:.0f} / {parts.words / (parts.whole - parts.encoder):.0f}"
    return [
        *rows,
        ("words: encoder / rules alone", apart),
        ("whole read / encoder alone (time)", f"{parts.whole / parts.encoder:.2f}"),
    ]


def violations(program: str, run: Run, folder: Path) -> str:
    """What the invariants' program says of the readings, in one line."""
    readings = folder / "readings.jsonl"
    readings.write_bytes(b"".join(line + b"\n" for line in run.lines.values()))
    done = subprocess.run([sys.executable, program, str(readings)], capture_output=True, text=True, check=False)
    told = " ".join(done.stdout.split())
    return "none" if done.returncode == 0 else told[-300:]


def table(rows: list[tuple[str, str]]) -> None:
    """Print names and values."""
    for name, value in rows:
        print(f"{name:<34}{value}")


def main() -> int:
    """Read, compare and print; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--invariants", help="a program that checks a file of readings and exits with 1 on any violation")
    parser.add_argument("--encoder", default="int8", help="the encoder to read with, or rules for none (int8)")
    parser.add_argument("--limit", type=int, default=500, help="articles to read (500)")
    wanted = parser.parse_args()
    chosen = ("--encoder", wanted.encoder)
    articles = [line for line in wanted.articles.read_bytes().splitlines() if line.strip()][: wanted.limit]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        straight, shuffled = folder / "straight.jsonl", folder / "shuffled.jsonl"
        straight.write_bytes(b"\n".join(articles))
        mixed = list(articles)
        random.Random(7).shuffle(mixed)  # noqa: S311
        shuffled.write_bytes(b"\n".join(mixed))
        plain = read(straight, *chosen, PYTHONHASHSEED="1", LC_ALL="C", TZ="UTC")
        other = read(shuffled, *chosen, PYTHONHASHSEED="99", LC_ALL="C.UTF-8", TZ="Pacific/Auckland")
        double = read(straight, *chosen, "--workers", "2", PYTHONHASHSEED="3")
        paces = rows_of(parts(straight, wanted.encoder))
        broken = violations(wanted.invariants, plain, folder) if wanted.invariants else "not asked"
    differing = sorted(ref for ref, line in plain.lines.items() if line not in (other.lines.get(ref),) or line != double.lines.get(ref))
    crashes = [line for line in plain.failures if "A fault in Dragoman" in line]
    rows = [
        ("articles / read / failures", f"{len(articles)} / {len(plain.lines)} / {len(plain.failures)}"),
        ("crashes in rules", str(len(crashes))),
        ("readings that differ between runs", f"{len(differing)} {' '.join(differing[:5])}"),
        ("violated invariants", broken),
        ("articles a second (1 process)", f"{len(articles) / plain.wall:.1f} wall, {len(articles) / plain.cpu:.1f} CPU"),
        ("articles a second (2 processes)", f"{len(articles) / double.wall:.1f} wall"),
        *paces,
        ("CPU seconds / peak memory", f"{plain.cpu:.1f} / {plain.memory:.0f} MB"),
    ]
    table(rows)
    print("\n".join(crashes[:10]))
    return 1 if crashes or differing or broken not in ("none", "not asked") else 0


if __name__ == "__main__":
    sys.exit(main())
