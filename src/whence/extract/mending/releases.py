"""What a release says in nobody's name: the words of the body that puts it out."""

import re
from typing import Final

from whence.extract.interface import Findings, RawAttribution
from whence.lexicon.releases import is_release
from whence.model import Meaning, Quotation, Report, Span, Spans
from whence.text import Holding, find_sentences

_FEWEST_WORDS: Final = 4
_STATES: Final = re.compile(r"\w.*[.!…][\"”’')]*\Z", re.DOTALL)


def add_own_words(
    report: Report, blocks: Spans, quotations: tuple[Quotation, ...], findings: Findings
) -> Findings:
    """The findings, and in a release its issuer as the source of each sentence that has none.

    The issuer is the report's outlet, where the text first names it; questions, lines without a
    stop, what stands above that name, what holds a quotation and what is half somebody's words
    already are left alone.

    Args:
        report: The report.
        blocks: The paragraphs that were read.
        quotations: The quotations of those paragraphs.
        findings: What is known of them, mended.
    """
    issuer = _find_issuer(report)
    if issuer is None:
        return findings
    quoted = Holding(quotation.outer for quotation in quotations)
    others = [raw for raw in findings.attributions if not _is_its_own(report.text, raw, quoted)]
    said = Holding(span for raw in others for span in raw.content)
    meanings = {meaning.span: meaning for meaning in findings.sentences}
    own = [
        _say(issuer, sentence, meanings)
        for block in blocks
        for sentence in find_sentences(report.text, block)
        if sentence.start >= issuer.end
        and _is_statement(sentence.of(report.text))
        and not quoted.count(sentence)
        and 2 * said.count(sentence) < sentence.end - sentence.start
    ]
    found = sorted((*others, *own), key=lambda raw: raw.cue or raw.content)
    return findings.replace(attributions=tuple(found))


def _is_its_own(text: str, raw: RawAttribution, quoted: Holding) -> bool:
    """Whether the issuer speaks of itself: "We expect the line to be open by noon"."""
    if raw.depth or len(raw.source) != 1 or quoted.count(raw.source[0]):
        return False
    return raw.source[0].of(text).lower() == "we"


def _find_issuer(report: Report) -> Span | None:
    if not report.outlet or not is_release(report):
        return None
    named = re.search(re.escape(report.outlet), report.text, re.IGNORECASE)
    return Span(*named.span()) if named else None


def _is_statement(words: str) -> bool:
    return len(words.split()) >= _FEWEST_WORDS and _STATES.match(words) is not None


def _say(issuer: Span, sentence: Span, meanings: dict[Span, Meaning]) -> RawAttribution:
    known = meanings.get(sentence)
    return RawAttribution(source=(issuer,), content=(sentence,), meanings=(known,) if known else ())
