"""Strange letters made plain: nothing from a text reaches a screen or a page as a command.

Control characters, direction overrides, invisible letters and lone surrogates are shown as signs instead of being
obeyed. Letters of every script, joiners among them (Persian, Hindi and emoji need those), stay as they are.
"""

from __future__ import annotations

import re
from unicodedata import category

HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
JOINERS = "\u200c\u200d"
# Format characters that draw a sign of their own: the Arabic number signs, the Syriac abbreviation mark and their like.
DRAWN = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
BLANKS = re.compile(r"[ \t\r\n]+")


def visible(text: str, keep: str = "") -> str:
    """The text with every hidden character shown as a sign, save those in ``keep``."""
    if text.isprintable():
        return text
    return "".join(c if c in keep or not hidden(c) else sign(c) for c in text)


def hidden(character: str) -> bool:
    """Whether a character could act on the screen, or hide on it, rather than be read."""
    return category(character) in HIDDEN and character not in JOINERS and character not in DRAWN


def sign(character: str) -> str:
    """How a hidden character is shown: ``␛`` for an escape, its code where there is no picture."""
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    return "‧" if code == 0xAD else f"\u2039U+{code:04X}\u203a"


def one_line(text: str) -> str:
    """The text in one line and made plain: blanks folded, a pilcrow where a paragraph ends."""
    return visible(BLANKS.sub(blank, text))


def blank(run: re.Match[str]) -> str:
    """What stands for a run of blanks: a paragraph's end has two line feeds."""
    return " ¶ " if run.group().count("\n") > 1 else " "
