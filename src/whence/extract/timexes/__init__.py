"""Time expressions of one report, normalised as TIMEX3, and the events they date."""

from whence.extract.timexes.events import find_events
from whence.extract.timexes.find import find_timexes
from whence.extract.timexes.notices import find_notices

__all__ = ["find_events", "find_notices", "find_timexes"]
