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
    means = {content: _mean(reading, at) for content, at in places.items() if len(at)}
    if not means:
        return {}
    vectors = times(np.stack(list(means.values())), heads["meaning.weight"])
    lengths = np.sqrt((vectors * vectors).sum(1, keepdims=True))
    units = (vectors / np.maximum(lengths, np.float32(1e-9))).astype("<f2")
    return {content: unit.tobytes() for content, unit in zip(means, units, strict=True)}


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


def _mean(reading: Reading, pieces: Ints) -> Floats:
    """Mean state of some pieces; what a window cuts off of a word does not count."""
    total = np.zeros(reading.windows[0].states.shape[1], np.float32)
    count = 0
    word = reading.text.word[pieces]
    shown_by = np.stack([reading.margins(each, word, word) for each in reading.windows]).argmax(0)
    for number in np.unique(shown_by).tolist():
        window = reading.windows[number]
        own = pieces[shown_by == number] - window.start
        own = own[own < window.end - window.start]
        total += window.states[own].sum(0)
        count += len(own)
    mean: Floats = total / np.float32(max(1, count))
    return mean
