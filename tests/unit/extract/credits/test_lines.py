"""Credits in a line or bracket of their own."""

import pytest

from tests.factory import make_report
from tests.growth import is_linear
from whence.extract.credits import find_credits
from whence.model import CreditKind


def cited(text, **more):
    report = make_report(text, **more)
    found = [c for c in find_credits(report, ()) if c.kind is CreditKind.CITED and not c.is_self]
    for credit in found:
        assert credit.target in credit.target_span.of(text)
    return [credit.target for credit in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The goat was fed. (via Tidewatch)", ["Tidewatch"]),
        ("The goat was fed.\nVia: Goats4All", ["Goats4All"]),
        ("The goat was fed.\nH/T Hornblower", ["Hornblower"]),
        ("The goat was fed.\nSources: Hornblower, Milk for Orle", ["Hornblower", "Milk for Orle"]),
        ("The goat was fed. [Hornblower]", ["Hornblower"]),
        ("The goat was fed.\n[The Boston Globe]", ["Boston Globe"]),
        ("The goat was fed.\nSource: Twitter, Hornblower", ["Hornblower"]),
        ("The goat was fed. [h/t iGoatBlog]", ["iGoatBlog"]),
    ],
)
def test_a_name_in_a_credit_line_is_an_outlet(text, names):
    assert cited(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "He came via Orle to the fair.",
        "The goat was fed. [VIDEO]",
        "The goat was fed. [Photo via screengrab]",
        "The goat was fed. (via Facebook)",
        "The goat was fed. (h/t to Anna Orm)",
        "Source: a man who was there and saw the goat",
        "“It was his [Hornblower's] goat,” she said.",
        "They [Hornblower] left early.",
        "The goat was fed. [This text was changed on Monday.]",
    ],
)
def test_places_people_platforms_and_notices_are_none(text):
    assert cited(text) == []


def test_many_brackets_take_linear_time():
    assert is_linear(lambda count: cited("(via " * count + "[via A, " * count), 500)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Britain's Telegraph newspaper reported that the goat sank.", ["Telegraph"]),
        ("The goat was seen, the Mail on Sunday reported.", ["Mail on Sunday"]),
        ("He posted on YouTube that the goat sank.", []),
        ("Breaking news reports told of a goat.", []),
    ],
)
def test_the_outlet_is_named_and_no_country_platform_or_opening(text, names):
    assert [c.target for c in find_credits(make_report(text), ())] == names
