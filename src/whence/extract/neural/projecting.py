"""Projections of runs of words, which links are made of."""

from typing import Final

import numpy as np

from whence.extract.neural.encoding import Ints
from whence.extract.neural.layout import WIDTH
from whence.extract.neural.session import Reading, Window
from whence.extract.neural.viterbi import Floats

Heads = dict[str, Floats]
PROJECTIONS: Final = ("dependant", "cue", "anaphor", "antecedent")
_ROWS: Final = 8
_COLUMNS: Final = 64
"""Size of one product: so small that the library for matrices wakes no threads to share it."""


def project(
    reading: Reading,
    window: Window,
    ends: Ints,
    heads: Heads,
    name: str,
    parts: tuple[int, ...] = (0,),
) -> list[Floats]:
    """Projections of runs in one window, by part: of the first word plus of the last.

    A run that goes on after the window counts as ending with it.

    Args:
        reading: What the encoder saw.
        window: One of its windows.
        ends: First and last word of each run; the first stands in the window.
        heads: Weights of the heads.
        name: Which projection.
        parts: Its first half, its second, or both.
    """
    last = np.minimum(ends[:, 1], reading.last_word(window))
    first_at = reading.text.first_piece[ends[:, 0]] - window.start
    last_at = np.maximum(reading.text.first_piece[last] - window.start, 0)
    weights, biases = heads[f"{name}.weight"], heads[f"{name}.bias"]
    at_first, at_last = _grouped(window.states[first_at]), _grouped(window.states[last_at])
    projected: list[Floats] = []
    for part in parts:
        middle = (2 * part + 1) * WIDTH
        first, second = slice(middle - WIDTH, middle), slice(middle, middle + WIDTH)
        total = _product(at_first, weights[first]) + _product(at_last, weights[second])
        total += biases[first] + biases[second]
        projected.append(total[: len(ends)])
    return projected


def times(rows: Floats, weights: Floats) -> Floats:
    """The rows, each led through a matrix of weights (outputs x inputs)."""
    return _product(_grouped(rows), weights)[: len(rows)]


def _product(grouped: Floats, weights: Floats) -> Floats:
    """Rows in groups, led through a matrix of weights in parts of ``_COLUMNS`` outputs.

    A matrix has fewer outputs than that, or a multiple of it.
    """
    columns = min(_COLUMNS, len(weights))
    parts = weights.reshape(-1, columns, weights.shape[1]).transpose(0, 2, 1)
    product: Floats = (grouped[:, None] @ parts).swapaxes(1, 2).reshape(-1, len(weights))
    return product


def _grouped(rows: Floats) -> Floats:
    """The rows in groups of ``_ROWS``, the last one filled up with nought."""
    count, width = rows.shape
    grouped = np.zeros((-(-count // _ROWS), _ROWS, width), np.float32)
    grouped.reshape(-1, width)[:count] = rows
    return grouped
