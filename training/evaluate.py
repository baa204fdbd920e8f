"""Figures of the shipped model on the development parts, through the run-time code."""

import importlib.util
import json
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from training.corpora import read_lines
from training.tales import DEV, Told, deal, read_tales
from whence.extract.interface import Findings, RawAttribution
from whence.extract.neural import NeuralExtractor
from whence.model import MentionKind, Span, Spans

Table = dict[str, dict[str, float]]
_LINE = re.compile(r"[^\n]+")
_SPEECH_CUE = re.compile(r"\b(?:said|say|says|saying|told|tells?|telling)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]?")
SPOKEN_SHARE = 0.3
QUOTED_CHARACTERS = 30
NAME_KINDS = {
    "Person": MentionKind.PERSON,
    "Organization": MentionKind.ORGANISATION,
    "Location": MentionKind.PLACE,
    "Facility": MentionKind.PLACE,
}


def evaluate(data: Path, out: Path, *, threads: int = 2) -> Table:
    """F1 and what belongs to it, by data set and kind; also written to a file."""
    out.mkdir(parents=True, exist_ok=True)
    started = time.perf_counter()
    extractor = NeuralExtractor(threads=threads)
    table: Table = {"start": {"seconds": time.perf_counter() - started}}
    table |= attribution_figures(extractor, data, out)
    table["newsdiscourse speech"] = speech_figures(extractor, data)
    table |= name_figures(extractor, data)
    table["gap pronouns"] = pronoun_figures(extractor, data)
    table["wordings"] = wording_figures(extractor)
    (out / "figures.json").write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    return table


def blocks_of(text: str) -> Spans:
    """The lines of a text."""
    return tuple(Span(*line.span()) for line in _LINE.finditer(text) if line.group().strip())


def as_line(name: str, findings: Findings) -> dict[str, Any]:
    """Outer attributions in the shape of the scorer."""
    return {
        "id": name,
        "attributions": [
            {"source": found.source, "cue": found.cue, "content": found.content}
            for found in findings.attributions
            if not found.depth
        ],
    }


