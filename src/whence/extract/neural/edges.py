"""Quotation marks decide where direct speech begins and ends."""

from typing import Final

from whence.extract.neural.encoding import Encoding
from whence.extract.neural.layout import CONTENT
from whence.extract.neural.quotation import CLOSING, OPENING, OUTSIDE

Runs = list[tuple[int, int, int]]
_NEARLY_ALL: Final = 0.7


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
    if text.states[start] not in (OPENING, OUTSIDE):
        opening = start
        while opening > 0 and text.states[opening] not in (OPENING, OUTSIDE):
            opening -= 1
        if text.states[opening] == OPENING and _nearly_all(text, opening, start, end):
            first = opening
    if text.states[end] not in (CLOSING, OUTSIDE):
        closing, size = end, len(text.states)
        while closing + 1 < size and text.states[closing] not in (CLOSING, OUTSIDE):
            closing += 1
        if text.states[closing] == CLOSING and closing - end <= max(2, (end - first) // 3):
            last = closing
    while first < start and any(taken.get(word, k) != k for word in range(first, start)):
        first += 1
    while last > end and any(taken.get(word, k) != k for word in range(end + 1, last + 1)):
        last -= 1
    return first, last


def _nearly_all(text: Encoding, opening: int, start: int, end: int) -> bool:
    return end - start + 1 >= _NEARLY_ALL * (end - opening + 1)
