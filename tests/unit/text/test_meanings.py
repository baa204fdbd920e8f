"""How near two contents come in what they mean, and when that is near enough."""

import pytest

from tests.factory import make_meaning
from whence.model import Span
from whence.text import Meanings, Telling, Voices


def telling(key, group, degrees, *, start=0):
    vector = b"" if degrees is None else make_meaning(degrees)
    return Telling(key=key, group=group, spans=(Span(start, start + 9),), vector=vector)


NEAR, RIVAL = 30, 10


def one_thing(meanings, voices, *, shared, number=False):
    return meanings.say_one_thing(
        "a", "b", lighter=shared, heavier=shared, has_same_number=number, voices=voices
    )


def test_nearness_is_the_cosine():
    meanings = Meanings([telling("a", "r1", 0), telling("b", "r2", 60)])

    assert meanings.nearness("a", "b") == pytest.approx(0.5, abs=0.001)


def test_what_has_no_vector_is_near_to_nothing():
    meanings = Meanings([telling("a", "r1", 0), telling("b", "r2", None)])

    assert meanings.nearness("a", "b") == 0.0
    assert not one_thing(meanings, Voices.SAME, shared=1.0)


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
    ("degrees", "voices", "shared", "number", "is_one"),
    [
        (60, Voices.SAME, 0.3, False, True),
        (60, Voices.OTHER, 0.3, False, False),
        (20, Voices.OTHER, 0.3, False, True),
        (20, Voices.OPEN, 0.3, False, False),
        (35, Voices.OTHER, 0.3, False, False),
        (35, Voices.OTHER, 0.3, True, True),
        (0, Voices.SAME, 0.1, True, False),
        (80, Voices.SAME, 0.9, True, False),
    ],
    ids=[
        "one-voice",
        "two-voices-need-more",
        "two-voices-nearer",
        "open-voices-need-most",
        "not-near-enough",
        "the-same-number-helps",
        "never-on-meaning-alone",
        "never-against-meaning",
    ],
)
def test_bars(degrees, voices, shared, number, is_one):
    meanings = Meanings([telling("a", "r1", 0), telling("b", "r2", degrees)])

    assert one_thing(meanings, voices, shared=shared, number=number) is is_one


def test_one_voice_needs_more_where_something_else_comes_nearer():
    pair = [telling("a", "r1", 0), telling("b", "r2", 50)]
    rival = telling("c", "r2", RIVAL, start=50)

    assert one_thing(Meanings(pair), Voices.SAME, shared=0.2)
    assert not one_thing(Meanings([*pair, rival]), Voices.SAME, shared=0.2)
    assert one_thing(Meanings([*pair, rival]), Voices.SAME, shared=0.5)
