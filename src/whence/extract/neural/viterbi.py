"""The best sequence of tags under a linear chain with a choice of transition tables."""

import numpy as np
import numpy.typing as npt

from whence.extract.neural.encoding import Ints

Floats = npt.NDArray[np.float32]
FORBIDDEN = np.float32(-1e4)


def best_tags(scores: Floats, crossing: Ints, tables: Floats) -> Ints:
    """The most probable legal tag of each word.

    Args:
        scores: words x tags.
        crossing: by word, which of the tables leads to it.
        tables: kinds x tags x tags, illegal steps already forbidden.
    """
    size, tags = scores.shape
    if not size:
        return np.zeros(0, np.int64)
    state = scores[0].copy()
    state[2::2] = FORBIDDEN
    back = np.zeros((size, tags), np.int8)
    columns = np.arange(tags)
    turned = np.ascontiguousarray(tables.transpose(0, 2, 1))
    for k in range(1, size):
        reached = turned[crossing[k]] + state
        best = reached.argmax(1)
        back[k] = best
        state = reached[columns, best] + scores[k]
    found = np.zeros(size, np.int64)
    found[-1] = state.argmax()
    for k in range(size - 1, 0, -1):
        found[k - 1] = back[k, found[k]]
    return found


def best_tags_by_part(scores: Floats, crossing: Ints, tables: Floats, begins: Ints) -> Ints:
    """As `best_tags`, for parts that no run of tags may cross; all parts are solved side by side.

    Args:
        scores: words x tags.
        crossing: by word, which of the tables leads to it.
        tables: kinds x tags x tags.
        begins: first word of each part, in order; the first is 0.
    """
    size, tags = scores.shape
    if not size:
        return np.zeros(0, np.int64)
    lengths = np.diff(np.append(begins, size))
    longest = int(lengths.max())
    state = scores[begins].copy()
    state[:, 2::2] = FORBIDDEN
    back = np.zeros((longest, len(begins), tags), np.int8)
    back[:] = np.arange(tags, dtype=np.int8)
    turned = np.ascontiguousarray(tables.transpose(0, 2, 1))
    for k in range(1, longest):
        here = np.flatnonzero(lengths > k)
        words = begins[here] + k
        reached = turned[crossing[words]] + state[here, None, :]
        best = reached.argmax(2)
        back[k, here] = best
        state[here] = np.take_along_axis(reached, best[:, :, None], 2)[:, :, 0] + scores[words]
    last = state.argmax(1)
    found = np.zeros(size, np.int64)
    for k in range(longest - 1, -1, -1):
        here = np.flatnonzero(lengths > k)
        found[begins[here] + k] = last[here]
        last[here] = back[k, here, last[here]]
    return found
