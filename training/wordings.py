"""What contents mean, learned from what outlets write when they say the same in other words.

The stories of `training/wordings` are dealt out to made-up reports, so that every wording stands
among others as contents do in the news. A content's vector is the mean of its pieces' states, each
weighed by how much it tells, led through a matrix. Vectors of one claim are drawn together and away
from all other claims of the story (supervised contrastive learning, Khosla et al. 2020). In news
beside it all states and scores of tags stay what they were before, and the weights go back
some of the way that they went.
"""

import copy
import random
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

import torch
from torch import Tensor, nn

from training.base import read_vocabulary
from training.corpora import READERS, Document
from training.distillation import distances
from training.network import Network, Noise, with_weights
from training.recipe import PLAIN, Tuning
from training.run import CHECKPOINT, Place, Report, weights_before
from training.tales import TRAIN, Told, deal, read_tales
from training.windows import Batch, Window, collate, draw_windows
from whence.extract.neural.encoding import encode
from whence.extract.neural.wordpiece import WordPieces

HEAD = ("meaning", "telling")
Weights = Mapping[str, Tensor]


def tune(tuning: Tuning, place: Place) -> None:
    """Teach the network of the run before what wordings mean, and save it in a run of its own."""
    place.folder.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(place.threads * place.workers)
    torch.manual_seed(tuning.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    vocabulary = WordPieces(read_vocabulary(place.base))
    before = with_weights(weights_before(tuning.after, place.folder)).to(device).eval()
    network = copy.deepcopy(before).train()
    before.requires_grad_(False)
    network.noise = Noise(tuning.dropout)
    network.pieces.requires_grad_(False)
    news = _read_news(tuning, place, vocabulary)
    optimizer = torch.optim.AdamW(
        [
            {"params": _of_head(network, is_head=False), "lr": tuning.rate},
            {"params": _of_head(network, is_head=True), "lr": tuning.head_rate},
        ],
        weight_decay=tuning.weight_decay,
    )
    rates = [group["lr"] for group in optimizer.param_groups]
    batches = list(_draw_tales(tuning, vocabulary))[: place.documents]
    report = Report(place.folder / "log.jsonl", len(batches), 1)
    for step, told in enumerate(batches, 1):
        share = min(1.0, step / tuning.warm_up) * (1 - (step - 1) / len(batches))
        for group, rate in zip(optimizer.param_groups, rates, strict=True):
            group["lr"] = rate * share
        batch = collate([window for window, _ in told])
        claims = [claim for _, some in told for claim in some]
        losses = {
            "meanings": contrast(network, batch, claims, tuning.temperature),
            **_changes(network, before, collate(next(news)), tuning),
        }
        sum(losses.values(), torch.zeros((), device=device)).backward()
        nn.utils.clip_grad_norm_(network.parameters(), tuning.clip)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        report.add(step, batch, losses)
    weights = blend(before.state_dict(), network.state_dict(), tuning.share)
    torch.save({"network": weights}, place.folder / CHECKPOINT)


def blend(before: Weights, after: Weights, share: float) -> Weights:
    """Weights between those before and those after, but for the head's, which are those after.

    On the straight line between the two a network keeps most of what it learned, and gets back what
    it forgot (Wortsman et al. 2022, WiSE-FT).
    """
    return {
        name: value if name.startswith(HEAD) else torch.lerp(before[name], value, share)
        for name, value in after.items()
    }


def _of_head(network: Network, *, is_head: bool) -> list[nn.Parameter]:
    return [
        parameter
        for name, parameter in network.named_parameters()
        if parameter.requires_grad
        and (name.startswith(HEAD) is is_head)
        and (is_head or name.startswith(("positions", "norm", "layers")))
    ]


def _read_news(tuning: Tuning, place: Place, vocabulary: WordPieces) -> Iterator[list[Window]]:
    """Batches of windows of news, without end."""
    documents = [
        document
        for name in tuning.news
        for document in islice(
            READERS[name](place.data / name / "train.jsonl.gz", vocabulary), tuning.documents
        )
    ]
    rng = random.Random(f"{tuning.seed} news")
    windows: list[Window] = []
    while True:
        while len(windows) < tuning.windows:
            document = rng.choice(documents)
            windows += draw_windows(document, 0, tuning.length, rng)
        yield windows[: tuning.windows]
        windows = windows[tuning.windows :]


_Batch = list[tuple[Window, list[int]]]


def _draw_tales(tuning: Tuning, vocabulary: WordPieces) -> Iterator[_Batch]:
    """Windows of some stories' reports with the claim that each of their stretches tells."""
    tales = read_tales(TRAIN)
    rng = random.Random(f"{tuning.seed} tales")
    for _ in range(tuning.passes):
        order = rng.sample(range(len(tales)), len(tales))
        for k in range(0, len(order), tuning.tales):
            yield [
                _window(told, 1000 * number, vocabulary)
                for number in order[k : k + tuning.tales]
                for told in deal(tales[number], rng)
            ]


def _window(told: Told, first: int, vocabulary: WordPieces) -> tuple[Window, list[int]]:
    text = encode(told.text, vocabulary)
    known = [
        (run, first + claim)
        for span, claim in zip(told.spans, told.claims, strict=True)
        if (run := text.run_of(span))
    ]
    document = Document(task=PLAIN, text=text, spans=tuple(run for run, _ in known))
    window = Window(document=document, view=0, start=0, end=len(text.pieces))
    return window, [claim for _, claim in known]


def contrast(network: Network, batch: Batch, claims: Sequence[int], temperature: float) -> Tensor:
    """How far the vectors of one claim lie from each other, against those of all other claims.

    Args:
        network: Gives states and vectors.
        batch: Windows whose documents' spans are the wordings, in order.
        claims: What claim each of these tells.
        temperature: What cosines are divided by.
    """
    device = network.tag.weight.device
    inputs = (batch.pieces, batch.shapes, batch.places, batch.real)
    states = network.states(*(each.to(device) for each in inputs))
    vectors = network.meanings(states, _places(batch).to(device))
    itself = torch.eye(len(claims), dtype=torch.bool, device=device)
    scores = (vectors @ vectors.T / temperature).masked_fill(itself, -1e4)
    told = torch.tensor(claims, device=device)
    same = (told[:, None] == told) & ~itself
    chances = scores - scores.logsumexp(1, keepdim=True)
    return -((chances * same).sum(1) / same.sum(1).clamp(min=1))[same.any(1)].mean()


def _places(batch: Batch) -> Tensor:
    """Where in the flattened batch the pieces of each span stand; -1 fills up."""
    length = batch.pieces.shape[1]
    rows = []
    for row, window in enumerate(batch.windows):
        for span in window.document.spans:
            start, end = window.document.text.pieces_of(span)
            rows.append(torch.arange(start, end) + row * length + 1)
    return nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_value=-1)


def _changes(network: Network, before: Network, batch: Batch, tuning: Tuning) -> dict[str, Tensor]:
    """How far states and scores of tags in news have come from what they were."""
    device = network.tag.weight.device
    inputs = [each.to(device) for each in (batch.pieces, batch.shapes, batch.places, batch.real)]
    with torch.no_grad():
        seen = before.states(*inputs)
    states = network.states(*inputs)
    heads = (network.tag, before.tag), (network.name, before.name)
    apart = distances(batch, states, seen, batch.real.to(device), heads)
    return {
        "states": tuning.states_weight * apart["states"],
        "scores": tuning.scores_weight * apart["scores"],
    }
