"""The stemma: origins, outlets and reports as boxes, and who took what from whom as lines."""

from collections.abc import Iterable

from whence.model import Edge, EdgeKind, Judgement, NodeKind, Value
from whence.show.index import StoryIndex
from whence.show.views.days import format_when
from whence.show.views.drawing import BOX_HEIGHT, BOX_WIDTH, Box, Line, Link, draw_graph
from whence.show.views.pieces import wrap_in_two
from whence.show.views.places import Places, Ref, shorten
from whence.show.views.statements import hearing_kind

_MOST_ORIGINS, _MOST_AMONG_MANY = 24, 8
"""Origins drawn as boxes of their own; more would hide the reports."""
_MANY = 20
"""Beyond so many reports those that nothing links stand in a line of words, not in boxes."""


class Taking(Value, frozen=True, kw_only=True):
    """An edge in words, for the list beside the drawing."""

    taker: str
    giver: str
    kind: str
    direction: str
    score: int
    """Per cent."""
    reuse: str
    is_borne_out: str
    reasons: tuple[str, ...]
    refs: tuple[Ref, ...]


class StemmaView(Value, frozen=True, kw_only=True):
    """The drawing and the list that says the same."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    takings: tuple[Taking, ...]
    left_out: int
    """Origins that are not drawn, most of them carried by one report each."""
    alone: tuple[Ref, ...]
    """Reports that nothing links to another, where they are too many to draw."""


def view_stemma(index: StoryIndex, places: Places) -> StemmaView:
    """The stemma of the story, laid out from left (origins) to right (last takers)."""
    boxes = {box.id: box for box in _report_boxes(index, places)}
    drawn = [e for e in index.story.descent.edges if e.kind is not EdgeKind.PHOTO]
    links = [_link(index, edge) for edge in drawn]
    used = {end for link in links for end in (link.giver, link.taker)}
    for node in index.story.descent.nodes:
        if node.id not in boxes and node.id in used and node.kind is not NodeKind.HEARING:
            kind = "missing" if node.is_inferred else str(node.kind)
            boxes[node.id] = _box(node.id, kind, node.name, kind, "")
    left_out = _add_origins(index, boxes, links)
    alone = _alone(index, boxes, links)
    for report_id in alone:
        del boxes[report_id]
    drawing = draw_graph(boxes, links)
    return StemmaView(
        width=drawing.width,
        height=drawing.height,
        boxes=drawing.boxes,
        lines=drawing.lines,
        takings=tuple(_taking(index, places, edge) for edge in index.story.descent.edges),
        left_out=left_out,
        alone=tuple(places.ref(report_id, ()) for report_id in alone),
    )


def _alone(index: StoryIndex, boxes: dict[str, Box], links: list[Link]) -> list[str]:
    if len(index.reports) <= _MANY:
        return []
    linked = {end for link in links for end in (link.giver, link.taker)}
    return [name for name in boxes if name in index.reports and name not in linked]


def _report_boxes(index: StoryIndex, places: Places) -> Iterable[Box]:
    for report in index.story.reports:
        originality = index.originality.get(report.id)
        contribution = str(originality.contribution) if originality else "unknown"
        published = report.published.value if report.published else ""
        yield _box(
            report.id,
            f"report {contribution}",
            report.outlet or report.id,
            f"{format_when(published[:16]) or 'no date'} · {contribution}",
            f"#{places.report(report.id)}",
        )


def _box(node: str, kind: str, title: str, subtitle: str, href: str) -> Box:
    return Box(
        id=node,
        x=0,
        y=0,
        width=BOX_WIDTH,
        height=BOX_HEIGHT,
        kind=kind,
        lines=wrap_in_two(title, 24),
        subtitle=shorten(subtitle, 30),
        href=href,
    )


def _link(index: StoryIndex, edge: Edge) -> Link:
    kind = {
        EdgeKind.CREDIT: "credited",
        EdgeKind.AGENCY: "credited",
        EdgeKind.LINK: "credited",
        EdgeKind.REUSE: "copied",
        EdgeKind.SHARED: "inferred",
    }[edge.kind]
    node = index.nodes.get(edge.target)
    if node and node.is_inferred:
        kind = "inferred"
    reasons = "; ".join(evidence.reason for evidence in edge.evidence)
    return Link(
        giver=edge.target,
        taker=edge.report,
        kind=kind,
        title=reasons,
        is_decided=edge.direction is Judgement.YES,
    )


def _add_origins(index: StoryIndex, boxes: dict[str, Box], links: list[Link]) -> int:
    """Adds the hearings that most reports carry; gives how many are not drawn.

    A hearing that is a document or a release, which is a node already, has its box there.
    """
    carried: dict[str, set[str]] = {}
    origins = {}
    for basis in index.story.descent.bases:
        for origin in basis.origins:
            if origin.document not in boxes:
                origins[origin.id] = origin
                carried.setdefault(origin.id, set()).update(origin.reports)
    shared = [o for o in sorted(carried) if len(carried[o]) > 1 and origins[o].heard_by]
    shared.sort(key=lambda o: (-len(carried[o]), o))
    most = _MOST_ORIGINS if len(index.reports) <= _MANY else _MOST_AMONG_MANY
    for origin_id in shared[:most]:
        origin = origins[origin_id]
        voice = index.entities.get(origin.voice or "")
        title = voice.name if voice else origin.label
        boxes[origin_id] = _box(origin_id, "origin", title, hearing_kind(origin.kind), "")
        for witness in origin.heard_by:
            links.append(
                Link(
                    giver=origin_id,
                    taker=witness,
                    kind="heard",
                    title=origin.label,
                    is_decided=origin.judgement is Judgement.YES,
                )
            )
    return len(origins) - min(len(shared), most)


def _taking(index: StoryIndex, places: Places, edge: Edge) -> Taking:
    node = index.nodes.get(edge.target)
    giver = node.name if node else edge.target
    if edge.target in index.reports:
        giver = places.label(edge.target)
    directions = {
        Judgement.YES: "decided",
        Judgement.UNSURE: "direction undecided",
        Judgement.NO: "the other way round",
    }
    borne_out = {True: "the credited report carries it", False: "NOT in the credited report"}
    return Taking(
        taker=places.label(edge.report),
        giver=giver,
        kind=str(edge.kind),
        direction=directions[edge.direction],
        score=round(100 * edge.score),
        reuse=str(edge.reuse_class or ""),
        is_borne_out=borne_out[edge.is_borne_out] if edge.is_borne_out is not None else "",
        reasons=tuple(dict.fromkeys(evidence.reason for evidence in edge.evidence)),
        refs=places.refs(place for evidence in edge.evidence for place in evidence.places),
    )
