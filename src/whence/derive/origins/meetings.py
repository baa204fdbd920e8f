"""Sentences that tell that somebody talked to an outlet, and not what he said."""

from bisect import bisect_right

from whence.derive.material import Material
from whence.derive.origins.surroundings import Surroundings
from whence.derive.origins.types import Hearing
from whence.model import Credit, CreditKind, Mention, MentionKind, OriginKind, Place, Report

_NEAR = 200
"""Letters before the phrase in which its sentence names who talked."""
_SPEAKERS = (MentionKind.PERSON, MentionKind.GROUP, MentionKind.UNKNOWN)


def find_meetings(
    material: Material, report: Report, every: tuple[Surroundings, ...]
) -> list[tuple[int, Hearing]]:
    """What a report says of talks beside what was said: "Vance wrote to me on Saturday. She was …".

    Args:
        material: The story.
        report: One of its reports.
        every: The surroundings of its attributions, in order.

    Returns:
        Hearings of nobody's words yet, each with the number of attributions before it.
    """
    mentions = sorted(material.extraction_of[report.id].mentions, key=lambda m: m.span)
    frames = sorted({sentence for around in every for sentence in around.frame})
    starts = [around.frame[0].start if around.frame else 0 for around in every]
    found = []
    for credit in material.credits(report.id):
        place = bisect_right(frames, credit.phrase.start, key=lambda frame: frame.start)
        is_framed = any(frame.covers(credit.phrase) for frame in frames[max(0, place - 1) : place])
        if credit.kind is not CreditKind.TOLD or is_framed:
            continue
        voice = _pick_speaker(material, report, credit, mentions)
        if voice is None:
            continue
        own_key = material.own_key(report.id)
        key = own_key if credit.is_self else material.outlets.key_of(credit.target)
        hearing = Hearing(
            attribution="",
            report=report.id,
            kind=OriginKind.INTERVIEW,
            voice=voice,
            hearer=key,
            is_own=key == own_key,
            is_heard=True,
            place=Place(report=report.id, span=credit.phrase),
        )
        found.append((bisect_right(starts, credit.phrase.start), hearing))
    return found


def _pick_speaker(
    material: Material, report: Report, credit: Credit, mentions: list[Mention]
) -> str | None:
    """Whoever is named last before the phrase, in its sentence."""
    end = credit.phrase.start
    index = bisect_right(mentions, end, key=lambda mention: mention.span.start)
    for mention in reversed(mentions[max(0, index - 8) : index]):
        entity = material.entities.get(material.resolution.mention_entities.get(mention.id, ""))
        if mention.span.end > end or entity is None or entity.kind not in _SPEAKERS:
            continue
        if end - mention.span.start > _NEAR:
            return None
        between = report.text[mention.span.end : end]
        return None if "\n" in between or ". " in between else entity.id
    return None
