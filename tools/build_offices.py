"""Make ``knowledge/offices/holders.tsv`` from a table of office terms (columns of, office, person, wikidata, from, to).

    python tools/build_offices.py offices.csv

Only the offices that diplomatic news turns on are kept: heads of state and government, foreign and defence ministers,
their deputies, spokespersons, and the heads of international organisations. The facts are Wikidata's (CC0).
"""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src/dragoman/knowledge/offices/holders.tsv"

# Spelling of the office in the table -> the normal form of title that readings give. The first match wins.
FORMS = (
    (r"(?:Acting |Interim )?President(?: of the (?:Republic|Russian Federation|United States.*))?", "president"),
    (
        r"(?:Federal )?(?:Prime Minister|Premier|Chairman of the Council of Ministers"
        r"|President of the (?:Government|Council of Ministers))",
        "prime minister",
    ),
    (r"(?:Federal )?Chancellor", "chancellor"),
    (
        r"(?:Union |Federal )?Minister (?:of|for) (?:Foreign|External) (?:Affairs|Relations).*|Foreign Minister"
        r"|Minister of Europe and Foreign Affairs|Minister of Foreign Affairs.*",
        "foreign minister",
    ),
    (r"Secretary of State for Foreign.*|Foreign Secretary", "foreign secretary"),
    (r"Secretary of Foreign Affairs|Minister of Foreign Affairs and .*", "foreign minister"),
    (r"(?:Federal )?Minister (?:of|for) (?:National )?Defen[cs]e.*|Defen[cs]e Minister", "defence minister"),
    (r"Secretary of Defen[cs]e|Secretary of National Defen[cs]e|Secretary of State for Defen[cs]e", "defence secretary"),
    (r"(?:Vice[- ]President)", "vice president"),
    (r"(?:First )?Deputy Prime Minister", "deputy prime minister"),
    (r"(?:First )?Deputy (?:Minister of Foreign Affairs|Foreign Minister)", "deputy foreign minister"),
    (r"Deputy Secretary of State", "deputy secretary of state"),
    (r"National Security Advis[eo]r", "national security adviser"),
    (r"Supreme Leader.*", "supreme leader"),
    (r"King|Queen|Emir|Sultan|Crown Prince", None),
    (r"Press Secretary.*|.*[Ss]pokes(?:man|woman|person).*", "spokesman"),
    (r"Secretary[- ]General(?: of (?:NATO|the United Nations))?", "secretary-general"),
    (r"Director[- ]General", "director-general"),
    (r"High Representative.*", "high representative"),
    (r"President of the European (?:Commission|Council|Parliament)", None),
)


def normal(office: str) -> str | None:
    """The normal form of an office, or ``None`` for one that is not kept."""
    for pattern, form in FORMS:
        if re.fullmatch(pattern, office):
            return form or office.casefold().split(" of ")[0]
    if office == "Secretary of State":
        return "secretary of state"
    return None


def main() -> None:
    """Read the table named on the command line and write the one that ships."""
    rows = set()
    with Path(sys.argv[1]).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            title = normal(row["office"])
            if title and len(row["of"]) == 3 and row["of"].isupper() and not (title == "secretary of state" and row["of"] != "USA"):
                rows.add((row["of"], title, row["person"], row["wikidata"], row["from"], row["to"]))
    lines = ["of\ttitle\tperson\twikidata\tfrom\tto", *("\t".join(row) for row in sorted(rows))]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rows)} terms -> {TARGET}")


if __name__ == "__main__":
    main()
