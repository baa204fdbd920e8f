"""How each report says that it, or the one it took from, heard a voice."""

import re
from collections import defaultdict

from whence.derive.documents.documents import Document
from whence.derive.material import Material
from whence.derive.origins.hearers import (
    hear_by_outlet,
    hear_from_outlet,
    hear_in_document,
)
from whence.derive.origins.meetings import find_meetings
from whence.derive.origins.settings import hear_in_release, hear_in_setting
from whence.derive.origins.surroundings import Speakings, Surroundings, list_surroundings
from whence.derive.origins.talks import hear_in_confidence, hear_in_talk
from whence.derive.origins.types import Hearing
from whence.model import (
    Anonymity,
    Attribution,
    CreditKind,
    MentionKind,
    OriginKind,
    Place,
    Report,
)

_PART = re.compile(
    r"(?:one|another|some|two|three|several|most|both|each|either|all|a second|a third) of "
    r"(?:them|the|those|these)\b|(?:the |an)others?\b",
    re.IGNORECASE,
)


def find_hearings(material: Material, documents: tuple[Document, ...] = ()) -> dict[str, Hearing]:
    """The hearing of every attribution, by its id.

    What the attribution itself says goes first: the document that speaks, its carriers, the credit
    beside it, the setting ("at a press conference"). Then what its report says of the same voice
    elsewhere. Then what marks the whole report: a release is heard by everybody, an agency's text
    by the agency.
    """
    speakings = Speakings(documents)
    found: dict[str, Hearing] = {}
    for report in material.reports:
        every = tuple(list_surroundings(material, report, speakings))
        beside = {around.attribution.id: _hear(material, around) for around in every}
        beside |= _hear_talks(material, report, every, beside)
        found |= _inherit(material, report, beside, find_meetings(material, report, every))
    return found


def _hear(material: Material, around: Surroundings) -> Hearing:
    """The first answer to the question where the words were heard."""
    hearing = (
        hear_in_document(material, around)
        or hear_in_setting(around)
        or hear_by_outlet(material, around)
        or hear_in_release(material, around)
        or hear_from_outlet(material, around)
        or around.silent
    )
    return _with_document(hearing, around)


def _hear_talks(
    material: Material,
    report: Report,
    every: tuple[Surroundings, ...],
    beside: dict[str, Hearing],
) -> dict[str, Hearing]:
    """The talks that a report names no outlet for, with voices that talked to no other in it."""
    elsewhere = {h.voice for h in beside.values() if h.hearer is not None and not h.is_own}
    talks = {
        around.attribution.id: talk
        for around in every
        if not beside[around.attribution.id].is_known
        and around.silent.voice not in elsewhere
        and (talk := hear_in_talk(material, around) or hear_in_confidence(material, around))
    }
    mark = _agency_mark(material, report)
    if mark is None:
        return talks
    return {name: talk.replace(hearer=mark[0], is_own=False) for name, talk in talks.items()}


def _with_document(hearing: Hearing, around: Surroundings) -> Hearing:
    """A hearing of somebody's words out of a document, with the document that its sentence names.

    "In an e-mail seen by the Gazette, Penn says that …" is Penn's voice, read in the e-mail.
    """
    if hearing.kind is not OriginKind.DOCUMENT or hearing.is_public or hearing.document:
        return hearing
    return hearing.replace(document=around.held[0].node) if around.held else hearing


def _inherit(
    material: Material,
    report: Report,
    hearings: dict[str, Hearing],
    meetings: list[tuple[int, Hearing]],
) -> dict[str, Hearing]:
    """What the report says elsewhere of the same speaker, else of the body; else what marks it.

    What it says before goes before what it says after. Whoever speaks in another's words was heard
    by way of that one.
    """
    attributions = material.extraction_of[report.id].attributions
    known: dict[str | None, list[tuple[int, Hearing]]] = defaultdict(list)
    for position, attribution in enumerate(attributions):
        hearing = hearings[attribution.id]
        if hearing.is_known:
            for voice in dict.fromkeys((_speaker(material, attribution.id), hearing.voice)):
                known[voice].append((position, hearing))
    for position, hearing in meetings:
        known[hearing.voice].append((position, hearing))
        known[hearing.voice].sort(key=lambda placed: placed[0])
    mark = _agency_mark(material, report)
    filled: dict[str, Hearing] = {}
    for position, attribution in sorted(enumerate(attributions), key=_is_inner):
        hearing = hearings[attribution.id]
        outer = filled.get(attribution.nested_in or "")
        if hearing.is_known:
            filled[attribution.id] = hearing
            continue
        model = outer if outer is not None and outer.is_known else None
        model = model or _pick_elsewhere(material, hearing, position, known)
        model = model or _pick_whole(material, report, attribution, filled)
        if model is not None:
            hearing = model.replace(attribution=attribution.id, voice=hearing.voice, inherited=True)
        elif mark is not None:
            hearing = hearing.replace(hearer=mark[0], place=mark[1], inherited=True)
        filled[attribution.id] = hearing
    return filled


def _is_inner(placed: tuple[int, Attribution]) -> bool:
    return placed[1].nested_in is not None


def _pick_elsewhere(
    material: Material,
    hearing: Hearing,
    position: int,
    known: dict[str | None, list[tuple[int, Hearing]]],
) -> Hearing | None:
    """What is said of the same speaker, else of the same body: the last before, else the first.

    Args:
        material: The story.
        hearing: One that nothing is known of.
        position: Its place in the report.
        known: Speaker or body → the hearings that tell something, with their places.
    """
    speaker = _speaker(material, hearing.attribution)
    whose = (who for who in (speaker, hearing.voice) if who is not None)
    found = next((known[who] for who in whose if who in known), [])
    before = [other for place, other in found if place < position]
    return before[-1] if before else next((other for _, other in found), None)


def _pick_whole(
    material: Material, report: Report, attribution: Attribution, filled: dict[str, Hearing]
) -> Hearing | None:
    """Of "one of them" and "the other" the hearing of those without a name who spoke last."""
    if not attribution.source or not _PART.match(attribution.source[0].of(report.text)):
        return None
    for name, hearing in reversed(filled.items()):
        speaker = material.entities.get(_speaker(material, name) or "")
        if speaker is not None and speaker.kind is MentionKind.GROUP:
            is_unnamed = speaker.anonymity is Anonymity.UNNAMED
            return hearing if is_unnamed and hearing.is_known else None
    return None


def _speaker(material: Material, attribution: str) -> str | None:
    return material.resolution.speakers.get(attribution)


def _agency_mark(material: Material, report: Report) -> tuple[str, Place] | None:
    for credit in material.credits(report.id):
        if credit.kind is CreditKind.AGENCY and not credit.is_self:
            key = material.outlets.key_of(credit.target)
            return key, Place(report=report.id, span=credit.phrase)
    return None
