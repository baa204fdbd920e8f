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

    It is made of the mean of the encoder's last states over all pieces of the content's words,
    each state from the window that shows most around its word. Contents without a word in this
    text have none; nothing has one if the heads lack the matrix that it takes.
    """
    if "meaning.weight" not in heads:
        return {}
    places = {content: _pieces_of(reading.text, content) for content in contents}
    kept = {content: at for content, at in places.items() if len(at)}
    if not kept:
        return {}
    vectors = times(_means(reading, list(kept.values())), heads["meaning.weight"])
    lengths = np.sqrt((vectors * vectors).sum(1, keepdims=True))
    units = (vectors / np.maximum(lengths, np.float32(1e-9))).astype("<f2")
    return {content: unit.tobytes() for content, unit in zip(kept, units, strict=True)}


def _pieces_of(text: Encoding, content: Spans) -> Ints:
    """The pieces of all words of a content; paragraph breaks between them are none."""
    found = []
    for span in content:
        run = text.run_of(span)
        if run:
            after = run[1] + 1
            end = text.first_piece[after] if after < len(text.first_piece) else len(text.pieces)
            at = np.arange(text.first_piece[run[0]], end)
            found.append(at[text.word[at] >= 0])
    return np.concatenate(found) if found else np.zeros(0, np.int64)


def _means(reading: Reading, runs: list[Ints]) -> Floats:
    """Mean state of each run of pieces; what a window cuts off of a word does not count."""
    pieces = np.concatenate(runs)
    word = reading.text.word[pieces]
    shown_by = np.stack([reading.margins(each, word, word) for each in reading.windows]).argmax(0)
    states = np.zeros((len(pieces), reading.windows[0].states.shape[1]), np.float32)
    counted = np.zeros((len(pieces), 1), np.float32)
    for number, window in enumerate(reading.windows):
        at = np.flatnonzero((shown_by == number) & (pieces < window.end))
        states[at] = window.states[pieces[at] - window.start]
        counted[at] = 1
    begins = np.cumsum([0, *(len(run) for run in runs[:-1])])
    counts = np.maximum(np.add.reduceat(counted, begins), np.float32(1))
    means: Floats = (np.add.reduceat(states, begins) / counts).astype(np.float32)
    return means
