"""How two figures of one measure stand to each other, and why, in words."""

from whence.compare.measures.lines import Lines
from whence.compare.measures.profiles import Profile, is_bound
from whence.compare.measures.within import (
    days_between,
    find_within,
    has_grown,
    high_of,
    low_of,
    show,
)
from whence.model import FigureRelation, Relation

_DWINDLING = frozenset(("miss", "treat"))
"""Counts that fall as time goes on."""

_Answer = tuple[Relation, str]


def relate(a: Profile, b: Profile, lines: Lines) -> FigureRelation:
    """The relation of two figures of one measure; ``a`` was published first."""
    relation, reason = _relation(a, b, lines)
    return FigureRelation(a=a.figure.id, b=b.figure.id, relation=relation, reason=reason)


def _relation(a: Profile, b: Profile, lines: Lines) -> _Answer:
    if (a.low, a.high) == (b.low, b.high):
        return Relation.AGREE, f"both say {show(a)}"
    first, second = _in_order(a, b)
    if apart := _of_other_scope(first, second):
        return apart
    is_revised = _is_revised(first, second, lines) and not lines.are_rivals(first, second)
    if is_revised and (is_bound(first) or is_bound(second)):
        return _over_time(first, second)
    if within := find_within(a, b):
        return within
    if lines.are_rivals(first, second):
        return _of_rivals(first, second, lines)
    if is_revised or _is_later(first, second):
        return _over_time(first, second)
    if first.counter and first.counter == second.counter and _is_one_report(first, second):
        reason = f"one source gives {show(a)} and {show(b)} in one report"
        return Relation.DIFFERENT_SCOPE, reason
    if _can_hold(first, second):
        # No conflict, for the bound is kept; no agreement either: one reading would rest on both.
        reason = f"{show(a)} and {show(b)} can both hold but lie far apart"
        return Relation.DIFFERENT_SCOPE, reason
    return _conflict(first, second)


def _in_order(a: Profile, b: Profile) -> tuple[Profile, Profile]:
    """The earlier count first: by day, by what a report looks back at, by publication."""
    days = days_between(a, b)
    if days:
        return (a, b) if days > 0 else (b, a)
    if a.figure.is_earlier != b.figure.is_earlier:
        return (a, b) if a.figure.is_earlier else (b, a)
    return (b, a) if b.published < a.published else (a, b)


def _of_other_scope(first: Profile, second: Profile) -> _Answer | None:
    """A part beside its whole, one day beside another, or one day beside all days so far."""
    looks_back = first.figure.is_earlier or second.figure.is_earlier
    side_by_side = first.sentence == second.sentence and first.counter == second.counter
    if side_by_side and not looks_back:
        reason = f"{show(first)} and {show(second)} are told side by side in one sentence"
        return Relation.DIFFERENT_SCOPE, reason
    if first.is_part != second.is_part and not _can_hold(first, second):
        part, whole = (first, second) if first.is_part else (second, first)
        return (
            Relation.DIFFERENT_SCOPE,
            f"{show(part)} is told as part of a whole, {show(whole)} not",
        )
    running = first.figure.is_running_total, second.figure.is_running_total
    days = first.incident, second.incident
    if _are_apart(*days) and not any(running):
        return (
            Relation.DIFFERENT_SCOPE,
            f"{show(first)} is for {days[0]}, {show(second)} for {days[1]}",
        )
    for one, total, runs in ((first, second, running), (second, first, running[::-1])):
        if one.incident and not one.goes_on and runs[1] and not total.incident:
            reason = f"{show(one)} is for {one.incident} alone, {show(total)} for all days so far"
            return Relation.DIFFERENT_SCOPE, reason
    return None


def _are_apart(a: str | None, b: str | None) -> bool:
    """Whether two days, months or years cannot be the same."""
    if not a or not b:
        return False
    return not (a.startswith(b) or b.startswith(a))


def _is_revised(first: Profile, second: Profile, lines: Lines) -> bool:
    """Whether a count that goes on has grown: one looked back at, or a later, higher one.

    Tolls of the dead, hurt and missing grow for days, and "at least four" is no rounding of nine.
    """
    if not (first.goes_on and second.goes_on):
        return False
    if first.figure.is_earlier and _is_one_report(first, second):
        return True
    return has_grown(first, second) or lines.is_known_before(first, second)


def _is_later(first: Profile, second: Profile) -> bool:
    """Whether the second may be a later count of the same: not where both are of one incident."""
    goes_on = first.goes_on or second.goes_on
    is_one_incident = first.incident is not None and first.incident == second.incident
    return days_between(first, second) > 0 and (goes_on or not is_one_incident)


def _over_time(first: Profile, second: Profile) -> _Answer:
    grows = low_of(second) > low_of(first)
    one_counter = first.counter == second.counter or not (first.counter and second.counter)
    if one_counter or grows or (first.goes_on and first.event in _DWINDLING):
        how = "later count" if grows else "later, lower count"
        return Relation.UPDATED, f"{_dated(second)} is a {how} than {_dated(first)}"
    reason = f"{_dated(first)} and {_dated(second)} come from different counters"
    return Relation.DIFFERENT_SOURCE, reason


def _of_rivals(first: Profile, second: Profile, lines: Lines) -> _Answer:
    """Counts set against each other: a conflict while both stand and exclude each other."""
    whose = f"{_counted(first)} and {_counted(second)}"
    if _can_hold(first, second):
        return Relation.DIFFERENT_SOURCE, f"{whose} are rival counts that can both hold"
    if lines.stand_together(first, second):
        return Relation.CONFLICT, f"{whose} cannot both hold"
    reason = f"{whose} are rival counts of different days"
    return Relation.DIFFERENT_SOURCE, reason


def _conflict(first: Profile, second: Profile) -> _Answer:
    is_one_day = first.incident is not None and first.incident == second.incident
    when = f" for {first.incident}" if is_one_day else ""
    return Relation.CONFLICT, f"{show(first)} and {show(second)} cannot both hold{when}"


def _can_hold(first: Profile, second: Profile) -> bool:
    return max(low_of(first), low_of(second)) <= min(high_of(first), high_of(second))


def _is_one_report(first: Profile, second: Profile) -> bool:
    return first.figure.report == second.figure.report


def _dated(profile: Profile) -> str:
    return f"{show(profile)} ({profile.as_of})" if profile.as_of else show(profile)


def _counted(profile: Profile) -> str:
    return f"{show(profile)} ({profile.counter_name or 'no counter named'})"
