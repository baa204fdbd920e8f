"""What the model's outputs mean: its tags, its name types, and the features of a link."""

from typing import Final

import numpy as np
import numpy.typing as npt

from whence.extract.neural.encoding import Encoding

ROLES: Final = ("source", "cue", "content")
TAGS: Final = ("O", *(f"{part}-{role}" for role in ROLES for part in "BI"))
SOURCE, CUE, CONTENT = 0, 1, 2
NAME_TYPES: Final = (
    "Person",
    "Organization",
    "Location",
    "Facility",
    "NORP",
    "Misc",
    "Product",
    "Date",
    "Money",
)
NAME_TAGS: Final = ("O", *(f"{part}-{kind}" for kind in NAME_TYPES for part in "BI"))
WIDTH: Final = 128
DISTANCES: Final = 20
SENTENCE_GAPS: Final = 7
PARAGRAPH_GAPS: Final = 5
GAPS: Final = 5
_STEPS = np.array([1, 2, 3, 4, 6, 9, 16, 31, 61])

Pieces = list[tuple[int, int]]  # runs of words, both ends included
Grid = npt.NDArray[np.int64]


def runs_of(tags: npt.NDArray[np.int64]) -> list[tuple[int, int, int]]:
    """Runs of words with one role: role, first word, last word; in order of text."""
    begins = np.flatnonzero(tags % 2 == 1)
    runs: list[tuple[int, int, int]] = []
    for start in begins.tolist():
        inside = int(tags[start]) + 1
        end = start + 1
        while end < len(tags) and tags[end] == inside:
            end += 1
        runs.append(((inside - 2) // 2, start, end - 1))
    return runs


def link_features(
    text: Encoding, dependants: Pieces | Grid, heads: Pieces | Grid, between: Pieces | Grid
) -> tuple[Grid, Grid, Grid, Grid]:
    """Rows of the four tables of link biases, for each dependant (row) and head (column).

    They are the distance in words with its side, the difference in sentences and in
    paragraphs, and how many of the runs in `between` begin between the two.
    """
    own, other = np.array(dependants).reshape(-1, 2), np.array(heads).reshape(-1, 2)
    first, last = own[:, :1], own[:, 1:]
    head_first, head_last = other[None, :, 0], other[None, :, 1]
    ahead = np.where(head_first > last, head_first - last, 0)
    distance = np.where(first > head_last, head_last - first, ahead)
    bucket = np.digitize(np.abs(distance), _STEPS) + 10 * (distance < 0)
    sentence = text.sentence[head_first] - text.sentence[first]
    paragraph = text.paragraph[head_first] - text.paragraph[first]
    begins = np.sort(np.array(between, np.int64).reshape(-1, 2)[:, 0])
    lower, upper = np.minimum(last, head_first), np.maximum(first, head_first)
    gaps = np.searchsorted(begins, upper, "left") - np.searchsorted(begins, lower, "right")
    return (
        bucket,
        np.clip(sentence, -3, 3) + 3,
        np.clip(paragraph, -2, 2) + 2,
        np.clip(gaps, 0, GAPS - 1),
    )
