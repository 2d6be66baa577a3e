"""What is searched is folded: case, accents and the Turkish dots make no difference."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dragoman.store.folding import LONGEST, folded, standing_words, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Erdoğan", "ERDOGAN"),
        ("İstanbul", "ISTANBUL"),
        ("ıstanbul", "istanbul"),
        ("Çavuşoğlu", "cavusoglu"),
        ("Łódź", "lodz"),
        ("Straße", "STRASSE"),
        ("e\u0301lyse\u0301e", "Élysée"),
        ("Ålesund", "alesund"),
        ("ﬁnance", "finance"),
    ],
)
def test_a_name_is_found_however_it_is_written(one: str, other: str) -> None:
    assert words_of(one) == words_of(other)


def test_different_words_stay_different() -> None:
    assert words_of("Iran Iraq") == ["iran", "iraq"]
    assert words_of("Киев Киïв")[0] != words_of("Kiev")[0]


def test_marks_part_words() -> None:
    assert words_of("U.S.-led, the state's snake_case") == ["u", "s", "led", "the", "state", "s", "snake", "case"]
    assert words_of("x" * 1000) == ["x" * LONGEST]


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert words_of(" ".join(words_of(text))) == words_of(text)
    assert folded(folded(text)) == folded(text)


@example("0\u094d0")
@example("e\u0301t\u00e9")
@given(st.text())
def test_words_are_found_where_they_stand(text: str) -> None:
    found = list(standing_words(text))
    assert [word.word for word in found] == words_of(text)
    assert all(word.word in words_of(text[word.start : word.end]) for word in found)
