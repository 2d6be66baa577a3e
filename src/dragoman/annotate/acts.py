"""What a statement does: promise, demand, deny, praise ... by its cue first, by the words of its content second."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.knowledge.attitude import act_of_cue, act_patterns
from dragoman.records import Document, Statement

STRONG = frozenset({"criticism", "denial", "praise", "demand", "offer", "threat", "commitment"})
SECOND = frozenset({"foundation", "commitment", "offer", "conditional_threat", "criticism", "praise", "demand", "denial"})
IF = re.compile(r"\b(?:if|unless|should|until|in case)\b")
MOST = 3  # acts of one statement; the training articles have at most three


def acts(document: Document) -> Document:
    """Fill ``acts`` of every statement, the main act first."""
    return replace(document, statements=tuple(replace(s, acts=acts_of(document, s)) for s in document.statements))


def acts_of(document: Document, statement: Statement) -> tuple[str, ...]:
    """The acts of one statement."""
    words = " ".join(document.words(span) for span in statement.content).casefold().replace("\u2019", "'")
    told = [act for act, pattern in act_patterns() if pattern.search(words)]
    by_cue = act_of_cue().get(statement.cue_word or "")
    if by_cue == "warning":
        main = "conditional_threat" if IF.search(words) else "threat" if "threat" in told else "expectation"
    elif by_cue == "threat":
        main = "conditional_threat" if IF.search(words) else "threat"
    elif by_cue in STRONG and not (by_cue == "commitment" and "denial" in told and "commitment" not in told):
        main = by_cue
    elif by_cue in ("expectation", "other", "announcement"):
        main = next((act for act in told if act in ("foundation", "conditional_threat")), by_cue)
    else:
        main = next(iter(told), "assessment")
    others = [act for act in told if act in SECOND and act != main and strong_second(act, main)]
    return (main, *others[: MOST - 1])


def strong_second(act: str, main: str) -> bool:
    """Whether a second act is worth naming beside the main one."""
    return (main, act) in {
        ("foundation", "praise"), ("foundation", "commitment"), ("denial", "criticism"), ("criticism", "demand"), ("commitment", "offer"), ("offer", "commitment"),
        ("praise", "foundation"), ("denial", "foundation"), ("demand", "criticism"), ("conditional_threat", "criticism"), ("assessment", "praise"),
    }  # fmt: skip
