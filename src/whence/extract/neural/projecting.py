"""Projections of the words that links are made of, window by window."""

from typing import Final

import numpy as np

from whence.extract.neural.encoding import Ints
from whence.extract.neural.layout import WIDTH
from whence.extract.neural.session import Reading
from whence.extract.neural.viterbi import Floats

Heads = dict[str, Floats]
PARTS: Final = ("dependant", "cue", "anaphor", "antecedent")
SIZES: Final = {
    "dependant": 4 * WIDTH,
    "cue": 4 * WIDTH,
    "anaphor": 2 * WIDTH,
    "antecedent": 2 * WIDTH,
}
OFFSETS: Final = dict(zip(PARTS, np.cumsum([0, *SIZES.values()]).tolist(), strict=False))


class Projections:
    """Every projection of the first and last words of runs, computed once for each window."""

    def __init__(self, reading: Reading, words: Ints, heads: Heads) -> None:
        """Take what the encoder saw and the words that begin or end a run.

        Args:
            reading: What the encoder saw.
            words: Words whose projections may be asked for, in order, each once.
            heads: Weights of the heads.
        """
        self._reading = reading
        self._weight = np.concatenate([heads[f"{name}.weight"] for name in PARTS])
        self._bias = np.concatenate([heads[f"{name}.bias"] for name in PARTS])
        self._words: list[Ints] = []
        self._rows: list[Floats] = []
        for window in reading.windows:
            last = np.array([reading.last_word(window)])
            own = np.union1d(words[reading.margins(window, words, words) >= 0], last)
            at = reading.text.first_piece[own] - window.start
            own, at = own[at >= 0], at[at >= 0]
            self._words.append(own)
            self._rows.append(window.states[at] @ self._weight.T + self._bias)

    def vectors(self, number: int, ends: Ints, name: str, part: int = 0) -> Floats:
        """Projections of runs in one window: of the first word plus of the last.

        A run that goes on after the window counts as ending with it.

        Args:
            number: The window's number.
            ends: First and last word of each run; the first stands in the window.
            name: Which projection.
            part: Its first half or its second.
        """
        words, rows = self._words[number], self._rows[number]
        first = np.searchsorted(words, ends[:, 0])
        last = np.searchsorted(words, np.minimum(ends[:, 1], words[-1]))
        offset = OFFSETS[name] + 2 * WIDTH * part
        total: Floats = (
            rows[first, offset : offset + WIDTH] + rows[last, offset + WIDTH : offset + 2 * WIDTH]
        )
        return total
