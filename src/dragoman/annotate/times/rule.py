"""What a rule of the grammar is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from dragoman.annotate.times.forms import Form


@dataclass(frozen=True, slots=True)
class Rule:
    """A named template and the function that turns its match into a form, or into nothing.

    ``opens`` lists the words, and classes of words, that a match can begin with: the rule is tried nowhere else.
    ``tensed`` adds past or future, by the clause, as the form's last argument. ``trap`` names the check that keeps
    look-alikes out. ``vague`` rules ("now", "daily") speak only where they are asked for.
    """

    name: str
    opens: str
    template: str
    form: Callable[[re.Match[str]], Form | None]
    tensed: bool = False
    trap: str = ""
    vague: bool = False
