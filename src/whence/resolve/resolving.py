"""Front door of resolve: the reports of a story in, who is who out."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from whence.model import (
    Anonymity,
    Attribution,
    Entity,
    Extraction,
    Judgement,
    MentionForm,
    MentionKind,
    PossibleLink,
    Report,
    Resolution,
    Span,
    content_id,
)
from whence.resolve.across import Group, join_reports, start_group
from whence.resolve.bodies import compare_bodies
from whence.resolve.chains import Chain
from whence.resolve.described import find_named_bodies, join_described_bodies
from whence.resolve.entities import make_entity
from whence.resolve.governments import join_governments
from whence.resolve.joint import join_speakers
from whence.resolve.officeholders import join_officeholders
from whence.resolve.officials import speaks_for_others
from whence.resolve.quoted import link_first_person
from whence.resolve.references import Reference
from whence.resolve.speakers import find_speakers
from whence.resolve.within import ReportWalk, resolve_report

_ChainKey = tuple[str, int]


def resolve(reports: Sequence[Report], extractions: Sequence[Extraction]) -> Resolution:
    """Who is meant, within each report and over all of them.

    Named people and bodies are joined over reports where their names agree and nothing speaks
    against it. Whoever has no name stays in the report that speaks of them.

    Args:
        reports: The reports of one story, in any order.
        extractions: What was found in each.
    """
    by_id = {extraction.report: extraction for extraction in extractions}
    ordered = sorted(reports, key=lambda report: report.id)
    walks: dict[str, ReportWalk] = {}
    spoken: dict[str, dict[str, Chain]] = {}
    for report in ordered:
        extraction = by_id.get(report.id, Extraction(report=report.id))
        walk = resolve_report(report, extraction)
        speakers = find_speakers(walk, extraction)
        link_first_person(walk, extraction, speakers)
        walks[report.id], spoken[report.id] = walk, speakers
    return _assemble(ordered, by_id, walks, spoken)


def _assemble(
    reports: list[Report],
    extractions: dict[str, Extraction],
    walks: dict[str, ReportWalk],
    spoken: dict[str, dict[str, Chain]],
) -> Resolution:
    attributions = {a.id: a for e in extractions.values() for a in e.attributions}
    namings: dict[_ChainKey, list[Attribution]] = {}
    for report_id, speakers in spoken.items():
        for attribution_id, chain in speakers.items():
            key = (report_id, chain.number)
            namings.setdefault(key, []).append(attributions[attribution_id])
    named: list[Group] = []
    unnamed: list[Group] = []
    for report_id, walk in walks.items():
        for chain in walk.chains:
            said = namings.get((report_id, chain.number), [])
            group = start_group(
                report_id,
                chain,
                is_pseudonym=_is_pseudonym(said),
                anchor=walk.chains.tentative.get(chain.number),
            )
            (named if group.heads else unnamed).append(group)
    joined, rivals = join_reports(named)
    unnamed, open_pairs = join_officeholders(joined, unnamed)
    rivals += open_pairs
    unnamed = join_described_bodies(unnamed)
    rivals += find_named_bodies(joined, unnamed)
    groups = join_governments(joined + unnamed)
    entities: list[Entity] = []
    entity_of: dict[_ChainKey, str] = {}
    for group in groups:
        said = [a for report, c in group.chains for a in namings.get((report, c.number), [])]
        entity = make_entity(group, said)
        entities.append(entity)
        for report, chain in group.chains:
            entity_of[(report, chain.number)] = entity.id
    entities, entity_of = join_speakers(groups, walks, entities, entity_of)
    entities, outlets = _add_outlets(reports, entities)
    bodies = _bodies(groups, walks, entity_of)
    entities = [
        e.replace(body=bodies[e.id]) if bodies.get(e.id) not in (None, e.id) else e
        for e in entities
    ]
    possible = [
        PossibleLink(
            a=min(x, y), b=max(x, y), judgement=Judgement.UNSURE, evidence=(rival.evidence,)
        )
        for rival in rivals
        for x, y in [(_entity(rival.a, entity_of), _entity(rival.b, entity_of))]
        if x != y
    ]
    possible += _doubts(walks, entity_of)
    return Resolution(
        entities=tuple(sorted(entities, key=lambda e: (e.name.lower(), e.id))),
        speakers={
            attribution_id: entity_of[(report_id, chain.number)]
            for report_id, speakers in sorted(spoken.items())
            for attribution_id, chain in sorted(speakers.items())
        },
        mention_entities={
            walk.references[index].mention.id: entity_of[(report_id, chain.number)]
            for report_id, walk in walks.items()
            for index, chain in sorted(walk.chains.of.items())
        },
        outlets=outlets,
        possible=_unique(possible),
    )


def _is_pseudonym(attributions: Iterable[Attribution]) -> bool:
    return any(a.naming.anonymity is Anonymity.PSEUDONYM for a in attributions)


def _entity(group: Group, entity_of: dict[_ChainKey, str]) -> str:
    report, chain = group.chains[0]
    return entity_of[(report, chain.number)]


def _unique(links: list[PossibleLink]) -> tuple[PossibleLink, ...]:
    """One link for each pair, with all its evidence."""
    by_pair: dict[tuple[str, str], PossibleLink] = {}
    for link in links:
        pair = (link.a, link.b)
        if pair in by_pair:
            merged = tuple(dict.fromkeys(by_pair[pair].evidence + link.evidence))
            by_pair[pair] = by_pair[pair].replace(evidence=merged)
        else:
            by_pair[pair] = link
    return tuple(by_pair[pair] for pair in sorted(by_pair))


def _doubts(walks: dict[str, ReportWalk], entity_of: dict[_ChainKey, str]) -> list[PossibleLink]:
    found: list[PossibleLink] = []
    for report_id, walk in walks.items():
        for doubt in walk.doubts:
            a = entity_of[(report_id, walk.chains.of[doubt.mention].number)]
            b = entity_of[(report_id, walk.chains.of[doubt.other].number)]
            if a != b:
                found.append(
                    PossibleLink(
                        a=min(a, b),
                        b=max(a, b),
                        judgement=Judgement.UNSURE,
                        evidence=(doubt.evidence,),
                    )
                )
    return found


def _add_outlets(
    reports: list[Report], entities: list[Entity]
) -> tuple[list[Entity], dict[str, str]]:
    """The outlet of every report as an entity: one named in the reports, or a new one."""
    found: dict[str, str] = {}
    by_name: dict[str, str] = {}
    bodies = [
        e
        for e in entities
        if e.kind in (MentionKind.OUTLET, MentionKind.ORGANISATION, MentionKind.UNKNOWN)
        and e.anonymity is Anonymity.NAMED
    ]
    for report in reports:
        if not report.outlet:
            continue
        if report.outlet not in by_name:
            scored = sorted(
                (
                    (max(compare_bodies(n, report.outlet)[0] for n in (e.name, *e.aliases)), e.id)
                    for e in bodies
                ),
                reverse=True,
            )
            if scored and scored[0][0] >= 0.55:
                by_name[report.outlet] = scored[0][1]
            else:
                entity = Entity(
                    id=content_id("e", "outlet", report.outlet),
                    name=report.outlet,
                    kind=MentionKind.OUTLET,
                )
                entities.append(entity)
                by_name[report.outlet] = entity.id
        found[report.id] = by_name[report.outlet]
    fuller = {found[r.id]: r.outlet for r in reports if r.outlet}
    return [_fuller_name(e, fuller[e.id]) if fuller.get(e.id) else e for e in entities], found


def _fuller_name(entity: Entity, outlet: str | None) -> Entity:
    if outlet is None or len(outlet) <= len(entity.name):
        return entity
    aliases = tuple(sorted({*entity.aliases, entity.name} - {outlet}))
    return entity.replace(name=outlet, aliases=aliases)


def _bodies(
    groups: list[Group], walks: dict[str, ReportWalk], entity_of: dict[_ChainKey, str]
) -> dict[str, str]:
    """For every speaker the body that a mention says it speaks for."""
    found: dict[str, str] = {}
    for group in groups:
        if group.kind not in (MentionKind.PERSON, MentionKind.GROUP, MentionKind.UNKNOWN):
            continue
        for report, chain in group.chains:
            walk = walks[report]
            for member in chain.members:
                if member.mention.form is MentionForm.PRONOUN:
                    continue
                if not speaks_for_others(member, walk.layout.text):
                    continue
                body = _body_of(walk, member.mention.affiliation) or _owner_of(walk, member)
                if body is not None:
                    found.setdefault(_entity(group, entity_of), entity_of[(report, body.number)])
    return found


def _owner_of(walk: ReportWalk, member: Reference) -> Chain | None:
    """The body that "its" means in "its director" and the like."""
    for role in member.mention.role or (member.span,):
        start = role.start
        index = bisect_left(walk.references, start, key=lambda reference: reference.span.start)
        for reference in walk.references[index : index + 2]:
            chain = walk.chains.of.get(reference.index)
            if reference.span.start == start and reference.is_it and chain is not None:
                is_outlet = any(walk.sayings.is_told(other) for other in chain.members)
                is_body = chain.kind is MentionKind.ORGANISATION and not is_outlet
                return chain if is_body else None
    return None


def _body_of(walk: ReportWalk, affiliation: Span | None) -> Chain | None:
    """The chain of the body that an affiliation names."""
    if affiliation is None:
        return None
    spans = [r.span for r in walk.references]
    index = bisect_left(spans, Span(affiliation.start, affiliation.start))
    for reference in walk.references[index : index + 4]:
        if affiliation.covers(reference.span) and reference.kind in (
            MentionKind.ORGANISATION,
            MentionKind.OUTLET,
        ):
            return walk.chains.of.get(reference.index)
    return None
