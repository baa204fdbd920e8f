"""How much of a stretch of text some spans hold, asked many times."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from whence.model import Span


class Holding:
    """The characters that some spans hold."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def count(self, span: Span) -> int:
        """How many characters of a span are held."""
        first = bisect_right(self._ends, span.start)
        last = bisect_left(self._starts, span.end)
        return sum(
            min(span.end, self._ends[n]) - max(span.start, self._starts[n])
            for n in range(first, last)
        )
