"""What sentences and contents mean to the pretrained encoder, which a head learns to repeat.

The encoder that the training begins with puts sentences of like meaning close together (mean of
its last states, scaled to unit length). Learning tags and links would wipe that out; a linear head
on the mean of a span's states, taught with the original's vectors, keeps it (distillation).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn import functional

from training.base import fetch_base
from training.corpora import Document, Run
from training.network import HIDDEN, Network
from training.windows import Batch
from training.workers import Exchange
from whence.extract.neural.encoding import CLASSIFY, NO_PLACE, NO_SHAPE, SEPARATE, Encoding

SHORTEST, LONGEST = 4, 60  # words
EVERY = 3  # of so many sentences one is taught
POSITIONS = 4096
Vectors = npt.NDArray[np.float16]


def teach_meanings(
    documents: dict[str, list[Document]],
    vocabulary: int,
    place: Path,
    base: Path,
    exchange: Exchange,
) -> dict[str, list[Document]]:
    """The documents with spans and what they mean to the pretrained encoder.

    Every process reads its share and leaves it in a file for the others and for later runs.

    Args:
        documents: By data set.
        vocabulary: How many word pieces there are.
        place: Folder for the files.
        base: Folder of the pretrained encoder.
        exchange: What the processes have in common.
    """
    listed = [each for some in documents.values() for each in some if each.views]
    spans = [spans_of(document) for document in listed]
    path = place / f"meanings-{exchange.rank}-of-{exchange.count}.npy"
    if not path.exists():
        own = slice(exchange.rank, None, exchange.count)
        pieces = [
            _pieces(document.text, span)
            for document, some in zip(listed[own], spans[own], strict=True)
            for span in some
        ]
        np.save(path, _read(_teacher(vocabulary, base), pieces))
    exchange.wait()
    taught: dict[int, Document] = {}
    for rank in range(exchange.count):
        vectors = np.load(place / f"meanings-{rank}-of-{exchange.count}.npy")
        start = 0
        for document, some in zip(
            listed[rank :: exchange.count], spans[rank :: exchange.count], strict=True
        ):
            end = start + len(some)
            taught[id(document)] = replace(document, spans=some, meanings=vectors[start:end])
            start = end
    return {
        name: [taught.get(id(document), document) for document in some]
        for name, some in documents.items()
    }


def spans_of(document: Document) -> tuple[Run, ...]:
    """Runs of words whose meaning is taught: unbroken contents, and every third sentence."""
    contents = {link.content[0] for link in document.views[0].links if len(link.content) == 1}
    edges = np.flatnonzero(np.diff(document.text.sentence, prepend=0, append=0)).tolist()
    sentences = {(start, end - 1) for start, end in pairwise(edges)}
    chosen = sorted(contents | set(sorted(sentences)[::EVERY]))
    return tuple(run for run in chosen if SHORTEST <= run[1] - run[0] + 1 <= LONGEST)


def _pieces(text: Encoding, run: Run) -> list[int]:
    start, end = text.pieces_of(run)
    inside = text.pieces[start:end][text.word[start:end] >= 0]
    return [CLASSIFY, *inside.tolist(), SEPARATE]


def _teacher(vocabulary: int, base: Path) -> Network:
    network = Network(vocabulary)
    network.load_base(fetch_base(base))
    return network.eval()


def _read(network: Network, texts: Sequence[list[int]]) -> Vectors:
    """Unit vectors of texts given as pieces."""
    found = np.zeros((len(texts), HIDDEN), np.float16)
    for some in _alike(texts):
        length = max(len(texts[k]) for k in some)
        pieces = torch.zeros(len(some), length, dtype=torch.long)
        real = torch.zeros(len(some), length, dtype=torch.bool)
        for row, k in enumerate(some):
            pieces[row, : len(texts[k])] = torch.tensor(texts[k])
            real[row, : len(texts[k])] = True
        shapes, places = torch.full_like(pieces, NO_SHAPE), torch.full_like(pieces, NO_PLACE)
        with torch.no_grad():
            states = network.states(pieces, shapes, places, real) * real[..., None]
            found[some] = functional.normalize(states.sum(1), dim=-1).numpy().astype(np.float16)
    return found


def _alike(texts: Sequence[list[int]]) -> Iterator[list[int]]:
    """Numbers of texts in batches of like length."""
    batch: list[int] = []
    for k in sorted(range(len(texts)), key=lambda k: len(texts[k])):
        if batch and len(texts[k]) * (len(batch) + 1) > POSITIONS:
            yield batch
            batch = []
        batch.append(k)
    if batch:
        yield batch


def meaning_loss(network: Network, batch: Batch, states: Tensor) -> Tensor:
    """Mean distance (1 - cosine) between the head's vectors and those of the pretrained encoder."""
    rows: list[int] = []
    ends: list[tuple[int, int]] = []
    wanted: list[Vectors] = []
    for row, window in enumerate(batch.windows):
        document = window.document
        for span, vector in zip(document.spans, document.meanings, strict=True):
            start, end = document.text.pieces_of(span)
            if window.start <= start and end <= window.end:
                rows.append(row)
                ends.append((start - window.start + 1, end - window.start + 1))
                wanted.append(vector)
    if not rows:
        return states.new_zeros(())
    sums = functional.pad(states.cumsum(1), (0, 0, 1, 0))
    row, end = torch.tensor(rows), torch.tensor(ends)
    totals = sums[row, end[:, 1]] - sums[row, end[:, 0]]
    target = torch.from_numpy(np.stack(wanted).astype(np.float32)).to(states.device)
    return 1 - functional.cosine_similarity(network.meaning(totals), target).mean()
