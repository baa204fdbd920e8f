"""Quotations credited to an outlet of the story that does not print them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from whence.compare.wording.edits import gravest_first
from whence.model import (
    Alignment,
    Carrier,
    Extraction,
    Report,
    Resolution,
    Span,
    Variation,
    Wording,
)
from whence.text import find_words, fold_letters

_EMPTY = frozenset("the a an of news newspaper online com daily".split())


class Outlets:
    """The outlets of a story by name, and the reports of each."""

    def __init__(self, reports: Sequence[Report], resolution: Resolution) -> None:
        names: dict[str, set[str]] = defaultdict(set)
        entities = {entity.id: entity for entity in resolution.entities}
        for report in reports:
            entity = entities.get(resolution.outlets.get(report.id, ""))
            known = {report.outlet} if report.outlet else set()
            if entity:
                known |= {entity.name, *entity.aliases}
            for name in known:
                names[report.id].add(name)
        self._names = {
            report: [_words(name) for name in sorted(found)] for report, found in names.items()
        }

    def reports_of(self, carrier: Carrier) -> frozenset[str]:
        """The reports of the outlet that a carrier names; empty if it has none here."""
        wanted = _words(carrier.name)
        telling = wanted - _EMPTY
        if not telling:
            return frozenset()
        return frozenset(
            report
            for report, names in self._names.items()
            if any(wanted == name or telling <= name for name in names)
        )


def _words(name: str) -> frozenset[str]:
    spans = find_words(name, Span(0, len(name)))
    return frozenset(fold_letters(span.of(name)) for span in spans)


def name_misquoted(
    alignments: Sequence[Alignment],
    reports: Sequence[Report],
    extractions: Sequence[Extraction],
    resolution: Resolution,
) -> tuple[Alignment, ...]:
    """The alignments, with every quotation named whose credited outlet does not have it."""
    outlets = Outlets(reports, resolution)
    via = {a.id: a.via for e in extractions for a in e.attributions if a.via}
    return tuple(_named(alignment, outlets, via) for alignment in alignments)


def _named(
    alignment: Alignment, outlets: Outlets, via: Mapping[str, tuple[Carrier, ...]]
) -> Alignment:
    wordings = (alignment.base, *alignment.variants)
    having = {wording.report for wording in wordings}
    base, *variants = (
        wording if not _is_misquoted(wording, outlets, via, having) else _add(wording)
        for wording in wordings
    )
    return alignment.replace(base=base, variants=tuple(variants))


def _is_misquoted(
    wording: Wording,
    outlets: Outlets,
    via: Mapping[str, tuple[Carrier, ...]],
    having: set[str],
) -> bool:
    for carrier in via.get(wording.attribution, ()):
        if carrier.is_self or carrier.inherited:
            continue
        theirs = outlets.reports_of(carrier)
        if theirs and wording.report not in theirs and not theirs & having:
            return True
    return False


def _add(wording: Wording) -> Wording:
    names = (*wording.variations, Variation.MISQUOTED_SOURCE)
    return wording.replace(variations=gravest_first(names))
