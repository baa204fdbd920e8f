"""Who counts a figure, and as of when it holds."""

from bisect import bisect_left

from whence.model import Attribution, Report, Span, Timex, TimexType, hull


class Governing:
    """Which attribution holds a place in the text: the innermost one."""

    def __init__(self, attributions: tuple[Attribution, ...]) -> None:
        pieces: list[tuple[int, int, int, str]] = []
        clauses: list[tuple[int, int, int, str]] = []
        for attribution in attributions:
            if not attribution.is_statement:
                continue
            size = sum(span.end - span.start for span in attribution.content)
            pieces += [(span.start, span.end, size, attribution.id) for span in attribution.content]
            if attribution.source or attribution.cue:
                whole = hull((*attribution.source, *attribution.cue, *attribution.content))
                clauses.append((whole.start, whole.end, whole.end - whole.start, attribution.id))
        self._pieces, self._clauses = _Intervals(pieces), _Intervals(clauses)

    def of(self, number: Span, *, is_told: bool) -> str | None:
        """Id of the attribution whose content, else (if told) whose clause, holds the number."""
        content = self._pieces.innermost(number)
        return content or (self._clauses.innermost(number) if is_told else None)


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


class Dates:
    """The dates of a report, asked as of when a figure holds."""

    def __init__(self, times: tuple[Timex, ...]) -> None:
        self._times = [
            t for t in times if t.earliest and t.type in (TimexType.DATE, TimexType.TIME)
        ]
        self._starts = [t.span.start for t in self._times]

    def for_figure(
        self, number: Span, sentence: Span, report: Report, running: bool
    ) -> tuple[str | None, Span | None]:
        """The nearest date of the sentence; for a running count without one, the report's."""
        near: tuple[int, Timex] | None = None
        n = bisect_left(self._starts, sentence.start)
        while n < len(self._times) and self._starts[n] < sentence.end:
            timex = self._times[n]
            distance = min(abs(timex.span.start - number.end), abs(number.start - timex.span.end))
            if near is None or distance < near[0]:
                near = (distance, timex)
            n += 1
        if near and near[1].value:
            value = near[1].value.partition("/")[0]
            return value.partition("T")[0], near[1].span
        if running and report.published:
            return report.published.value.partition("T")[0], None
        return None, None
