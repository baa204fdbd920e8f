"""Counts that add up over stories, and the shares that are read off them."""

import msgspec


class Rate(msgspec.Struct, frozen=True, kw_only=True):
    """How many of how many."""

    right: float = 0
    total: float = 0

    def __add__(self, other: "Rate") -> "Rate":
        return Rate(right=self.right + other.right, total=self.total + other.total)

    @property
    def share(self) -> float | None:
        """The share in 0..1; None where there was nothing to get right."""
        return self.right / self.total if self.total else None


class Hits(msgspec.Struct, frozen=True, kw_only=True):
    """Hits among what a system gave and among what gold asks for.

    The two differ where one system item may cover several of gold; as a rule they are equal.
    """

    system_right: float = 0
    system: float = 0
    gold_right: float = 0
    gold: float = 0

    @classmethod
    def of(cls, right: float, system: float, gold: float) -> "Hits":
        """Hits that count the same on both sides."""
        return cls(system_right=right, system=system, gold_right=right, gold=gold)

    def __add__(self, other: "Hits") -> "Hits":
        return Hits(
            system_right=self.system_right + other.system_right,
            system=self.system + other.system,
            gold_right=self.gold_right + other.gold_right,
            gold=self.gold + other.gold,
        )

    @property
    def precision(self) -> float:
        """Share of the system's items that are right; 1 where nothing was given nor asked for."""
        if self.system:
            return self.system_right / self.system
        return 0.0 if self.gold else 1.0

    @property
    def recall(self) -> float:
        """Share of gold that was found; 1 where gold asks for nothing."""
        return self.gold_right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0
