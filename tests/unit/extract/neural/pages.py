"""Texts with names as the encoder might see them, for the rules about names."""

import numpy as np

from whence.extract.neural.encoding import encode
from whence.extract.neural.layout import NAME_TAGS, NAME_TYPES, runs_of
from whence.extract.neural.page import Name, Page
from whence.extract.neural.session import Reading
from whence.extract.neural.viterbi import FORBIDDEN
from whence.extract.neural.wordpiece import WordPieces

VOCABULARY = WordPieces(["[PAD]", "[UNK]", "[unused1]"])


def make_tables() -> np.ndarray:
    """Transitions that forbid only what is no run of tags."""
    size = len(NAME_TAGS)
    tables = np.zeros((6, size, size), np.float32)
    for inside in range(2, size, 2):
        others = [tag for tag in range(size) if tag not in (inside, inside - 1)]
        tables[:, others, inside] = FORBIDDEN
    return tables


def make_reading(text: str, *marks: tuple[str, str, float]) -> Reading:
    """A reading of words with the kinds that they seem to have, and by how much.

    The nth mark of some words is for the nth place where they stand.
    """
    encoded = encode(text, VOCABULARY)
    scores = np.zeros((len(encoded.spans), len(NAME_TAGS)), np.float32)
    scores[:, 0] = 4.0
    reached: dict[str, int] = {}
    for words, kind, strength in marks:
        start = text.index(words, reached.get(words, 0))
        reached[words] = start + len(words)
        first, last = encoded.run_of((start, start + len(words))) or (0, -1)
        for word in range(first, last + 1):
            part = 1 if word == first else 2
            scores[word, part::2] = 4.0
            scores[word, 2 * NAME_TYPES.index(kind) + part] += strength
    return Reading(text=encoded, windows=(), tags=scores, names=scores)


def make_page(text: str, *marks: tuple[str, str, float]) -> tuple[Page, list[Name]]:
    """The page of such a reading, and the names as they are marked."""
    reading = make_reading(text, *marks)
    scores = reading.names.astype(np.float64)
    scores -= np.logaddexp.reduce(scores, axis=1, keepdims=True)
    page = Page(
        text=reading.text,
        lowers=tuple(word.lower() for word in reading.text.surfaces),
        evidence=np.concatenate(
            [scores[:, :1], np.logaddexp(scores[:, 1::2], scores[:, 2::2])], axis=1
        ),
    )
    tags = scores.argmax(1)
    return page, [Name(*run) for run in runs_of(tags)]


def told(page: Page, names: list[Name]) -> list[tuple[str, str]]:
    """The words and the kind of each name."""
    return [(page.surface(name), NAME_TYPES[name.kind]) for name in names]
