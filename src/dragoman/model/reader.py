"""The encoder at work: windows in, labelled words out. One window at a time, so that no result depends on its neighbours."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, cast

from dragoman.errors import ModelError
from dragoman.model.places import places
from dragoman.model.windows import Tokenizer, Window, Words, as_input, windows, words_of
from dragoman.records import Document

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

    from dragoman.model.chain import Chain, Scores

ORT_OLDEST, ORT_NEWEST = (1, 20), (1, 99)
CUE_SURE = 0.35  # probability from which a word opens a cue; swept on a held-out twentieth of the training articles
PROFILES = ("int8", "fp32")


@dataclass(frozen=True, slots=True)
class Label:
    """A stretch of words (first, behind the last) with its type and how sure it is."""

    start: int
    end: int
    type: str
    score: float


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue with the words of its source and content, and how sure the cue and the content are."""

    cue: tuple[int, int]
    source: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    cue_score: float
    content_score: float
    source_score: float


@dataclass(frozen=True, slots=True)
class Found:
    """What the encoder sees in a document, by token numbers."""

    names: tuple[Label, ...] = ()
    nominals: tuple[Label, ...] = ()
    frames: tuple[Frame, ...] = ()


@dataclass(frozen=True, slots=True)
class Model:
    """The loaded graphs, the tokenizer and the chains."""

    words: InferenceSession
    roles: InferenceSession
    tokenizer: Tokenizer
    names: Chain
    nominals: Chain
    cues: Chain
    role_chain: Chain


@cache
def load(profile: str = "int8", folder: Path | None = None) -> Model:
    """The model, loaded once per process; raises ModelError when a file is missing, altered or cannot be run."""
    if profile not in PROFILES:
        raise ModelError(f"No model profile {profile!r}; {' and '.join(PROFILES)} are known.", "Choose one of these.")
    check_runtime()
    with as_file(files("dragoman.model")) as own:
        home = folder or own / "weights"
        check_files(home, profile)
        return opened(home, profile)


def check_runtime() -> None:
    """Refuse to run without onnxruntime and tokenizers, or with releases that were not tried."""
    for name in ("onnxruntime", "tokenizers", "numpy"):
        if find_spec(name) is None:
            raise ModelError(f"The package {name} is missing.", f"Install it: pip install {name}")
    import onnxruntime

    parts = tuple(int(x) for x in onnxruntime.__version__.split(".")[:2])
    if not ORT_OLDEST <= parts <= ORT_NEWEST:
        oldest = ".".join(map(str, ORT_OLDEST))
        raise ModelError(
            f"onnxruntime {onnxruntime.__version__} was not tried with this model; {oldest} or newer was.",
            f"pip install 'onnxruntime>={oldest}'",
        )


def check_files(home: Path, profile: str) -> None:
    """Compare every file of the model with its digest."""
    try:
        digests: dict[str, str] = json.loads((home / "digests.json").read_text(encoding="utf-8"))
    except FileNotFoundError as fault:
        raise ModelError(f"The model is missing: there is no {home / 'digests.json'}.", "Install Dragoman again.") from fault
    except ValueError as fault:
        raise ModelError(f"{home / 'digests.json'} is damaged.", "Install Dragoman again.") from fault
    for name in sorted({*digests, f"words.{profile}.onnx"}):
        path = home / name
        if not path.exists():
            raise ModelError(
                f"The model is incomplete: {path} is missing.",
                "Install Dragoman again." if profile == "int8" else "The fp32 profile is made by training/export.py.",
            )
        if name in digests and hashlib.sha256(path.read_bytes()).hexdigest() != digests[name]:
            raise ModelError(f"The model file {path} is not the one that was made: its digest differs.", "Install Dragoman again.")


