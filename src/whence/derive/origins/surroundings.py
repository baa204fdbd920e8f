"""Every attribution with what stands round it in its report and may say where it was heard."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from whence.derive.documents.documents import Document
from whence.derive.documents.papers import Paper
from whence.derive.material import Material
from whence.derive.origins.types import Hearing
from whence.model import (
    Attribution,
    Credit,
    CreditKind,
    OriginKind,
    PartKind,
    Report,
    Span,
    TargetKind,
    Value,
    hull,
)
from whence.text import find_sentences, fold_case

_OUTLET_TARGETS = (TargetKind.OUTLET, TargetKind.AGENCY)
_NEAR = frozenset({CreditKind.TOLD, CreditKind.REPORTED, CreditKind.CITED, CreditKind.OBTAINED})
_MOST_SENTENCES = 3
_BEFORE = 40
_ANSWERING = re.compile(
    r"\b(?:confirm|den[yi]|dismiss|reject|contradict|disput|respond|react|comment|repl[yi])\w{0,4}"
    r"(?: (?:to|on|a|an|the|an?other|earlier|that|this|its|[a-z]+ly)){0,3} ?$"
)
"""Before a credit: "confirming a report in the Gazette" tells what is answered, not who heard."""


class Surroundings(Value, frozen=True, kw_only=True):
    """An attribution and what stands round it."""

    attribution: Attribution
    folded: str
    """The text of the report in small letters, each in its place."""
    frame: tuple[Span, ...]
    """The sentences of its source and cue."""
    after: tuple[Span, ...]
    """The sentence behind them, if it stands in the same paragraph."""
    credits: tuple[Credit, ...]
    """Credits to outlets that belong to it or, where none does, stand in its sentences."""
    speaking: tuple[Document, Paper] | None
    """The document that is its source, and what its report tells of it."""
    held: tuple[Document, ...]
    """The documents in an outlet's hands that its sentences name, in order."""
    silent: Hearing
    """Its hearing before anything is known of it."""

    def words_around(self, sentence: Span) -> str:
        """The words of a sentence with blanks for what is said in it, each in its place."""
        words = self.folded[sentence.start : sentence.end]
        for span in self.attribution.content:
            start = max(span.start, sentence.start) - sentence.start
            end = min(span.end, sentence.end) - sentence.start
            if start < end:
                words = words[:start] + " " * (end - start) + words[end:]
        return words


class Speakings:
    """The documents of a story by where their words stand."""

    def __init__(self, documents: tuple[Document, ...]) -> None:
        papers = [(document, paper) for document in documents for paper in document.papers]
        self.of = {name: (d, paper) for d, paper in papers for name in paper.attributions}
        """Attribution whose source it is → the document, and what its report tells of it."""
        self.held: dict[str, list[tuple[Span, Document]]] = defaultdict(list)
        """Report → where it names a document that an outlet has."""
        for document, paper in papers:
            if paper.is_held or paper.holders:
                self.held[paper.report] += [(place.span, document) for place in paper.places]


def list_surroundings(
    material: Material, report: Report, speakings: Speakings
) -> Iterator[Surroundings]:
    """The surroundings of every attribution of a report, in its order."""
    extraction = material.extraction_of[report.id]
    sentences = _list_sentences(report)
    folded = fold_case(report.text)
    credits = [
        credit
        for credit in extraction.credits
        if credit.kind in _NEAR
        and credit.target_kind in _OUTLET_TARGETS
        and not _is_answered(credit, folded)
    ]
    held = speakings.held.get(report.id, [])
    for attribution in extraction.attributions:
        frame = _frame_of(attribution, sentences)
        beside = [credit for credit in credits if credit.attribution == attribution.id]
        yield Surroundings(
            attribution=attribution,
            folded=folded,
            frame=frame,
            after=_list_after(frame, sentences, folded),
            credits=tuple(beside or (c for c in credits if _is_within(c.phrase, frame))),
            speaking=speakings.of.get(attribution.id),
            held=tuple(document for place, document in held if _is_within(place, frame)),
            silent=Hearing(
                attribution=attribution.id,
                report=report.id,
                kind=OriginKind.UNKNOWN,
                voice=material.voice_of(attribution.id),
            ),
        )


def _list_sentences(report: Report) -> list[Span]:
    blocks = [part.span for part in report.parts if part.kind is not PartKind.FURNITURE]
    if not report.parts:
        blocks = [Span(0, len(report.text))]
    return [sentence for block in blocks for sentence in find_sentences(report.text, block)]


def _is_answered(credit: Credit, folded: str) -> bool:
    start = credit.phrase.start
    return _ANSWERING.search(folded[max(0, start - _BEFORE) : start]) is not None


def _frame_of(attribution: Attribution, sentences: list[Span]) -> tuple[Span, ...]:
    """The sentences that source and cue stand in; without them, those the content begins in."""
    area = hull([*attribution.source, *attribution.cue] or attribution.content[:1])
    first = bisect_right(sentences, area.start, key=lambda sentence: sentence.end)
    near = sentences[first : first + _MOST_SENTENCES]
    return tuple(sentence for sentence in near if sentence.start < area.end)


def _list_after(frame: tuple[Span, ...], sentences: list[Span], folded: str) -> tuple[Span, ...]:
    if not frame:
        return ()
    index = bisect_right(sentences, frame[-1].start, key=lambda sentence: sentence.start)
    following = sentences[index : index + 1]
    return tuple(s for s in following if "\n" not in folded[frame[-1].end : s.start])


def _is_within(span: Span, frame: tuple[Span, ...]) -> bool:
    return any(sentence.covers(span) for sentence in frame)
