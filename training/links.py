"""What the link head learns from: right runs, nearly right ones, and false ones."""

import random
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn import functional

from training.corpora import Link, Run
from training.network import Network, scale
from training.recipe import Recipe
from training.windows import Batch, Window
from whence.extract.neural.layout import CONTENT, CUE, SOURCE, WIDTH, Pieces, link_features, runs_of

IGNORED = -100
Floats = npt.NDArray[np.float32]


def link_losses(
    network: Network,
    batch: Batch,
    scores: Tensor,
    projections: tuple[Tensor, Tensor],
    recipe: Recipe,
    rng: random.Random,
) -> tuple[Tensor, Tensor]:
    """Mean losses of the choice of a source by each cue, and of a cue by each content run."""
    chances = torch.softmax(scores.detach(), -1).cpu().numpy()
    dependant, cue = (each.unbind(0) for each in projections)
    zero = scores.new_zeros(())
    source_loss, content_loss, sources, contents = zero, zero, 0.0, 0
    for row, window in enumerate(batch.windows):
        first, last = window.words
        if last - first < 1:
            continue
        example = _Example(window, chances[row, : last - first + 1], recipe, rng)
        if not example.cues:
            continue
        seen = _Seen(network, dependant[row], cue[row], batch.at[row], first)
        loss, weight = seen.source_loss(example)
        source_loss, sources = source_loss + loss, sources + weight
        if example.contents:
            loss, weight = seen.content_loss(example)
            content_loss, contents = content_loss + loss, contents + int(weight)
    return source_loss / max(sources, 1.0), content_loss / max(contents, 1)


class _Example:
    """The cues, sources and contents of a window that the link head is shown."""

    def __init__(self, window: Window, chances: Floats, recipe: Recipe, rng: random.Random) -> None:
        first, last = window.words
        self.text = window.document.text
        links = window.marks.links
        inside = [a for a in links if a.cue[0] >= first and a.cue[1] <= last]
        gold_cues = [a.cue for a in inside]
        sources = _sources(links, first, last)
        contents, owners = _contents(links, inside, first, last)
        found = runs_of(chances.argmax(-1))
        by_role: list[Pieces] = [[], [], []]
        for role, start, end in found:
            by_role[role].append((start + first, end + first))
        cues, false_cues = _blurred(gold_cues, by_role[CUE], rng)
        shown_sources, false_sources = _blurred(list(sources), by_role[SOURCE], rng)
        shown_contents, false_contents = _blurred(contents, by_role[CONTENT], rng)
        tags = window.marks.tags[first : last + 1]
        false_cues += _likely(chances, tags, CUE, false_cues, len(gold_cues), first, rng)
        false_sources += _likely(chances, tags, SOURCE, false_sources, len(sources), first, rng)
        false_contents += _likely_content(chances, tags, first, last, rng)
        self.cues = cues + false_cues
        self.sources = shown_sources + false_sources
        self.contents = shown_contents + false_contents
        none = len(self.sources)
        number = {run: k for k, run in enumerate(sources)}
        self.chosen = [number.get(a.source, none) if a.source else none for a in inside]
        self.chosen += [none] * len(false_cues)
        self.weights = [float(a.source is None or a.source in number) for a in inside]
        self.weights += [recipe.false_cue_weight] * len(false_cues)
        self.owners = owners + [len(self.cues)] * len(false_contents)


def _sources(links: Sequence[Link], first: int, last: int) -> list[Run]:
    found = {a.source: None for a in links if a.source}
    return [run for run in found if run[0] >= first and run[1] <= last]


def _contents(
    links: Sequence[Link], inside: Sequence[Link], first: int, last: int
) -> tuple[Pieces, list[int]]:
    """Content runs cut to the window, and for each the number of its cue there."""
    number = {id(link): k for k, link in enumerate(inside)}
    contents: Pieces = []
    owners: list[int] = []
    for link in links:
        for start, end in link.content:
            if end >= first and start <= last:
                contents.append((max(start, first), min(end, last)))
                owners.append(number.get(id(link), IGNORED))
    return contents, owners


def _blurred(gold: Pieces, found: Pieces, rng: random.Random) -> tuple[Pieces, Pieces]:
    """Gold runs, half of them with the edges the tagger gave, and found runs that touch none."""
    false: Pieces = []
    instead: dict[int, Run] = {}
    for start, end in found:
        touched = [k for k, (a, b) in enumerate(gold) if a <= end and b >= start]
        if not touched:
            false.append((start, end))
        elif len(touched) == 1:
            instead[touched[0]] = (start, end)
    shown = [
        instead[k] if k in instead and rng.random() < 0.5 else run for k, run in enumerate(gold)
    ]
    return shown, false