def opened(home: Path, profile: str) -> Model:
    """The model of a folder whose files are known to be right."""
    from onnxruntime import InferenceSession, SessionOptions
    from tokenizers import Tokenizer as WordPieces

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # processes share the work, threads cost more than they bring
    options.log_severity_level = 3
    words, roles = (
        InferenceSession(str(home / name), options, providers=["CPUExecutionProvider"]) for name in (f"words.{profile}.onnx", "roles.onnx")
    )
    tokenizer = WordPieces.from_file(str(home / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    names, nominals, cues, role_chain = (chain_of(home, name) for name in ("names", "nominals", "cues", "roles"))
    return Model(words, roles, cast("Tokenizer", tokenizer), names, nominals, cues, role_chain)


@cache
def chain_of(home: Path, name: str) -> Chain:
    """One chain of the model."""
    import numpy as np

    from dragoman.model.chain import Chain

    data = json.loads((home / "chains.json").read_text(encoding="utf-8"))[name]
    return Chain(tuple(data["labels"]), np.array(data["start"], np.float32), np.array(data["transitions"], np.float32))


# ---- reading


def read(document: Document, model: Model) -> Found:
    """What the encoder sees in a document that has tokens, quotations and sentences."""
    words = words_of(document, model.tokenizer)
    names: list[Label] = []
    nominals: list[Label] = []
    frames: list[Frame] = []
    for window in windows(words):
        seen = one_window(words, window, model)
        names += seen.names
        nominals += seen.nominals
        frames += seen.frames
    return Found(tuple(names), tuple(nominals), tuple(frames))


def one_window(words: Words, window: Window, model: Model) -> Found:
    """What a window shows of its core."""
    import numpy as np

    given = as_input(words, window)
    # A graph made for two words or more takes a lone word twice.
    firsts = given.firsts if len(given.firsts) > 1 else given.firsts * 2
    numbers = {
        "pieces": np.array([given.pieces], np.int64),
        "shapes": np.array([given.shapes], np.int64),
        "depths": np.array([given.depths], np.int64),
        "firsts": np.array([firsts], np.int64),
    }
    names, nominals, cues, states = model.words.run(None, numbers)
    frames = tuple(frames_of(words, window, model, cues, states)) if len(given.firsts) > 1 else ()
    return Found(tuple(labels_of(window, model.names, names)), tuple(labels_of(window, model.nominals, nominals)), frames)


def labels_of(window: Window, chain: Chain, emissions: Scores) -> Iterator[Label]:
    """The labelled stretches that begin in a window's core."""
    import numpy as np

    from dragoman.model.chain import best, runs

    stretches = [
        (a, b, kind)
        for a, b, kind in runs(chain, best(chain, emissions[None])[0])
        if window.core_start <= a + window.start < window.core_end
    ]
    if not stretches:
        return
    chances = np.exp(emissions - emissions.max(1, keepdims=True))
    chances /= chances.sum(1, keepdims=True)
    for start, end, kind in stretches:
        own = [n for n, label in enumerate(chain.labels) if label[2:] == kind]
        score = float(chances[start:end, own].sum(1).min())
        yield Label(start + window.start, min(end + window.start, window.end), kind, score)


def frames_of(words: Words, window: Window, model: Model, cues: Scores, states: Scores) -> Iterator[Frame]:
    """The cues of a window's core with their roles."""
    import numpy as np

    from dragoman.model.chain import best, runs

    found = cues_of(window, model.cues, cues)
    if not found:
        return
    size = window.end - window.start
    weights = np.zeros((len(found), size), np.float32)
    distance, sentence = np.zeros((len(found), size), np.int64), np.zeros((len(found), size), np.int64)
    for row, (first, last, _) in enumerate(found):
        weights[row, first - window.start : last - window.start] = 1 / (last - first)
        distance[row], sentence[row] = places(words.sentences, window.start, window.end, (first, last))
    (scores,) = model.roles.run(None, {"states": states, "cue": weights, "distance": distance, "sentence": sentence})
    chances = np.exp(scores - scores.max(2, keepdims=True))
    chances /= chances.sum(2, keepdims=True)
    for row, labels in enumerate(best(model.role_chain, scores)):
        parts = runs(model.role_chain, labels)
        content, source = (tuple((a + window.start, b + window.start) for a, b, kind in parts if kind == name) for name in ("CON", "SRC"))
        if content:
            sure = tuple(
                mean(chances[row], [(a, b) for a, b, kind in parts if kind == name], offset) for name, offset in (("CON", 3), ("SRC", 1))
            )
            yield Frame(found[row][:2], source, content, found[row][2], sure[0], sure[1])


def mean(chances: Scores, parts: list[tuple[int, int]], label: int) -> float:
    """How sure the words of some stretches are of their role, on average; 0 without any."""
    values = [float(chances[word, label : label + 2].sum()) for a, b in parts for word in range(a, b)]
    return sum(values) / len(values) if values else 0.0


def cues_of(window: Window, chain: Chain, emissions: Scores) -> list[tuple[int, int, float]]:
    """(first, behind the last, probability) of the cues in a window's core."""
    from dragoman.model.chain import marginals

    chances = marginals(chain, emissions)
    found = []
    for word in range(window.core_start - window.start, window.core_end - window.start):
        if chances[word, 1] < CUE_SURE:
            continue
        end = word + 1
        while end < len(chances) and chances[end, 2] >= 0.5:
            end += 1
        found.append((word + window.start, end + window.start, float(chances[word, 1])))
    return found
