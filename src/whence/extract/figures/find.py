"""The front door: every figure of a report."""

from bisect import bisect_left

from whence.extract.figures.amounts import Amount
from whence.extract.figures.counted import find_counted
from whence.extract.figures.grammar import find_amounts
from whence.extract.numerals import Tokens, find_tokens
from whence.extract.timexes import find_timexes
from whence.model import (
    Attribution,
    Figure,
    FigureKind,
    PartKind,
    Report,
    Span,
    Timex,
    TimexType,
    content_id,
    hull,
)

_ENDS = frozenset((".", "!", "?", "\n"))
_UNREAD = frozenset((PartKind.FURNITURE,))
_TOTAL_WORDS = frozenset(
    (
        "total",
        "toll",
        "overall",
        "altogether",
        "cumulative",
        "tally",
        "estimate",
        "estimates",
        "revised",
        "updated",
    )
)
_RUNNING = (
    ("so", "far"),
    ("in", "all"),
    ("in", "total"),
    ("to", "date"),
    ("rose", "to"),
    ("risen", "to"),
    ("climbed", "to"),
    ("rises", "to"),
    ("raised", "to"),
    ("and", "counting"),
    ("thus", "far"),
)
_PERFECT = frozenset(("has", "have"))


def find_figures(
    report: Report,
    attributions: tuple[Attribution, ...] = (),
    *,
    timexes: tuple[Timex, ...] | None = None,
) -> tuple[Figure, ...]:
    """The figures of a report in order of text.

    Low and high are always both told, open (None) on the side that a hedge does not bound.

    Args:
        report: Where to look.
        attributions: Who says what in it; the one whose content holds a figure counts it.
        timexes: Its time expressions, if they are known already: they tell dates from counts and
            say as of when.
    """
    times = find_timexes(report) if timexes is None else timexes
    tokens = find_tokens(report.text)
    taken = [
        (t.span.start, t.span.end)
        for t in times
        if t.type in (TimexType.DATE, TimexType.TIME) and _is_calendar(t)
    ]
    amounts = [a for a in find_amounts(tokens, taken) if not _is_skipped(report, tokens, a)]
    governing = _Governing(attributions)
    dated = _Dates(times)
    found: list[Figure] = []
    for n, amount in enumerate(amounts):
        limit = _limit(amounts, n, len(tokens))
        before = amounts[n - 1].stop if n else 0
        figure = _figure(report, tokens, amount, (before, limit), governing, dated)
        if found:
            figure = _continued(tokens, figure, found[-1], amount, before)
        found.append(figure)
    return tuple(found)


_PARTS = frozenset(("including", "whom", "them", "among", "which"))


def _continued(tokens: Tokens, figure: Figure, last: Figure, amount: Amount, before: int) -> Figure:
    """The figure with what it leaves to the one before it in its sentence.

    The unit (``950 cubic metres, nearly the 1,000 given by …``), what is counted (``14 officers …,
    arrests of 22``), or what befell it (``30 held, including 22 officers``).
    """
    between = tokens.word[before : amount.first]
    if _is_anaphoric(tokens, amount, between) and last.kind is FigureKind.COUNT:
        return figure.replace(counted_head=last.counted_head, counted_event=last.counted_event)
    if len(between) > 24 or any(word in _ENDS for word in between):
        return figure
    if figure.kind is FigureKind.COUNT and last.unit and _is_bare(tokens, amount):
        values = (
            [v for v in (figure.low, figure.high) if v],
            [v for v in (last.low, last.high) if v],
        )
        if (
            values[0]
            and values[1]
            and last.kind in _MEASURED
            and 0.05 < values[0][0] / values[1][0] < 20
        ):
            return figure.replace(unit=last.unit, kind=last.kind)
    if figure.kind is last.kind is FigureKind.COUNT:
        noun = tokens.at(amount.stop)
        if (
            last.counted_head
            and _is_bare(tokens, amount)
            and (figure.counted_head is None or not noun.isalpha())
        ):
            return figure.replace(counted_head=last.counted_head)
        if figure.counted_event is None and _PARTS & set(between):
            return figure.replace(counted_event=last.counted_event)
    return figure


_NUMBER_NOUNS = frozenset(("number", "figure", "toll", "count", "total", "tally", "estimate"))


def _is_anaphoric(tokens: Tokens, amount: Amount, between: list[str]) -> bool:
    """``The organisers put the number at 85,000``: of what the sentence before counted."""
    near = between[-6:]
    return (
        amount.kind is FigureKind.COUNT
        and len(between) < 48
        and _is_bare(tokens, amount)
        and bool(_NUMBER_NOUNS & set(near))
        and not any(word in _ENDS for word in near)
    )


