"""Whose words a report is made of, and what it adds of its own."""

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from whence.derive.material import Material
from whence.derive.origins.types import Hearing
from whence.derive.stemma.passages import SharedText
from whence.lexicon.releases import is_release
from whence.model import (
    Contribution,
    Credit,
    CreditKind,
    Edge,
    EdgeKind,
    Judgement,
    Originality,
    PartKind,
    Place,
    Report,
    TargetKind,
)

_READ = frozenset({PartKind.BODY, PartKind.STANDFIRST})
_COPY = 0.5
"""Share of a body that stands in an earlier report from which it is a copy."""
_PASSED_OFF = 0.3
"""The same, for words without credit in a report that heard nobody itself."""
_MANY = 5
"""Statements from which a single pick-up does not make a relay."""
_FEW = 0.2
_MOST_PLACES = 8


def weigh_originality(
    material: Material,
    shared: tuple[SharedText, ...],
    edges: tuple[Edge, ...],
    hearings: dict[str, Hearing],
) -> tuple[Originality, ...]:
    """For each report the shares of its characters and what it contributes, with the reason."""
    reuse = {
        frozenset((edge.report, edge.target)): edge for edge in edges if edge.kind is EdgeKind.REUSE
    }
    taken: dict[str, list[tuple[SharedText, Edge]]] = defaultdict(list)
    for text in shared:
        edge = reuse.get(frozenset((text.a, text.b)))
        if edge is not None:
            taken[edge.report].append((text, edge))
    return tuple(
        _weigh(material, report, taken[report.id], hearings) for report in material.reports
    )


def _weigh(
    material: Material,
    report: Report,
    taken: list[tuple[SharedText, Edge]],
    hearings: dict[str, Hearing],
) -> Originality:
    body = np.zeros(len(report.text) + 1, dtype=bool)
    for part in report.parts:
        if part.kind in _READ:
            body[part.span.start : part.span.end] = True
    if not report.parts:
        body[: len(report.text)] = True
    with_credit = np.zeros_like(body)
    without = np.zeros_like(body)
    places: list[Place] = []
    for text, edge in taken:
        target = with_credit if _is_credited(material, edge) else without
        for passage in text.passages:
            span = passage.a if text.a == report.id else passage.b
            target[span.start : span.end] = True
            places.append(Place(report=report.id, span=span))
    own_hearings, carried = _mark_relayed(material, report, hearings, with_credit)
    total = max(1, int(body.sum()))
    credited = float((with_credit & body).sum()) / total
    uncredited = float((without & body & ~with_credit).sum()) / total
    credited, uncredited = round(credited, 4), round(uncredited, 4)
    copied = float(((without | _passage_mask(body, taken, report)) & body).sum()) / total
    heard = any(hearing.is_own for hearing in own_hearings)
    is_copy = copied >= _COPY or (uncredited >= _PASSED_OFF and not heard)
    share = copied if is_copy else 0.0
    contribution, reason = _judge(material, report, taken, share, own_hearings, carried)
    return Originality(
        report=report.id,
        own=round(max(0.0, 1 - credited - uncredited), 4),
        credited=credited,
        uncredited=uncredited,
        contribution=contribution,
        reason=reason,
        places=tuple(dict.fromkeys(places))[:_MOST_PLACES],
    )


def _passage_mask(
    body: NDArray[np.bool_], taken: list[tuple[SharedText, Edge]], report: Report
) -> NDArray[np.bool_]:
    mask = np.zeros_like(body)
    for text, edge in taken:
        if edge.direction is Judgement.YES:
            for passage in text.passages:
                span = passage.a if text.a == report.id else passage.b
                mask[span.start : span.end] = True
    return mask


def _is_credited(material: Material, edge: Edge) -> bool:
    """Whether the taker names the one it took from, or the agency both took from."""
    kinds = {evidence.kind for evidence in edge.evidence}
    return bool(kinds & {"credit-direction", "common-source"})


def _mark_relayed(
    material: Material,
    report: Report,
    hearings: dict[str, Hearing],
    with_credit: NDArray[np.bool_],
) -> tuple[list[Hearing], list[Hearing]]:
    """The report's own hearings and those it carries, whose words are marked as credited."""
    own, carried = [], []
    for attribution in material.extraction_of[report.id].attributions:
        hearing = hearings.get(attribution.id)
        if hearing is None or not attribution.is_statement:
            continue
        if hearing.is_own or hearing.is_public:
            own.append(hearing)
        elif hearing.hearer is not None:
            carried.append(hearing)
            for span in attribution.content:
                with_credit[span.start : span.end] = True
    return own, carried


def _judge(
    material: Material,
    report: Report,
    taken: list[tuple[SharedText, Edge]],
    share: float,
    own: list[Hearing],
    carried: list[Hearing],
) -> tuple[Contribution, str]:
    """The contribution of a report, and the reason; the first rule that fits decides."""
    sources = sorted({edge.target for _, edge in taken if edge.direction is Judgement.YES})
    if sources and share:
        names = " and ".join(material.title_of(source) for source in sources[:3])
        return Contribution.COPY, f"{share:.0%} of its words stand in {names} before it"
    if is_release(report):
        return Contribution.ORIGINAL, "it is the release itself"
    credits = material.credits(report.id)
    claims = any(hearing.is_own for hearing in own) or any(c.is_self for c in credits)
    marks = [c.target for c in credits if c.kind is CreditKind.AGENCY and not c.is_self]
    if marks and not claims:
        return Contribution.RELAY, f"it is marked as the text of {marks[0]}"
    named = sorted({c.target for c in credits if _is_pick_up(material, c)})
    takes = bool(named or carried or sources)
    if claims:
        if takes:
            return Contribution.PARTLY, "it heard somebody itself, and takes from others too"
        return Contribution.ORIGINAL, "it heard somebody itself and names no other outlet"
    return _judge_without_claim(material, report, taken, own, carried, named)


def _is_pick_up(material: Material, credit: Credit) -> bool:
    """Whether a credit says that something was taken from another outlet, not from a release."""
    return (
        credit.kind in (CreditKind.TOLD, CreditKind.REPORTED, CreditKind.CITED)
        and credit.target_kind in (TargetKind.OUTLET, TargetKind.AGENCY)
        and not credit.is_self
        and not material.puts_out_releases(material.outlets.key_of(credit.target))
    )


def _judge_without_claim(
    material: Material,
    report: Report,
    taken: list[tuple[SharedText, Edge]],
    own: list[Hearing],
    carried: list[Hearing],
    named: list[str],
) -> tuple[Contribution, str]:
    """The contribution of a report that nowhere says that it heard somebody itself."""
    public = [hearing for hearing in own if hearing.is_public]
    statements = sum(a.is_statement for a in material.extraction_of[report.id].attributions)
    if named or carried:
        others = " and ".join(named[:3]) or "another outlet"
        if public and len(public) >= len(carried):
            reason = f"it reports what was said in public and takes from {others}"
            return Contribution.PARTLY, reason
        if statements >= _MANY and len(carried) <= _FEW * statements:
            reason = f"it credits {others} for little and does not say how it has the rest"
            return Contribution.PARTLY, reason
        return Contribution.RELAY, f"it hears nobody itself and credits {others}"
    if any(edge.direction is Judgement.UNSURE for _, edge in taken):
        reason = "it shares its words with another report; nothing says which was first"
        return Contribution.UNKNOWN, reason
    if public:
        reason = "it reports what was said in public and names no other outlet"
        return Contribution.ORIGINAL, reason
    return Contribution.UNKNOWN, "nothing in it says how it has what it reports"
