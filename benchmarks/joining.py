"""Measures, and fits, when two sentences of a story say one thing (whence.text.closeness).

    python -m benchmarks.joining            precision and recall of the weights as they are
    python -m benchmarks.joining --fit      the same by weights of the other sets, and the weights

Pairs are sentences of different reports in the invented stories of the tests, one of them at least
a member of a claim of the gold. They say one thing if both are members of one claim. What numbers
or negations bar is not joined.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from whence.compare import compare
from whence.derive.material import index_material
from whence.derive.origins.agreeing import Judge
from whence.derive.origins.sayings import Saying, list_sayings
from whence.extract import extract, pick_extractor
from whence.options import Options
from whence.read import read_reports
from whence.resolve import resolve
from whence.score import read_gold
from whence.score.shapes import Gold
from whence.text.closeness import LEAST_CHANCE, OFFSET, WEIGHTS, Closeness

Floats = np.ndarray[Any, np.dtype[np.float64]]
TESTS = Path(__file__).parent.parent / "tests"
SETS = ("origins", "hearings", "newsrooms", "wires", "bureaus", "rumour")
HALF = 0.5
RIDGE = 1.0
ROUNDS = 30


class Pair(NamedTuple):
    """Two sentences of one story."""

    close: Closeness
    is_barred: bool
    is_one: bool


def list_pairs(folder: Path) -> Iterator[Pair]:
    """The pairs of one story."""
    options = Options()
    extractor = pick_extractor(options)
    reports = read_reports(folder / "manifest.json").reports
    extractions = tuple(extract(each, extractor=extractor, options=options) for each in reports)
    resolution = resolve(reports, extractions)
    material = index_material(
        reports, extractions, resolution, compare(reports, extractions, resolution)
    )
    sayings = list_sayings(material)
    judge = Judge(material, sayings)
    where = {a.id: each.report for each in extractions for a in each.attributions}
    gold = read_gold(folder / "gold.toml", texts={each.id: each.text for each in reports})
    claims = _list_claims(gold, sayings, where)
    for a in sayings:
        for b in sayings:
            if where[a.attribution] == where[b.attribution] or not claims[a.key]:
                continue
            close = judge.closeness(a, b)
            if close is not None:
                is_one = not claims[a.key].isdisjoint(claims[b.key])
                yield Pair(close, judge.is_barred(a, b), is_one)


def _list_claims(
    gold: Gold, sayings: list[Saying], where: dict[str, str]
) -> dict[str, frozenset[int]]:
    """Key of a sentence → numbers of the claims that it is most of, or that are most of it."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, claim in enumerate(gold.origins):
        for member in claim.members:
            cells = member.cells()
            for saying in sayings:
                own = range(*saying.span)
                shared = len(cells.intersection(own))
                if where[saying.attribution] == member.report and shared >= HALF * min(
                    len(own), len(cells)
                ):
                    found[saying.key].add(number)
    return defaultdict(frozenset, {key: frozenset(some) for key, some in found.items()})


def rows_of(pairs: list[Pair]) -> Floats:
    """A line of measures for each pair, and a one for the offset."""
    return np.array([[*(measure(p.close) for measure, _ in WEIGHTS), 1.0] for p in pairs])


def fit(pairs: list[Pair]) -> Floats:
    """Weights of a logistic regression by Newton's method, the offset last."""
    free = [pair for pair in pairs if not pair.is_barred]
    rows, wanted = rows_of(free), np.array([float(pair.is_one) for pair in free])
    weights = np.zeros(rows.shape[1])
    for _ in range(ROUNDS):
        chances = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chances - wanted) + RIDGE * weights
        bend = (rows.T * (chances * (1 - chances))) @ rows + RIDGE * np.eye(len(weights))
        weights = weights - np.linalg.solve(bend, slope)
    return weights


def measure(pairs: list[Pair], weights: Floats) -> str:
    """Precision and recall at the bar."""
    chances = 1 / (1 + np.exp(-rows_of(pairs) @ weights))
    joined = [c >= LEAST_CHANCE and not p.is_barred for c, p in zip(chances, pairs, strict=True)]
    right = sum(pair.is_one for pair, is_joined in zip(pairs, joined, strict=True) if is_joined)
    all_ones = sum(pair.is_one for pair in pairs)
    return f"P {right / max(1, sum(joined)):.3f}  R {right / max(1, all_ones):.3f}  of {all_ones}"


def main() -> None:
    """Print the figures by set."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--fit", action="store_true")
    given = parser.parse_args()
    pairs = {
        name: [p for f in sorted((TESTS / name).rglob("gold.toml")) for p in list_pairs(f.parent)]
        for name in SETS
    }
    shipped = np.array([*(weight for _, weight in WEIGHTS), OFFSET])
    for name in SETS:
        others = [pair for other in SETS if other != name for pair in pairs[other]]
        print(f"{name:10}", measure(pairs[name], fit(others) if given.fit else shipped))
    if given.fit:
        weights = fit([pair for some in pairs.values() for pair in some])
        names = [*(measure.__name__ for measure, _ in WEIGHTS), "offset"]
        print(*(f"{n} {w:.2f}" for n, w in zip(names, weights, strict=True)), sep="  ")


if __name__ == "__main__":
    main()
