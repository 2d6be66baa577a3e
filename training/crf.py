"""A linear chain over labels, trained by marginal likelihood so that corpora with different label sets can be mixed.

Lafferty et al. 2001 for the chain; Tsuboi et al. 2008 for training on partial labels: the likelihood of all label
sequences that a sentence's annotation allows, against that of all sequences.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

IMPOSSIBLE = -1e4


class Chain(nn.Module):
    """Transition scores between labels; an inside label follows only its own beginning or itself."""

    def __init__(self, labels: list[str]) -> None:
        super().__init__()
        self.labels = labels
        self.transitions = nn.Parameter(torch.zeros(len(labels), len(labels)))
        self.start = nn.Parameter(torch.zeros(len(labels)))
        follows = torch.tensor([[b[0] != "I" or a[2:] == b[2:] for b in labels] for a in labels])
        begins = torch.tensor([b[0] != "I" for b in labels])
        self.register_buffer("follows", follows)
        self.register_buffer("begins", begins)

    def scores(self) -> tuple[Tensor, Tensor]:
        """Start and transition scores with the impossible ones shut."""
        return self.start.masked_fill(~self.begins, IMPOSSIBLE), self.transitions.masked_fill(~self.follows, IMPOSSIBLE)

    def partition(self, emissions: Tensor, mask: Tensor) -> Tensor:
        """Log of the summed scores of all sequences; emissions (batch, time, labels), mask (batch, time)."""
        start, transitions = self.scores()
        alpha = emissions[:, 0] + start
        for step in range(1, emissions.shape[1]):
            ahead = torch.logsumexp(alpha.unsqueeze(2) + transitions, dim=1) + emissions[:, step]
            alpha = torch.where(mask[:, step, None], ahead, alpha)
        return torch.logsumexp(alpha, dim=1)

    def loss(self, emissions: Tensor, allowed: Tensor, mask: Tensor) -> Tensor:
        """Summed negative log likelihood of the allowed sequences; ``allowed`` (batch, time, labels) is boolean."""
        if allowed.sum() == mask.numel():
            return (self.partition(emissions, mask) - self.path(emissions, allowed.to(torch.int8).argmax(-1), mask)).clamp(min=0).sum()
        held = emissions.masked_fill(~allowed, IMPOSSIBLE)
        return (self.partition(emissions, mask) - self.partition(held, mask)).clamp(min=0).sum()

    def path(self, emissions: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
        """Score of one sequence of labels each."""
        start, transitions = self.scores()
        own = emissions.gather(2, labels.unsqueeze(-1)).squeeze(-1) * mask
        steps = transitions[labels[:, :-1], labels[:, 1:]] * mask[:, 1:]
        return own.sum(1) + steps.sum(1) + start[labels[:, 0]]
