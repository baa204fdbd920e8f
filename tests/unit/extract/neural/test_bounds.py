import pytest

from tests.unit.extract.neural.pages import make_page, told
from whence.extract.neural.bounds import draw_out, join_pairs, mend_ends


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        ("The Cabinet of Mara met.", (("Cabinet of", "Organization"),), ["Cabinet"]),
        ("They saw the Tern of old.", (("the Tern", "Organization"),), ["Tern"]),
        ("It is of and for them.", (("of and", "Organization"),), []),
        (
            "Moa bin Renn left.",
            (("Moa bin", "Person"), ("Renn", "Person")),
            ["Moa bin Renn"],
        ),
        (
            "Moa Dell, Ivo Renn left.",
            (("Moa Dell", "Person"), ("Ivo Renn", "Person")),
            ["Moa Dell", "Ivo Renn"],
        ),
        ("They met Queen Mara again.", (("Queen Mara", "Person"),), ["Mara"]),
        ("They met Queen again.", (("Queen", "Person"),), ["Queen"]),
        ("They met Queen Mara Bank.", (("Queen Mara Bank", "Organization"),), ["Queen Mara Bank"]),
        ("The Minister of Culture left.", (("Culture", "Organization"),), []),
        ("The Minister for the Environment left.", (("Environment", "Misc"),), []),
        (
            "The Minister of the Tern Council left.",
            (("Tern Council", "Organization"),),
            ["Tern Council"],
        ),
        ("The Ministry of Culture left.", (("Culture", "Organization"),), ["Culture"]),
        ("See https://tern.example/Orvane-wins now.", (("Orvane", "Location"),), []),
        ("See Orvane/Dell now.", (("Orvane", "Location"),), ["Orvane"]),
    ],
)
def test_ends_are_mended(text, marks, expected):
    page, names = make_page(text, *((words, kind, 5) for words, kind in marks))
    assert [words for words, _ in told(page, mend_ends(page, names))] == expected


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        (
            "He left the U.S. on Monday.",
            (("U.S", "Location"),),
            [("U.S.", "Location")],
        ),
        ("He left Plan B. Then he slept.", (("Plan B", "Misc"),), [("Plan B", "Misc")]),
        (
            "The Republic of Orvane voted.",
            (("Orvane", "Location"),),
            [("Republic of Orvane", "Location")],
        ),
        (
            "The Government of the Orvane voted.",
            (("Orvane", "Location"),),
            [("Government of the Orvane", "Organization")],
        ),
        (
            "The Republic of Orvane voted.",
            (("Republic", "Organization"), ("Orvane", "Location")),
            [("Republic of Orvane", "Location")],
        ),
        (
            "The United States of Orvane voted.",
            (("United States", "Location"), ("Orvane", "Location")),
            [("United States of Orvane", "Location")],
        ),
        ("The state of Orvane is poor.", (("Orvane", "Location"),), [("Orvane", "Location")]),
        (
            "They live in Tern province now.",
            (("Tern", "Location"),),
            [("Tern province", "Location")],
        ),
        (
            "They sat in Tern police station.",
            (("Tern", "Location"),),
            [("Tern police station", "Location")],
        ),
        ("They heard Tern police say so.", (("Tern", "Location"),), [("Tern", "Location")]),
        (
            "The Mayor of Orvane and the City of Tern.",
            (("Orvane", "Location"), ("Tern", "Location")),
            [("Orvane", "Location"), ("City of Tern", "Location")],
        ),
    ],
)
def test_what_belongs_to_a_name_is_drawn_in(text, marks, expected):
    page, names = make_page(text, *((words, kind, 5) for words, kind in marks))
    assert told(page, draw_out(page, names)) == expected


@pytest.mark.parametrize(
    ("text", "places", "expected"),
    [
        ("It was in Orvane, Kenya.", ["Orvane", "Kenya"], ["Orvane, Kenya"]),
        ("In Orvane, Tern and Moa it rained.", ["Orvane", "Tern", "Moa"], None),
        ("In Tern and Orvane, Kenya, it rained.", ["Tern", "Orvane", "Kenya"], None),
        ("In Kenya, Orvane is known.", ["Kenya", "Orvane"], None),
        ("In Orvane; Kenya is known.", ["Orvane", "Kenya"], None),
    ],
)
def test_a_town_and_its_country_are_one_place(text, places, expected):
    page, names = make_page(text, *((words, "Location", 5) for words in places))
    joined = [words for words, _ in told(page, join_pairs(page, names))]
    assert joined == (expected or places)


def test_a_person_and_a_place_are_no_pair():
    marks = (("Mara Dell", "Person", 5), ("Kenya", "Location", 5))
    page, names = make_page("They saw Mara Dell, Kenya.", *marks)
    assert len(join_pairs(page, names)) == 2


def test_long_lists_take_little_time():
    text = ", ".join(["Orvane"] * 5000)
    page, _ = make_page(text)
    _, names = make_page(text, *[("Orvane", "Location", 5.0)] * 5000)
    for rule in (mend_ends, draw_out, join_pairs):
        assert len(rule(page, names)) == 5000
