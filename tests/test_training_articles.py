"""The articles that were written to train on keep to their own rules; a test of the data, not of the model."""

import runpy
from pathlib import Path

import pytest

TRAINING = Path(__file__).parent.parent / "training"
FOLDERS = ("articles", "held_out")
if not TRAINING.is_dir():
    pytest.skip("this copy comes without training/", allow_module_level=True)
MARKS = runpy.run_path(str(TRAINING / "marks.py"))


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_statement_has_a_content_that_begins_and_ends_with_a_word(folder: str) -> None:
    for article in MARKS["marked_articles"](TRAINING / folder):
        for statement in article["statements"]:
            assert statement.get("content"), article["id"]
            for start, end in statement["content"]:
                words = article["text"][start:end]
                assert words == words.strip(), (article["id"], words)


def test_no_article_is_both_trained_on_and_held_out() -> None:
    trained, held = ({path.name for path in (TRAINING / folder).glob("*.txt")} for folder in FOLDERS)
    assert trained
    assert held
    assert not trained & held


def test_a_bracket_that_closes_nothing_is_told() -> None:
    with pytest.raises(MARKS["MarksError"], match="closes nothing"):
        MARKS["unmarked"]("Oslo] agreed.")


def test_marks_may_nest() -> None:
    text, statements = MARKS["unmarked"]("[s1.con:[s2.src:Oslo] [s2.cue:says] [s2.con:no]], [s1.src:she] [s1.cue:noted].")
    assert text == "Oslo says no, she noted."
    assert statements["s1"]["content"] == [(0, 12)]
    assert statements["s2"]["content"] == [(10, 12)]
