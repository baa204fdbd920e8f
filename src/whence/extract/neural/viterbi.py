"""The best sequence of tags under a linear chain with a choice of transition tables."""

from typing import Final

import numpy as np
import numpy.typing as npt

from whence.extract.neural.encoding import Ints

Floats = npt.NDArray[np.float32]
FORBIDDEN = np.float32(-1e4)
STRETCH: Final = 16
"""Words of a stretch (12 to 32 take about as long)."""


def best_tags(scores: Floats, crossing: Ints, tables: Floats) -> Ints:
    """The most probable legal tag of each word.

    Stretches of the text are walked side by side, each for every tag that may stand before it;
    which one does is settled from stretch to stretch.

    Args:
        scores: words x tags.
        crossing: by word, which of the tables leads to it.
        tables: kinds x tags x tags, illegal steps already forbidden.
    """
    size, tags = scores.shape
    if not size:
        return np.zeros(0, np.int64)
    count = -(-size // STRETCH)
    steps = np.full((count * STRETCH, tags, tags), FORBIDDEN, np.float32)  # words x to x from
    steps[size:, range(tags), range(tags)] = 0.0  # behind the last word its tag stays
    steps[:size] = tables.transpose(0, 2, 1)[crossing] + scores[:, :, None]
    steps[0] = scores[0][:, None]
    steps[0, 2::2] = FORBIDDEN
    steps = steps.reshape(count, STRETCH, tags, tags).transpose(1, 2, 3, 0).copy()
    states = [steps[0]]  # by place in the stretch: tags x tags before the stretch x stretches
    for step in steps[1:]:
        states.append((step[:, :, None] + states[-1]).max(1))
    before, tag = _join(states[-1].transpose(2, 0, 1))
    stretches = np.arange(count)
    found = [tag]
    for step, state in zip(steps[:0:-1], states[-2::-1], strict=True):
        tag = (step[tag, :, stretches] + state[:, before, stretches].T).argmax(1)
        found.append(tag)
    return np.stack(found[::-1], 1).reshape(-1)[:size]


def _join(walked: Floats) -> tuple[Ints, Ints]:
    """By stretch, the best tag of the word before it and that of its last word.

    Args:
        walked: stretches x last tags x tags before: the score of the best walk between the two.
    """
    reached = np.zeros(walked.shape[1], np.float32)
    came: list[list[int]] = []
    for scores in walked:
        total = scores + reached
        came.append(total.argmax(1).tolist())
        reached = total.max(1)
    tags = [int(reached.argmax())]
    for before in reversed(came):
        tags.append(before[tags[-1]])
    tags.reverse()
    return np.array(tags[:-1]), np.array(tags[1:])


def best_tags_by_part(scores: Floats, crossing: Ints, tables: Floats, begins: Ints) -> Ints:
    """As `best_tags`, for parts that no run of tags may cross; all parts are solved side by side.

    Args:
        scores: words x tags.
        crossing: by word, which of the tables leads to it.
        tables: kinds x tags x tags.
        begins: first word of each part, in order; the first is 0.
    """
    size = len(scores)
    if not size:
        return np.zeros(0, np.int64)
    lengths = np.diff(np.append(begins, size))
    order = np.argsort(-lengths, kind="stable")
    firsts, lengths = begins[order], lengths[order]
    counts = np.searchsorted(-lengths, -np.arange(int(lengths[0]))).tolist()
    words = np.concatenate([firsts[:count] + k for k, count in enumerate(counts)])  # as walked
    steps = [
        (slice(begin - wide, begin - wide + count), slice(begin, begin + count))
        for begin, wide, count in zip(np.cumsum(counts).tolist(), counts, counts[1:], strict=False)
    ]
    kinds, states = crossing[words], scores[words]
    states[: counts[0], 2::2] = FORBIDDEN
    for before, here in steps:
        reached = tables[kinds[here]]
        reached += states[before, :, None]
        states[here] += np.maximum.reduce(reached, 1)
    best = states.argmax(1)
    for before, here in reversed(steps):  # where each came from is only asked on the way back
        came = tables[kinds[here], :, best[here]]
        came += states[before]
        best[before] = came.argmax(1)
    found: Ints = np.empty_like(best)
    found[words] = best
    return found
