"""Several who speak together: an entity of its own whose members are those who speak."""

from collections.abc import Mapping, Sequence

from whence.model import Anonymity, Entity, Span
from whence.resolve.across import Group
from whence.resolve.chains import Chain
from whence.resolve.within import ReportWalk

ChainKey = tuple[str, int]


def join_speakers(
    groups: Sequence[Group],
    walks: Mapping[str, ReportWalk],
    entities: Sequence[Entity],
    entity_of: Mapping[ChainKey, str],
) -> tuple[list[Entity], dict[ChainKey, str]]:
    """The entities with the members of those that speak together, and whose each chain is then.

    The same people together in two reports are one entity. Who has no name is another in each
    report, and so are those who speak with him.

    Args:
        groups: The joined chains, in the order of the entities.
        walks: What was read in each report.
        entities: One for each group.
        entity_of: The entity of every chain.
    """
    by_id = {entity.id: entity for entity in entities}
    found: dict[str, Entity] = {}
    renamed: dict[str, str] = {}
    by_members: dict[tuple[str, ...], str] = {}
    for group, entity in zip(groups, entities, strict=True):
        members = _members(group, walks, entity_of)
        if entity.id in members or len(members) < 2:
            found[entity.id] = entity
            continue
        key = tuple(sorted(members))
        known = by_members.get(key)
        if known is None:
            by_members[key] = entity.id
            found[entity.id] = _joint(entity, [by_id[member] for member in members])
        else:
            renamed[entity.id] = known
            found[known] = _merged(found[known], entity)
    chains = {key: renamed.get(name, name) for key, name in entity_of.items()}
    return list(found.values()), chains


def _members(
    group: Group, walks: Mapping[str, ReportWalk], entity_of: Mapping[ChainKey, str]
) -> tuple[str, ...]:
    """The entities of those whom a mention of the group joins, in order of naming."""
    for report, chain in group.chains:
        walk = walks[report]
        for member in chain.members:
            parts = [_chain_at(walk, part) for part in member.mention.parts]
            names = [entity_of[(report, part.number)] for part in parts if part is not None]
            if names and len(names) == len(parts):
                return tuple(dict.fromkeys(names))
    return ()


def _chain_at(walk: ReportWalk, span: Span) -> Chain | None:
    index = walk.index_of.get(span)
    return None if index is None else walk.chains.of.get(index)


def _joint(entity: Entity, members: list[Entity]) -> Entity:
    named = [member.anonymity is not Anonymity.UNNAMED for member in members]
    name = entity.name
    if all(named):
        name = ", ".join(m.name for m in members[:-1]) + f" and {members[-1].name}"
    aliases = {*entity.aliases, entity.name} - {name} if all(named) else set(entity.aliases)
    return entity.replace(
        name=name,
        aliases=tuple(sorted(aliases)),
        anonymity=Anonymity.NAMED if any(named) else entity.anonymity,
        unnamed_type=None if any(named) else entity.unnamed_type,
        members=tuple(member.id for member in members),
    )


def _merged(known: Entity, entity: Entity) -> Entity:
    """One entity of the same people with the mentions of both."""
    return known.replace(
        aliases=tuple(sorted({*known.aliases, entity.name, *entity.aliases} - {known.name})),
        mentions=tuple(sorted({*known.mentions, *entity.mentions})),
        reports=tuple(sorted({*known.reports, *entity.reports})),
        evidence=(*known.evidence, *entity.evidence),
    )
