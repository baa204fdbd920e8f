"""Runs of words that two reports share outside attributed quotations."""

import re
from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from whence.derive.material import Material
from whence.model import Extraction, PartKind, QuotationRole, Report, Span, Value
from whence.text import fold_case

SHINGLE = 5
"""Words of a shingle: the shortest run that two writers seldom share by chance."""
_LEAST_SHINGLES = 4
_MOST_REPORTS = 80
"""A shingle that stands in more reports than this is boilerplate and finds no candidates."""
_GAP = 3
"""Words by which two runs may be parted and still be one passage."""
_WORD = re.compile(r"[^\W_]+(?:['\-][^\W_]+)*")
_READ = frozenset({PartKind.BODY, PartKind.STANDFIRST, PartKind.CAPTION})
_PRIME = np.uint64(1_000_003)


class Passage(Value, frozen=True, kw_only=True):
    """The same words, but for a few, in two reports."""

    a: Span
    b: Span
    words: int
    """Words that are equal."""


class SharedText(Value, frozen=True, kw_only=True):
    """All passages that two reports share."""

    a: str
    b: str
    passages: tuple[Passage, ...]
    words: int
    share_a: float
    """Share of the words of ``a`` outside quotations."""
    share_b: float
    longest: int
    """Words of the longest passage."""
    whole: float = 0.0
    """Share of the shorter text's shingles that the other has, quotations included."""


class ReportWords(Value, frozen=True, kw_only=True):
    """The words of a report outside furniture, as numbers; quoted ones are marked."""

    report: str
    ids: tuple[int, ...]
    spans: tuple[Span, ...]
    is_quoted: tuple[bool, ...]

    @property
    def own_words(self) -> int:
        """How many words stand outside attributed quotations."""
        return sum(not quoted for quoted in self.is_quoted)


class WordIndex(Value, frozen=True, kw_only=True):
    """Shingles of a report: hash and position of each."""

    words: ReportWords
    hashes: NDArray[np.uint64]
    positions: NDArray[np.int64]
    every: NDArray[np.uint64]
    """Different hashes, those of quoted words too."""


def list_words(material: Material) -> dict[str, ReportWords]:
    """The words of every report, numbered over the whole story."""
    numbers: dict[str, int] = {}
    return {
        report.id: _words_of(report, material.extraction_of[report.id], numbers)
        for report in material.reports
    }


def _words_of(report: Report, extraction: Extraction, numbers: dict[str, int]) -> ReportWords:
    folded = fold_case(report.text)
    blocks = [part.span for part in report.parts if part.kind in _READ]
    if not report.parts:
        blocks = [Span(0, len(report.text))]
    quoted = np.zeros(len(report.text) + 1, dtype=bool)
    for quotation in extraction.quotations:
        if quotation.role is QuotationRole.SPEECH:
            quoted[quotation.outer.start : quotation.outer.end] = True
    ids: list[int] = []
    spans: list[Span] = []
    flags: list[bool] = []
    for block in blocks:
        for match in _WORD.finditer(folded, block.start, block.end):
            ids.append(numbers.setdefault(match.group(), len(numbers)))
            spans.append(Span(*match.span()))
            flags.append(bool(quoted[match.start()]))
    return ReportWords(report=report.id, ids=tuple(ids), spans=tuple(spans), is_quoted=tuple(flags))


def find_shared_texts(words: dict[str, ReportWords]) -> tuple[SharedText, ...]:
    """What every two reports share, for those that share more than a phrase.

    An index of shingles finds the pairs, so that reports that share nothing are never compared;
    shared runs are then followed word by word. Grows with the number of words and of pairs that
    share something.
    """
    indexes = {report: index_words(found) for report, found in sorted(words.items())}
    shared = []
    for a, b in _find_candidates(indexes):
        text = _compare(indexes[a], indexes[b])
        if text is not None:
            shared.append(text)
    return tuple(shared)


def index_words(words: ReportWords) -> WordIndex:
    """The shingles of a report that stand wholly outside quotations, by hash and position."""
    count = len(words.ids) - SHINGLE + 1
    if count <= 0:
        empty = np.zeros(0, dtype=np.uint64)
        nowhere = np.zeros(0, dtype=np.int64)
        return WordIndex(words=words, hashes=empty, positions=nowhere, every=empty)
    ids = np.array(words.ids, dtype=np.uint64) + np.uint64(1)
    quoted = np.array(words.is_quoted, dtype=bool)
    hashes = np.zeros(count, dtype=np.uint64)
    free = np.ones(count, dtype=bool)
    for step in range(SHINGLE):
        hashes = (hashes * _PRIME + ids[step : step + count]) * np.uint64(0x9E3779B97F4A7C15)
        hashes ^= hashes >> np.uint64(29)
        free &= ~quoted[step : step + count]
    positions = np.nonzero(free)[0]
    return WordIndex(
        words=words,
        hashes=hashes[positions],
        positions=positions.astype(np.int64),
        every=np.unique(hashes),
    )


