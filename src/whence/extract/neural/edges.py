"""Quotation marks decide where direct speech begins and ends."""

from typing import Final

from whence.extract.neural.encoding import Encoding
from whence.extract.neural.layout import CONTENT
from whence.extract.neural.quotation import CLOSING, INSIDE, OPENING

Runs = list[tuple[int, int, int]]
_MOST: Final = 0.6


def mend_edges(text: Encoding, runs: Runs) -> Runs:
    """The runs with contents drawn out to the marks of a quotation that they nearly fill.

    A content that holds most of a quotation holds all of it, marks included, as far as no other
    run stands in the way.
    """
    taken = {word: k for k, (_, start, end) in enumerate(runs) for word in range(start, end + 1)}
    mended: Runs = []
    for k, (role, start, end) in enumerate(runs):
        if role == CONTENT:
            start, end = _drawn_out(text, start, end, k, taken)
        mended.append((role, start, end))
    return mended


def _drawn_out(
    text: Encoding, start: int, end: int, k: int, taken: dict[int, int]
) -> tuple[int, int]:
    first, last = start, end
    opening, closing = _quotation_at(text, start)
    if opening < start <= closing and _fills(start, end, opening, closing):
        first = opening
    opening, closing = _quotation_at(text, end)
    if opening <= end < closing and _fills(first, end, opening, closing):
        last = closing
    while first < start and any(taken.get(word, k) != k for word in range(first, start)):
        first += 1
    while last > end and any(taken.get(word, k) != k for word in range(end + 1, last + 1)):
        last -= 1
    return first, last


def _quotation_at(text: Encoding, word: int) -> tuple[int, int]:
    """First and last word of the balanced quotation around a word; the word itself if none is."""
    states = text.states
    opening = closing = word
    while states[opening] in (INSIDE, CLOSING) and opening > 0:
        opening -= 1
    while states[closing] in (INSIDE, OPENING) and closing + 1 < len(states):
        closing += 1
    if states[opening] == OPENING and states[closing] == CLOSING:
        return opening, closing
    return word, word


def _fills(start: int, end: int, opening: int, closing: int) -> bool:
    inside = min(end, closing) - max(start, opening) + 1
    return inside >= _MOST * (closing - opening + 1)
