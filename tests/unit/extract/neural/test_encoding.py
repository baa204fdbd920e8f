import numpy as np
import pytest

from whence.extract.neural.encoding import NO_PLACE, PARAGRAPH, encode
from whence.extract.neural.wordpiece import WordPieces

PIECES = ["[PAD]", "[UNK]", "[unused1]", "he", "left", "town", "mr", ".", "“", "”", "vey", "##s"]


@pytest.fixture
def vocabulary() -> WordPieces:
    return WordPieces(PIECES)


def starts(vocabulary: WordPieces, text: str) -> list[str]:
    found = encode(text, vocabulary)
    return [word for word, start in zip(found.surfaces, found.starts, strict=True) if start]


def test_a_break_piece_stands_between_paragraphs(vocabulary):
    found = encode("He left.\n\nTown", vocabulary)
    assert [PIECES[n] for n in found.pieces] == ["he", "left", ".", "[unused1]", "town"]
    assert list(found.word) == [0, 1, 2, -1, 3]
    assert list(found.first) == [True, True, True, False, True]
    assert found.places[list(found.pieces).index(PARAGRAPH)] == NO_PLACE


def test_pieces_of_one_word_share_its_look(vocabulary):
    found = encode("Veys left", vocabulary)
    assert list(found.first_piece) == [0, 2]
    assert found.shapes[0] == found.shapes[1] != found.shapes[2]


def test_sentences_begin_after_stops_but_not_after_titles(vocabulary):
    assert starts(vocabulary, "He left. Mr. Vey left. He left") == ["He", "Mr", "He"]
    assert starts(vocabulary, "“He left.” “Town left.”") == ["“", "“"]


def test_blocks_limit_what_is_read(vocabulary):
    text = "Town\nHe left\nTown"
    found = encode(text, vocabulary, [(text.index("He"), text.rindex("\n"))])
    assert found.surfaces == ["He", "left"]


@pytest.mark.parametrize("text", ["", " \n ", "\u200b", "“", "\x00", "\ud800"])
def test_odd_texts_are_encoded(vocabulary, text):
    found = encode(text, vocabulary)
    assert len(found.spans) == len(found.first_piece) == int(np.sum(found.first))
