"""Everything decided about an attribution once its spans are known, for every extractor."""

from bisect import bisect_right
from typing import Final

from whence.extract.cases import Case, Sentences
from whence.extract.chains import build_chains
from whence.extract.cuetypes import cue_type_of, is_uttered, polarity_of, words_of
from whence.extract.interface import Findings
from whence.extract.kinds import kind_of
from whence.extract.modalities import modality_of
from whence.extract.naming import Namings
from whence.extract.quotations import is_inside, without_marks
from whence.model import (
    Attribution,
    CuePolarity,
    Kind,
    PartKind,
    Quotation,
    Report,
    SourceNaming,
    Spans,
    content_id,
)

LEAST_WITHOUT_SOURCE: Final = 0.45
"""Score below which indirect words without a source are left out (PolNeAR dev; 0.4 to 0.6 do as
well, and so they do on 60 articles of its train part)."""


def complete_attributions(
    report: Report,
    findings: Findings,
    *,
    blocks: Spans,
    quotations: tuple[Quotation, ...],
    extractor: str,
) -> tuple[Attribution, ...]:
    """The attributions of one report in order of text, each with all that the report says of it.

    Args:
        report: The report.
        findings: What an extractor found; contents may have quotation marks at their edges.
        blocks: The paragraphs that were read.
        quotations: The quotations of those paragraphs, in order.
        extractor: The extractor's name.
    """
    sentences = Sentences(report.text, blocks)
    cases = [
        Case(raw, without_marks(raw.content, quotations), sentences.reach_of(raw))
        for raw in sorted(findings.attributions, key=lambda raw: raw.content)
    ]
    build_chains(
        report,
        cases,
        blocks=blocks,
        sentences=sentences,
        quotations=quotations,
        mentions=findings.mentions,
    )
    kept = [case for case in cases if not case.dropped]
    ids = {id(case): _id_of(report, case) for case in kept}
    namings = Namings(report.text, blocks)
    parts = _Parts(report)
    found: list[Attribution] = []
    last: SourceNaming | None = None
    for case in kept:
        naming = namings.naming_of(case.source, case.reach, last)
        last = naming if case.source else last
        found.append(_complete(report, case, ids, naming, quotations, parts, extractor))
    return _without_doubtful(_without_idle(tuple(found)))


def _without_doubtful(found: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """What is left without words that are hardly anybody's: no source, no quotation, little surety.

    Such a finding is right in one case of five; what is a statement ("reportedly", "it was said")
    or refuses to be one stays.
    """
    doubtful: dict[str, str | None] = {
        attribution.id: attribution.nested_in
        for attribution in found
        if not attribution.source
        and attribution.kind is Kind.INDIRECT
        and not attribution.is_statement
        and attribution.cue_polarity is not CuePolarity.REFUSED
        and attribution.score < LEAST_WITHOUT_SOURCE
    }
    return _without(found, doubtful)


def _without_idle(found: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """What is left without the thoughts inside other attributions that nobody uttered.

    "He said he hoped to stay" is one statement, his; the hope is part of it. A refusal inside
    another's words stays, for it is kept as a non-statement.
    """
    idle: dict[str, str | None] = {
        attribution.id: attribution.nested_in
        for attribution in found
        if attribution.nested_in is not None
        and not attribution.is_statement
        and attribution.cue_polarity is not CuePolarity.REFUSED
    }
    return _without(found, idle)


def _without(
    found: tuple[Attribution, ...], left_out: dict[str, str | None]
) -> tuple[Attribution, ...]:
    """The attributions but some; what stands in those belongs to the nearest one around that stays.

    Args:
        found: All of them.
        left_out: Which to leave out, each with the one that it stands in.
    """
    kept: list[Attribution] = []
    for attribution in found:
        if attribution.id in left_out:
            continue
        outer = attribution.nested_in
        for _ in range(len(left_out)):
            if outer is None or outer not in left_out:
                break
            outer = left_out[outer]
        kept.append(attribution.replace(nested_in=outer))
    return tuple(kept)


def _id_of(report: Report, case: Case) -> str:
    return content_id("a", report.id, case.source, case.cue, case.content)


def _complete(
    report: Report,
    case: Case,
    ids: dict[int, str],
    naming: SourceNaming,
    quotations: tuple[Quotation, ...],
    parts: "_Parts",
    extractor: str,
) -> Attribution:
    text = report.text
    kind = kind_of(text, case.content, quotations)
    cue_type = cue_type_of(text, case.cue, case.content)
    polarity = polarity_of(text, case.cue, case.content, kind=cue_type)
    return Attribution(
        id=ids[id(case)],
        report=report.id,
        source=case.source,
        cue=case.cue,
        content=case.content,
        kind=kind,
        modality=modality_of(
            text,
            case.content,
            cue_words=" ".join(words_of(text, case.cue)),
            cue_type=cue_type,
            polarity=polarity,
            kind=kind,
        ),
        cue_type=cue_type,
        cue_polarity=polarity,
        is_statement=polarity is not CuePolarity.REFUSED
        and not case.is_relay
        and is_uttered(
            text,
            case.source,
            case.cue,
            case.content,
            kind=cue_type,
            is_mixed=kind is not Kind.INDIRECT,
            is_inner=bool(case.source) and is_inside(quotations, case.source[0].start),
        ),
        naming=naming,
        via=tuple(case.via),
        nested_in=ids.get(id(case.parent)) if case.parent is not None else None,
        part=parts.at(case.content[0].start),
        score=case.raw.score,
        extractor=extractor,
        meanings=case.raw.meanings,
    )


class _Parts:
    """What the part at a character is for, found by halving: reports may have many thousands."""

    def __init__(self, report: Report) -> None:
        self._parts = sorted(report.parts, key=lambda part: part.span)
        self._starts = [part.span.start for part in self._parts]

    def at(self, position: int) -> PartKind:
        index = bisect_right(self._starts, position) - 1
        if index >= 0 and position < self._parts[index].span.end:
            return self._parts[index].kind
        return PartKind.BODY
