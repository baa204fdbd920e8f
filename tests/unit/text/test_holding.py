"""How much of a stretch some spans hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.model import Span
from whence.text import Holding

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=8)


@given(SPANS, st.integers(0, 30), st.integers(1, 12))
def test_counts_characters_as_one_would_by_hand(pairs, start, length):
    spans = [Span(a, a + n) for a, n in pairs]
    asked = Span(start, start + length)
    held = {place for span in spans for place in range(*span)}
    assert Holding(spans).count(asked) == len(held.intersection(range(*asked)))


@pytest.mark.parametrize("asked", [Span(0, 5), Span(9, 12)])
def test_nothing_is_held_by_nothing(asked):
    assert Holding(()).count(asked) == 0
