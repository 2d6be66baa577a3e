"""What a dossier was told from, how its figures are made, and where they end: the note that every briefing owes."""

from __future__ import annotations

from dragoman.records import Coverage, Relation
from dragoman.tell.dossier.figures import count
from dragoman.tell.dossier.parts import Day, Line, Lines, Section, Words
from dragoman.tell.phrases import counted

NOTES = (
    "The figures run from \u22121, war, to +1, alliance. Words are how warmly those who speak for a side speak of the other; deeds are "
    "what outlets themselves report as done. What is claimed, planned, denied or long past moves no deeds, and a former minister's words "
    "are not his state's.",
    "The range beside a figure is its 90 % interval. The direction is against the pair's own past year.",
    "Every figure is a sum: each quotation says a value, counts with a weight, and contributes the product. "
    "The reckoning at the end lists all of them.",
    "A report that several outlets print is counted once, however many print it.",
)
LIMITS = (
    "A program read the texts. It misses what it does not know: irony, hints, what is left unsaid. "
    "Read the words before you cite a figure.",
    "It knows only the texts it was given. That nothing was found does not mean that nothing was said or done.",
    "Few reports make wide intervals, and outlets choose what they report.",
    "A promise whose term is over may have been kept or broken: nothing here judges that.",
)


def method(relation: Relation) -> Section:
    """Coverage, method and limits."""
    window: Line = (Words("Looked at: "), Day(relation.window[0]), Words(" to "), Day(relation.window[1]), Words("."))
    return Section(
        "method",
        "Coverage, method and limits",
        (
            Lines(((Words(coverage(relation.coverage)), Words(" "), *window),), listed=False),
            Lines(tuple((Words(note),) for note in NOTES)),
            Lines(tuple((Words(limit),) for limit in LIMITS)),
        ),
    )


def coverage(told: Coverage) -> str:
    """What was read, in one or two sentences: "Told from 412 documents by 18 publishers."."""
    parts = [f"Told from {several(told.documents, 'document')} by {several(told.publishers, 'publisher')}."]
    more = []
    if told.duplicates_folded:
        more.append(f"{several(told.duplicates_folded, 'copy', 'copies')} folded into them")
    if told.unresolved_speakers:
        more.append(f"{several(told.unresolved_speakers, 'speaker')} not identified")
    if told.failures:
        more.append(f"{several(told.failures, 'input')} not read")
    return " ".join([*parts, f"{', '.join(more)}.".capitalize()] if more else parts)


def several(number: int, one: str, many: str = "") -> str:
    """A number of things: "1 document", "4,912 documents"."""
    return counted(number, one, many).replace(str(number), count(number), 1)
