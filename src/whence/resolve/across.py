"""Who is who over all reports: chains of different reports joined by name, never by guess."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from whence.lexicon.people import UNIQUE_OFFICES, Gender, roles_alike
from whence.model import Evidence, MentionKind, Place
from whence.resolve.bodies import compare_bodies, place_key
from whence.resolve.chains import Chain, first_name
from whence.resolve.names import PersonName, compare_people
from whence.resolve.naming import asked_parts, name_parts
from whence.resolve.references import Reference

_SURE: Final = 0.75
_NONE: Final[frozenset[int]] = frozenset()
_BODIES: Final = frozenset((MentionKind.ORGANISATION, MentionKind.OUTLET, MentionKind.UNKNOWN))


@dataclass(slots=True)
class Group:
    """Chains of several reports that are taken for one."""

    kind: MentionKind
    chains: list[tuple[str, Chain]]
    """Report id and chain."""
    evidence: list[Evidence] = field(default_factory=list)
    names: list[PersonName] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    gender: Gender | None = None
    roles: dict[str, str] = field(default_factory=dict)
    is_pseudonym: bool = False
    title: str = ""
    """What it goes by where that is not its fullest name: a government that speaks as a capital."""
    anchor: Chain | None = None
    """The person of the same surname, but of another office, whom its report names."""


@dataclass(slots=True)
class Rival:
    """Two groups that may be one, and why that is not decided."""

    a: Group
    b: Group
    evidence: Evidence


def start_group(
    report: str, chain: Chain, *, is_pseudonym: bool, anchor: Chain | None = None
) -> Group:
    """A group of one chain."""
    heads = sorted(chain.heads, key=lambda head: (-len(head), head))
    return Group(
        kind=chain.kind,
        chains=[(report, chain)],
        evidence=list(chain.evidence),
        names=list(chain.names),
        heads=heads,
        gender=chain.sure_gender,
        roles=dict(chain.roles),
        is_pseudonym=is_pseudonym,
        anchor=anchor,
    )


def join_reports(groups: list[Group]) -> tuple[list[Group], list[Rival]]:
    """Groups joined over reports, fullest names first, and the pairs left undecided.

    The order in which the groups come must depend on their content alone.
    """
    ordered = sorted(groups, key=_rank)
    kept: list[Group] = []
    index: dict[str, set[int]] = {}
    rivals: list[Rival] = []
    for group in ordered:
        near: set[int] = set()
        for part in _parts(group, asked_parts):
            near |= index.get(part, _NONE)
        candidates = [kept[number] for number in sorted(near)]
        best = _pick(group, candidates, rivals)
        number = len(kept)
        if best is None:
            kept.append(group)
        else:
            absorb(best[0], group, best[1])
            number = next(n for n in sorted(near) if kept[n] is best[0])
        for part in _parts(group, name_parts):
            index.setdefault(part, set()).add(number)
    return kept, rivals


def _rank(group: Group) -> tuple[bool, int, int, str, str, int]:
    fullest = max((len(name.tokens) for name in group.names), default=0)
    longest = max((len(head) for head in group.heads), default=0)
    report, chain = group.chains[0]
    return (
        group.anchor is not None,
        -fullest,
        -longest,
        group.heads[0] if group.heads else "",
        report,
        chain.number,
    )


def _parts(group: Group, keys_of: Callable[[Reference], frozenset[str]]) -> frozenset[str]:
    """The keys of all names of a group of one chain."""
    _, chain = group.chains[-1]
    return frozenset(part for member in chain.heads.values() for part in keys_of(member))


def _pick(
    group: Group, candidates: list[Group], rivals: list[Rival]
) -> tuple[Group, Evidence] | None:
    """The one group that a chain belongs to; what stays open is noted among the rivals."""
    if _is_left_open(group, candidates):
        return None
    scored: list[tuple[float, str, Group]] = []
    for other in candidates:
        shared = {report for report, _ in other.chains} & {report for report, _ in group.chains}
        if group.anchor is not None and any(chain is group.anchor for _, chain in other.chains):
            scored.append((_SURE, "the only one of that surname", other))
            continue
        if shared and not _same_in_report(group, other):
            continue  # One report that names both apart knows two.
        score, reason = score_groups(group, other)
        if score > 0:
            scored.append((score, reason, other))
    scored.sort(key=lambda item: (-item[0], _rank(item[2])))
    if not scored:
        return None
    best = scored[0]
    clear = len(scored) == 1 or best[0] - scored[1][0] >= 0.1
    if best[0] >= _SURE and clear:
        return best[2], _evidence(best[0], best[1], group, best[2])
    for score, reason, other in scored[:3]:
        evidence = _evidence(min(score, 0.7), reason, group, other)
        rivals.append(Rival(group, other, evidence))
    return None


def _is_left_open(group: Group, candidates: list[Group]) -> bool:
    """Whether a bare surname could be either of two whom its own report names in full."""
    if group.kind is not MentionKind.PERSON or any(name.is_full for name in group.names):
        return False
    reports = {report for report, _ in group.chains}
    surnames = {name.surname for name in group.names}
    named = [
        other
        for other in candidates
        if reports & {report for report, _ in other.chains}
        and any(name.is_full and name.surname in surnames for name in other.names)
    ]
    return len(named) > 1


def _same_in_report(a: Group, b: Group) -> bool:
    return bool(set(a.heads) & set(b.heads))


def _evidence(score: float, reason: str, a: Group, b: Group) -> Evidence:
    places = tuple(
        Place(report=report, span=first_name(chain).span)
        for report, chain in (b.chains[0], a.chains[0])
    )
    return Evidence(kind="across-reports", score=round(score, 3), reason=reason, places=places)


def score_groups(a: Group, b: Group) -> tuple[float, str]:
    """How surely two groups of different reports are one, 0 to 1, and why in words."""
    if a.is_pseudonym or b.is_pseudonym:
        same = set(a.heads) & set(b.heads)
        is_full = any(name.is_full for name in (*a.names, *b.names))
        if same and ((a.is_pseudonym and b.is_pseudonym) or not is_full):
            return 0.8, "the same pseudonym"
        return 0.0, "a pseudonym stays by itself"
    if MentionKind.PERSON in (a.kind, b.kind):
        return _score_people(a, b)
    return _score_bodies(a, b)


def _score_people(a: Group, b: Group) -> tuple[float, str]:
    if not {a.kind, b.kind} <= {MentionKind.PERSON, MentionKind.UNKNOWN}:
        return 0.0, "not both people"
    if not a.names or not b.names:
        return 0.0, "no name"
    if {a.gender, b.gender} == {Gender.WOMAN, Gender.MAN}:
        return 0.0, "another gender"
    results = [compare_people(x, y) for x in a.names for y in b.names]
    full = [compare_people(x, y)[0] for x in a.names for y in b.names if x.is_full and y.is_full]
    if full and max(full) == 0:
        return 0.0, "another full name"
    score, reason = max(results)
    if full and max(full) > 0:
        return max(score, 0.9 * max(full)), reason
    roles = _role_in_common(a, b)
    if roles:
        return min(1.0, score + 0.15), f"{reason}, and {roles}"
    if UNIQUE_OFFICES & a.roles.keys() and UNIQUE_OFFICES & b.roles.keys():
        return score - 0.3, f"{reason}, but of another office"
    return score, reason


def _role_in_common(a: Group, b: Group) -> str:
    for role in sorted(a.roles):
        for other in sorted(b.roles):
            if roles_alike(role, other):
                return f"{role} fits {other}" if role != other else f"both are called {role}"
    return ""


def _score_bodies(a: Group, b: Group) -> tuple[float, str]:
    if MentionKind.PLACE in (a.kind, b.kind):
        same = (
            a.kind == b.kind
            and _speaks(a) is _speaks(b)
            and {place_key(head) for head in a.heads} & {place_key(head) for head in b.heads}
        )
        return (1.0, "same name") if same else (0.0, "another place")
    best = (0.0, "another name")
    for x in a.heads:
        for y in b.heads:
            best = max(best, compare_bodies(x, y))
    if best[0] >= 0.8:
        return best
    fullest = max(a.heads, key=len), max(b.heads, key=len)
    if best[0] > 0 and compare_bodies(*fullest)[0] == 0.0:
        return 0.5, f"{best[1]}, but not of the fullest one"
    if best[0] > 0 and a.kind in _BODIES and b.kind in _BODIES:
        # A part of a name that only one body of the story can mean.
        return best[0] + 0.1, best[1]
    return 0.0, "another name"


def _speaks(group: Group) -> bool:
    """Whether it is the source of an attribution somewhere: a place that is one is a government."""
    return any(member.speaks for _, chain in group.chains for member in chain.name_members)


def absorb(kept: Group, group: Group, evidence: Evidence) -> None:
    """Takes the chains of one group into another, with the reason for it."""
    kept.chains += group.chains
    kept.evidence += [*group.evidence, evidence]
    kept.names += [name for name in group.names if name not in kept.names]
    kept.heads += [head for head in group.heads if head not in kept.heads]
    if group.gender in (Gender.WOMAN, Gender.MAN) and kept.gender not in (Gender.WOMAN, Gender.MAN):
        kept.gender = group.gender
    for role, surface in group.roles.items():
        kept.roles.setdefault(role, surface)
    if kept.kind is MentionKind.UNKNOWN:
        kept.kind = group.kind
