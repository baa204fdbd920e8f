"""Dates as date lines, metadata and addresses write them."""

import pytest

from whence.model import Span
from whence.read.dates import date_in_address, find_date, parse_date


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Wednesday 10 June", "--06-10"),
        ("10 June 2026, 09:00 UTC", "2026-06-10T09:00Z"),
        ("June 10, 2026 at 4:05 p.m. EDT", "2026-06-10T16:05-04:00"),
        ("June 10, 2026 12:10 am PST", "2026-06-10T00:10-08:00"),
        ("January 8, 2015 2:10 pm", "2015-01-08"),
        ("Jan. 8, 2015 2:10 pm ET", "2015-01-08"),
        ("the 5th of May, 2014", "2014-05-05"),
        ("24/01/2015", "2015-01-24"),
        ("01/24/2015", "2015-01-24"),
        ("March 2014", "2014-03"),
        ("2014-09-14", "2014-09-14"),
        ("2014-02-30", None),
        ("04/05/2015", None),
        ("no date at all", None),
    ],
)
def test_find_date(words, value):
    found = find_date(words, Span(0, len(words)))
    assert (found.value if found else None) == value


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ("2014", "2014"),
        ("2014-08", "2014-08"),
        ("2014-08-05", "2014-08-05"),
        ("2014-08-05T09:00:13+02:00", "2014-08-05T09:00+02:00"),
        ("2014-08-05T09:00Z", "2014-08-05T09:00Z"),
        ("2014-08-05 09:00:00 +0200", "2014-08-05T09:00+02:00"),
        ("2014-08-05T09:00", "2014-08-05"),
        ("Tue, 05 Aug 2014 10:00:00 GMT", "2014-08-05T10:00Z"),
        ("2014-13", None),
        ("2014-02-30", None),
        ("5 August", None),
        ("soon", None),
        ("", None),
    ],
)
def test_parse_date_keeps_its_precision(given, value):
    assert parse_date(given) == value


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://a.example/2014/08/05/quay", "2014-08-05"),
        ("https://a.example/2014-08-05/quay", "2014-08-05"),
        ("https://a.example/news/05/08/2014/quay", "2014-08-05"),
        ("https://a.example/2014/aug/05/quay", "2014-08-05"),
        ("https://a.example/2014/08/quay", "2014-08"),
        ("https://a.example/view?id=201408050012", "2014-08-05"),
        ("https://a.example/item/20141399", None),
        ("https://2014.example/", None),
        ("https://a.example/472163", None),
    ],
)
def test_date_in_address(url, value):
    assert date_in_address(url) == value
