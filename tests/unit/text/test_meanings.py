"""How near tellings come in what they mean."""

import pytest

from tests.factory import make_meaning
from whence.text import Meanings


def test_nearness_is_the_cosine():
    meanings = Meanings({"a": make_meaning(0), "b": make_meaning(60)})

    assert meanings.nearness("a", "b") == pytest.approx(0.5, abs=0.001)


def test_what_has_no_vector_is_near_to_nothing():
    meanings = Meanings({"a": make_meaning(0), "b": b""})

    assert meanings.nearness("a", "b") == meanings.nearness("a", "c") == 0.0
    assert not Meanings({"b": b""})
