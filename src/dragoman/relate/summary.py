"""The state of relations in one sentence."""

from __future__ import annotations

from dragoman.records import Measure, Relation, State

MOVES = {
    "warming": "warmer than in the year before",
    "cooling": "cooler than in the year before",
    "steady": "much as in the year before",
    "no evidence": "with nothing to compare from the year before",
}


def summary(relation: Relation) -> str:
    """The state in words: the level and how sure it is, where it moves, what is said and what is done."""
    state = relation.state
    between = f"relations between {relation.names[0]} and {relation.names[1]}"
    if state.value is None:
        return f"Of {between} nothing is told between {relation.window[0]} and {relation.window[1]}."
    name = f"are {state.level}" if state.level else "are told of too little to be named"
    level = f"As of {relation.as_of}, {between} {name} ({figure(state)})"
    move = MOVES[state.direction] + (f" ({signed(state.norm)})" if state.norm is not None else "")
    return f"{level}, {move}; {part('words', relation.words)}, {part('deeds', relation.deeds)}."


def figure(state: State) -> str:
    """A figure with its interval."""
    return f"{signed(state.value)}, between {signed(state.low)} and {signed(state.high)}"


def part(name: str, measured: Measure) -> str:
    """What one measure says."""
    return f"no {name} told" if measured.value is None else f"{name} {signed(measured.value)}"


def signed(value: float | None) -> str:
    """A figure with its sign to two places; nought has none."""
    if value is None:
        return "not known"
    return f"{value:+.2f}" if round(value, 2) else "0.00"
