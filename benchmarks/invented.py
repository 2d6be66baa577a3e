"""Short invented articles for tests and benchmarks of the archive: the same number gives the same article."""

from __future__ import annotations

NAMES = ("Ana Example", "Boris Sample", "Cem Ornek", "Dora Beispiel", "Emil Exemple")
STATES = (("Georgia", "Tbilisi"), ("Kazakhstan", "Astana"), ("Latvia", "Riga"), ("Poland", "Warsaw"), ("Chile", "Santiago"))
DEEDS = ("sign a treaty", "reopen the border", "recall its ambassador", "send an envoy", "mediate between Armenia and Azerbaijan")


def article(number: int) -> dict[str, str]:
    """An invented article, a line of JSONL: the same number gives the same article, other numbers others."""
    name, (state, capital), deed = NAMES[number % 5], STATES[number // 5 % 5], DEEDS[number // 25 % 5]
    text = (
        f"{capital.upper()}, May {number % 28 + 1} (Steppe Courier) - {state} will {deed}, Foreign Minister {name} said in talk {number}. "
        f'"We are ready to {deed} after round {number} of the talks," {name} told reporters in {capital}. Moscow criticised the plan.'
    )
    return {"id": f"a{number}", "text": text, "date": f"2025-05-{number % 28 + 1:02}", "publisher": f"Courier {number % 3}"}


def articles(count: int) -> list[dict[str, str]]:
    """Invented articles; every fifth is printed again: elsewhere, or earlier, or a day later by the same outlet."""
    found = []
    for number in range(count):
        found.append(article(number))
        if number % 5 == 0:
            again = {**article(number), "id": f"b{number}"}
            again.update(({"publisher": "Another"}, {"date": "2025-04-30"}, {"date": "2025-06-01"})[number // 5 % 3])
            found.append(again)
    return found
