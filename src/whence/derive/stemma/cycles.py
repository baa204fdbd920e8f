"""Circular reporting: reports that in the end credit themselves."""

import re
from collections import defaultdict
from itertools import pairwise

from whence.derive.dates import is_earlier
from whence.derive.material import Material
from whence.derive.stemma.credited import sentence_of
from whence.lexicon.stems import is_content, stem
from whence.model import Cycle, Edge, EdgeKind, Judgement, Span
from whence.text import fold_case

_DIRECTED = frozenset({EdgeKind.CREDIT, EdgeKind.REUSE})
_WORD = re.compile(r"[^\W_]+")
_ALIKE = 1 / 3
"""Share of the fewer words that two credits have in common where they are for one matter."""
_MOST_STEPS = 4

_ONE_MATTER = "each takes it from the next, so nobody stands at the root"
_SEVERAL = "each takes something from the next, though not one thing"
_RETURN = "what one outlet takes from another goes back to a report of its own"

_Steps = dict[str, dict[str, list[Edge]]]
"""Report → report that it takes from → the edges that say so."""


def find_cycles(material: Material, edges: tuple[Edge, ...]) -> tuple[Cycle, ...]:
    """The circles in which reports take from each other, smallest node first.

    Only edges whose direction is decided count, of credits those in words. Each knot of reports
    that can all reach each other gives one circle: the shortest through its first report. It is an
    alarm where the credits are for one matter: two outlets may credit each other for two. So is a
    way back to an outlet's own earlier report: what it has confirmed is what it wrote itself.
    """
    steps: _Steps = defaultdict(lambda: defaultdict(list))
    for edge in edges:
        inside = edge.target in material.by_id and edge.report in material.by_id
        if inside and edge.kind in _DIRECTED and edge.direction is Judgement.YES:
            steps[edge.report][edge.target].append(edge)
    cycles = []
    for knot in _find_knots(steps):
        nodes = _shortest_circle(steps, knot)
        around = [*nodes, nodes[0]]
        is_alarm = all(
            _is_one_matter(material, steps, a, b, c) for a, b, c in _turns([*around, nodes[1]])
        )
        told = _ONE_MATTER if is_alarm else _SEVERAL
        cycles.append(_cycle(material, steps, around, told, is_alarm=is_alarm))
    return (*cycles, *_find_returns(material, steps))


def _turns(nodes: list[str]) -> list[tuple[str, str, str]]:
    return list(zip(nodes, nodes[1:], nodes[2:], strict=False))


def _cycle(
    material: Material, steps: _Steps, around: list[str], told: str, *, is_alarm: bool = True
) -> Cycle:
    titles = " → ".join(material.title_of(node) for node in around)
    return Cycle(
        nodes=tuple(dict.fromkeys(around)),
        edges=tuple(steps[a][b][0].id for a, b in pairwise(around)),
        reason=f"{told}: {titles}",
        is_alarm=is_alarm,
    )


def _is_one_matter(material: Material, steps: _Steps, a: str, b: str, c: str) -> bool:
    """Whether what one report takes from the next may be what that one takes in its turn."""
    given = [_matter(material, edge) for edge in steps[a][b]]
    taken = [_matter(material, edge) for edge in steps[b][c]]
    return any(
        _is_alike(x, y) for first in given for second in taken for x in first for y in second
    )


def _matter(material: Material, edge: Edge) -> list[frozenset[str]]:
    """The stems of each sentence that gives the credit; an empty set for anything at all."""
    if edge.kind is not EdgeKind.CREDIT:
        return [frozenset()]
    return [
        _stems_beside(material, place.report, place.span)
        for piece in edge.evidence
        for place in piece.places
        if place.report == edge.report
    ] or [frozenset()]


def _stems_beside(material: Material, report: str, phrase: Span) -> frozenset[str]:
    text = material.by_id[report].text
    sentence = sentence_of(material.by_id[report], phrase)
    rest = f"{text[sentence.start : phrase.start]} {text[phrase.end : sentence.end]}"
    return frozenset(stem(word) for word in _WORD.findall(fold_case(rest)) if is_content(word))


def _is_alike(a: frozenset[str], b: frozenset[str]) -> bool:
    return not a or not b or len(a & b) >= max(1.0, _ALIKE * min(len(a), len(b)))


def _find_returns(material: Material, steps: _Steps) -> list[Cycle]:
    """Ways from a report over another outlet to an earlier report of its own outlet."""
    found = []
    for start in sorted(steps):
        outlet = material.own_key(start)
        ways = [[start, first] for first in sorted(steps[start])]
        seen = {start}
        for way in ways:
            last = way[-1]
            if last in seen or len(way) > _MOST_STEPS:
                continue
            seen.add(last)
            for onward in sorted(steps.get(last, {})):
                if not _is_one_matter(material, steps, way[-2], last, onward):
                    continue
                mine, theirs = material.by_id[start], material.by_id[onward]
                is_own = onward != start and material.own_key(onward) == outlet
                if is_own and is_earlier(mine, theirs) is not True:
                    found.append(_cycle(material, steps, [*way, onward], _RETURN))
                elif onward not in seen:
                    ways.append([*way, onward])
    return found


def _find_knots(following: _Steps) -> list[list[str]]:
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


def _shortest_circle(following: _Steps, knot: list[str]) -> list[str]:
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
