"""An attribution in the making: ranges of words of one paragraph."""

from typing import Final

from whence.extract.passages import Passage
from whence.extract.rules.nominals import Range

STRONG: Final = 1.0
FAIR: Final = 0.7
WEAK: Final = 0.5
_OPENERS: Final = frozenset("but and however still also meanwhile so yet".split())


class Draft:
    """An attribution in the making: ranges of words."""

    __slots__ = ("content", "cue", "depth", "score", "source")

    def __init__(
        self, source: list[Range], cue: list[Range], content: list[Range], score: float
    ) -> None:
        self.source, self.cue, self.content, self.score = source, cue, content, score
        self.depth = 0


def content_begin(passage: Passage, low: int, end: int) -> int:
    """Where a content that goes before its cue begins: joining words are left out."""
    begin = low
    while (
        begin < end
        and (passage.tags[begin] in ",.;:-cb)" or passage.lower[begin] in _OPENERS)
        and passage.quote[begin] < 0
    ):
        begin += 1
    return begin
