"""How near two contents come in what they mean, and when that is near enough."""

import pytest

from tests.factory import make_meaning
from whence.model import Span
from whence.text import Meanings, Telling


def telling(key, group, degrees, *, start=0):
    vector = b"" if degrees is None else make_meaning(degrees)
    return Telling(key=key, group=group, spans=(Span(start, start + 9),), vector=vector)


NEAR, RIVAL = 30, 10


def one_thing(meanings, is_one_voice, *, shared, number=False):
    return meanings.say_one_thing(
        "a", "b", lighter=shared, heavier=shared, has_same_number=number, is_one_voice=is_one_voice
    )


def test_nearness_is_the_cosine():
    meanings = Meanings([telling("a", "r1", 0), telling("b", "r2", 60)])

    assert meanings.nearness("a", "b") == pytest.approx(0.5, abs=0.001)


def test_what_has_no_vector_is_near_to_nothing():
    meanings = Meanings([telling("a", "r1", 0), telling("b", "r2", None)])

    assert meanings.nearness("a", "b") == 0.0
    assert not one_thing(meanings, True, shared=1.0)


def test_the_nearest_are_nearest_until_something_comes_nearer():
    pair = [telling("a", "r1", 0), telling("b", "r2", NEAR)]
    rival = telling("c", "r2", RIVAL, start=50)

    assert Meanings(pair).are_nearest("a", "b")
    assert not Meanings([*pair, rival]).are_nearest("a", "b")


def test_what_overlaps_is_no_rival_and_neither_is_what_another_report_says():
    pair = [telling("a", "r1", 0), telling("b", "r2", NEAR)]

    assert Meanings([*pair, telling("c", "r2", RIVAL, start=4)]).are_nearest("a", "b")
    assert Meanings([*pair, telling("c", "r3", RIVAL, start=50)]).are_nearest("a", "b")


@pytest.mark.parametrize(
    ("degrees", "is_one_voice", "shared", "number", "is_one"),
    [
        (60, True, 0.3, False, True),
        (60, False, 0.4, False, False),
        (15, False, 0.4, False, True),
        (30, False, 0.4, False, False),
        (30, False, 0.4, True, True),
        (0, True, 0.1, True, False),
        (80, True, 0.9, True, False),
    ],
    ids=[
        "one-voice",
        "two-voices-need-more",
        "two-voices-nearer",
        "not-near-enough",
        "the-same-number-helps",
        "never-on-meaning-alone",
        "never-against-meaning",
    ],
)
def test_bars(degrees, is_one_voice, shared, number, is_one):
    meanings = Meanings([telling("a", "r1", 0), telling("b", "r2", degrees)])

    assert one_thing(meanings, is_one_voice, shared=shared, number=number) is is_one


def test_one_voice_needs_more_where_something_else_comes_nearer():
    pair = [telling("a", "r1", 0), telling("b", "r2", 50)]
    rival = telling("c", "r2", RIVAL, start=50)

    assert one_thing(Meanings(pair), True, shared=0.2)
    assert not one_thing(Meanings([*pair, rival]), True, shared=0.2)
    assert one_thing(Meanings([*pair, rival]), True, shared=0.5)
