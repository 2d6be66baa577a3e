"""The language of short texts: small words tell English where foreign names outweigh it."""

from __future__ import annotations

import pytest

from dragoman.read.language import language


@pytest.mark.parametrize(
    "text",
    [
        "He said no.",
        "She is an Abkhaz minister.",
        "Dombronvica was born in Munich, Germany.",
        "In July 1610, Zakhar Lyalunov took part in deposing Vasil Shuskin.",
        "Ngoalo Ramathodi (born 21 August 1955) was Lesotho's Minister of Water until July 2017.",
    ],
)
def test_an_english_sentence_full_of_foreign_names_is_english(text: str) -> None:
    assert language(text) == "en"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Hij was in de stad.", {None, "nl"}),
        ("Hän ja he.", {None, "fi"}),
        ("Il a dit non.", {None, "fr"}),
        ("Bakan dün Ankara'da konuştu.", {None, "tr"}),
        ("Der Minister war in Wien und sprach mit dem Botschafter.", {"de"}),
        ("De president don tok say im no go gree for di talk, wey dem do yesterday.", {None, "pcm"}),
        ("2025-11-07", {None}),
    ],
)
def test_other_languages_are_not_taken_for_english(text: str, wanted: set[str | None]) -> None:
    assert language(text) in wanted
