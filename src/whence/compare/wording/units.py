"""Units: about a sentence of what somebody is quoted with, in one report."""

from bisect import bisect_left, insort
from collections.abc import Iterable

from whence.compare.wording.cutting import cut_clauses, cut_sentences
from whence.compare.wording.weights import is_content
from whence.compare.wording.words import Words, find_keyed_words
from whence.lexicon import load_table
from whence.model import (
    Attribution,
    CuePolarity,
    Extraction,
    Kind,
    PartKind,
    Quotation,
    QuotationRole,
    Report,
    Resolution,
    Span,
    Spans,
    Value,
    surface,
)
from whence.text import fold_case

_ENGLISH = load_table("english")
_PRONOUNS = frozenset((*_ENGLISH["subject_pronouns"].split(), *_ENGLISH["relatives"].split()))

LONGEST_UNIT = 120
"""Words; a longer stretch without a stop is cut, so that aligning stays cheap."""

FEWEST_UNCLAIMED = 4
"""Words; fewer between marks that nobody is named for are a term, not speech."""

LONGEST_OPENING = 400
"""Characters of a first paragraph that sum up the report."""

FEWEST_TOLD = 3
"""Words round the quoted part of a content; fewer are no telling of their own."""


class Unit(Value, frozen=True, kw_only=True):
    """A sentence, or what one report prints of it, with who is said to have said it."""

    report: str
    attribution: str
    """Empty for quotation marks that no attribution covers."""
    speaker: str | None
    """Entity id; None while undecided."""
    is_quoted: bool
    words: Words
    spans: Spans
    """Its pieces in the report, first word to last."""
    order: int
    """Number of the unit in its report."""
    kind: Kind = Kind.DIRECT
    """Of the attribution it is part of."""
    is_headline: bool = False
    claims: int = 0
    """Characters of the whole content it is part of."""
    is_pronoun: bool = False
    """Whether the report names the speaker by a pronoun alone, which may be read wrongly."""
    context: frozenset[str] = frozenset()
    """Words of matter of the whole content that a quoted fragment stands in."""


