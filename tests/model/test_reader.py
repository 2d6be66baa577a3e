"""The encoder loads whole or not at all, and reads every text the same in any company."""

from __future__ import annotations

import json
import shutil
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from dragoman import flow
from dragoman.annotate.quotations import quotations
from dragoman.annotate.sentences import sentences
from dragoman.annotate.tokens import tokens
from dragoman.errors import ModelError, PluginError
from dragoman.model import reader
from dragoman.model.encoder import int8, propose
from dragoman.records import Document, Proposals, Span

NEWS = (
    "The border will stay open through the winter, the foreign minister of Georgia, Ana Examplidze, told reporters in Tbilisi on Monday. "
    'She called the talks with Armenia "useful and frank" and denied that a treaty was near.'
)


def layered(text: str) -> Document:
    """A document with the layers that the encoder needs."""
    return sentences(quotations(tokens(Document(id="", ref="t", text=text, lang="en"))))


def weights() -> Path:
    """The folder of the weights that ship."""
    return Path(str(files("dragoman.model") / "weights"))


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the model that a test may damage."""
    return Path(shutil.copytree(weights(), tmp_path / "weights"))


def words(document: Document, spans: tuple[Span, ...]) -> list[str]:
    """The words of some spans."""
    return [document.words(span) for span in spans]


def test_reported_speech_without_marks_is_seen() -> None:
    document = layered(NEWS)
    seen = {tuple(words(document, s.cue)): words(document, s.content) for s in int8(document).statements}
    assert seen["told",] == ["The border will stay open through the winter"]
    assert seen["denied",] in (["that a treaty was near"], ["a treaty was near"])


def test_the_source_of_reported_speech_is_tied_to_its_cue() -> None:
    document = layered(NEWS)
    told = next(s for s in int8(document).statements if words(document, s.cue) == ["told"])
    assert "Ana Examplidze" in " ".join(words(document, told.source))


def test_a_role_that_runs_past_the_words_about_its_cue_is_asked_of_the_whole_window() -> None:
    """It is not where the words that were asked show it to begin and end, nor where the window itself ends there."""
    empty = np.zeros((0, 0), np.float32)
    seen = reader.Seen(reader.Window(0, 300, 0, 300), empty, empty, empty, empty)
    asked = reader.near(seen, reader.Cue(150, 151, 1.0))
    assert (asked.start, asked.end) == (150 - reader.NEAR, 151 + reader.NEAR)
    inside, running = np.zeros(asked.end - asked.start, np.int64), np.zeros(asked.end - asked.start, np.int64)
    inside[5:9] = running[:9] = 4
    assert not reader.cut_off(reader.Answer(asked, empty, inside))
    assert reader.cut_off(reader.Answer(asked, empty, running))
    assert not reader.cut_off(reader.Answer(reader.whole(asked), empty, running))


def test_a_text_is_read_the_same_after_any_other() -> None:
    """No result depends on what was read before."""
    alone = int8(layered(NEWS))
    int8(layered("Oil rose. " * 400))
    assert int8(layered(NEWS)) == alone


@pytest.mark.parametrize("text", ["", "A", "...", "a" * 300_000, "\u4f60\u597d" * 2_000, "NO " * 3_000, "\u202e\u0301 " * 500, '"' * 2_000])
def test_odd_texts_are_read_in_bounds(text: str) -> None:
    """An endless word, no blanks, capitals throughout, mixed scripts, bare marks: candidates lie inside the text."""
    document = layered(text)
    found = int8(document)
    spans = [m.span for m in found.mentions] + [c for s in found.statements for c in s.content]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


def test_a_text_without_words_has_no_candidates() -> None:
    assert int8(layered("")) == Proposals()


def test_an_altered_file_is_refused_by_name(copied: Path) -> None:
    with (copied / "words.int8.onnx").open("r+b") as stream:
        stream.seek(1000)
        stream.write(b"altered")
    with pytest.raises(ModelError, match=r"words\.int8\.onnx.*digest"):
        reader.load("int8", copied)


def test_a_missing_file_is_named(copied: Path) -> None:
    (copied / "roles.onnx").unlink()
    with pytest.raises(ModelError, match=r"roles\.onnx is missing"):
        reader.load("int8", copied)


def test_a_missing_model_is_no_silent_fall_back(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="The model is missing"):
        propose(layered(NEWS), "int8", tmp_path)


def test_the_fp32_profile_says_how_it_is_made() -> None:
    with pytest.raises(ModelError, match=r"fp32.*export\.py"):
        reader.load("fp32")


@pytest.mark.parametrize("version", ["1.10.0", "2.0.0"])
def test_a_runtime_that_was_not_tried_is_refused(version: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onnxruntime.__version__", version)
    with pytest.raises(ModelError, match="was not tried"):
        reader.check_runtime()


def test_every_file_that_ships_has_its_digest() -> None:
    digests = json.loads((weights() / "digests.json").read_text(encoding="utf-8"))
    assert set(digests) == {p.name for p in weights().iterdir() if p.suffix in (".onnx", ".json")} - {"digests.json"}


def test_an_unknown_encoder_is_told_with_those_that_are_known() -> None:
    with pytest.raises(PluginError, match="int8"):
        flow.ready("int9")
