"""What contents mean, as vectors that lie close together where the meanings do."""

from collections.abc import Iterable

import numpy as np

from whence.extract.neural.encoding import Encoding, Ints
from whence.extract.neural.projecting import Heads, times
from whence.extract.neural.session import Reading
from whence.extract.neural.viterbi import Floats
from whence.model import Spans


def meanings_of(reading: Reading, contents: Iterable[Spans], heads: Heads) -> dict[Spans, bytes]:
    """By content, a vector of unit length as 16-bit floats, little end first.

    It is made of the encoder's last states in all pieces of the content's words, each state from
    the window that shows most around its word; what a piece tells is learned, and decides how much
    it counts. Contents without a word in this text have none; nothing has one if the heads lack
    the matrix that it takes.
    """
    if "meaning.weight" not in heads:
        return {}
    places = {content: _pieces_of(reading.text, content) for content in contents}
    kept = {content: at for content, at in places.items() if len(at)}
    if not kept:
        return {}
    means = _means(reading, list(kept.values()), heads["telling.weight"])
    vectors = times(means, heads["meaning.weight"])
    lengths = np.sqrt((vectors * vectors).sum(1, keepdims=True))
    units = (vectors / np.maximum(lengths, np.float32(1e-9))).astype("<f2")
    return {content: unit.tobytes() for content, unit in zip(kept, units, strict=True)}


def _pieces_of(text: Encoding, content: Spans) -> Ints:
    """The pieces of all words of a content; paragraph breaks between them are none."""
    found = []
    for span in content:
        run = text.run_of(span)
        if run:
            at = np.arange(*text.pieces_of(run))
            found.append(at[text.word[at] >= 0])
    return np.concatenate(found) if found else np.zeros(0, np.int64)


def _means(reading: Reading, runs: list[Ints], telling: Floats) -> Floats:
    """Mean state of each run of pieces, weighed; what a window cuts off of a word is left out."""
    pieces = np.concatenate(runs)
    word = reading.text.word[pieces]
    shown_by = np.stack([reading.margins(each, word, word) for each in reading.windows]).argmax(0)
    states = np.zeros((len(pieces), reading.windows[0].states.shape[1]), np.float32)
    known = np.zeros(len(pieces), np.bool_)
    for number, window in enumerate(reading.windows):
        at = np.flatnonzero((shown_by == number) & (pieces < window.end))
        states[at] = window.states[pieces[at] - window.start]
        known[at] = True
    begins = np.cumsum([0, *(len(run) for run in runs[:-1])])
    scores = np.where(known, times(states, telling)[:, 0], np.float32(-1e4))
    highest = np.repeat(np.maximum.reduceat(scores, begins), [len(run) for run in runs])
    weights = (np.exp(scores - highest) * known)[:, None]
    totals = np.maximum(np.add.reduceat(weights, begins), np.float32(1e-9))
    means: Floats = (np.add.reduceat(states * weights, begins) / totals).astype(np.float32)
    return means
