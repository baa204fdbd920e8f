"""What a finished, larger network sees in the texts, which a smaller one learns to repeat.

Last states and tag scores are taught together with the gold, in all texts, and alone in news that
nobody has marked (knowledge distillation, Hinton et al. 2015; last states as in Jiao et al. 2020,
TinyBERT). All heads read the last states, so that a network with the same states has the same
links, names, antecedents and meanings.
"""

import copy
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.corpora import Document
from training.network import HIDDEN, Network
from training.windows import Batch
from training.workers import Exchange
from whence.extract.neural.encoding import CLASSIFY, NO_PLACE, NO_SHAPE, SEPARATE, Encoding
from whence.extract.neural.session import cuts

AT_ONCE = 8
States = npt.NDArray[np.float16]


def teach_states(
    documents: dict[str, list[Document]], teacher: Network, place: Path, exchange: Exchange
) -> dict[str, list[Document]]:
    """The documents with what the teacher sees in each of their pieces.

    Every process reads its share and leaves it in a file for the others and for later runs.

    Args:
        documents: By data set.
        teacher: A network with its weights.
        place: Folder for the files.
        exchange: What the processes have in common.
    """
    listed = [each for some in documents.values() for each in some]
    path = place / f"states-{exchange.rank}-of-{exchange.count}.npy"
    if not path.exists():
        _write(teacher.eval(), listed[exchange.rank :: exchange.count], path)
    exchange.wait()
    taught: dict[int, Document] = {}
    for rank in range(exchange.count):
        states = np.load(place / f"states-{rank}-of-{exchange.count}.npy", mmap_mode="r")
        start = 0
        for document in listed[rank :: exchange.count]:
            end = start + len(document.text.pieces)
            taught[id(document)] = replace(document, seen=states[start:end])
            start = end
    return {name: [taught[id(each)] for each in some] for name, some in documents.items()}


def _write(teacher: Network, documents: Sequence[Document], path: Path) -> None:
    size = sum(len(document.text.pieces) for document in documents)
    unfinished = path.with_suffix(".new")
    states = np.lib.format.open_memmap(unfinished, "w+", np.float16, (size, HIDDEN))
    start = 0
    for document in documents:
        for place, seen in _read(teacher, document.text):
            states[start + place : start + place + len(seen)] = seen
        start += len(document.text.pieces)
    states.flush()
    unfinished.rename(path)


def _read(teacher: Network, text: Encoding) -> Iterator[tuple[int, States]]:
    """Stretches of states and where each begins; the middle of an overlap parts two windows."""
    windows = cuts(len(text.pieces))
    for k in range(0, len(windows), AT_ONCE):
        some = windows[k : k + AT_ONCE]
        states = _states(teacher, text, some)
        for number, (start, end) in enumerate(some, k):
            first = (start + windows[number - 1][1]) // 2 if number else 0
            last = (windows[number + 1][0] + end) // 2 if number + 1 < len(windows) else end
            yield first, states[number - k, 1 + first - start : 1 + last - start]


def _states(teacher: Network, text: Encoding, windows: Sequence[tuple[int, int]]) -> States:
    """Last states of windows of one length: windows x pieces with the two marks around."""
    length = windows[0][1] - windows[0][0] + 2
    pieces = torch.full((len(windows), length), SEPARATE)
    shapes, places = torch.full_like(pieces, NO_SHAPE), torch.full_like(pieces, NO_PLACE)
    pieces[:, 0] = CLASSIFY
    for row, (start, end) in enumerate(windows):
        pieces[row, 1:-1] = torch.from_numpy(text.pieces[start:end])
        shapes[row, 1:-1] = torch.from_numpy(text.shapes[start:end])
        places[row, 1:-1] = torch.from_numpy(text.places[start:end])
    device = teacher.tag.weight.device
    with torch.no_grad():
        seen = teacher.states(pieces.to(device), shapes.to(device), places.to(device))
    states: States = seen.cpu().numpy().astype(np.float16)
    return states


class Teacher:
    """The heads that give scores of tags, as the teacher had them."""

    def __init__(self, network: Network) -> None:
        """Keep a copy of the heads of a network."""
        self.tag = copy.deepcopy(network.tag).requires_grad_(False)
        self.name = copy.deepcopy(network.name).requires_grad_(False)

    def losses(self, network: Network, batch: Batch, states: Tensor) -> dict[str, Tensor]:
        """How far the network's states and its scores of tags are from the teacher's."""
        seen, known = (each.to(states.device) for each in _seen(batch))
        heads = (network.tag, self.tag), (network.name, self.name)
        return distances(batch, states, seen, known, heads)


def distances(
    batch: Batch,
    states: Tensor,
    seen: Tensor,
    known: Tensor,
    heads: Sequence[tuple[nn.Module, nn.Module]],
) -> dict[str, Tensor]:
    """How far states, and what heads make of them in words, are from what another network has.

    The distance of states is the mean square of their difference as a share of that of the
    other's; of scores the Kullback-Leibler divergence of a word's tags.

    Args:
        batch: Windows with their words.
        states: Last states of one network.
        seen: Of the other.
        known: Where there are any.
        heads: Each head with the other network's.
    """
    apart = functional.mse_loss(states[known], seen[known]) / seen[known].square().mean()
    rows = torch.arange(len(batch.at))[:, None].expand_as(batch.at)[batch.words]
    words = rows.to(states.device), batch.at[batch.words].to(states.device)
    scores = sum(
        functional.kl_div(
            functional.log_softmax(head(states[words]), -1),
            functional.log_softmax(other(seen[words]), -1),
            reduction="batchmean",
            log_target=True,
        )
        for head, other in heads
    )
    return {"states": apart, "scores": scores}


def _seen(batch: Batch) -> tuple[Tensor, Tensor]:
    """The teacher's states in the windows of a batch, and where there are any."""
    seen = torch.zeros(*batch.pieces.shape, HIDDEN)
    known = torch.zeros(batch.pieces.shape, dtype=torch.bool)
    for row, window in enumerate(batch.windows):
        size = window.end - window.start
        states = window.document.seen[window.start : window.end].astype(np.float32)
        seen[row, 1 : size + 1] = torch.from_numpy(states)
        known[row, 1 : size + 1] = True
    return seen, known
