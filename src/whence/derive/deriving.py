"""The front door: from compared reports to the stemma, the counts and the checks."""

from collections import defaultdict

from whence.derive.checks import find_checks
from whence.derive.documents.documents import join_papers, link_documents
from whence.derive.documents.papers import list_papers
from whence.derive.material import Material, index_material
from whence.derive.originality import weigh_originality
from whence.derive.origins.bases import find_bases
from whence.derive.origins.hearings import find_hearings
from whence.derive.origins.issued import Issued, find_issued
from whence.derive.origins.quoted import find_release_quotes
from whence.derive.origins.types import Copies, Hearing
from whence.derive.signs.choices import find_choices
from whence.derive.signs.signs import add_signs, join_reports
from whence.derive.signs.slips import find_slips
from whence.derive.stemma.credited import find_credited
from whence.derive.stemma.cycles import find_cycles
from whence.derive.stemma.missing import find_missing
from whence.derive.stemma.passages import find_shared_texts, list_words
from whence.derive.stemma.renaming import find_renamed
from whence.derive.stemma.reuse import find_reuse, group_versions
from whence.model import (
    Comparison,
    Descent,
    Edge,
    EdgeKind,
    Extraction,
    Node,
    NodeKind,
    Report,
    Resolution,
    ReuseClass,
)


def derive(
    reports: tuple[Report, ...],
    extractions: tuple[Extraction, ...],
    resolution: Resolution,
    comparison: Comparison,
) -> Descent:
    """Who took what from whom, and on how many hearings each statement rests.

    Args:
        reports: The reports of one story; their order changes nothing.
        extractions: What was found in each.
        resolution: Who is who.
        comparison: What the reports share.
    """
    named = find_renamed(reports, extractions)
    material = index_material(reports, named, resolution, comparison)
    credited_nodes, credits = find_credited(material)
    documents = join_papers(material, list_papers(material))
    credited = (*credits, *link_documents(material, documents))
    words = list_words(material)
    shared = find_shared_texts(words)
    reuse = find_reuse(material, shared, credited)
    hearings = find_hearings(material, documents)
    quoted = find_release_quotes(material, hearings, (*credited, *reuse))
    missing_nodes, missing = find_missing(material, shared, (*credited, *reuse))
    taken = (*credited, *reuse, *quoted, *missing)
    issued = find_issued(material, hearings, taken)
    hearings = _with_documents(hearings, issued)
    found = (*taken, *issued.edges)
    joined = join_reports(material, found)
    signs = (*find_slips(material, joined), *find_choices(material, words, found))
    edges = tuple(sorted(add_signs(material, found, joined, signs), key=_by_ends))
    versions = group_versions(material, words, shared)
    bases = find_bases(material, hearings, _find_copies(edges, versions))
    cycles = find_cycles(material, edges)
    return Descent(
        nodes=(
            *_report_nodes(material),
            *credited_nodes,
            *missing_nodes,
            *(document.node for document in documents),
            *issued.nodes,
        ),
        edges=edges,
        cycles=cycles,
        originality=weigh_originality(material, shared, edges, hearings),
        bases=bases,
        checks=find_checks(material, edges, bases, cycles),
        version_groups=versions,
    )


def _with_documents(hearings: dict[str, Hearing], issued: Issued) -> dict[str, Hearing]:
    """The hearings with the written statement that each public one was read in."""
    return {
        name: hearing.replace(document=issued.node_of.get(name, hearing.document))
        for name, hearing in hearings.items()
    }


def _by_ends(edge: Edge) -> tuple[str, str, str]:
    return (edge.report, edge.target, edge.kind)


def _report_nodes(material: Material) -> tuple[Node, ...]:
    return tuple(
        Node(id=report.id, kind=NodeKind.REPORT, name=report.outlet or report.id)
        for report in material.reports
    )


def _find_copies(edges: tuple[Edge, ...], versions: tuple[tuple[str, ...], ...]) -> Copies:
    near: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        if edge.kind is EdgeKind.REUSE and edge.reuse_class is not ReuseClass.PRESS_RELEASE:
            near[edge.report].add(edge.target)
            near[edge.target].add(edge.report)
    for group in versions:
        for report in group:
            near[report].update(other for other in group if other != report)
    same = {report: frozenset(group) - {report} for group in versions for report in group}
    return Copies(near_verbatim={key: frozenset(near[key]) for key in sorted(near)}, versions=same)
