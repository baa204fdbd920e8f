"""Small signs that two texts have something in common, and what they add to the edges.

A sign is a slip or a choice of words that few reports share. It joins each report that has it to
the one that had it first; which of them took it from which it cannot say.
"""

from collections import Counter, defaultdict

from whence.derive.dates import is_earlier
from whence.derive.material import Material
from whence.model import (
    Edge,
    EdgeKind,
    Evidence,
    Judgement,
    Place,
    ReuseClass,
    Span,
    Value,
    content_id,
)

_WEIGHT = 0.7
"""What a sign counts for: shared text is likelier than chance, and no more."""
_LEAST = 0.4
"""Score from which signs alone make an edge: one misspelling does, a rare word does not."""
_TAKING = frozenset({EdgeKind.CREDIT, EdgeKind.AGENCY, EdgeKind.LINK, EdgeKind.REUSE})

Places = dict[str, tuple[Span, ...]]
"""Report → where it has the sign."""
Joined = dict[str, set[str]]
"""Report → reports that an edge joins it to."""


class Sign(Value, frozen=True, kw_only=True):
    """Something small that few reports share."""

    kind: str
    score: float
    words: str
    """What the reports share, to be read after "Gazette and Courier: both"."""
    places: Places


def join_reports(material: Material, edges: tuple[Edge, ...]) -> Joined:
    """Which reports of the set an edge joins, whoever took from whom."""
    joined: Joined = defaultdict(set)
    for edge in edges:
        if edge.target in material.by_id and edge.kind in _TAKING:
            joined[edge.report].add(edge.target)
            joined[edge.target].add(edge.report)
    return joined


def count_knots(reports: set[str], joined: Joined) -> int:
    """How many groups the reports fall into when those that edges join are one."""
    left = set(reports)
    knots = 0
    while left:
        knots += 1
        queue = [left.pop()]
        for report in queue:
            near = joined.get(report, set()) & left
            queue += sorted(near)
            left -= near
    return knots


def add_signs(
    material: Material, edges: tuple[Edge, ...], joined: Joined, signs: tuple[Sign, ...]
) -> tuple[Edge, ...]:
    """The edges with the signs as evidence, and new ones where signs alone say enough.

    A report that shares a sign is joined to the earliest other one that has it. Where an edge
    joins it to one of them already, the sign is evidence there and raises its score; otherwise they
    have a text in common, and nothing says which, so that the new edge is of the kind ``shared``.
    """
    added: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for sign in signs:
        ordered = _by_time(material, list(sign.places))
        for position, report in enumerate(ordered[1:], start=1):
            known = [other for other in ordered[:position] if other in joined.get(report, set())]
            for other in known or ordered[:1]:
                added[report, other].append(_evidence(material, sign, report, other))
    kept = [_with_evidence(edge, added) for edge in edges]
    for (report, other), why in sorted(added.items()):
        if raise_score(0.0, why) >= _LEAST:
            kept.append(_edge(report, other, why))
    return tuple(kept)


def raise_score(score: float, evidence: list[Evidence]) -> float:
    """A score with more evidence: each piece takes away a part of the doubt that is left."""
    doubt = 1 - score
    for piece in evidence:
        doubt *= 1 - _WEIGHT * piece.score
    return round(1 - doubt, 3)


def _by_time(material: Material, reports: list[str]) -> list[str]:
    """Reports by how many of the others appeared before each, then by id."""
    before: Counter[str] = Counter()
    for report in reports:
        for other in reports:
            if is_earlier(material.by_id[other], material.by_id[report]) is True:
                before[report] += 1
    return sorted(reports, key=lambda report: (before[report], report))


def _evidence(material: Material, sign: Sign, report: str, other: str) -> Evidence:
    titles = f"{material.title_of(report)} and {material.title_of(other)}"
    return Evidence(
        kind=sign.kind,
        score=sign.score,
        reason=f"{titles}: both {sign.words}",
        places=tuple(
            Place(report=name, span=span) for name in (report, other) for span in sign.places[name]
        ),
    )


def _with_evidence(edge: Edge, added: dict[tuple[str, str], list[Evidence]]) -> Edge:
    more = added.pop((edge.report, edge.target), []) + added.pop((edge.target, edge.report), [])
    if not more:
        return edge
    score = min(0.99, raise_score(edge.score, more))
    return edge.replace(evidence=(*edge.evidence, *more), score=score)


def _edge(report: str, other: str, evidence: list[Evidence]) -> Edge:
    return Edge(
        id=content_id("edge", report, other, EdgeKind.SHARED),
        report=report,
        target=other,
        kind=EdgeKind.SHARED,
        direction=Judgement.UNSURE,
        score=raise_score(0.0, evidence),
        evidence=tuple(evidence),
        reuse_class=ReuseClass.COMMON_SOURCE,
    )
