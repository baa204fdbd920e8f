"""Projections of runs of words, which links are made of."""

from typing import Final

import numpy as np

from whence.extract.neural.encoding import Ints
from whence.extract.neural.layout import WIDTH
from whence.extract.neural.session import Reading, Window
from whence.extract.neural.viterbi import Floats

Heads = dict[str, Floats]
PROJECTIONS: Final = ("dependant", "cue", "anaphor", "antecedent")
_AT_ONCE: Final = 4
"""Rows of one product: so few that the library for matrices wakes no threads to share it."""


def project(
    reading: Reading, window: Window, ends: Ints, heads: Heads, name: str, part: int = 0
) -> Floats:
    """Projections of runs in one window: of the first word plus of the last.

    A run that goes on after the window counts as ending with it.

    Args:
        reading: What the encoder saw.
        window: One of its windows.
        ends: First and last word of each run; the first stands in the window.
        heads: Weights of the heads.
        name: Which projection.
        part: Its first half or its second.
    """
    last = np.minimum(ends[:, 1], reading.last_word(window))
    first_at = reading.text.first_piece[ends[:, 0]] - window.start
    last_at = np.maximum(reading.text.first_piece[last] - window.start, 0)
    weights, biases = heads[f"{name}.weight"], heads[f"{name}.bias"]
    middle = (2 * part + 1) * WIDTH
    first, second = slice(middle - WIDTH, middle), slice(middle, middle + WIDTH)
    total: Floats = (
        times(window.states[first_at], weights[first])
        + times(window.states[last_at], weights[second])
        + (biases[first] + biases[second])
    )
    return total


def times(rows: Floats, weights: Floats) -> Floats:
    """The rows, each led through a matrix of weights (outputs x inputs)."""
    count = len(rows)
    padded = np.zeros((-(-count // _AT_ONCE), _AT_ONCE, rows.shape[1]), np.float32)
    padded.reshape(-1, rows.shape[1])[:count] = rows
    parts = [padded @ weights[k : k + WIDTH].T for k in range(0, len(weights), WIDTH)]
    product: Floats = np.concatenate(parts, 2).reshape(-1, len(weights))[:count]
    return product
