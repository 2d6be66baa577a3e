"""Make ``knowledge/offices/holders.tsv`` from a table of office terms (columns of, office, person, wikidata, from, to).

    python tools/build_offices.py offices.csv

Only the offices that diplomatic news turns on are kept: heads of state and government, ministers of foreign affairs,
defence, the interior, finance and trade, deputies, spokespersons, security advisers, ambassadors to the United Nations,
and the heads of international organisations. The facts are Wikidata's (CC0). What is mended or added by hand stands in
``updates.tsv`` and ``bodies.tsv`` beside the table, which the loader lays over it; this tool never writes them.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterable
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src/dragoman/knowledge/offices/holders.tsv"
HEAD = "of\ttitle\tperson\twikidata\tfrom\tto\tstatus"
Row = tuple[str, str, str, str, str, str, str]

PORTFOLIO = r"(?:Union |Federal )?(?:Minister|Secretary) (?:of|for) (?:the )?"
# Spelling of the office in the table -> the normal form of title that readings give. The first match wins.
FORMS = (
    (r"(?:Acting |Interim )?President(?: of the (?:Republic|Russian Federation|United States.*))?", "president"),
    (
        r"(?:Federal )?(?:Prime Minister|Premier(?: of the State Council)?|Chairman of the Council of Ministers"
        r"|President of the (?:Government|Council of Ministers))",
        "prime minister",
    ),
    (r"(?:Federal )?Chancellor", "chancellor"),
    (r"Taoiseach", "taoiseach"),
    (r"Chancellor of the Exchequer", "chancellor of the exchequer"),
    (
        PORTFOLIO + r"(?:Europe and |European and )?(?:Foreign|External|International)"
        r"(?: and European| and International)? (?:Affairs|Relations).*"
        r"|Foreign Minister",
        "foreign minister",
    ),
    (r"Secretary of State for Foreign.*|Foreign Secretary", "foreign secretary"),
    (PORTFOLIO + r"(?:National )?Defen[cs]e(?: and (?!Space).*)?|Defen[cs]e Minister|Minister of the Armed Forces", "defence minister"),
    (r"Secretary of State for Defen[cs]e", "defence secretary"),
    (PORTFOLIO + r"(?:Interior|Internal Affairs|Home Affairs)(?: (?:and|Affairs).*|, .*)?", "interior minister"),
    (r"Secretary of State for the Home Department", "home secretary"),
    (PORTFOLIO + r"(?:Economy and |Economy, )?(?:Finances?|Treasury)(?: and .*)?|Secretary of the Treasury", "finance minister"),
    (PORTFOLIO + r"(?:Foreign |International |Industry and )?Trade(?: and .*)?", "trade minister"),
    (r"Vice[- ]President|First Vice President", "vice president"),
    (
        r"(?:First |Vice |Second |Third )?(?:Deputy )?Prime Minister|Vice Premier(?: of the State Council)?|Tánaiste",
        "deputy prime minister",
    ),
    (r"(?:First )?(?:Deputy|Vice) (?:Minister (?:of|for) Foreign Affairs|Foreign Minister)", "deputy foreign minister"),
    (r"Deputy Secretary of State", "deputy secretary of state"),
    (r"National Security Advis[eo]r", "national security adviser"),
    (r"Secretary of the (?:Supreme )?(?:National )?Security (?:and Defense )?Council", "secretary of the security council"),
    (r"Supreme Leader.*", "supreme leader"),
    (r"General Secretary of the Chinese Communist Party", "general secretary"),
    (r"King|Queen|Emir|emir|Sultan|Crown Prince", None),
    (r"[Mm]onarch|Yang di.*", "monarch"),
    (r"(?:.* )?Press Secretary|.*[Ss]poke(?:sman|swoman|sperson|person).*", "spokesman"),
    (
        r"(?:[Pp]erman?[ea]nt Representative (?:to )?|[Aa]mbassador to )the United Nations(?:, New York)?",
        "ambassador to the united nations",
    ),
)  # fmt: skip
# The same for international bodies, which the table gathers under "org": the office and the body it belongs to.
BODIES = {
    "Secretary-General of the United Nations": ("org:un", "secretary-general"),
    "Deputy Secretary-General of the United Nations": ("org:un", "deputy secretary-general"),
    "President of the United Nations General Assembly": ("org:un-general-assembly", "president"),
    "Director-General of the World Trade Organization": ("org:wto", "director-general"),
    "OSCE High Commissioner on National Minorities": ("org:osce", "high commissioner"),
}
# Offices that the table files under a wrong name: India's foreign secretaries, who are civil servants, as ministers; deputies.
WRONG = frozenset({("IND", "Minister of Foreign Affairs"), ("IND", "Home Secretary"), ("PAK", "Federal Minister of Defence Production")})
# American, Philippine, Mexican and Kenyan ministers are secretaries.
SECRETARIES = {"USA": "defence secretary", "PHL": "defence secretary", "MEX": "defence secretary"}


def placed(of: str, office: str) -> tuple[str, str] | None:
    """The state or body and the normal form of an office, or ``None`` for one that is not kept."""
    if of == "org":
        return BODIES.get(office)
    if (of, office) in WRONG:
        return None
    if office == "Secretary of State":
        return (of, "secretary of state") if of == "USA" else None
    for pattern, form in FORMS:
        if re.fullmatch(pattern, office):
            title = form or office.casefold()
            return of, SECRETARIES.get(of, title) if title == "defence minister" else title
    return None


def status_of(office: str) -> str:
    """What the table's words say of how the office was held."""
    return "acting" if office.startswith(("Acting", "Interim")) else ""


def named(person: str) -> str:
    """A name as news has it: without a peer's title; what is no Latin spelling stays."""
    return re.sub(r", (?:Baron|Baroness|Viscount|Lord) .*$", "", person).replace("\u2019", "'")


def possible(begins: str, ends: str) -> bool:
    """Whether a term ends no earlier than it begins, as far as both are known: the table has a few that do."""
    shorter = min(len(begins), len(ends))
    return not begins or not ends or begins[:shorter] <= ends[:shorter]


def merged(rows: Iterable[Row]) -> list[Row]:
    """One row for a term: cabinets that follow each other leave several with one beginning; the open or latest end holds."""
    ends: dict[tuple[str, ...], set[str]] = {}
    for of, title, person, wikidata, begins, end, status in rows:
        ends.setdefault((of, title, person, wikidata, begins, status), set()).add(end)
    done = []
    for (of, title, person, wikidata, begins, status), found in ends.items():
        done.append((of, title, person, wikidata, begins, "" if "" in found else max(found), status))
    return sorted(done)


def main() -> None:
    """Read the table named on the command line and write the one that ships."""
    rows = set()
    with Path(sys.argv[1]).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            place = placed(row["of"], row["office"])
            if place and possible(row["from"], row["to"]):
                rows.add((*place, named(row["person"]), row["wikidata"], row["from"], row["to"], status_of(row["office"])))
    done = merged(rows)
    TARGET.write_text("\n".join([HEAD, *("\t".join(row) for row in done)]) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(done)} terms -> {TARGET}\n")


if __name__ == "__main__":
    main()
