"""Statements and posts that reports cite by who issued them."""

from collections import defaultdict
from datetime import date

from whence.derive.material import Material
from whence.derive.origins.types import Hearing
from whence.lexicon.releases import is_release
from whence.model import (
    Edge,
    EdgeKind,
    Evidence,
    Judgement,
    Node,
    NodeKind,
    OriginKind,
    Place,
    Value,
    content_id,
)
from whence.text import fold_case

_ISSUED = {
    OriginKind.RELEASE: "a written statement of {issuer}",
    OriginKind.POST: "a post of {issuer}",
}
_DAYS_APART = 3
"""Days between two reports from which one issuer's statements are held to be two."""
_SCORE = 0.8


class Issued(Value, frozen=True, kw_only=True):
    """The statements and posts of a story."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    """One for each report that cites one."""
    node_of: dict[str, Node]
    """Attribution → the statement, post or release that its words stand in."""


class _Cited(Value, frozen=True, kw_only=True):
    """A statement that a report cites, before those of all reports are joined."""

    attribution: str
    report: str
    name: str
    place: Place


def find_issued(
    material: Material, hearings: dict[str, Hearing], edges: tuple[Edge, ...]
) -> Issued:
    """Nodes of the statements and posts that reports cite, and an edge for each that cites one.

    A statement is one for all reports if its issuer is the same and they came out within three days
    of each other. Where the set holds the release itself, that report is the statement.

    Args:
        material: The story.
        hearings: How each attribution was heard: "in a statement", "in a post".
        edges: Edges found so far; they join reports to releases of the set.
    """
    releases = {report.id for report in material.reports if is_release(report)}
    printed = {edge.report: edge.target for edge in edges if edge.target in releases}
    printed |= {release: release for release in releases}
    node_of: dict[str, Node] = {}
    cited: dict[str, list[_Cited]] = defaultdict(list)
    for hearing in hearings.values():
        if hearing.kind not in _ISSUED or hearing.document is not None:
            continue
        release = printed.get(hearing.report)
        if release is not None:
            node = Node(id=release, kind=NodeKind.REPORT, name=material.title_of(release))
            node_of[hearing.attribution] = node
        elif hearing.voice is not None and hearing.place is not None:
            name = _ISSUED[hearing.kind].format(issuer=material.name_of(hearing.voice))
            found = _Cited(
                attribution=hearing.attribution,
                report=hearing.report,
                name=name,
                place=hearing.place,
            )
            cited[fold_case(name)].append(found)
    nodes: list[Node] = []
    new: list[Edge] = []
    for key in sorted(cited):
        for group in _split_by_date(material, cited[key]):
            first = group[0]
            node = Node(
                id=content_id("document", key, first.report),
                kind=NodeKind.DOCUMENT,
                name=first.name,
            )
            nodes.append(node)
            new += _edges(material, node, group)
            node_of |= {found.attribution: node for found in group}
    return Issued(nodes=tuple(nodes), edges=tuple(new), node_of=node_of)


def _split_by_date(material: Material, cited: list[_Cited]) -> list[list[_Cited]]:
    """Citations of one issuer's statements, parted where days without any lie between."""
    groups: list[list[_Cited]] = []
    last: date | None = None
    for found in sorted(
        cited, key=lambda c: (_day(material, c) or date.max, c.report, c.place.span)
    ):
        day = _day(material, found)
        apart = last is not None and day is not None and (day - last).days > _DAYS_APART
        if not groups or apart:
            groups.append([])
        groups[-1].append(found)
        last = day or last
    return groups


def _day(material: Material, cited: _Cited) -> date | None:
    published = material.by_id[cited.report].published
    try:
        return date.fromisoformat(published.value[:10]) if published else None
    except ValueError:
        return None


def _edges(material: Material, node: Node, group: list[_Cited]) -> list[Edge]:
    places: dict[str, list[Place]] = defaultdict(list)
    for found in group:
        if found.place not in places[found.report]:
            places[found.report].append(found.place)
    return [
        Edge(
            id=content_id("edge", report, node.id, EdgeKind.CREDIT),
            report=report,
            target=node.id,
            kind=EdgeKind.CREDIT,
            direction=Judgement.YES,
            score=_SCORE,
            evidence=(
                Evidence(
                    kind="credit-document",
                    score=_SCORE,
                    reason=f"{material.title_of(report)} cites {node.name}",
                    places=tuple(places[report]),
                ),
            ),
        )
        for report in sorted(places)
    ]
