"""The whole road: ``trace(reports) -> Story``. The only file that knows the order of the stages."""

from collections.abc import Iterable

from whence.compare import compare
from whence.derive import derive
from whence.extract import extract, in_turn, pick_extractor
from whence.extract.interface import Extractor, reads_at_once
from whence.model import Extraction, Notice, Reading, Report, Story
from whence.options import DEFAULTS, Options
from whence.resolve import resolve


def trace(
    reports: Reading | Iterable[Report],
    *,
    options: Options = DEFAULTS,
    extractor: Extractor | None = None,
    keep_going: bool = False,
) -> Story:
    """The story that the reports tell: who said what, by way of whom, on how many origins.

    The order of the reports changes nothing. Nothing is read from disk but the extractor's own
    model, once; nothing is ever fetched.

    Args:
        reports: What ``read`` gave, or reports made by hand; ids must differ.
        options: How to trace.
        extractor: Finds the attributions; by default the one that the options name.
        keep_going: Leave out a report that an error of Whence stops, with a notice of the kind
            ``extract-failed``, rather than give up the others.
    """
    reading = reports if isinstance(reports, Reading) else Reading(slug="", reports=tuple(reports))
    finder = extractor or pick_extractor(options)

    def find(report: Report) -> Extraction | Notice:
        return _find(report, finder, options, keep_going=keep_going)

    given = sorted(reading.reports, key=lambda report: report.id)
    found: list[Extraction | Notice] = []
    in_turn(find, given, found.append, at_once=reads_at_once(finder))
    extractions = tuple(value for value in found if isinstance(value, Extraction))
    stopped = tuple(value for value in found if isinstance(value, Notice))
    ordered = tuple(
        report for report, value in zip(given, found, strict=True) if isinstance(value, Extraction)
    )
    open_points = tuple(notice for extraction in extractions for notice in extraction.notices)
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
        notices=reading.notices + reading.failures + stopped + open_points,
    )


def _find(
    report: Report, extractor: Extractor, options: Options, *, keep_going: bool
) -> Extraction | Notice:
    """What stands in one report; a notice in its place if it stops Whence and all is to go on."""
    try:
        return extract(report, extractor=extractor, options=options)
    except Exception as error:
        if not keep_going:
            raise
        return Notice(
            kind="extract-failed",
            message=f"{report.id} stopped Whence ({type(error).__name__}) and is left out; please "
            "report it.",
            report=report.id,
        )
