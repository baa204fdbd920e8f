"""Heights of the slots of a layout: each near those it is joined to, none over another."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from whence.show.views.layers import Layout, Slot

_SWEEPS = 6


def stack_slots(
    layout: Layout, *, box: float, bend: float, gap: float
) -> tuple[dict[Slot, float], float]:
    """The middle of each slot, from the top of the drawing down, and the drawing's height.

    Slots keep their order. Each is drawn to the mean height of its neighbours, as far as those
    above and below leave room.

    Args:
        layout: The columns.
        box: Height of a node.
        bend: Height of a slot in which lines pass.
        gap: Room between two slots.
    """
    high = {s: box if isinstance(s, str) else bend for column in layout.columns for s in column}
    near: dict[Slot, list[Slot]] = {slot: [] for slot in high}
    for route in layout.routes.values():
        for a, b in pairwise(route):
            near[a].append(b)
            near[b].append(a)
    middle: dict[Slot, float] = {}
    for column in layout.columns:
        middle |= _spread(column, dict.fromkeys(column, 0.0), high, gap)
    for sweep in range(_SWEEPS):
        for column in layout.columns if sweep % 2 == 0 else reversed(layout.columns):
            wished = {
                slot: _mean([middle[n] for n in near[slot]] or [middle[slot]]) for slot in column
            }
            middle |= _spread(column, wished, high, gap)
    top = min((middle[slot] - high[slot] / 2 for slot in middle), default=0.0)
    bottom = max((middle[slot] + high[slot] / 2 for slot in middle), default=0.0)
    return {slot: at - top for slot, at in middle.items()}, bottom - top


def _spread(
    column: Sequence[Slot], wished: Mapping[Slot, float], high: Mapping[Slot, float], gap: float
) -> dict[Slot, float]:
    """Heights in order that lie nearest to those wished for (pooling those that would overlap)."""
    offsets: list[float] = []
    below = 0.0
    for slot in column:
        offsets.append(below + high[slot] / 2)
        below += high[slot] + gap
    pools: list[tuple[float, int]] = []
    for slot, offset in zip(column, offsets, strict=True):
        total, count = wished[slot] - offset, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            total, count = total + pools[-1][0], count + pools[-1][1]
            pools.pop()
        pools.append((total, count))
    shifts = [total / count for total, count in pools for _ in range(count)]
    return {
        slot: offset + shift for slot, offset, shift in zip(column, offsets, shifts, strict=True)
    }


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
