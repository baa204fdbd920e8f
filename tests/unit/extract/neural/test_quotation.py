import re

import pytest

from whence.extract.neural.quotation import quote_states

WORD = re.compile(r"\w+|[^\w\s]")
SIGNS = ".i<>"  # outside, inside, opening, closing


def states(text: str) -> str:
    spans = [found.span() for found in WORD.finditer(text)]
    surfaces = [text[start:end] for start, end in spans]
    ends = [0] + [end for _, end in spans]
    breaks = [k == 0 or "\n" in text[ends[k] : spans[k][0]] for k in range(len(spans))]
    found = quote_states(text, spans, surfaces, breaks)
    return "".join(SIGNS[state] for state in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “we go” now", "..<ii>."),
        ('He said "we go" now', "..<ii>."),
        ("He said ''we go'' now", "..<<ii>>."),
        ("He said ‘we go,’ now", "..<iii>."),
        ("He said 'we go.' Now", "..<iii>."),
        ("«We go» he said", "<ii>.."),
    ],
)
def test_every_style_of_marks(text, expected):
    assert states(text) == expected


def test_an_open_quotation_ends_with_its_paragraph():
    assert states("“We go\nHe went") == "<ii.."


def test_a_quotation_may_open_again_in_the_next_paragraph():
    assert states("“We go\n“and come” he said") == "<ii<ii>.."


@pytest.mark.parametrize("text", ["The voters’ choice and the mayor’s plan", "the '90s"])
def test_apostrophes_are_no_quotation(text):
    assert set(states(text)) == {"."}


def test_single_marks_inside_double_ones_stay_inside():
    assert states("“She said ‘go’ twice”") == "<iiiiii>"


def test_a_possessive_inside_single_marks_does_not_close_them():
    text = "He said ‘the workers’ plan has failed.’"
    assert states(text) == "..<iiiiiii>"


def test_inch_marks_do_not_swallow_the_text():
    text = 'a 12" gun. ' + "Nobody spoke. " * 5 + "\nLater he left"
    assert states(text).endswith("...")
