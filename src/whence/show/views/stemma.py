"""The stemma: origins, outlets and reports as boxes, and who took what from whom as lines."""

from collections.abc import Iterable

from whence.model import Edge, EdgeKind, Judgement, NodeKind, Value
from whence.show.index import StoryIndex
from whence.show.views.days import format_when
from whence.show.views.layers import lay_columns
from whence.show.views.pieces import wrap_in_two
from whence.show.views.places import Places, Ref, shorten

_BOX_WIDTH, _BOX_HEIGHT, _LINE = 204, 46, 15
_GAP_X, _GAP_Y, _MARGIN = 84, 14, 12
_MOST_ORIGINS, _MOST_AMONG_MANY = 24, 8
"""Origins drawn as boxes of their own; more would hide the reports."""
_MANY = 20
"""Beyond so many reports those that nothing links stand in a line of words, not in boxes."""


class Box(Value, frozen=True, kw_only=True):
    """A node as drawn."""

    id: str
    x: int
    y: int
    width: int
    height: int
    kind: str
    lines: tuple[str, ...]
    """The title, in one line or two."""
    subtitle: str
    href: str


class Line(Value, frozen=True, kw_only=True):
    """An edge as drawn: from what was taken to who took it."""

    path: str
    giver: int
    """Number of the box it leaves."""
    taker: int
    kind: str
    title: str
    is_decided: bool


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


class _Link(Value, frozen=True, kw_only=True):
    giver: str
    taker: str
    kind: str
    title: str
    is_decided: bool


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
    high = _BOX_HEIGHT + (_LINE if any(len(box.lines) > 1 for box in boxes.values()) else 0)
    columns = lay_columns(list(boxes), [(link.giver, link.taker) for link in links])
    placed = _place(boxes, columns, high)
    numbers = {node: n for n, node in enumerate(placed)}
    tallest = max((len(column) for column in columns), default=0)
    return StemmaView(
        width=2 * _MARGIN + len(columns) * (_BOX_WIDTH + _GAP_X) - (_GAP_X if columns else 0),
        height=2 * _MARGIN + tallest * (high + _GAP_Y) - (_GAP_Y if tallest else 0),
        boxes=tuple(placed.values()),
        lines=tuple(_line(placed, link, numbers) for link in links if _is_drawn(placed, link)),
        takings=tuple(_taking(index, places, edge) for edge in index.story.descent.edges),
        left_out=left_out,
        alone=tuple(places.ref(report_id, ()) for report_id in alone),
    )


def _alone(index: StoryIndex, boxes: dict[str, Box], links: list[_Link]) -> list[str]:
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
        width=_BOX_WIDTH,
        height=_BOX_HEIGHT,
        kind=kind,
        lines=wrap_in_two(title, 24),
        subtitle=shorten(subtitle, 30),
        href=href,
    )


def _link(index: StoryIndex, edge: Edge) -> _Link:
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
    return _Link(
        giver=edge.target,
        taker=edge.report,
        kind=kind,
        title=reasons,
        is_decided=edge.direction is Judgement.YES,
    )


def _add_origins(index: StoryIndex, boxes: dict[str, Box], links: list[_Link]) -> int:
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
        boxes[origin_id] = _box(origin_id, "origin", title, str(origin.kind), "")
        for witness in origin.heard_by:
            links.append(
                _Link(
                    giver=origin_id,
                    taker=witness,
                    kind="heard",
                    title=origin.label,
                    is_decided=origin.judgement is Judgement.YES,
                )
            )
    return len(origins) - min(len(shared), most)


def _place(
    boxes: dict[str, Box], columns: tuple[tuple[str, ...], ...], high: int
) -> dict[str, Box]:
    tallest = max((len(column) for column in columns), default=0)
    placed = {}
    for x, column in enumerate(columns):
        offset = (tallest - len(column)) * (high + _GAP_Y) // 2
        for y, node in enumerate(column):
            placed[node] = boxes[node].replace(
                x=_MARGIN + x * (_BOX_WIDTH + _GAP_X),
                y=_MARGIN + offset + y * (high + _GAP_Y),
                height=high,
            )
    return placed


def _is_drawn(placed: dict[str, Box], link: _Link) -> bool:
    return link.giver in placed and link.taker in placed and link.giver != link.taker


def _line(placed: dict[str, Box], link: _Link, numbers: dict[str, int]) -> Line:
    a, b = placed[link.giver], placed[link.taker]
    y1, y2 = a.y + a.height // 2, b.y + b.height // 2
    if b.x > a.x:
        x1, x2 = a.x + a.width, b.x
        middle = (x1 + x2) // 2
        path = f"M{x1},{y1} C{middle},{y1} {middle},{y2} {x2},{y2}"
    elif b.x < a.x:
        x1, x2 = a.x, b.x + b.width
        path = f"M{x1},{y1} C{x1 - 40},{y1} {x2 + 40},{y2} {x2},{y2}"
    else:
        x1 = a.x + a.width
        path = f"M{x1},{y1} C{x1 + 44},{y1} {x1 + 44},{y2} {x1},{y2}"
    return Line(
        path=path,
        giver=numbers[link.giver],
        taker=numbers[link.taker],
        kind=link.kind,
        title=link.title,
        is_decided=link.is_decided,
    )


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
