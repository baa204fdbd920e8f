"""Places the nodes of a directed graph in columns, after Sugiyama, Tagawa and Toda (1981).

Columns by longest path from the roots, order within a column by the barycentre of neighbours.
Small and without chance: the same graph is drawn the same.
"""

from collections.abc import Iterable, Mapping, Sequence

_SWEEPS = 6


def lay_columns(
    nodes: Sequence[str], edges: Iterable[tuple[str, str]]
) -> tuple[tuple[str, ...], ...]:
    """Columns of nodes such that edges ``(from, to)`` run to the right wherever no circle forbids.

    Nodes without edges come last, in the first column.
    """
    known = set(nodes)
    pairs = sorted({(a, b) for a, b in edges if a != b and a in known and b in known})
    forward = _without_circles(nodes, pairs)
    ranks = _drawn_near(_ranks(nodes, forward), forward)
    columns: list[list[str]] = [[] for _ in range(max(ranks.values(), default=-1) + 1)]
    joined = {node for pair in pairs for node in pair}
    for node in sorted(nodes, key=lambda n: (n not in joined, nodes.index(n))):
        columns[ranks[node]].append(node)
    _order(columns, pairs)
    return tuple(tuple(column) for column in columns)


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


def _order(columns: list[list[str]], pairs: Iterable[tuple[str, str]]) -> None:
    """Sorts each column by where its neighbours stand, sweeping right and left."""
    neighbours: dict[str, list[str]] = {}
    for a, b in pairs:
        neighbours.setdefault(a, []).append(b)
        neighbours.setdefault(b, []).append(a)
    for sweep in range(_SWEEPS):
        position = {n: i / len(column) for column in columns for i, n in enumerate(column)}
        for column in columns if sweep % 2 == 0 else reversed(columns):
            column.sort(key=lambda node: _barycentre(node, neighbours, position))
            position.update({n: i / len(column) for i, n in enumerate(column)})


def _barycentre(
    node: str, neighbours: Mapping[str, list[str]], position: Mapping[str, float]
) -> tuple[bool, float]:
    around = [position[other] for other in neighbours.get(node, ())]
    if not around:
        return True, position[node]
    return False, sum(around) / len(around)
