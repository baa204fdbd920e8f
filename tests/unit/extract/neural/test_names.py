from itertools import pairwise

from tests.unit.extract.neural.pages import make_reading, make_tables
from whence.extract.neural.names import find_names
from whence.model import MentionKind

TABLES = make_tables()


def found(text: str, *marks: tuple[str, str, float]) -> list[tuple[str, MentionKind]]:
    names = find_names(make_reading(text, *marks), TABLES)
    assert all(0 < name.score <= 1 for name in names)
    return [(name.span.of(text), name.kind) for name in names]


def test_a_name_is_what_the_rest_of_the_text_makes_of_it():
    text = "Yesterday Quell fell. He met Quell. She met Quell. They met Quell."
    sure = [("Quell", "Person", 5.0)] * 4
    doubtful = [("Quell", "Organization", 1.0), *sure[1:]]
    assert found(text, *doubtful) == found(text, *sure) == [("Quell", MentionKind.PERSON)] * 4


def test_small_words_lean_to_nothing():
    text = "The Bank of Tern fell. A friend of mine, of late."
    assert found(text, ("Bank of Tern", "Organization", 8.0)) == [
        ("Bank of Tern", MentionKind.ORGANISATION)
    ]


def test_a_treaty_a_day_and_a_sum_are_no_names():
    text = "The Orvane Treaty of Monday cost $5."
    marks = (("Orvane Treaty", "Misc", 6.0), ("Monday", "Date", 6.0), ("$5", "Money", 6.0))
    assert found(text, *marks) == []


def test_a_doubtful_body_is_left_out():
    assert found("The Quell fell.", ("Quell", "Organization", 0.1)) == []


def test_a_building_is_a_place():
    assert found("They saw Quell Hall.", ("Quell Hall", "Facility", 4.0)) == [
        ("Quell Hall", MentionKind.PLACE)
    ]


def test_no_words_no_names():
    assert found("") == []
    assert found("\n \n") == []


def test_names_do_not_overlap_and_stand_in_order():
    text = "The Republic of Orvane, the U.S., Mara Dell and Orvane, Kenya, said Dell."
    marks = (("Orvane", "Location", 5.0), ("Mara Dell", "Person", 5.0), ("Kenya", "Location", 5.0))
    names = find_names(make_reading(text, *marks), TABLES)
    spans = [name.span for name in names]
    assert spans == sorted(spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))
