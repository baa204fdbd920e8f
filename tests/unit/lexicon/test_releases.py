"""Which reports are releases."""

import pytest

from tests.factory import make_report
from whence.lexicon.releases import is_release


@pytest.mark.parametrize(
    ("outlet", "text"),
    [
        ("Lorn Gazette", "PRESS RELEASE\nThe lock is closed."),
        ("Lorn Rovers", "Club statement on the goalkeeper\n\nHe stays."),
        ("Lorn Health Trust", "Our computers are off."),
        ("City Police of Lorn", "A tram left the rails."),
        ("World Rowing League", "The cup goes to Lorn."),
        ("Lorn Potash", "“We wait,” said Ada Vane, chief executive of Lorn Potash."),
    ],
)
def test_a_body_that_publishes_its_own_words_gives_a_release(outlet, text):
    assert is_release(make_report(text, outlet=outlet))


def test_the_officer_of_what_only_begins_with_its_name_is_none_of_its_own():
    text = "The tea hut burned, said Ada Vane, chairwoman of the Vale Rowing Club."
    assert not is_release(make_report(text, outlet="Vale"))


@pytest.mark.parametrize(
    "outlet",
    [
        "Lorn Gazette",
        "Law and Court Report",
        "Inland Press Service",
        "Lorn Union",
        "Lorn Post",
        None,
    ],
)
def test_an_outlet_gives_none(outlet):
    text = "The lock is closed, said the president of the Lorn Post."
    assert not is_release(make_report(text, outlet=outlet))
