"""Measures near-verbatim pairs against counted overlaps, and against a check of them by eye.

    python -m benchmarks.reuse --data ../shared/data
    python -m benchmarks.reuse --data ../shared/data --show     lists the pairs that differ

A pair is near-verbatim by count if half of the shorter text's five-word runs, or more, stand in the
other too, quotations included. The system asks besides that 30 of the shared words stand outside
quotations. Pairs near the bar were looked at as well, and there every pair that the system joins
counts, copied passages too: ``COPIES`` and ``NO_COPIES`` are the pairs where the eye and the count
differ (rumours, dev).
"""

import argparse
import csv
import gzip
import io
import json
from pathlib import Path
from typing import Any

from whence.derive.material import index_material
from whence.derive.stemma.passages import SharedText, find_shared_texts, list_words
from whence.derive.stemma.reuse import has_copied_passage, is_near_verbatim
from whence.extract.blocks import find_blocks
from whence.extract.quotations import find_quotations
from whence.model import Comparison, Extraction, Resolution
from whence.read import read_reports

Pair = frozenset[str]
BAR = 0.5


def _pairs(*pairs: str) -> frozenset[Pair]:
    return frozenset(frozenset(f"train-{number}" for number in pair.split()) for pair in pairs)


COPIES = _pairs(
    "130 1401",
    "1401 2251",
    "155 475",
    "1690 756",
    "1739 900",
    "2207 2531",
    "654 805",
    "1170 468",
    "1085 1271",
    "2133 475",
)
"""Below the bar, and yet passages of 60 to 200 words are copied."""
NO_COPIES = _pairs("1214 16", "1214 618", "16 618", "1981 650", "1547 2171")
"""Above the bar, but what is shared is one speaker's statement or a letter printed in full."""


def read_gold(path: Path) -> dict[Pair, float]:
    """The share of the shorter text that each counted pair has in common."""
    with path.open(encoding="utf-8", newline="") as lines:
        return {
            frozenset((row["a"], row["b"])): max(float(row["share_of_a"]), float(row["share_of_b"]))
            for row in csv.DictReader(lines, delimiter="\t")
        }


def read_groups(path: Path) -> list[list[dict[str, Any]]]:
    """The articles of each story."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["articles"] for line in lines]


def find_shared(articles: list[dict[str, Any]]) -> tuple[SharedText, ...]:
    """What every two articles of one story share outside quotations."""
    lines = "\n".join(json.dumps({"id": a["id"], "text": a["text"]}) for a in articles)
    reports = read_reports("-", stdin=io.BytesIO(lines.encode())).reports
    extractions = tuple(
        Extraction(report=r.id, quotations=find_quotations(r.text, find_blocks(r))) for r in reports
    )
    return find_shared_texts(
        list_words(index_material(reports, extractions, Resolution(), Comparison()))
    )


def print_scores(name: str, found: set[Pair], wanted: set[Pair]) -> None:
    """Precision, recall and F1 of the pairs found."""
    right = len(found & wanted)
    precision, recall = right / max(1, len(found)), right / max(1, len(wanted))
    f1 = 2 * right / max(1, len(found) + len(wanted))
    print(
        f"{name:10} found {len(found):4} wanted {len(wanted):4}"
        f"  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"
    )


def main() -> None:
    """Prints the scores of one part of the rumours."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--part", choices=("dev", "train"), default="dev")
    parser.add_argument("--show", action="store_true", help="list the pairs that differ")
    options = parser.parse_args()
    gold = read_gold(options.data / "fnc" / f"reuse_{options.part}.tsv")
    shared: dict[Pair, SharedText] = {}
    for articles in read_groups(options.data / "fnc" / f"{options.part}.jsonl.gz"):
        shared |= {frozenset((text.a, text.b)): text for text in find_shared(articles)}
    found = {pair for pair, text in shared.items() if is_near_verbatim(text)}
    counted = {pair for pair, share in gold.items() if share >= BAR}
    print_scores("by count", found, counted)
    if options.part == "dev":
        joined = found | {pair for pair, text in shared.items() if has_copied_passage(text)}
        print_scores("by eye", joined, (counted | COPIES) - NO_COPIES)
    if options.show:
        for pair in sorted(found ^ counted, key=sorted):
            text = shared.get(pair)
            size = f"{text.words} words, {text.longest} in one run" if text else "nothing"
            sign = "+" if pair in found else "-"
            print(sign, *sorted(pair), f"counted {gold.get(pair, 0.0):.2f}, shared: {size}")


if __name__ == "__main__":
    main()
