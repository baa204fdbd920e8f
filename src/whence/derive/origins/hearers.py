"""Hearings by one outlet: whom the voice told, who has the document, who reported it."""

from whence.derive.material import Material
from whence.derive.origins.surroundings import Surroundings
from whence.derive.origins.types import Hearing
from whence.lexicon.releases import is_release
from whence.model import CarrierRole, CreditKind, OriginKind, Place, hull

_HEARD = frozenset({CreditKind.TOLD, CreditKind.OBTAINED})


def hear_in_document(material: Material, around: Surroundings) -> Hearing | None:
    """A document that speaks: read by the outlet that has it, relayed by others.

    One that no outlet is known to have may be open to all, which its setting says ("court papers").
    """
    if around.speaking is None:
        return None
    document, paper = around.speaking
    passed_on = hear_by_carrier(material, around) or hear_by_credit(material, around)
    hearer = passed_on.hearer if passed_on else next(iter(paper.holders), None)
    if hearer is None and not document.is_held:
        return None
    if paper.is_held:
        hearer = material.own_key(around.silent.report)
    return around.silent.replace(
        kind=OriginKind.DOCUMENT,
        voice=document.voice,
        hearer=hearer,
        is_own=paper.is_held,
        is_heard=paper.is_held or hearer in paper.holders,
        place=paper.places[0],
        document=document.node,
    )


def hear_by_outlet(material: Material, around: Surroundings) -> Hearing | None:
    """The outlet that is told or reports; who puts out a release is none there."""
    hearing = hear_by_carrier(material, around) or hear_by_credit(material, around)
    if hearing is None or hearing.is_heard or not hearing.is_own:
        return hearing
    return None if is_release(material.by_id[hearing.report]) else hearing


def hear_by_carrier(material: Material, around: Surroundings) -> Hearing | None:
    """The carrier next to the speaker that is an outlet: the one that heard the words."""
    for carrier in around.attribution.via:
        if carrier.role is CarrierRole.PAPER:
            continue
        if not carrier.is_self and not material.outlets.is_outlet(carrier.name):
            continue
        report = around.silent.report
        own_key = material.own_key(report)
        key = own_key if carrier.is_self else material.outlets.key_of(carrier.name)
        obtained = carrier.role is CarrierRole.OBTAINED
        heard = obtained or carrier.role is CarrierRole.TOLD
        return around.silent.replace(
            kind=_kind_of(heard=heard, obtained=obtained),
            hearer=key,
            is_own=carrier.is_self or key == own_key,
            is_heard=heard,
            place=Place(report=report, span=hull(carrier.spans)) if carrier.spans else None,
            inherited=carrier.inherited,
        )
    return None


def hear_by_credit(material: Material, around: Surroundings) -> Hearing | None:
    """A credit that belongs to the attribution, or else stands in its sentence.

    What a body announced whose releases are in the set was open to all.
    """
    if not around.credits:
        return None
    credit = min(around.credits, key=lambda c: (c.kind not in _HEARD, c.phrase))
    report = around.silent.report
    own_key = material.own_key(report)
    key = own_key if credit.is_self else material.outlets.key_of(credit.target)
    heard = credit.kind in _HEARD
    place = Place(report=report, span=credit.phrase)
    if not heard and not credit.is_self and material.puts_out_releases(key):
        return around.silent.replace(kind=OriginKind.RELEASE, is_public=True, place=place)
    return around.silent.replace(
        kind=_kind_of(heard=heard, obtained=credit.kind is CreditKind.OBTAINED),
        hearer=key,
        is_own=credit.is_self or key == own_key,
        is_heard=heard,
        place=place,
    )


def _kind_of(*, heard: bool, obtained: bool) -> OriginKind:
    if obtained:
        return OriginKind.DOCUMENT
    return OriginKind.INTERVIEW if heard else OriginKind.UNKNOWN


def hear_from_outlet(material: Material, around: Surroundings) -> Hearing | None:
    """What an outlet is said to report: heard by that outlet, from a voice that nobody names."""
    attribution = around.attribution
    speaker = material.entities.get(material.resolution.speakers.get(attribution.id, ""))
    if speaker is None or not material.is_outlet(speaker):
        return None
    report = around.silent.report
    key = material.outlets.key_of(speaker.name)
    place = attribution.source[0] if attribution.source else attribution.content[0]
    return around.silent.replace(
        voice=None,
        hearer=key,
        is_own=key == material.own_key(report),
        place=Place(report=report, span=place),
    )
