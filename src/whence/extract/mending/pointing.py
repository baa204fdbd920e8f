"""Sentences that only point back: "Three weeks were planned. So says an engineer."."""

import re
from bisect import bisect_right
from typing import Final

from whence.extract.interface import RawAttribution
from whence.model import Quotation, Span, Spans
from whence.text import Holding, find_sentences

_SO: Final = re.compile(r"so (?:says?|said|claim(?:s|ed)?)\b", re.IGNORECASE)
_THAT: Final = re.compile(r"(?:that|this)(?: (?:is|was)|['’]s) (?:at least )?what ", re.IGNORECASE)
_MOST: Final = 2
"""Sentences pointed at, counted backwards."""
_LONGEST: Final = 6000
"""Longer paragraphs are left alone."""


def follow_pointers(
    text: str, blocks: Spans, quotations: tuple[Quotation, ...], found: list[RawAttribution]
) -> list[RawAttribution]:
    """The attributions, those of a pointing sentence with the sentences before it as content.

    Only sentences of the same paragraph that nobody else says, next to the pointing one.
    """
    starts = [block.start for block in blocks]
    quoted = Holding(quotation.outer for quotation in quotations if not quotation.depth)
    said = Holding(span for raw in found for span in raw.content)
    mended: list[RawAttribution] = []
    for raw in found:
        place = bisect_right(starts, raw.cue[0].start) - 1 if raw.cue and not raw.depth else -1
        before = _pointed_at(text, blocks[place], raw, quoted, said) if place >= 0 else ()
        mended.append(raw.replace(content=before, meanings=()) if before else raw)
    return mended


def _pointed_at(
    text: str, block: Span, raw: RawAttribution, quoted: Holding, said: Holding
) -> Spans:
    """The sentences that the sentence of a cue points at; none where it does not point."""
    if block.end - block.start > _LONGEST:
        return ()
    sentences = find_sentences(text, block)
    place = bisect_right(sentences, raw.cue[0].start, key=lambda sentence: sentence.start) - 1
    if place < 1 or quoted.count(raw.cue[0]) or not _points(text, sentences[place], raw):
        return ()
    pointed: list[Span] = []
    for sentence in reversed(sentences[max(0, place - _MOST) : place]):
        if said.count(sentence) or quoted.count(sentence):
            break
        pointed.insert(0, sentence)
    return tuple(pointed)


def _points(text: str, sentence: Span, raw: RawAttribution) -> bool:
    """Whether a sentence says nothing but who says it: "That is what she told the Post".

    "That is what happened, she told the Post" does not.
    """
    cue = raw.cue[0]
    so = _SO.match(text, *sentence)
    if so is not None:
        return cue.start < so.end()
    that = _THAT.match(text, *sentence)
    if that is None or not raw.source:
        return False
    return raw.source[0].start == that.end() and raw.content[-1].end <= cue.start
