"""Sorts the errors of found attributions by cause, beside gold.

    whence extract ../shared/data/polnear/dev.jsonl.gz --output found.jsonl
    python -m benchmarks.attribution_errors --data ../shared/data found.jsonl

An attribution is found if contents share half of their characters (F1) and sources share one, or
are both absent. Missed ones and spurious ones are sorted by what stands nearest on the other side;
of those that are found, the edges that differ are counted. No words of the texts are printed.
"""

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from whence.extract.blocks import find_blocks
from whence.extract.kinds import kind_of
from whence.extract.quotations import find_quotations
from whence.model import Quotation, Report, Span, Spans, overlap
from whence.score.attributions import SPEECH

KINDS = ("direct", "mixed", "indirect")
_REAL = re.compile(r"[\w$%#@]")
_WORD = re.compile(r"[^\W\d_]+")


class Item(NamedTuple):
    """One attribution, and how it counts."""

    source: Spans
    cue: Spans
    content: Spans
    kind: str
    speech: bool


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a file of JSON lines, packed or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def items_of(
    text: str, quotations: tuple[Quotation, ...], given: list[dict[str, Any]]
) -> list[Item]:
    """The attributions with cue and content, their kind by the words in quotation marks."""
    found = []
    for each in given:
        source, cue, content = (
            tuple(sorted(Span(*pair) for pair in each.get(role) or ()))
            for role in ("source", "cue", "content")
        )
        if cue and content:
            words = _WORD.findall(" ".join(piece.of(text) for piece in cue).lower())
            kind = kind_of(text, content, quotations).value
            found.append(Item(source, cue, content, kind, any(word in SPEECH for word in words)))
    return found


def size(spans: Spans) -> int:
    """How many characters spans have."""
    return sum(span.end - span.start for span in spans)


def share(one: Spans, other: Spans) -> float:
    """How far two contents are the same: F1 over characters."""
    return 2 * overlap(one, other) / max(1, size(one) + size(other))


def same_source(one: Item, other: Item) -> bool:
    """Whether two sources share a character, or are both absent."""
    return overlap(one.source, other.source) > 0 or not (one.source or other.source)


def pair(gold: list[Item], system: list[Item]) -> dict[int, int]:
    """Which of the system's is which of gold's, one to one, the likest first."""
    likeness = sorted(
        (
            (share(a.content, b.content) + (overlap(a.cue, b.cue) > 0), g, s)
            for g, a in enumerate(gold)
            for s, b in enumerate(system)
            if share(a.content, b.content) >= 0.5 and same_source(a, b)
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for _, g, s in likeness:
        if g not in pairs and s not in pairs.values():
            pairs[g] = s
    return pairs


def cause_of(item: Item, others: list[Item]) -> str:
    """Why an attribution has no partner: what stands nearest on the other side."""
    for other in others:
        if overlap(item.cue, other.source) and overlap(item.source, other.cue):
            return "source and cue exchanged in gold"
    for other in others:
        if overlap(item.cue, other.cue):
            if not same_source(item, other):
                return "same cue, no source" if not other.source else "same cue, another source"
            if overlap(item.content, other.content):
                longer = size(other.content) > size(item.content)
                return f"same cue, other side {'longer' if longer else 'shorter'} by half"
            return "same cue, other content"
    if any(overlap(item.cue, other.content) for other in others):
        return "inside another's content there"
    if any(share(item.content, other.content) >= 0.5 for other in others):
        return "same content, another cue"
    return "nothing like it there"


def edge_of(text: str, gold: Spans, system: Spans) -> str:
    """How the spans of one role differ; empty if only by marks."""

    def ends(spans: Spans) -> tuple[int, int]:
        real = [m.start() for span in spans for m in _REAL.finditer(text, *span)]
        return (real[0], real[-1]) if real else (-1, -1)

    mine, theirs = ends(gold), ends(system)
    parts = []
    if mine[0] != theirs[0]:
        parts.append("begins earlier" if theirs[0] < mine[0] else "begins later")
    if mine[1] != theirs[1]:
        parts.append("ends later" if theirs[1] > mine[1] else "ends earlier")
    if not parts and len(gold) != len(system):
        return "a piece more or less"
    return ", ".join(parts)


def tally(
    gold_text: dict[str, Any], found: list[dict[str, Any]]
) -> Iterator[tuple[str, str, Item]]:
    """Table, cause and attribution, for every error in one text."""
    report = Report(id="r", text=gold_text["text"])
    text = report.text
    quotations = find_quotations(text, find_blocks(report))
    gold = items_of(text, quotations, gold_text["attributions"])
    system = items_of(text, quotations, found)
    pairs = pair(gold, system)
    for number, item in enumerate(gold):
        if number not in pairs:
            yield "missed", cause_of(item, system), item
    for number, item in enumerate(system):
        if number not in pairs.values():
            yield "spurious", cause_of(item, gold), item
    for g, s in pairs.items():
        for role in ("source", "cue", "content"):
            difference = edge_of(text, getattr(gold[g], role), getattr(system[s], role))
            if difference:
                yield f"edges of the {role}", difference, gold[g]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("found", type=Path)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--gold", default="polnear/dev.jsonl.gz")
    options = parser.parse_args()
    outputs = {line["id"]: line["attributions"] for line in read_lines(options.found)}
    counts: dict[str, Counter[tuple[str, str]]] = {}
    for gold_text in read_lines(options.data / options.gold):
        for table, cause, item in tally(gold_text, outputs.get(gold_text["id"], [])):
            held = counts.setdefault(table, Counter())
            held[cause, item.kind] += 1
            held[cause, "speech"] += item.speech
    for table in sorted(counts, key=["missed", "spurious"].__contains__, reverse=True):
        print(f"\n| {table} | direct | mixed | indirect | all | of these speech cues |")
        print("| --- | --- | --- | --- | --- | --- |")
        held = counts[table]
        causes = {cause for cause, _ in held}
        total = {cause: sum(held[cause, kind] for kind in KINDS) for cause in causes}
        for cause in sorted(causes, key=lambda cause: (-total[cause], cause)):
            row = [*(held[cause, kind] for kind in KINDS), total[cause], held[cause, "speech"]]
            print(f"| {cause} | {' | '.join(map(str, row))} |")


if __name__ == "__main__":
    main()
