"""From examples to tensors: a fixed, shuffled order of batches that any run with the same seed repeats."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from corpora import Example, Frame
from network import CUES, DISTANCES, NAMES, NOMINALS, ROLES, SENTENCES
from torch import Tensor

from dragoman.model.windows import PIECES, Window, as_input, windows

if TYPE_CHECKING:
    from dragoman.model.chain import Numbers

BATCH_PIECES = 1024
LOWERED, SHOUTED = 0.12, 0.05  # shares of windows whose writing is hidden or in capitals throughout
FEWEST = 60  # pieces of the first window of a document, so that its cuts differ from epoch to epoch


@dataclass(frozen=True)
class Piece:
    """A window of an example, for one task."""

    task: str
    example: Example
    window: Window
    size: int


@dataclass
class Batch:
    """Tensors of one step; what a task does not need is empty."""

    task: str
    pieces: Tensor
    shapes: Tensor
    depths: Tensor
    mask: Tensor
    firsts: Tensor
    word_mask: Tensor
    allowed: Tensor
    frame_window: Tensor
    frame_cue: Tensor
    frame_distance: Tensor
    frame_sentence: Tensor
    frame_labels: Tensor


def order(examples: dict[str, list[tuple[Example, float]]], seed: int) -> list[list[Piece]]:
    """The batches of a whole training: every example as often as its share says, each epoch cut anew."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    found: list[list[Piece]] = []
    for task, rows in sorted(examples.items()):
        most = max((share for _, share in rows), default=0)
        epoch = 0
        while epoch < most:
            pieces = [p for example, share in rows if chance.random() < share - epoch for p in cut(task, example, chance)]
            chance.shuffle(pieces)
            found += batched(pieces)
            epoch += 1
    chance.shuffle(found)
    return found


def cut(task: str, example: Example, chance: random.Random) -> Iterator[Piece]:
    """The windows of an example, the first of a size that chance gives."""
    budget = chance.randint(FEWEST, PIECES) if len(example.words.pieces) > FEWEST else PIECES
    found = windows(example.words, budget)
    first = found[0]
    yield piece(task, example, first)
    at = first.end
    for window in windows(example.words):
        start = max(window.start, at)
        if window.end > start:
            yield piece(task, example, Window(start, window.end, start, window.end))
            at = window.end


def piece(task: str, example: Example, window: Window) -> Piece:
    """A window with its size."""
    return Piece(task, example, window, 2 + sum(map(len, example.words.pieces[window.start : window.end])))


