"""Which source and which contents belong to which cue."""

from dataclasses import dataclass
from typing import Final, NamedTuple

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


class _Shown(NamedTuple):
    """Runs that a window shows: their numbers, the pieces around them, projections by part."""

    rows: Ints
    margins: Ints
    parts: dict[int, Floats]


class _Grid:
    """Scores of links to the cues of a text, each taken from the window that shows it best."""

    def __init__(self, reading: Reading, cues: Pieces, heads: Heads) -> None:
        self.reading, self.cues, self.heads = reading, cues, heads
        ends = np.array(cues, np.int64)
        self.shown_cues = [
            self._shown(window, ends, *self._whole_in(window, ends), "cue", (0, 1))
            for window in reading.windows
        ]

    def _bias(self, dependants: Pieces, part: int) -> Floats:
        features = link_features(self.reading.text, dependants, self.cues, self.cues)
        total = np.zeros((len(dependants), len(self.cues)), np.float32)
        for name, rows in zip(TABLES, features, strict=True):
            total += self.heads[name][part][rows]
        return total

    def _shown(
        self,
        window: Window,
        ends: Ints,
        rows: Ints,
        margins: Ints,
        name: str,
        parts: tuple[int, ...],
    ) -> _Shown:
        if not len(rows):
            return _Shown(rows, margins, {})
        projected = project(self.reading, window, ends[rows], self.heads, name, parts)
        return _Shown(rows, margins, dict(zip(parts, projected, strict=True)))

    def _shown_dependants(self, dependants: Pieces, parts: tuple[int, ...]) -> list[_Shown]:
        ends = np.array(dependants, np.int64)
        return [
            self._shown(window, ends, *self._begun_in(window, ends), "dependant", parts)
            for window in self.reading.windows
        ]

    def _whole_in(self, window: Window, ends: Ints) -> tuple[Ints, Ints]:
        """Runs that lie inside the window."""
        margins = self.reading.margins(window, ends[:, 0], ends[:, 1])
        inside = np.flatnonzero(margins >= 0)
        return inside, margins[inside]

    def _begun_in(self, window: Window, ends: Ints) -> tuple[Ints, Ints]:
        """Runs that begin inside the window; those that end outside have no margin."""
        last_word = self.reading.last_word(window)
        margins = self.reading.margins(window, ends[:, 0], np.minimum(ends[:, 1], last_word))
        margins = np.where((ends[:, 1] > last_word) & (margins >= 0), 0, margins)
        inside = np.flatnonzero(margins >= 0)
        return inside, margins[inside]

    def _fit(self, dependants: Pieces, shown: list[_Shown], part: int) -> Floats:
        """Scores of dependants (rows) and cues (columns), `NEVER` where no window shows both."""
        scores = np.full((len(dependants), len(self.cues)), NEVER, np.float32)
        best = np.full(scores.shape, -1, np.int64)
        for own, cues in zip(shown, self.shown_cues, strict=True):
            if not len(cues.rows) or not len(own.rows):
                continue
            fit = own.parts[part] @ cues.parts[part].T / np.float32(np.sqrt(WIDTH))
            both = np.minimum(own.margins[:, None], cues.margins[None])
            place = np.ix_(own.rows, cues.rows)
            better = both > best[place]
            scores[place] = np.where(better, fit, scores[place])
            best[place] = np.where(better, both, best[place])
        return np.where(best >= 0, scores + self._bias(dependants, part), NEVER)

    def _none(self, count: int, shown: list[_Shown], parts: tuple[int, int], name: str) -> Floats:
        """Scores of the choice of none, each from the window that shows the run best."""
        none = np.zeros(count, np.float32)
        best = np.full(count, -1, np.int64)
        weight, bias = self.heads[f"{name}.weight"][0], self.heads[f"{name}.bias"][0]
        for own in shown:
            better = own.margins > best[own.rows]
            rows = own.rows[better]
            if len(rows):
                both = [own.parts[part][better] for part in parts]
                none[rows] = np.concatenate(both, 1) @ weight + bias
                best[rows] = own.margins[better]
        return none

    def contents(self, contents: Pieces) -> Floats:
        """Scores of each content's choice of a cue; the last column is none."""
        shown = self._shown_dependants(contents, (0, 1))
        none = self._none(len(contents), shown, (1, 0), "no_cue")
        return np.concatenate([self._fit(contents, shown, 1), none[:, None]], 1)

    def sources(self, sources: Pieces) -> Floats:
        """Scores of each cue's choice of a source; the last column is none."""
        none = self._none(len(self.cues), self.shown_cues, (0, 1), "no_source")
        if not sources:
            return none[:, None]
        shown = self._shown_dependants(sources, (0,))
        return np.concatenate([self._fit(sources, shown, 0).T, none[:, None]], 1)
