"""Finds in a traced story what its gold says must not be there."""

from collections.abc import Callable, Iterator

from whence.model import QuotationRole
from whence.score.cases import Case, Complaint, Entry, covers
from whence.score.names import fold_name


def find_present(case: Case) -> Iterator[Complaint]:
    """One complaint for each thing that must be absent and is present."""
    for _, entry in case.entries("absent"):
        what = entry["what"]
        why = f" ({entry['why']})" if "why" in entry else ""
        for found in _FINDERS[what](case, entry):
            yield Complaint(part=f"absent {what}", message=f"found {found}{why}")


def _cells(entry: Entry) -> frozenset[int]:
    return frozenset(cell for start, end in entry["spans"] for cell in range(start, end))


def _statements(case: Case, entry: Entry) -> Iterator[str]:
    """Statements that lie mostly on the words; with a speaker, that speaker's on most of them."""
    wanted = _cells(entry)
    for given in case.output.statements:
        if given.report != entry["report"]:
            continue
        if "speaker" in entry:
            same = case.names.matches(given.speaker, entry["speaker"])
            hit = same and covers(wanted, given.cells())
        else:
            hit = covers(given.cells(), wanted)
        if hit:
            yield f"a statement of {given.speaker}: {case.words(given)}"


def _quotations(case: Case, entry: Entry) -> Iterator[str]:
    wanted = _cells(entry)
    for extraction in case.story.extractions:
        if extraction.report != entry["report"]:
            continue
        for quotation in extraction.quotations:
            cells = frozenset(range(*quotation.span))
            if quotation.role is QuotationRole.SPEECH and cells & wanted:
                yield f"a quotation: {case.words(entry)}"


def _figures(case: Case, entry: Entry) -> Iterator[str]:
    wanted = _cells(entry)
    for figure in case.output.figures:
        if figure.report == entry["report"] and figure.cells() & wanted:
            yield f"a figure of {figure.low} to {figure.top}: {case.words(entry)}"


def _values(case: Case, entry: Entry) -> Iterator[str]:
    wanted = _cells(entry)
    for figure in case.output.figures:
        same_place = figure.report == entry["report"] and figure.cells() & wanted
        if same_place and entry["value"] in (figure.low, figure.top):
            yield f"the value {entry['value']}: {case.words(entry)}"


def _dates(case: Case, entry: Entry) -> Iterator[str]:
    wanted = _cells(entry)
    for date in case.output.dates:
        if date.report == entry["report"] and date.cells() & wanted:
            yield f"a date of {date.norm}: {case.words(entry)}"


def _edges(case: Case, entry: Entry) -> Iterator[str]:
    """Edges from a report to a target, reuse in either direction."""
    ends = (case.targets.node(entry["from"]), case.targets.node(entry["to"]))
    for edge in case.output.derivations:
        pair = (case.targets.node(edge.report), case.targets.node(edge.target))
        if pair == ends or (edge.type == "reuse" and pair == ends[::-1]):
            yield f"an edge of {edge.type} from {edge.report} to {edge.target}"


def _together(case: Case, entry: Entry) -> Iterator[str]:
    """Groups of wordings, and origins, that hold two places which must stay apart."""
    places = [(entry["report"], _cells(entry)), (entry["with"]["report"], _cells(entry["with"]))]
    for kind, groups in (
        ("group", case.output.quote_groups),
        ("origin", case.output.origins),
    ):
        for group in groups:
            held = [
                any(m.report == report and covers(cells, m.cells()) for m in group.members)
                for report, cells in places
            ]
            if all(held):
                yield f"one {kind} with {case.words(entry)} and {case.words(entry['with'])}"


def _alarms(case: Case, entry: Entry) -> Iterator[str]:
    for check in case.story.descent.checks:
        if fold_name(check.kind) == fold_name(entry["to"]):
            yield f"an alarm: {check.message}"


_FINDERS: dict[str, Callable[[Case, Entry], Iterator[str]]] = {
    "statement": _statements,
    "quotation": _quotations,
    "figure": _figures,
    "value": _values,
    "date": _dates,
    "edge": _edges,
    "together": _together,
    "alarm": _alarms,
}
