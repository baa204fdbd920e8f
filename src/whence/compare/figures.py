"""Figures of one measure lined up over all reports, with the relation of every pair."""

from whence.model import Extraction, Measure, Report, Resolution


def compare_figures(
    reports: tuple[Report, ...], extractions: tuple[Extraction, ...], resolution: Resolution
) -> tuple[Measure, ...]:
    """The measures of a story: figures that count the same thing, and how each pair stands."""
    return ()
