"""The chain of every attribution of one report."""

from whence.extract.cases import Case, Sentences
from whence.extract.chains.citing import turn_citations
from whence.extract.chains.hearers import add_hearers
from whence.extract.chains.inheritance import inherit
from whence.extract.chains.media import Media
from whence.extract.chains.nesting import add_outer_speakers, find_parents, mark_relays
from whence.extract.interface import RawMention
from whence.model import Quotation, Report, Spans


def build_chains(
    report: Report,
    cases: list[Case],
    *,
    blocks: Spans,
    sentences: Sentences,
    quotations: tuple[Quotation, ...],
    mentions: tuple[RawMention, ...] = (),
) -> None:
    """Fill in the carriers of every case, from the one next to the speaker outwards.

    Cited sources take the place of the outlet that cites them; outlets addressed at the cue come
    next; then the sources of outer attributions; then what an earlier sentence established.

    Args:
        report: The report.
        cases: Its attributions in the making; their carriers are filled in.
        blocks: The paragraphs that were read.
        sentences: The sentences of those paragraphs.
        quotations: The quotations of those paragraphs, in order.
        mentions: The names that the extractor found.
    """
    text = report.text
    media = Media(report, blocks, mentions)
    turn_citations(cases, media, text)
    find_parents(cases)
    unclaimed = add_hearers(cases, media, sentences, text, quotations)
    add_outer_speakers(cases, media, text, quotations)
    mark_relays(cases, media, text)
    inherit(cases, unclaimed, sentences, text, quotations, media.others)
