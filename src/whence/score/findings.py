"""Checks the findings of a traced story that the exchange format does not carry."""

from collections.abc import Iterator

from whence.model import Basis, Story
from whence.score.cases import Case, Complaint


def check_findings(case: Case) -> Iterator[Complaint]:
    """Complaints about naming, voices, oppositions, tensions, alarms and inferred ancestors."""
    yield from _check_anonymity(case)
    yield from _check_voices(case)
    yield from _check_oppositions(case)
    yield from _check_tensions(case)
    yield from _check_alarms(case)
    yield from _check_inferred(case)
    yield from _check_bases(case)


def _check_anonymity(case: Case) -> Iterator[Complaint]:
    for _, entry in case.entries("anonymity"):
        if "statement" not in entry:
            continue
        attribution = case.attribution(entry["statement"])
        if attribution is None:
            message = f"no attribution for {entry['statement']}"
            yield Complaint(part="anonymity", message=message)
            continue
        naming = attribution.naming
        if naming.anonymity != entry["kind"]:
            message = f"{entry['statement']} is {naming.anonymity}, not {entry['kind']}"
            yield Complaint(part="anonymity", message=message)
        text = case.story.report(attribution.report).text
        reason = " ".join(span.of(text) for span in naming.reason)
        if "reason" in entry and entry["reason"] not in reason:
            message = f"{entry['statement']} has the reason “{reason}”, not “{entry['reason']}”"
            yield Complaint(part="anonymity", message=message)


def _check_voices(case: Case) -> Iterator[Complaint]:
    speakers = case.story.resolution.speakers
    for _, entry in case.entries("voices"):
        names = entry.get("same") or entry["apart"]
        found = [case.attribution(name) for name in names]
        entities = [speakers.get(item.id) if item else None for item in found]
        if None in entities:
            message = f"no speaker is resolved for one of {names}"
        elif "same" in entry and len(set(entities)) > 1:
            message = f"not one speaker: {names}"
        elif "apart" in entry and len(set(entities)) < len(entities):
            message = f"one speaker for {names}"
        else:
            continue
        yield Complaint(part="voices", message=message)


def _statements_of(case: Case, statement: str) -> set[str]:
    """The statements over all reports that hold the attribution of a gold statement."""
    attribution = case.attribution(statement)
    return {
        found.id
        for found in case.story.comparison.statements
        if attribution and any(member.attribution == attribution.id for member in found.members)
    }


def _check_oppositions(case: Case) -> Iterator[Complaint]:
    pairs = [{item.a, item.b} for item in case.story.comparison.oppositions]
    for _, entry in case.entries("oppositions"):
        left, right = _statements_of(case, entry["a"]), _statements_of(case, entry["b"])
        if not any({one, other} in pairs for one in left for other in right if one != other):
            message = f"{entry['a']} and {entry['b']} are not set against each other"
            yield Complaint(part="oppositions", message=message)


def _check_tensions(case: Case) -> Iterator[Complaint]:
    for _, entry in case.entries("tensions"):
        wanted = set(entry["reports"])
        if not any(
            tension.kind == entry["kind"] and wanted <= {place.report for place in tension.places}
            for tension in case.story.comparison.tensions
        ):
            message = f"no tension of kind {entry['kind']} over {sorted(wanted)}"
            yield Complaint(part="tensions", message=message)


def _alarms(story: Story) -> list[tuple[str, set[str]]]:
    """Every alarm of the story with the reports it touches."""
    descent = story.descent
    alarms = [
        (str(check.kind), {place.report for place in check.places} | {check.subject or ""})
        for check in descent.checks
    ]
    alarms.extend(("circular", set(cycle.nodes)) for cycle in descent.cycles if cycle.is_alarm)
    alarms.extend(
        ("credit-not-borne-out", {edge.report})
        for edge in descent.edges
        if edge.is_borne_out is False
    )
    alarms.extend(("headline-beyond-body", {gap.report}) for gap in story.comparison.headline_gaps)
    return alarms


def _check_alarms(case: Case) -> Iterator[Complaint]:
    alarms = _alarms(case.story)
    for _, entry in case.entries("alarms"):
        wanted = set(entry["reports"])
        if not any(kind == entry["kind"] and wanted <= reports for kind, reports in alarms):
            message = f"no alarm of kind {entry['kind']} over {sorted(wanted)}"
            yield Complaint(part="alarms", message=message)


def _check_inferred(case: Case) -> Iterator[Complaint]:
    descent = case.story.descent
    missing = {node.id for node in descent.nodes if node.is_inferred}
    for _, entry in case.entries("inferred"):
        wanted = set(entry["reports"])
        groups = [
            {edge.report for edge in descent.edges if edge.target == node}
            for node in sorted(missing)
        ]
        if not any(wanted <= reports for reports in groups):
            message = f"no missing ancestor is inferred for {sorted(wanted)}"
            yield Complaint(part="inferred", message=message)


def _check_bases(case: Case) -> Iterator[Complaint]:
    """Voices and witnesses of the statement that holds the first member of an origin."""
    for _, entry in case.entries("origins"):
        if not {"n_voices", "n_witnesses"} & set(entry):
            continue
        basis = _basis_of(case, entry["members"][0]["ref"])
        if basis is None:
            yield Complaint(part="voices", message=f"no basis for {entry['members'][0]['ref']}")
            continue
        for key, found in (("n_voices", basis.voices), ("n_witnesses", basis.witnesses)):
            if key in entry and len(found) != entry[key]:
                message = f"{key} is {len(found)}, not {entry[key]}: {found}"
                yield Complaint(part="voices", message=message)


def _basis_of(case: Case, statement: str) -> Basis | None:
    subjects = _statements_of(case, statement)
    bases = [basis for basis in case.story.descent.bases if basis.subject in subjects]
    return max(bases, key=lambda basis: len(basis.voices), default=None)
