"""A stretch of a report's text: the address every answer points home to."""

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """Characters ``start`` up to, not including, ``end`` of one text, in Unicode code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of ``text`` that this span names."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether every character of ``other`` lies in this span."""
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]
"""Pieces of one thing in order of text: a quotation may be cut by its own cue."""


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span over all pieces.

    Raises:
        ValueError: if there is no piece.
    """
    pieces = tuple(spans)
    if len(pieces) == 1:
        return pieces[0]
    return Span(min(s.start for s in pieces), max(s.end for s in pieces))


def surface(text: str, spans: Iterable[Span]) -> str:
    """The words of the pieces as they stand, joined by one space."""
    return " ".join(span.of(text) for span in spans)


def overlap(a: Iterable[Span], b: Iterable[Span]) -> int:
    """How many characters two lists of pieces share (pieces of one list do not overlap)."""
    others = tuple(b)
    return sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a for y in others)
