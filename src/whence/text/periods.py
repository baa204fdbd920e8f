"""When something is said to be, as spans of days, and whether two such cannot be one."""

from collections.abc import Iterable
from datetime import date, timedelta

from whence.model import Spans, Timex, TimexType

Period = tuple[str, str]
"""First and last day, ISO."""

_DAY = len("2014-08-05")


def find_periods(timexes: Iterable[Timex], spans: Spans) -> tuple[Period, ...]:
    """The days that the time expressions in some pieces of a report can mean."""
    return tuple(
        (timex.earliest[:_DAY], timex.latest[:_DAY])
        for timex in timexes
        if timex.type in (TimexType.DATE, TimexType.TIME)
        and timex.earliest is not None
        and timex.latest is not None
        and any(span.covers(timex.span) for span in spans)
    )


def periods_differ(a: Iterable[Period], b: Iterable[Period]) -> bool:
    """Whether both name days and none of one can be a day of the other."""
    ours, theirs = tuple(a), tuple(b)
    if not ours or not theirs:
        return False
    return not any(_may_meet(one, other) for one in ours for other in theirs)


def _may_meet(a: Period, b: Period) -> bool:
    """Whether two periods have a day in common; a week apart, a weekday may have been misread."""
    if a[0] <= b[1] and b[0] <= a[1]:
        return True
    if a[0] != a[1] or b[0] != b[1]:
        return False
    return abs(date.fromisoformat(a[0]) - date.fromisoformat(b[0])) == timedelta(days=7)
