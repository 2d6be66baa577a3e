"""Turn a checkpoint into the files that ship: two ONNX graphs, the chains, the tokenizer, and their digests.

python training/export.py --run RUN [--before RUN] --tokenizer tokenizer.json --out FOLDER

With ``--before`` the weights are OLD parts of that run's and the rest of RUN's: what a last stage on few texts gains is
kept, and less of what was learned before is lost (Wortsman and others 2022, "Robust fine-tuning of zero-shot models").
The graphs in single precision, which the fp32 profile reads, are left in RUN.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import onnx
import torch
from network import CUES, NAMES, NOMINALS, ROLES, Network
from onnxruntime import InferenceSession
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

OPSET = 20  # the first with an operator for GELU, which takes three quarters of the time of its parts
DIGITS = 5  # of the chains' scores
OLD = 0.3  # share of the run before
CLOSE = 1e-3  # how far a graph's numbers may lie from the network's


class WordsGraph(nn.Module):
    """One pass: what every word is, and its state for the role reader."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, shapes: Tensor, depths: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        """Scores of names, nominals and cues (words, labels), and states (words, hidden)."""
        states = self.network.states(pieces, shapes, depths, firsts)[0]
        return self.network.names(states), self.network.nominals(states), self.network.cues(states), states


class RolesGraph(nn.Module):
    """The role reader for all cues of a window."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.roles = network.roles

    def forward(self, states: Tensor, cue: Tensor, distance: Tensor, sentence: Tensor) -> Tensor:
        """Role scores (cues, words, labels)."""
        return self.roles(states.unsqueeze(0).expand(cue.shape[0], -1, -1), cue, distance, sentence)


def words_graph(network: Network, path: Path) -> None:
    """Write the graph of the words."""
    length, words = torch.export.Dim("length", min=3, max=512), torch.export.Dim("words", min=2, max=512)
    # Tensors of their own: the exporter takes one tensor given twice for one input.
    pieces, shapes, depths = (torch.ones(1, 16, dtype=torch.long) for _ in range(3))
    torch.onnx.export(
        WordsGraph(network),
        (pieces, shapes, depths, torch.arange(1, 11)[None]),
        path,
        dynamo=True,
        external_data=False,
        opset_version=OPSET,
        input_names=["pieces", "shapes", "depths", "firsts"],
        output_names=["names", "nominals", "cues", "states"],
        dynamic_shapes=({1: length}, {1: length}, {1: length}, {1: words}),
        verbose=False,
    )


def roles_graph(network: Network, path: Path) -> None:
    """Write the graph of the roles."""
    words, cues = torch.export.Dim("words", min=2, max=512), torch.export.Dim("cues", min=1, max=256)
    distance, sentence = (torch.ones(3, 10, dtype=torch.long) for _ in range(2))
    torch.onnx.export(
        RolesGraph(network),
        (torch.randn(10, 384), torch.rand(3, 10), distance, sentence),
        path,
        dynamo=True,
        external_data=False,
        opset_version=OPSET,
        input_names=["states", "cue", "distance", "sentence"],
        output_names=["roles"],
        dynamic_shapes=({0: words}, {0: cues, 1: words}, {0: cues, 1: words}, {0: cues, 1: words}),
        verbose=False,
    )


def check(network: Network, words: Path, roles: Path) -> None:
    """Refuse graphs that do not give what the network gives."""
    chance = torch.Generator().manual_seed(1)

    def numbers(top: int, *size: int) -> Tensor:
        return torch.randint(0, top, size, generator=chance)

    given = {
        "pieces": numbers(30000, 1, 90),
        "shapes": numbers(18, 1, 90),
        "depths": numbers(5, 1, 90),
        "firsts": torch.arange(1, 61)[None],
    }
    asked = {"cue": torch.rand(4, 60, generator=chance), "distance": numbers(27, 4, 60), "sentence": numbers(9, 4, 60)}
    with torch.no_grad():
        wanted = WordsGraph(network)(*given.values())
        asked = {"states": wanted[3], **asked}
        wanted_roles = RolesGraph(network)(*asked.values())
    found = InferenceSession(words).run(None, {name: value.numpy() for name, value in given.items()})
    found_roles = InferenceSession(roles).run(None, {name: value.numpy() for name, value in asked.items()})
    for own, other in zip((*wanted, wanted_roles), (*found, *found_roles), strict=True):
        worst = float((own - torch.from_numpy(other)).abs().max())
        if worst > CLOSE:
            raise SystemExit(f"The exported graph differs from the network by {worst:.3g}.")


def quantized(whole: Path, path: Path) -> None:
    """Write a graph with weights and products in 8 bits, and with GELU by its hyperbolic tangent.

    The tangent halves GELU's time and moves its value by less than 0.0005, a tenth of what 8 bits do.
    """
    graph = onnx.load(whole)
    for node in graph.graph.node:
        if node.op_type == "Gelu":
            del node.attribute[:]
            node.attribute.append(onnx.helper.make_attribute("approximate", "tanh"))
    quantize_dynamic(graph, path, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)


def chains(network: Network) -> dict[str, object]:
    """Labels and scores of the four chains."""
    found: dict[str, object] = {}
    for name, labels, chain in (
        ("names", NAMES, network.name_chain),
        ("nominals", NOMINALS, network.nominal_chain),
        ("cues", CUES, network.cue_chain),
        ("roles", ROLES, network.role_chain),
    ):
        start, transitions = chain.scores()
        found[name] = {
            "labels": labels,
            "start": [round(x, DIGITS) for x in start.tolist()],
            "transitions": [[round(x, DIGITS) for x in row] for row in transitions.tolist()],
        }
    return found


def weights(run: Path, before: Path | None) -> dict[str, Tensor]:
    """The weights of a run, drawn toward those of the run before it."""
    own: dict[str, Tensor] = torch.load(run / "checkpoint.pt", weights_only=True)["network"]
    if before is None:
        return own
    old: dict[str, Tensor] = torch.load(before / "checkpoint.pt", weights_only=True)["network"]
    return {name: OLD * old[name] + (1 - OLD) * own[name] if own[name].is_floating_point() else own[name] for name in own}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--run", "--tokenizer", "--out"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--before", type=Path, help="the run whose weights the last one's are drawn toward")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    network = Network()
    network.load_state_dict(weights(options.run, options.before))
    network.eval()
    words, roles = options.run / "words.fp32.onnx", options.run / "roles.fp32.onnx"
    words_graph(network, words)
    roles_graph(network, roles)
    check(network, words, roles)
    quantized(words, options.out / "words.int8.onnx")
    quantized(roles, options.out / "roles.onnx")
    (options.out / "chains.json").write_text(json.dumps(chains(network)), encoding="utf-8")
    shutil.copy(options.tokenizer, options.out / "tokenizer.json")
    files = sorted(p for p in options.out.iterdir() if p.suffix in (".onnx", ".json") and p.name != "digests.json")
    digests = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in files}
    (options.out / "digests.json").write_text(json.dumps(digests, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