class Texts:
    """The reports with their words, each found once."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self.reports = {report.id: report for report in reports}
        self.words = {key: find_keyed_words(report.text) for key, report in self.reports.items()}
        self._openings = {key: _opening(report) for key, report in self.reports.items()}

    def text(self, report: str) -> str:
        """The text of a report."""
        return self.reports[report].text

    def is_opening(self, report: str, position: int) -> bool:
        """Whether a place lies in the headline or first paragraph, which say what follows."""
        return position < self._openings[report]

    def date(self, report: str) -> str:
        """When a report appeared, as precise as known; empty if it is not."""
        published = self.reports[report].published
        return published.value if published else ""

    def pick(self, report: str, spans: Iterable[Span]) -> Words:
        """The words in some pieces of a report."""
        words = self.words[report]
        numbers: list[int] = []
        for span in spans:
            numbers.extend(range(*words.between(span)))
        return words.pick(numbers)


def _opening(report: Report) -> int:
    """Where the first paragraph of the body ends, or the longest that an opening may be."""
    body = report.parts_of(PartKind.BODY)
    first = body[0].span if body else Span(0, len(report.text))
    return min(first.end, first.start + LONGEST_OPENING)


def find_units(
    extraction: Extraction, resolution: Resolution, texts: Texts
) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
    """The quoted units of a report, and its unquoted contents, each in order of text."""
    quoted: list[Unit] = []
    unquoted: list[Unit] = []
    report = extraction.report
    marks = Marks(extraction)
    for attribution in extraction.attributions:
        if not attribution.is_statement or not attribution.content:
            continue
        speaker = resolution.speakers.get(attribution.id)
        for pieces in _quoted_runs(attribution, marks):
            if _is_name(texts.pick(report, pieces), attribution):
                continue
            for cut in cut_sentences(texts.text(report), pieces):
                quoted.extend(_units(attribution, report, speaker, cut, texts, is_quoted=True))
        if attribution.kind is not Kind.DIRECT:
            for clause in cut_clauses(texts.text(report), attribution.content):
                told = _units(attribution, report, speaker, clause, texts, is_quoted=False)
                if attribution.kind is Kind.MIXED:
                    told = [_without_marked(unit, marks) for unit in told]
                unquoted.extend(told)
    for pieces in _unclaimed(extraction):
        if len(texts.pick(report, pieces)) < FEWEST_UNCLAIMED:
            continue
        for cut in cut_sentences(texts.text(report), pieces):
            quoted.extend(_units(None, report, None, cut, texts, is_quoted=True))
    return _numbered(_innermost(quoted)), _numbered(unit for unit in unquoted if unit.spans)


def _innermost(units: Iterable[Unit]) -> list[Unit]:
    """Units without doubles: of attributions that share words, the one that claims least has them.

    "Ann said that Bob said “…”" gives the quotation to Bob.
    """
    kept: list[Unit] = []
    taken: list[Span] = []
    for unit in sorted(units, key=lambda u: (u.claims, u.speaker is None, u.spans, u.attribution)):
        if not any(_is_taken(span, taken) for span in unit.spans):
            kept.append(unit)
            for span in unit.spans:
                insort(taken, span)
    return kept


def _is_taken(span: Span, taken: list[Span]) -> bool:
    """Whether a span overlaps one of a sorted list of spans that do not overlap each other."""
    place = bisect_left(taken, span)
    return any(span.overlaps(other) for other in taken[max(0, place - 1) : place + 1])


def _is_name(words: Words, attribution: Attribution) -> bool:
    """Whether marks inside a telling hold a name or title and no speech: “Jolly Roger”."""
    if attribution.kind is Kind.DIRECT or not 1 <= len(words) <= 4:
        return False
    if len(words) == 1 and words.spans[0].start <= attribution.content[0].start + 1:
        return False  # the capital may be that of a sentence
    return all(
        capital or not is_content(key)
        for capital, key in zip(words.capitals, words.keys, strict=True)
    )


class Marks:
    """The quotations of a report that hold speech or terms, looked up by place."""

    def __init__(self, extraction: Extraction) -> None:
        kept = (
            quotation
            for quotation in extraction.quotations
            if not quotation.depth
            and quotation.role not in (QuotationRole.TITLE, QuotationRole.NICKNAME)
        )
        self._quotations = sorted(kept, key=lambda quotation: quotation.outer)
        self._starts = [quotation.outer.start for quotation in self._quotations]

    def over(self, spans: Iterable[Span]) -> list[Quotation]:
        """The quotations that share characters with some spans, in order of text."""
        found: dict[int, Quotation] = {}
        for span in spans:
            first = max(0, bisect_left(self._starts, span.start) - 1)
            for number in range(first, bisect_left(self._starts, span.end)):
                if self._quotations[number].outer.overlaps(span):
                    found[number] = self._quotations[number]
        return [found[number] for number in sorted(found)]


def _without_marked(unit: Unit, marks: Marks) -> Unit:
    """A unit told in the reporter's words: it says what its quoted words say, and is the rest."""
    marked = [quotation.outer for quotation in marks.over(unit.spans)]
    if not marked:
        return unit
    pieces = _outside(unit.spans, marked)
    outside = [span for piece in pieces for span in pieces_of(unit.words, (piece,))]
    told = sum(1 for span in unit.words.spans if any(p.covers(span) for p in outside))
    return unit.replace(spans=tuple(outside) if told >= FEWEST_TOLD else ())


def _quoted_runs(attribution: Attribution, marks: Marks) -> list[Spans]:
    """The pieces between quotation marks, one list for each quotation of its own."""
    if attribution.kind is Kind.DIRECT:
        return [attribution.content]
    if attribution.kind is not Kind.MIXED:
        return []
    runs: list[Spans] = []
    for quotation in marks.over(attribution.content):
        pieces = _common(quotation.span, attribution.content)
        if pieces and quotation.continues and runs:
            runs[-1] = (*runs[-1], *pieces)
        elif pieces:
            runs.append(pieces)
    return runs


