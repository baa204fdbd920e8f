"""Measures, and fits, the scoring of pronouns on ambiguous pronouns with two candidate names.

    python benchmarks/pronouns.py --data ../shared/data            F1 on train and dev
    python benchmarks/pronouns.py --data ../shared/data --fit      prints fitted weights as well

F1 is over (pronoun, name) pairs; "he" and "she" are the F1 of pronouns of men and women. The two
names are given to the system as names of people; everything else is found by rule, or with
``--extractor model`` by the trained model, whose antecedents are then weighed too.
"""

import argparse
import gzip
import json
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from whence.extract.blocks import find_blocks
from whence.extract.interface import Extractor, Findings
from whence.extract.mentions import find_mentions
from whence.extract.mentions.sources import make_mention
from whence.extract.neural import NeuralExtractor
from whence.model import Extraction, Mention, MentionForm, MentionKind, Report, Span
from whence.resolve.measures import Situation
from whence.resolve.pronouns import NOBODY, WEIGHTS
from whence.resolve.within import ReportWalk

Passage = dict[str, Any]
Floats = np.ndarray[Any, np.dtype[np.float64]]


class Row(NamedTuple):
    """One passage measured."""

    measures: Floats
    """A line for each chain that the pronoun may mean."""
    numbers: list[int]
    of: dict[str, int]
    """The chain of name A and of name B."""
    passage: Passage


def read_passages(path: Path) -> list[Passage]:
    """The passages of one part of the data."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def with_names(report: Report, mentions: tuple[Mention, ...], given: list[Span]) -> list[Mention]:
    """The mentions with the two given names among them as people."""
    kept = [m for m in mentions if not any(m.span.overlaps(span) and m.head for span in given)]
    for span in given:
        around = next((m for m in mentions if m.head == span), None)
        kept.append(
            make_mention(
                report.id,
                around.span if around else span,
                kind=MentionKind.PERSON,
                form=MentionForm.NAME,
                head=span,
                role=around.role if around else (),
            )
        )
    return sorted(kept, key=lambda mention: mention.span)


def situations_of(
    passage: Passage, extractor: Extractor | None = None
) -> tuple[list[Situation], dict[str, int]]:
    """The situations of the asked pronoun, and which chain each of the two names is in."""
    report = Report(id=passage["id"], text=passage["text"])
    given = [Span(passage[side]["start"], passage[side]["end"]) for side in "AB"]
    findings = extractor.find(report.text, find_blocks(report)) if extractor else Findings()
    found_by_now = find_mentions(report, (), findings.mentions, findings.antecedents)
    mentions = with_names(report, found_by_now, given)
    target = Span(*passage["pronoun"])
    if not any(m.span == target for m in mentions):
        mentions.append(
            make_mention(report.id, target, kind=MentionKind.UNKNOWN, form=MentionForm.PRONOUN)
        )
    walk = ReportWalk(report, Extraction(report=report.id, mentions=tuple(mentions)))
    walk.prepare()
    found: list[Situation] = []
    for reference in walk.references:
        if reference.span == target:
            found = walk.situations(reference)
            break
        walk.visit(reference)
    of = {
        side: walk.chains.of[reference.index].number
        for side, span in zip("AB", given, strict=True)
        for reference in walk.references
        if reference.mention.head == span and reference.index in walk.chains.of
    }
    return found, of


def measure(passages: list[Passage], extractor: Extractor | None = None) -> list[Row]:
    """Every passage with the measures of its chains."""
    rows = []
    for passage in passages:
        situations, of = situations_of(passage, extractor)
        lines = [[each(s) for each, _ in WEIGHTS] for s in situations]
        table = np.array(lines, dtype=np.float64).reshape(len(lines), len(WEIGHTS))
        rows.append(Row(table, [s.chain.number for s in situations], of, passage))
    return rows


def score(rows: list[Row], weights: Floats) -> dict[str, float]:
    """F1, precision and recall over pairs, and F1 by the pronoun's gender."""
    counts = {"he": np.zeros(3), "she": np.zeros(3)}
    for row in rows:
        chosen = None
        if row.numbers:
            chosen = row.numbers[int(np.argmax(row.measures @ weights))]
        start, end = row.passage["pronoun"]
        word = row.passage["text"][start:end].lower()
        count = counts["she" if word in ("she", "her", "hers") else "he"]
        for side in "AB":
            said = chosen is not None and row.of.get(side) == chosen
            gold = row.passage[side]["coref"]
            count += (said and gold, said, gold)
    right, said, gold = counts["he"] + counts["she"]
    return {
        "F1": float(200 * right / (said + gold)),
        "P": float(100 * right / max(1, said)),
        "R": float(100 * right / max(1, gold)),
        **{name: float(200 * c[0] / max(1, c[1] + c[2])) for name, c in counts.items()},
    }


