"""Outlets that a speaker addressed, and outlets that hold the document."""

import re
from typing import Final

from whence.extract.cases import Case, Sentences
from whence.extract.chains.media import Media
from whence.extract.quotations import is_inside
from whence.lexicon.tables import load_table
from whence.model import Carrier, CarrierRole, CreditKind, Quotation, Span

_UNNAMED: Final = re.compile(
    r"\b(?:told|tells|telling|informed|"
    r"(?:interview with|statement to|email to|speaking to|spoke to))"
    r"\s+(?P<hearer>" + "|".join(load_table("chains")["hearers"]["unnamed"]) + r")\b",
    re.IGNORECASE,
)
_MEETING: Final = re.compile(
    r"\b(?:(?:spoke|spoken|speaks|speaking|talked|talking) (?:\w+ )?(?:to|with)"
    r"|interview(?:ed|s)?|told|appear(?:ed|ing) on)\b"
)
_BACK: Final = re.compile(r"the\s", re.IGNORECASE)
_NEIGHBOURS: Final = 12
"""How many attributions on either side may share a sentence."""
_ROLES: Final = {
    CreditKind.TOLD: CarrierRole.TOLD,
    CreditKind.OBTAINED: CarrierRole.OBTAINED,
    CreditKind.REPORTED: CarrierRole.REPORTED,
}

_PASSING: Final = (CarrierRole.REPORTED, CarrierRole.CITED)


def add_hearers(
    cases: list[Case],
    media: Media,
    sentences: Sentences,
    text: str,
    quotations: tuple[Quotation, ...],
) -> list[tuple[Span, Carrier]]:
    """Add to each attribution the outlets at its cue; give back the phrases no cue took.

    A phrase belongs to the cue it overlaps; else to the last cue before it in the sentence that
    is no other's; else to every cue after it ("In an interview with X, she said").
    """
    phrases: dict[Span, list[tuple[Span, Carrier]]] = {}
    for index, case in enumerate(cases):
        if case.reach not in phrases:
            phrases[case.reach] = _phrases(case.reach, media, text, quotations)
        near = cases[max(0, index - _NEIGHBOURS) : index + _NEIGHBOURS]
        for place, carrier in phrases[case.reach]:
            if carrier.role is CarrierRole.OBTAINED and carrier.is_self:
                continue  # the outlet has the paper itself: nobody carried it
            if _belongs(case, place, carrier.role, near, text) and not _known(case, carrier):
                _add(case, carrier)
    return _unclaimed(cases, media, sentences, text)


def _add(case: Case, carrier: Carrier) -> None:
    """Add a carrier: whom the speaker told stands before those who quote that."""
    place = len(case.via)
    if carrier.role is CarrierRole.TOLD:
        passing = (n for n, known in enumerate(case.via) if known.role in _PASSING)
        place = next(passing, place)
    case.via.insert(place, carrier)


def _phrases(
    reach: Span, media: Media, text: str, quotations: tuple[Quotation, ...]
) -> list[tuple[Span, Carrier]]:
    """The phrases of a sentence that name a hearer; "told us" counts outside quotations only."""
    found: list[tuple[Span, Carrier]] = []
    for name, slot in media.slots_in(reach):
        role = _ROLES.get(slot.kind)
        if role is not None:
            found.append((slot.phrase, media.carrier(name, role)))
    for match in _UNNAMED.finditer(text, reach.start, reach.end):
        hearer = Span(*match.span("hearer"))
        if is_inside(quotations, match.start()):
            continue
        if not any(place.overlaps(hearer) for place, _ in found):
            found.append((Span(*match.span()), _unnamed_hearer(hearer, media, text)))
    return sorted(found, key=lambda phrase: phrase[0])


def _unnamed_hearer(hearer: Span, media: Media, text: str) -> Carrier:
    """Whoever was told without a name: "the paper" is the one credited last, "us" the report's."""
    outlet = media.named_before(hearer) if _BACK.match(text, *hearer) else None
    if outlet is None:
        return media.plain(hearer, CarrierRole.TOLD)
    return media.carrier(outlet, CarrierRole.TOLD).replace(spans=(hearer,))


def _known(case: Case, carrier: Carrier) -> bool:
    return any(known.name == carrier.name for known in case.via)


def _belongs(case: Case, place: Span, role: CarrierRole, cases: list[Case], text: str) -> bool:
    """Whether an outlet's phrase belongs to a case; its own source is no carrier beside it."""
    if case.holds(place) or any(piece.overlaps(place) for piece in case.content):
        return False
    name_is_source = any(
        piece.covers(place) or (place.covers(piece)) for piece in case.source
    ) and not any(piece.overlaps(place) for piece in case.cue)
    if name_is_source and role is CarrierRole.REPORTED:
        return False
    if name_is_source and not _is_obtained(place, text):
        return any(piece.start < place.start and piece.covers(place) for piece in case.source)
    if any(piece.overlaps(place) for piece in case.cue):
        return not _is_report(place, case, text)
    for other in cases:
        if other is case or other.dropped:
            continue
        if any(piece.overlaps(place) for piece in (*other.cue, *other.source)):
            return False
        if any(piece.covers(place) for piece in other.content) and not _inside(case, other):
            return False
    return _nearest(case, place, cases)


def _inside(case: Case, other: Case) -> bool:
    """Whether a case's cue stands in the content of another."""
    return bool(case.cue) and other.holds(case.cue[0])


def _is_obtained(place: Span, text: str) -> bool:
    return bool(re.search(r"\b(?:by|to|with|quoted)\b", place.of(text)))


def _is_report(place: Span, case: Case, text: str) -> bool:
    """Whether the phrase is the outlet's own "the Post reported"."""
    return any(piece.overlaps(place) for piece in case.source)


def _nearest(case: Case, place: Span, cases: list[Case]) -> bool:
    """Whether no other cue stands between this one and the phrase."""
    if not case.cue:
        return True
    low, high = case.cue[0].start, case.cue[-1].end
    for other in cases:
        if other is case or other.dropped or not other.cue:
            continue
        at = other.cue[0]
        if place.start >= high and high <= at.start < place.start:
            return False
        if place.end <= low and place.end <= at.start < low and _inside(case, other):
            return False
    return True


def _unclaimed(
    cases: list[Case], media: Media, sentences: Sentences, text: str
) -> list[tuple[Span, Carrier]]:
    """Phrases such as "who spoke to the Post" that stand in no attribution's sentence."""
    claimed = {span for case in cases for carrier in case.via for span in carrier.spans}
    found = []
    last = -1
    for match in _MEETING.finditer(text):
        reach = sentences.at(match.start())
        if reach.start == last or not reach.start <= match.start() < reach.end:
            continue
        last = reach.start
        for name, slot in media.slots_in(reach):
            if slot.kind is CreditKind.TOLD and name.span not in claimed:
                found.append((slot.phrase, media.carrier(name, CarrierRole.TOLD)))
    return found
