"""Office-holders and bodies that the text does not name: whose they are, and that they are nobody else."""

import pytest

import dragoman


def speakers(text: str) -> list[str | None]:
    """The speakers of a text's statements, by rules."""
    return [s.speaker for s in dragoman.read(text, lang="en", encoder="rules").statements]


def test_a_prime_minister_is_not_the_foreign_minister_of_his_state() -> None:
    text = "Foreign Minister Berta Example of Australia met Fijian leaders. Australia's prime minister said the pact would be signed."
    assert speakers(text) == ["AUS"]


def test_he_behind_an_unnamed_office_holder_is_no_person_named_before() -> None:
    text = "Keo Example, the Thai envoy, praised the truce. Cambodia's prime minister said troops would leave. He added that they had gone."
    assert speakers(text)[-2:] == ["KHM", "KHM"]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Oman freed the sailor after talks with Iran. The State Department said it was grateful to Oman.", "USA"),
        ("Nepal closed the road to India on Friday. The Ministry of External Affairs said that trade would suffer.", "IND"),
        ("South Korea fired shots on Monday. The North said that it would answer.", "PRK"),
        ("Sudan and South Sudan resumed talks. The South said that the North was stealing oil.", "SSD"),
        ("China had written to Warsaw, its foreign ministry spokesman said.", "CHN"),
    ],
)
def test_a_body_belongs_to_the_state_that_calls_it_so(text: str, state: str) -> None:
    assert speakers(text) == [state]


def test_an_agency_of_the_united_nations_is_itself_and_no_medium() -> None:
    document = dragoman.read("The United Nations refugee agency said that 30,000 people had fled.", lang="en", encoder="rules")
    assert [(s.speaker, s.via) for s in document.statements] == [("org:unhcr", ())]
