"""Counting work instead of measuring time: a clock on a busy machine proves nothing."""

import sys
from collections.abc import Callable

import pytest


@pytest.fixture
def steps() -> Callable[[Callable[[], object]], int]:
    """How many calls of functions, ours and built in, a piece of work makes."""

    def count(work: Callable[[], object]) -> int:
        total = 0

        def tick(frame: object, event: str, arg: object) -> None:
            nonlocal total
            total += 1

        before = sys.getprofile()
        sys.setprofile(tick)
        try:
            work()
        finally:
            sys.setprofile(before)
        return total

    return count
