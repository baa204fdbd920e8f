"""Front door: raw findings in, the same findings out with what is plainly wrong set right."""

from whence.extract.interface import Findings, RawAttribution
from whence.extract.mending.addressees import cut_addressees
from whence.extract.mending.edges import cut_at_marks, cut_at_paragraphs, cut_at_stops
from whence.extract.mending.headlines import add_headline, drop_labels
from whence.extract.mending.meanings import lend_meanings
from whence.extract.mending.paragraphs import carry_over
from whence.extract.mending.pointing import follow_pointers
from whence.extract.mending.rereading import read_again
from whence.extract.mending.stamps import cut_stamps
from whence.extract.mending.subjects import add_subjects
from whence.extract.mending.tails import cut_tails
from whence.model import Quotation, Spans


def mend_findings(
    text: str, blocks: Spans, quotations: tuple[Quotation, ...], findings: Findings
) -> Findings:
    """The findings with contents cut where they run on, and with cues that were passed over.

    Nothing is decided here that reading could decide otherwise: a content ends with its paragraph
    and with its quotation, "…, the mayor said." has a speaker and a content, and whom one tells is
    no part of what one says.

    Args:
        text: The report's text.
        blocks: The paragraphs that were read.
        quotations: The quotations of those paragraphs, in order.
        findings: What an extractor found.
    """
    found = cut_at_paragraphs(text, blocks, quotations, list(findings.attributions))
    found = cut_at_stops(text, quotations, found)
    found = cut_at_marks(text, quotations, found)
    found = read_again(text, blocks, quotations, found)
    found = add_subjects(text, blocks, quotations, found)
    found = carry_over(quotations, found)
    found = follow_pointers(text, blocks, quotations, found)
    found = cut_addressees(text, found)
    found = cut_tails(text, found)
    found = cut_stamps(text, blocks, found)
    found = drop_labels(text, blocks, findings.mentions, found)
    found = add_headline(text, blocks, quotations, found)
    found = lend_meanings(found, findings.sentences)
    return findings.replace(attributions=tuple(sorted(found, key=_place)))


def _place(raw: RawAttribution) -> tuple[Spans, int]:
    return raw.cue or raw.content, raw.depth
