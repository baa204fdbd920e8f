"""Windows of documents, drawn anew each round, and batches of them."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from training.corpora import Document, View
from training.recipe import ATTRIBUTION, COREFERENCE, Recipe
from whence.extract.neural.encoding import (
    CLASSIFY,
    MASK,
    NO_PLACE,
    NO_SHAPE,
    PARAGRAPH,
    SEPARATE,
)

SHORTEST = 8
CHUNK = 24


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Window:
    """Pieces `start` to `end` of a document, as one person marked it."""

    document: Document
    view: int
    start: int
    end: int

    @property
    def marks(self) -> View:
        """That person's marks."""
        return self.document.views[self.view]

    @property
    def words(self) -> tuple[int, int]:
        """First and last word that begin inside the window; the last is smaller if none does."""
        text = self.document.text
        inside = np.flatnonzero(text.first[self.start : self.end])
        if not len(inside):
            return 0, -1
        ends = self.start + inside[[0, -1]]
        return int(text.word[ends[0]]), int(text.word[ends[1]])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Batch:
    """Windows of one task as tensors; `at` and the rows after it run over words."""

    task: str
    windows: Sequence[Window]
    pieces: Tensor
    shapes: Tensor
    places: Tensor
    real: Tensor
    at: Tensor
    words: Tensor
    gold: Tensor
    crossing: Tensor


def draw_windows(document: Document, view: int, length: int, rng: random.Random) -> list[Window]:
    """The document cut into windows; the first has a random length, so that edges move."""
    text = document.text
    size = len(text.pieces)
    found: list[Window] = []
    start = 0
    limit = rng.randint(length // 3, length) - 2
    if document.task == COREFERENCE:
        limit = length - 2
    while start < size:
        end = min(size, start + limit)
        if end < size:
            breaks = np.flatnonzero(
                text.pieces[start + int(0.6 * limit) + 1 : end + 1] == PARAGRAPH
            )
            if len(breaks):
                end = start + int(0.6 * limit) + 1 + int(breaks[-1])
        if end - start > SHORTEST:
            found.append(Window(document=document, view=view, start=start, end=end))
        start = end
        limit = length - 2
    return found


def draw_batches(
    documents: Sequence[Document], recipe: Recipe, rng: random.Random
) -> list[tuple[Window, ...]]:
    """All windows of one round in batches of one task each, in random order."""
    groups: dict[tuple[str, int], list[Window]] = {}
    for document in documents:
        length = rng.choice(recipe.lengths)
        if document.task == ATTRIBUTION and rng.random() < recipe.short_share:
            length = recipe.short_length
        view = rng.randrange(len(document.views)) if document.views else 0
        if view and rng.random() < 0.5:
            view = 0
        windows = draw_windows(document, view, length, rng)
        groups.setdefault((document.task, length), []).extend(windows)
    batches: list[tuple[Window, ...]] = []
    for windows in groups.values():
        rng.shuffle(windows)
        batches.extend(_batches(windows, recipe.positions))
    rng.shuffle(batches)
    return batches


def _batches(windows: list[Window], positions: int) -> list[tuple[Window, ...]]:
    """Windows of like size together, so that little is padded."""
    longest = max(window.end - window.start for window in windows) + 2
    chunk = max(1, positions // longest) * CHUNK
    found: list[tuple[Window, ...]] = []
    for k in range(0, len(windows), chunk):
        some = sorted(windows[k : k + chunk], key=lambda each: each.end - each.start)
        batch: list[Window] = []
        for window in some:
            if batch and (window.end - window.start + 2) * (len(batch) + 1) > positions:
                found.append(tuple(batch))
                batch = []
            batch.append(window)
        found.append(tuple(batch))
    return found


def collate(windows: Sequence[Window]) -> Batch:
    """The windows as padded tensors."""
    count = len(windows)
    length = -(-(max(w.end - w.start for w in windows) + 2) // 8) * 8
    pieces = np.zeros((count, length), np.int64)
    shapes = np.full((count, length), NO_SHAPE)
    places = np.full((count, length), NO_PLACE)
    real = np.zeros((count, length), np.bool_)
    places_of_words = []
    for row, window in enumerate(windows):
        text, inside = window.document.text, slice(window.start, window.end)
        size = window.end - window.start
        pieces[row, 0], pieces[row, size + 1] = CLASSIFY, SEPARATE
        pieces[row, 1 : size + 1] = text.pieces[inside]
        shapes[row, 1 : size + 1] = text.shapes[inside]
        places[row, 1 : size + 1] = text.places[inside]
        real[row, : size + 2] = True
        places_of_words.append(np.flatnonzero(text.first[inside]) + 1)
    most = max(1, max(len(each) for each in places_of_words))
    at = np.zeros((count, most), np.int64)
    words = np.zeros((count, most), np.bool_)
    gold = np.zeros((count, most), np.int64)
    crossing = np.zeros((count, most), np.int64)
    for row, (window, place) in enumerate(zip(windows, places_of_words, strict=True)):
        first, last = window.words
        at[row, : len(place)] = place
        words[row, : len(place)] = True
        crossing[row, : len(place)] = window.document.text.crossing[first : last + 1]
        if window.document.views:
            tags = window.marks.tags[first : last + 1].copy()
            if len(tags) and tags[0] and tags[0] % 2 == 0:
                tags[0] -= 1
            gold[row, : len(place)] = tags
    arrays = (pieces, shapes, places, real, at, words, gold, crossing)
    names = ("pieces", "shapes", "places", "real", "at", "words", "gold", "crossing")
    tensors = {name: torch.from_numpy(array) for name, array in zip(names, arrays, strict=True)}
    return Batch(task=windows[0].document.task, windows=windows, **tensors)


class Disturbance:
    """Changes to a batch that leave its gold right: hidden pieces, other marks, other names."""

    def __init__(
        self, recipe: Recipe, styles: Sequence[dict[int, int]], names: Sequence[int]
    ) -> None:
        """Take the quotation styles (piece to piece) and surnames of one piece, commonest first."""
        self._recipe = recipe
        self._styles = styles
        self._names = np.array(names)

    def apply(self, batch: Batch) -> None:
        """Change the batch in place; what is drawn depends on torch's seed alone."""
        recipe, pieces = self._recipe, batch.pieces
        chances = torch.rand(len(pieces), 4).tolist()
        for row, (restyle, style, rename, seed) in enumerate(chances):
            if restyle < recipe.restyled:
                self._exchange(pieces[row], self._styles[int(style * len(self._styles))])
            if rename < recipe.renamed and batch.task == ATTRIBUTION:
                self._rename(pieces[row], random.Random(seed))
        hidden = (torch.rand(pieces.shape) < recipe.masked) & batch.real & (pieces > MASK)
        pieces[hidden] = MASK
        blank = (torch.rand(pieces.shape) < recipe.masked) & batch.real
        batch.shapes[blank] = NO_SHAPE

    def _exchange(self, row: Tensor, style: dict[int, int]) -> None:
        original = row.clone()
        for old, new in style.items():
            row[original == old] = new

    def _rename(self, row: Tensor, rng: random.Random) -> None:
        common, others = self._names[:COMMON_NAMES], self._names[COMMON_NAMES:]
        self._exchange(row, {int(old): int(rng.choice(others)) for old in common})


COMMON_NAMES = 24
