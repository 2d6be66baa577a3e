"""The network: a BERT encoder with shape and depth embeddings, word heads, and a small reader of roles for each cue."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import torch
import torch.nn.functional as F  # noqa: N812 - the name everybody uses
from crf import Chain
from torch import Tensor, nn

from dragoman.model.windows import DEPTHS, SHAPES

NAMES = ["O", *(f"{b}-{t}" for t in ("PER", "ORG", "LOC", "DEM", "TIME", "OTH") for b in "BI")]
NOMINALS = ["O", *(f"{b}-{t}" for t in ("PER", "ORG", "LOC") for b in "BI")]
CUES = ["O", "B-CUE", "I-CUE"]
ROLES = ["O", "B-SRC", "I-SRC", "B-CON", "I-CON"]
DISTANCES = 27  # words between a word and the cue: signed, in steps that double
POOL = 1 << 23  # numbers of a dropout
SENTENCES = 9  # sentences between the two, -4 to 4


@dataclass(frozen=True)
class Sizes:
    """The shape of the encoder: all-MiniLM-L6-v2's."""

    vocabulary: int = 30522
    positions: int = 512
    hidden: int = 384
    inner: int = 1536
    layers: int = 6
    heads: int = 12


class Dropout(nn.Module):
    """Dropout whose numbers are drawn once and read from a new place each time: drawing all anew takes a tenth of the training."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        """States with some of their numbers at 0, the others raised to make up for it."""
        if not self.training:
            return x
        pool = kept(self.share)
        count = x.numel()
        if 2 * count > len(pool):
            return F.dropout(x, self.share)
        first = int(torch.randint(len(pool) - count, ()))
        return x * pool[first : first + count].view_as(x)


@cache
def kept(share: float) -> Tensor:
    """The factors of a dropout: the same in every run, so that one that was cut off goes on with them; a step's seed picks the place."""
    return (torch.rand(POOL, generator=torch.Generator().manual_seed(POOL)) >= share).float() / (1 - share)


