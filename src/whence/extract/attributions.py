"""Everything decided about an attribution once its spans are known, for every extractor."""

from whence.extract.interface import Findings, RawAttribution
from whence.extract.kinds import kind_of
from whence.extract.quotations import without_marks
from whence.model import (
    Anonymity,
    Attribution,
    Quotation,
    Report,
    SourceNaming,
    Spans,
    content_id,
    hull,
)


def complete_attributions(
    report: Report,
    findings: Findings,
    *,
    blocks: Spans,
    quotations: tuple[Quotation, ...],
    extractor: str,
) -> tuple[Attribution, ...]:
    """The attributions of one report in order of text, each with all that the report says of it."""
    return tuple(
        _complete(report, raw, quotations, extractor)
        for raw in sorted(findings.attributions, key=lambda raw: hull(raw.content))
    )


def _complete(
    report: Report, raw: RawAttribution, quotations: tuple[Quotation, ...], extractor: str
) -> Attribution:
    content = without_marks(raw.content, quotations)
    return Attribution(
        id=content_id("a", report.id, raw.source, raw.cue, content),
        report=report.id,
        source=raw.source,
        cue=raw.cue,
        content=content,
        kind=kind_of(report.text, content, quotations),
        naming=SourceNaming(anonymity=Anonymity.NAMED),
        part=report.part_at(raw.content[0].start),
        score=raw.score,
        extractor=extractor,
    )