def is_right(number: int | None, row: Row) -> bool:
    """Whether a chain is the right one, or may be where neither name is."""
    true = [row.of.get(side) for side in "AB" if row.passage[side]["coref"]]
    if true:
        return number in true
    return number not in row.of.values()


def pack(rows: list[Row]) -> tuple[Floats, Floats, Floats]:
    """All passages in one table: measures, which lines exist, which are right; "nobody" is last."""
    width = max(len(row.numbers) for row in rows) + 1
    table = np.zeros((len(rows), width, len(WEIGHTS)))
    exists, right = np.zeros((len(rows), width)), np.zeros((len(rows), width))
    for number, row in enumerate(rows):
        size = len(row.numbers)
        table[number, :size] = row.measures
        exists[number, :size] = 1
        right[number, :size] = [is_right(chain, row) for chain in row.numbers]
        exists[number, -1] = 1
        right[number, -1] = is_right(None, row)
    known = right.any(1)
    return table[known], exists[known], right[known]


def fit(
    rows: list[Row], *, steps: int = 400, rate: float = 0.05, decay: float = 0.002
) -> tuple[Floats, float]:
    """Weights, and the score of "nobody", by gradient ascent on the chance of the right chain."""
    table, exists, right = pack(rows)
    prior = np.array([weight for _, weight in WEIGHTS])
    weights, nobody = prior.copy(), NOBODY
    momentum, speed = np.zeros(len(prior) + 1), np.zeros(len(prior) + 1)
    for _ in range(steps):
        scores = table @ weights
        scores[:, -1] = nobody
        scores = np.where(exists > 0, scores, -1e9)
        chance = np.exp(scores - scores.max(1, keepdims=True))
        chance /= chance.sum(1, keepdims=True)
        wanted = chance * right
        wanted /= wanted.sum(1, keepdims=True)
        change = wanted - chance
        slope = np.append(np.einsum("ij,ijk->k", change, table), change[:, -1].sum()) / len(table)
        slope[:-1] -= decay * (weights - prior)
        momentum = 0.9 * momentum + 0.1 * slope
        speed = 0.99 * speed + 0.01 * slope**2
        move = rate * momentum / (np.sqrt(speed) + 1e-4)
        weights, nobody = weights + move[:-1], nobody + float(move[-1])
    return weights, nobody


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--fit", action="store_true", help="fit on train and print the weights")
    parser.add_argument("--extractor", choices=("rules", "model"), default="rules")
    arguments = parser.parse_args()
    extractor = NeuralExtractor() if arguments.extractor == "model" else None
    rows = {
        part: measure(read_passages(arguments.data / "gap" / f"{part}.jsonl.gz"), extractor)
        for part in ("train", "dev")
    }
    weights = np.array([weight for _, weight in WEIGHTS])
    for part, measured in rows.items():
        print(part, {k: round(v, 1) for k, v in score(measured, weights).items()})
    if not arguments.fit:
        return
    fitted, nobody = fit(rows["train"])
    for (each, _), weight in zip(WEIGHTS, fitted, strict=True):
        print(f"    ({each.__name__}, {weight:.2f}),")
    print(f"NOBODY: Final = {nobody:.2f}")
    for part, measured in rows.items():
        print(part, {k: round(v, 1) for k, v in score(measured, fitted).items()})


if __name__ == "__main__":
    main()
