"""What a release says in nobody's name: the words of the body that puts it out."""

import re
from typing import Final

from whence.extract.interface import Findings, RawAttribution
from whence.lexicon.releases import is_release
from whence.model import Meaning, Quotation, Report, Span, Spans
from whence.text import find_sentences

_FEWEST_WORDS: Final = 4
_STATES: Final = re.compile(r"\w.*[.!…][\"”’')]*\Z", re.DOTALL)


def add_own_words(
    report: Report, blocks: Spans, quotations: tuple[Quotation, ...], findings: Findings
) -> Findings:
    """The findings, and in a release its issuer as the source of each sentence that has none.

    The issuer is the report's outlet, where the text first names it; questions, lines without a
    stop and what stands above that name are left alone.

    Args:
        report: The report.
        blocks: The paragraphs that were read.
        quotations: The quotations of those paragraphs.
        findings: What is known of them, mended.
    """
    issuer = _find_issuer(report)
    if issuer is None:
        return findings
    said = [span for raw in findings.attributions for span in raw.content]
    meanings = {meaning.span: meaning for meaning in findings.sentences}
    own = [
        _say(issuer, sentence, meanings)
        for block in blocks
        for sentence in find_sentences(report.text, block)
        if sentence.start >= issuer.end
        and _is_statement(sentence.of(report.text))
        and not any(sentence.overlaps(quotation.outer) for quotation in quotations)
        and not _is_said(sentence, said)
    ]
    found = sorted((*findings.attributions, *own), key=lambda raw: raw.cue or raw.content)
    return findings.replace(attributions=tuple(found))


def _find_issuer(report: Report) -> Span | None:
    if not report.outlet or not is_release(report):
        return None
    start = report.text.lower().find(report.outlet.lower())
    return Span(start, start + len(report.outlet)) if start >= 0 else None


def _is_statement(words: str) -> bool:
    return len(words.split()) >= _FEWEST_WORDS and _STATES.match(words) is not None


def _is_said(sentence: Span, said: list[Span]) -> bool:
    """Whether half of a sentence is somebody's words already."""
    shared = sum(
        min(sentence.end, span.end) - max(sentence.start, span.start)
        for span in said
        if sentence.overlaps(span)
    )
    return 2 * shared >= sentence.end - sentence.start


def _say(issuer: Span, sentence: Span, meanings: dict[Span, Meaning]) -> RawAttribution:
    known = meanings.get(sentence)
    return RawAttribution(source=(issuer,), content=(sentence,), meanings=(known,) if known else ())
