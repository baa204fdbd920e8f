"""Whether work grows no faster than what it is given."""

import time
from collections.abc import Callable

TIMES = 8
MOST = 24.0  # eight times as much: 8 if linear, 64 if quadratic
ATTEMPTS = 5


def is_linear(work: Callable[[int], object], small: int) -> bool:
    """Whether eight times as much takes about eight times as long, in one of five attempts.

    A busy machine may disturb one measurement, or four; what is quadratic fails in all five.
    """
    work(small)
    return any(_grows(work, small) <= MOST for _ in range(ATTEMPTS))


def _grows(work: Callable[[int], object], small: int) -> float:
    return _seconds(work, TIMES * small) / _seconds(work, small)


def _seconds(work: Callable[[int], object], size: int) -> float:
    begin = time.process_time()
    work(size)
    return max(time.process_time() - begin, 1e-4)
