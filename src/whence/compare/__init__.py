"""What the reports of a story share and where they differ."""

from whence.compare.figures import compare_figures
from whence.compare.speakers import Speakers
from whence.compare.statements.grouping import group_statements
from whence.compare.timeline import find_tensions, find_timeline
from whence.compare.wording.alignments import align_wordings
from whence.compare.wording.units import Texts, find_units
from whence.compare.wording.weights import Weights
from whence.model import Comparison, Extraction, Report, Resolution

__all__ = ["compare"]


def compare(
    reports: tuple[Report, ...], extractions: tuple[Extraction, ...], resolution: Resolution
) -> Comparison:
    """The statements, wordings, figures and dates of the reports set side by side.

    The order of the reports changes nothing. Time grows with the words of the reports and the
    distinct wordings of what is said, never with the pairs of reports.
    """
    texts = Texts(reports)
    found = tuple(find_units(extraction, resolution, texts) for extraction in extractions)
    quoted = tuple(unit for units, _ in found for unit in units)
    unquoted = tuple(unit for _, units in found for unit in units)
    speakers = Speakers(resolution)
    weights = Weights({unit.words.keys for unit in (*quoted, *unquoted)})
    alignments = align_wordings(quoted, weights, speakers, texts)
    statements = group_statements(extractions, resolution, alignments, texts)
    timeline = find_timeline(reports, extractions, resolution)
    return Comparison(
        statements=statements,
        alignments=alignments,
        measures=compare_figures(reports, extractions, resolution),
        timeline=timeline,
        tensions=find_tensions(reports, extractions, timeline),
    )
