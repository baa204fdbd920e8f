from tests.factory import span_of
from tests.growth import is_linear
from whence.extract.interface import RawAttribution
from whence.extract.mending.meanings import lend_meanings
from whence.model import Meaning, Span

TEXT = "Each is a thirty-crown pen, he told us. It was, after all that had gone before it, late."
SENTENCES = (
    Meaning(span=span_of(TEXT, "Each is a thirty-crown pen, he told us."), vector=b"pen"),
    Meaning(span=span_of(TEXT, "It was, after all that had gone before it, late."), vector=b"late"),
)


def lent(words: str, *own: Meaning) -> list[bytes]:
    raw = RawAttribution(content=(span_of(TEXT, words),), meanings=own)
    (found,) = lend_meanings([raw], SENTENCES)
    return [meaning.vector for meaning in found.meanings]


def test_a_content_without_a_meaning_borrows_that_of_its_sentence():
    assert lent("Each is a thirty-crown pen") == [b"pen"]


def test_a_content_over_two_sentences_borrows_both():
    assert lent("a thirty-crown pen, he told us. It was, after all that had gone") == [
        b"pen",
        b"late",
    ]


def test_what_has_a_meaning_keeps_it():
    own = Meaning(span=span_of(TEXT, "Each is a thirty-crown pen"), vector=b"own")
    assert lent("Each is a thirty-crown pen", own) == [b"own"]


def test_a_word_of_a_long_sentence_borrows_nothing():
    assert lent("late") == []


def test_many_pieces_take_linear_time():
    def lend(count: int) -> None:
        spans = [Span(10 * n, 10 * n + 9) for n in range(count)]
        meanings = tuple(Meaning(span=span, vector=b"") for span in spans)
        lend_meanings([RawAttribution(content=tuple(spans), meanings=meanings[::2])], meanings)

    assert is_linear(lend, 200)
