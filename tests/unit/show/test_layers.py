from hypothesis import given
from hypothesis import strategies as st

from whence.show.views.layers import lay_columns

NODES = st.lists(st.sampled_from("abcdefgh"), unique=True, min_size=1)


def test_longest_path_decides_the_column():
    columns = lay_columns(list("abcd"), [("a", "b"), ("b", "c"), ("a", "c"), ("a", "d")])
    assert columns[0] == ("a",)
    assert set(columns[1]) == {"b", "d"}
    assert columns[2] == ("c",)


def test_lone_nodes_come_last_in_the_first_column():
    assert lay_columns(list("xab"), [("a", "b")])[0] == ("a", "x")


@given(NODES, st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh"))))
def test_every_node_stands_once_even_in_circles(nodes, edges):
    columns = lay_columns(nodes, edges)
    assert sorted(node for column in columns for node in column) == sorted(nodes)


@given(NODES, st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh"))))
def test_edges_run_to_the_right_where_there_is_no_circle(nodes, edges):
    ahead = [(a, b) for a, b in edges if a < b]
    columns = lay_columns(nodes, ahead)
    column_of = {node: x for x, column in enumerate(columns) for node in column}
    assert all(column_of[a] < column_of[b] for a, b in ahead if a in column_of and b in column_of)
