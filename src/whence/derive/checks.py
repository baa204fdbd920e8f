"""Sourcing checks after the guidelines of agencies and broadcasters. They give no verdict."""

import re

from whence.derive.material import Material
from whence.lexicon import load_table
from whence.model import (
    Anonymity,
    Attribution,
    Basis,
    Check,
    CheckKind,
    Cycle,
    Edge,
    EdgeKind,
    Extraction,
    Figure,
    FigureKind,
    PartKind,
    Place,
    UnnamedType,
)
from whence.text import fold_case

_RULES: dict[str, str] = load_table("checks")["rules"]
_LEAST_OUTLETS = 3
_PLURAL = re.compile(
    r"\b(?:(?:several|two|three|multiple|some|other|various|senior|security|police|government|"
    r"intelligence|diplomatic|military|industry|well-placed) )*(?:sources|officials|insiders)\b"
)
_ONE = re.compile(r"(?:one|an?|the)\b")
_COUNTED = frozenset({FigureKind.COUNT, FigureKind.MONEY, FigureKind.PERCENT, FigureKind.MEASURE})
_NO_REASON = frozenset(
    {UnnamedType.OFFICIAL, UnnamedType.FAMILIAR, UnnamedType.WITNESS, UnnamedType.OTHER}
)
_HEAVY = 10


def find_checks(
    material: Material,
    edges: tuple[Edge, ...],
    bases: tuple[Basis, ...],
    cycles: tuple[Cycle, ...],
) -> tuple[Check, ...]:
    """Every check that speaks, sort by sort, each with the guideline it follows in our words."""
    return (
        *_single_origins(material, bases),
        *_circular(cycles),
        *_not_borne_out(material, edges),
        *_headlines(material),
        *_anonymous(material),
        *_plural_sources(material),
        *_uncounted_figures(material),
        *_unattributed(material),
    )


def _check(
    kind: CheckKind, message: str, places: tuple[Place, ...] = (), subject: str | None = None
) -> Check:
    return Check(kind=kind, rule=_RULES[kind], message=message, places=places, subject=subject)


def _single_origins(material: Material, bases: tuple[Basis, ...]) -> list[Check]:
    found = []
    for basis in bases:
        reports = {report for origin in basis.origins for report in origin.reports}
        outlets = {material.by_id[report].outlet or report for report in reports}
        if basis.count_high == 1 and len(outlets) >= _LEAST_OUTLETS:
            label = basis.origins[0].label if basis.origins else "one source"
            places = tuple(p for o in basis.origins for e in o.evidence for p in e.places)
            message = f"{len(outlets)} outlets carry it and all of it goes back to {label}"
            found.append(_check(CheckKind.SINGLE_ORIGIN, message, places, basis.subject))
    return found


def _circular(cycles: tuple[Cycle, ...]) -> list[Check]:
    return [_check(CheckKind.CIRCULAR, cycle.reason) for cycle in cycles if cycle.is_alarm]


def _not_borne_out(material: Material, edges: tuple[Edge, ...]) -> list[Check]:
    return [
        _check(
            CheckKind.CREDIT_NOT_BORNE_OUT,
            f"{material.title_of(edge.report)} credits {material.title_of(edge.target)}, whose"
            " report in this set does not carry it",
            tuple(place for evidence in edge.evidence for place in evidence.places),
            edge.id,
        )
        for edge in edges
        if edge.kind is EdgeKind.CREDIT and edge.is_borne_out is False
    ]


def _headlines(material: Material) -> list[Check]:
    return [
        _check(
            CheckKind.HEADLINE_BEYOND_BODY,
            gap.reason,
            (Place(report=gap.report, span=gap.headline),)
            + ((Place(report=gap.report, span=gap.body),) if gap.body else ()),
        )
        for gap in material.comparison.headline_gaps
    ]


def _statements(material: Material) -> list[Attribution]:
    return [
        attribution
        for extraction in material.extractions
        for attribution in extraction.attributions
        if attribution.is_statement and attribution.part is not PartKind.HEADLINE
    ]


