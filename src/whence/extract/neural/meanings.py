"""What contents mean, as vectors that lie close together where the meanings do."""

from collections.abc import Iterable
from typing import Final

import numpy as np

from whence.extract.neural.encoding import Encoding
from whence.extract.neural.layout import Pieces
from whence.extract.neural.projecting import Heads, times
from whence.extract.neural.session import Reading
from whence.extract.neural.viterbi import Floats
from whence.model import Spans

_LEAST: Final = np.float32(1e-9)
"""Divisor where there is nothing to divide: of a content that no window shows."""


def meanings_of(reading: Reading, contents: Iterable[Spans], heads: Heads) -> dict[Spans, bytes]:
    """By content, a vector of unit length as 16-bit floats, little end first.

    It is made of the encoder's last states in all pieces of the content's words, each state from
    the window that shows most around its word; what a piece tells is learned, and decides how much
    it counts. Contents without a word in this text have none; nothing has one if the heads lack
    the matrix that it takes.
    """
    if "meaning.weight" not in heads:
        return {}
    text = reading.text
    found = {each: [run for span in each if (run := text.run_of(span))] for each in contents}
    runs = {content: own for content, own in found.items() if own}
    if not runs:
        return {}
    told = _weighed(reading, heads["telling.weight"])
    sums = np.stack([_sum_of(told, text, own) for own in runs.values()])
    means = (sums[:, :-1] / np.maximum(sums[:, -1:], _LEAST)).astype(np.float32)
    vectors = times(means, heads["meaning.weight"])
    lengths = np.sqrt((vectors * vectors).sum(1, keepdims=True))
    units = (vectors / np.maximum(lengths, _LEAST)).astype("<f2")
    return {content: unit.tobytes() for content, unit in zip(runs, units, strict=True)}


def _weighed(reading: Reading, telling: Floats) -> Floats:
    """By piece, its state times its weight, and in a last column the weight.

    Paragraph breaks and what a window cuts off of a word weigh nothing. A weight is the
    exponential of a score, and scores lie within about 3 of nought.
    """
    text, windows = reading.text, reading.windows
    pieces = np.arange(len(text.pieces))
    shown_by = np.stack([reading.margins(each, text.word, text.word) for each in windows]).argmax(0)
    weighed = np.zeros((len(pieces), windows[0].states.shape[1] + 1), np.float32)
    for number, window in enumerate(windows):
        at = np.flatnonzero((shown_by == number) & (text.word >= 0) & (pieces < window.end))
        states = window.states[at - window.start]
        weights = np.exp(times(states, telling))
        weighed[at, :-1] = states * weights
        weighed[at, -1:] = weights
    return weighed


def _sum_of(weighed: Floats, text: Encoding, runs: Pieces) -> Floats:
    """The sum over the pieces of some runs of words."""
    parts = [np.add.reduce(weighed[slice(*text.pieces_of(run))], 0) for run in runs]
    total: Floats = np.add.reduce(parts, 0)
    return total
