"""Each report in full, with its attributions, figures and dates marked."""

from collections.abc import Iterator
from itertools import pairwise

from whence.model import (
    Attribution,
    DateSource,
    Extraction,
    Originality,
    Part,
    PartKind,
    Report,
    Span,
    Value,
)
from whence.show.index import StoryIndex
from whence.show.views.places import Places


class Run(Value, frozen=True, kw_only=True):
    """Characters that carry the same marks."""

    start: int
    end: int
    text: str
    classes: str
    title: str
    anchors: tuple[str, ...]


class TextPart(Value, frozen=True, kw_only=True):
    """A paragraph and what it is for."""

    kind: str
    runs: tuple[Run, ...]


class Finding(Value, frozen=True, kw_only=True):
    """One attribution in the margin list of a report."""

    href: str
    speaker: str
    kind: str
    via: str
    words: str
    note: str
    statement: str
    """Element id of the statement it belongs to; empty where none."""


class ShareView(Value, frozen=True, kw_only=True):
    """Whose words a report is made of, in per cent of its body's characters."""

    contribution: str
    reason: str
    own: float
    credited: float
    uncredited: float


class TextView(Value, frozen=True, kw_only=True):
    """A report as it is shown."""

    anchor: str
    number: int
    outlet: str
    published: str
    published_how: str
    """``by its date line``."""
    url: str
    shares: ShareView | None
    parts: tuple[TextPart, ...]
    findings: tuple[Finding, ...]
    notices: tuple[str, ...]


HOW = {
    DateSource.GIVEN: "as given",
    DateSource.METADATA: "by the page’s metadata",
    DateSource.BYLINE: "by its date line",
    DateSource.DATELINE: "by its dateline",
    DateSource.ADDRESS: "by its address",
    DateSource.INFERRED: "inferred from the copyright line",
}
"""How the day of a report is known."""


class _Mark(Value, frozen=True, kw_only=True):
    span: Span
    name: str
    title: str


def view_texts(index: StoryIndex, places: Places) -> tuple[TextView, ...]:
    """Every report in order; to be called last, when all anchors are known."""
    statements = {
        member.attribution: statement.id
        for statement in index.story.comparison.statements
        for member in statement.members
    }
    return tuple(_view(index, places, report, statements) for report in index.story.reports)


def _view(
    index: StoryIndex, places: Places, report: Report, statements: dict[str, str]
) -> TextView:
    extraction = index.extractions[report.id]
    findings = tuple(
        _finding(index, places, attribution, statements.get(attribution.id, ""))
        for attribution in extraction.attributions
        if attribution.content
    )
    marks = _marks(index, extraction)
    published = report.published
    return TextView(
        anchor=places.report(report.id),
        number=places.number(report.id),
        outlet=report.outlet or "",
        published=published.value if published else "",
        published_how=HOW[published.source] if published else "",
        url=report.url or "",
        parts=tuple(_text_parts(report, marks, places)),
        findings=findings,
        notices=tuple(notice.message for notice in report.notices),
        shares=_shares(index.originality.get(report.id)),
    )


def _shares(originality: Originality | None) -> ShareView | None:
    if originality is None:
        return None
    return ShareView(
        contribution=str(originality.contribution),
        reason=originality.reason,
        own=round(100 * originality.own, 1),
        credited=round(100 * originality.credited, 1),
        uncredited=round(100 * originality.uncredited, 1),
    )


def _finding(
    index: StoryIndex, places: Places, attribution: Attribution, statement: str
) -> Finding:
    ref = places.ref(attribution.report, attribution.content, width=120)
    via = " ← ".join(carrier.name for carrier in attribution.via)
    kind = str(attribution.kind)
    return Finding(
        href=ref.href,
        speaker=index.speaker_name(attribution) or "nobody named",
        kind=kind if attribution.is_statement else f"{kind}, no statement",
        via=via,
        words=ref.words,
        note="" if attribution.modality == "asserted" else str(attribution.modality),
        statement=statement,
    )


def _marks(index: StoryIndex, extraction: Extraction) -> list[_Mark]:
    marks = []
    for attribution in extraction.attributions:
        speaker = index.speaker_name(attribution) or "nobody named"
        name = f"content {attribution.kind}"
        if not attribution.is_statement:
            name += " refused"
        told = f"{speaker}: {attribution.kind}"
        marks += [_Mark(span=s, name=name, title=told) for s in attribution.content]
        marks += [_Mark(span=s, name="source", title=speaker) for s in attribution.source]
        marks += [_Mark(span=s, name="cue", title=attribution.cue_type) for s in attribution.cue]
    for figure in extraction.figures:
        marks.append(_Mark(span=figure.span, name="figure", title=str(figure.hedge)))
    for timex in extraction.timexes:
        marks.append(_Mark(span=timex.span, name="timex", title=timex.value or "not resolved"))
    for credit in extraction.credits:
        marks.append(_Mark(span=credit.phrase, name="credit", title=f"credits {credit.target}"))
    return marks


def _text_parts(report: Report, marks: list[_Mark], places: Places) -> Iterator[TextPart]:
    anchors: dict[int, list[str]] = {}
    for span in sorted(places.anchors[report.id]):
        anchors.setdefault(span.start, []).append(places.anchor(report.id, span))
    runs = list(_runs(report.text, _whole(report), marks, anchors))
    position = 0
    for part in _whole(report):
        inside = []
        while position < len(runs) and runs[position].end <= part.span.end:
            inside.append(runs[position])
            position += 1
        yield TextPart(kind=str(part.kind), runs=tuple(inside))


def _whole(report: Report) -> list[Part]:
    """The parts, with what lies between them as furniture, so that no character is lost."""
    found, position = [], 0
    for part in sorted(report.parts, key=lambda part: part.span):
        if report.text[position : part.span.start].strip():
            gap = Span(position, part.span.start)
            found.append(Part(kind=PartKind.FURNITURE, span=gap))
        found.append(part)
        position = max(position, part.span.end)
    if report.text[position:].strip():
        kind = PartKind.FURNITURE if report.parts else PartKind.BODY
        found.append(Part(kind=kind, span=Span(position, len(report.text))))
    return found


def _runs(
    text: str, parts: list[Part], marks: list[_Mark], anchors: dict[int, list[str]]
) -> Iterator[Run]:
    """Cuts the text where marks, anchors or parts begin or end; a sweep, linear but for sorting."""
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for number, mark in enumerate(marks):
        opening.setdefault(mark.span.start, []).append(number)
        closing.setdefault(mark.span.end, []).append(number)
    edges = {edge for part in parts for edge in part.span}
    cuts = sorted(edges | set(opening) | set(closing) | set(anchors))
    inside = [part.span for part in parts]
    active: dict[int, None] = {}
    part = 0
    for start, end in pairwise(cuts):
        for number in closing.get(start, ()):
            active.pop(number, None)
        for number in opening.get(start, ()):
            active[number] = None
        while part < len(inside) and inside[part].end <= start:
            part += 1
        if part < len(inside) and inside[part].start <= start and end <= inside[part].end:
            covering = [marks[number] for number in active]
            yield Run(
                start=start,
                end=end,
                text=text[start:end],
                classes=" ".join(dict.fromkeys(m.name for m in covering)),
                title="; ".join(dict.fromkeys(m.title for m in covering)),
                anchors=tuple(anchors.get(start, ())),
            )
