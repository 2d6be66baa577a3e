"""What stands in a dossier, the most important first: where the two stand, the course, the registers, how it was told."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records import Evidence, Measure, Relation, State, Theme, TurningPoint
from dragoman.tell import phrases
from dragoman.tell.dossier import registers
from dragoman.tell.dossier.figures import in_signs
from dragoman.tell.dossier.method import method
from dragoman.tell.dossier.parts import Course, Day, Figure, Folded, Line, Lines, Notes, Section, Table, Words
from dragoman.tell.phrases import Names

DIRECTIONS = {"warming": "↗", "steady": "→", "cooling": "↘"}
WIDE = 0.8  # an interval of that width reaches over more than two of the five levels
BRIEF = 100  # letters of a quotation there: two lines beside the state
FOREMOST = 3  # themes in the summary: what a reader keeps from one look


@dataclass(frozen=True, slots=True)
class Contents:
    """A dossier before it takes a form: its title, the state in a word, the summary, the sections."""

    title: str
    level: str
    direction: str
    sentence: Line
    state: Figure
    norm: float | None
    caution: str
    summary: tuple[tuple[str, Line], ...]
    sections: tuple[Section, ...]


def contents(relation: Relation) -> Contents:
    """All that a dossier says of a relation, but for the evidence."""
    names = names_of(relation)
    state = relation.state
    moving = state.direction if state.direction in DIRECTIONS else ""
    return Contents(
        title=phrases.sides(names, relation.dyad),
        level=(state.level or ("no evidence" if state.value is None else "too little evidence")).capitalize(),
        direction=f"{DIRECTIONS[moving]} {moving}" if moving else "",
        sentence=(Words(in_signs(state.sentence)),),
        state=Figure(state.value, state.low, state.high),
        norm=state.norm,
        caution=caution(state),
        summary=tuple(summary(relation, names)),
        sections=(
            measures(relation, names),
            course(relation),
            *registers.sections(relation, names),
            method(relation),
        ),
    )


def names_of(relation: Relation) -> Names:
    """Actor id -> the name it is shown by."""
    return {a.id: a.name for a in relation.actors} | dict(zip(relation.dyad, relation.names, strict=True))


def caution(state: State) -> str:
    """A word of caution where the interval is so wide that the level could well be another."""
    if state.low is None or state.high is None or state.high - state.low < WIDE:
        return ""
    return "The interval is wide: there are few reports, or they disagree. The level could be another."


# ---- the summary


def summary(relation: Relation, names: Names) -> list[tuple[str, Line]]:
    """What a reader must know first, each under a label; nothing where nothing was found."""
    told: list[tuple[str, Line]] = []
    if relation.turning_points:
        latest = max(range(len(relation.turning_points)), key=lambda i: relation.turning_points[i].date)
        turn = relation.turning_points[latest]
        told.append(("Last turn", (Words(f"{turn.direction}, "), Day(turn.date), Notes(f"turn-{latest + 1}"))))
    for label, found, key in (("Rest on", relation.foundations, "foundation"), ("Suffer from", relation.frictions, "friction")):
        if found:
            told.append((label, foremost(found, key)))
    if relation.mediations:
        latest = max(range(len(relation.mediations)), key=lambda i: relation.mediations[i].date or "")
        told.append(("Mediation", (*registers.mediation_line(relation.mediations[latest], names), Notes(f"mediation-{latest + 1}"))))
    coming = [n for n, entry in enumerate(relation.calendar, 1) if entry.date >= relation.as_of]
    if coming:
        number = min(coming, key=lambda n: relation.calendar[n - 1].date)
        entry = relation.calendar[number - 1]
        told.append(
            (
                "Next date",
                (Day(entry.date), Words(": "), Words(registers.shortened(entry.what, BRIEF), "name"), Notes(f"calendar-{number}")),
            )
        )
    if relation.shifts:
        latest = max(range(len(relation.shifts)), key=lambda i: relation.shifts[i].date)
        told.append(("New tone", (*registers.shift_line(relation.shifts[latest]), Notes(f"shift-{latest + 1}"))))
    return told


def foremost(found: tuple[Theme, ...], key: str) -> Line:
    """The first themes of a register, each with the notes of its entry; where none has a name, the words of the first entry."""
    named = [(theme.theme, n) for n, theme in enumerate(found, 1) if theme.theme][:FOREMOST]
    if not named:
        return (*registers.leading_words(found[0].evidence, BRIEF), Notes(f"{key}-1"))
    pieces: list[Words | Notes] = []
    for theme, n in named:
        pieces += [Words(", ")] if pieces else []
        pieces += [Words(theme, "name"), Notes(f"{key}-{n}")]
    return tuple(pieces)


# ---- words, deeds, toward each other


def measures(relation: Relation, names: Names) -> Section:
    """The figures beside that of the state: words, deeds, and either side toward the other."""
    rows = [
        measure_row("Words", "what is said", relation.words, "words"),
        measure_row("Deeds", "what is done", relation.deeds, "deeds"),
    ]
    for number, one in enumerate(relation.toward, 1):
        label = f"{phrases.named(names, one.source)} toward {phrases.named(names, one.toward)}"
        rows.append(measure_row(label, "words and deeds", one.measure, f"toward-{number}"))
    scale = Lines(((Words("The scale runs from \u22121, war, to +1, alliance. The bar is the 90 % interval.", "dim"),),), listed=False)
    return Section(
        "state", "Where they stand", (Table("The figures of the day", ("Measure", "Figure and interval", "Evidence"), tuple(rows)), scale)
    )


def measure_row(label: str, of: str, measure: Measure, key: str) -> tuple[Line, ...]:
    """One figure with its notes."""
    figure = Figure(measure.value, measure.low, measure.high)
    return (Words(label, "strong"), Words(f" {of}", "dim")), (figure,), (Notes(key),)


# ---- the course


def course(relation: Relation) -> Section:
    """The line, its turning points, and the line as a table."""
    if not relation.course:
        return Section("course", "The course", (nothing("No course could be drawn: nothing dated was found."),))
    rows = tuple(
        (
            (Day(period.begins), Words(" to "), Day(period.ends)),
            (Figure(period.value, period.low, period.high, bare=True),),
            (Words(str(period.happenings)),),
            (Words(str(period.documents)),),
            (Notes(f"period-{number}"),),
        )
        for number, period in enumerate(relation.course, 1)
        if period.value is not None
    )
    heads = ("Period", "Figure and interval", "Happenings", "Documents", "Evidence")
    table = Table("The course as a table", heads, rows, numeric=(2, 3))
    return Section(
        "course",
        "The course",
        (Course(), turns(relation), Folded("The course as a table (periods with evidence)", table)),
    )


def turns(relation: Relation) -> Table | Lines:
    """The turning points by their number in the drawing."""
    if not relation.turning_points:
        return nothing("No turning point was found.")
    rows = tuple(
        (
            (Words(str(number)),),
            (Day(turn.date),),
            (Words(f"{'▲' if turn.direction == 'up' else '▼'} {turn.direction}"),),
            (Words(f"{turn.size:.2f}"),),
            registers.quotation(after(turn), f"turn-{number}"),
        )
        for number, turn in enumerate(relation.turning_points, 1)
    )
    return Table("Turning points", ("No.", "Day", "Direction", "Size", "What was reported"), rows, lead=1, numeric=(3,))


def after(turn: TurningPoint) -> tuple[Evidence, ...]:
    """What turned the course: what came after the day, that which moved it most first, in the direction of the turn."""
    sign = 1 if turn.direction == "up" else -1
    came = [e for e in turn.evidence if (e.weight or 0.0) > 0]
    return tuple(sorted(came, key=lambda e: -sign * (e.contribution or 0.0))) or turn.evidence


def nothing(words: str) -> Lines:
    """The one line of a part that found nothing."""
    return Lines(((Words(words, "dim"),),), listed=False)
