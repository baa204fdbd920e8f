"""The shipped encoder, and what it sees in a text."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib import resources
from io import BytesIO
from typing import Final

import numpy as np
import onnxruntime
from onnxruntime.capi import onnxruntime_pybind11_state as pybind11_state

from whence.errors import ExtractorError
from whence.extract.neural.encoding import (
    CLASSIFY,
    NO_PLACE,
    NO_SHAPE,
    SEPARATE,
    Encoding,
    Ints,
)
from whence.extract.neural.viterbi import Floats
from whence.extract.neural.wordpiece import WordPieces

WINDOW: Final = 352
OVERLAP: Final = 64
FAR: Final = 1_000_000
FOLDER: Final = "data"
MODEL, VOCABULARY, HEADS = "model.onnx", "vocabulary.txt", "heads.npz"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Window:
    """Pieces `start` to `end` of a text, and the encoder's last states of them."""

    start: int
    end: int
    states: Floats


_BROKEN: Final = (pybind11_state.Fail, pybind11_state.InvalidProtobuf, pybind11_state.NoSuchFile)

Seen = tuple[Window, Floats, Floats]  # with its scores of tags and of name tags


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reading:
    """All that the encoder sees in one text."""

    text: Encoding
    windows: tuple[Window, ...]
    tags: Floats  # words x tags: scores averaged over windows, by what each shows around the word
    names: Floats  # words x name tags

    def margins(self, window: Window, first: Ints, last: Ints) -> Ints:
        """Pieces around each run of words inside a window, -1 where it is not inside.

        The beginning and the end of the text count as far away.
        """
        starts, ends = self.text.first_piece[first], self.text.first_piece[last]
        before = starts - window.start + (FAR if window.start == 0 else 0)
        after = window.end - 1 - ends + (FAR if window.end == len(self.text.pieces) else 0)
        inside = (starts >= window.start) & (starts < window.end) & (ends < window.end)
        return np.where(inside, np.minimum(before, after), -1)

    def last_word(self, window: Window) -> int:
        """The last word that begins inside a window; a break may be its last piece."""
        return int(self.text.word[max(0, window.end - 2) : window.end].max())


class Encoder:
    """Runs the shipped file; gives the same for the same text, always."""

    def __init__(self, *, threads: int = 2) -> None:
        """Load the files of the package.

        Args:
            threads: How many windows are read at a time, each on a thread of its own.

        Raises:
            ExtractorError: if one is missing or broken.
        """
        folder = resources.files("whence.extract.neural") / FOLDER
        try:
            pieces = (folder / VOCABULARY).read_text(encoding="utf-8").splitlines()
            with np.load(BytesIO((folder / HEADS).read_bytes())) as packed:
                self.heads = {name: packed[name].astype(np.float32) for name in packed.files}
            with resources.as_file(folder / MODEL) as path:
                self._session = onnxruntime.InferenceSession(
                    str(path), _settings(), providers=["CPUExecutionProvider"]
                )
        except (OSError, ValueError, *_BROKEN) as error:
            raise ExtractorError(
                f"The trained model cannot be loaded from {folder} ({error}); install Whence anew"
                " or choose the extractor called rules."
            ) from error
        self.vocabulary = WordPieces(pieces)
        self._workers = ThreadPoolExecutor(threads) if threads > 1 else None

    def read(self, texts: Sequence[Encoding]) -> tuple[Reading, ...]:
        """What the encoder sees in each text; texts are cut into overlapping windows.

        Every window is read by itself: nothing is padded, and what else is read changes nothing.
        """
        places = [(text, *each) for text in texts for each in cuts(len(text.pieces))]
        run = self._workers.map if self._workers and len(places) > 1 else map
        found = iter(run(self._run, places))
        return tuple(stitch(text, [next(found) for _ in cuts(len(text.pieces))]) for text in texts)

    def _run(self, place: tuple[Encoding, int, int]) -> Seen:
        text, start, end = place
        pieces = np.full((1, end - start + 2), SEPARATE, np.int64)
        shapes = np.full(pieces.shape, NO_SHAPE, np.int64)
        marks = np.full(pieces.shape, NO_PLACE, np.int64)
        pieces[0, 0] = CLASSIFY
        pieces[0, 1:-1] = text.pieces[start:end]
        shapes[0, 1:-1] = text.shapes[start:end]
        marks[0, 1:-1] = text.places[start:end]
        states, tags, names = self._session.run(
            ["states", "tags", "names"], {"pieces": pieces, "shapes": shapes, "places": marks}
        )
        window = Window(start=start, end=end, states=states[0, 1:-1])
        return window, tags[0, 1:-1], names[0, 1:-1]


def _settings() -> onnxruntime.SessionOptions:
    """How the file is run: as it lies there, on the thread that asks.

    The graph is optimised when it is exported. Threads of ours read whole windows; that takes
    less of the processor than sharing out each product, and no thread ever waits busily.
    """
    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = 1
    settings.inter_op_num_threads = 1
    settings.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    settings.enable_mem_pattern = False  # windows differ in length
    return settings


def cuts(size: int) -> list[tuple[int, int]]:
    """First piece and end of each window of a text of so many pieces, all of about one length."""
    if size <= WINDOW:
        return [(0, size)] if size else []
    count = -(-(size - OVERLAP) // (WINDOW - OVERLAP))
    length = -(-(size + (count - 1) * OVERLAP) // count)
    starts = [k * (size - length) // (count - 1) for k in range(count)]
    return [(start, start + length) for start in starts]


def stitch(text: Encoding, seen: Sequence[Seen]) -> Reading:
    """Scores of each word, averaged over its windows by how much each shows around it."""
    words = len(text.spans)
    total = np.zeros((words, 1), np.float32)
    tags = np.zeros((words, seen[0][1].shape[1] if seen else 1), np.float32)
    names = np.zeros((words, seen[0][2].shape[1] if seen else 1), np.float32)
    reading = Reading(
        text=text, windows=tuple(window for window, _, _ in seen), tags=tags, names=names
    )
    for window, own_tags, own_names in seen:
        at = np.flatnonzero(text.first[window.start : window.end])
        word = text.word[window.start + at]
        margin = reading.margins(window, word, word)
        shown = (np.minimum(margin, OVERLAP) + 1).astype(np.float32)[:, None]
        tags[word] += shown * own_tags[at]
        names[word] += shown * own_names[at]
        total[word] += shown
    read = total[:, 0] > 0
    tags[read] /= total[read]
    names[read] /= total[read]
    return reading
