"""What the antecedent head learns from."""

import torch
from torch import Tensor

from training.links import link_biases
from training.network import Network, scale
from training.windows import Batch, Window
from whence.extract.neural.layout import WIDTH, Pieces, link_features

PART = 2


def coreference_loss(network: Network, batch: Batch, anaphor: Tensor, antecedent: Tensor) -> Tensor:
    """Mean loss of the anaphors' choices among the mentions of the window, or none of them."""
    total, count = anaphor.new_zeros(()), 0
    own, others = anaphor.unbind(0), antecedent.unbind(0)
    for row, window in enumerate(batch.windows):
        shown = _shown(window)
        if not shown:
            continue
        mentions, rows, allowed, right = shown
        scores = antecedent_scores(network, window, mentions, own[row], others[row], batch.at[row])[
            rows
        ]
        right, allowed = right.to(scores.device), allowed.to(scores.device)
        total = total + torch.logsumexp(scores.masked_fill(~allowed, -1e4), 1).sum()
        total = total - torch.logsumexp(scores.masked_fill(~right, -1e4), 1).sum()
        count += len(rows)
    return total / max(count, 1)


def _shown(window: Window) -> tuple[Pieces, list[int], Tensor, Tensor] | None:
    """Mentions of the window, the anaphors among them, and what each may and does stand for."""
    document = window.document
    first, last = window.words
    number: dict[int, int] = {}
    for k, (start, end) in enumerate(document.mentions):
        if start >= first and end <= last:
            number[k] = len(number)
    anaphors = [each for each in document.anaphors if each.mention in number]
    anaphors = [each for each in anaphors if any(k in number for k in each.candidates)]
    if not anaphors:
        return None
    allowed = torch.zeros(len(anaphors), len(number) + 1, dtype=torch.bool)
    right = torch.zeros_like(allowed)
    for row, each in enumerate(anaphors):
        allowed[row, [number[k] for k in each.candidates if k in number]] = True
        right[row, [number[k] for k in each.right if k in number]] = True
    allowed[:, -1] = True
    right[:, -1] = ~right.any(1)
    mentions = [document.mentions[k] for k in number]
    return mentions, [number[each.mention] for each in anaphors], allowed, right


def antecedent_scores(
    network: Network,
    window: Window,
    mentions: Pieces,
    anaphor: Tensor,
    antecedent: Tensor,
    at: Tensor,
) -> Tensor:
    """How well each mention (row) would stand for each other (column), or for none (last)."""
    first = window.words[0]
    own = _vectors(anaphor, at, mentions, first)
    others = _vectors(antecedent, at, mentions, first)
    features = link_features(window.document.text, mentions, mentions, mentions)
    fit = others @ own.T / scale() + link_biases(network, PART, features)
    return torch.cat([fit.T, network.no_antecedent(own)], 1)


def _vectors(projection: Tensor, at: Tensor, found: Pieces, first: int) -> Tensor:
    starts = at[torch.tensor([start - first for start, _ in found])]
    ends = at[torch.tensor([end - first for _, end in found])]
    return projection[starts, :WIDTH] + projection[ends, WIDTH:]
