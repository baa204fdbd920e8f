"""The training run: batches, losses, steps and checkpoints."""

import json
import multiprocessing
import os
import random
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from multiprocessing.synchronize import Barrier
from pathlib import Path

import torch
from torch import Tensor, nn

from training.base import fetch_base, read_vocabulary
from training.corpora import READERS, Document, read_lines
from training.distillation import Teacher, teach_states
from training.losses import losses_of
from training.meaning import teach_meanings
from training.network import Network, Noise, with_weights
from training.pruning import Importance, prune
from training.recipe import Recipe
from training.windows import COMMON_NAMES, Batch, Disturbance, Window, collate, draw_batches
from training.workers import Exchange, common_memory
from whence.extract.neural.wordpiece import WordPieces

TABLES = ("tag_tables", "name_tables", "by_distance", "by_sentence", "by_paragraph", "by_gap")
ENCODER = ("pieces", "positions", "norm", "layers")
REPORT_EVERY = 50
SAVE_EVERY = 100
CHECKPOINT = "checkpoint.pt"
BEGINNING = "begin.pt"
LOOKED_AT = 24  # batches that tell how important heads and neurons are
STYLES = (
    {"“": '"', "”": '"'},
    {"“": "‘", "”": "’"},
    {"“": "«", "”": "»"},
    {'"': "“"},
    {"“": "'", "”": "'"},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a run reads and writes, and on how many threads."""

    data: Path
    base: Path
    folder: Path
    threads: int = 1
    """Threads of each process."""
    workers: int = 2
    """Processes; one if there is a GPU."""
    documents: int | None = None
    """Read only so many documents of each data set."""


def train(recipe: Recipe, place: Place, *, stop_after: int | None = None) -> bool:
    """Whether the run has come to its end; if it was stopped it goes on from its last checkpoint.

    The weights are in the file `checkpoint.pt` of the run's folder.
    """
    place.folder.mkdir(parents=True, exist_ok=True)
    fetch_base(place.base)
    workers = 1 if torch.cuda.is_available() else place.workers
    context = multiprocessing.get_context("spawn")
    network = Network(heads=recipe.heads, inner=recipe.inner)
    shared = common_memory(list(network.parameters()), workers)
    barrier = context.Barrier(workers)
    processes = [
        context.Process(target=_work, args=(rank, shared, barrier, recipe, place, stop_after))
        for rank in range(1, workers)
    ]
    for process in processes:
        process.start()
    ended = _work(0, shared, barrier, recipe, place, stop_after)
    for process in processes:
        process.join()
    return ended


def _work(
    rank: int,
    shared: Tensor,
    barrier: Barrier,
    recipe: Recipe,
    place: Place,
    stop_after: int | None,
) -> bool:
    """What each process does; all hold the same network all the time."""
    torch.set_num_threads(place.threads)
    torch.manual_seed(recipe.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    vocabulary = WordPieces(read_vocabulary(place.base))
    documents = {
        name: list(
            islice(READERS[name](place.data / name / "train.jsonl.gz", vocabulary), place.documents)
        )
        for name, passes in recipe.passes.items()
        if passes
    }
    network = Network(len(vocabulary), recipe.heads, recipe.inner)
    if not recipe.after:
        network.load_base(place.base)
    network.noise = Noise(recipe.dropout)
    network.to(device).train()
    disturbance = _disturbance(recipe, place.data, vocabulary)
    exchange = Exchange(rank, shared, barrier)
    if recipe.meaning_weight:
        documents = teach_meanings(documents, len(vocabulary), place.folder, place.base, exchange)
    teacher = None
    if recipe.states_weight or recipe.scores_weight:
        large = with_weights(weights_before(str(recipe.after), place.folder)).to(device)
        documents = teach_states(documents, large, place.folder, exchange)
        teacher = Teacher(large)
    run = Run(recipe, place.folder, network, documents, disturbance, exchange, teacher)
    return run.finish(stop_after)


def _disturbance(recipe: Recipe, data: Path, vocabulary: WordPieces) -> Disturbance:
    styles = [
        {vocabulary.number(old): vocabulary.number(new) for old, new in style.items()}
        for style in STYLES
    ]
    return Disturbance(recipe, styles, _surnames(data, vocabulary))


def _surnames(data: Path, vocabulary: WordPieces) -> list[int]:
    """Last names of one piece: the commonest of American news, then names of world news."""
    common: Counter[int] = Counter()
    for line in read_lines(data / "polnear" / "train.jsonl.gz"):
        tokens = line["tokens"]
        if not tokens:
            continue
        for start, end, kind in zip(tokens["start"], tokens["end"], tokens["ner"], strict=True):
            if kind == "PERSON":
                common.update(_one_piece(line["text"][start:end], vocabulary))
    others: Counter[int] = Counter()
    for line in read_lines(data / "ner_worldwide" / "train.jsonl.gz"):
        for entity in line["entities"]:
            if entity["type"] == "Person":
                name = line["text"][entity["start"] : entity["end"]].split()[-1:]
                others.update(_one_piece("".join(name), vocabulary))
    first = [piece for piece, _ in common.most_common(COMMON_NAMES)]
    return first + [piece for piece, _ in others.most_common(400) if piece not in first]


def _one_piece(name: str, vocabulary: WordPieces) -> list[int]:
    _, pieces = vocabulary.words(name)
    return [pieces[0][0]] if len(pieces) == 1 and len(pieces[0]) == 1 and name.istitle() else []


class Run:
    """One run over the mixed data."""

    def __init__(
        self,
        recipe: Recipe,
        folder: Path,
        network: Network,
        documents: dict[str, list[Document]],
        disturbance: Disturbance,
        exchange: Exchange,
        teacher: Teacher | None = None,
    ) -> None:
        self.recipe, self.folder, self.network, self.teacher = recipe, folder, network, teacher
        self.documents, self.disturbance, self.exchange = documents, disturbance, exchange
        self.parameters = list(network.parameters())
        self.device = next(network.parameters()).device
        self.optimizer = _optimizer(network, recipe)
        self.rates = [group["lr"] for group in self.optimizer.param_groups]
        sizes = [len(self._round(k)) for k in range(recipe.rounds)]
        self.total = sum(sizes)
        self.last = recipe.last_step or self.total
        self.report = Report(folder / "log.jsonl", self.last, exchange.count)

    def _round(self, number: int) -> list[tuple[Window, ...]]:
        """Batches of one round; the same whenever they are asked for."""
        recipe = self.recipe
        drawn: list[Document] = []
        for name, documents in self.documents.items():
            share = recipe.passes[name] * len(documents) / recipe.rounds
            for k in range(round(number * share), round((number + 1) * share)):
                turn, place = divmod(k, len(documents))
                order = list(range(len(documents)))
                random.Random(f"{recipe.seed} {name} {turn}").shuffle(order)
                drawn.append(documents[order[place]])
        return draw_batches(drawn, recipe, random.Random(f"{recipe.seed} round {number}"))

    def finish(self, stop_after: int | None) -> bool:
        """Train to the end, or for some steps, and save; whether that was the end."""
        done = self._resume()
        step = 0
        for number in range(self.recipe.rounds):
            for windows in self._round(number):
                step += 1
                if step <= done:
                    continue
                self._step(step, windows)
                stops = step == self.last or step - done == stop_after
                if stops or step == self.total or step % SAVE_EVERY == 0:
                    self._save(step)
                if stops:
                    return step == self.last
        return True

    def _step(self, step: int, windows: Sequence[Window]) -> None:
        recipe = self.recipe
        torch.manual_seed(recipe.seed * 1_000_003 + step * 17 + self.exchange.rank)
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * self._share_of_rate(step)
        self.network.frozen = max((n for since, n in recipe.frozen if step >= since), default=0)
        own = self.exchange.share_of(windows)
        if own:
            batch = collate(own)
            self.disturbance.apply(batch)
            rng = random.Random(f"{recipe.seed} step {step}")
            losses = losses_of(self.network, batch, recipe, rng, self.teacher)
            sum(losses.values(), torch.zeros((), device=self.device)).backward()
            if self.exchange.rank == 0:
                self.report.add(step, batch, losses)
        if self.exchange.count > 1:
            self.exchange.average(self.parameters, worked=bool(own))
        nn.utils.clip_grad_norm_(self.parameters, recipe.clip)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)

    def _share_of_rate(self, step: int) -> float:
        """Warm-up, then a straight line to zero, steeper before an early stop."""
        recipe = self.recipe
        left = 1 - (step - 1) / self.total
        if recipe.last_step:
            left *= min(1.0, (recipe.last_step - step + 1) / recipe.cool_down)
        return max(0.01, left) * min(1.0, step / recipe.warm_up)

    def _save(self, step: int) -> None:
        if self.exchange.rank:
            return
        path = self.folder / CHECKPOINT
        state = {
            "step": step,
            "recipe": self.recipe.as_dict(),
            "network": self.network.state_dict(),
            "optimizer": self.optimizer.state_dict(),
        }
        torch.save(state, path.with_suffix(".new"))
        os.replace(path.with_suffix(".new"), path)

    def _resume(self) -> int:
        path = self.folder / CHECKPOINT
        if not path.exists():
            self._begin()
            return 0
        state = torch.load(path, map_location=self.device, weights_only=True)
        if not _same(state["recipe"], self.recipe.as_dict()):
            raise SystemExit(f"{path} comes from other settings; give another folder with --runs")
        self.network.load_state_dict(state["network"])
        self.optimizer.load_state_dict(state["optimizer"])
        return int(state["step"])

    def _begin(self) -> None:
        """Take the weights of the run before, if the recipe names one, cut down to its sizes."""
        if not self.recipe.after:
            return
        path = self.folder / BEGINNING
        if not self.exchange.rank and not path.exists():
            before = with_weights(weights_before(str(self.recipe.after), self.folder)).to(
                self.device
            )
            torch.save(self._cut(before).state_dict(), path)
        self.exchange.wait()
        self.network.load_state_dict(torch.load(path, map_location=self.device, weights_only=True))

    def _cut(self, network: Network) -> Network:
        """The network in the sizes of the recipe."""
        recipe, first = self.recipe, network.layers[0]
        if (first.heads, first.inner) == (recipe.heads, recipe.inner):
            return network
        importance = Importance(network.eval())
        rng = random.Random(f"{recipe.seed} importance")
        batches = self._round(0)
        for windows in rng.sample(batches, min(LOOKED_AT, len(batches))):
            losses = losses_of(network, collate(windows), recipe, rng, self.teacher)
            sum(losses.values(), torch.zeros((), device=self.device)).backward()
        importance.stop()
        print(*importance.shares(recipe.heads, recipe.inner), sep="\n", flush=True)
        return prune(network, importance, recipe.heads, recipe.inner)


def weights_before(name: str, folder: Path) -> dict[str, Tensor]:
    """Weights of the run of that name, which another comes after."""
    path = folder.parent / name / CHECKPOINT
    weights: dict[str, Tensor] = torch.load(path, map_location="cpu", weights_only=True)["network"]
    return weights


def _same(before: dict[str, object], now: dict[str, object]) -> bool:
    """Whether two recipes differ at most in what may be decided on the way: freezing, stopping."""
    free = ("last_step", "cool_down", "frozen")
    return {**before, **dict.fromkeys(free)} == {**now, **dict.fromkeys(free)}


def _optimizer(network: Network, recipe: Recipe) -> torch.optim.Optimizer:
    groups: dict[str, list[nn.Parameter]] = defaultdict(list)
    for name, parameter in network.named_parameters():
        part = name.split(".")[0]
        kind = "table" if part in TABLES else "encoder" if part in ENCODER else "head"
        kind = part if part == "meaning" else kind
        groups[kind].append(parameter)
    rates = {
        "encoder": recipe.rate,
        "head": recipe.head_rate,
        "table": recipe.table_rate,
        "meaning": recipe.meaning_rate,
    }
    return torch.optim.AdamW(
        [
            {
                "params": groups[kind],
                "lr": rate,
                "weight_decay": 0.0 if kind == "table" else recipe.weight_decay,
            }
            for kind, rate in rates.items()
        ],
        fused=True,
    )


class Report:
    """What is written down while a run goes on."""

    def __init__(self, path: Path, total: int, workers: int) -> None:
        self.path, self.total, self.workers = path, total, workers
        self.started, self.first = time.monotonic(), 0
        self.sums: dict[str, float] = defaultdict(float)
        self.counts: dict[str, int] = defaultdict(int)
        self.positions = self.real = 0

    def add(self, step: int, batch: Batch, losses: dict[str, Tensor]) -> None:
        """Count a step, and write a line now and then."""
        self.first = self.first or step
        for name, loss in losses.items():
            self.sums[name] += float(loss.detach())
            self.counts[name] += 1
        self.positions += batch.pieces.numel()
        self.real += int(batch.real.sum())
        if step % REPORT_EVERY and step - self.first != REPORT_EVERY // 5:
            return
        seconds = time.monotonic() - self.started
        pace = seconds / (step - self.first + 1)
        line = {
            "step": step,
            "of": self.total,
            "seconds": round(seconds),
            "left": round(pace * (self.total - step)),
            "pieces_per_second": round(self.workers * self.real / seconds),
            "padding": round(1 - self.real / self.positions, 3),
            **{name: round(self.sums[name] / self.counts[name], 4) for name in sorted(self.sums)},
        }
        with self.path.open("a", encoding="utf-8") as lines:
            lines.write(json.dumps(line) + "\n")
        print(json.dumps(line), flush=True)
        self.sums.clear()
        self.counts.clear()
