import pytest

from whence.score.words import Finder, GoldError, find_all

TEXT = "On Sunday he ran.\nHe said\nhe saw sixty trout on Sunday, and he left."


def finder() -> Finder:
    return Finder(TEXT, report="r1", entry="gold.toml, statements 3")


def words(pieces):
    return [TEXT[start:end] for start, end in pieces]


def test_words_are_found_over_any_white_space():
    assert words(finder().pieces("He said he saw")) == ["He said\nhe saw"]


def test_first_and_last_words_stand_for_what_lies_between():
    assert words(finder().pieces("sixty >> Sunday")) == ["sixty trout on Sunday"]


def test_a_list_gives_pieces_in_order():
    assert words(finder().pieces(["he ran", "he left"])) == ["he ran", "he left"]


def test_only_whole_words_count():
    assert find_all("the other he", "he") == [(10, 12)]


def test_nth_picks_a_place():
    assert finder().pieces({"words": "Sunday", "nth": 2})[0][0] == TEXT.rindex("Sunday")


def test_within_picks_a_place():
    (piece,) = finder().pieces({"words": "Sunday", "within": "trout on Sunday"})
    assert piece[0] == TEXT.rindex("Sunday")


def test_near_picks_the_closest_place():
    (piece,) = finder().pieces("Sunday", near=TEXT.index("he left"))
    assert piece[0] == TEXT.rindex("Sunday")


def test_a_marked_word_may_begin_or_end_with_a_mark():
    assert find_all("he said “go”, then “go”", "“go”") == [(8, 12), (19, 23)]


@pytest.mark.parametrize(
    ("quoted", "problem"),
    [
        ("seventy trout", "do not stand in report r1"),
        ("Sunday", "stand 2 times"),
        ({"words": "Sunday", "nth": 3}, "stand 2 times in report r1, not 3"),
        ({"words": "Sunday", "within": "trout on Monday"}, "within “trout on Monday”"),
        ({"word": "Sunday"}, "no quotation of words"),
        (7, "no quotation of words"),
        ("", "do not stand"),
    ],
)
def test_an_error_names_entry_and_words(quoted, problem):
    with pytest.raises(GoldError) as caught:
        finder().pieces(quoted)
    assert str(caught.value).startswith("gold.toml, statements 3: ")
    assert problem in str(caught.value)


def test_words_of_a_statement_are_looked_for_in_it_alone():
    start = TEXT.index("he saw")
    assert finder().pieces("Sunday", inside=[(start, len(TEXT))])[0][0] == TEXT.rindex("Sunday")
    with pytest.raises(GoldError, match="in the statement"):
        finder().pieces("he ran", inside=[(start, len(TEXT))])
