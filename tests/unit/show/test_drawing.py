import re

from hypothesis import given
from hypothesis import strategies as st

from whence.show.views.drawing import BOX_HEIGHT, BOX_WIDTH, Box, Link, draw_graph

NAMES = st.sampled_from("abcdefgh")


def box(name):
    return Box(
        id=name,
        x=0,
        y=0,
        width=BOX_WIDTH,
        height=BOX_HEIGHT,
        kind="report",
        lines=(name,),
        subtitle="",
        href="",
    )


def link(giver, taker):
    return Link(giver=giver, taker=taker, kind="credited", title="", is_decided=True)


def draw(nodes, pairs):
    return draw_graph({name: box(name) for name in nodes}, [link(a, b) for a, b in pairs])


def points(line):
    numbers = [int(number) for number in re.findall(r"-?\d+", line.path)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


@given(st.lists(NAMES, unique=True, min_size=1), st.lists(st.tuples(NAMES, NAMES)))
def test_no_line_passes_behind_a_box_or_leaves_the_drawing(nodes, pairs):
    drawing = draw(nodes, pairs)
    for line in drawing.lines:
        for (x1, y1), (x2, y2) in zip(points(line), points(line)[1:], strict=False):
            assert 0 <= x1 <= drawing.width
            assert 0 <= y1 <= drawing.height
            for other in drawing.boxes:
                beside = max(x1, x2) <= other.x or min(x1, x2) >= other.x + other.width
                apart = max(y1, y2) < other.y or min(y1, y2) > other.y + other.height
                assert beside or apart


def test_a_line_runs_from_the_giver_to_the_taker_also_in_a_circle():
    drawing = draw("ab", [("a", "b"), ("b", "a")])
    a, b = drawing.boxes
    forth, back = drawing.lines
    assert points(forth)[0][0] == points(back)[-1][0] == a.x + a.width
    assert points(forth)[-1][0] == points(back)[0][0] == b.x


def test_lines_of_one_box_end_apart():
    drawing = draw("abc", [("a", "c"), ("b", "c")])
    first, second = drawing.lines
    assert points(first)[-1] != points(second)[-1]
    assert points(first)[-1][0] == points(second)[-1][0]
