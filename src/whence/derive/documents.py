"""Documents that reports rest on without having them: statements, posts, court papers."""

from collections import defaultdict
from datetime import date

from whence.derive.hearings import Hearing
from whence.derive.material import Material
from whence.derive.releases import is_release
from whence.lexicon.stems import is_content, stem
from whence.model import (
    CreditKind,
    Edge,
    EdgeKind,
    Evidence,
    Judgement,
    Node,
    NodeKind,
    OriginKind,
    Place,
    TargetKind,
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


class _Cited(Value, frozen=True, kw_only=True):
    """A document that a report cites, before those of all reports are joined."""

    report: str
    key: str
    """Equal for what may be one document."""
    name: str
    place: Place


def find_documents(
    material: Material, hearings: dict[str, Hearing], edges: tuple[Edge, ...]
) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """Nodes of the documents that reports cite, and an edge for each report that cites one.

    A statement or post is one document for all reports if its issuer is the same and they came out
    within three days of each other; court papers and other records are one if their names are. What
    a release of the set gives has its edges already, and so has what an outlet holds in its hands.

    Args:
        material: The story.
        hearings: How each attribution was heard: "in a statement", "in a post", "court papers".
        edges: Edges found so far.
    """
    joined: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        joined[edge.report].add(edge.target)
    cited: dict[str, list[_Cited]] = defaultdict(list)
    for found in [*_list_issued(material, hearings, joined), *_list_records(material)]:
        cited[found.key].append(found)
    nodes, new = [], []
    for key in sorted(cited):
        for group in _split_by_date(material, cited[key]):
            node = Node(
                id=content_id("document", key, group[0].report),
                kind=NodeKind.DOCUMENT,
                name=group[0].name,
            )
            nodes.append(node)
            new += _edges(material, node, group)
    return tuple(nodes), tuple(new)


def _list_issued(
    material: Material, hearings: dict[str, Hearing], joined: dict[str, set[str]]
) -> list[_Cited]:
    """Statements and posts by the one who issued them, as far as a report names an issuer."""
    releases = {report.id for report in material.reports if is_release(report)}
    found = []
    for hearing in hearings.values():
        issuer = hearing.voice
        if hearing.kind not in _ISSUED or hearing.inherited or issuer is None:
            continue
        if hearing.place is None or hearing.report in releases:
            continue
        if joined[hearing.report] & releases:
            continue
        name = _ISSUED[hearing.kind].format(issuer=material.name_of(issuer))
        key = f"{hearing.kind}:{fold_case(name)}"
        found.append(_Cited(report=hearing.report, key=key, name=name, place=hearing.place))
    return found


def _list_records(material: Material) -> list[_Cited]:
    """Court papers and other records by their names."""
    found = []
    for extraction in material.extractions:
        for credit in extraction.credits:
            is_record = credit.target_kind is TargetKind.DOCUMENT
            if not is_record or credit.kind is not CreditKind.DOCUMENT:
                continue
            words = fold_case(credit.target).split()
            key = " ".join(sorted({stem(word) for word in words if is_content(word)}))
            place = Place(report=credit.report, span=credit.phrase)
            found.append(
                _Cited(report=credit.report, key=f"record:{key}", name=credit.target, place=place)
            )
    return found


def _split_by_date(material: Material, cited: list[_Cited]) -> list[list[_Cited]]:
    """Citations of one issuer's documents, parted where days without any lie between."""
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
