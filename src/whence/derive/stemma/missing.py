"""Ancestors that several reports must share and nobody names."""

from collections import defaultdict

from whence.derive.groups import Groups
from whence.derive.material import Material
from whence.derive.stemma.passages import SharedText
from whence.model import (
    Edge,
    EdgeKind,
    Evidence,
    Judgement,
    Node,
    NodeKind,
    Place,
    Span,
    content_id,
)

_LEAST_REPORTS = 3
_HELD = 0.8
"""Share of what the others share that a report must hold to be their possible ancestor."""


def find_missing(
    material: Material, shared: tuple[SharedText, ...], edges: tuple[Edge, ...]
) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """A missing ancestor for each group of reports that share words none of them can have given.

    A group is three or more reports joined by reuse that nothing directs and no common credit
    explains. If one of them holds nearly all that the others share, it may be the ancestor and
    none is inferred; if none does, a text outside the set lies under them. So it does where three
    outlets print the words on one day.
    """
    open_pairs = {
        frozenset((edge.report, edge.target))
        for edge in edges
        if edge.kind is EdgeKind.REUSE and edge.direction is Judgement.UNSURE
    }
    explained = {
        edge.report
        for edge in edges
        if edge.kind in (EdgeKind.AGENCY, EdgeKind.CREDIT) and edge.target not in material.by_id
    }
    texts = [
        text
        for text in shared
        if frozenset((text.a, text.b)) in open_pairs
        and not (text.a in explained and text.b in explained)
    ]
    nodes, found = [], []
    for group in _group(texts):
        if len(group) < _LEAST_REPORTS:
            continue
        if not _is_simultaneous(material, group) and _has_ancestor(group, texts):
            continue
        node = Node(
            id=content_id("missing", *group),
            kind=NodeKind.MISSING,
            name=f"a text that {len(group)} reports share and none names",
            is_inferred=True,
        )
        nodes.append(node)
        found += [_edge(material, report, node, group, texts) for report in group]
    return tuple(nodes), tuple(found)


def _is_simultaneous(material: Material, group: list[str]) -> bool:
    """Whether three outlets or more printed it at one time: each copying another is far-fetched."""
    outlets = {material.by_id[report].outlet for report in group} - {None}
    dates = {
        report.published.value[:10] if report.published else None
        for report in (material.by_id[name] for name in group)
    }
    return len(outlets) >= _LEAST_REPORTS and len(dates) == 1 and None not in dates


def _group(texts: list[SharedText]) -> list[list[str]]:
    groups = Groups(sorted({report for text in texts for report in (text.a, text.b)}))
    for text in texts:
        groups.join(text.a, text.b)
    return groups.members()


def _has_ancestor(group: list[str], texts: list[SharedText]) -> bool:
    """Whether one report holds nearly all the words that the others share among themselves."""
    inside = [text for text in texts if text.a in group]
    for candidate in group:
        held: dict[str, list[Span]] = defaultdict(list)
        for text in inside:
            if text.a == candidate:
                held[text.b] += [passage.b for passage in text.passages]
            elif text.b == candidate:
                held[text.a] += [passage.a for passage in text.passages]
        total = covered = 0
        for text in inside:
            if candidate in (text.a, text.b):
                continue
            for passage in text.passages:
                total += passage.a.end - passage.a.start
                covered += sum(
                    max(0, min(passage.a.end, s.end) - max(passage.a.start, s.start))
                    for s in held[text.a]
                )
        if covered >= _HELD * total:
            return True
    return False


def _edge(
    material: Material, report: str, node: Node, group: list[str], texts: list[SharedText]
) -> Edge:
    places = []
    for text in texts:
        if report == text.a:
            places += [Place(report=report, span=passage.a) for passage in text.passages]
        elif report == text.b:
            places += [Place(report=report, span=passage.b) for passage in text.passages]
    evidence = Evidence(
        kind="missing-ancestor",
        score=0.6,
        reason=(
            f"{material.title_of(report)} shares words with {len(group) - 1} other reports; none"
            " of them names a source, and nothing makes one of them the first"
        ),
        places=tuple(dict.fromkeys(places))[:6],
    )
    return Edge(
        id=content_id("edge", report, node.id, EdgeKind.SHARED),
        report=report,
        target=node.id,
        kind=EdgeKind.SHARED,
        direction=Judgement.YES,
        score=0.6,
        evidence=(evidence,),
    )