def attribution_figures(extractor: NeuralExtractor, data: Path, out: Path) -> Table:
    """The figures of the common scorer, and the speed."""
    gold = list(read_lines(data / "polnear" / "dev.jsonl.gz"))
    started = time.perf_counter()
    lines = [as_line(d["id"], extractor.find(d["text"], blocks_of(d["text"]))) for d in gold]
    seconds = time.perf_counter() - started
    with (out / "polnear_dev.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(line) + "\n" for line in lines)
    scored, _ = _scorer(data).score(gold, lines)
    words = sum(len(d["text"].split()) for d in gold)
    table: Table = {f"polnear {name}": row for name, row in scored.items()}
    table["speed"] = {"seconds": seconds, "words": words, "words a second": words / seconds}
    return table


def _scorer(data: Path) -> ModuleType:
    """The common scorer, with its search for words made quick."""
    path = data / "score_attribution.py"
    spec = importlib.util.spec_from_file_location("score_attribution", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is missing: give the folder of the annotated data with --data")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def speech_figures(extractor: NeuralExtractor, data: Path) -> dict[str, float]:
    """Whether a sentence is speech: it holds a plain cue, or much content that has one."""
    tally: Counter[str] = Counter()
    for line in read_lines(data / "newsdiscourse" / "dev.jsonl.gz"):
        text = line["text"]
        found = extractor.find(text, blocks_of(text)).attributions
        plain = [each for each in found if is_plain_speech(text, each)]
        for start, end, _, is_speech, *_ in line["sentences"]:
            told = sum(_shared(start, end, span) for each in plain for span in each.content)
            cued = any(start <= span.start < end for each in plain for span in each.cue)
            seen = cued or told >= SPOKEN_SHARE
            tally["hit"] += seen and is_speech
            tally["gold"] += bool(is_speech)
            tally["system"] += seen
    return _figures(tally)


def is_plain_speech(text: str, found: RawAttribution) -> bool:
    """Whether the cue is a form of say or tell, or a good stretch of the content is quoted."""
    cue = " ".join(text[start:end] for start, end in found.cue)
    quoted = sum(
        len(words)
        for start, end in found.content
        for words in _QUOTED.findall(text, max(0, start - 1), end + 1)
    )
    return bool(_SPEECH_CUE.search(cue)) or quoted >= QUOTED_CHARACTERS


def _shared(start: int, end: int, span: Span) -> float:
    return max(0, min(end, span.end) - max(start, span.start)) / max(1, end - start)


def name_figures(extractor: NeuralExtractor, data: Path) -> Table:
    """Names by exact span and kind."""
    tallies: dict[str, Counter[str]] = {}
    for line in read_lines(data / "ner_worldwide" / "dev.jsonl.gz"):
        text = line["text"]
        findings = extractor.find(text, blocks_of(text))
        system = {(m.span.start, m.span.end, m.kind) for m in findings.mentions}
        gold = {
            (e["start"], e["end"], NAME_KINDS[e["type"]])
            for e in line["entities"]
            if e["type"] in NAME_KINDS
        }
        for kind in dict.fromkeys(NAME_KINDS.values()):
            own, other = ({each for each in side if each[2] is kind} for side in (gold, system))
            for name in (kind.value, "names"):
                _count(tallies.setdefault(name, Counter()), own, other)
    return {f"ner_worldwide {name}": _figures(tally) for name, tally in tallies.items()}


def pronoun_figures(extractor: NeuralExtractor, data: Path) -> dict[str, float]:
    """Which of two given names a pronoun means, if either."""
    tally: Counter[str] = Counter()
    for line in read_lines(data / "gap" / "dev.jsonl.gz"):
        names = [Span(line[name]["start"], line[name]["end"]) for name in "AB"]
        chosen = extractor.pick_antecedent(line["text"], Span(*line["pronoun"]), names)
        for name, span in zip("AB", names, strict=True):
            tally["hit"] += chosen == span and line[name]["coref"]
            tally["gold"] += line[name]["coref"]
            tally["system"] += chosen == span
    return _figures(tally)


def _count(tally: Counter[str], gold: set[Any], system: set[Any]) -> None:
    tally["hit"] += len(gold & system)
    tally["gold"] += len(gold)
    tally["system"] += len(system)


def _figures(tally: Counter[str]) -> dict[str, float]:
    precision = tally["hit"] / max(1, tally["system"])
    recall = tally["hit"] / max(1, tally["gold"])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return {"P": 100 * precision, "R": 100 * recall, "F1": 100 * f1, "gold": tally["gold"]}


def print_table(table: Table, write: Callable[[str], None] = print) -> None:
    """One line for each figure."""
    for name, row in table.items():
        write(f"{name:34s} " + "  ".join(f"{key} {value:.1f}" for key, value in row.items()))


__all__: Sequence[str] = ["evaluate", "print_table"]


def wording_figures(extractor: NeuralExtractor) -> dict[str, float]:
    """How well vectors tell pairs of one claim from all other pairs of a story, over reports.

    P, R and F1 are those of the cosine that gives the best F1; AP is the average precision.
    """
    rng = random.Random(1)
    found = [pair for tale in read_tales(DEV) for pair in _pairs(extractor, deal(tale, rng))]
    found.sort(key=lambda pair: -pair[0])
    same = np.array([is_same for _, is_same in found])
    hits = same.cumsum()
    precision, recall = hits / np.arange(1, len(same) + 1), hits / same.sum()
    f1 = 2 * hits / (np.arange(1, len(same) + 1) + same.sum())
    best = int(f1.argmax())
    return {
        "P": 100 * float(precision[best]),
        "R": 100 * float(recall[best]),
        "F1": 100 * float(f1[best]),
        "AP": 100 * float(precision[same].mean()),
        "gold": float(same.sum()),
    }


def _pairs(extractor: NeuralExtractor, reports: Sequence[Told]) -> Iterator[tuple[float, bool]]:
    told = [
        (number, claim, np.frombuffer(vector, "<f2").astype(np.float32))
        for number, report in enumerate(reports)
        for claim, vector in zip(
            report.claims,
            extractor.meanings(report.text, [(Span(*s),) for s in report.spans]).values(),
            strict=True,
        )
    ]
    for (first, claim, a), (second, other, b) in combinations(told, 2):
        if first != second:
            yield float(a @ b), claim == other
