"""Measures, and fits, the scoring of pronouns on ambiguous pronouns with two candidate names.

    python benchmarks/pronouns.py --data ../shared/data            F1 on train and dev
    python benchmarks/pronouns.py --data ../shared/data --fit      prints new weights as well

F1 is over (pronoun, name) pairs, all genders together; "bias" is F1 of women over F1 of men. The
two names are given to the system as names of people; everything else is found by rule.
"""

import argparse
import gzip
import json
from pathlib import Path

import numpy as np

from whence.extract.mentions import find_mentions
from whence.extract.mentions.sources import make_mention
from whence.model import Extraction, Mention, MentionForm, MentionKind, Report, Span
from whence.resolve.pronouns import NOBODY, WEIGHTS
from whence.resolve.within import ReportWalk


def read_passages(path: Path) -> list[dict]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def with_names(report: Report, mentions: tuple[Mention, ...], given: list[Span]) -> list[Mention]:
    """The mentions with the two given names among them as people."""
    kept = [m for m in mentions if not any(m.span.overlaps(span) and m.head for span in given)]
    for span in given:
        around = [m for m in mentions if m.head == span]
        role = around[0].role if around else ()
        kept.append(
            make_mention(
                report.id,
                around[0].span if around else span,
                kind=MentionKind.PERSON,
                form=MentionForm.NAME,
                head=span,
                role=role,
            )
        )
    return sorted(kept, key=lambda mention: mention.span)


def situations_of(passage: dict):
    """The situations of the asked pronoun, and which chain each of the two names is in."""
    report = Report(id=passage["id"], text=passage["text"])
    given = [Span(passage[side]["start"], passage[side]["end"]) for side in "AB"]
    mentions = with_names(report, find_mentions(report), given)
    target = Span(*passage["pronoun"])
    if not any(m.span == target for m in mentions):
        mentions.append(
            make_mention(report.id, target, kind=MentionKind.UNKNOWN, form=MentionForm.PRONOUN)
        )
    walk = ReportWalk(report, Extraction(report=report.id, mentions=tuple(mentions)))
    walk.prepare()
    found = []
    for reference in walk.references:
        if reference.span == target:
            found = walk.situations(reference)
            break
        walk.visit(reference)
    of = {}
    for side, span in zip("AB", given, strict=True):
        for reference in walk.references:
            if reference.mention.head == span and reference.index in walk.chains.of:
                of[side] = walk.chains.of[reference.index].number
    return found, of


def features(passages: list[dict]):
    """For each passage: the measures of every chain, the chains of A and B, and the truth."""
    rows = []
    for passage in passages:
        situations, of = situations_of(passage)
        matrix = np.array([[measure(s) for measure, _ in WEIGHTS] for s in situations])
        numbers = [s.chain.number for s in situations]
        rows.append((matrix.reshape(len(situations), len(WEIGHTS)), numbers, of, passage))
    return rows


def score(rows, weights: np.ndarray, nobody: float) -> dict[str, float]:
    counts = {"he": [0, 0, 0], "she": [0, 0, 0]}
    for matrix, numbers, of, passage in rows:
        chosen = None
        if numbers:
            scores = matrix @ weights
            best = int(np.argmax(scores))
            powers = np.exp(np.append(scores, nobody) - max(scores.max(), nobody))
            if powers[best] / powers.sum() >= THRESHOLD:
                chosen = numbers[best]
        start, end = passage["pronoun"]
        word = passage["text"][start:end].lower()
        count = counts["she" if word in ("she", "her", "hers") else "he"]
        for side in "AB":
            said = chosen is not None and of.get(side) == chosen
            gold = passage[side]["coref"]
            count[0] += said and gold
            count[1] += said
            count[2] += gold

    def f1(count):
        return 200 * count[0] / max(1, count[1] + count[2])

    both = [a + b for a, b in zip(counts["he"], counts["she"], strict=True)]
    return {
        "F1": f1(both),
        "P": 100 * both[0] / max(1, both[1]),
        "R": 100 * both[0] / max(1, both[2]),
        "he": f1(counts["he"]),
        "she": f1(counts["she"]),
    }


THRESHOLD = 0.0


def fit(rows, *, steps: int = 600, rate: float = 0.05, decay: float = 0.002):
    """Weights and the score of "nobody" by gradient ascent on the likelihood of the right chain."""
    weights = np.array([weight for _, weight in WEIGHTS])
    nobody = NOBODY
    prior = weights.copy()
    momentum = np.zeros(len(weights) + 1)
    speed = np.zeros(len(weights) + 1)
    for step in range(1, steps + 1):
        gradient = np.zeros(len(weights) + 1)
        for matrix, numbers, of, passage in rows:
            if not numbers:
                continue
            padded = np.vstack([matrix, np.zeros(matrix.shape[1])])
            scores = np.append(matrix @ weights, nobody)
            powers = np.exp(scores - scores.max())
            chance = powers / powers.sum()
            right = np.array([is_right(n, of, passage) for n in (*numbers, None)])
            if not right.any():
                continue
            posterior = chance * right
            posterior /= posterior.sum()
            change = posterior - chance
            gradient[:-1] += change @ padded
            gradient[-1] += change[-1]
        gradient /= len(rows)
        gradient[:-1] -= decay * (weights - prior)
        momentum = 0.9 * momentum + 0.1 * gradient
        speed = 0.99 * speed + 0.01 * gradient**2
        move = rate * momentum / (np.sqrt(speed) + 1e-4)
        weights = weights + move[:-1]
        nobody = nobody + move[-1]
    return weights, float(nobody)


def is_right(number: int | None, of: dict[str, int], passage: dict) -> bool:
    true = [of.get(side) for side in "AB" if passage[side]["coref"]]
    if true:
        return number in true
    return number not in of.values()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--fit", action="store_true")
    arguments = parser.parse_args()
    weights = np.array([weight for _, weight in WEIGHTS])
    rows = {
        part: features(read_passages(arguments.data / "gap" / f"{part}.jsonl.gz"))
        for part in ("train", "dev")
    }
    for part in rows:
        print(part, {k: round(v, 1) for k, v in score(rows[part], weights, NOBODY).items()})
    if arguments.fit:
        fitted, nobody = fit(rows["train"])
        for (measure, _), weight in zip(WEIGHTS, fitted, strict=True):
            print(f"    ({measure.__name__}, {weight:.2f}),")
        print(f"NOBODY: Final = {nobody:.2f}")
        for part in rows:
            print(part, {k: round(v, 1) for k, v in score(rows[part], fitted, nobody).items()})


if __name__ == "__main__":
    main()
