"""Entities made of the joined chains: name, aliases, roles, and the body each speaks for."""

import re
from collections import Counter
from typing import Final

from whence.model import (
    Anonymity,
    Attribution,
    Entity,
    Evidence,
    MentionForm,
    MentionKind,
    UnnamedType,
    content_id,
)
from whence.resolve.across import Group
from whence.resolve.references import Reference
from whence.text import fold_letters

_LONGEST_NAME: Final = 90
_POINTED: Final = re.compile(r"\b(?:[^\W\d_]\.)+[^\W\d_]$")
"""Initials that end a name, whose last point is its own: "U.S."."""


def make_entity(group: Group, namings: list[Attribution]) -> Entity:
    """The entity of one group, without the body it speaks for.

    Args:
        group: Its chains over all reports.
        namings: The attributions it speaks in; they tell whether it is named.
    """
    members = [m for _, chain in group.chains for m in chain.members]
    name = group.title or entity_name(members)
    anonymity, unnamed = _anonymity(group, namings)
    ids = sorted(m.mention.id for m in members)
    roles = Counter(role_text(m) for m in members if m.mention.role and role_text(m))
    return Entity(
        id=content_id("e", group.kind.value, name, *ids),
        name=name,
        kind=group.kind,
        aliases=_aliases(members, name),
        anonymity=anonymity,
        unnamed_type=unnamed,
        roles=tuple(sorted(roles, key=lambda role: (-roles[role], role))),
        mentions=tuple(ids),
        reports=tuple(sorted({report for report, _ in group.chains})),
        evidence=tuple(sorted(set(group.evidence), key=lambda e: (_address(e), e.kind, e.reason))),
    )


def _address(evidence: Evidence) -> tuple[tuple[str, int, int], ...]:
    """Where a reason stands, as something that sorts."""
    return tuple((place.report, *place.span) for place in evidence.places)


def role_text(member: Reference) -> str:
    """The role that a mention gives, in words."""
    return member.roles[0] if member.roles else ""


def entity_name(members: list[Reference]) -> str:
    """The fullest name that any mention gives; without one, the fullest description."""
    heads = Counter(_clean(m.head) for m in members if m.is_name)
    people = [m for m in members if m.is_name and m.name is not None and m.is_person]
    if people:
        parts = {_clean(m.head): len(m.name.tokens) for m in people if m.name is not None}
        return max(parts, key=lambda head: (parts[head], not head.isupper(), heads[head], head))
    if heads:
        return max(heads, key=lambda head: (len(head.split()), not head.isupper(), len(head), head))
    described = [m for m in members if m.mention.form is MentionForm.DESCRIPTION]
    if described:
        fullest = max(described, key=lambda m: (_weight(m), -m.index))
        return shorten(fullest.surface)
    return members[0].surface


def _weight(member: Reference) -> int:
    """How much a description says, in characters up to a bound."""
    return min(len(member.surface), _LONGEST_NAME)


def shorten(surface: str) -> str:
    """A description cut to its phrase and first restriction, on one line."""
    words = " ".join(surface.split())
    comma = words.find(",", 4)
    if comma > 0 and " " in words[:comma]:
        words = words[:comma]
    if len(words) <= _LONGEST_NAME:
        return words
    cut = words[:_LONGEST_NAME]
    return cut[: cut.rfind(" ")] if " " in cut else cut


def _clean(head: str) -> str:
    name = " ".join(head.split()).strip(" ,.;:\"'")
    if name.endswith(("'s", "’s")):
        name = name[:-2]
    for article in ("the ", "The ", "THE "):
        name = name.removeprefix(article)
    return f"{name}." if _POINTED.search(name) else name


def _aliases(members: list[Reference], name: str) -> tuple[str, ...]:
    found = {_clean(m.head) for m in members if m.is_name}
    found |= {shorten(m.surface) for m in members if m.mention.form is MentionForm.DESCRIPTION}
    folded = {fold_letters(name)}
    kept: list[str] = []
    for alias in sorted(found):
        if alias and fold_letters(alias) not in folded:
            folded.add(fold_letters(alias))
            kept.append(alias)
    return tuple(kept)


def _anonymity(group: Group, namings: list[Attribution]) -> tuple[Anonymity, UnnamedType | None]:
    """Named where any mention gives a name; a pseudonym stays one."""
    if group.is_pseudonym:
        return Anonymity.PSEUDONYM, None
    if group.heads:
        return Anonymity.NAMED, None
    types = Counter(a.naming.unnamed_type for a in namings if a.naming.unnamed_type is not None)
    if types:
        return Anonymity.UNNAMED, max(types, key=lambda kind: (types[kind], kind))
    if group.kind is MentionKind.GROUP:
        return Anonymity.UNNAMED, UnnamedType.GROUP
    if group.kind is MentionKind.DOCUMENT:
        return Anonymity.UNNAMED, UnnamedType.DOCUMENT
    if group.kind is MentionKind.ORGANISATION:
        return Anonymity.UNNAMED, UnnamedType.OTHER
    return Anonymity.UNNAMED, UnnamedType.OTHER
