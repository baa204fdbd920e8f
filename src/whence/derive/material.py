"""All that the rules of this stage look up, indexed once."""

from whence.derive.outlets import Outlets, gather_outlets
from whence.lexicon.releases import is_release
from whence.model import (
    Attribution,
    Comparison,
    Credit,
    Entity,
    Extraction,
    Figure,
    MentionKind,
    Report,
    Resolution,
    Value,
)

OWN_KEY = "own:"
"""Before the id of a report without outlet, where an outlet's key is asked for."""


class Material(Value, frozen=True, kw_only=True):
    """The reports of a story and what the stages before found in them."""

    reports: tuple[Report, ...]
    extractions: tuple[Extraction, ...]
    resolution: Resolution
    comparison: Comparison
    by_id: dict[str, Report]
    extraction_of: dict[str, Extraction]
    attributions: dict[str, Attribution]
    figures: dict[str, Figure]
    entities: dict[str, Entity]
    statement_of: dict[str, str]
    """Attribution id → id of the statement it is a member of."""
    outlets: Outlets
    issuers: dict[str, frozenset[str]]
    """Entity id → ids of the bodies in whose releases it speaks."""

    def credits(self, report: str) -> tuple[Credit, ...]:
        """The credits of a report."""
        return self.extraction_of[report].credits

    def voice_of(self, attribution: str) -> str | None:
        """Entity id of the voice behind an attribution: the body that its speaker speaks for."""
        speaker = self.resolution.speakers.get(attribution)
        entity = self.entities.get(speaker or "")
        if entity is None or self.is_outlet(entity):
            return None
        return entity.body if entity.body in self.entities else entity.id

    def is_outlet(self, entity: Entity) -> bool:
        """Whether an entity is an outlet: it carries words and is no voice."""
        key = self.outlets.key_of(entity.name)
        if self.puts_out_releases(key):
            return False
        return entity.kind is MentionKind.OUTLET or key in self.outlets.names

    def puts_out_releases(self, key: str) -> bool:
        """Whether what stands under a name in the set is the release of a body."""
        return any(is_release(self.by_id[r]) for r in self.outlets.own_reports.get(key, ()))

    def own_key(self, report: str) -> str:
        """The key of the report's outlet; one of its own for a report without."""
        outlet = self.by_id[report].outlet
        return self.outlets.key_of(outlet) if outlet else f"{OWN_KEY}{report}"

    def name_of(self, entity: str | None) -> str:
        """The name of an entity in words; "somebody not named" where there is none."""
        found = self.entities.get(entity or "")
        return found.name if found else "somebody whom the reports do not name"

    def outlet_name(self, key: str) -> str:
        """The name of an outlet by its key; the report's title for one without outlet."""
        report = key.removeprefix(OWN_KEY)
        if report != key and report in self.by_id:
            return self.title_of(report)
        return self.outlets.names.get(key, key)

    def title_of(self, report: str) -> str:
        """How a report is called in a reason: its outlet, with its id where that is not enough."""
        outlet = self.by_id[report].outlet
        if not outlet:
            return f"report {report}"
        same = sum(other.outlet == outlet for other in self.reports)
        return outlet if same == 1 else f"{outlet} ({report})"


def index_material(
    reports: tuple[Report, ...],
    extractions: tuple[Extraction, ...],
    resolution: Resolution,
    comparison: Comparison,
) -> Material:
    """The indexed material of a story; reports and extractions in order of report id."""
    ordered = tuple(sorted(reports, key=lambda report: report.id))
    found = {extraction.report: extraction for extraction in extractions}
    for report in ordered:
        found.setdefault(report.id, Extraction(report=report.id))
    sorted_extractions = tuple(found[report.id] for report in ordered)
    outlets = gather_outlets(ordered, sorted_extractions)
    return Material(
        reports=ordered,
        extractions=sorted_extractions,
        resolution=resolution,
        comparison=comparison,
        by_id={report.id: report for report in ordered},
        extraction_of=found,
        attributions={a.id: a for e in sorted_extractions for a in e.attributions},
        figures={f.id: f for e in sorted_extractions for f in e.figures},
        entities={entity.id: entity for entity in resolution.entities},
        statement_of={
            member.attribution: statement.id
            for statement in comparison.statements
            for member in statement.members
        },
        outlets=outlets,
        issuers=_list_issuers(ordered, found, resolution, outlets),
    )


def _list_issuers(
    reports: tuple[Report, ...],
    extraction_of: dict[str, Extraction],
    resolution: Resolution,
    outlets: Outlets,
) -> dict[str, frozenset[str]]:
    """Whoever speaks in a release, with the entities that bear the name of its outlet."""
    issuers: dict[str, frozenset[str]] = {}
    for report in reports:
        if not report.outlet or not is_release(report):
            continue
        key = outlets.key_of(report.outlet)
        bodies = frozenset(e.id for e in resolution.entities if outlets.key_of(e.name) == key)
        for attribution in extraction_of[report.id].attributions:
            speaker = resolution.speakers.get(attribution.id)
            if speaker is not None:
                issuers[speaker] = issuers.get(speaker, frozenset()) | bodies
    return issuers
