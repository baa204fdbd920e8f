from hypothesis import given
from hypothesis import strategies as st

from whence.show.views.layers import Bend, lay_columns


def columns_of(nodes, edges):
    """The nodes in columns, without the slots in which lines pass."""
    columns = lay_columns(nodes, edges).columns
    return tuple(tuple(s for s in column if isinstance(s, str)) for column in columns)


NODES = st.lists(st.sampled_from("abcdefgh"), unique=True, min_size=1)


def test_longest_path_decides_the_column():
    columns = columns_of(list("abcd"), [("a", "b"), ("b", "c"), ("a", "c"), ("a", "d")])
    assert columns[0] == ("a",)
    assert set(columns[1]) == {"b", "d"}
    assert columns[2] == ("c",)


def test_lone_nodes_come_last_in_the_first_column():
    assert columns_of(list("xab"), [("a", "b")])[0] == ("a", "x")


@given(NODES, st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh"))))
def test_every_node_stands_once_even_in_circles(nodes, edges):
    columns = columns_of(nodes, edges)
    assert sorted(node for column in columns for node in column) == sorted(nodes)


@given(NODES, st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh"))))
def test_edges_run_to_the_right_where_there_is_no_circle(nodes, edges):
    ahead = [(a, b) for a, b in edges if a < b]
    columns = columns_of(nodes, ahead)
    column_of = {node: x for x, column in enumerate(columns) for node in column}
    assert all(column_of[a] < column_of[b] for a, b in ahead if a in column_of and b in column_of)


@given(NODES, st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh"))))
def test_a_line_has_a_slot_in_every_column_that_it_passes(nodes, edges):
    layout = lay_columns(nodes, edges)
    column_of = {slot: x for x, column in enumerate(layout.columns) for slot in column}
    for ends, route in layout.routes.items():
        assert {route[0], route[-1]} == set(ends)
        assert [column_of[slot] for slot in route] == list(
            range(column_of[route[0]], column_of[route[-1]] + 1)
        )


def test_lines_of_one_node_pass_a_column_together():
    layout = lay_columns(list("abcd"), [("a", "b"), ("b", "c"), ("a", "c"), ("b", "d"), ("a", "d")])
    assert [s for column in layout.columns for s in column if isinstance(s, Bend)] == [Bend("a", 1)]


def test_neighbours_are_ordered_so_that_no_lines_cross_where_none_need():
    layout = lay_columns(list("abcxyz"), [("a", "z"), ("b", "y"), ("c", "x")])
    first, second = layout.columns
    partner = dict(zip("abc", "zyx", strict=True))
    assert [partner[node] for node in first] == list(second)
