"""Which attribution counts a figure."""

from bisect import bisect_left

from whence.model import Attribution, Span, Spans, hull


class Governing:
    """Which attribution holds a place in the text: the innermost one."""

    def __init__(self, attributions: tuple[Attribution, ...]) -> None:
        pieces: list[tuple[int, int, int, str]] = []
        clauses: list[tuple[int, int, int, str]] = []
        self._sources: dict[str, Spans] = {}
        for attribution in attributions:
            if not attribution.is_statement:
                continue
            size = sum(span.end - span.start for span in attribution.content)
            pieces += [(span.start, span.end, size, attribution.id) for span in attribution.content]
            if attribution.source or attribution.cue:
                whole = hull((*attribution.source, *attribution.cue, *attribution.content))
                self._sources[attribution.id] = attribution.source
                clauses.append((whole.start, whole.end, whole.end - whole.start, attribution.id))
        self._pieces, self._clauses = _Intervals(pieces), _Intervals(clauses)

    def of(self, number: Span, *, is_told: bool, counter: Span | None = None) -> str | None:
        """Id of the attribution whose content, else (if told) whose clause, holds the number.

        A clause gives way to a counter whom a verb of counting names, unless he is its source.
        """
        content = self._pieces.innermost(number)
        if content or not is_told:
            return content
        clause = self._clauses.innermost(number)
        if clause and counter and not any(s.overlaps(counter) for s in self._sources[clause]):
            return None
        return clause


class _Intervals:
    """Intervals that may nest, asked for the smallest that covers a span; in order of start."""

    def __init__(self, rows: list[tuple[int, int, int, str]]) -> None:
        self._rows = sorted(rows)
        self._starts = [row[0] for row in self._rows]
        reach = 0
        self._reach: list[int] = []
        for row in self._rows:
            reach = max(reach, row[1])
            self._reach.append(reach)

    def innermost(self, span: Span) -> str | None:
        best: tuple[int, str] | None = None
        n = bisect_left(self._starts, span.start + 1) - 1
        while n >= 0 and self._reach[n] >= span.end:
            start, end, size, name = self._rows[n]
            if start <= span.start and span.end <= end and (best is None or size < best[0]):
                best = (size, name)
            n -= 1
        return best[1] if best else None
