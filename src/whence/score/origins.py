"""How well edges, counts of origins and contributions of reports were found."""

from collections import defaultdict

import msgspec

from whence.score.names import TargetNames
from whence.score.rates import Hits, Rate
from whence.score.shapes import Edge, Gold, Origin, Output

EdgeKey = tuple[str, frozenset[str] | tuple[str, str]]


class OriginScore(msgspec.Struct, frozen=True, kw_only=True):
    """Counts over edges, origins and contributions of one story, or of several added up."""

    edge: Hits
    exact: Rate
    exact_where_many: Rate
    acceptable: Rate
    found: Rate
    contribution: Rate


def edge_key(edge: Edge, targets: TargetNames) -> EdgeKey:
    """What makes two edges the same: reuse has no direction, every other type counts as credit."""
    ends = (targets.node(edge.report), targets.node(edge.target))
    return ("reuse", frozenset(ends)) if edge.type == "reuse" else ("credit", ends)


def _is_loop(key: EdgeKey) -> bool:
    return isinstance(key[1], tuple) and key[1][0] == key[1][1]


def score_origins(gold: Gold, output: Output) -> OriginScore:
    """Counts for one story."""
    targets = TargetNames(gold)
    known = {edge_key(edge, targets) for edge in gold.derivations}
    asked = {edge_key(edge, targets) for edge in gold.derivations if not edge.optional}
    given = {edge_key(edge, targets) for edge in output.derivations}
    given = {key for key in given if not _is_loop(key)}
    counted = sum(key in asked or key not in known for key in given)
    exact, many, acceptable, found = _score_counts(gold, output)
    total = len(gold.origins)
    several = sum((origin.n_independent or 0) > 1 for origin in gold.origins)
    return OriginScore(
        edge=Hits.of(len(given & asked), counted, len(asked)),
        exact=Rate(right=exact, total=total),
        exact_where_many=Rate(right=many, total=several),
        acceptable=Rate(right=acceptable, total=total),
        found=Rate(right=found, total=total),
        contribution=_score_contributions(gold, output),
    )


def _score_counts(gold: Gold, output: Output) -> tuple[int, int, int, int]:
    """How often the count is exact, exact beyond one, acceptable; and how often there is one."""
    covered = cover_origins(output)
    exact = many = acceptable = found = 0
    for wanted in gold.origins:
        best = pick_origin(wanted, covered)
        if best is None:
            continue
        found += 1
        same = best.n_independent == wanted.n_independent
        exact += same
        many += same and (best.n_independent or 0) > 1
        acceptable += same or best.n_independent in wanted.n_acceptable
    return exact, many, acceptable, found


Covered = list[tuple[Origin, dict[str, set[int]]]]


def cover_origins(output: Output) -> Covered:
    """Every origin of the system with the characters that its members cover, by report."""
    covered: Covered = []
    for origin in output.origins:
        cells: dict[str, set[int]] = defaultdict(set)
        for member in origin.members:
            cells[member.report] |= member.cells()
        covered.append((origin, cells))
    return covered


def pick_origin(wanted: Origin, covered: Covered) -> Origin | None:
    """The system origin that covers most gold members, if it covers half of them."""
    places = [(member.report, member.cells()) for member in wanted.members]
    best: Origin | None = None
    best_rank = (0, 0)
    for origin, cells in covered:
        hits = sum(
            len(mine & cells.get(report, set())) >= min(0.5 * len(mine), 0.5 * max(1, len(mine)))
            for report, mine in places
        )
        rank = (hits, hits - len(origin.members))
        if hits and (best is None or rank > best_rank):
            best, best_rank = origin, rank
    return best if best_rank[0] >= max(1, 0.5 * len(places)) else None


def _score_contributions(gold: Gold, output: Output) -> Rate:
    """Reports whose contribution is named as in gold, of those where gold names one."""
    given = {report.id: report.contribution for report in output.reports}
    wanted = [report for report in gold.reports if report.contribution]
    right = sum(given.get(report.id) == report.contribution for report in wanted)
    return Rate(right=right, total=len(wanted))
