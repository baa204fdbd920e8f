import pytest

from whence.resolve.bodies import compare_bodies
from whence.resolve.names import compare_people, parse_person


def likeness(a: str, b: str) -> float:
    x, y = parse_person(a), parse_person(b)
    assert x is not None and y is not None
    return compare_people(x, y)[0]


def test_parts_of_a_name():
    name = parse_person("Dr. José de Venecia Jr.")
    assert name is not None and name.tokens == ("jose", "de venecia")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Marta Vorl", "Vorl"),
        ("Marta Vorl", "Mrs Marta Vorl"),
        ("Jesús Murillo Karam", "Jesus Murillo"),
        ("Jesús Murillo Karam", "Murillo"),
        ("J. K. Orlow", "Jana Orlow"),
        ("Volodymyr Hrytsenko", "Volodimir Hrytsenko"),
        ("Robert Haller", "Bob Haller"),
        ("Kim Yun-ja", "Yun-ja Kim"),
    ],
)
def test_names_of_one_person(a, b):
    assert likeness(a, b) > 0.55
    assert likeness(a, b) == likeness(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [("Marta Vorl", "Kees Vorl"), ("Marta Vorl", "Marta Vorn Lund"), ("Anna Berg", "Anna Burg")],
)
def test_names_of_two_people(a, b):
    assert likeness(a, b) == 0


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("the Brellow Water Authority", "Brellow Water Authority"),
        ("BWA", "Brellow Water Authority"),
        ("N.A.T.O.", "NATO"),
        ("Harlund Steel Ltd", "Harlund Steel"),
        ("United Nations", "UN"),
        ("Harlund Centre for Health", "Harlund Center for Health"),
    ],
)
def test_names_of_one_body(a, b):
    assert compare_bodies(a, b)[0] >= 0.8


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ministry of Health", "Ministry of Defence"),
        ("Harlund Council", "Brellow Council"),
        ("BWA", "Harlund Steel"),
        ("Green Party", "Paris Green Party"),
    ],
)
def test_names_of_two_bodies(a, b):
    assert compare_bodies(a, b)[0] < 0.55
