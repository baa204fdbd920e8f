"""Days that are said of something."""

import pytest

from tests.factory import make_report, span_of
from whence.model import Timex, TimexType
from whence.text import find_periods, periods_differ

REPORT = make_report("The pier opens in May and the lamp was lit on Sunday for two weeks.")


def timex(words, type, earliest, latest):
    return Timex(
        id=words,
        report="r1",
        span=span_of(REPORT, words),
        type=type,
        value=earliest,
        earliest=earliest,
        latest=latest,
    )


MAY = timex("May", TimexType.DATE, "2031-05-01", "2031-05-31")
SUNDAY = timex("Sunday", TimexType.TIME, "2031-04-06T08:00", "2031-04-06T12:00")
WEEKS = timex("two weeks", TimexType.DURATION, "2031-04-06", "2031-04-20")


def test_only_days_inside_the_words_count():
    first = (span_of(REPORT, "The pier opens in May"),)
    rest = (span_of(REPORT, "the lamp was lit on Sunday for two weeks"),)

    assert find_periods((MAY, SUNDAY, WEEKS), first) == (("2031-05-01", "2031-05-31"),)
    assert find_periods((MAY, SUNDAY, WEEKS), rest) == (("2031-04-06", "2031-04-06"),)


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        ([("2031-05-01", "2031-05-31")], [("2031-05-09", "2031-05-09")], False),
        ([("2031-05-01", "2031-05-31")], [("2031-06-01", "2031-06-30")], True),
        ([("2031-05-01", "2031-05-31")], [], False),
        (
            [("2031-04-06", "2031-04-06"), ("2031-05-01", "2031-05-31")],
            [("2031-05-09", "2031-05-09")],
            False,
        ),
        ([("2031-05-09", "2031-05-09")], [("2031-05-12", "2031-05-12")], True),
        ([("2031-05-09", "2031-05-09")], [("2031-05-16", "2031-05-16")], False),
    ],
    ids=["inside", "apart", "one-says-nothing", "one-of-two", "days-apart", "a-week-apart"],
)
def test_days_differ_when_none_can_be_one(a, b, differ):
    assert periods_differ(a, b) is differ
