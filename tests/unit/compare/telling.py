"""Short ways to compare tellings by words."""

from tests.factory import make_resolution, make_telling
from whence.compare import compare
from whence.model import Alignment, Comparison, Wording, surface


class Compared:
    """A comparison with the texts it is about."""

    def __init__(self, *tellings):
        self.texts = {report.id: report.text for report, _, _ in tellings}
        self.comparison: Comparison = compare(
            tuple(report for report, _, _ in tellings),
            tuple(extraction for _, extraction, _ in tellings),
            make_resolution(*tellings),
        )

    def words(self, wording: Wording) -> str:
        return surface(self.texts[wording.report], wording.spans)

    def unit(self, words: str) -> Alignment:
        """The one alignment whose base holds the words."""
        found = [a for a in self.comparison.alignments if words in self.words(a.base)]
        assert len(found) == 1, [self.words(a.base) for a in self.comparison.alignments]
        return found[0]

    def names(self, base: str, report: str) -> list[list[str]]:
        """The names of every wording a report has of a unit, in order of text."""
        variants = [v for v in self.unit(base).variants if v.report == report]
        return [[name.value for name in v.variations] for v in variants]

    def statement(self, words: str):
        found = [
            s
            for s in self.comparison.statements
            if any(words in surface(self.texts[m.report], m.spans) for m in s.members)
        ]
        assert len(found) == 1, [s.text for s in found]
        return found[0]


def compared(
    *reports: tuple[str, dict[str, str]],
    dates: tuple[str, ...] = (),
    meanings: dict[str, bytes] | None = None,
) -> Compared:
    """Reports r1, r2, … by text and who says what."""
    tellings = [
        make_telling(
            text,
            f"r{n}",
            speakers=said,
            date=dates[n - 1] if n <= len(dates) else None,
            meanings=meanings,
        )
        for n, (text, said) in enumerate(reports, start=1)
    ]
    return Compared(*tellings)
