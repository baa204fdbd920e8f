"""Counters that follow one another in counting, told from those who count against each other."""

from itertools import combinations

from whence.compare.measures.counters import is_unofficial
from whence.compare.measures.profiles import Profile
from whence.compare.measures.within import can_both_hold, days_between, has_grown

_HELD_TOGETHER = 120
"""Counters beyond so many figures of one measure are taken as one line."""


class Lines:
    """The lines of one measure: each is a count that its counters carry on together.

    The port's first toll, the fire brigade's and the ministry's are one line; the union that gives
    another number beside the ministry's is a line of its own. Two counters are rivals where one
    report sets them side by side, where they differ on one day, or where what they count is over.
    A figure that an outlet gives in its own voice goes with the counter who gives the same number.
    """

    def __init__(self, members: list[Profile]) -> None:
        named = [m for m in members if m.counter is not None][:_HELD_TOGETHER]
        self._lines = _lines(named)
        self._by_value = {
            (m.low, m.high): self._lines[m.counter] for m in reversed(named) if m.counter
        }
        self._members = members
        self._revised_by: dict[str, Profile | None] = {}

    def line_of(self, profile: Profile) -> int:
        """The number of a figure's line; 0 for the first, which the authorities come before."""
        if profile.counter is not None:
            return self._lines.get(profile.counter, 0)
        return self._by_value.get((profile.low, profile.high), 0)

    def are_rivals(self, a: Profile, b: Profile) -> bool:
        """Whether the two figures belong to different lines."""
        return self.line_of(a) != self.line_of(b)

    def is_known_before(self, first: Profile, second: Profile) -> bool:
        """Whether an outlet repeats, in its own voice, a number that a counter gave before."""
        return first.counter is None and any(
            has_grown(other, second)
            for other in self._members
            if other.counter is not None and (other.low, other.high) == (first.low, first.high)
        )

    def stand_together(self, first: Profile, second: Profile) -> bool:
        """Whether the earlier figure still stood in its line when the later one was given."""
        name = first.figure.id
        if name not in self._revised_by:
            self._revised_by[name] = self._next(first)
        after = self._revised_by[name]
        return after is None or days_between(after, second) < 0

    def _next(self, profile: Profile) -> Profile | None:
        """The first figure of its line that comes later and cannot hold beside it."""
        line = self.line_of(profile)
        later = [
            other
            for other in self._members
            if other.counter is not None
            and self.line_of(other) == line
            and days_between(profile, other) > 0
            and not can_both_hold(profile, other)
        ]
        return min(later, key=lambda p: (p.as_of or "", p.figure.id), default=None)


def _lines(named: list[Profile]) -> dict[str, int]:
    """The line of each counter: the first, in order, that holds no rival of it."""
    rivals = {
        frozenset((a.counter, b.counter)) for a, b in combinations(named, 2) if _are_rivals(a, b)
    }
    first: dict[str, tuple[bool, str, int]] = {}
    for number, member in enumerate(named):
        key = member.counter or ""
        rank = (is_unofficial(key), member.as_of or "9999", number)
        first[key] = min(first.get(key, rank), rank)
    lines: dict[str, int] = {}
    for key in sorted(first, key=lambda k: first[k]):
        against = {line for other, line in lines.items() if frozenset((key, other)) in rivals}
        lines[key] = next(n for n in range(len(lines) + 1) if n not in against)
    return lines


def _are_rivals(a: Profile, b: Profile) -> bool:
    if a.counter == b.counter or can_both_hold(a, b) or a.is_part or b.is_part:
        return False
    if a.figure.is_earlier or b.figure.is_earlier:
        return False
    if a.incident and b.incident and a.incident != b.incident:
        return False
    if not (a.goes_on or b.goes_on):
        return True
    return days_between(a, b) == 0 and not (has_grown(a, b) or has_grown(b, a))
