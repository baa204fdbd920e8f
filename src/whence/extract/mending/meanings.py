"""What contents mean that the extractor did not find, or not so: what their sentences mean."""

from bisect import bisect_left, bisect_right
from typing import Final

from whence.extract.interface import RawAttribution
from whence.model import Meaning, Span
from whence.text import Holding

_LEAST_SHARE: Final = 0.35
"""Of its sentence; what is less may mean something else."""


def lend_meanings(
    found: list[RawAttribution], sentences: tuple[Meaning, ...]
) -> list[RawAttribution]:
    """The attributions, where none of its own covers a content with that of its sentence.

    Args:
        found: Attributions, mended.
        sentences: What each sentence of the report means, in order.
    """
    starts = [each.span.start for each in sentences]
    return [_lend(raw, sentences, starts) for raw in found]


def _lend(raw: RawAttribution, sentences: tuple[Meaning, ...], starts: list[int]) -> RawAttribution:
    borrowed = []
    known = Holding(meaning.span for meaning in raw.meanings)
    for span in raw.content:
        if 2 * known.count(span) >= span.end - span.start:
            continue
        first = max(0, bisect_right(starts, span.start) - 1)
        for number in range(first, bisect_left(starts, span.end)):
            sentence = sentences[number]
            own = Span(max(span.start, sentence.span.start), min(span.end, sentence.span.end))
            if own.start < own.end and sentence.share_of(own) >= _LEAST_SHARE:
                borrowed.append(sentence.replace(span=own))
    return raw.replace(meanings=(*raw.meanings, *borrowed)) if borrowed else raw
