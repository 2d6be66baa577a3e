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
        labels = len(self.labels)
        alone = torch.full((labels, labels), IMPOSSIBLE).fill_diagonal_(0.0)
        steps = torch.where(mask[:, 1:, None, None], transitions + emissions[:, 1:, None, :], alone)
        while steps.shape[1] > 1:
            if steps.shape[1] % 2:
                steps = torch.cat([steps, alone.expand(len(steps), 1, -1, -1)], 1)
            steps = torch.logsumexp(steps[:, ::2, :, :, None] + steps[:, 1::2, None], dim=3)
        last = emissions[:, 0] + start
        return torch.logsumexp(last[:, :, None] + steps[:, 0], dim=(1, 2)) if steps.shape[1] else torch.logsumexp(last, 1)

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
