"""The "I" of a quotation: whoever is quoted."""

from whence.model import Extraction, Kind
from whence.resolve.chains import Chain
from whence.resolve.within import ReportWalk


def link_first_person(walk: ReportWalk, extraction: Extraction, speakers: dict[str, Chain]) -> None:
    """Joins "I", "me" and "my" inside quotations to the speaker of the quotation around them."""
    pronouns = [r for r in walk.references if r.is_first_person and r.index not in walk.chains.of]
    if not pronouns:
        return
    pieces = sorted(
        (span, attribution.id)
        for attribution in extraction.attributions
        if attribution.kind is not Kind.INDIRECT and attribution.id in speakers
        for span in attribution.content
    )
    position = 0
    for reference in pronouns:
        while position < len(pieces) and pieces[position][0].end <= reference.span.start:
            position += 1
        inner = None
        for span, attribution_id in pieces[position : position + 8]:
            if span.covers(reference.span):
                inner = attribution_id
        if inner is not None and reference.quotation >= 0:
            chain = speakers[inner]
            walk.chains.join(
                reference, chain, "quoted-self", 0.9, "the speaker's own pronoun in a quotation"
            )