def batched(pieces: list[Piece]) -> list[list[Piece]]:
    """Windows in batches of about as many pieces, similar sizes together."""
    found: list[list[Piece]] = []
    for start in range(0, len(pieces), 64):
        pool = sorted(pieces[start : start + 64], key=lambda p: -p.size)
        while pool:
            count = max(1, BATCH_PIECES // pool[0].size)
            found.append(pool[:count])
            pool = pool[count:]
    return found


def tensors(batch: list[Piece], chance: random.Random) -> Batch:
    """A batch as tensors."""
    inputs = [as_input(p.example.words, p.window) for p in batch]
    length, count = max(len(i.pieces) for i in inputs), max(len(i.firsts) for i in inputs)
    shapes = [hidden(i.shapes, chance) for i in inputs]
    allowed, frames = labels_of(batch, count)
    return Batch(
        batch[0].task,
        padded([i.pieces for i in inputs], length),
        padded(shapes, length),
        padded([i.depths for i in inputs], length),
        ones([len(i.pieces) for i in inputs], length),
        padded([i.firsts for i in inputs], count),
        ones([len(i.firsts) for i in inputs], count),
        allowed,
        *frames,
    )


def hidden(shapes: list[int], chance: random.Random) -> list[int]:
    """Shapes with the writing taken away now and then, so that headlines in capitals are read too."""
    dice = chance.random()
    if dice < LOWERED:
        return [s if s // 3 >= 4 else s % 3 for s in shapes]
    if dice < LOWERED + SHOUTED:
        return [s if s // 3 >= 4 else 6 + s % 3 for s in shapes]
    return shapes


def padded(rows: list[list[int]], length: int) -> Tensor:
    """Rows of numbers filled with 0."""
    return torch.tensor([[*row, *[0] * (length - len(row))] for row in rows])


def ones(sizes: list[int], length: int) -> Tensor:
    """A mask of the first so many."""
    return torch.arange(length)[None, :] < torch.tensor(sizes)[:, None]


def labels_of(batch: list[Piece], count: int) -> tuple[Tensor, tuple[Tensor, ...]]:
    """(allowed labels of the words, tensors of the frames)."""
    task = batch[0].task
    if task == "statements":
        allowed = torch.zeros(len(batch), count, len(CUES), dtype=torch.bool)
        allowed[:, :, 0] = True
        frames = []
        for row, item in enumerate(batch):
            for frame in inside(item):
                frames.append((row, item, frame))
                for token in range(*frame.cue):
                    allowed[row, token - item.window.start] = False
                    allowed[row, token - item.window.start, 1 if token == frame.cue[0] else 2] = True
        return allowed, frame_tensors(frames, count)
    labels = NAMES if task == "names" else NOMINALS
    allowed = torch.zeros(len(batch), count, len(labels), dtype=torch.bool)
    for row, item in enumerate(batch):
        given = (item.example.names if task == "names" else item.example.nominals) or ()
        free = [n for n, label in enumerate(labels) if label[2:] in item.example.silent]
        for place, label in enumerate(given[item.window.start : item.window.end]):
            allowed[row, place, labels.index(label)] = True
            if label == "O" and free:
                allowed[row, place, free] = True
        allowed[row, item.window.end - item.window.start :, 0] = True
    empty = torch.zeros(0)
    return allowed, (empty, empty, empty, empty, empty)


def inside(item: Piece) -> list[Frame]:
    """The frames whose cue lies in a window."""
    return [f for f in item.example.frames or () if item.window.start <= f.cue[0] and f.cue[1] <= item.window.end]


def frame_tensors(frames: list[tuple[int, Piece, Frame]], count: int) -> tuple[Tensor, ...]:
    """Window, cue weights, places and role labels of each frame."""
    cue = torch.zeros(len(frames), count)
    distance, sentence = torch.zeros(len(frames), count, dtype=torch.long), torch.zeros(len(frames), count, dtype=torch.long)
    labels = torch.zeros(len(frames), count, dtype=torch.long)
    for row, (_, item, frame) in enumerate(frames):
        start, size = item.window.start, item.window.end - item.window.start
        cue[row, frame.cue[0] - start : frame.cue[1] - start] = 1 / (frame.cue[1] - frame.cue[0])
        near, apart = places(item.example.words.sentences, item.window, frame.cue)
        distance[row, :size], sentence[row, :size] = torch.tensor(near), torch.tensor(apart)
        for name, runs in (("CON", frame.content), ("SRC", frame.source)):
            for first, last in runs:
                for token in range(max(first, start), min(last, item.window.end)):
                    labels[row, token - start] = ROLES.index(f"{'B' if token == max(first, start) else 'I'}-{name}")
        mend(labels[row])
    return torch.tensor([f[0] for f in frames], dtype=torch.long), cue, distance, sentence, labels


def mend(labels: Tensor) -> None:
    """An inside label whose beginning another role took becomes a beginning."""
    for at in range(len(labels)):
        value = int(labels[at])
        if value in (2, 4) and (at == 0 or int(labels[at - 1]) not in (value, value - 1)):
            labels[at] = value - 1


def places(sentences: tuple[int, ...], window: Window, cue: tuple[int, int]) -> tuple[Numbers, Numbers]:
    """Where each word of a window stands to a cue: distance class and sentence class."""
    from dragoman.model.places import places as shared

    return shared(sentences, window.start, window.end, cue)


__all__ = ["DISTANCES", "SENTENCES", "Batch", "Piece", "order", "tensors"]
