"""Several reports at a time, what is found in them in order."""

from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from threading import Event, Semaphore
from typing import Final, TypeVar

WAITING: Final = 8
"""How many that are done may wait for a longer one before them; no thread waits for it."""

Given = TypeVar("Given")
Made = TypeVar("Made")


def in_turn(
    work: Callable[[Given], Made],
    given: Iterable[Given],
    give: Callable[[Made], object],
    *,
    at_once: int,
    workers: Executor | None = None,
) -> None:
    """Give what the work makes of each, in the order given and as soon as it is there.

    The first error ends it all.

    Args:
        work: Made with each.
        given: A list, or a stream that may be slow: nothing that is done waits for more of it.
        give: Takes what was made; never called twice at a time.
        at_once: How many may be under way, each on a thread; if one, nothing is begun before what
            was before it is done.
        workers: What takes the place of the threads, such as processes; shut down at the end.
    """
    if at_once < 2:
        for each in given:
            give(work(each))
        return
    free = Semaphore(at_once + WAITING)
    stopped = Event()

    def hand_over(task: Future[Made]) -> None:
        try:
            made = task.result()
            if not stopped.is_set():
                give(made)
        except BaseException:
            stopped.set()
            raise
        finally:
            free.release()

    handed: deque[Future[None]] = deque()
    pool: AbstractContextManager[Executor] = (
        ThreadPoolExecutor(at_once) if workers is None else nullcontext(workers)
    )
    with pool as hands, ThreadPoolExecutor(1) as giver:
        try:
            for each in given:
                free.acquire()
                handed.append(giver.submit(hand_over, hands.submit(work, each)))
                while handed and handed[0].done():
                    handed.popleft().result()
            while handed:
                handed.popleft().result()
        finally:
            stopped.set()
            hands.shutdown(wait=False, cancel_futures=True)
