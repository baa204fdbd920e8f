"""The exchange format of the scorer: ``whence-eval/1``."""

from typing import Any

import msgspec

from whence.model import (
    Alignment,
    Attribution,
    Basis,
    Carrier,
    Edge,
    EdgeKind,
    Figure,
    Hedge,
    Measure,
    Modality,
    Node,
    NodeKind,
    Relation,
    Spans,
    Story,
    TimexType,
    Wording,
)
from whence.show.index import StoryIndex

_MODALITY = {
    Modality.ASSERTED: "assert",
    Modality.DENIED: "deny",
    Modality.HEDGED: "hedge",
    Modality.QUESTIONED: "question",
    Modality.ORDERED: "order",
    Modality.HYPOTHETICAL: "hypothetical",
}
_QUALIFIER = {Hedge.NEARLY: "about", Hedge.FEWER_THAN: "at most"}
_RELATION = {Relation.DIFFERENT_SCOPE: "different_source"}
_EDGE = {
    EdgeKind.CREDIT: "credit",
    EdgeKind.AGENCY: "credit",
    EdgeKind.LINK: "credit",
    EdgeKind.REUSE: "reuse",
}
_JSON = dict[str, Any]


def render_eval(story: Story) -> bytes:
    """The story in ``whence-eval/1`` as JSON: statements, groups, figures, dates, edges, origins.

    A bound is written as its number twice with its direction in ``qualifier``, as the format asks.
    Hearings nobody names and photo credits have no place in it and are left out.
    """
    index = StoryIndex(story)
    comparison, descent = story.comparison, story.descent
    return (
        msgspec.json.encode(
            {
                "format": "whence-eval/1",
                "story": story.slug,
                "statements": [
                    _statement(index, attribution)
                    for extraction in story.extractions
                    for attribution in extraction.attributions
                    if attribution.is_statement
                ],
                "quote_groups": [_group(alignment) for alignment in comparison.alignments],
                "figures": [
                    _figure(index, figure)
                    for extraction in story.extractions
                    for figure in extraction.figures
                ],
                "measures": [_measure(measure) for measure in comparison.measures],
                "dates": _dates(story),
                "derivations": _derivations(index),
                "origins": [_origin(index, basis) for basis in descent.bases],
                "reports": [
                    {"id": o.report, "contribution": str(o.contribution)}
                    for o in descent.originality
                ],
            }
        )
        + b"\n"
    )


def _spans(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _statement(index: StoryIndex, attribution: Attribution) -> _JSON:
    return {
        "id": attribution.id,
        "report": attribution.report,
        "spans": _spans(attribution.content),
        "speaker": index.speaker_name(attribution) or None,
        "kind": str(attribution.kind),
        "carriers": _carriers(attribution.via),
        "modality": _MODALITY[attribution.modality],
    }


def _carriers(via: tuple[Carrier, ...]) -> list[str]:
    return list(dict.fromkeys(carrier.name for carrier in via))


def _group(alignment: Alignment) -> _JSON:
    wordings = (alignment.base, *alignment.variants)
    return {"id": alignment.id, "members": [_member(wording) for wording in wordings]}


def _member(wording: Wording) -> _JSON:
    return {
        "report": wording.report,
        "spans": _spans(wording.spans),
        "variation": [str(v) for v in wording.variations] or ["identical"],
    }


def _figure(index: StoryIndex, figure: Figure) -> _JSON:
    low, high = figure.low, figure.high
    return {
        "id": figure.id,
        "report": figure.report,
        "start": figure.span.start,
        "end": figure.span.end,
        "low": high if low is None else low,
        "high": low if high is None else high,
        "unit": figure.unit,
        "what": " ".join(index.words(figure.report, span) for span in figure.counted),
        "source": index.counter_name(figure) or None,
        "qualifier": _QUALIFIER.get(figure.hedge, str(figure.hedge)),
        "as_of": figure.as_of,
    }


def _measure(measure: Measure) -> _JSON:
    return {
        "id": measure.id,
        "figures": list(measure.figures),
        "relations": [
            {"a": r.a, "b": r.b, "relation": _RELATION.get(r.relation, str(r.relation))}
            for r in measure.relations
        ],
    }


def _dates(story: Story) -> list[_JSON]:
    return [
        {"report": t.report, "start": t.span.start, "end": t.span.end, "norm": t.value}
        for extraction in story.extractions
        for t in extraction.timexes
        if t.value and t.type in (TimexType.DATE, TimexType.TIME)
    ]


def _derivations(index: StoryIndex) -> list[_JSON]:
    """An entry for each edge; a credit that near-verbatim words bear out is one credit."""
    edges = index.story.descent.edges
    credited = {
        frozenset((edge.report, edge.target)) for edge in edges if _EDGE.get(edge.kind) == "credit"
    }
    found: list[_JSON] = []
    for edge in edges:
        node = index.nodes.get(edge.target)
        if edge.kind not in _EDGE or (node and (node.is_inferred or _is_left_out(node, edge))):
            continue
        if _EDGE[edge.kind] == "reuse" and frozenset((edge.report, edge.target)) in credited:
            continue
        entry = {"from": edge.report, "to": _end_of(index, edge), "type": _EDGE[edge.kind]}
        if entry not in found:
            found.append(entry)
    return found


def _is_left_out(node: Node, edge: Edge) -> bool:
    """Whether a document is not for the format: only cited, or without a name to match it by.

    "The harbour's log, seen by the Gazette" is listed; "a log" is nobody's name for it.
    """
    held = any(evidence.kind == "credit-obtained" for evidence in edge.evidence)
    named = "'s " in node.name.replace("’", "'") or any(c.isupper() for c in node.name[1:])
    return node.kind is NodeKind.DOCUMENT and not (held and named)


def _end_of(index: StoryIndex, edge: Edge) -> str:
    """What an edge leads to: a report by its id, or by its outlet's name where that says as much.

    A credit names an outlet. If the outlet has one report in the set, both mean the same, and the
    name holds also for readers who know the report by its text alone.
    """
    node = index.nodes.get(edge.target)
    report = index.reports.get(edge.target)
    if report is None:
        return node.name if node else edge.target
    outlets = [other.outlet for other in index.reports.values()]
    if _EDGE[edge.kind] == "credit" and report.outlet and outlets.count(report.outlet) == 1:
        return report.outlet
    return report.id


def _origin(index: StoryIndex, basis: Basis) -> _JSON:
    members: list[_JSON] = []
    statement = index.statements.get(basis.subject)
    if statement:
        carrying = (*statement.members, *basis.support)
        members = [{"report": m.report, "spans": _spans(m.spans)} for m in carrying]
    for figure_id in basis.figures:
        figure = index.figures[figure_id]
        members.append({"report": figure.report, "spans": [list(figure.span)]})
    return {"members": members, "n_independent": basis.count}
