"""The spelling of names chooses between states that an article names."""

import pytest

from dragoman.knowledge.offices.origins import likeness, pieces


@pytest.mark.parametrize(
    ("name", "state", "other"),
    [
        ("Noh Jae-min", "KOR", "JPN"),
        ("Haruto Yamashiro", "JPN", "KOR"),
        ("Anzhelika Petrushenko", "UKR", "LTU"),
        ("Jonas Petrauskas", "LTU", "BLR"),
        ("Mehmet Kayaoğlu", "TUR", "GRC"),
        ("Nikos Papadimas", "GRC", "TUR"),
    ],
)
def test_an_invented_name_is_likest_to_those_of_its_own_state(name: str, state: str, other: str) -> None:
    assert (likeness(name, state) or 0.0) > (likeness(name, other) or 0.0)


def test_nothing_is_said_of_a_state_with_few_known_names() -> None:
    assert likeness("Anton Example", "NRU") is None


def test_a_name_is_cut_into_pieces_with_its_edges() -> None:
    assert pieces("Li Bo") == ["^li", "li$", "^bo", "bo$"]
