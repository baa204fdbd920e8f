"""Quoted words that stand in another report without marks and without a speaker."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from whence.compare.wording.clusters import Piece, grams
from whence.compare.wording.matching import Match, match
from whence.compare.wording.units import LONGEST_UNIT, Texts, Unit, pieces_of
from whence.compare.wording.weights import Weights, is_content
from whence.model import EditKind, Extraction, Kind, PartKind, Report, Span
from whence.text import find_sentences

LONGEST_POSTING = 48
_PARTS = (PartKind.HEADLINE, PartKind.STANDFIRST, PartKind.BODY)


def find_echoes(
    bases: Mapping[int, Piece],
    reports: Sequence[Report],
    extractions: Sequence[Extraction],
    weights: Weights,
    texts: Texts,
) -> dict[int, list[Piece]]:
    """For each cluster of quotations the running text that has its words.

    Running text is what no attribution holds. Nobody is said to speak there, so the words must be
    many and in order: five in a row and most of the quotation, or a long part of it.
    """
    postings: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number in sorted(bases):
        for gram in _runs(bases[number].keys):
            if len(postings[gram]) < LONGEST_POSTING:
                postings[gram].append(number)
    found: dict[int, list[Piece]] = defaultdict(list)
    held = {extraction.report: extraction for extraction in extractions}
    for report in reports:
        for unit in _running_text(report, held.get(report.id), texts):
            for number, piece in _heard(unit, bases, postings, weights):
                found[number].append(piece)
    return found


def _runs(keys: Sequence[str]) -> list[tuple[str, ...]]:
    return sorted({gram for gram in grams(keys) if len(gram) == 3})


def _heard(
    unit: Unit,
    bases: Mapping[int, Piece],
    postings: Mapping[tuple[str, ...], list[int]],
    weights: Weights,
) -> list[tuple[int, Piece]]:
    votes: dict[int, int] = defaultdict(int)
    for gram in _runs(unit.words.keys):
        for number in postings.get(gram, ()):
            votes[number] += 1
    found: list[tuple[int, Piece]] = []
    for number in sorted(votes, key=lambda key: (-votes[key], key))[:3]:
        base = bases[number]
        if votes[number] < 2:
            continue
        matched = match(base.keys, unit.words.keys, weights)
        share = matched.weight / (weights.total(base.keys) or 1.0)
        enough = matched.longest >= 6 and share >= 0.5
        if (enough or matched.longest >= 9) and _says_something(base, matched):
            first, last = matched.variant_span
            found.append((number, Piece(unit=unit, first=first, last=last)))
    return found


def _says_something(base: Piece, matched: Match) -> bool:
    """Whether the shared words are more than names and grammar: three that are neither."""
    text = base.unit.words
    plain = 0
    for op in matched.ops:
        if op.kind is EditKind.EQUAL and op.base[1] - op.base[0] >= 3:
            for number in range(*op.base):
                at = base.first + number
                plain += is_content(text.keys[at]) and not text.capitals[at]
    return plain >= 3


def _running_text(report: Report, extraction: Extraction | None, texts: Texts) -> list[Unit]:
    """The sentences of a report outside all attributions, as units."""
    held = sorted(span for a in extraction.attributions for span in a.content) if extraction else []
    held += [quotation.span for quotation in extraction.quotations] if extraction else []
    held.sort()
    blocks = [part.span for part in report.parts_of(*_PARTS)]
    if not report.parts:
        blocks = [Span(0, len(report.text))]
    units: list[Unit] = []
    at = 0
    for block in blocks:
        for sentence in find_sentences(report.text, block):
            while at < len(held) and held[at].end <= sentence.start:
                at += 1
            if at < len(held) and held[at].start < sentence.end:
                continue
            words = texts.pick(report.id, (sentence,))
            if 5 <= len(words) <= LONGEST_UNIT:
                units.append(
                    Unit(
                        report=report.id,
                        attribution="",
                        speaker=None,
                        is_quoted=False,
                        words=words,
                        spans=pieces_of(words, (sentence,)),
                        order=sentence.start,
                        kind=Kind.INDIRECT,
                        is_headline=report.part_at(sentence.start) is PartKind.HEADLINE,
                    )
                )
    return units
