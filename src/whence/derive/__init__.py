"""Who took what from whom, and on how many independent origins each statement rests."""

from whence.derive.deriving import derive

__all__ = ["derive"]
