"""Attributions while they are being completed: spans that may still change, chains that grow."""

from bisect import bisect_right
from typing import Final

from whence.extract.interface import RawAttribution
from whence.model import Carrier, Span, Spans, hull
from whence.text.sentences import find_sentences

LONGEST_REACH: Final = 600
"""Characters on either side of source and cue that still belong to their sentence."""


class Case:
    """One attribution in the making."""

    __slots__ = ("content", "cue", "dropped", "is_relay", "parent", "raw", "reach", "source", "via")

    def __init__(self, raw: RawAttribution, content: Spans, reach: Span) -> None:
        self.raw = raw
        self.source, self.cue, self.content = raw.source, raw.cue, content
        self.reach = reach
        self.via: list[Carrier] = []
        self.parent: Case | None = None
        self.dropped = False
        self.is_relay = False

    def holds(self, span: Span) -> bool:
        """Whether a stretch lies in the content."""
        return any(piece.covers(span) for piece in self.content)

    def touches(self, span: Span) -> bool:
        """Whether a stretch shares a character with source or cue."""
        return any(piece.overlaps(span) for piece in (*self.source, *self.cue))


class Sentences:
    """Sentences of all blocks, to be looked up by position."""

    def __init__(self, text: str, blocks: Spans) -> None:
        self._blocks = blocks
        self._spans = [span for block in blocks for span in find_sentences(text, block)]
        self._starts = [span.start for span in self._spans]

    def reach_of(self, raw: RawAttribution) -> Span:
        """The sentences that source and cue stand in; those of the content if there is neither."""
        outside = (*raw.source, *raw.cue) or raw.content
        whole = hull(outside)
        first, last = self.at(whole.start), self.at(max(whole.start, whole.end - 1))
        start = max(min(first.start, whole.start), whole.start - LONGEST_REACH)
        return Span(start, min(max(last.end, whole.end), whole.end + LONGEST_REACH))

    def at(self, position: int) -> Span:
        """The sentence at a character, or the one before it."""
        index = bisect_right(self._starts, position) - 1
        return self._spans[index] if index >= 0 else Span(position, position)
