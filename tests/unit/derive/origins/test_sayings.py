"""What a sentence says, as far as its words tell."""

import pytest

from tests.factory import make_telling
from whence.derive.material import index_material
from whence.derive.origins.sayings import list_sayings
from whence.extract.figures import find_figures
from whence.model import Comparison, Member, Resolution, Statement


def numbers_in(words: str) -> frozenset[str]:
    text = f"{words}, said somebody."
    report, extraction, _ = make_telling(text, "r1", speakers={words: "Voice"}, date="2025-03-07")
    (attribution,) = extraction.attributions
    figures = find_figures(report, extraction.attributions, timexes=())
    member = Member(report=report.id, attribution=attribution.id, spans=attribution.content)
    material = index_material(
        (report,),
        (extraction.replace(figures=figures),),
        Resolution(entities=(), mention_entities={}),
        Comparison(statements=(Statement(id="s", text=words, members=(member,), speakers=()),)),
    )
    (saying,) = list_sayings(material)
    return saying.numbers


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fifty-eight goats were drowned", "58 goats were drowned"),
        ("A dozen boats are still out", "Twelve boats are still out"),
        ("More than nine hundred people rang", "Over 900 people rang"),
        ("It cost 2.1 million crowns", "It cost 2,100,000 crowns"),
    ],
)
def test_a_number_is_the_same_however_it_is_written(one, other):
    assert numbers_in(one) == numbers_in(other) != frozenset()


def test_a_vague_amount_is_no_number():
    assert numbers_in("Dozens of boats are out") == frozenset()


def test_one_of_them_tells_nothing():
    assert numbers_in("At least one boat is out") == frozenset()