def _anonymous(material: Material) -> list[Check]:
    """One check a report for its unnamed sources without a reason."""
    places: dict[str, list[Place]] = {}
    for attribution in _statements(material):
        naming = attribution.naming
        if naming.anonymity is not Anonymity.UNNAMED or naming.reason or not attribution.source:
            continue
        if naming.unnamed_type in _NO_REASON:
            places.setdefault(attribution.report, []).append(
                Place(report=attribution.report, span=attribution.source[0])
            )
    return [
        _check(
            CheckKind.ANONYMOUS_NO_REASON,
            f"{material.title_of(report)} does not name a source and gives no reason",
            tuple(found),
        )
        for report, found in sorted(places.items())
    ]


def _plural_sources(material: Material) -> list[Check]:
    """Several sources claimed in one report where it, or another for the same, has a single one."""
    found = []
    for statement in material.comparison.statements:
        sources = [
            _read_source(material, material.attributions[member.attribution])
            for member in statement.members
            if member.attribution in material.attributions
        ]
        plural = [place for place, words in sources if place and _PLURAL.search(words)]
        single = [place for place, words in sources if place and not _PLURAL.search(words)]
        if plural and single:
            message = "one report speaks of several sources where another has a single one"
            places = tuple(plural + single)
            found.append(_check(CheckKind.PLURAL_SOURCES, message, places, statement.id))
    return found + [check for e in material.extractions for check in _plural_in(material, e)]


def _read_source(material: Material, attribution: Attribution) -> tuple[Place | None, str]:
    """The words of an unnamed source and where they stand; no place where it is named or absent."""
    if not attribution.source or attribution.naming.anonymity is not Anonymity.UNNAMED:
        return None, ""
    span = attribution.source[0]
    words = fold_case(span.of(material.by_id[attribution.report].text))
    return Place(report=attribution.report, span=span), words


def _plural_in(material: Material, extraction: Extraction) -> list[Check]:
    """One report that speaks of officials and then quotes one official only."""
    plural: list[Place] = []
    single: list[Place] = []
    nouns: set[str] = set()
    sources = [_read_source(material, a) for a in extraction.attributions if a.is_statement]
    for place, words in sources:
        match = _PLURAL.search(words)
        if place and match:
            plural.append(place)
            nouns.add(words.split()[-1].removesuffix("s"))
    for place, words in sources:
        is_one = not _PLURAL.search(words) and _ONE.match(words)
        if place and is_one and words.split()[-1] in nouns:
            single.append(place)
    if not plural or not single:
        return []
    title = material.title_of(extraction.report)
    message = f"{title} speaks of several sources and quotes a single one"
    return [_check(CheckKind.PLURAL_SOURCES, message, tuple(plural + single))]


def _uncounted_figures(material: Material) -> list[Check]:
    """One check a report for figures of a shared measure that nobody is said to have counted."""
    measured = {figure for measure in material.comparison.measures for figure in measure.figures}
    places: dict[str, list[Place]] = {}
    for figure_id in sorted(measured):
        figure = material.figures.get(figure_id)
        if figure is None or figure.attribution or figure.counter or not _is_heavy(figure):
            continue
        if not _has_credit(material, figure):
            places.setdefault(figure.report, []).append(
                Place(report=figure.report, span=figure.span)
            )
    return [
        _check(
            CheckKind.FIGURE_NO_COUNTER,
            f"{material.title_of(report)} gives a figure and does not say who counted",
            tuple(sorted(found, key=lambda place: place.span)),
        )
        for report, found in sorted(places.items())
    ]


def _is_heavy(figure: Figure) -> bool:
    high = figure.high if figure.high is not None else figure.low
    return figure.kind in _COUNTED and high is not None and high >= _HEAVY


def _has_credit(material: Material, figure: Figure) -> bool:
    """Whether a credit stands within a sentence's length of the figure."""
    return any(
        abs(credit.phrase.start - figure.span.start) < 160
        for credit in material.credits(figure.report)
    )


def _unattributed(material: Material) -> list[Check]:
    """Speech in quotation marks whose speaker nothing decides, one check a report."""
    places: dict[str, list[Place]] = {}
    for attribution in _statements(material):
        if attribution.source or attribution.id in material.resolution.speakers:
            continue
        if attribution.content and not attribution.cue:
            places.setdefault(attribution.report, []).append(
                Place(report=attribution.report, span=attribution.content[0])
            )
    return [
        _check(
            CheckKind.NO_ATTRIBUTION,
            f"{material.title_of(report)} gives words of which it does not say whose they are",
            tuple(found),
        )
        for report, found in sorted(places.items())
    ]
