"""Projections of runs of words, which links are made of."""

from typing import Final

import numpy as np

from whence.extract.neural.encoding import Ints
from whence.extract.neural.layout import WIDTH
from whence.extract.neural.session import Reading, Window
from whence.extract.neural.viterbi import Floats

Heads = dict[str, Floats]
SIZES: Final = {
    "dependant": 4 * WIDTH,
    "cue": 4 * WIDTH,
    "anaphor": 2 * WIDTH,
    "antecedent": 2 * WIDTH,
}
_STARTS: Final = dict(zip(SIZES, np.cumsum([0, *SIZES.values()]).tolist(), strict=False))


def project(reading: Reading, window: Window, ends: Ints, name: str, part: int = 0) -> Floats:
    """Projections of runs in one window: of the first word plus of the last.

    A run that goes on after the window counts as ending with it.

    Args:
        reading: What the encoder saw.
        window: One of its windows.
        ends: First and last word of each run; the first stands in the window.
        name: Which projection.
        part: Its first half or its second.
    """
    last = np.minimum(ends[:, 1], reading.last_word(window))
    first_at = reading.text.first_piece[ends[:, 0]] - window.start
    last_at = np.maximum(reading.text.first_piece[last] - window.start, 0)
    offset = _STARTS[name] + 2 * WIDTH * part
    total: Floats = (
        window.projections[first_at, offset : offset + WIDTH]
        + window.projections[last_at, offset + WIDTH : offset + 2 * WIDTH]
    )
    return total