def _find_candidates(indexes: dict[str, WordIndex]) -> list[tuple[str, str]]:
    """Pairs of reports that share enough shingles, in order of their ids."""
    ids = list(indexes)
    if len(ids) < 2:
        return []
    hashes = np.concatenate([np.unique(index.hashes) for index in indexes.values()])
    owners = np.concatenate(
        [np.full(len(np.unique(index.hashes)), i) for i, index in enumerate(indexes.values())]
    )
    order = np.argsort(hashes, kind="stable")
    hashes, owners = hashes[order], owners[order]
    starts = np.nonzero(np.concatenate([[True], hashes[1:] != hashes[:-1]]))[0]
    sizes = np.diff(np.concatenate([starts, [len(hashes)]]))
    counts = np.zeros((len(ids), len(ids)), dtype=np.int32)
    for start, size in zip(starts, sizes, strict=True):
        if 2 <= size <= _MOST_REPORTS:
            group = owners[start : start + size]
            counts[np.ix_(group, group)] += 1
    rows, columns = np.nonzero(np.triu(counts, 1) >= _LEAST_SHINGLES)
    return [(ids[i], ids[j]) for i, j in zip(rows, columns, strict=True)]


def _compare(a: WordIndex, b: WordIndex) -> SharedText | None:
    where: dict[int, list[int]] = defaultdict(list)
    for value, position in zip(b.hashes.tolist(), b.positions.tolist(), strict=True):
        if len(where[value]) < 4:
            where[value].append(position)
    runs = _join(_follow_runs(a, where))
    passages = tuple(
        Passage(
            a=Span(a.words.spans[i].start, a.words.spans[i_end - 1].end),
            b=Span(b.words.spans[j].start, b.words.spans[j_end - 1].end),
            words=equal,
        )
        for i, i_end, j, j_end, equal in runs
    )
    if not passages:
        return None
    total = sum(passage.words for passage in passages)
    return SharedText(
        a=a.words.report,
        b=b.words.report,
        passages=passages,
        words=total,
        share_a=min(1.0, total / max(1, a.words.own_words)),
        share_b=min(1.0, total / max(1, b.words.own_words)),
        longest=max(passage.words for passage in passages),
        whole=_share_of_all(a, b),
    )


def _share_of_all(a: WordIndex, b: WordIndex) -> float:
    both = len(np.intersect1d(a.every, b.every, assume_unique=True))
    return both / max(1, min(len(a.every), len(b.every)))


def _follow_runs(a: WordIndex, where: dict[int, list[int]]) -> list[tuple[int, int, int]]:
    """Runs of shared shingles: start in a, start in b, words; no word of a is used twice."""
    runs: list[tuple[int, int, int]] = []
    start = begin = -1
    last_a = last_b = -2
    for value, position in zip(a.hashes.tolist(), a.positions.tolist(), strict=True):
        places = where.get(value)
        if not places:
            continue
        if position == last_a + 1 and last_b + 1 in places:
            last_a, last_b = position, last_b + 1
            continue
        if start >= 0:
            runs.append((start, begin, last_a - start + SHINGLE))
        pick = min((p for p in places if p > last_b), default=places[0])
        start, begin, last_a, last_b = position, pick, position, pick
    if start >= 0:
        runs.append((start, begin, last_a - start + SHINGLE))
    return runs


def _join(runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int, int, int]]:
    """Runs that a few changed words part are one passage; overlaps are counted once."""
    joined: list[tuple[int, int, int, int, int]] = []
    for i, j, length in runs:
        if joined:
            a0, a1, b0, b1, equal = joined[-1]
            near = i - a1 <= _GAP and -SHINGLE < j - b1 <= _GAP and j + length > b1
            if near:
                fresh = length - max(0, a1 - i)
                joined[-1] = (a0, max(a1, i + length), b0, max(b1, j + length), equal + fresh)
                continue
            if i < a1:
                cut = a1 - i
                i, j, length = i + cut, j + cut, length - cut
                if length < SHINGLE:
                    continue
        joined.append((i, i + length, j, j + length, length))
    return joined
