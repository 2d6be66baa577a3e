"""What an archive promises, tried by force, and what it costs.

    python benchmarks/archive.py kill --times 200          kill -9 while adding
    python benchmarks/archive.py restarts --times 20       a PostgreSQL server stopped and started in mid-run
    python benchmarks/archive.py full --times 20           a disk that runs full (wants the right to mount a small tmpfs)
    python benchmarks/archive.py orders                    the same dump for any order, number of processes and database
    python benchmarks/archive.py write ARCHIVE             documents a second that the writer alone stores
    python benchmarks/archive.py speed FILE...             articles a second, peak memory and size, with --workers 1 2

The first four use short invented articles, read by the rules; each ends with status 1 where a promise was broken.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

import postgres
from invented import articles

ADD = [sys.executable, "-m", "dragoman", "add", "--encoder", "rules", "--json"]
Line = dict[str, str]


def written(path: Path, lines: Iterable[Line]) -> Path:
    """A JSONL file."""
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def dumped(url: str | Path) -> list[bytes]:
    """The dump of an archive."""
    from dragoman.store import dump, open_archive

    with open_archive(url, create=False) as archive:
        return list(dump(archive))


def state(url: str | Path) -> str:
    """A digest of the dump of an archive."""
    return hashlib.sha256(b"".join(dumped(url))).hexdigest()[:16]


def stored(lines: Iterable[bytes]) -> set[str]:
    """The ids of the documents that a run reported as stored; a last line that was cut off reports nothing."""
    whole = (line for line in lines if line.endswith(b"\n"))
    return {found["document"] for found in map(json.loads, whole) if found["status"] != "refused"}


def by_document(dump: Iterable[bytes]) -> dict[str, set[bytes]]:
    """The rows of an archive by the key of their document, but for what hangs on other documents: appearances and who stands for whom."""
    rows: dict[str, set[bytes]] = {}
    for line in dump:
        row = json.loads(line)
        if row[0] in ("failures", "appearances"):
            continue
        if row[0] == "documents":
            line = json.dumps(row[:-1]).encode()  # noqa: PLW2901 - without duplicate_of
        rows.setdefault(row[1], set()).add(line)
    return rows


def wrong(dump: Sequence[bytes], whole: Sequence[bytes], early: Sequence[bytes], reported: set[str]) -> list[str]:
    """What is lost, doubled or partial in an archive, measured by undisturbed ones.

    A document may be there as it is in the end, or as it was before an earlier appearance came to light.
    """
    faults = [f"doubled: {line[:80]!r}" for line in dump] if len(set(dump)) != len(dump) else []
    there, final, before = by_document(dump), by_document(whole), by_document(early)
    faults += [f"lost: {document}" for document in sorted(reported) if document.removeprefix("sha256:")[:16] not in there]
    faults += [f"partial: {key}" for key, rows in there.items() if rows not in (final.get(key), before.get(key))]
    return faults


# ---- kill -9


def add_in_child(source: Path, archive: str, workers: int, output: Path) -> int:
    """Start ``dragoman add`` in a copy of this process, which has all of its imports; the number of the copy."""
    child = os.fork()
    os.setpgid(child, child)  # on both sides, for nobody knows which comes first: its own group, so that its readers die with it
    if child:
        return child
    os.dup2(os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 1)
    from dragoman.cli import main

    sys.argv = ["dragoman", "add", "--encoder", "rules", "--json", "--workers", str(workers), "--to", archive, str(source)]
    try:
        main()
    except SystemExit as end:
        os._exit(int(end.code or 0))
    os._exit(99)


def undisturbed(folder: Path, lines: Sequence[Line]) -> tuple[list[bytes], list[bytes]]:
    """The dump of all lines, and that of those that were met first."""
    first = list({line["text"]: line for line in reversed(lines)}.values())[::-1]
    for name, some in (("whole", lines), ("early", first)):
        child = add_in_child(written(folder / f"{name}.jsonl", some), str(folder / f"{name}.db"), 1, folder / "out")
        if os.waitpid(child, 0)[1]:
            raise SystemExit("The undisturbed run failed.")
    return dumped(folder / "whole.db"), dumped(folder / "early.db")


def kill(times: int, count: int, seed: int, workers: int) -> bool:
    """Kill a run at random instants, again and again until it completes, then begin anew, so often in all."""
    chance = random.Random(seed)  # noqa: S311 - instants, no secrets
    killed = completed = lost = 0
    import dragoman.desk.adding
    import dragoman.store.migrating  # noqa: F401 - so that the copies need not

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = articles(count)
        source = written(folder / "all.jsonl", lines)
        whole, early = undisturbed(folder, lines)
        reported: set[str] = set()
        archive, output = folder / "killed.db", folder / "output"
        while killed < times or reported:
            child = add_in_child(source, str(archive), workers if killed % 20 == 19 else 1, output)
            longest = 0.3 if killed % 4 else 0.05  # seconds; the shortest hit the making of the tables
            ended = wait_for(child, output, chance.uniform(0, longest), chance.randint(0, len(lines)) if killed < times else None)
            killed += not ended
            reported |= stored(output.open("rb"))
            faults = wrong(dumped(archive), whole, early, reported) if archive.exists() and reported else []
            if ended:
                completed += 1
                faults += [] if dumped(archive) == whole else ["the completed archive differs from the undisturbed one"]
            lost += len(faults)
            for fault in faults[:3]:
                print(f"after {killed} kills: {fault}", flush=True)
            if ended:
                reported = set()
                for path in folder.glob("killed.db*"):
                    path.unlink()
    print(f"killed {killed} times, completed {completed} times, {lost} lost, doubled, partial or different")
    return not lost


def wait_for(child: int, output: Path, seconds: float, lines: int | None) -> bool:
    """Let a run go on for so many reported lines and seconds, then kill it; True if it ended by itself before."""
    until = None
    while True:
        if os.waitpid(child, os.WNOHANG)[0]:
            return True
        begun = lines is not None and output.exists() and output.read_bytes().count(b"\n") >= lines
        if begun and until is None:
            until = time.monotonic() + seconds
        if until is not None and time.monotonic() >= until:
            os.killpg(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return False
        time.sleep(0.002)


# ---- a server that goes away


def restarts(times: int, every: int) -> bool:
    """Stop a server and start it again, after every so many stored articles of one run."""
    with tempfile.TemporaryDirectory() as name, postgres.running() as server:
        folder = Path(name)
        source = written(folder / "all.jsonl", articles((times + 1) * every))
        subprocess.run([*ADD, "--to", str(folder / "undisturbed.db"), str(source)], check=True, stdout=subprocess.DEVNULL)
        url = postgres.create(server, "restarted")
        run = subprocess.Popen([*ADD, "--to", url, "--workers", "2", str(source)], stdout=subprocess.PIPE)
        reported: list[bytes] = []
        stopped = 0
        for line in run.stdout or ():
            reported.append(line)
            if len(reported) % every == 0 and stopped < times:
                stopped += 1
                postgres.stop(server, "immediate" if stopped % 2 else "fast")
                time.sleep(0.2 * (stopped % 5))
                postgres.start(server)
        status = run.wait()
        found, expected = dumped(url), dumped(folder / "undisturbed.db")
        statuses = {s: sum(json.loads(r)["status"] == s for r in reported) for s in ("added", "seen", "known", "renewed", "refused")}
        lost = len(stored(reported) - {json.loads(line)[2] for line in found if line.startswith(b'["documents"')})
        print(f"stopped and started {stopped} times; status {status}; {statuses}; {lost} lost; dump equal: {found == expected}")
        return status == 0 and not lost and found == expected


# ---- a full disk


def full(times: int, count: int, seed: int) -> bool:
    """Add to an archive on a disk that is too small, then make room and add again."""
    chance = random.Random(seed)  # noqa: S311 - sizes, no secrets
    good = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = articles(count)
        source = written(folder / "all.jsonl", lines)
        whole, early = undisturbed(folder, lines)
        size = (folder / "whole.db").stat().st_size // 1024
        for attempt in range(times):
            good += filled_up(folder, source, chance.randint(size // 3, size), whole, early, attempt)
    print(f"{times} times on a full disk: {good} times nothing lost, doubled or partial, and complete when there was room")
    return good == times


def filled_up(folder: Path, source: Path, kilobytes: int, whole: Sequence[bytes], early: Sequence[bytes], attempt: int) -> bool:
    """One archive on one small disk; whether all promises were kept."""
    disk = folder / "disk"
    disk.mkdir(exist_ok=True)
    mounted = ["mount", "-t", "tmpfs", "-o"]
    if subprocess.run([*mounted, f"size={kilobytes}k", "tmpfs", str(disk)], check=False, stderr=subprocess.DEVNULL).returncode:
        raise SystemExit("Skipped: a small disk cannot be mounted here.")
    try:
        archive = disk / "a.db"
        ended = os.waitpid(add_in_child(source, str(archive), 1, folder / "out"), 0)[1]
        reported = stored((folder / "out").open("rb"))
        subprocess.run([*mounted, "remount,size=200m", str(disk)], check=True)
        faults = wrong(dumped(archive), whole, early, reported) if reported else []
        again = os.waitpid(add_in_child(source, str(archive), 1, folder / "out"), 0)[1]
        same = dumped(archive) == whole
        if faults or again or not same or not ended:
            print(f"attempt {attempt}, {kilobytes} kB: {faults[:3]}, status {ended >> 8} and {again >> 8}, dump equal: {same}", flush=True)
        return bool(not faults and not again and same and ended)
    finally:
        subprocess.run(["umount", str(disk)], check=True)  # noqa: S607 - where the system has it


# ---- any order


def orders(count: int, seed: int) -> bool:
    """Add the same articles in several orders, with one and two processes, to both databases."""
    lines = articles(count)
    shuffled = random.Random(seed).sample(lines, len(lines))  # noqa: S311 - an order, no secret
    found = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for order, some in (("forward", lines), ("reversed", lines[::-1]), ("shuffled", shuffled)):
            source = written(folder / f"{order}.jsonl", some)
            for workers in (1, 2):
                archive = folder / f"{order}{workers}.db"
                subprocess.run([*ADD, "--to", str(archive), "--workers", str(workers), str(source)], check=True, stdout=subprocess.DEVNULL)
                found[f"{order}, {workers} workers, SQLite"] = state(archive)
        if postgres.why_not() is None:
            with postgres.running() as server:
                url = postgres.create(server, "orders")
                subprocess.run([*ADD, "--to", url, str(folder / "shuffled.jsonl")], check=True, stdout=subprocess.DEVNULL)
                found["shuffled, 1 worker, PostgreSQL"] = state(url)
    for what, digest in found.items():
        print(f"{digest}  {what}")
    return len(set(found.values())) == 1


# ---- speed


def write(source: str, to: str | None, most: int) -> bool:
    """Store documents of an archive in a new one: what the writer does without any reading."""
    from dragoman.store import add, documents, open_archive

    with tempfile.TemporaryDirectory() as name, open_archive(source, create=False) as old, open_archive(to or f"{name}/a.db") as new:
        began, count, used, taken = time.monotonic(), 0, 0.0, 0.0
        for document in islice(documents(old), most):
            start, cpu = time.monotonic(), time.process_time()
            add(new, document, "benchmark")
            count, used, taken = count + 1, used + time.process_time() - cpu, taken + time.monotonic() - start
        print(f"{count} documents in {taken:.1f} s ({time.monotonic() - began:.1f} s with loading): {count / taken:.1f} a second,")
        print(f"{count / used:.1f} a second of processor time")
    return True


def speed(files: Sequence[str], workers: Sequence[int]) -> bool:
    """Add files with several numbers of processes."""
    for number in workers:
        with tempfile.TemporaryDirectory() as name:
            began = time.monotonic()
            line = [*ADD, "--to", f"{name}/a.db", "--workers", str(number), *files]
            run = subprocess.run(line, check=False, stdout=subprocess.PIPE)
            taken = time.monotonic() - began
            count = run.stdout.count(b"\n")
            size = sum(path.stat().st_size for path in Path(name).iterdir()) / 1e6
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            told = f"{count} articles in {taken:.1f} s, {count / taken:.2f} a second"
            print(f"{number} workers: {told}, {peak:.0f} MB at most in one process, {size:.1f} MB on disk")
    return True


def main() -> None:
    """Run one of the trials."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trial", choices=["kill", "restarts", "full", "orders", "write", "speed"])
    parser.add_argument("files", nargs="*")
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--every", type=int, default=8, help="articles between two restarts")
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--to", help="where the writer writes; a temporary file if not told")
    given = parser.parse_args()
    trials = {
        "kill": lambda: kill(given.times, given.articles, given.seed, max(given.workers)),
        "restarts": lambda: restarts(given.times, given.every),
        "full": lambda: full(given.times, given.articles, given.seed),
        "orders": lambda: orders(given.articles, given.seed),
        "write": lambda: write(given.files[0], given.to, given.articles),
        "speed": lambda: speed(given.files, given.workers),
    }
    sys.exit(0 if trials[given.trial]() else 1)


if __name__ == "__main__":
    main()
