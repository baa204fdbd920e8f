"""The timeline of a story, and what in it cannot be."""

from whence.model import Extraction, Report, Resolution, Tension, TimelineEntry


def find_timeline(
    reports: tuple[Report, ...], extractions: tuple[Extraction, ...], resolution: Resolution
) -> tuple[TimelineEntry, ...]:
    """The dated events of a story over all reports, in order of time."""
    return ()


def find_tensions(
    reports: tuple[Report, ...],
    extractions: tuple[Extraction, ...],
    timeline: tuple[TimelineEntry, ...],
) -> tuple[Tension, ...]:
    """What in the times of a story does not fit together."""
    return ()
