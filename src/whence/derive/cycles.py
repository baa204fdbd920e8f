"""Circular reporting: reports that in the end credit themselves."""

from collections import defaultdict

from whence.derive.material import Material
from whence.model import Cycle, Edge, EdgeKind, Judgement

_DIRECTED = frozenset({EdgeKind.CREDIT, EdgeKind.REUSE})


def find_cycles(material: Material, edges: tuple[Edge, ...]) -> tuple[Cycle, ...]:
    """The circles in which reports take from each other, smallest node first.

    Only edges whose direction is decided count, of credits those in words. Each knot of reports
    that can all reach each other gives one circle: the shortest through its first report.
    """
    following: dict[str, dict[str, str]] = defaultdict(dict)
    for edge in edges:
        inside = edge.target in material.by_id and edge.report in material.by_id
        if inside and edge.kind in _DIRECTED and edge.direction is Judgement.YES:
            following[edge.report].setdefault(edge.target, edge.id)
    cycles = []
    for knot in _find_knots(following):
        nodes = _shortest_circle(following, knot)
        steps = zip(nodes, [*nodes[1:], nodes[0]], strict=True)
        titles = " → ".join(material.title_of(node) for node in [*nodes, nodes[0]])
        cycles.append(
            Cycle(
                nodes=tuple(nodes),
                edges=tuple(following[a][b] for a, b in steps),
                reason=f"each takes it from the next, so nobody stands at the root: {titles}",
            )
        )
    return tuple(cycles)


def _find_knots(following: dict[str, dict[str, str]]) -> list[list[str]]:
    """Tarjan's strongly connected components of two or more nodes, without recursion."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    knots: list[list[str]] = []
    for start in sorted(following):
        if start in order:
            continue
        work: list[tuple[str, list[str]]] = [(start, sorted(following.get(start, {})))]
        order[start] = low[start] = len(order)
        stack.append(start)
        on_stack.add(start)
        while work:
            node, rest = work[-1]
            if rest:
                child = rest.pop(0)
                if child not in order:
                    order[child] = low[child] = len(order)
                    stack.append(child)
                    on_stack.add(child)
                    work.append((child, sorted(following.get(child, {}))))
                elif child in on_stack:
                    low[node] = min(low[node], order[child])
                continue
            work.pop()
            if work:
                low[work[-1][0]] = min(low[work[-1][0]], low[node])
            if low[node] == order[node]:
                knot = []
                while True:
                    member = stack.pop()
                    on_stack.discard(member)
                    knot.append(member)
                    if member == node:
                        break
                if len(knot) > 1:
                    knots.append(sorted(knot))
    return sorted(knots)


def _shortest_circle(following: dict[str, dict[str, str]], knot: list[str]) -> list[str]:
    """The shortest way from the first node of a knot back to it."""
    start = knot[0]
    inside = set(knot)
    before: dict[str, str] = {}
    queue = [start]
    for node in queue:
        for child in sorted(following.get(node, {})):
            if child == start:
                path = [node]
                while path[-1] != start:
                    path.append(before[path[-1]])
                return path[::-1]
            if child in inside and child not in before:
                before[child] = node
                queue.append(child)
    return knot
