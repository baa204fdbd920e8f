"""Things that are found to be one, two at a time, put together."""

from collections import defaultdict
from collections.abc import Callable, Iterable


class Groups:
    """Keys of which some are one: whatever is joined, directly or by way of others, is a group."""

    def __init__(
        self,
        keys: Iterable[str] = (),
        *,
        rank: Callable[[str], tuple[int, str]] = lambda key: (0, key),
    ) -> None:
        """No two keys are one yet; of a group the key that ranks first stands for it."""
        self._rank = rank
        self._leader = {key: key for key in keys}

    def find(self, key: str) -> str:
        """The key that stands for the group of another one."""
        self._leader.setdefault(key, key)
        while self._leader[key] != key:
            self._leader[key] = self._leader[self._leader[key]]
            key = self._leader[key]
        return key

    def join(self, a: str, b: str) -> bool:
        """Two keys are one; whether that was news."""
        first, second = sorted((self.find(a), self.find(b)), key=self._rank)
        self._leader[second] = first
        return first != second

    def members(self) -> list[list[str]]:
        """The keys of every group, both in the order in which the keys came."""
        found: dict[str, list[str]] = defaultdict(list)
        for key in self._leader:
            found[self.find(key)].append(key)
        return [*found.values()]
