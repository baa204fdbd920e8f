"""The body or paper that "it" means where the way of news says so, before anything is weighed."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from whence.model import MentionKind
from whence.resolve.binding import Sayings
from whence.resolve.chains import Chain, Chains
from whence.resolve.pronouns import fits
from whence.resolve.references import Reference

_NEAR: Final = 12
_BODIES: Final = (MentionKind.ORGANISATION, MentionKind.DOCUMENT, MentionKind.OUTLET)
_Found = tuple[Chain, float, str]


def pick_body(
    reference: Reference,
    speaker: Chain | None,
    *,
    references: Sequence[Reference],
    chains: Chains,
    sayings: Sayings,
) -> _Found | None:
    """The chain that "it" means as a source or in one, with score and reason; None where open.

    Args:
        reference: The pronoun.
        speaker: Who spoke last.
        references: All mentions of the report in order of text.
        chains: The chains so far.
        sayings: What each source says.
    """
    if not reference.is_it:
        return None
    found = _pick_opening(reference, references, chains, sayings)
    if found is not None or speaker is None or not fits(reference, speaker):
        return found
    if reference.pronoun == "its" and sayings.opens_source(reference):
        return _pick_owner(reference, speaker, references, chains)
    return _pick_speaker(reference, speaker, references, sayings) if reference.speaks else None


def _pick_opening(
    reference: Reference, references: Sequence[Reference], chains: Chains, sayings: Sayings
) -> _Found | None:
    """The club, in "The club has lost its coach, it said"."""
    for start in sayings.starts_before(reference):
        first = bisect_left(references, start, key=_start)
        opening, chain = references[first], chains.of.get(first)
        if opening.span.start != start or opening.pronoun or chain is None:
            continue
        if chain.kind is MentionKind.ORGANISATION:
            return chain, 0.8, f'"{opening.surface}" says it of itself'
    return None


def _pick_owner(
    reference: Reference, speaker: Chain, references: Sequence[Reference], chains: Chains
) -> _Found | None:
    """The body whose director "its director" is: the last one named, if it spoke just before."""
    bodies = (
        other
        for other in reversed(references[max(0, reference.index - _NEAR) : reference.index])
        if other.kind is MentionKind.ORGANISATION and other.quotation < 0
    )
    last = next(bodies, None)
    if last is None or chains.of.get(last.index) is not speaker:
        return None
    if reference.sentence - last.sentence > 1:
        return None
    return speaker, 0.75, f'"{last.surface}" spoke just before'


def _pick_speaker(
    reference: Reference, speaker: Chain, references: Sequence[Reference], sayings: Sayings
) -> _Found | None:
    """The one that spoke in the sentence before, if this one names no other body or paper."""
    last = speaker.last_before(reference.span.start)
    if last is None or not last.speaks or reference.sentence - last.sentence != 1:
        return None
    here = (
        other
        for other in references[max(0, reference.index - _NEAR) : reference.index]
        if other.sentence == reference.sentence and other.kind in _BODIES
    )
    if sayings.is_told(last) or next(here, None) is not None:
        return None
    return speaker, 0.75, f'"{last.surface}" spoke just before'


def _start(reference: Reference) -> int:
    return reference.span.start
