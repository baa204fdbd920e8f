"""Whether two figures can hold together: equal, bounded, or one the rounding of the other."""

from datetime import date

from whence.compare.measures.profiles import Profile, is_bound, is_rough
from whence.model import Hedge, Relation
from whence.text import format_amount

# How far a rounder figure may lie from the finer one, as a share of itself: 950 is "1,000" to one
# reader in two, 900 to none (gold stories, November 2026).
_ROUNDED = 0.06
_ABOUT = 0.1


def can_both_hold(a: Profile, b: Profile) -> bool:
    """Whether the two say the same, or may both be true as they stand."""
    return (a.low, a.high) == (b.low, b.high) or find_within(a, b) is not None


def find_within(a: Profile, b: Profile) -> tuple[Relation, str] | None:
    """Whether the bounds of both can hold together: agreement, or one the rounding of the other."""
    low = max(low_of(a), low_of(b))
    high = min(high_of(a), high_of(b))
    if is_bound(a) or is_bound(b):
        if low <= high and not _is_open_side(a, b):
            return _bounded(a, b)
        return None
    rounder, finer = sorted((a, b), key=lambda p: p.place, reverse=True)
    if is_rough(finer) and not is_rough(rounder):
        rounder, finer = finer, rounder
    if _is_range(a) or _is_range(b):
        if low <= high:
            return (
                Relation.ROUNDED,
                f"{show(a)} and {show(b)} overlap",
            )
        return None
    value, other = low_of(rounder), low_of(finer)
    reach = abs(value) * _ROUNDED if not is_rough(rounder) else abs(value) * _ABOUT
    if not is_rough(rounder):
        reach = min(reach, rounder.place / 2)
    if (is_rough(rounder) or rounder.place > finer.place) and abs(value - other) <= reach:
        return (
            Relation.ROUNDED,
            f"{show(rounder)} is {show(finer)} rounded{_place(rounder)}",
        )
    return None


def _bounded(a: Profile, b: Profile) -> tuple[Relation, str]:
    bound, other = (a, b) if is_bound(a) else (b, a)
    if is_bound(a) and is_bound(b):
        return (
            Relation.ROUNDED,
            f"{show(a)} and {show(b)} can both hold",
        )
    edge = bound.low if bound.low is not None else bound.high
    if other.low == other.high == edge and bound.figure.hedge is not Hedge.MORE_THAN:
        return (
            Relation.AGREE,
            f"{show(other)} lies at the bound of “{show(bound)}”",
        )
    if edge in (other.low, other.high):
        return (
            Relation.ROUNDED,
            f"{show(bound)} is the end of {show(other)}",
        )
    return (
        Relation.ROUNDED,
        f"{show(other)} respects “{show(bound)}”",
    )


def _is_open_side(a: Profile, b: Profile) -> bool:
    """Whether a bound is so far off that it says something else: ``at least 40`` beside 4,000."""
    bound, other = (a, b) if is_bound(a) else (b, a)
    edge = bound.low if bound.low is not None else bound.high
    near = other.high if bound.low is None else other.low
    value = near if near is not None else other.low if other.low is not None else other.high
    if not edge or not value:
        return False
    ratio = max(edge, value) / max(1e-12, min(edge, value))
    return ratio > 1.5


def days_between(first: Profile, second: Profile) -> int:
    """Whole days from the first figure's time to the second's; 0 where either is not known.

    A month beside a day counts as later only where it is a later month.
    """
    a, b = day_of(first.as_of), day_of(second.as_of)
    if a is not None and b is not None:
        return (b - a).days
    one, two = (first.as_of or "")[:7], (second.as_of or "")[:7]
    return 0 if not one or not two or one == two else 30 if one < two else -30


def has_grown(first: Profile, second: Profile) -> bool:
    """Whether the second is later and higher; by publication where the days are the same."""
    days = days_between(first, second)
    is_later = days > 0 or (days == 0 and "" < first.published < second.published)
    return is_later and low_of(second) > low_of(first)


def day_of(value: str | None) -> date | None:
    """The day of an ISO date; None for a month, a week, or nothing."""
    try:
        return date.fromisoformat(value) if value and len(value) == 10 else None
    except ValueError:
        return None


def low_of(profile: Profile) -> float:
    """The least it can be."""
    return profile.low if profile.low is not None else float("-inf")


def high_of(profile: Profile) -> float:
    """The most it can be."""
    return profile.high if profile.high is not None else float("inf")


def show(profile: Profile) -> str:
    """The figure as readers see it: ``at least 40``."""
    return format_amount(profile.figure)


def _is_range(profile: Profile) -> bool:
    return profile.low is not None and profile.high is not None and profile.low != profile.high


def _place(profile: Profile) -> str:
    names = {10.0: "tens", 100.0: "hundreds", 1e3: "thousands", 1e4: "tens of thousands",
             1e5: "hundreds of thousands", 1e6: "millions"}  # fmt: skip
    name = names.get(profile.figure.scale_digits)
    return f" to {name}" if name else ""
