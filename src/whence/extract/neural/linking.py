"""Which source and which contents belong to which cue."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from whence.extract.neural.encoding import Ints
from whence.extract.neural.layout import (
    CONTENT,
    CUE,
    SOURCE,
    WIDTH,
    Pieces,
    link_features,
)
from whence.extract.neural.projecting import Heads, project
from whence.extract.neural.session import Reading, Window
from whence.extract.neural.viterbi import Floats

NEVER: Final = np.float32(-1e9)
TABLES: Final = ("by_distance", "by_sentence", "by_paragraph", "by_gap")


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """One attribution as runs of words, with the probability of its links."""

    cue: tuple[int, int]
    source: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    chance: float


def link_runs(reading: Reading, runs: list[tuple[int, int, int]], heads: Heads) -> list[Linked]:
    """Attributions out of runs of words: every content chooses a cue, every cue a source.

    Both may choose none: such a content is dropped, such a cue has no source. A cue without
    content is no attribution.
    """
    cues = [(start, end) for role, start, end in runs if role == CUE]
    sources = [(start, end) for role, start, end in runs if role == SOURCE]
    contents = [(start, end) for role, start, end in runs if role == CONTENT]
    if not cues or not contents:
        return []
    grid = _Grid(reading, cues, heads)
    cue_of, content_chance = _pick(grid.contents(contents))
    source_of, source_chance = _pick(grid.sources(sources))
    found: list[Linked] = []
    for k, cue in enumerate(cues):
        own = np.flatnonzero(cue_of == k)
        if not len(own):
            continue
        chosen = int(source_of[k])
        found.append(
            Linked(
                cue=cue,
                source=sources[chosen] if chosen < len(sources) else None,
                content=tuple(contents[n] for n in own.tolist()),
                chance=float(min(content_chance[own].min(), source_chance[k])),
            )
        )
    return found


def _pick(scores: Floats) -> tuple[Ints, Floats]:
    """The best column of each row and its probability."""
    best = scores.argmax(1)
    rows = np.arange(len(scores))
    spread = np.exp(scores - scores.max(1, keepdims=True))
    return best, spread[rows, best] / spread.sum(1)


class _Grid:
    """Scores of links to the cues of a text, each taken from the window that shows it best."""

    def __init__(self, reading: Reading, cues: Pieces, heads: Heads) -> None:
        self.reading, self.cues, self.heads = reading, cues, heads
        self.cue_ends = np.array(cues, np.int64)

    def _bias(self, dependants: Pieces, part: int) -> Floats:
        features = link_features(self.reading.text, dependants, self.cues, self.cues)
        total = np.zeros((len(dependants), len(self.cues)), np.float32)
        for name, rows in zip(TABLES, features, strict=True):
            total += self.heads[name][part][rows]
        return total

    def _cues_in(self, window: Window) -> tuple[Ints, Ints]:
        margins = self.reading.margins(window, self.cue_ends[:, 0], self.cue_ends[:, 1])
        inside = np.flatnonzero(margins >= 0)
        return inside, margins[inside]

    def _fit(self, dependants: Pieces, part: int) -> Floats:
        """Scores of dependants (rows) and cues (columns), `NEVER` where no window shows both."""
        scores = np.full((len(dependants), len(self.cues)), NEVER, np.float32)
        shown = np.full(scores.shape, -1, np.int64)
        ends = np.array(dependants, np.int64)
        for window in self.reading.windows:
            cues, cue_margin = self._cues_in(window)
            rows, margin = self._begun_in(window, ends)
            if not len(cues) or not len(rows):
                continue
            own = project(self.reading, window, ends[rows], self.heads, "dependant", part)
            heads = project(self.reading, window, self.cue_ends[cues], self.heads, "cue", part)
            fit = own @ heads.T / np.float32(np.sqrt(WIDTH))
            both = np.minimum(margin[:, None], cue_margin[None])
            place = np.ix_(rows, cues)
            better = both > shown[place]
            scores[place] = np.where(better, fit, scores[place])
            shown[place] = np.where(better, both, shown[place])
        return np.where(shown >= 0, scores + self._bias(dependants, part), NEVER)

    def _begun_in(self, window: Window, ends: Ints) -> tuple[Ints, Ints]:
        """Runs that begin inside the window; those that end outside have no margin."""
        last_word = self.reading.last_word(window)
        margins = self.reading.margins(window, ends[:, 0], np.minimum(ends[:, 1], last_word))
        margins = np.where((ends[:, 1] > last_word) & (margins >= 0), 0, margins)
        inside = np.flatnonzero(margins >= 0)
        return inside, margins[inside]

    def contents(self, contents: Pieces) -> Floats:
        """Scores of each content's choice of a cue; the last column is none."""
        none = np.zeros(len(contents), np.float32)
        shown = np.full(len(contents), -1, np.int64)
        ends = np.array(contents, np.int64)
        weight, bias = self.heads["no_cue.weight"][0], self.heads["no_cue.bias"][0]
        for window in self.reading.windows:
            rows, margin = self._begun_in(window, ends)
            better = margin > shown[rows]
            rows, margin = rows[better], margin[better]
            if not len(rows):
                continue
            both = [
                project(self.reading, window, ends[rows], self.heads, "dependant", part)
                for part in (1, 0)
            ]
            none[rows] = np.concatenate(both, 1) @ weight + bias
            shown[rows] = margin
        return np.concatenate([self._fit(contents, 1), none[:, None]], 1)

    def sources(self, sources: Pieces) -> Floats:
        """Scores of each cue's choice of a source; the last column is none."""
        none = np.zeros(len(self.cues), np.float32)
        shown = np.full(len(self.cues), -1, np.int64)
        weight, bias = self.heads["no_source.weight"][0], self.heads["no_source.bias"][0]
        for window in self.reading.windows:
            cues, margin = self._cues_in(window)
            better = margin > shown[cues]
            cues, margin = cues[better], margin[better]
            if not len(cues):
                continue
            ends = self.cue_ends[cues]
            both = [project(self.reading, window, ends, self.heads, "cue", part) for part in (0, 1)]
            none[cues] = np.concatenate(both, 1) @ weight + bias
            shown[cues] = margin
        if not sources:
            return none[:, None]
        return np.concatenate([self._fit(sources, 0).T, none[:, None]], 1)
