"""Places the nodes of a directed graph in columns, after Sugiyama, Tagawa and Toda (1981).

Columns by longest path from the roots, order within a column by the barycentre of neighbours. A
line that passes a column on its way has a slot of its own there, so that it runs between the boxes.
Small and without chance: the same graph is drawn the same.
"""

from bisect import bisect_right, insort
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from whence.model import Value

_SWEEPS = 12


class Bend(NamedTuple):
    """The slot in which the lines of one node pass a column."""

    node: str
    """Where the lines come from, on their left."""
    column: int


Slot = str | Bend
"""What stands in a column: a node, or lines that pass it."""


class Layout(Value, frozen=True, kw_only=True):
    """A graph in columns."""

    columns: tuple[tuple[Slot, ...], ...]
    routes: dict[tuple[str, str], tuple[Slot, ...]]
    """Edge → the slots it runs through, from left to right, one in each column."""


def lay_columns(nodes: Sequence[str], edges: Iterable[tuple[str, str]]) -> Layout:
    """Columns of nodes such that edges ``(from, to)`` run to the right wherever no circle forbids.

    Nodes without edges come last, in the first column.
    """
    known = set(nodes)
    pairs = sorted({(a, b) for a, b in edges if a != b and a in known and b in known})
    forward = _without_circles(nodes, pairs)
    ranks = _drawn_near(_ranks(nodes, forward), forward)
    routes = {(a, b): _route(ranks, a, b) for a, b in pairs}
    columns: list[list[Slot]] = [[] for _ in range(max(ranks.values(), default=-1) + 1)]
    joined = {node for pair in pairs for node in pair}
    place = {node: n for n, node in enumerate(nodes)}
    for node in sorted(nodes, key=lambda n: (n not in joined, place[n])):
        columns[ranks[node]].append(node)
    for bend in dict.fromkeys(s for route in routes.values() for s in route[1:-1]):
        if isinstance(bend, Bend):
            columns[bend.column].append(bend)
    steps = {step for route in routes.values() for step in pairwise(route)}
    return Layout(columns=_order(columns, sorted(steps, key=str)), routes=routes)


def _route(ranks: Mapping[str, int], a: str, b: str) -> tuple[Slot, ...]:
    left, right = sorted((a, b), key=lambda node: ranks[node])
    bends = [Bend(left, column) for column in range(ranks[left] + 1, ranks[right])]
    return (left, *bends, right)


def _without_circles(
    nodes: Sequence[str], pairs: Sequence[tuple[str, str]]
) -> list[tuple[str, str]]:
    """The edges less those that close a circle, met depth first in the given order."""
    following: dict[str, list[str]] = {node: [] for node in nodes}
    for a, b in pairs:
        following[a].append(b)
    state: dict[str, int] = {}
    kept: list[tuple[str, str]] = []
    for root in nodes:
        if root in state:
            continue
        state[root] = 1
        stack = [(root, iter(following[root]))]
        while stack:
            node, rest = stack[-1]
            after = next(rest, None)
            if after is None:
                state[node] = 2
                stack.pop()
            elif state.get(after) != 1:
                kept.append((node, after))
                if after not in state:
                    state[after] = 1
                    stack.append((after, iter(following[after])))
    return kept


def _ranks(nodes: Sequence[str], forward: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Length of the longest path that ends in each node."""
    before: dict[str, int] = dict.fromkeys(nodes, 0)
    following: dict[str, list[str]] = {node: [] for node in nodes}
    for a, b in forward:
        following[a].append(b)
        before[b] += 1
    ranks = dict.fromkeys(nodes, 0)
    ready = [node for node in nodes if not before[node]]
    while ready:
        node = ready.pop()
        for after in following[node]:
            ranks[after] = max(ranks[after], ranks[node] + 1)
            before[after] -= 1
            if not before[after]:
                ready.append(after)
    return ranks


def _drawn_near(ranks: dict[str, int], forward: Iterable[tuple[str, str]]) -> dict[str, int]:
    """The ranks, with every root moved to the column before the first that takes from it."""
    pairs = tuple(forward)
    taking = {b for _, b in pairs}
    nearest: dict[str, int] = {}
    for a, b in pairs:
        if a not in taking:
            nearest[a] = min(nearest.get(a, ranks[b] - 1), ranks[b] - 1)
    return {**ranks, **nearest}


def _order(
    columns: list[list[Slot]], steps: Sequence[tuple[Slot, Slot]]
) -> tuple[tuple[Slot, ...], ...]:
    """Each column sorted by where its neighbours stand, sweeping right and left.

    Of the orders met the one with the fewest crossings is kept.
    """
    left: dict[Slot, list[Slot]] = {}
    right: dict[Slot, list[Slot]] = {}
    for a, b in steps:
        right.setdefault(a, []).append(b)
        left.setdefault(b, []).append(a)
    best = tuple(map(tuple, columns))
    fewest = _count_crossings(best, right)
    for sweep in range(_SWEEPS):
        towards = left if sweep % 2 == 0 else right
        place = {slot: i / len(column) for column in columns for i, slot in enumerate(column)}
        for column in columns if sweep % 2 == 0 else reversed(columns):
            column.sort(key=lambda slot: _barycentre(slot, towards, place))
            place |= {slot: i / len(column) for i, slot in enumerate(column)}
        crossings = _count_crossings(columns, right)
        if crossings < fewest:
            best, fewest = tuple(map(tuple, columns)), crossings
    return best


def _barycentre(
    slot: Slot, neighbours: Mapping[Slot, list[Slot]], place: Mapping[Slot, float]
) -> float:
    around = [place[other] for other in neighbours.get(slot, ())]
    return sum(around) / len(around) if around else place[slot]


def _count_crossings(columns: Sequence[Sequence[Slot]], right: Mapping[Slot, list[Slot]]) -> int:
    """How many pairs of lines cross between neighbouring columns."""
    place = {slot: i for column in columns for i, slot in enumerate(column)}
    crossings = 0
    for column in columns:
        ends: list[int] = []
        for slot in column:
            here = [place[other] for other in right.get(slot, ())]
            crossings += sum(len(ends) - bisect_right(ends, end) for end in here)
            for end in here:
                insort(ends, end)
    return crossings
