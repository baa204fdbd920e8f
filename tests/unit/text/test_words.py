from hypothesis import given
from hypothesis import strategies as st

from whence.model import Span
from whence.text import find_words, fold_case, fold_letters, fold_marks


def words(text: str) -> list[str]:
    return [s.of(text) for s in find_words(text, Span(0, len(text)))]


def test_words_keep_what_belongs_to_them():
    assert words("He didn’t pay €1,000.50 to 42-year-olds.") == [
        "He",
        "didn’t",
        "pay",
        "€",
        "1,000.50",
        "to",
        "42",
        "-",
        "year-olds",
        ".",
    ]


def test_folding_of_marks_and_letters():
    assert fold_marks("“no” – it’s") == '"no" - it\'s'
    assert fold_letters("Élysée’s") == "elysee's"


@given(st.text())
def test_folding_keeps_positions(text):
    assert len(fold_marks(text)) == len(text)
    assert len(fold_case(text)) == len(text)


@given(st.text())
def test_words_cover_all_but_white_space(text):
    covered = {i for s in find_words(text, Span(0, len(text))) for i in range(s.start, s.end)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)
