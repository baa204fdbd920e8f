"""The numbers at the head of a story and of each statement, and how they are told."""

from collections import Counter

from whence.model import Basis, Contribution, RelayStatus, Story, Value

_MOST_HEARINGS = 3


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


def tell_spread(basis: Basis) -> str:
    """``1 to 2`` where the evidence leaves the number of origins open; else empty."""
    if basis.count_low == basis.count_high:
        return ""
    return f"{basis.count_low} to {basis.count_high}"


def tell_hearings(basis: Basis) -> str:
    """What a statement rests on, in a line: ``an interview of Ann Lee with the Post``."""
    labels = list(dict.fromkeys(origin.label for origin in basis.origins))
    more = len(labels) - _MOST_HEARINGS
    return "; ".join(labels[:_MOST_HEARINGS]) + (f"; and {more} more" if more > 0 else "")


def tell_relays(basis: Basis) -> str:
    """How the relays treat whom they took from: ``14 credited, 3 uncredited, 1 sharing words``."""
    counts = Counter(relay.status for relay in basis.relays)
    told = ", ".join(f"{counts[status]} {status}" for status in RelayStatus if counts[status])
    return told.replace("shares", "sharing")


def count_words(number: int, noun: str) -> str:
    """``1 report``, ``2 reports``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
