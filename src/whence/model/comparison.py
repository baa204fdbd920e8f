"""What comparing the reports of a story gives."""

from whence.model.alignment import Alignment, HeadlineGap
from whence.model.base import Value
from whence.model.figure import Measure
from whence.model.statement import Opposition, Statement
from whence.model.timex import Tension, TimelineEntry


class Comparison(Value, frozen=True, kw_only=True):
    """What the reports of a story share and where they differ."""

    statements: tuple[Statement, ...] = ()
    oppositions: tuple[Opposition, ...] = ()
    alignments: tuple[Alignment, ...] = ()
    headline_gaps: tuple[HeadlineGap, ...] = ()
    measures: tuple[Measure, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    tensions: tuple[Tension, ...] = ()