def _outside(pieces: Spans, holes: Iterable[Span]) -> Spans:
    """The pieces without what lies in the holes."""
    found = list(pieces)
    for hole in holes:
        found = (
            [
                cut
                for piece in found
                for cut in (
                    Span(piece.start, min(piece.end, hole.start)),
                    Span(max(piece.start, hole.end), piece.end),
                )
                if cut.start < cut.end
            ]
            if any(piece.overlaps(hole) for piece in found)
            else found
        )
    return tuple(found)


def _common(span: Span, spans: Iterable[Span]) -> Spans:
    cuts = (Span(max(span.start, s.start), min(span.end, s.end)) for s in spans)
    return tuple(cut for cut in cuts if cut.start < cut.end)


def _unclaimed(extraction: Extraction) -> list[Spans]:
    """Quotations of speech that no statement covers: nobody, or nobody known, is named for them.

    What a speaker is said not to have said stays out.
    """
    contents = sorted(
        span
        for a in extraction.attributions
        if a.is_statement or a.cue_polarity is CuePolarity.REFUSED
        for span in a.content
    )
    found: list[Spans] = []
    at = 0
    for mark in extraction.quotations:
        if mark.role is not QuotationRole.SPEECH or mark.depth:
            continue
        while at < len(contents) and contents[at].end <= mark.span.start:
            at += 1
        near = contents[max(0, at - 4) : at + 12]
        if 2 * sum(p.end - p.start for s in near for p in _common(mark.span, (s,))) < (
            mark.span.end - mark.span.start
        ):
            found.append((mark.span,))
    return found


def _units(
    attribution: Attribution | None,
    report: str,
    speaker: str | None,
    pieces: Spans,
    texts: Texts,
    *,
    is_quoted: bool,
) -> list[Unit]:
    words = texts.pick(report, pieces)
    if not is_quoted and words.keys[:1] == ("that",):
        words = words.pick(range(1, len(words)))
    context = _context(attribution, report, texts) if attribution and len(words) < 4 else ()
    source = surface(texts.text(report), attribution.source) if attribution else ""
    found: list[Unit] = []
    for start in range(0, len(words), LONGEST_UNIT):
        part = words.pick(range(start, min(start + LONGEST_UNIT, len(words))))
        spans = pieces_of(part, pieces)
        found.append(
            Unit(
                report=report,
                attribution=attribution.id if attribution else "",
                speaker=speaker,
                is_quoted=is_quoted,
                words=part,
                spans=spans,
                order=spans[0].start,
                is_pronoun=fold_case(source) in _PRONOUNS,
                context=frozenset(context),
                claims=sum(s.end - s.start for s in attribution.content) if attribution else 0,
                kind=attribution.kind if attribution else Kind.DIRECT,
                is_headline=attribution is not None and attribution.part is PartKind.HEADLINE,
            )
        )
    return found


def _context(attribution: Attribution, report: str, texts: Texts) -> Iterable[str]:
    return (key for key in texts.pick(report, attribution.content).keys if is_content(key))


def pieces_of(words: Words, pieces: Iterable[Span]) -> Spans:
    """The pieces cut down to the words that are there, first to last; empty pieces left out."""
    found: list[Span] = []
    for piece in pieces:
        first, last = words.between(piece)
        if first < last:
            found.append(Span(words.spans[first].start, words.spans[last - 1].end))
    return tuple(found)


def _numbered(units: Iterable[Unit]) -> tuple[Unit, ...]:
    ordered = sorted(units, key=lambda unit: (unit.spans, unit.attribution))
    return tuple(unit.replace(order=n) for n, unit in enumerate(ordered))
