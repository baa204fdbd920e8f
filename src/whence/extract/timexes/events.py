"""The events that the time expressions of a report date."""

from whence.model import Event, Report, Timex


def find_events(report: Report, timexes: tuple[Timex, ...]) -> tuple[Event, ...]:
    """What each dating expression dates: the verb of its clause with its object, or a noun."""
    return ()
