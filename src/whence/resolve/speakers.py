"""Attributions and those who speak in them: by their source, or by the quotation beside them."""

from whence.model import Attribution, Extraction, Kind, hull
from whence.resolve.chains import Chain
from whence.resolve.within import ReportWalk, source_reference


def find_speakers(walk: ReportWalk, extraction: Extraction) -> dict[str, Chain]:
    """For every attribution of a report the chain of its speaker, where that is decided.

    A quotation that names no source belongs to whoever speaks in the same paragraph, or in the
    paragraph before when the paragraph holds nothing else.
    """
    found: dict[str, Chain] = {}
    for attribution in extraction.attributions:
        reference = source_reference(walk, attribution)
        if reference is not None and reference.index in walk.chains.of:
            chain = walk.chains.of[reference.index]
            if not reference.pronoun or len(chain.members) > 1:
                found[attribution.id] = chain
    _continue_speech(walk, extraction, found)
    return found


def _continue_speech(walk: ReportWalk, extraction: Extraction, found: dict[str, Chain]) -> None:
    ordered = sorted(extraction.attributions, key=lambda a: (hull(a.content), a.id))
    by_paragraph: dict[int, list[Attribution]] = {}
    for attribution in ordered:
        number = walk.layout.paragraph_at(hull(attribution.content).start)
        by_paragraph.setdefault(number, []).append(attribution)
    for attribution in ordered:
        if attribution.source or attribution.cue or attribution.kind is not Kind.DIRECT:
            continue
        number = walk.layout.paragraph_at(hull(attribution.content).start)
        same = _speaker_in(by_paragraph.get(number, []), found, walk)
        if same is None:
            same = _speaker_in(by_paragraph.get(number - 1, [])[-1:], found, walk)
        if same is not None:
            found[attribution.id] = same


def _speaker_in(
    attributions: list[Attribution], found: dict[str, Chain], walk: ReportWalk
) -> Chain | None:
    """The one speaker of the quotations of a paragraph; None for none or several."""
    speakers = {
        found[a.id].number: found[a.id]
        for a in attributions
        if a.id in found and a.kind is not Kind.INDIRECT
    }
    return next(iter(speakers.values())) if len(speakers) == 1 else None
