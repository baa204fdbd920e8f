"""Several reports at a time, what is found in them in order."""

from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event, Semaphore
from typing import Final, TypeVar

from whence.extract.interface import Extractor

WAITING: Final = 8
"""How many that are done may wait for a longer one before them; no thread waits for it."""

Given = TypeVar("Given")
Made = TypeVar("Made")


def in_turn(
    work: Callable[[Given], Made],
    given: Iterable[Given],
    give: Callable[[Made], object],
    *,
    extractor: Extractor,
) -> None:
    """Give what the work makes of each, in the order given and as soon as it is there.

    As many are under way as the extractor says that it can read `at_once`, each on a thread; an
    extractor that says nothing reads one after the other. The first error ends it all.

    Args:
        work: Made with each.
        given: A list, or a stream that may be slow: nothing that is done waits for more of it.
        give: Takes what was made; never called twice at a time.
        extractor: The extractor that the work asks.
    """
    at_once = getattr(extractor, "at_once", 1)
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
    with ThreadPoolExecutor(at_once) as workers, ThreadPoolExecutor(1) as giver:
        try:
            for each in given:
                free.acquire()
                handed.append(giver.submit(hand_over, workers.submit(work, each)))
                while handed and handed[0].done():
                    handed.popleft().result()
            while handed:
                handed.popleft().result()
        finally:
            stopped.set()
            workers.shutdown(wait=False, cancel_futures=True)
