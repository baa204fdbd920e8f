"""The front door: from compared reports to the stemma, the counts and the checks."""

from whence.model import Comparison, Descent, Extraction, Node, NodeKind, Report, Resolution


def derive(
    reports: tuple[Report, ...],
    extractions: tuple[Extraction, ...],
    resolution: Resolution,
    comparison: Comparison,
) -> Descent:
    """Who took what from whom, and on how many hearings each statement rests.

    Args:
        reports: The reports of one story, sorted by id.
        extractions: What was found in each, in the same order.
        resolution: Who is who.
        comparison: What the reports share.
    """
    nodes = tuple(
        Node(id=report.id, kind=NodeKind.REPORT, name=report.outlet or report.id)
        for report in reports
    )
    return Descent(nodes=nodes)
