"""Checks a traced story against the things that one small golden story asks for.

Only what ``expected.toml`` gives is checked: a statement without ``carriers`` may have any. Every
complaint names its part of the gold in one sentence that quotes the words.
"""

from collections.abc import Iterator

from whence.model import Story
from whence.score.absent import find_present
from whence.score.cases import Case, Complaint, Entry, covers
from whence.score.figures import ALSO_RIGHT, overlap, same_date, same_value
from whence.score.findings import check_findings
from whence.score.groups import primary_label
from whence.score.origins import cover_origins, edge_key, pick_origin
from whence.score.shapes import Member, QuoteGroup


def check_story(values: Entry, story: Story) -> tuple[Complaint, ...]:
    """Everything in which a traced story is not as its gold asks; empty where all is well.

    Args:
        values: Gold as ``gold_values`` reads it from an ``expected.toml``.
        story: The story as traced.
    """
    case = Case(values, story)
    return (
        *_check_statements(case),
        *_check_groups(case),
        *_check_figures(case),
        *_check_measures(case),
        *_check_dates(case),
        *_check_edges(case),
        *_check_origins(case),
        *check_findings(case),
        *find_present(case),
    )


def _check_statements(case: Case) -> Iterator[Complaint]:
    for number, entry in case.entries("statements"):
        wanted = case.gold.statements[number]
        other = case.matched.get(number)
        words = case.words(wanted)
        if other is None:
            if not wanted.optional:
                yield Complaint(part="statements", message=f"not found: {words}")
            continue
        given = case.output.statements[other]
        keys = (wanted.speaker, *wanted.speaker_alt)
        if not any(case.names.matches(given.speaker, key, wanted.source_text) for key in keys):
            name = case.speaker_name(wanted.speaker)
            message = f"speaker is {given.speaker}, not {name}: {words}"
            yield Complaint(part="speakers", message=message)
        if "kind" in entry["given"] and given.kind != wanted.kind:
            message = f"kind is {given.kind}, not {wanted.kind}: {words}"
            yield Complaint(part="statements", message=message)
        if "modality" in entry["given"] and given.modality != wanted.modality:
            message = f"modality is {given.modality}, not {wanted.modality}: {words}"
            yield Complaint(part="statements", message=message)
        if "carriers" in entry["given"]:
            chain = [case.targets.fold(name) for name in given.carriers]
            if chain != [case.targets.fold(name) for name in wanted.carriers]:
                message = f"carriers are {given.carriers}, not {wanted.carriers}: {words}"
                yield Complaint(part="carriers", message=message)


def _holds(group: QuoteGroup, wanted: Member) -> list[Member]:
    """The members of a system group that together cover a gold member."""
    members = [member for member in group.members if member.report == wanted.report]
    cells = frozenset(cell for member in members for cell in member.cells())
    if not covers(wanted.cells(), cells):
        return []
    return sorted(members, key=lambda member: -len(member.cells() & wanted.cells()))


def _check_groups(case: Case) -> Iterator[Complaint]:
    for group in case.gold.quote_groups:
        rows = [[_holds(given, m) for m in group.members] for given in case.output.quote_groups]
        none: list[list[Member]] = [[] for _ in group.members]
        best = max(rows, key=lambda row: sum(map(bool, row)), default=none)
        for wanted, held in zip(group.members, best, strict=True):
            words = case.words(wanted)
            if not held:
                yield Complaint(part="quote_groups", message=f"not in the group: {words}")
                continue
            labels = frozenset(wanted.variation or ())
            if "base" in labels or not labels:
                continue
            given = frozenset(held[0].variation or ())
            if not labels <= given or primary_label(labels) != primary_label(given):
                message = f"variation is {sorted(given)}, not {sorted(labels)}: {words}"
                yield Complaint(part="quote_groups", message=message)


