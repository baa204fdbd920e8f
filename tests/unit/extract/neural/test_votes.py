import pytest

from tests.unit.extract.neural.pages import make_page
from whence.extract.neural.layout import NAME_TYPES
from whence.extract.neural.votes import votes_of


def seen_as(text: str, name: str, kind: str, strength: float) -> str:
    page, names = make_page(text, (name, kind, strength))
    (found,) = names
    return NAME_TYPES[int(votes_of(page, found).argmax())]


@pytest.mark.parametrize(
    ("name", "seen", "kind"),
    [
        ("Ministry of Harbours", "Location", "Organization"),
        ("Tern River", "Organization", "Location"),
        ("Orvane Peace Treaty", "Organization", "Misc"),
        ("Tern Regatta 2021", "Organization", "Misc"),
        ("Dell Brothers Ltd", "Person", "Organization"),
        ("Maria Quell", "Organization", "Person"),
    ],
)
def test_the_head_word_of_a_name_tips_the_scales(name, seen, kind):
    assert seen_as(f"They know the {name} well.", name, seen, 0.5) == kind


def test_a_head_word_does_not_outweigh_a_sure_kind():
    assert seen_as("They met April River there.", "April River", "Person", 6) == "Person"


@pytest.mark.parametrize(
    ("text", "seen", "kind"),
    [
        ("The mining company Quell lost.", "Person", "Organization"),
        ("They asked a Quell spokesman.", "Person", "Organization"),
        ("They asked Mr Quell.", "Organization", "Person"),
        ("They asked Dr. Quell.", "Organization", "Person"),
        ("They asked Quell, who wept.", "Organization", "Person"),
        ("They asked Quell, 47, again.", "Location", "Person"),
        ("They asked the mayor of Quell.", "Organization", "Location"),
    ],
)
def test_the_words_beside_a_name_tip_the_scales(text, seen, kind):
    assert seen_as(text, "Quell", seen, 1) == kind


@pytest.mark.parametrize("text", ["A company. Quell lost.", "Quell", "Quell,", "Of Quell."])
def test_words_of_another_sentence_and_edges_say_nothing(text):
    assert seen_as(text, "Quell", "Location", 1) == "Location"
