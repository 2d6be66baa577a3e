"""Make ``knowledge/offices/origins.tsv``: how often the pieces of names occur among the holders of office of each state.

    python tools/build_origins.py offices.csv

The names come from a table of office terms (columns of, office, person, wikidata, from, to; facts of Wikidata, CC0) and from
the tables of holders beside the target. A name counts once a state. States with fewer names than FEWEST are left out.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from dragoman.knowledge.offices.origins import pieces

FOLDER = Path(__file__).parent.parent / "src/dragoman/knowledge/offices"
FEWEST = 8  # names; below it the right one of the states of an article was told no better than by chance


def names(table: Path) -> dict[str, set[str]]:
    """The names of the holders of each state."""
    found: dict[str, set[str]] = defaultdict(set)
    for path, delimiter in ((table, ","), (FOLDER / "holders.tsv", "\t"), (FOLDER / "updates.tsv", "\t")):
        with path.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream, delimiter=delimiter):
                if len(row["of"]) == 3:
                    found[row["of"]].add(row["person"])
    return {state: found[state] for state in sorted(found) if len(found[state]) >= FEWEST}


def lines(found: dict[str, set[str]]) -> Iterator[str]:
    """The lines of the table: the pieces in all of each state first, then those of each piece."""
    counts = {state: Counter(piece for name in found[state] for piece in pieces(name)) for state in found}
    yield "\t" + " ".join(f"{state}{counts[state].total()}" for state in counts)
    for piece in sorted({piece for count in counts.values() for piece in count}):
        yield f"{piece}\t" + " ".join(f"{state}{count[piece]}" for state, count in counts.items() if piece in count)


def main() -> int:
    """Command line."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    (FOLDER / "origins.tsv").write_text("\n".join(lines(names(Path(sys.argv[1])))) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
