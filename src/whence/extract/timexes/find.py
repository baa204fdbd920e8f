"""The front door: every time expression of a report, with its value."""

from whence.model import Report, Timex


def find_timexes(report: Report) -> tuple[Timex, ...]:
    """The time expressions of a report in order of text, as TIMEX3."""
    return ()
