"""Draws a stemma: boxes in columns, and lines that bend in the gaps and pass between the boxes."""

from collections import defaultdict
from itertools import pairwise

from whence.model import Value
from whence.show.views.layers import Layout, Slot, lay_columns
from whence.show.views.stacking import stack_slots

BOX_WIDTH, BOX_HEIGHT = 204, 46
_LINE = 15
"""Height that a second line of a title adds to the boxes."""
_GAP_X, _GAP_Y, _MARGIN = 84, 14, 12
_PASS = 4
"""Height of the slot in which lines pass a column."""
_RIM = 9
"""Height at the corners of a box where no line ends."""


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


class Link(Value, frozen=True, kw_only=True):
    """Who took from whom, to be drawn."""

    giver: str
    taker: str
    kind: str
    title: str
    is_decided: bool


class Line(Value, frozen=True, kw_only=True):
    """An edge as drawn: from what was taken to who took it."""

    path: str
    giver: int
    """Number of the box it leaves."""
    taker: int
    kind: str
    title: str
    is_decided: bool


class Drawing(Value, frozen=True, kw_only=True):
    """The boxes and lines where they stand."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


def draw_graph(boxes: dict[str, Box], links: list[Link]) -> Drawing:
    """The boxes from left (origins) to right (last takers), with lines for the links.

    Lines bend between the columns only, so that none passes behind a box.

    Args:
        boxes: Boxes by the id of their node, wherever they stand.
        links: What to draw between them; links to nodes without a box are left out.
    """
    high = BOX_HEIGHT + (_LINE if any(len(box.lines) > 1 for box in boxes.values()) else 0)
    layout = lay_columns(list(boxes), [(link.giver, link.taker) for link in links])
    middle, height = stack_slots(layout, box=high, bend=_PASS, gap=_GAP_Y)
    placed = _place(boxes, layout, middle, high)
    count = len(layout.columns)
    return Drawing(
        width=2 * _MARGIN + count * (BOX_WIDTH + _GAP_X) - (_GAP_X if count else 0),
        height=2 * _MARGIN + round(height),
        boxes=tuple(placed.values()),
        lines=_draw_lines(placed, layout, middle, links),
    )


def _place(
    boxes: dict[str, Box], layout: Layout, middle: dict[Slot, float], high: int
) -> dict[str, Box]:
    return {
        slot: boxes[slot].replace(
            x=_MARGIN + x * (BOX_WIDTH + _GAP_X),
            y=_MARGIN + round(middle[slot] - high / 2),
            height=high,
        )
        for x, column in enumerate(layout.columns)
        for slot in column
        if isinstance(slot, str)
    }


def _draw_lines(
    placed: dict[str, Box], layout: Layout, middle: dict[Slot, float], links: list[Link]
) -> tuple[Line, ...]:
    """The links as lines that bend between the columns only and pass them between the boxes."""
    numbers = {node: n for n, node in enumerate(placed)}
    column_of = {slot: x for x, column in enumerate(layout.columns) for slot in column}
    ends = _spread_ends(placed, layout, middle)
    lines = []
    for link in links:
        route = layout.routes.get((link.giver, link.taker))
        if route is None:
            continue
        points: list[tuple[int, int]] = []
        for step, slot in enumerate(route):
            left = _MARGIN + column_of[slot] * (BOX_WIDTH + _GAP_X)
            if step:
                points.append((left, ends[route[step - 1], slot][1]))
            if step < len(route) - 1:
                points.append((left + BOX_WIDTH, ends[slot, route[step + 1]][0]))
        lines.append(
            Line(
                path=_path(points if route[0] == link.giver else points[::-1]),
                giver=numbers[link.giver],
                taker=numbers[link.taker],
                kind=link.kind,
                title=link.title,
                is_decided=link.is_decided,
            )
        )
    return tuple(lines)


def _spread_ends(
    placed: dict[str, Box], layout: Layout, middle: dict[Slot, float]
) -> dict[tuple[Slot, Slot], tuple[int, int]]:
    """For each step of a route the heights at which it leaves and arrives.

    The lines of a box are spread over its side in the order of where they lead.
    """
    steps = {s for route in layout.routes.values() for s in pairwise(route)}
    leaving: dict[Slot, list[Slot]] = defaultdict(list)
    arriving: dict[Slot, list[Slot]] = defaultdict(list)
    for a, b in steps:
        leaving[a].append(b)
        arriving[b].append(a)

    def height(slot: Slot, other: Slot, others: list[Slot]) -> int:
        if not isinstance(slot, str):
            return _MARGIN + round(middle[slot])
        ordered = sorted(others, key=lambda s: (middle[s], str(s)))
        room = placed[slot].height - 2 * _RIM
        return placed[slot].y + _RIM + room * (2 * ordered.index(other) + 1) // (2 * len(ordered))

    return {(a, b): (height(a, b, leaving[a]), height(b, a, arriving[b])) for a, b in steps}


def _path(points: list[tuple[int, int]]) -> str:
    """A line through points two by two: curved from column to column, straight through one."""
    (x, y), *rest = points
    path = f"M{x},{y}"
    for step, (to_x, to_y) in enumerate(rest):
        middle = (x + to_x) // 2
        path += f" L{to_x},{to_y}" if step % 2 else f" C{middle},{y} {middle},{to_y} {to_x},{to_y}"
        x, y = to_x, to_y
    return path
