"""A traced story: everything the reports say, compared and derived."""

from whence.model.base import Value
from whence.model.comparison import Comparison
from whence.model.derivation import Descent
from whence.model.entity import Resolution
from whence.model.extraction import Extraction
from whence.model.report import Notice, Report


class Story(Value, frozen=True, kw_only=True):
    """The reports of one event, traced."""

    format: str = "whence-story/1"
    slug: str
    reports: tuple[Report, ...]
    """Sorted by id."""
    extractions: tuple[Extraction, ...]
    """One for each report, in the same order."""
    resolution: Resolution
    comparison: Comparison
    descent: Descent
    notices: tuple[Notice, ...] = ()

    def report(self, report_id: str) -> Report:
        """The report with this id.

        Raises:
            KeyError: if the story has none.
        """
        for report in self.reports:
            if report.id == report_id:
                return report
        raise KeyError(report_id)
