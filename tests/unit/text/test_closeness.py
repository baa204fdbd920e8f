"""Whether two tellings say one thing."""

import pytest

from whence.text import LEAST_CHANCE, Closeness, chance_of_one_thing

BETWEEN = Closeness(
    nearness=0.6, lighter=0.5, heavier=0.3, has_same_number=False, is_one_voice=False
)


@pytest.mark.parametrize(
    "more",
    [
        {"nearness": 0.7},
        {"lighter": 0.6},
        {"heavier": 0.4},
        {"has_same_number": True},
        {"is_one_voice": True},
    ],
)
def test_all_that_two_tellings_share_raises_the_chance(more):
    assert chance_of_one_thing(BETWEEN.replace(**more)) > chance_of_one_thing(BETWEEN)


@pytest.mark.parametrize(
    ("close", "is_one"),
    [
        (BETWEEN.replace(nearness=0.95, lighter=0.8, heavier=0.7), True),
        (BETWEEN.replace(nearness=0.1, lighter=0.8, heavier=0.7), False),
        (BETWEEN.replace(nearness=0.6, lighter=0.0, heavier=0.0), False),
        (BETWEEN.replace(nearness=-1.0, lighter=0.0, heavier=0.0), False),
    ],
    ids=["both", "words-of-another-matter", "matter-in-no-common-words", "neither"],
)
def test_neither_words_nor_meaning_decide_alone(close, is_one):
    assert (chance_of_one_thing(close) >= LEAST_CHANCE) is is_one
