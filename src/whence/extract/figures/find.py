"""The front door: every figure of a report."""

from whence.extract.figures.amounts import Amount
from whence.extract.figures.continuing import ENDS, continued
from whence.extract.figures.counted import find_counted
from whence.extract.figures.counting import find_counter, is_looked_back_at
from whence.extract.figures.dating import Dates
from whence.extract.figures.governing import Governing
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
)

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
    tokens: Tokens | None = None,
) -> tuple[Figure, ...]:
    """The figures of a report in order of text.

    Low and high are always both told, open (None) on the side that a hedge does not bound.

    Args:
        report: Where to look.
        attributions: Who says what in it; the one whose content holds a figure counts it.
        timexes: Its time expressions, if they are known already: they tell dates from counts and
            say as of when.
        tokens: Its tokens, if they are known already.
    """
    tokens = find_tokens(report.text) if tokens is None else tokens
    times = find_timexes(report, tokens=tokens) if timexes is None else timexes
    taken = [
        (t.span.start, t.span.end)
        for t in times
        if t.type in (TimexType.DATE, TimexType.TIME) and _is_calendar(t)
    ]
    amounts = [a for a in find_amounts(tokens, taken) if not _is_skipped(report, tokens, a)]
    governing = Governing(attributions)
    dates = Dates(report, times, attributions)
    found: list[Figure] = []
    for n, amount in enumerate(amounts):
        limit = _limit(amounts, n, len(tokens))
        before = amounts[n - 1].stop if n else 0
        sentence = _sentence(tokens, amount)
        figure = _figure(report, tokens, amount, (before, limit), governing)
        if found:
            figure = continued(tokens, figure, found[-1], amount, before)
        figure = figure.replace(is_running_total=_is_running(tokens, sentence, amount))
        found.append(dates.dated(figure, tokens.span(*sentence)))
    return tuple(found)


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
    governing: Governing,
) -> Figure:
    span = tokens.span(amount.first, amount.stop)
    number = tokens.span(amount.number_first, amount.number_stop)
    counted = find_counted(tokens, amount, limits[1], limits[0])
    counter = _counter(tokens, amount, limits[0])
    is_told = amount.kind is not FigureKind.AGE
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
        attribution=governing.of(number, is_told=is_told, counter=counter),
        counter=(counter,) if counter else (),
        is_earlier=is_looked_back_at(tokens, amount.first),
        scope=(tokens.span(*counted.restriction),) if counted.restriction else (),
    )


def _counter(tokens: Tokens, amount: Amount, before: int) -> Span | None:
    if amount.kind not in (FigureKind.COUNT, FigureKind.MEASURE, FigureKind.MONEY):
        return None
    found = find_counter(tokens, amount.first, amount.stop, before)
    return tokens.span(*found) if found else None


def _sentence(tokens: Tokens, amount: Amount) -> tuple[int, int]:
    """The tokens of the sentence that holds the amount, no more than 60 either side."""
    first, stop = amount.first, amount.stop
    low, high = max(0, first - 60), min(len(tokens), stop + 60)
    while first > low and tokens.word[first - 1] not in ENDS:
        first -= 1
    while stop < high and tokens.word[stop] not in ENDS:
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
