"""A linear-chain model over the tags of words, with a choice of transition tables."""

import torch
from torch import Tensor

FORBIDDEN = -1e4


def forbidden(tags: int) -> Tensor:
    """Table that forbids an inside tag (even) after anything but its own begin or inside tag."""
    table = torch.zeros(tags, tags)
    for before in range(tags):
        for after in range(tags):
            if not (after == 0 or after % 2 == 1 or after in (before, before + 1)):
                table[before, after] = FORBIDDEN
    return table


def negative_log_likelihood(
    scores: Tensor, gold: Tensor, crossing: Tensor, real: Tensor, tables: Tensor
) -> Tensor:
    """Sum over the batch; padding words (not `real`) stand at the end of each row.

    Args:
        scores: batch x words x tags.
        gold: batch x words, tag numbers; legal sequences only.
        crossing: batch x words, which of the tables leads to the word.
        real: batch x words.
        tables: kinds x tags x tags.
    """
    start = scores.new_zeros(scores.shape[-1])
    start[2::2] = FORBIDDEN
    state = scores[:, 0] + start
    steps = tables[crossing] + scores[:, :, None, :]
    for step, here in zip(steps.unbind(1)[1:], real.unbind(1)[1:], strict=True):
        reached = torch.logsumexp(state[:, :, None] + step, 1)
        state = torch.where(here[:, None], reached, state)
    total = torch.logsumexp(state, -1)
    chosen = (scores.gather(2, gold[..., None])[..., 0] * real).sum(1)
    moves = tables[crossing[:, 1:], gold[:, :-1], gold[:, 1:]]
    return (total - chosen - (moves * real[:, 1:]).sum(1)).sum()
