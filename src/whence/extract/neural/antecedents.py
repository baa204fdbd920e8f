"""Whom a pronoun stands for, among the names and sources around it."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from whence.extract.neural.encoding import Encoding, Ints
from whence.extract.neural.layout import WIDTH, Pieces, link_features
from whence.extract.neural.linking import TABLES
from whence.extract.neural.projecting import Heads, project
from whence.extract.neural.session import Reading, Window
from whence.extract.neural.viterbi import Floats

PART: Final = 2
PRONOUNS: Final = frozenset(
    "he him his himself she her hers herself they them their theirs themselves".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """One anaphor's choice, by number, with its probability; None if it stands for no candidate."""

    anaphor: int
    candidate: int | None
    chance: float


def find_pronouns(text: Encoding) -> Pieces:
    """The pronouns of the third person, one word each."""
    return [(k, k) for k, word in enumerate(text.surfaces) if word.lower() in PRONOUNS]


def pick_antecedents(
    reading: Reading, anaphors: Pieces, candidates: Pieces, heads: Heads, *, before: bool = True
) -> list[Chosen]:
    """For each anaphor the best of the candidates shown in the window around it.

    Args:
        reading: What the encoder saw.
        anaphors: Runs of words that stand for something.
        candidates: Runs of words that they may stand for.
        heads: Weights of the heads.
        before: Whether a candidate must begin before the anaphor.
    """
    if not anaphors or not candidates:
        return []
    own, other = np.array(anaphors, np.int64), np.array(candidates, np.int64)
    margins = np.stack([reading.margins(w, own[:, 0], own[:, 1]) for w in reading.windows])
    chosen: list[Chosen] = []
    for number, window in enumerate(reading.windows):
        rows = np.flatnonzero((margins.argmax(0) == number) & (margins[number] >= 0))
        seen = np.flatnonzero(reading.margins(window, other[:, 0], other[:, 1]) >= 0)
        if len(rows) and len(seen):
            fit = _fit(reading, window, own[rows], other[seen], heads)
            scores = fit + _bias(reading.text, own[rows], other[seen], heads)
            if before:
                late = other[seen, 0][None] >= own[rows, 0][:, None]
                scores[:, :-1][late] = -np.inf
            chosen += _choices(scores, rows, seen)
    return sorted(chosen, key=lambda each: each.anaphor)


def _choices(scores: Floats, rows: Ints, seen: Ints) -> list[Chosen]:
    spread = np.exp(scores - scores.max(1, keepdims=True))
    spread /= spread.sum(1, keepdims=True)
    best = spread.argmax(1)
    return [
        Chosen(
            anaphor=int(row),
            candidate=int(seen[column]) if column < len(seen) else None,
            chance=float(spread[k, column]),
        )
        for k, (row, column) in enumerate(zip(rows, best, strict=True))
    ]


def _fit(
    reading: Reading, window: Window, anaphors: Ints, candidates: Ints, heads: Heads
) -> Floats:
    """Fit of each anaphor (row) and candidate (column); the last column is none of them."""
    (own,) = project(reading, window, anaphors, heads, "anaphor")
    (others,) = project(reading, window, candidates, heads, "antecedent")
    none = own @ heads["no_antecedent.weight"][0] + heads["no_antecedent.bias"][0]
    return np.concatenate([own @ others.T / np.float32(np.sqrt(WIDTH)), none[:, None]], 1)


def _bias(text: Encoding, anaphors: Ints, candidates: Ints, heads: Heads) -> Floats:
    """Learned biases of the same pairs; none has no bias."""
    total = np.zeros((len(anaphors), len(candidates) + 1), np.float32)
    features = link_features(text, candidates, anaphors, candidates)
    for name, rows in zip(TABLES, features, strict=True):
        total[:, :-1] += heads[name][PART][rows].T
    return total
