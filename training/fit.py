"""Train the model; a run that was cut off goes on where it was last saved.

    python training/fit.py --data DATA --base model.safetensors --tokenizer tokenizer.json --out RUN [--licensed-only]

Corpora lie in DATA; the articles that were written for this project lie beside this file, in ``articles/``.
The order of the batches, the drops and the start depend on ``--seed`` alone.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import torch
from batches import Batch, order, tensors
from corpora import Example, digest, lines, name_examples, nominal_examples, statement_examples
from marks import marked_articles
from network import Network, with_base
from tokenizers import Tokenizer
from torch import Tensor

WARM_UP = 60  # steps
SAVE = 150  # steps
ENCODER_RATE, HEAD_RATE = 2.5e-4, 1e-3
DECAY = 0.01
ARTICLES = Path(__file__).parent / "articles"
# (file, layer, epochs of each of the three stages, whether its licence states that a model may be trained on it)
SOURCES = (
    ("statements/polnear_train.jsonl", "statements", (3.0, 0.6, 0.5), False),
    ("authored/train.jsonl", "statements", (9.0, 2.0, 2.0), True),
    ("articles", "statements", (0.0, 0.0, 3.0), True),
    ("names/ner_gmb.jsonl", "names", (2.5, 2.0, 0.4), True),
    ("names/ner_redocred_dev.jsonl", "names", (1.5, 1.5, 0.3), True),
    ("names/ner_redocred_test.jsonl", "names", (1.5, 1.5, 0.3), True),
    ("names/ner_wikigold.jsonl", "names", (2.0, 2.0, 0.5), True),
    ("names/ner_uner_ewt_dev.jsonl", "names", (2.0, 2.0, 0.8), True),
    ("names/gum_news.conllu", "nominals", (2.0, 0.5, 0.3), True),
    ("names/gum_speech.conllu", "nominals", (2.0, 0.5, 0.3), True),
    ("names/gum_court.conllu", "nominals", (1.0, 0.5, 0.2), True),
)
FACTORS = (1.0, 0.5, 0.5)  # of the first stage's rates: the second goes on with more names, the third with the project's own articles


def examples_of(data: Path, tokenizer: Tokenizer, licensed_only: bool, stage: int = 1) -> dict[str, list[tuple[Example, float]]]:
    """Every example that a stage shows with the number of its epochs, by layer."""
    found: dict[str, list[tuple[Example, float]]] = {"statements": [], "names": [], "nominals": []}
    for name, layer, stages, licensed in SOURCES:
        if not stages[stage - 1] or (licensed_only and not licensed):
            continue
        path = data / name
        if name == "articles":
            rows = statement_examples(marked_articles(ARTICLES), tokenizer)
        elif layer == "statements":
            rows = statement_examples(lines(path), tokenizer)
        elif layer == "names":
            rows = name_examples(path, tokenizer, hold=10 if "gmb" in name else 0)
        else:
            rows = nominal_examples(path, tokenizer)
        found[layer] += [(example, stages[stage - 1]) for example in rows]
    return found


def loss_of(network: Network, batch: Batch) -> Tensor:
    """The loss of one batch, per window."""
    states = network.states(batch.pieces, batch.shapes, batch.depths, batch.firsts, batch.mask)
    if batch.task == "names":
        loss = network.name_chain.loss(network.names(states), batch.allowed, batch.word_mask)
    elif batch.task == "nominals":
        loss = network.nominal_chain.loss(network.nominals(states), batch.allowed, batch.word_mask)
    else:
        loss = network.cue_chain.loss(network.cues(states), batch.allowed, batch.word_mask)
        if len(batch.frame_window):
            own, mask = states[batch.frame_window], batch.word_mask[batch.frame_window]
            scores = network.roles(own, batch.frame_cue, batch.frame_distance, batch.frame_sentence, mask)
            allowed = torch.nn.functional.one_hot(batch.frame_labels, scores.shape[-1]).bool()
            loss = loss + network.role_chain.loss(scores, allowed, mask)
    return loss / len(batch.pieces)


def rate(step: int, steps: int) -> float:
    """Linear warm-up, then linear decay."""
    return min((step + 1) / WARM_UP, max(0.0, (steps - step) / (steps - WARM_UP)))


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--data", "--base", "--tokenizer", "--out"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--steps", type=int, help="steps of the whole training; fewer than the plan has show a part of it")
    parser.add_argument("--licensed-only", action="store_true", help="leave out corpora whose licence is not stated")
    parser.add_argument("--stage", type=int, choices=(1, 2, 3), default=1)
    parser.add_argument("--start", type=Path, help="the run whose weights a later stage starts from")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(options.tokenizer))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    plan = order(examples_of(options.data, tokenizer, options.licensed_only, options.stage), options.seed + options.stage - 1)
    plan = plan[: options.steps or len(plan)]
    network = with_base(Network(), options.base)
    factor = FACTORS[options.stage - 1]
    if options.start:
        network.load_state_dict(torch.load(options.start / "checkpoint.pt", weights_only=True)["network"])
    encoder = list(network.encoder.parameters())
    known = {id(p) for p in encoder}
    heads = [p for p in network.parameters() if id(p) not in known]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": factor * ENCODER_RATE}, {"params": heads, "lr": factor * HEAD_RATE}], weight_decay=DECAY, fused=True
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: rate(step, len(plan)))
    saved = options.out / "checkpoint.pt"
    first = 0
    if saved.exists():
        state = torch.load(saved, weights_only=True)
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        first = state["step"]
        schedule.last_epoch = first
    else:
        digests = {name: digest(ARTICLES if name == "articles" else options.data / name) for name, *_ in SOURCES}
        log(
            options.out,
            {"steps": len(plan), "seed": options.seed, "stage": options.stage, "licensed_only": options.licensed_only, "data": digests},
        )
    began, total, words = time.monotonic(), {}, 0
    for step in range(first, len(plan)):
        torch.manual_seed(options.seed * 1_000_003 + step)
        batch = tensors(plan[step], random.Random(options.seed * 7919 + step))  # noqa: S311
        network.train()
        loss = loss_of(network, batch)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
        optimizer.step()
        schedule.step()
        count, summed = total.get(batch.task, (0, 0.0))
        total[batch.task] = (count + 1, summed + loss.item())
        words += int(batch.mask.sum())
        if (step + 1) % SAVE == 0 or step + 1 == len(plan):
            means = {task: round(summed / count, 2) for task, (count, summed) in sorted(total.items())}
            log(
                options.out,
                {
                    "step": step + 1,
                    "loss": means,
                    "pieces_per_second": round(words / (time.monotonic() - began)),
                    "cpu": round(time.process_time()),
                },
            )
            total = {}
            save(options.out, network, optimizer, step + 1)


def save(out: Path, network: Network, optimizer: torch.optim.Optimizer, step: int) -> None:
    """Write a checkpoint beside the old one, then put it in its place."""
    state = {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "step": step}
    torch.save(state, out / "checkpoint.new")
    (out / "checkpoint.new").replace(out / "checkpoint.pt")


def log(out: Path, entry: dict[str, object]) -> None:
    """Add a line to the log."""
    line = json.dumps(entry)
    print(line, flush=True)
    with (out / "log.jsonl").open("a", encoding="utf-8") as stream:
        stream.write(line + "\n")


if __name__ == "__main__":
    main()
