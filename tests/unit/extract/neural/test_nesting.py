from tests.factory import span_of
from whence.extract.interface import RawAttribution
from whence.extract.neural.nesting import crops_of

TEXT = "The Tern reported that “Ms Dell said the suspects had fled by boat”. He waved and left it."


def crops(content: str) -> list[str]:
    parent = RawAttribution(content=(span_of(TEXT, content),))
    return [TEXT[start:end] for crop in crops_of(TEXT, parent) for start, end in crop]


def test_marks_and_that_are_left_out():
    content = "that “Ms Dell said the suspects had fled by boat”"
    assert crops(content) == ["Ms Dell said the suspects had fled by boat"]


def test_a_content_without_a_word_of_saying_is_not_searched():
    assert crops("He waved and left it.") == []


def test_a_few_words_are_not_searched():
    assert crops("Ms Dell said") == []
