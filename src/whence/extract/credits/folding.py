"""The full name of the outlet that a report credits by a short one, and whether it is its own."""

from collections.abc import Iterable

from whence.extract.credits.names import OutletName
from whence.lexicon.outlets import (
    bare_name,
    fold_outlet,
    is_known_outlet,
    is_short_for,
    without_article,
)
from whence.model import Report

_MOST_NAMES = 300
"""Different names looked through for a fuller one; a report has a few dozen."""


class NameBook:
    """The different names of outlets in one report, each with where it first stands."""

    def __init__(self, report: Report, names: Iterable[OutletName]) -> None:
        self.report = report
        self._first: dict[str, OutletName] = {}
        for name in names:
            if name.name not in self._first and len(self._first) < _MOST_NAMES:
                self._first[name.name] = name

    def full_name(self, name: OutletName) -> str:
        """The fullest name that the report itself gives to the outlet, without article.

        "The Journal" after "the Wall Street Journal" is the Wall Street Journal; so is "the AT"
        after "the Austrian Times". In its own report an outlet's short name is the outlet.
        """
        outlet = self.report.outlet
        best = name.name
        if outlet and not name.is_known and is_short_for(best, outlet):
            best = outlet
        for other in self._first.values():
            if other.span.start > name.span.start or len(other.name) <= len(best):
                continue
            same = fold_outlet(other.name) == fold_outlet(name.name)
            if same or _follows(name, other):
                best = other.name
        return without_article(best)


def pick_full_name(report: Report, name: OutletName, names: list[OutletName]) -> str:
    """The fullest name that the report itself gives to the outlet, without article."""
    return NameBook(report, names).full_name(name)


def _follows(name: OutletName, other: OutletName) -> bool:
    """Whether a later name may be short for an earlier one; a full known name never is."""
    if not is_short_for(name.name, other.name):
        return False
    return not name.is_known or " " not in without_article(name.name)


def is_own(target: str, surface: str, report: Report) -> bool:
    """Whether a name means the report's own outlet."""
    if not report.outlet:
        return False
    own = fold_outlet(report.outlet)
    if own in (fold_outlet(target), fold_outlet(surface)):
        return True
    if is_known_outlet(surface) and " " in bare_name(surface):
        return False
    return is_short_for(target, report.outlet) or is_short_for(surface, report.outlet)
