"""The numbers at the head of a story."""

from whence.model import Contribution, Story, Value


class StoryCounts(Value, frozen=True, kw_only=True):
    """How many of each a story has, counted as the Nieman Lab did by hand (2010)."""

    reports: int
    outlets: int
    versions: int
    """Texts that differ: reports that carry one text count once."""
    original: int
    """Reports with reporting of their own, in whole or in part."""
    statements: int
    origins: int
    """Distinct hearings over the whole story."""

    def headline(self) -> str:
        """``8 reports, 6 outlets, 2 origins; 7 versions, 3 with reporting of their own``."""
        counted = ", ".join(
            (
                count_words(self.reports, "report"),
                count_words(self.outlets, "outlet"),
                count_words(self.origins, "origin"),
            )
        )
        versions = count_words(self.versions, "version")
        return f"{counted}; {versions}, {self.original} with reporting of their own"


def count_story(story: Story) -> StoryCounts:
    """The head-line numbers of a story."""
    own = (Contribution.ORIGINAL, Contribution.PARTLY)
    grouped = sum(len(group) - 1 for group in story.descent.version_groups)
    origins = {origin.id for basis in story.descent.bases for origin in basis.origins}
    return StoryCounts(
        reports=len(story.reports),
        outlets=len({report.outlet or report.id for report in story.reports}),
        versions=len(story.reports) - grouped,
        original=sum(o.contribution in own for o in story.descent.originality),
        statements=len(story.comparison.statements),
        origins=len(origins),
    )


def count_words(number: int, noun: str) -> str:
    """``1 report``, ``2 reports``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
