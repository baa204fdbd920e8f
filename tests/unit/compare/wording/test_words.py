import pytest

from tests.factory import span_of
from whence.compare.wording.words import find_keyed_words


def keys(text: str) -> tuple[str, ...]:
    return find_keyed_words(text).keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The harbour was travelled", "the harbor was traveled"),
        ("They organised a theatre", "they organized a theater"),
        ("I can't and I won't", "I cannot and I will not"),
        ("She isn’t here", "She is not here"),
        ("twenty-one boats", "21 boats"),
        ("three million litres", "3,000,000 liters"),
        ("40 per cent", "40 percent"),
        ("40%", "40 percent"),
        ("The “old” mill—gone", "The 'old' mill - gone"),
        ("[T]he mill", "The mill"),
        ("Zoë said", "Zoe said"),
    ],
)
def test_house_style_makes_no_difference(one, other):
    assert keys(one) == keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sixty trout", "sixteen trout"),
        ("can go", "cannot go"),
        ("its boat", "it's boat"),
        ("1.5 metres", "15 metres"),
    ],
)
def test_what_means_something_else_stays_apart(one, other):
    assert keys(one) != keys(other)


def test_keys_name_their_characters():
    text = "He can't sell [the] twenty-one boats."
    words = find_keyed_words(text)
    assert [span.of(text) for span in words.spans] == [
        "He", "can", "'t", "sell", "the", "twenty-one", "boats",
    ]  # fmt: skip
    assert words.keys[1:3] == ("can", "not")
    assert words.bracketed == (False, False, False, False, True, False, False)


def test_words_of_a_span_are_those_that_lie_wholly_in_it():
    text = "Nobody sells boats in Velm today"
    words = find_keyed_words(text)
    assert words.between(span_of(text, "sells boats in")) == (1, 4)
    assert words.between(span_of(text, "ells boats i")) == (2, 3)


def test_a_word_with_hidden_letters_is_one_word():
    assert keys("the f***ing bridge, s--t and ****") == (
        "the", "f***ing", "bridge", "s--t", "and", "****",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text", ["", "\x00", "“”", "…", "شكرا جزيلا", "🐻 🐻", "[" * 500, "'" * 500]
)
def test_odd_text_gives_true_spans(text):
    words = find_keyed_words(text)
    assert len(words.keys) == len(words.spans) == len(words.bracketed)
    assert all(0 <= a < b <= len(text) for a, b in words.spans)
