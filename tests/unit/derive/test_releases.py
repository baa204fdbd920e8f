"""Which reports are releases."""

import pytest

from tests.factory import make_report
from whence.derive.releases import is_release


@pytest.mark.parametrize(
    ("outlet", "text"),
    [
        ("Lorn Gazette", "PRESS RELEASE\nThe lock is closed."),
        ("Lorn Rovers", "Club statement on the goalkeeper\n\nHe stays."),
        ("Lorn Health Trust", "Our computers are off."),
        ("City Police of Lorn", "A tram left the rails."),
    ],
)
def test_a_body_that_publishes_its_own_words_gives_a_release(outlet, text):
    assert is_release(make_report(text, outlet=outlet))


@pytest.mark.parametrize(
    "outlet", ["Lorn Gazette", "Law and Court Report", "Inland Press Service", "Lorn Union", None]
)
def test_an_outlet_gives_none(outlet):
    assert not is_release(make_report("The lock is closed.", outlet=outlet))
