from tests.unit.extract.neural.pages import make_page, told
from whence.extract.neural.page import PERSON, Name
from whence.extract.neural.settling import add_missed, settle_kinds


def settled(text: str, *marks: tuple[str, str, float]) -> list[tuple[str, str]]:
    page, names = make_page(text, *marks)
    return told(page, settle_kinds(page, names))


def added(text: str, *marks: tuple[str, str, float]) -> list[tuple[str, str]]:
    page, names = make_page(text, *marks)
    return told(page, add_missed(page, names))


def test_the_surest_kind_of_a_name_holds_everywhere():
    text = "Mara saw Orvane. Dell left Orvane. Orvane is cold."
    marks = [("Orvane", "Person", 1), ("Orvane", "Location", 6), ("Orvane", "Organization", 1)]
    assert settled(text, *marks) == [("Orvane", "Location")] * 3


def test_a_full_name_speaks_for_its_surname():
    text = "Mara Dell came. Later Dell left."
    page, names = make_page(text, ("Mara Dell", "Person", 8), ("Dell", "Person", 0))
    assert told(page, names) == [("Mara Dell", "Person")]
    marks = (("Mara Dell", "Person", 8), ("left", "Date", 1))
    text = "Mara Dell came. Harbour Dell spoke to Dell left."
    page, names = make_page(text, *marks, ("Dell", "Person", 8), ("Dell", "Organization", 1))
    assert ("Dell", "Person") in told(page, settle_kinds(page, names))


def test_the_name_of_a_body_speaks_for_its_first_word():
    text = "Quell Metals sank. Quell wept."
    page, names = make_page(text, ("Quell Metals", "Organization", 5))
    alone = Name(PERSON, 4, 4)
    assert told(page, settle_kinds(page, [*names, alone]))[1] == ("Quell", "Organization")
    assert told(page, settle_kinds(page, [alone])) == [("Quell", "Person")]


def test_other_names_keep_their_kinds():
    marks = (("Mara Dell", "Person", 5), ("Orvane", "Location", 1))
    assert settled("Mara Dell left Orvane.", *marks) == [
        ("Mara Dell", "Person"),
        ("Orvane", "Location"),
    ]


def test_a_long_name_lends_its_kind_to_its_initials():
    text = "The Coastal Peace Accord (CPA) is old."
    marks = (("Coastal Peace Accord", "Misc", 6), ("CPA", "Organization", 2))
    assert settled(text, *marks) == [("Coastal Peace Accord", "Misc"), ("CPA", "Misc")]


def test_a_country_in_brackets_keeps_its_own_kind():
    text = "Ivo Renn (ORV) came first."
    marks = (("Ivo Renn", "Person", 8), ("ORV", "Location", 2))
    assert settled(text, *marks) == [("Ivo Renn", "Person"), ("ORV", "Location")]


def test_a_people_is_no_place_and_a_country_is_no_body():
    text = "Two Kenyans and a German left Ghana."
    marks = (("Kenyans", "Person", 2), ("German", "Location", 2), ("Ghana", "Organization", 2))
    assert settled(text, *marks) == [
        ("Kenyans", "NORP"),
        ("German", "NORP"),
        ("Ghana", "Location"),
    ]


def test_a_mere_direction_is_no_place():
    assert settled("Rain fell in the North.", ("North", "Location", 3)) == []


def test_a_known_name_is_found_where_it_was_passed_over():
    text = "Orvane Steel grew. Mara Dell left Orvane Steel, and Dell wept."
    marks = (("Orvane Steel", "Organization", 5), ("Mara Dell", "Person", 5))
    assert added(text, *marks) == [
        ("Orvane Steel", "Organization"),
        ("Mara Dell", "Person"),
        ("Orvane Steel", "Organization"),
        ("Dell", "Person"),
    ]


def test_a_known_name_is_not_found_in_small_letters_or_inside_another_name():
    text = "The Tern saw a tern near Tern River."
    marks = (("Tern", "Organization", 5), ("Tern River", "Location", 7))
    assert added(text, *marks) == [("Tern", "Organization"), ("Tern River", "Location")]


def test_a_body_that_one_word_names_needs_no_other_place():
    text = "They asked Parliament, and Google said so. Congress met."
    assert added(text) == [
        ("Parliament", "Organization"),
        ("Google", "Organization"),
        ("Congress", "Organization"),
    ]


def test_such_a_word_is_none_in_small_letters_or_beside_other_name_words():
    assert added("They left parliament for Parliament Square and the Moa Congress.") == []


def test_many_equal_names_take_little_time():
    text = "Orvane " * 3000
    page, names = make_page(text, ("Orvane", "Location", 5))
    assert len(add_missed(page, names)) == 3000
