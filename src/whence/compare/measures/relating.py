"""How two figures of one measure stand to each other, and why, in words."""

from datetime import date

from whence.compare.measures.profiles import TOLLS, Profile, is_bound, is_rough
from whence.model import FigureRelation, Hedge, Relation
from whence.text import format_amount

# How far a rounder figure may lie from the finer one, as a share of itself: 950 is "1,000" to one
# reader in two, 900 to none (gold stories, November 2026).
_ROUNDED = 0.06
_ABOUT = 0.1


def relate(a: Profile, b: Profile) -> FigureRelation:
    """The relation of two figures of one measure; ``a`` was published first."""
    relation, reason = _relation(a, b)
    return FigureRelation(a=a.figure.id, b=b.figure.id, relation=relation, reason=reason)


def _relation(a: Profile, b: Profile) -> tuple[Relation, str]:
    if (a.low, a.high) == (b.low, b.high):
        return Relation.AGREE, f"both say {_show(a)}"
    first, second = sorted((a, b), key=lambda p: p.as_of or "")
    if a.event in TOLLS and (revised := _revised(first, second)):
        return revised
    within = _within(a, b)
    if within:
        return within
    if a.sentence == b.sentence and a.source == b.source:
        reason = f"{_show(a)} and {_show(b)} are told side by side in one sentence"
        return Relation.DIFFERENT_SCOPE, reason
    running = first.figure.is_running_total or second.figure.is_running_total
    days = _day(a.incident), _day(b.incident)
    if days[0] and days[1] and days[0] != days[1] and not running:
        return (
            Relation.DIFFERENT_SCOPE,
            f"{_show(a)} is for {days[0]}, {_show(b)} for {days[1]}",
        )
    is_one_incident = days[0] is not None and days[0] == days[1] and not running
    if _is_later(first, second) and not is_one_incident:
        return _over_time(first, second)
    if a.source and a.source == b.source and a.figure.report == b.figure.report:
        reason = f"one source gives {_show(a)} and {_show(b)} in one report"
        return Relation.DIFFERENT_SCOPE, reason
    if max(_low(a), _low(b)) <= min(_high(a), _high(b)):
        # No conflict, for the bound is kept; no agreement either: one reading would rest on both.
        reason = f"{_show(a)} and {_show(b)} can both hold but lie far apart"
        return Relation.DIFFERENT_SCOPE, reason
    when = f" for {a.incident}" if is_one_incident else ""
    return (
        Relation.CONFLICT,
        f"{_show(a)} and {_show(b)} cannot both hold{when}",
    )


def _revised(first: Profile, second: Profile) -> tuple[Relation, str] | None:
    """Whether a toll that differs is a revision, or a rival count beside it.

    Tolls of the dead, hurt and missing grow for days while the day of the event, which is all that
    most sentences name, stays the same. A later report with a higher toll revises the earlier one;
    two counters that one report sets side by side are rivals.
    """
    if first.figure.report == second.figure.report:
        if first.source and second.source and first.source != second.source:
            reason = f"one report gives {_show(first)} and {_show(second)} by different counters"
            return Relation.DIFFERENT_SOURCE, reason
        return None
    exact = not (is_bound(first) or is_bound(second))
    if exact and _within(first, second):
        return None
    if _is_later(first, second) and _low(second) > _low(first):
        return _over_time(first, second)
    return None


def _within(a: Profile, b: Profile) -> tuple[Relation, str] | None:
    """Whether the bounds of both can hold together: agreement, or one the rounding of the other."""
    low = max(_low(a), _low(b))
    high = min(_high(a), _high(b))
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
                f"{_show(a)} and {_show(b)} overlap",
            )
        return None
    value, other = _low(rounder), _low(finer)
    reach = abs(value) * _ROUNDED if not is_rough(rounder) else abs(value) * _ABOUT
    if not is_rough(rounder):
        reach = min(reach, rounder.place / 2)
    if (is_rough(rounder) or rounder.place > finer.place) and abs(value - other) <= reach:
        return (
            Relation.ROUNDED,
            f"{_show(rounder)} is {_show(finer)} rounded{_place(rounder)}",
        )
    return None


def _bounded(a: Profile, b: Profile) -> tuple[Relation, str]:
    bound, other = (a, b) if is_bound(a) else (b, a)
    if is_bound(a) and is_bound(b):
        return (
            Relation.ROUNDED,
            f"{_show(a)} and {_show(b)} can both hold",
        )
    edge = bound.low if bound.low is not None else bound.high
    if other.low == other.high == edge and bound.figure.hedge is not Hedge.MORE_THAN:
        return (
            Relation.AGREE,
            f"{_show(other)} lies at the bound of “{_show(bound)}”",
        )
    if edge in (other.low, other.high):
        return (
            Relation.ROUNDED,
            f"{_show(bound)} is the end of {_show(other)}",
        )
    return (
        Relation.ROUNDED,
        f"{_show(other)} respects “{_show(bound)}”",
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


def _over_time(first: Profile, second: Profile) -> tuple[Relation, str]:
    grows = _low(second) > _low(first)
    same_counter = first.source == second.source or not (first.source and second.source)
    running = first.figure.is_running_total or second.figure.is_running_total
    if same_counter or grows or (running and grows):
        how = "later count" if grows else "later, lower count"
        return (
            Relation.UPDATED,
            f"{_show(second)} ({second.as_of}) is a {how} than {_show(first)} ({first.as_of})",
        )
    older, newer = (
        f"{_show(first)} ({first.as_of})",
        f"{_show(second)} ({second.as_of})",
    )
    reason = f"{older} and {newer} come from different counters"
    return Relation.DIFFERENT_SOURCE, reason


def _is_later(first: Profile, second: Profile) -> bool:
    a, b = _day(first.as_of), _day(second.as_of)
    if a is None or b is None:
        return bool(first.as_of and second.as_of and first.as_of[:7] < second.as_of[:7])
    return (b - a).days >= 1


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value and len(value) == 10 else None
    except ValueError:
        return None


def _low(profile: Profile) -> float:
    return profile.low if profile.low is not None else float("-inf")


def _high(profile: Profile) -> float:
    return profile.high if profile.high is not None else float("inf")


def _is_range(profile: Profile) -> bool:
    return profile.low is not None and profile.high is not None and profile.low != profile.high


def _place(profile: Profile) -> str:
    names = {10.0: "tens", 100.0: "hundreds", 1e3: "thousands", 1e4: "tens of thousands",
             1e5: "hundreds of thousands", 1e6: "millions"}  # fmt: skip
    name = names.get(profile.figure.scale_digits)
    return f" to {name}" if name else ""


def _show(profile: Profile) -> str:
    return format_amount(profile.figure)
