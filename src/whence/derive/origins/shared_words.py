"""Whether one sentence bears out another by words alone, where no model tells what they mean."""

from whence.model import Value

FEWEST = 2
"""Fewer shared words prove nothing, unless they are all that is said."""
WHOLE = 0.95
"""Share from which on the shared words are all that a sentence says."""
_ENOUGH = 3
_NEARLY_ALL = 0.8
_LEAST_WEIGHT = 1.1
_LEAST_WHOLE = 0.85
"""What the shared words must tell where they are all that the one says, and"""
_LEAST_BOTH = 0.75
"""where they are all that either says."""
_COVERED = 0.55
"""Share of what a statement says, weighed by rarity, that the other must say too."""
_HEAVY = 1.3
_EACH = 0.4
"""Where the shared words tell much, share of each that is enough if one reaches _COVERED."""
_LEAST_COVERED = 0.3
"""The same where both give one count."""
_AGAIN = 0.35
_HALF = 0.5
_FOCUS = 0.3
"""Share of the other's sentence that this must be: no long sentence bears out every short one."""


class Common(Value, frozen=True, kw_only=True):
    """What two sentences have in common."""

    keys: tuple[str, ...]
    """Of the first."""
    count: int
    weight: float
    covered: float
    """Share of the first."""
    focus: float
    """Share of the second."""
    is_named_only: bool
    """Whether it is names alone: of one matter, then, though what they say of it may differ."""


def shares_enough(common: Common, *, is_one_voice: bool, is_counted: bool) -> bool:
    """Whether one sentence bears out the other.

    Args:
        common: What both have.
        is_one_voice: Whether the same voice says both.
        is_counted: Whether both give one measure the same number.
    """
    if is_one_voice and _is_repeated(common):
        return True
    if is_counted and _is_one_count(common):
        return True
    return _covers(common)


def _is_one_count(common: Common) -> bool:
    """Whether two who give one measure the same number have enough of the rest in common too."""
    least = min(common.covered, common.focus)
    return common.count >= FEWEST and common.weight >= 1.0 and least >= _LEAST_COVERED


def _covers(common: Common) -> bool:
    """Whether the shared words are enough, whoever speaks."""
    covered, focus, weight = common.covered, common.focus, common.weight
    if min(covered, focus) >= WHOLE and weight >= _LEAST_BOTH:
        return True
    if common.count < FEWEST or focus < _FOCUS:
        return False
    if weight >= _HEAVY and max(covered, focus) >= _COVERED and min(covered, focus) >= _EACH:
        return True
    if weight < (_LEAST_WEIGHT if covered < WHOLE else _LEAST_WHOLE):
        return False
    return covered >= (_COVERED if common.count >= _ENOUGH else _NEARLY_ALL)


def _is_repeated(common: Common) -> bool:
    """Whether one voice says the same again: less must be shared than between two people."""
    if common.covered >= WHOLE and common.focus >= _HALF and common.weight >= _HALF:
        return True
    return (
        common.count >= FEWEST
        and common.weight >= 1.0
        and common.covered >= _AGAIN
        and common.focus >= _FOCUS
    )
