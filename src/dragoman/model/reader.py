"""The encoder at work: windows in, labelled words out. One window or cue a run, so that no result depends on its neighbours."""

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

    from dragoman.model.chain import Chain, Chances, Numbers, Scores

GRAPHS = {"int8": ("words.int8.onnx", "roles.onnx"), "fp32": ("words.fp32.onnx", "roles.fp32.onnx")}  # by profile
SLOWING = ["SkipLayerNormFusion"]  # optimisations left out: its operator takes six times as long as the two that it joins
ORT_OLDEST, ORT_NEWEST = (1, 20), (1, 99)
CUE_SURE = 0.35  # probability from which a word opens a cue; swept on a held-out twentieth of the training articles
NEAR = 64  # words before and behind a cue that are asked first; 98 in 100 cues of the training texts have their roles within, and 40 lose
TOGETHER = 16  # windows whose chains are read side by side: enough to make a step cheap, few enough to bound the memory


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
class Cue:
    """The words of a cue (first, behind the last) and how probable its beginning is."""

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Seen:
    """The scores that the words of a window were given (words, labels), and their states (words, width)."""

    window: Window
    names: Scores
    nominals: Scores
    cues: Scores
    states: Scores


@dataclass(frozen=True, slots=True)
class Asked:
    """A cue of a window, and the words (first, behind the last) that are asked what they are to it."""

    seen: Seen
    cue: Cue
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What was asked, the words' role scores (words, labels) and their roles (words)."""

    asked: Asked
    scores: Scores
    labels: Numbers


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
    if profile not in GRAPHS:
        raise ModelError(f"No model profile {profile!r}; {' and '.join(GRAPHS)} are known.", "Choose one of these.")
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
    for name in sorted({*digests, *GRAPHS[profile]}):
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
        InferenceSession(str(home / name), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWING)
        for name in GRAPHS[profile]
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
    cut = windows(words)
    for first in range(0, len(cut), TOGETHER):
        seen = [scores_of(words, window, model) for window in cut[first : first + TOGETHER]]
        names += labels_of(seen, model.names, [s.names for s in seen])
        nominals += labels_of(seen, model.nominals, [s.nominals for s in seen])
        frames += frames_of(words, seen, model)
    return Found(tuple(names), tuple(nominals), tuple(frames))


def scores_of(words: Words, window: Window, model: Model) -> Seen:
    """The scores that the words' graph gives a window."""
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
    return Seen(window, *(scores[: len(given.firsts)] for scores in model.words.run(None, numbers)))


def labels_of(seen: list[Seen], chain: Chain, emissions: list[Scores]) -> Iterator[Label]:
    """The labelled stretches that begin in the cores of some windows."""
    from dragoman.model.chain import best, runs

    own = {kind: [n for n, label in enumerate(chain.labels) if label[2:] == kind] for kind in {label[2:] for label in chain.labels}}
    for window, scores, labels in zip((s.window for s in seen), emissions, best(chain, emissions), strict=True):
        for start, end, kind in runs(chain, labels):
            if window.core_start <= start + window.start < window.core_end:
                score = min(shares(scores[start:end])[:, own[kind]].sum(1).tolist())
                yield Label(start + window.start, end + window.start, kind, score)


def shares(scores: Scores) -> Scores:
    """Scores (words, labels) as chances that sum to 1."""
    import numpy as np

    chances = np.exp(scores - scores.max(1, keepdims=True))
    return np.asarray(chances / chances.sum(1, keepdims=True), np.float32)


def frames_of(words: Words, seen: list[Seen], model: Model) -> Iterator[Frame]:
    """The cues in the cores of some windows with their roles."""
    from dragoman.model.chain import marginals

    chances = marginals(model.cues, [s.cues for s in seen])
    asked = [near(s, cue) for s, own in zip(seen, chances, strict=True) if len(own) > 1 for cue in cues_of(s.window, own)]
    answers = answered(words, asked, model)
    short = [n for n, answer in enumerate(answers) if cut_off(answer)]
    again = answered(words, [whole(answers[n].asked) for n in short], model)
    for n, answer in zip(short, again, strict=True):
        answers[n] = answer
    for answer in answers:
        frame = frame_of(answer, model.role_chain)
        if frame.content:
            yield frame


def near(seen: Seen, cue: Cue) -> Asked:
    """The roles of a cue, asked of the words about it."""
    return Asked(seen, cue, max(seen.window.start, cue.start - NEAR), min(seen.window.end, cue.end + NEAR))


def whole(asked: Asked) -> Asked:
    """The same question to all words of the window."""
    return Asked(asked.seen, asked.cue, asked.seen.window.start, asked.seen.window.end)


def cut_off(answer: Answer) -> bool:
    """Whether a role runs on to where the words that were asked end and those of the window do not."""
    asked, window = answer.asked, answer.asked.seen.window
    return bool((asked.start > window.start and answer.labels[0]) or (asked.end < window.end and answer.labels[-1]))


def answered(words: Words, asked: list[Asked], model: Model) -> list[Answer]:
    """The roles that words have toward some cues."""
    from dragoman.model.chain import best

    if not asked:
        return []
    rows = [roles_of(words, one, model) for one in asked]
    return [Answer(*row) for row in zip(asked, rows, best(model.role_chain, rows), strict=True)]


def roles_of(words: Words, asked: Asked, model: Model) -> Scores:
    """The scores that the roles' graph gives words toward a cue."""
    import numpy as np

    start, cue = asked.start, asked.cue
    weights = np.zeros((1, asked.end - start), np.float32)
    weights[0, cue.start - start : cue.end - start] = 1 / (cue.end - cue.start)
    distance, sentence = places(words.sentences, start, asked.end, (cue.start, cue.end))
    first = asked.seen.window.start
    states = asked.seen.states[start - first : asked.end - first]
    (scores,) = model.roles.run(None, {"states": states, "cue": weights, "distance": distance[None], "sentence": sentence[None]})
    return cast("Scores", scores[0])


def frame_of(answer: Answer, chain: Chain) -> Frame:
    """A cue with the stretches that have a role toward it."""
    from dragoman.model.chain import runs

    cue, start = answer.asked.cue, answer.asked.start
    parts = runs(chain, answer.labels)
    chances = shares(answer.scores)
    content, source = ([(a, b) for a, b, kind in parts if kind == name] for name in ("CON", "SRC"))
    return Frame(
        (cue.start, cue.end),
        tuple((a + start, b + start) for a, b in source),
        tuple((a + start, b + start) for a, b in content),
        cue.score,
        mean(chances, content, chain.labels.index("B-CON")),
        mean(chances, source, chain.labels.index("B-SRC")),
    )


def mean(chances: Scores, parts: list[tuple[int, int]], label: int) -> float:
    """How sure the words of some stretches are of their role, on average; 0 without any."""
    total = sum(float(chances[a:b, label : label + 2].sum()) for a, b in parts)
    return total / sum(b - a for a, b in parts) if parts else 0.0


def cues_of(window: Window, chances: Chances) -> Iterator[Cue]:
    """The cues that begin in a window's core, by the chances of its words."""
    import numpy as np

    first, last = window.core_start - window.start, window.core_end - window.start
    for word in (np.flatnonzero(chances[first:last, 1] >= CUE_SURE) + first).tolist():
        end = word + 1
        while end < len(chances) and chances[end, 2] >= 0.5:
            end += 1
        yield Cue(word + window.start, end + window.start, float(chances[word, 1]))
