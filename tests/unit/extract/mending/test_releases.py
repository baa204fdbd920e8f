import pytest

from tests.factory import make_report
from whence.extract import extract, pick_extractor
from whence.options import Options

OPTIONS = Options(extractor="rules")
EXTRACTOR = pick_extractor(OPTIONS)
RELEASE = """Service update

Orle Water Board, 7 April 2031

No water was lost on Monday. The pipe at Corran was mended by noon. What now?

“We are sorry,” said the director, Mara Okal. She said the pipe was new."""


def said_by(outlet: str, text: str = RELEASE) -> dict[str, str]:
    report = make_report(text, outlet=outlet)
    found = extract(report, extractor=EXTRACTOR, options=OPTIONS).attributions
    return {raw.content[0].of(text): raw.source[0].of(text) for raw in found if raw.source}


def test_a_body_says_what_nobody_else_says_in_its_release():
    found = said_by("Orle Water Board")
    assert found["No water was lost on Monday."] == "Orle Water Board"
    assert found["The pipe at Corran was mended by noon."] == "Orle Water Board"


def test_what_others_say_there_stays_theirs():
    found = said_by("Orle Water Board")
    assert found["the pipe was new"] == "She"
    assert "What now?" not in found


@pytest.mark.parametrize("outlet", ["The Orle Gazette", "Corran Water Board"])
def test_an_outlet_says_nothing_so_nor_does_a_body_that_is_not_named(outlet):
    assert "No water was lost on Monday." not in said_by(outlet)


def test_the_issuer_is_found_behind_letters_that_grow_in_lower_case():
    text = "Press release\n\nİİİ Orle Water Board\n\nNo water was lost on Monday."
    assert said_by("Orle Water Board", text)["No water was lost on Monday."] == "Orle Water Board"


def test_what_we_expect_in_a_release_the_body_says():
    text = RELEASE + "\n\nWe expect that every tap will run by noon."
    found = said_by("Orle Water Board", text)
    assert found["We expect that every tap will run by noon."] == "Orle Water Board"
    assert "We" not in found.values()
