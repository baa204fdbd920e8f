import unicodedata

import pytest

from whence.extract.neural.wordpiece import _WORD, LONGEST_WORD, WordPieces

PIECES = ["[PAD]", "[UNK]", "the", "mayor", "may", "##or", "re", "##sign", "##ed", ".", "cafe", "”"]


@pytest.fixture
def vocabulary() -> WordPieces:
    return WordPieces(PIECES)


def cut(vocabulary: WordPieces, text: str) -> list[tuple[str, list[str]]]:
    spans, numbers = vocabulary.words(text)
    return [
        (text[start:end], [PIECES[n] for n in each])
        for (start, end), each in zip(spans, numbers, strict=True)
    ]


def test_words_keep_their_characters(vocabulary):
    assert cut(vocabulary, "The mayor resigned.”") == [
        ("The", ["the"]),
        ("mayor", ["mayor"]),
        ("resigned", ["re", "##sign", "##ed"]),
        (".", ["."]),
        ("”", ["”"]),
    ]


def test_longest_piece_wins(vocabulary):
    assert cut(vocabulary, "mayor may") == [("mayor", ["mayor"]), ("may", ["may"])]


def test_accents_and_case_fall_away(vocabulary):
    assert cut(vocabulary, "CAFÉ") == [("CAFÉ", ["cafe"])]
    assert cut(vocabulary, "Cafe\u0301") == [("Cafe\u0301"[:4], ["cafe"])]


def test_unknown_letters_are_one_unknown_piece(vocabulary):
    assert cut(vocabulary, "mayorx") == [("mayorx", ["[UNK]"])]
    assert cut(vocabulary, "a" * (LONGEST_WORD + 1)) == [("a" * (LONGEST_WORD + 1), ["[UNK]"])]


def test_invisible_characters_make_no_word_and_no_edge(vocabulary):
    assert cut(vocabulary, "\u200b \ufeffmayor\u200b \x00") == [("mayor", ["mayor"])]


def test_each_ideograph_stands_alone(vocabulary):
    assert [word for word, _ in cut(vocabulary, "市長may")] == ["市", "長", "may"]


def test_only_the_asked_stretch_is_read(vocabulary):
    text = "mayor. the mayor"
    spans, _ = vocabulary.words(text, text.index("the"))
    assert [text[start:end] for start, end in spans] == ["the", "mayor"]


def test_every_mark_of_punctuation_stands_alone():
    marks = [chr(c) for c in range(0x20000) if unicodedata.category(chr(c)).startswith("P")]
    assert all(_WORD.fullmatch(mark) for mark in marks)
    assert not any(_WORD.fullmatch(mark + "a") for mark in marks)


def test_plain_letters_end_no_word_where_other_letters_follow():
    assert _WORD.findall("x1é cafe\u0301, a\x0bb may\u200b") == [
        "x1é",
        "cafe\u0301",
        ",",
        "a\x0bb",
        "may\u200b",
    ]