class Layer(nn.Module):
    """One transformer layer, post-norm as BERT has it."""

    def __init__(self, hidden: int, inner: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(hidden, hidden) for _ in range(3))
        self.output = nn.Linear(hidden, hidden)
        self.norm = nn.LayerNorm(hidden, eps=1e-12)
        self.up, self.down = nn.Linear(hidden, inner), nn.Linear(inner, hidden)
        self.last_norm = nn.LayerNorm(hidden, eps=1e-12)
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        """States (batch, time, hidden); ``bias`` (batch, 1, 1, time) shuts padding out."""
        batch, time, hidden = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(batch, time, self.heads, hidden // self.heads).transpose(1, 2)

        q, k, v = split(self.query(x)), split(self.key(x)), split(self.value(x))
        if self.training:
            mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        else:  # in its parts, as the exported graph has it
            scores = q @ k.transpose(-1, -2) / math.sqrt(hidden // self.heads)
            if bias is not None:
                scores = scores + bias
            mixed = scores.softmax(-1) @ v
        mixed = mixed.transpose(1, 2).reshape(batch, time, hidden)
        x = self.norm(x + self.dropout(self.output(mixed)))
        return self.last_norm(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces, shapes and depths to states."""

    def __init__(self, sizes: Sizes = Sizes(), dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(sizes.vocabulary, sizes.hidden)
        self.positions = nn.Embedding(sizes.positions, sizes.hidden)
        self.kinds = nn.Parameter(torch.zeros(sizes.hidden))
        self.shapes = nn.Embedding(SHAPES, sizes.hidden)
        self.depths = nn.Embedding(DEPTHS, sizes.hidden)
        self.norm = nn.LayerNorm(sizes.hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(sizes.hidden, sizes.inner, sizes.heads, dropout) for _ in range(sizes.layers))
        self.dropout = Dropout(dropout)
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.depths.weight)

    def forward(self, pieces: Tensor, shapes: Tensor, depths: Tensor, mask: Tensor | None = None) -> Tensor:
        """(batch, time) numbers to (batch, time, hidden) states."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.positions(places) + self.kinds + self.shapes(shapes) + self.depths(depths)
        x = self.dropout(self.norm(x))
        bias = None if mask is None else (~mask).to(x.dtype)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


class RoleReader(nn.Module):
    """For one cue: which words are its source and its content.

    The words' states, the mean of the cue's, and where each word stands to the cue, mixed by two small layers: the
    predicate-conditioned labelling of Shi and Lin 2019, over states that are computed once for all cues.
    """

    def __init__(self, hidden: int = 384, width: int = 192, dropout: float = 0.1) -> None:
        super().__init__()
        self.word, self.cue = nn.Linear(hidden, width), nn.Linear(hidden, width)
        self.product = nn.Linear(hidden, width, bias=False)
        self.distance, self.sentence = nn.Embedding(DISTANCES, width), nn.Embedding(SENTENCES, width)
        self.norm = nn.LayerNorm(width)
        self.layers = nn.ModuleList(Layer(width, 2 * width, 4, dropout) for _ in range(2))
        self.labels = nn.Linear(width, len(ROLES))

    def forward(self, states: Tensor, cue: Tensor, distance: Tensor, sentence: Tensor, mask: Tensor | None = None) -> Tensor:
        """States (cues, words, hidden), weights of the cue's words (cues, words), places (cues, words) to role scores."""
        centre = (cue.unsqueeze(-1) * states).sum(1, keepdim=True)
        x = self.word(states) + self.cue(centre) + self.product(states * centre) + self.distance(distance) + self.sentence(sentence)
        x = self.norm(F.gelu(x))
        bias = None if mask is None else (~mask).to(x.dtype)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return self.labels(x)


class Network(nn.Module):
    """The encoder with its heads and their chains."""

    def __init__(self) -> None:
        super().__init__()
        hidden = Sizes().hidden
        self.encoder = Encoder()
        self.names, self.nominals, self.cues = (nn.Linear(hidden, len(labels)) for labels in (NAMES, NOMINALS, CUES))
        self.roles = RoleReader()
        self.name_chain, self.nominal_chain, self.cue_chain, self.role_chain = (Chain(x) for x in (NAMES, NOMINALS, CUES, ROLES))

    def states(self, pieces: Tensor, shapes: Tensor, depths: Tensor, firsts: Tensor, mask: Tensor | None = None) -> Tensor:
        """The state of every word: that of its first piece."""
        x = self.encoder(pieces, shapes, depths, mask)
        return x.gather(1, firsts.unsqueeze(-1).expand(-1, -1, x.shape[-1]))


def with_base(network: Network, weights: Path) -> Network:
    """Fill the encoder with the published weights of all-MiniLM-L6-v2."""
    from safetensors.torch import load_file

    given = load_file(weights)
    encoder = network.encoder
    with torch.no_grad():
        encoder.words.weight.copy_(given["embeddings.word_embeddings.weight"])
        encoder.positions.weight.copy_(given["embeddings.position_embeddings.weight"])
        encoder.kinds.copy_(given["embeddings.token_type_embeddings.weight"][0])
        copy(encoder.norm, given, "embeddings.LayerNorm")
        for number, layer in enumerate(encoder.layers):
            base = f"encoder.layer.{number}"
            copy(layer.query, given, f"{base}.attention.self.query")
            copy(layer.key, given, f"{base}.attention.self.key")
            copy(layer.value, given, f"{base}.attention.self.value")
            copy(layer.output, given, f"{base}.attention.output.dense")
            copy(layer.norm, given, f"{base}.attention.output.LayerNorm")
            copy(layer.up, given, f"{base}.intermediate.dense")
            copy(layer.down, given, f"{base}.output.dense")
            copy(layer.last_norm, given, f"{base}.output.LayerNorm")
    return network


def copy(module: nn.Module, given: dict[str, Tensor], name: str) -> None:
    """Copy weight and bias of one part."""
    module.weight.copy_(given[f"{name}.weight"])
    module.bias.copy_(given[f"{name}.bias"])
