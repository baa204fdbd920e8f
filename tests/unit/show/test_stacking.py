from hypothesis import given
from hypothesis import strategies as st

from whence.show.views.layers import lay_columns
from whence.show.views.stacking import stack_slots

NAMES = st.sampled_from("abcdefgh")
SIZES = {"box": 46, "bend": 4, "gap": 14}


@given(st.lists(NAMES, unique=True, min_size=1), st.lists(st.tuples(NAMES, NAMES)))
def test_no_slot_lies_over_another_and_all_are_in_the_drawing(nodes, edges):
    layout = lay_columns(nodes, edges)
    middle, height = stack_slots(layout, **SIZES)
    for column in layout.columns:
        bottom = -SIZES["gap"]
        for slot in column:
            half = (SIZES["box"] if isinstance(slot, str) else SIZES["bend"]) / 2
            assert middle[slot] - half >= bottom + SIZES["gap"] - 0.001
            bottom = middle[slot] + half
        assert bottom <= height + 0.001


def test_a_box_stands_at_the_height_of_the_one_it_is_joined_to():
    layout = lay_columns(list("abcz"), [("a", "b"), ("c", "z")])
    middle, _ = stack_slots(layout, **SIZES)
    assert middle["a"] == middle["b"]
    assert middle["c"] == middle["z"]
