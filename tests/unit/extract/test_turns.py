"""Several reports at a time: order, errors, and streams that come slowly."""

from threading import Barrier, Event, Semaphore

import pytest

from whence.extract import in_turn


@pytest.mark.parametrize("at_once", [1, 3])
def test_all_are_given_in_order(at_once):
    made = []
    in_turn(lambda n: n * n, range(50), made.append, at_once=at_once)
    assert made == [n * n for n in range(50)]


def test_as_many_are_under_way_as_the_extractor_can_read():
    barrier = Barrier(3)
    made = []
    in_turn(lambda n: barrier.wait(10) >= 0, range(6), made.append, at_once=3)
    assert made == [True] * 6


def test_the_first_that_is_done_last_is_still_given_first():
    second_done = Event()
    made = []

    def work(n):
        if n == 0:
            assert second_done.wait(10)
        else:
            second_done.set()
        return n

    in_turn(work, range(2), made.append, at_once=3)
    assert made == [0, 1]


def test_others_go_on_while_a_long_one_keeps_what_is_done_waiting():
    done = Semaphore(0)
    made = []

    def work(n):
        if n == 0:
            assert all(done.acquire(timeout=10) for _ in range(5))
        else:
            done.release()
        return n

    in_turn(work, range(8), made.append, at_once=3)
    assert made == list(range(8))


@pytest.mark.parametrize("at_once", [1, 3])
def test_an_error_ends_it_when_its_turn_comes(at_once):
    made = []
    with pytest.raises(ZeroDivisionError):
        in_turn(lambda n: 6 // (3 - n), range(50), made.append, at_once=at_once)
    assert made == [2, 3, 6]


@pytest.mark.parametrize("at_once", [1, 3])
def test_an_error_of_the_stream_comes_through(at_once):
    def stream():
        yield 1
        raise OSError("gone")

    made = []
    with pytest.raises(OSError, match="gone"):
        in_turn(lambda n: n, stream(), made.append, at_once=at_once)
    assert made in ([], [1])


def test_what_is_done_does_not_wait_for_more():
    given = Event()

    def stream():
        yield "first"
        assert given.wait(10)
        yield "second"

    made = []

    def give(word):
        made.append(word)
        given.set()

    in_turn(str, stream(), give, at_once=3)
    assert made == ["first", "second"]
