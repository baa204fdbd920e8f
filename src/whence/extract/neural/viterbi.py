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
    steps = tables.transpose(0, 2, 1)[crossing]
    states = scores.copy()
    states[0, 2::2] = FORBIDDEN
    reached, best = np.empty((tags, tags), np.float32), np.empty(tags, np.float32)
    before = states[0]
    for step, own in zip(steps[1:], states[1:], strict=True):  # once a word: nothing is made anew
        np.add(step, before, reached)
        np.maximum.reduce(reached, 1, out=best)
        np.add(own, best, own)
        before = own
    back = (steps[1:] + states[:-1, None]).argmax(2).tolist()
    tag = int(states[-1].argmax())
    found = [tag]
    for came in reversed(back):
        tag = came[tag]
        found.append(tag)
    return np.array(found[::-1], np.int64)


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
    places = [firsts[: np.searchsorted(-lengths, -k)] + k for k in range(int(lengths[0]))]
    states = scores.copy()
    states[begins, 2::2] = FORBIDDEN
    for words in places[1:]:
        states[words] += (tables[crossing[words]] + states[words - 1][:, :, None]).max(1)
    found: Ints = states.argmax(1)
    for words in reversed(places[1:]):  # where each came from is only asked on the way back
        step = tables[crossing[words], :, found[words]]
        found[words - 1] = (step + states[words - 1]).argmax(1)
    return found
