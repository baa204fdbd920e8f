import pytest

from whence.lexicon.people import (
    MENS_NAMES,
    WOMENS_NAMES,
    Gender,
    gender_of_given,
    gender_of_title,
    may_be_same_given,
    roles_alike,
    singular,
)


def test_no_name_is_of_both_lists():
    assert frozenset() == WOMENS_NAMES & MENS_NAMES


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Marta", Gender.WOMAN),
        ("Oleksandr", Gender.MAN),
        ("Iñaki", Gender.MAN),
        ("Yuki", Gender.EITHER),
        ("Jean-Claude", Gender.MAN),
        ("Qwertz", None),
    ],
)
def test_gender_of_given_names(name, gender):
    assert gender_of_given(name) is gender


@pytest.mark.parametrize(
    ("title", "gender"),
    [("Ms.", Gender.WOMAN), ("Sir", Gender.MAN), ("spokeswoman", Gender.WOMAN), ("Dr", None)],
)
def test_gender_of_titles(title, gender):
    assert gender_of_title(title) is gender


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("ministers", "minister"),
        ("policemen", "policeman"),
        ("deputies", "deputy"),
        ("boss", "boss"),
    ],
)
def test_singulars(plural, one):
    assert singular(plural) == one


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [("Bob", "Robert", True), ("R.", "Robert", True), ("Rita", "Robert", False)],
)
def test_given_names_of_one_person(a, b, same):
    assert may_be_same_given(a, b) is same


def test_roles_that_stand_for_one_another():
    assert roles_alike("boss", "chief executive")
    assert not roles_alike("mayor", "fisherman")
