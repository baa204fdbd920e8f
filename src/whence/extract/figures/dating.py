"""As of when a figure holds: when it was counted or told, kept apart from when it happened."""

import re
from bisect import bisect_left
from datetime import date

from whence.extract.figures.telling import Tellings
from whence.lexicon import load_table
from whence.model import Attribution, Figure, FigureKind, Report, Span, Timex, TimexType
from whence.text import fold_case

_TABLE = load_table("measures")
COUNTING_ON = frozenset(_TABLE["counting_on"])
"""What befalls people and things in the news while others go on counting them."""
_MEASURING = re.compile(rf"\b(?:{'|'.join(_TABLE['measuring'])})\b")
_EXPRESS = re.compile(r"\b(?:as of|as at|by|until|up to|through)\s+(?:late |early |the )?$")
_SINCE = re.compile(r"\bsince\b[^.;!?]{0,80}$")
_ARTICLE = re.compile(r"\b(?:the|a|an|its|his|her|their|that|this|last)\s+$")
_NOUN_AFTER = re.compile(
    r"'s\b|\s+(?!(?:and|but|that|when|as|in|on|at|to|by|with|from|after)\b)[a-z]"
)
_CALENDAR = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_RECENT_DAYS = 14
"""Counting goes on for about so long after a day; counts of older events are history."""
_CLAUSE = re.compile(r"[.;!?,]\s|\b(?:that|who|which|where|near)\s")
_MEASURED_WITHIN = 60


class Dates:
    """The dates of a report, asked as of when its figures hold."""

    def __init__(
        self, report: Report, times: tuple[Timex, ...], attributions: tuple[Attribution, ...]
    ) -> None:
        self._times = [
            t
            for t in times
            if t.value and t.earliest and t.type in (TimexType.DATE, TimexType.TIME)
        ]
        self._starts = [t.span.start for t in self._times]
        self._folded = fold_case(report.text) if self._times else ""
        self._published = _day(report.published.value) if report.published else None
        self._tellings = Tellings(report, self._times, attributions)

    def dated(self, figure: Figure, sentence: Span) -> Figure:
        """The figure with the day it holds for, and with the day of what is counted.

        A date that says so ("as of Friday") comes first, then the day on which it was measured,
        then the day on which its counter spoke. The day of the event itself ("killed on Monday") is
        the day of the count only where nobody can still be counting; else a count that goes on
        holds for the day of the report.
        """
        if figure.kind in _UNDATED:
            return figure
        near = self._of(figure, sentence)
        told = self._tellings.of(figure.attribution)
        if told is None and figure.attribution is None:
            told = next((t for t in near if self._tellings.is_telling(t)), None)
        for timex in near:
            if _EXPRESS.search(self._before(timex.span)) and not self._is_of_noun(timex.span):
                others = [t for t in near if t is not timex]
                return _with(figure, _value(timex), timex.span, self._incident(others, told))
        stated = [t for t in near if told is None or t.span != told.span]
        incident = self._incident(stated, told)
        goes_on = figure.is_running_total or (
            figure.kind is FigureKind.COUNT and figure.counted_event in COUNTING_ON
        )
        if self._is_measured(figure) and stated and not self._is_of_noun(stated[0].span):
            return self._as_stated(figure, stated[0], is_incident=not goes_on)
        if told is not None and (goes_on or not stated or figure.kind in _ESTIMATED):
            return _with(figure, _value(told), told.span, incident)
        if goes_on or (figure.kind in _ESTIMATED and figure.attribution):
            if stated and not self._is_recent(stated[0]):
                return self._as_stated(figure, stated[0], is_incident=True)
            if goes_on or stated:
                return self._as_told(figure, incident)
        return self._as_stated(figure, stated[0], is_incident=True) if stated else figure

    def _as_stated(self, figure: Figure, timex: Timex, *, is_incident: bool) -> Figure:
        """The figure at the day that its sentence gives, which may be that of the event too."""
        value = _value(timex)
        is_dated = is_incident and _CALENDAR.fullmatch(value) is not None
        return _with(figure, value, timex.span, value if is_dated else None)

    def _as_told(self, figure: Figure, incident: str | None) -> Figure:
        """When the counter spoke, as another sentence tells; else the day of the report."""
        elsewhere = self._tellings.elsewhere(figure.attribution)
        if elsewhere is not None:
            return _with(figure, _value(elsewhere), elsewhere.span, incident)
        return _with(figure, self._published, None, incident)

    def _of(self, figure: Figure, sentence: Span) -> list[Timex]:
        """The dates of the figure's sentence, the nearest first."""
        found: list[tuple[int, int, Timex]] = []
        n = bisect_left(self._starts, sentence.start)
        while n < len(self._times) and self._starts[n] < sentence.end:
            timex = self._times[n]
            number = figure.number
            gap = min(abs(timex.span.start - number.end), abs(number.start - timex.span.end))
            if not _SINCE.search(self._between(sentence.start, timex.span.start)):
                found.append((gap, n, timex))
            n += 1
        return [timex for _, _, timex in sorted(found)]

    def _before(self, span: Span) -> str:
        return self._folded[max(0, span.start - 16) : span.start]

    def _between(self, start: int, end: int) -> str:
        return self._folded[max(start, end - 100) : end]

    def _is_of_noun(self, span: Span) -> bool:
        """``the 8 June leak``, ``Monday's blast``: a date that belongs to a noun."""
        after = self._folded[span.end : span.end + 12]
        if after.startswith("'s"):
            return True
        return bool(_ARTICLE.search(self._before(span)) and _NOUN_AFTER.match(after))

    def _is_measured(self, figure: Figure) -> bool:
        """Whether the sentence tells of the counting itself: "counted sixty", "stood at 61"."""
        before = self._folded[max(0, figure.span.start - _MEASURED_WITHIN) : figure.span.start]
        return bool(_MEASURING.search(_CLAUSE.split(before)[-1]))

    def _incident(self, stated: list[Timex], told: Timex | None) -> str | None:
        for timex in stated:
            value = _value(timex)
            if _CALENDAR.fullmatch(value) and (told is None or timex.span != told.span):
                return value
        return None

    def _is_recent(self, timex: Timex) -> bool:
        """Whether counting may still go on at the time of the report."""
        if self._published is None or len(self._published) < 10 or not timex.latest:
            return False
        gap = date.fromisoformat(self._published) - date.fromisoformat(timex.latest[:10])
        return gap.days <= _RECENT_DAYS


_UNDATED = frozenset((FigureKind.AGE, FigureKind.DURATION, FigureKind.SCORE, FigureKind.ORDINAL))
_ESTIMATED = frozenset((FigureKind.MEASURE, FigureKind.MONEY))


def _with(figure: Figure, as_of: str | None, span: Span | None, incident: str | None) -> Figure:
    return figure.replace(as_of=as_of, as_of_span=span, incident=incident)


def _value(timex: Timex) -> str:
    return _day((timex.value or "").partition("/")[0])


def _day(value: str) -> str:
    return value.partition("T")[0]
