"""Hidden characters are seen, not obeyed; letters stay letters."""

from __future__ import annotations

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.tell.plain import one_line, visible


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a\x1b[31mb", "a␛[31mb"),
        ("\x00\x07\x7f", "␀␇␡"),
        ("\u202eevil", "\u2039U+202E\u203aevil"),
        ("\x9b1m", "\u2039U+009B\u203a1m"),
        ("\ud800", "\u2039U+D800\u203a"),
        ("a\u2028b", "a\u2039U+2028\u203ab"),
    ],
)
def test_a_hidden_character_is_shown_as_a_sign(raw, shown):
    assert visible(raw) == shown


@pytest.mark.parametrize("letters", ["Çavuşoğlu", "می\u200cروم", "漢字かな", "שלום", "👩\u200d👧", "क\u094d\u200dष", "۱۴۰۲\u0600"])
def test_letters_of_every_script_stay_as_they_are(letters):
    assert visible(letters) == letters


def test_a_paragraph_end_is_told_and_other_blanks_are_folded():
    assert one_line("one\r\ntwo \t three\n\nfour") == "one two three ¶ four"


@given(st.text(st.characters()))
def test_nothing_that_acts_on_a_screen_gets_through(text):
    shown = one_line(text)
    assert not [c for c in shown if category(c) in {"Cc", "Cs", "Zl", "Zp"}]
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")
