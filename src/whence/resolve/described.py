"""Bodies that no report names and several describe alike: "the regional health department"."""

from typing import Final

from whence.model import Evidence, MentionForm, MentionKind, Place
from whence.resolve.across import Group, Rival, absorb
from whence.resolve.chains import first_name
from whence.resolve.references import Reference

_SCORE: Final = 0.8
_MAYBE: Final = 0.5
_FEWEST_WORDS: Final = 2
"""A bare noun ("the ministry") could be another ministry in another report."""


def join_described_bodies(groups: list[Group]) -> list[Group]:
    """The groups, with bodies of different reports joined where a full description is the same.

    Only bodies: a person or group of persons without a name is never joined over reports. Groups
    keep their order; the first of those joined stands for all.
    """
    kept: list[Group] = []
    by_key: dict[str, Group] = {}
    for group in groups:
        member = _pick_description(group)
        known = by_key.get(member.key) if member else None
        if member is None or (known and _reports(known) & _reports(group)):
            kept.append(group)
        elif known is None:
            by_key[member.key] = group
            kept.append(group)
        else:
            absorb(known, group, _evidence(known, group, member))
    return kept


def find_named_bodies(named: list[Group], unnamed: list[Group]) -> list[Rival]:
    """Pairs of a body without a name and the one body of that sort which other reports name.

    "The hospital" may be Sondal Hospital where the story names no other; it stays a possibility.
    """
    by_noun: dict[str, list[Group]] = {}
    for group in named:
        if group.kind in (MentionKind.ORGANISATION, MentionKind.OUTLET):
            for noun in sorted({head.lower().split()[-1] for head in group.heads}):
                by_noun.setdefault(noun, []).append(group)
    found: list[Rival] = []
    for group in unnamed:
        if group.kind is not MentionKind.ORGANISATION:
            continue
        report, chain = group.chains[0]
        nouns = {
            m.noun for m in chain.described.values() if m.is_definite and len(m.key.split()) < 2
        }
        for noun in sorted(nouns):
            others = by_noun.get(noun, [])
            if len(others) == 1 and report not in _reports(others[0]):
                member = next(m for m in chain.described.values() if m.noun == noun)
                first = first_name(others[0].chains[0][1])
                evidence = Evidence(
                    kind="across-reports",
                    score=_MAYBE,
                    reason=f"the only {noun} that the story names",
                    places=(
                        Place(report=others[0].chains[0][0], span=first.span),
                        Place(report=report, span=member.span),
                    ),
                )
                found.append(Rival(others[0], group, evidence))
    return found


def _pick_description(group: Group) -> Reference | None:
    """The fullest definite description of a body; None where there is none that tells enough."""
    if group.kind is not MentionKind.ORGANISATION or group.is_pseudonym:
        return None
    found = [
        member
        for _, chain in group.chains
        for member in chain.described.values()
        if member.mention.form is MentionForm.DESCRIPTION
        and member.kind is MentionKind.ORGANISATION
        and member.is_definite
        and len(member.key.split()) >= _FEWEST_WORDS
    ]
    return max(found, key=lambda m: (len(m.key.split()), m.key), default=None)


def _reports(group: Group) -> set[str]:
    return {report for report, _ in group.chains}


def _evidence(known: Group, group: Group, member: Reference) -> Evidence:
    first = _pick_description(known)
    places = [(known.chains[0][0], first)] if first else []
    places.append((group.chains[0][0], member))
    return Evidence(
        kind="across-reports",
        score=_SCORE,
        reason=f"reports call a body “{member.key}” and none names it",
        places=tuple(Place(report=report, span=m.span) for report, m in places),
    )
