"""Words for readers: pieces joined, lines shortened, days told."""

import pytest

from tests.factory import make_report, span_of
from whence.show.views.days import format_when
from whence.show.views.pieces import cut_at_word, join_pieces, name_few, tidy, wrap_in_two
from whence.show.views.places import shorten


def test_pieces_are_joined_by_an_ellipsis_where_words_stand_between():
    report = make_report("“The dam held,” said Falk. “We slept.”\n\n“Then it rained.”")
    pieces = tuple(span_of(report, w) for w in ("The dam held,", "We slept.", "Then it rained."))
    assert join_pieces(report.text, pieces) == "The dam held … We slept. Then it rained."


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("that the port would stay “shut", "the port would stay “shut”"),
        ("the dam\n held,", "the dam held"),
        ('he was "glad', 'he was "glad"'),
        ('he was glad"', "he was glad"),
        ("“whole” words", "“whole” words"),
    ],
)
def test_a_line_by_itself_is_tidy(words, shown):
    assert tidy(words) == shown


def test_lines_are_cut_at_words():
    assert cut_at_word("one two three four", 12) == "one two …"
    assert cut_at_word("one two", 12) == "one two"
    assert cut_at_word("x" * 40, 12) == "x" * 10 + " …"
    assert shorten("alpha beta gamma delta epsilon", 20) == "alpha … epsilon"


def test_a_long_title_takes_two_lines():
    assert wrap_in_two("Radio Velmark", 24) == ("Radio Velmark",)
    assert wrap_in_two("a written statement of the port authority", 24) == (
        "a written statement of",
        "the port authority",
    )
    assert all(len(line) <= 24 for line in wrap_in_two("x" * 90, 24))


def test_few_names():
    assert name_few(("Ann", "Bo")) == "Ann, Bo"
    assert name_few(("Ann", "Bo", "Cy", "Di", "Ed")) == "Ann, Bo, Cy and 2 more"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2031-03-04", "4 March 2031"),
        ("2031-03", "March 2031"),
        ("2031", "2031"),
        ("199", "1990s"),
        ("2031-W07", "week 07 of 2031"),
        ("2031-SU", "summer 2031"),
        ("2031-03-04TNI", "4 March 2031, night"),
        ("2031-03-04T15:00", "4 March 2031, 15:00"),
        ("2031-Q1", "2031-Q1"),
        ("", ""),
        ("XXXX-03", "March XXXX"),
    ],
)
def test_days_are_told_as_readers_say_them(value, shown):
    assert format_when(value) == shown
