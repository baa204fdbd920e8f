"""Agencies in a line, and whose address a page has."""

import pytest

from whence.model import Span
from whence.read.names import find_agencies, outlet_of_address, usual_name


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.bbc.co.uk/news/1", "BBC"),
        ("https://edition.cnn.com/x", "CNN"),
        ("https://www.lennacourier.example/x", "lennacourier.example"),
        ("https://news.oskar.co.nz/x", "oskar.co.nz"),
        ("http://127.0.0.1/x", None),
        ("http://[::1", None),
        ("localhost", None),
    ],
)
def test_outlet_of_address(url, outlet):
    assert outlet_of_address(url) == outlet


def test_agencies_by_any_name_long_ones_in_capitals_too():
    line = "AFP, THE ASSOCIATED PRESS and Xinhua News Agency; MAPS and apart"
    found = [(name, span.of(line)) for name, span in find_agencies(line, Span(0, 64), sure=False)]
    assert [name for name, _ in found] == ["AFP", "Associated Press", "Xinhua"]
    assert found[2][1] == "Xinhua News Agency"


def test_common_words_are_agencies_only_where_one_is_expected():
    line = "Petra and Rex"
    assert find_agencies(line, Span(0, len(line)), sure=True) == ()
    assert len(find_agencies(line, Span(0, len(line)), sure=False)) == 2


def test_usual_name_heeds_no_article():
    assert usual_name("The Wall Street Journal") == usual_name("WSJ") == "Wall Street Journal"
    assert usual_name("The Lenna Courier") is None
