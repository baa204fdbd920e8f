import pytest

from tests.factory import span_of
from whence.extract.interface import RawAttribution
from whence.extract.neural.nesting import crop_of, is_inner

TEXT = "The Tern reported that “Ms Dell said the suspects had fled by boat”. He waved and left it."


def crops(*contents: str, text: str = TEXT) -> list[str]:
    parent = RawAttribution(content=tuple(span_of(text, content) for content in contents))
    return [text[start:end] for start, end in crop_of(text, parent)]


def test_marks_and_that_are_left_out():
    content = "that “Ms Dell said the suspects had fled by boat”"
    assert crops(content) == ["Ms Dell said the suspects had fled by boat"]


def test_a_content_without_a_word_of_saying_is_not_searched():
    assert crops("He waved and left it.") == []


def test_a_few_words_are_not_searched():
    assert crops("Ms Dell said") == []


def test_only_sentences_with_a_word_of_saying_are_searched():
    text = "It rained. The pilot said the ferry was late. Nobody minded. Ms Dell denied the delay."
    assert crops(text, text=text) == [
        "The pilot said the ferry was late.",
        "Ms Dell denied the delay.",
    ]


@pytest.mark.parametrize(
    ("text", "searched"),
    [
        ("farmers believe the frost will come early", True),
        ("“Farmers believe the frost will come early,”", False),
        ("“I said the frost would come early,”", False),
        ("“We’ve never said the frost would come early,”", False),
        ("“I would still say to you it comes early,”", False),
        ("“I said it, but farmers deny that frost would come,”", True),
        ("“Farmers said the frost would come early,”", True),
        ("the frost would reach the United States early", False),
    ],
)
def test_own_words_and_thoughts_inside_quotations_are_not_searched(text, searched):
    assert bool(crops(text, text=text)) is searched


def test_what_is_found_is_inside_only_if_it_has_a_source_and_is_less_than_its_parent():
    parent = RawAttribution(content=(span_of(TEXT, "Ms Dell said the suspects had fled by boat"),))
    source, content = span_of(TEXT, "Ms Dell"), span_of(TEXT, "the suspects had fled by boat")
    assert is_inner(parent, RawAttribution(source=(source,), content=(content,)))
    assert not is_inner(parent, RawAttribution(content=(content,)))
    assert not is_inner(parent, RawAttribution(source=(source,), content=parent.content))
