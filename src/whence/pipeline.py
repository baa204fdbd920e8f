"""The whole road: ``trace(reports) -> Story``. The only file that knows the order of the stages."""

from collections.abc import Iterable

from whence.compare import compare
from whence.derive import derive
from whence.extract import extract, pick_extractor
from whence.extract.interface import Extractor
from whence.model import Reading, Report, Story
from whence.options import DEFAULTS, Options
from whence.resolve import resolve


def trace(
    reports: Reading | Iterable[Report],
    *,
    options: Options = DEFAULTS,
    extractor: Extractor | None = None,
) -> Story:
    """The story that the reports tell: who said what, by way of whom, on how many origins.

    The order of the reports changes nothing. Nothing is read from disk but the extractor's own
    model, once; nothing is ever fetched.

    Args:
        reports: What ``read`` gave, or reports made by hand; ids must differ.
        options: How to trace.
        extractor: Finds the attributions; by default the one that the options name.
    """
    reading = reports if isinstance(reports, Reading) else Reading(slug="", reports=tuple(reports))
    ordered = tuple(sorted(reading.reports, key=lambda report: report.id))
    finder = extractor or pick_extractor(options)
    extractions = tuple(extract(report, extractor=finder, options=options) for report in ordered)
    resolution = resolve(ordered, extractions)
    comparison = compare(ordered, extractions, resolution)
    descent = derive(ordered, extractions, resolution, comparison)
    return Story(
        slug=reading.slug,
        reports=ordered,
        extractions=extractions,
        resolution=resolution,
        comparison=comparison,
        descent=descent,
        notices=reading.notices + reading.failures,
    )
