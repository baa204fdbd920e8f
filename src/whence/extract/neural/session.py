"""The shipped encoder, and what it sees in a text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from io import BytesIO
from typing import Final

import numpy as np
import onnxruntime

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

WINDOW: Final = 318
OVERLAP: Final = 96
BATCH: Final = 8
FAR: Final = 1_000_000
FOLDER: Final = "data"
MODEL, VOCABULARY, HEADS = "model.onnx", "vocabulary.txt", "heads.npz"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Window:
    """Pieces `start` to `end` of a text, and projections of what the encoder sees in them."""

    start: int
    end: int
    projections: Floats


Seen = tuple[Window, Floats, Floats]  # with its scores of tags and of name tags


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reading:
    """All that the encoder sees in one text."""

    text: Encoding
    windows: tuple[Window, ...]
    tags: Floats  # words x tags: scores from the window that shows most around the word
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
        """The last word that begins inside a window."""
        return int(self.text.word[: window.end].max())


class Encoder:
    """Runs the shipped file; gives the same for the same text, always."""

    def __init__(self, *, threads: int = 2) -> None:
        """Load the files of the package.

        Raises:
            ExtractorError: if one is missing or broken.
        """
        folder = resources.files("whence.extract.neural") / FOLDER
        try:
            model = (folder / MODEL).read_bytes()
            pieces = (folder / VOCABULARY).read_text(encoding="utf-8").splitlines()
            with np.load(BytesIO((folder / HEADS).read_bytes())) as packed:
                self.heads = {name: packed[name].astype(np.float32) for name in packed.files}
            settings = onnxruntime.SessionOptions()
            settings.intra_op_num_threads = threads
            settings.inter_op_num_threads = 1
            # Threads that wait busily take a third more of the processor, and starve others.
            settings.add_session_config_entry("session.intra_op.allow_spinning", "0")
            self._session = onnxruntime.InferenceSession(
                model, settings, providers=["CPUExecutionProvider"]
            )
        except (OSError, ValueError, onnxruntime.capi.onnxruntime_pybind11_state.Fail) as error:
            raise ExtractorError(
                f"The trained model cannot be loaded from {folder} ({error}); install Whence anew"
                " or choose the extractor called rules."
            ) from error
        self.vocabulary = WordPieces(pieces)

    def read(self, texts: Sequence[Encoding]) -> tuple[Reading, ...]:
        """What the encoder sees in each text; texts are cut into overlapping windows.

        Windows of one size run together, so that nothing is padded.
        """
        places = [(k, *each) for k, text in enumerate(texts) for each in _cuts(len(text.pieces))]
        by_size: dict[int, list[int]] = {}
        for n, (_, start, end) in enumerate(places):
            by_size.setdefault(end - start, []).append(n)
        found: dict[int, Seen] = {}
        for group in by_size.values():
            for k in range(0, len(group), BATCH):
                some = group[k : k + BATCH]
                found.update(zip(some, self._run(texts, [places[n] for n in some]), strict=True))
        seen: list[list[Seen]] = [[] for _ in texts]
        for n, place in enumerate(places):
            seen[place[0]].append(found[n])
        return tuple(_stitch(text, own) for text, own in zip(texts, seen, strict=True))

    def _run(
        self, texts: Sequence[Encoding], places: Sequence[tuple[int, int, int]]
    ) -> Iterator[Seen]:
        size = places[0][2] - places[0][1]
        pieces = np.full((len(places), size + 2), SEPARATE, np.int64)
        shapes = np.full(pieces.shape, NO_SHAPE, np.int64)
        marks = np.full(pieces.shape, NO_PLACE, np.int64)
        pieces[:, 0] = CLASSIFY
        for row, (k, start, end) in enumerate(places):
            pieces[row, 1:-1] = texts[k].pieces[start:end]
            shapes[row, 1:-1] = texts[k].shapes[start:end]
            marks[row, 1:-1] = texts[k].places[start:end]
        projections, tags, names = self._session.run(
            ["projections", "tags", "names"], {"pieces": pieces, "shapes": shapes, "places": marks}
        )
        for row, (_, start, end) in enumerate(places):
            window = Window(start=start, end=end, projections=projections[row, 1:-1])
            yield window, tags[row, 1:-1], names[row, 1:-1]


def _cuts(size: int) -> Iterator[tuple[int, int]]:
    start = 0
    while start < size:
        end = min(size, start + WINDOW)
        yield start, end
        if end == size:
            return
        start += WINDOW - OVERLAP


def _stitch(text: Encoding, seen: Sequence[Seen]) -> Reading:
    """Scores of each word from the window that shows most of what is around it."""
    words = len(text.spans)
    best = np.full(words, -1, np.int64)
    tags = np.zeros((words, seen[0][1].shape[1] if seen else 1), np.float32)
    names = np.zeros((words, seen[0][2].shape[1] if seen else 1), np.float32)
    reading = Reading(
        text=text, windows=tuple(window for window, _, _ in seen), tags=tags, names=names
    )
    for window, own_tags, own_names in seen:
        at = np.flatnonzero(text.first[window.start : window.end])
        word = text.word[window.start + at]
        margin = reading.margins(window, word, word)
        better = margin > best[word]
        chosen = word[better]
        best[chosen] = margin[better]
        tags[chosen] = own_tags[at[better]]
        names[chosen] = own_names[at[better]]
    return reading