def _likely(
    chances: Floats,
    tags: npt.NDArray[np.int64],
    role: int,
    taken: Pieces,
    gold: int,
    first: int,
    rng: random.Random,
) -> Pieces:
    """Single words that the tagger holds most likely to begin the role, and wrongly."""
    chance = chances[:, 2 * role + 1].copy()
    chance[(tags + 1) // 2 == role + 1] = 0
    for start, end in taken:
        chance[start - first : end - first + 1] = 0
    best = np.argsort(-chance, kind="stable")[: max(1, gold // 3) + 2].tolist()
    return [(k + first, k + first) for k in best if rng.random() < 0.5 and chance[k] > 1e-4]


def _likely_content(
    chances: Floats, tags: npt.NDArray[np.int64], first: int, last: int, rng: random.Random
) -> Pieces:
    chance = chances[:, 2 * CONTENT + 1].copy()
    chance[tags != 0] = 0
    best = int(chance.argmax())
    if chance[best] <= 1e-4 or rng.random() > 0.7:
        return []
    return [(best + first, min(last, best + first + rng.randint(0, 6)))]


class _Seen:
    """One window's projections, by words."""

    def __init__(
        self, network: Network, dependant: Tensor, cue: Tensor, at: Tensor, first: int
    ) -> None:
        self.network, self.dependant, self.cue = network, dependant, cue
        self.at, self.first = at, first

    def _ends(self, found: Pieces) -> tuple[Tensor, Tensor]:
        starts = torch.tensor([start - self.first for start, _ in found])
        ends = torch.tensor([end - self.first for _, end in found])
        return self.at[starts], self.at[ends]

    def _vectors(self, projection: Tensor, found: Pieces, part: int) -> Tensor:
        starts, ends = self._ends(found)
        offset = part * 2 * WIDTH
        return (
            projection[starts, offset : offset + WIDTH]
            + projection[ends, offset + WIDTH : offset + 2 * WIDTH]
        )

    def _biases(self, part: int, example: _Example, dependants: Pieces) -> Tensor:
        features = link_features(example.text, dependants, example.cues, example.cues)
        return link_biases(self.network, part, features)

    def source_loss(self, example: _Example) -> tuple[Tensor, float]:
        """Summed loss of the cues' choices of a source, and their weight."""
        for_source = self._vectors(self.cue, example.cues, 0)
        for_content = self._vectors(self.cue, example.cues, 1)
        scores = self.network.no_source(torch.cat([for_source, for_content], -1))
        if example.sources:
            sources = self._vectors(self.dependant, example.sources, 0)
            fit = sources @ for_source.T / scale() + self._biases(0, example, example.sources)
            scores = torch.cat([fit.T, scores], 1)
        weights = torch.tensor(example.weights, device=scores.device)
        chosen = torch.tensor(example.chosen, device=scores.device)
        loss = functional.cross_entropy(scores, chosen, reduction="none")
        return (loss * weights).sum(), float(weights.sum())

    def content_loss(self, example: _Example) -> tuple[Tensor, int]:
        """Summed loss of the content runs' choices of a cue, and their number."""
        for_content = self._vectors(self.cue, example.cues, 1)
        contents = self._vectors(self.dependant, example.contents, 1)
        as_source = self._vectors(self.dependant, example.contents, 0)
        fit = contents @ for_content.T / scale() + self._biases(1, example, example.contents)
        none = self.network.no_cue(torch.cat([contents, as_source], -1))
        owners = torch.tensor(example.owners, device=fit.device)
        loss = functional.cross_entropy(
            torch.cat([fit, none], 1), owners, reduction="sum", ignore_index=IGNORED
        )
        return loss, sum(owner != IGNORED for owner in example.owners)


def link_biases(network: Network, part: int, features: tuple[npt.NDArray[np.int64], ...]) -> Tensor:
    """Learned biases of links with these features; `part` is source, content or antecedent."""
    tables = (network.by_distance, network.by_sentence, network.by_paragraph, network.by_gap)
    total = torch.zeros((), device=tables[0].device)
    for table, rows in zip(tables, features, strict=True):
        total = total + table[part][torch.from_numpy(rows)]
    return total