_MEASURED = frozenset((FigureKind.MEASURE, FigureKind.MONEY, FigureKind.PERCENT))


def _is_bare(tokens: Tokens, amount: Amount) -> bool:
    """Whether no noun follows the number: ``the 1,000 given by …``."""
    after = tokens.at(amount.stop)
    return not after[:1].isalpha() or after in _NO_NOUNS


_NO_NOUNS = frozenset(
    "given reported estimated claimed in on at by from and or but that who before".split()
)


def _limit(amounts: list[Amount], n: int, count: int) -> int:
    """Where the next amount begins that is not the whole of this one."""
    whole = amounts[n].whole
    past = whole[1] if whole else amounts[n].stop
    for other in amounts[n + 1 : n + 3]:
        if other.first >= past:
            return other.first
    return count


def _is_calendar(timex: Timex) -> bool:
    """``two years ago`` is a figure as well as a date; ``2019`` and ``8 June`` are dates alone."""
    return not timex.is_relative or timex.value is None or "ago" not in timex.reason


def _is_skipped(report: Report, tokens: Tokens, amount: Amount) -> bool:
    return bool(report.parts) and report.part_at(tokens.start[amount.number_first]) in _UNREAD


def _figure(
    report: Report,
    tokens: Tokens,
    amount: Amount,
    limits: tuple[int, int],
    governing: "_Governing",
    dated: "_Dates",
) -> Figure:
    span = tokens.span(amount.first, amount.stop)
    number = tokens.span(amount.number_first, amount.number_stop)
    counted = find_counted(tokens, amount, limits[1], limits[0])
    sentence = _sentence(tokens, amount)
    running = _is_running(tokens, sentence, amount)
    spoken = tokens.span(*sentence)
    as_of, as_of_span = dated.for_figure(number, spoken, report, running)
    pieces = [piece for piece in (counted.phrase, counted.restriction) if piece]
    return Figure(
        id=content_id("f", report.id, number.start, number.end),
        report=report.id,
        span=span,
        number=number,
        low=amount.low,
        high=amount.high,
        hedge=amount.hedge,
        kind=amount.kind,
        unit=amount.unit,
        scale_digits=amount.place,
        counted=tuple(tokens.span(*piece) for piece in pieces),
        counted_head=counted.head,
        counted_event=counted.event,
        whole=(tokens.span(*amount.whole),) if amount.whole else (),
        whole_value=amount.whole_value,
        attribution=governing.of(number, is_told=amount.kind is not FigureKind.AGE),
        as_of=as_of,
        as_of_span=as_of_span,
        is_running_total=running,
        scope=(tokens.span(*counted.restriction),) if counted.restriction else (),
    )


def _sentence(tokens: Tokens, amount: Amount) -> tuple[int, int]:
    """The tokens of the sentence that holds the amount, no more than 60 either side."""
    first, stop = amount.first, amount.stop
    low, high = max(0, first - 60), min(len(tokens), stop + 60)
    while first > low and tokens.word[first - 1] not in _ENDS:
        first -= 1
    while stop < high and tokens.word[stop] not in _ENDS:
        stop += 1
    return first, max(stop, amount.stop)


def _is_running(tokens: Tokens, sentence: tuple[int, int], amount: Amount) -> bool:
    """Whether the number counts all up to now: ``so far``, ``toll``, ``have been arrested``."""
    if amount.kind not in (FigureKind.COUNT, FigureKind.MEASURE, FigureKind.MONEY):
        return False
    first, stop = sentence
    words = tokens.word
    for j in range(max(first, amount.first - 14), min(stop, amount.stop + 14)):
        word = words[j]
        if word in _TOTAL_WORDS or word == "since":
            return True
        if any(word == a and tokens.at(j + 1) == b for a, b in _RUNNING):
            return True
    for j in range(amount.stop, min(stop, amount.stop + 8)):
        if words[j] in _PERFECT and (
            tokens.at(j + 1) == "been" or tokens.at(j + 1) in ("died", "fled")
        ):
            return amount.kind is FigureKind.COUNT
    for j in range(max(first, amount.first - 5), amount.first):
        if words[j] in _PERFECT and tokens.at(j + 1).endswith("ed"):
            return amount.kind is FigureKind.COUNT
    return False


class _Governing:
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


class _Dates:
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