def _check_figures(case: Case) -> Iterator[Complaint]:
    for number, entry in case.entries("figures"):
        wanted = case.gold.figures[number]
        words = case.words(wanted)
        near = [
            figure
            for figure in case.output.figures
            if figure.report == wanted.report and overlap(wanted, figure) > 0
        ]
        right = [figure for figure in near if same_value(wanted, figure)]
        if not right:
            read = ", ".join(f"{figure.low} to {figure.top}" for figure in near) or "nothing"
            yield Complaint(part="figures", message=f"read as {read}: {words}")
            continue
        given = right[0]
        if "qualifier" in entry["given"] and (given.qualifier or "exact") != wanted.qualifier:
            message = f"qualifier is {given.qualifier}, not {wanted.qualifier}: {words}"
            yield Complaint(part="figures", message=message)
        if wanted.source and not case.names.matches(given.source, wanted.source):
            message = f"source is {given.source}, not {case.speaker_name(wanted.source)}: {words}"
            yield Complaint(part="figures", message=message)
        if wanted.as_of and not (given.as_of or "").startswith(wanted.as_of):
            message = f"as of {given.as_of}, not {wanted.as_of}: {words}"
            yield Complaint(part="figures", message=message)


def _figure_ids(case: Case) -> dict[str, list[str]]:
    """For each gold figure, the ids of the system figures on it with the right value."""
    return {
        wanted.id or "": [
            figure.id or ""
            for figure in case.output.figures
            if figure.report == wanted.report
            and overlap(wanted, figure) > 0
            and same_value(wanted, figure)
        ]
        for wanted in case.gold.figures
    }


def _check_measures(case: Case) -> Iterator[Complaint]:
    ids = _figure_ids(case)
    said = {
        frozenset((relation.a, relation.b)): relation.relation
        for measure in case.output.measures
        for relation in measure.relations
    }
    for measure in case.gold.measures:
        for relation in measure.relations:
            pairs = [frozenset((a, b)) for a in ids[relation.a] for b in ids[relation.b]]
            answers = [said[pair] for pair in pairs if pair in said]
            right = (relation.relation, ALSO_RIGHT.get(relation.relation, relation.relation))
            if not any(answer in right for answer in answers):
                message = (
                    f"{relation.a} and {relation.b} stand as {answers or 'not compared'}, "
                    f"not {relation.relation}"
                )
                yield Complaint(part="measures", message=message)


def _check_dates(case: Case) -> Iterator[Complaint]:
    for wanted in case.gold.dates:
        near = [
            date
            for date in case.output.dates
            if date.report == wanted.report and overlap(wanted, date) > 0
        ]
        if not any(same_date(wanted.norm or "", date.norm or "") for date in near):
            read = ", ".join(str(date.norm) for date in near) or "nothing"
            message = f"read as {read}, not {wanted.norm}: {case.words(wanted)}"
            yield Complaint(part="dates", message=message)


def _check_edges(case: Case) -> Iterator[Complaint]:
    given = {edge_key(edge, case.targets) for edge in case.output.derivations}
    for wanted in case.gold.derivations:
        if not wanted.optional and edge_key(wanted, case.targets) not in given:
            message = f"no {wanted.type} edge from {wanted.report} to {wanted.target}"
            yield Complaint(part="derivations", message=message)
    contributions = {report.id: report.contribution for report in case.output.reports}
    for report in case.gold.reports:
        if report.contribution and contributions.get(report.id) != report.contribution:
            message = f"{report.id} is {contributions.get(report.id)}, not {report.contribution}"
            yield Complaint(part="contributions", message=message)


def _check_origins(case: Case) -> Iterator[Complaint]:
    covered = cover_origins(case.output)
    for wanted in case.gold.origins:
        best = pick_origin(wanted, covered)
        words = wanted.claim or case.words(wanted.members[0])
        if best is None:
            yield Complaint(part="origins", message=f"no origin covers {words}")
        elif best.n_independent not in (wanted.n_independent, *wanted.n_acceptable):
            message = f"{best.n_independent} origins, not {wanted.n_independent}: {words}"
            yield Complaint(part="origins", message=message)
