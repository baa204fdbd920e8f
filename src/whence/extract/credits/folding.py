"""The full name of the outlet that a report credits by a short one, and whether it is its own."""

from whence.extract.credits.names import OutletName
from whence.lexicon.outlets import (
    bare_name,
    fold_outlet,
    is_known_outlet,
    is_short_for,
    without_article,
)
from whence.model import Report


def pick_full_name(report: Report, name: OutletName, names: list[OutletName]) -> str:
    """The fullest name that the report itself gives to the outlet, without article.

    "The Journal" after "the Wall Street Journal" is the Wall Street Journal; so is "the AT" after
    "the Austrian Times". In its own report an outlet's short name is the outlet.
    """
    best = name.name
    if report.outlet and not name.is_known and is_short_for(best, report.outlet):
        best = report.outlet
    for other in names:
        if other.span.start > name.span.start:
            break
        same = fold_outlet(other.name) == fold_outlet(name.name)
        if len(other.name) > len(best) and (same or _follows(name, other)):
            best = other.name
    return without_article(best)


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
