"""Descriptions that stand before the name: an office held by one person, the lede's hero."""

from collections.abc import Sequence
from typing import Final

from whence.lexicon.people import UNIQUE_OFFICES, UNNAMED_NOUNS, roles_alike
from whence.model import MentionForm, MentionKind
from whence.resolve.chains import Chain, Chains, first_name
from whence.resolve.describing import modifiers_clash
from whence.resolve.naming import clash
from whence.resolve.references import Layout, Reference

_AHEAD: Final = 400
_LEDE: Final = 1
_SOON: Final = 3


def named_ahead(
    reference: Reference, references: Sequence[Reference], chains: Chains, inside: set[int]
) -> tuple[Chain, float, str] | None:
    """Who is named only after a description, with score and reason; None where that is open.

    "Mexico's attorney general said … Attorney General Murillo added" is one. So is "A fisherman
    was attacked. Igor V., 42, …" where nobody else enters so; an official, a witness or an expert
    without a name is never given one.

    Args:
        reference: The description.
        references: All mentions of the report in order of text.
        chains: The report's chains; all names are in one.
        inside: Numbers of the chains that are named inside the description.
    """
    if reference.kind is not MentionKind.PERSON or reference.noun in UNNAMED_NOUNS:
        return None
    is_office = reference.is_definite and reference.noun in UNIQUE_OFFICES
    if not is_office and reference.sentence > _LEDE:
        return None
    ahead = _people_ahead(reference, references, chains)
    if is_office:
        holders = [chain for chain in ahead if _holds(reference, chain)]
        if len(holders) == 1:
            return holders[0], 0.8, f"the only {reference.noun} that the report names"
    if reference.sentence > _LEDE or reference.quotation >= 0 or inside:
        return None
    soon = [
        chain
        for chain in ahead
        if 0 < first_name(chain).sentence - reference.sentence <= _SOON
        and not clash(reference.gender, chain.gender)
    ]
    if len(soon) != 1 or not _is_introduced(soon[0], reference):
        return None
    if any(chain is not soon[0] and _holds(reference, chain) for chain in ahead):
        return None
    if not _is_only_hero(reference, references, chains):
        return None
    return soon[0], 0.65, "the one person named after the opening speaks of one"


def named_in_quoting(
    reference: Reference, references: Sequence[Reference], chains: Chains, layout: Layout
) -> tuple[Chain, float, str] | None:
    """Who is quoted by name right behind what somebody described says; None where that is open.

    "A local dentist said the clinic was full. “We sleep in the chairs,” Orla Vance told the Post."
    Only a person who is not named before, and not as somebody else; in the same paragraph, or where
    the next one begins with the quotation.
    """
    if reference.kind is not MentionKind.PERSON or reference.noun in UNNAMED_NOUNS:
        return None
    if not reference.speaks or reference.quotation >= 0:
        return None
    if reference.sentence + 1 >= len(layout.sentences):
        return None
    start = layout.sentence_starts[reference.sentence + 1]
    last = layout.paragraph_at(start)
    if layout.quotation_at(start + 1) < 0 or last > reference.paragraph + 1:
        return None
    for other in references[reference.index + 1 : reference.index + 1 + _AHEAD]:
        if other.paragraph > last or other.sentence > reference.sentence + _SOON:
            return None
        if not other.speaks or other.sentence == reference.sentence:
            continue
        chain = chains.of.get(other.index)
        if chain is None or not other.is_name or not other.is_person:
            return None
        is_new = first_name(chain) is other and other.name is not None and other.name.is_full
        is_else = other.roles and not any(roles_alike(r, reference.noun) for r in other.roles)
        if not is_new or is_else or clash(reference.gender, chain.gender):
            return None
        return chain, 0.7, "quoted by name right behind it"
    return None


def _people_ahead(
    reference: Reference, references: Sequence[Reference], chains: Chains
) -> list[Chain]:
    """The chains of people that are named only after a mention."""
    found: dict[int, Chain] = {}
    for other in references[reference.index + 1 : reference.index + 1 + _AHEAD]:
        if other.is_name and other.is_person:
            chain = chains.of[other.index]
            if first_name(chain).span > reference.span:
                found[chain.number] = chain
    return [found[number] for number in sorted(found)]


def _holds(reference: Reference, chain: Chain) -> bool:
    """Whether a person holds the office that a description names, and of the same place."""
    surface = chain.roles.get(reference.noun)
    return surface is not None and not modifiers_clash(reference.surface, surface, reference.noun)


def _is_introduced(chain: Chain, reference: Reference) -> bool:
    """Whether a person enters the report as the one just described would.

    By full name, at the head of a sentence or with an age, and with no other role.
    """
    entry = first_name(chain)
    if not any(name.is_full for name in chain.names):
        return False
    if entry.roles:
        return any(roles_alike(role, reference.noun) for role in entry.roles)
    return bool(entry.age) or entry.opens_sentence


def _is_only_hero(reference: Reference, references: Sequence[Reference], chains: Chains) -> bool:
    """Whether the opening describes one person only; whom it names besides is no matter."""
    for other in references[: reference.index + 12]:
        if other.sentence > reference.sentence:
            break
        described = other.mention.form is MentionForm.DESCRIPTION and other.is_person
        if described and other.noun != reference.noun and other.index not in chains.of:
            return False
    return True
