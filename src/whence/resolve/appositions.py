"""Descriptions that the grammar of a sentence joins to a name: beside it, or said of it."""

import re
from bisect import bisect_left
from typing import Final

from whence.model import MentionForm, MentionKind
from whence.resolve.chains import Chains
from whence.resolve.references import Reference

_CLAUSE: Final = 40
_WHO_IS: Final = re.compile(
    r",? who (?:is|was|has been|had been|became|remains) (?:now |then |once )?"
)


def link_appositions(references: tuple[Reference, ...], chains: Chains) -> None:
    """Joins a description to the name whose role it is ("Halvard's chief of staff")."""
    starts = [r.span.start for r in references]
    for reference in references:
        if not reference.is_name or not reference.is_person:
            continue
        for role in reference.mention.role:
            index = bisect_left(starts, role.start)
            while index < len(references) and references[index].span.start <= role.start:
                other = references[index]
                index += 1
                if (
                    other.index not in chains.of
                    and other.mention.form is MentionForm.DESCRIPTION
                    and role == other.span
                    and other.kind is MentionKind.PERSON
                ):
                    chains.join(
                        other,
                        chains.of[reference.index],
                        "apposition",
                        0.95,
                        f'"{other.surface}" stands beside the name',
                    )


def link_predicates(text: str, references: tuple[Reference, ...], chains: Chains) -> None:
    """Joins a description to the name of which a clause says it ("Vance, who was the director")."""
    for name in references:
        if not name.is_name or not name.is_person:
            continue
        head = name.mention.head or name.span
        for other in references[name.index + 1 : name.index + 4]:
            between = text[head.end : min(other.span.start, head.end + _CLAUSE)]
            if (
                other.index not in chains.of
                and other.mention.form is MentionForm.DESCRIPTION
                and other.kind is MentionKind.PERSON
                and _WHO_IS.fullmatch(between)
            ):
                reason = f'the report says it of "{name.surface}"'
                chains.join(other, chains.of[name.index], "apposition", 0.9, reason)
